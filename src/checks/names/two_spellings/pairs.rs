//! The pairs of words that stand side by side in an article's names, as far as they can be two
//! spellings of one: those that share a word with another pair.
//!
//! In most articles nearly every name goes with no other, and that is seen from an array by word.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::look::Look;
use super::stem;
use crate::evidence::roots::Root;
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::text::{EntryId, Kind};

/// Two words of a name, with what is known of its places.
pub struct Pair {
    /// The numbers of the two words, without case and possessive ending.
    words: [u32; 2],
    /// The tokens of its first place.
    pub first: [usize; 2],
    pub count: u32,
}

/// Each distinct pair once, in the order of the text.
pub struct Pairs {
    all: Vec<Pair>,
    words: Vec<Word>,
}

/// A word of names, whatever its case.
#[derive(Clone, Copy)]
struct Word {
    look: Look,
    /// The word that follows it in pairs, and the one that stands before it: its number and one, or
    /// 0 for none yet, or `SEVERAL`.
    others: [u32; 2],
}

const SEVERAL: u32 = u32::MAX;

/// No more pairs with one word in common than these are compared.
const CROWD: usize = 24;

impl Pairs {
    pub fn of(reading: &Reading) -> Pairs {
        let mut words = Words::new(reading);
        let mut met: Vec<[u32; 2]> = Vec::with_capacity(reading.names().names().len());
        for place in reading.names().places().iter().filter(|place| place.tokens().len() > 1) {
            let mut before: Option<(usize, u32)> = None;
            for at in place.tokens() {
                let token = &reading.tokens[at];
                if token.kind == Kind::Abbreviation {
                    // “John F. Kennedy”, but “Sen. Kennedy” is no name of two words.
                    before = before.filter(|_| token.span().len() == 2);
                    continue;
                }
                if token.kind != Kind::Word || !token.is_capitalised() {
                    continue;
                }
                let (word, bare) = words.number(token.entry());
                if let Some((first, first_word)) = before {
                    words.join(first_word, word);
                    met.push([first as u32, at as u32]);
                }
                // “Mexico’s Marco” are two names.
                before = bare.then_some((at, word));
            }
        }
        let pairs = met.into_iter().map(|place| Pair {
            words: place.map(|token| words.known(reading.tokens[token as usize].entry())),
            first: place.map(|token| token as usize),
            count: 1,
        });
        let goes_with_several = |pair: &Pair, side| words.all[pair.words[side] as usize].others[side] == SEVERAL;
        let all = distinct(pairs.filter(|pair| (0..2).any(|side| goes_with_several(pair, side))));
        Pairs { all, words: words.all }
    }

    /// Gives each two pairs that share this word of theirs and may be alike in the other; by the word,
    /// and those that share it in the order of the text.
    pub fn each_two_alike<'p>(&'p self, shared: usize, mut take: impl FnMut(&'p Pair, &'p Pair)) {
        let look = |pair: &Pair| self.words[pair.words[1 - shared] as usize].look;
        let same = |a: &&Pair, b: &&Pair| a.words[shared] == b.words[shared];
        let order = self.sharing(shared);
        for group in order.chunk_by(same) {
            let group = &group[..group.len().min(CROWD)];
            let mut looks = [Look::default(); CROWD];
            group.iter().zip(&mut looks).for_each(|(pair, its)| *its = look(pair));
            for (i, one) in group.iter().enumerate() {
                for (other, its) in group.iter().zip(&looks).skip(i + 1) {
                    if its.may_be_near(looks[i]) || shared == 1 && its.may_be_said_like(looks[i]) {
                        take(one, other);
                    }
                }
            }
        }
    }

    /// The pairs that share their first or second word, by this word, those with one in the order of the
    /// text.
    fn sharing(&self, side: usize) -> Vec<&Pair> {
        let shares = |pair: &&Pair| self.words[pair.words[side] as usize].others[side] == SEVERAL;
        let mut starts = vec![0; self.words.len() + 1];
        self.all.iter().filter(shares).for_each(|pair| starts[pair.words[side] as usize + 1] += 1);
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut order: Vec<&Pair> = self.all.iter().filter(shares).collect();
        for pair in self.all.iter().filter(shares) {
            let place = &mut starts[pair.words[side] as usize];
            order[*place] = pair;
            *place += 1;
        }
        order
    }
}

fn distinct(met: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut numbers: FxHashMap<[u32; 2], usize> = FxHashMap::default();
    let mut all: Vec<Pair> = Vec::new();
    for pair in met {
        let number = *numbers.entry(pair.words).or_insert(all.len());
        match all.get_mut(number) {
            Some(known) => known.count += 1,
            None => all.push(pair),
        }
    }
    all
}

/// The words of names, numbered without case and possessive ending.
struct Words<'r> {
    reading: &'r Reading<'r>,
    all: Vec<Word>,
    /// By entry: the word’s number and one, above a bit that is set if it has no possessive ending; 0 of what
    /// has not been met.
    by_entry: Vec<u32>,
    by_key: FxHashMap<u32, u32>,
}

impl<'r> Words<'r> {
    fn new(reading: &'r Reading<'r>) -> Words<'r> {
        /// Most articles have no more words of names.
        const LIKELY: usize = 50;
        let by_key = FxHashMap::with_capacity_and_hasher(LIKELY, FxBuildHasher);
        Words { reading, all: Vec::with_capacity(LIKELY), by_entry: vec![0; reading.entries.len()], by_key }
    }

    /// The number of a form's word, and whether the form has no possessive ending.
    fn number(&mut self, form: EntryId) -> (u32, bool) {
        let known = self.by_entry[form.0 as usize];
        if known != 0 {
            return (self.known(form), known & 1 != 0);
        }
        let text = self.reading.form(form);
        let stem = stem(text);
        let (next, bare) = (self.all.len() as u32, stem.len() == text.len());
        let number = *self.by_key.entry(self.key(form, stem)).or_insert(next);
        if number == next {
            self.all.push(Word { look: Look::of(stem), others: [0; 2] });
        }
        self.by_entry[form.0 as usize] = (number + 1) << 1 | u32::from(bare);
        (number, bare)
    }

    /// The number of the word of a form that has been met.
    fn known(&self, form: EntryId) -> u32 {
        (self.by_entry[form.0 as usize] >> 1) - 1
    }

    /// The same for all cases of a word.
    fn key(&self, form: EntryId, stem: &str) -> u32 {
        let traits = self.reading.entries[form.0 as usize].traits;
        if !traits.any(Traits::APOSTROPHE | Traits::ACCENTED | Traits::OTHER_SCRIPT) {
            return self.reading.roots().of_entry(form).form;
        }
        match stem.bytes().all(|b| b.is_ascii_alphanumeric()) {
            true => Root::of(stem).form,
            false => (FxBuildHasher.hash_one(stem.to_lowercase()) >> 32) as u32,
        }
    }

    fn join(&mut self, first: u32, second: u32) {
        for (word, side, other) in [(first, 0, second), (second, 1, first)] {
            let known = &mut self.all[word as usize].others[side];
            *known = if *known == 0 || *known == other + 1 { other + 1 } else { SEVERAL };
        }
    }
}
