//! Lists of words that are asked of every neighbour, and so must say no at once.

/// Words in one line with spaces between, and a mark for each: a word whose mark is missing is not
/// in the list, which most words show.
pub struct Words {
    words: &'static str,
    marks: Marks,
}

/// A mark for each of some words. Others may have the same, but few do.
pub struct Marks([u64; 16]);

/// A list of words written where it is used, read when the program is built.
macro_rules! words {
    ($words:literal) => {
        const { &crate::checks::grammar::words::Words::of($words) }
    };
}
pub(super) use words;

impl Words {
    pub const fn of(words: &'static str) -> Self {
        Self { words, marks: Marks::NONE.with(words) }
    }

    /// Whether the word is in the list, in capitals or not.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        self.marks.may_have(word) && self.names(word)
    }

    fn names(&self, word: &str) -> bool {
        self.words.split(' ').any(|listed| listed.eq_ignore_ascii_case(word))
    }
}

impl Marks {
    pub const NONE: Marks = Marks([0; 16]);

    /// These and the words of a line.
    pub const fn with(mut self, words: &str) -> Marks {
        let bytes = words.as_bytes();
        let mut hash = 0;
        let mut at = 0;
        while at < bytes.len() {
            hash = if bytes[at] == b' ' { 0 } else { mix(hash, bytes[at]) };
            if hash != 0 && (at + 1 == bytes.len() || bytes[at + 1] == b' ') {
                let (word, bit) = place(hash);
                self.0[word] |= bit;
            }
            at += 1;
        }
        self
    }

    /// Whether the word may be one of those, in capitals or not.
    #[inline]
    pub fn may_have(&self, word: &str) -> bool {
        let (at, bit) = place(word.bytes().fold(0, mix));
        self.0[at] & bit != 0
    }
}

/// Takes the next letter of a word into its hash, a capital as a small one.
const fn mix(hash: u32, letter: u8) -> u32 {
    (hash ^ (letter | 0x20) as u32).wrapping_mul(0x9E37_79B1).rotate_left(11)
}

/// Where the mark of a hash stands.
const fn place(hash: u32) -> (usize, u64) {
    ((hash >> 6) as usize % 16, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_in_any_case_and_no_others() {
        const LIST: &Words = words!("their isn’t a");
        assert!(LIST.has("their") && LIST.has("Isn’t") && LIST.has("A"));
        assert!(!LIST.has("there") && !LIST.has("theirs") && !LIST.has("") && !LIST.has("thair"));
    }
}
