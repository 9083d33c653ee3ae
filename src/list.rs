//! Lists of words that are asked of every neighbour, and so must say no at once.

/// Words in one line with spaces between, and a mark for each: a word whose mark is missing is not
/// in the list, which most words show. Made by [`list!`].
pub struct List {
    pub words: &'static str,
    pub marks: Marks,
    /// Where the words start in the line, from 1 on, by their hashes: open addressing, 0 in a free slot.
    pub places: &'static [u16],
}

/// A mark for each of some words. Others may have the same, but few do.
pub struct Marks([u64; 16]);

/// A list of words written where it is used, read when the program is built.
macro_rules! list {
    ($words:literal) => {
        const {
            use crate::list::{List, Marks, places, room};
            const PLACES: [u16; room($words)] = places($words);
            &List { words: $words, marks: Marks::NONE.with($words), places: &PLACES }
        }
    };
}
pub(crate) use list;

impl List {
    /// Whether the word is in the list, in capitals or not.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        self.has_with(word, hash(word))
    }

    /// The same of a word whose hash is known.
    #[inline]
    pub fn has_with(&self, word: &str, hash: u32) -> bool {
        self.marks.may_hold(hash) && self.names(word.as_bytes(), hash)
    }

    fn names(&self, word: &[u8], hash: u32) -> bool {
        let mut slot = first_slot(hash, self.places.len());
        while let Some(at) = self.places[slot].checked_sub(1) {
            let listed = &self.words.as_bytes()[usize::from(at)..];
            let ends = |rest: &[u8]| rest.first().is_none_or(|byte| *byte == b' ');
            if listed
                .split_at_checked(word.len())
                .is_some_and(|(same, rest)| same.eq_ignore_ascii_case(word) && ends(rest))
            {
                return true;
            }
            slot = (slot + 1) % self.places.len();
        }
        false
    }
}

/// How many slots the words of a line take: a power of two, half of them free at least.
pub const fn room(words: &str) -> usize {
    let (bytes, mut count, mut at) = (words.as_bytes(), 1, 0);
    while at < bytes.len() {
        count += (bytes[at] == b' ') as usize;
        at += 1;
    }
    (count * 2).next_power_of_two()
}

/// The slots of the words of a line.
pub const fn places<const ROOM: usize>(words: &str) -> [u16; ROOM] {
    let (bytes, mut places) = (words.as_bytes(), [0; ROOM]);
    let (mut start, mut hash, mut at) = (0, 0, 0);
    while at <= bytes.len() {
        if at == bytes.len() || bytes[at] == b' ' {
            let mut slot = first_slot(hash, ROOM);
            while places[slot] != 0 {
                slot = (slot + 1) % ROOM;
            }
            assert!(start < u16::MAX as usize, "the line is too long");
            places[slot] = start as u16 + 1;
            (start, hash) = (at + 1, 0);
        } else {
            hash = mix(hash, bytes[at]);
        }
        at += 1;
    }
    places
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
        self.may_hold(hash(word))
    }

    /// Whether a word with this hash may be one of those.
    pub fn may_hold(&self, hash: u32) -> bool {
        let (at, bit) = place(hash);
        self.0[at] & bit != 0
    }
}

/// What a word is looked for by, in capitals or not.
pub fn hash(word: &str) -> u32 {
    word.bytes().fold(0, mix)
}

/// Takes the next letter of a word into its hash, a capital as a small one.
const fn mix(hash: u32, letter: u8) -> u32 {
    (hash ^ (letter | 0x20) as u32).wrapping_mul(0x9E37_79B1).rotate_left(11)
}

/// Where the mark of a hash stands.
const fn place(hash: u32) -> (usize, u64) {
    ((hash >> 6) as usize % 16, 1 << (hash % 64))
}

/// The slot that a hash is looked for in first, of so many.
const fn first_slot(hash: u32, slots: usize) -> usize {
    (hash >> 12) as usize % slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_in_any_case_and_no_others() {
        const LIST: &List = list!("their isn’t a");
        assert!(LIST.has("their") && LIST.has("Isn’t") && LIST.has("A"));
        assert!(!LIST.has("there") && !LIST.has("theirs") && !LIST.has("") && !LIST.has("thair"));
    }
}
