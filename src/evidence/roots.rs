//! Which forms of an article are one word: in other letter case, or in another inflection.
//!
//! A form is reduced to two numbers: the hash of its letters in lower case, and the hash of what is
//! left without the common endings (“extradited”, “extraditions” and “extradition” are one root).
//! Nothing is stored but these numbers, for the sake of speed; two words that meet by chance are
//! rarer than misprints.

use crate::lexicon::{Entry, Traits, Words};
use crate::text::{EntryId, Kind, Token};

/// The numbers of an article's words.
pub struct Roots {
    /// By [`EntryId`](crate::text::EntryId).
    words: Vec<Root>,
    /// How often each root stands in the article, by the low bits of its number.
    counts: Vec<u32>,
}

/// A word without what its place in the sentence has made of it. Zero is no word.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Root {
    /// The same for “The” and “the”.
    pub form: u32,
    /// The same for “navigates” and “navigating”; none for words that only hold others together.
    pub root: u32,
}

impl Roots {
    pub fn gather(words: &Words) -> Roots {
        let slots = (words.entries.len() * 4).next_power_of_two();
        let mut roots = Roots { words: Vec::with_capacity(words.entries.len()), counts: vec![0; slots] };
        for (number, entry) in words.entries.iter().enumerate() {
            let root = if number == 0 { Root::default() } else { root(&words.article.prose[entry.first], entry) };
            if root.root != 0 {
                roots.counts[root.root as usize & (slots - 1)] += entry.count;
            }
            roots.words.push(root);
        }
        roots
    }

    /// The root of a token's word. Figures are words that have only a form.
    pub fn of(&self, words: &Words, token: &Token) -> Root {
        match token.kind {
            Kind::Number | Kind::Ordinal | Kind::Time | Kind::Figures | Kind::Code => {
                Root { form: hash(words.text(token).as_bytes()), root: 0 }
            }
            _ => self.words[token.entry.0 as usize],
        }
    }

    /// The root of a distinct form.
    pub fn of_entry(&self, id: EntryId) -> Root {
        self.words[id.0 as usize]
    }

    /// The roots of words that need not stand in the article.
    pub fn of_all<'n>(&self, words: &'n [&str]) -> impl Iterator<Item = Root> + 'n {
        words.iter().map(|word| {
            let mut letters = [0; LONGEST];
            fold(word, &mut letters).map_or(Root::default(), |len| {
                let form = hash(&letters[..len]);
                Root { form, root: hash(stem(&mut letters, len)) }
            })
        })
    }

    /// About how often words of this root stand in the article.
    pub fn count(&self, root: u32) -> u32 {
        self.counts[root as usize & (self.counts.len() - 1)]
    }
}

/// The longest word of which the endings are looked at.
const LONGEST: usize = 40;

fn root(text: &str, entry: &Entry) -> Root {
    let mut letters = [0; LONGEST];
    let Some(len) = fold(text, &mut letters) else {
        let form = hash(text.to_lowercase().as_bytes());
        return Root { form, root: form };
    };
    let form = hash(&letters[..len]);
    let holds = entry.traits.any(Traits::FUNCTION.union(Traits::NUMERAL).union(Traits::AUXILIARY)) || len < 2;
    let root = if holds { 0 } else { hash(stem(&mut letters, len)) };
    Root { form, root }
}

/// The letters in lower case, if they fit.
fn fold(text: &str, letters: &mut [u8; LONGEST]) -> Option<usize> {
    if text.is_ascii() {
        letters.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        letters[..text.len()].make_ascii_lowercase();
        return Some(text.len());
    }
    let mut len = 0;
    for c in text.chars().flat_map(|c| if c == '’' { '\'' } else { c }.to_lowercase()) {
        let end = len + c.len_utf8();
        c.encode_utf8(letters.get_mut(len..end)?);
        len = end;
    }
    Some(len)
}

/// The word without its endings, which may also change its last letter.
fn stem(word: &mut [u8; LONGEST], len: usize) -> &[u8] {
    let mut len = len;
    let cut = |word: &[u8; LONGEST], len: usize, ending: &[u8], least: usize| {
        len >= ending.len() + least && word[..len].ends_with(ending)
    };
    if cut(word, len, b"'s", 1) {
        len -= 2;
    } else if cut(word, len, b"'", 1) {
        len -= 1;
    }
    if cut(word, len, b"s", 3) && !matches!(word[len - 2], b's' | b'u' | b'i') {
        len -= 1;
    }
    if cut(word, len, b"ly", 4) {
        len -= 2;
    } else if cut(word, len, b"ment", 4) {
        len -= 4;
    } else if cut(word, len, b"ion", 4) && matches!(word[len - 4], b't' | b's') {
        len -= 3;
    }
    for (ending, least) in [(b"ing".as_slice(), 3), (b"ed", 3), (b"er", 5)] {
        let has_vowel = |stem: &[u8]| stem.iter().any(|c| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
        if cut(word, len, ending, least) && has_vowel(&word[..len - ending.len()]) {
            len -= ending.len();
            let doubled =
                len > 3 && word[len - 1] == word[len - 2] && !matches!(word[len - 1], b'l' | b's' | b'z' | b'e');
            len -= usize::from(doubled);
            break;
        }
    }
    if cut(word, len, b"e", 3) || len > 3 && word[..len].ends_with(b"ie") {
        len -= 1;
    }
    if word[len - 1] == b'y' {
        word[len - 1] = b'i';
    }
    &word[..len]
}

/// Never zero.
fn hash(bytes: &[u8]) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(SPREAD);
    }
    ((hash ^ (hash >> 29)).wrapping_mul(SPREAD) >> 32) as u32 | 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root_of(text: &str) -> String {
        let mut letters = [0; LONGEST];
        let len = fold(text, &mut letters).unwrap();
        String::from_utf8(stem(&mut letters, len).to_vec()).unwrap()
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
            let roots: Vec<String> = forms.iter().map(|f| root_of(f)).collect();
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
