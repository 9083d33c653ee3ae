//! From a word to the phrases that are looked up by it: a hash table that `build.rs` can write as
//! a static.

use std::borrow::Cow;

use super::pattern::{Beside, Glances, List, Phrase, Text, hash};

/// The phrases of some pages, by word. Case and the shape of apostrophes don't count.
#[derive(Clone, Debug)]
pub struct Index {
    /// Open addressing, a power of two of slots: the upper half of a word's hash and the number of its key
    /// plus one, or 0.
    pub slots: List<u32>,
    pub keys: List<Key>,
    /// By key plus one: what the token before it can show and the one after it, for any of its phrases. It is
    /// looked at for every word of a text, so it is small.
    pub near: List<[Glances; 2]>,
}

/// What a slot keeps of a hash.
const TAG: u32 = 0xFFFF_0000;

#[derive(Clone, Debug)]
pub struct Key {
    pub word: Text,
    pub phrases: List<Place>,
}

/// Where a phrase is found, and what the tokens beside its word can show: a look at these turns nearly
/// all tries away before the phrase is fetched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    pub page: u16,
    /// Its number on the page.
    pub phrase: u16,
    pub beside: Beside,
}

impl Index {
    /// The index of the phrases of pages.
    ///
    /// # Panics
    /// If there are more than 65,534 words or pages; a style guide has a few thousand.
    pub fn of<'p>(pages: impl Iterator<Item = &'p [Phrase]>) -> Index {
        let mut keys: Vec<Key> = Vec::new();
        let small = |n: usize| u16::try_from(n).ok().filter(|&n| n < u16::MAX).expect("at most 65,534 pages");
        let mut words = std::collections::HashMap::<String, usize>::new();
        for (page, phrases) in pages.enumerate() {
            for (number, phrase) in phrases.iter().enumerate() {
                for word in phrase.pattern.keys() {
                    let word = folded(word);
                    let key = *words.entry(word.clone()).or_insert_with(|| {
                        keys.push(Key { word: word.into(), phrases: Cow::Owned(Vec::new()) });
                        keys.len() - 1
                    });
                    let place = Place { page: small(page), phrase: small(number), beside: phrase.pattern.beside() };
                    if !keys[key].phrases.contains(&place) {
                        keys[key].phrases.to_mut().push(place);
                    }
                }
            }
        }
        let mut slots = vec![0; (keys.len() * 4).next_power_of_two()];
        for (number, key) in keys.iter().enumerate() {
            let hash = hash(&key.word);
            let mut slot = hash as usize % slots.len();
            while slots[slot] != 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = hash & TAG | u32::from(small(number) + 1);
        }
        let near = |key: &Key| {
            let any = |n: usize| key.phrases.iter().fold(Glances::NONE, |any, place| any.or(place.beside.0[n]));
            [any(1), any(2)]
        };
        let near = std::iter::once([Glances::NONE; 2]).chain(keys.iter().map(near)).collect();
        Index { slots: slots.into(), near, keys: keys.into() }
    }

    /// The number of the key for a form as it stands in a text, with its hash, plus one; 0 for none. A
    /// page may write “etc” for “etc.”.
    pub fn key(&self, form: &str, hash: u32) -> u16 {
        // The stop makes no difference to the hash.
        match (self.exact_key(form, hash), form.strip_suffix('.')) {
            (0, Some(word)) => self.exact_key(word, hash),
            (key, _) => key,
        }
    }

    fn exact_key(&self, form: &str, hash: u32) -> u16 {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let (tag, key) = (self.slots[slot] & TAG, self.slots[slot] as u16);
            match key {
                0 => return 0,
                key if tag == hash & TAG && same(&self.keys[usize::from(key) - 1].word, form) => return key,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// Whether a phrase with this key (plus one) may stand between tokens that show this.
    #[inline]
    pub fn may_stand(&self, key: u16, before: Glances, after: Glances) -> bool {
        let [one, other] = &self.near[usize::from(key)];
        one.meets(before) & other.meets(after)
    }

    /// The phrases with this key (plus one).
    pub fn phrases(&self, key: u16) -> &[Place] {
        usize::from(key).checked_sub(1).map_or(&[], |key| &self.keys[key].phrases)
    }
}

/// Whether the word of a page is the word in a text.
#[inline]
pub fn same(word: &str, text: &str) -> bool {
    // Nearly always the first letters tell.
    match (word.as_bytes().first(), text.as_bytes().first()) {
        (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() && !a.eq_ignore_ascii_case(b) => false,
        _ => same_letters(word, text),
    }
}

fn same_letters(word: &str, text: &str) -> bool {
    if word.is_ascii() && text.is_ascii() {
        return word.eq_ignore_ascii_case(text);
    }
    fold(word).eq(fold(text))
}

fn folded(word: &str) -> String {
    fold(word).collect()
}

fn fold(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn a_word_is_found_in_any_case_and_with_either_apostrophe() {
        let phrases = ["could of", "mustn’t of", "à la mode"].map(|p| parse::phrase(p).unwrap());
        let index = Index::of([&phrases[..1], &phrases[1..]].into_iter());
        let found =
            |form| index.phrases(index.key(form, hash(form))).iter().map(|p| (p.page, p.phrase)).collect::<Vec<_>>();
        assert_eq!(found("Could"), [(0, 0)]);
        assert_eq!(found("MUSTN'T"), [(1, 0)]);
        assert_eq!(found("MODE"), [(1, 1)]);
        assert_eq!(found("would"), []);
    }

    #[test]
    fn an_index_of_nothing_finds_nothing() {
        assert_eq!(Index::of(std::iter::empty()).key("could", hash("could")), 0);
    }
}
