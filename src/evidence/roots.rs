//! Which forms of an article are one word: in other letter case, or in another inflection.
//!
//! A form is reduced to two numbers: the hash of its letters in lower case, and the hash of what is
//! left without the common endings (“extradited”, “extraditions” and “extradition” are one root).
//! Nothing is stored but these numbers, for the sake of speed; two words that meet by chance are
//! rarer than misprints.

use super::Sorts;
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

/// The two numbers of a form by itself.
#[derive(Clone, Copy, Debug)]
pub struct Stem {
    pub form: u32,
    pub root: u32,
}

impl Stem {
    pub const NONE: Stem = Stem { form: 0, root: 0 };
}

impl Roots {
    pub fn gather(words: &Words, sorts: &Sorts) -> Roots {
        let slots = (words.entries.len() * 4).next_power_of_two();
        let mut counts = vec![0; slots + 1];
        // The words that have no root are counted behind all others.
        let slot = |root: u32| [root as usize & (slots - 1), slots][usize::from(root == 0)];
        let stems = || sorts.all().iter().map(|sort| sort.stem);
        for (stem, entry) in stems().zip(&words.entries) {
            counts[slot(stem.root)] += entry.count;
        }
        counts[slots] = u32::MAX;
        let root = |Stem { form, root }: Stem| Root { form, root, count: counts[slot(root)] };
        Roots { words: stems().map(root).collect() }
    }

    /// The root of a token's word. Figures are words that have only a form.
    #[inline]
    pub fn of(&self, words: &Words, token: &Token) -> Root {
        let root = self.words[token.entry().0 as usize];
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
        let Stem { form, root } = stem(word, Traits::empty());
        Root { form, root, count: 0 }
    }

    /// Whether the same word may stand elsewhere.
    pub fn may_repeat(self) -> bool {
        self.count > 1
    }
}

fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Number | Kind::Ordinal | Kind::Time | Kind::Figures | Kind::Code)
}

/// The numbers of a form of which this is known.
pub(super) fn stem(word: &str, traits: Traits) -> Stem {
    numbers(word.as_bytes(), traits)
}

fn numbers(word: &[u8], traits: Traits) -> Stem {
    const CURLY: &[u8] = "’".as_bytes();
    if !word.is_ascii()
        && let Some(at) = memchr::memmem::find(word, CURLY)
    {
        return numbers(&[&word[..at], b"'", &word[at + CURLY.len()..]].concat(), traits);
    }
    let form = hash(word);
    let holds = traits.any(Traits::FUNCTION.union(Traits::NUMERAL).union(Traits::AUXILIARY)) || word.len() < 2;
    Stem { form, root: if holds { 0 } else { without_endings(word) } }
}

/// The hash of the word without its endings.
fn without_endings(word: &[u8]) -> u32 {
    let mut len = word.len();
    let mut end = Ending::of(word, len);
    let mut cut = |end: &mut Ending, letters: usize| {
        len -= letters;
        *end = Ending::of(word, len);
        len
    };
    if end.is(b"'s") {
        cut(&mut end, 2);
    } else if end.is(b"'") {
        cut(&mut end, 1);
    }
    if end.letter(0) == b's' && end.len > 3 && !matches!(end.letter(1), b's' | b'u' | b'i') {
        cut(&mut end, 1);
    }
    match end.letter(0) {
        b'y' if end.is(b"ly") && end.len > 5 => _ = cut(&mut end, 2),
        b't' if end.is(b"ment") && end.len > 7 => _ = cut(&mut end, 4),
        b'n' if (end.is(b"tion") || end.is(b"sion")) && end.len > 6 => _ = cut(&mut end, 3),
        _ => {}
    }
    let letters = match end.letter(0) {
        b'g' if end.is(b"ing") && end.len > 5 => 3,
        b'd' if end.is(b"ed") && end.len > 4 => 2,
        b'r' if end.is(b"er") && end.len > 6 => 2,
        _ => 0,
    };
    let is_vowel = |c: &u8| matches!(c | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    if letters > 0 && (end.len - letters > 4 || word[..end.len - letters].iter().any(is_vowel)) {
        cut(&mut end, letters);
        let last = end.letter(0);
        if end.len > 3 && last == end.letter(1) && !matches!(last, b'l' | b's' | b'z' | b'e') {
            cut(&mut end, 1);
        }
    }
    if end.letter(0) == b'e' && end.len > 3 {
        cut(&mut end, 1);
    }
    // “country”, “countries”
    if end.len > 2 && matches!(end.letter(0), b'y' | b'i') {
        hash(&word[..end.len - 1]) ^ 0x55
    } else {
        hash(&word[..end.len])
    }
}

/// The last eight letters of a word, in lower case.
#[derive(Clone, Copy)]
struct Ending {
    /// The last one in the lowest byte.
    letters: u64,
    len: usize,
}

impl Ending {
    fn of(word: &[u8], len: usize) -> Ending {
        const LOWER: u64 = 0x2020_2020_2020_2020;
        let letters = match word[..len].last_chunk::<8>() {
            Some(chunk) => u64::from_be_bytes(*chunk) | LOWER,
            None => word[..len].iter().fold(0, |all, letter| all << 8 | u64::from(letter | 0x20)),
        };
        Ending { letters, len }
    }

    /// The letter so many places before the last one; 0 where there is none.
    fn letter(self, back: usize) -> u8 {
        (self.letters >> (8 * back)) as u8
    }

    /// Whether it ends in these, at most eight, and starts with something else.
    fn is(self, ending: &[u8]) -> bool {
        let wanted = ending.iter().fold(0, |all, letter| all << 8 | u64::from(*letter));
        let mask = u64::MAX >> (64 - 8 * ending.len());
        self.len > ending.len() && self.letters & mask == wanted
    }
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
