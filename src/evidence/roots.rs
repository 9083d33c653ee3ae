//! Which forms of an article are one word: in other letter case, or in another inflection.
//!
//! A form is reduced to two numbers: the hash of its letters in lower case, and the hash of what is
//! left without the common endings (“extradited”, “extraditions” and “extradition” are one root).
//! Nothing is stored but these numbers, for the sake of speed; two words that meet by chance are
//! rarer than misprints.

use crate::lexicon::{Traits, Words};
use crate::text::{EntryId, Kind, Token};

/// The numbers of an article's words.
pub struct Roots {
    /// By [`EntryId`](crate::text::EntryId).
    words: Vec<Root>,
}

/// A word without what its place in the sentence has made of it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Root {
    /// The same for “The” and “the”; zero is no word.
    pub form: u32,
    /// The same for “navigates” and “navigating”; zero for words that only hold others together.
    pub root: u32,
    /// About how often words of this root stand in the article.
    pub count: u32,
}

impl Roots {
    pub fn gather(words: &Words) -> Roots {
        let slots = (words.entries.len() * 4).next_power_of_two();
        let mut counts = vec![0; slots];
        let prose = words.article.prose.as_bytes();
        let mut all = Vec::with_capacity(words.entries.len());
        all.push(Root::default());
        for entry in words.entries.iter().skip(1) {
            let root = root(&prose[entry.first.range()], entry.traits);
            if root.root != 0 {
                counts[root.root as usize & (slots - 1)] += entry.count;
            }
            all.push(root);
        }
        for root in &mut all {
            root.count = if root.root == 0 { u32::MAX } else { counts[root.root as usize & (slots - 1)] };
        }
        Roots { words: all }
    }

    /// The root of a token's word. Figures are words that have only a form.
    #[inline]
    pub fn of(&self, words: &Words, token: &Token) -> Root {
        let root = self.words[token.entry.0 as usize];
        if root.form == 0 && is_figure(token.kind) {
            return Root { form: hash(words.text(token).as_bytes()), root: 0, count: u32::MAX };
        }
        root
    }

    /// The root of a distinct form.
    pub fn of_entry(&self, id: EntryId) -> Root {
        self.words[id.0 as usize]
    }

    /// All that stand in the article, once for each form.
    pub fn all(&self) -> &[Root] {
        &self.words
    }
}

impl Root {
    /// The root of a word that need not stand in the article.
    pub fn of(word: &str) -> Root {
        root(word.as_bytes(), Traits::empty())
    }

    /// Whether the same word may stand elsewhere.
    pub fn may_repeat(self) -> bool {
        self.count > 1
    }
}

fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Number | Kind::Ordinal | Kind::Time | Kind::Figures | Kind::Code)
}

fn root(word: &[u8], traits: Traits) -> Root {
    const CURLY: &[u8] = "’".as_bytes();
    if !word.is_ascii()
        && let Some(at) = memchr::memmem::find(word, CURLY)
    {
        return root(&[&word[..at], b"'", &word[at + CURLY.len()..]].concat(), traits);
    }
    let form = hash(word);
    let holds = traits.any(Traits::FUNCTION.union(Traits::NUMERAL).union(Traits::AUXILIARY)) || word.len() < 2;
    Root { form, root: if holds { 0 } else { stem(word) }, count: 0 }
}

/// The hash of the word without its endings.
fn stem(word: &[u8]) -> u32 {
    let mut len = word.len();
    // The letter so many places before the end, in lower case.
    let letter = |len: usize, back: usize| if back < len { word[len - 1 - back] | 0x20 } else { 0 };
    let ends = |len: usize, ending: &[u8], least: usize| {
        len >= ending.len() + least && ending.iter().rev().enumerate().all(|(i, c)| letter(len, i) == *c | 0x20)
    };
    if ends(len, b"'s", 1) {
        len -= 2;
    } else if ends(len, b"'", 1) {
        len -= 1;
    }
    if letter(len, 0) == b's' && len > 3 && !matches!(letter(len, 1), b's' | b'u' | b'i') {
        len -= 1;
    }
    match letter(len, 0) {
        b'y' if ends(len, b"ly", 4) => len -= 2,
        b't' if ends(len, b"ment", 4) => len -= 4,
        b'n' if ends(len, b"ion", 4) && matches!(letter(len, 3), b't' | b's') => len -= 3,
        _ => {}
    }
    let cut = match letter(len, 0) {
        b'g' if ends(len, b"ing", 3) => 3,
        b'd' if ends(len, b"ed", 3) => 2,
        b'r' if ends(len, b"er", 5) => 2,
        _ => 0,
    };
    let is_vowel = |c: &u8| matches!(c | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    if cut > 0 && (len - cut > 4 || word[..len - cut].iter().any(is_vowel)) {
        len -= cut;
        let doubled =
            len > 3 && letter(len, 0) == letter(len, 1) && !matches!(letter(len, 0), b'l' | b's' | b'z' | b'e');
        len -= usize::from(doubled);
    }
    if letter(len, 0) == b'e' && len > 3 {
        len -= 1;
    }
    // “country”, “countries”
    let last = letter(len, 0);
    if len > 2 && matches!(last, b'y' | b'i') { hash(&word[..len - 1]) ^ 0x55 } else { hash(&word[..len]) }
}

/// The hash of a word in lower case: capitals differ from small letters in one bit, in Latin-1's part
/// of UTF-8 as well as in ASCII. Never zero.
fn hash(bytes: &[u8]) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let mut hash = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().unwrap_or_default()) | LOWER;
        hash = (hash.rotate_left(23) ^ word).wrapping_mul(SPREAD);
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let word = rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(byte | 0x20));
        hash = (hash.rotate_left(23) ^ word).wrapping_mul(SPREAD);
    }
    ((hash ^ (hash >> 29)).wrapping_mul(SPREAD) >> 32) as u32 | 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root_of(text: &str) -> u32 {
        Root::of(text).root
    }

    #[test]
    fn inflections_of_a_word_share_a_root() {
        for forms in [
            ["extradited", "extradition", "extraditions"],
            ["occur", "occurred", "occurring"],
            ["navigate", "navigates", "Navigating"],
            ["country", "countries", "country’s"],
            ["house", "houses", "housing"],
            ["potential", "potentially", "potential"],
            ["try", "tried", "trying"],
            ["bake", "baked", "baking"],
        ] {
            let roots: Vec<u32> = forms.iter().map(|f| root_of(f)).collect();
            assert!(roots.iter().all(|r| *r == roots[0]), "{forms:?}: {roots:?}");
        }
    }

    #[test]
    fn other_words_keep_apart() {
        for (one, other) in
            [("bus", "bush"), ("thing", "thigh"), ("string", "strong"), ("mass", "mast"), ("red", "ring")]
        {
            assert_ne!(root_of(one), root_of(other));
        }
    }
}
