//! Distinct forms and their numbers, kept from one article to the next: those of a folder share
//! most of their words, so that what can be known of a form is worked out once a thread.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::LocalKey;

use hashbrown::HashTable;
use rustc_hash::FxHashMap;

use super::traits::Traits;
use crate::text::{Span, TokenFlags};

/// From a form to its numbers. Nearly every word is short enough to be its own key, so that it is
/// found without a look at the text where it stood first: that look would miss the cache.
pub(super) struct Interner {
    /// The number of the lexicon that the traits are of.
    lexicon: u32,
    /// No two interners of a run have the same.
    number: u32,
    short: HashTable<Slot>,
    /// By number of a form; the first stands for none.
    traits: Vec<Traits>,
}

/// The number of a form that a thread has met; 0 of one that is too long to be kept.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Met(u32);

/// A form and its numbers: the thread's, and the one in the article that had it last.
struct Slot {
    key: Key,
    met: Met,
    entry: u32,
}

/// Up to 15 bytes of a form, and their number in the last byte.
type Key = [u64; 2];

/// The forms of the article at hand.
pub(super) struct Numbers<'p> {
    interner: Interner,
    /// By number in the article. The first stands for no word.
    here: Vec<Here>,
    long: FxHashMap<&'p str, u32>,
}

/// What an article is told of one of its words.
pub(super) struct Numbered {
    pub number: u32,
    /// Of each token with this form.
    pub flags: TokenFlags,
    /// What is known of the form, if it is new to the article.
    pub new: Option<Traits>,
}

/// A form in the article at hand.
#[derive(Clone, Copy, Default)]
struct Here {
    met: Met,
    count: u32,
    /// Of each token with this form.
    flags: TokenFlags,
}

thread_local! {
    static KEPT: Cell<Option<Interner>> = const { Cell::new(None) };
}

impl Interner {
    /// More than these are not kept: a thread that reads on and on must not grow on and on.
    const MOST: usize = 1 << 17;

    fn new(lexicon: u32) -> Interner {
        static MADE: AtomicU32 = AtomicU32::new(1);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        Interner { lexicon, number, short: HashTable::new(), traits: vec![Traits::empty()] }
    }
}

impl<'p> Numbers<'p> {
    /// Of an article with this prose; what the thread knows of the lexicon with this number is used.
    pub fn new(prose: &str, lexicon: u32) -> Numbers<'p> {
        let fits = |kept: &Interner| kept.lexicon == lexicon && kept.traits.len() <= Interner::MOST;
        let mut interner = KEPT.take().filter(fits).unwrap_or_else(|| Interner::new(lexicon));
        let likely = Numbers::likely(prose);
        if interner.short.len() < likely {
            interner.short.reserve(likely - interner.short.len(), |slot| hash(slot.key));
        }
        let mut here = Vec::with_capacity(Numbers::likely(prose));
        here.push(Here::default());
        Numbers { interner, here, long: FxHashMap::default() }
    }

    /// How many distinct forms the prose may have: a short text has a new one in ten bytes, a long one
    /// in a hundred.
    pub fn likely(prose: &str) -> usize {
        (prose.len() / 8).min(500) + (prose.len() / 100).min(50_000)
    }

    /// The number of the form at `span`, which is the next one if it is new to the article. `ask` gives
    /// what the lexicon knows of it.
    #[inline]
    pub fn number(&mut self, prose: &'p str, span: Span, ask: impl Fn() -> Traits) -> Numbered {
        let next = self.here.len() as u32;
        let mut new = None;
        let mut meet = |here: &mut Vec<Here>, met, traits: Traits| {
            new = Some(traits);
            here.push(Here { met, count: 0, flags: flags(traits, &prose[span]) });
        };
        let number = match key(prose.as_bytes(), span) {
            Some(key) => {
                let (hash_of_key, same) = (hash(key), |slot: &Slot| slot.key == key);
                let Interner { short, traits, .. } = &mut self.interner;
                let slot = match short.find_mut(hash_of_key, same) {
                    Some(slot) => slot,
                    None => {
                        traits.push(ask());
                        let slot = Slot { key, met: Met(traits.len() as u32 - 1), entry: u32::MAX };
                        short.insert_unique(hash_of_key, slot, |slot| hash(slot.key)).into_mut()
                    }
                };
                if self.here.get(slot.entry as usize).is_none_or(|here| here.met != slot.met) {
                    slot.entry = next;
                    meet(&mut self.here, slot.met, traits[slot.met.0 as usize]);
                }
                slot.entry
            }
            None => *self.long.entry(&prose[span]).or_insert_with(|| {
                meet(&mut self.here, Met(0), ask());
                next
            }),
        };
        let here = &mut self.here[number as usize];
        here.count += 1;
        Numbered { number, flags: here.flags, new }
    }

    pub fn find(&self, form: &str) -> Option<u32> {
        let Some(key) = key(form.as_bytes(), Span::new(0, form.len())) else {
            return self.long.get(form).copied();
        };
        let slot = self.interner.short.find(hash(key), |slot| slot.key == key)?;
        self.here.get(slot.entry as usize).filter(|here| here.met == slot.met).map(|_| slot.entry)
    }

    /// How often the form with this number stands in the article.
    pub fn count(&self, number: u32) -> u32 {
        self.here[number as usize].count
    }

    /// What `make` says of each form of the article by its number, from 1 on; of a form that an
    /// earlier article had, what was said then.
    pub fn each<T: Copy>(&self, memory: &mut Memory<T>, mut make: impl FnMut(u32) -> T) -> impl Iterator<Item = T> {
        if memory.interner != self.interner.number {
            *memory = Memory { interner: self.interner.number, ..Memory::default() };
        }
        memory.known.resize(self.interner.traits.len(), None);
        (1..).zip(&self.here[1..]).map(move |(number, here)| match here.met.0 {
            0 => make(number),
            met => *memory.known[met as usize].get_or_insert_with(|| make(number)),
        })
    }
}

impl Drop for Numbers<'_> {
    fn drop(&mut self) {
        let empty = Interner { lexicon: 0, number: 0, short: HashTable::new(), traits: Vec::new() };
        KEPT.set(Some(std::mem::replace(&mut self.interner, empty)));
    }
}

/// What a thread has worked out for forms, whatever article they stand in.
pub struct Memory<T> {
    interner: u32,
    known: Vec<Option<T>>,
}

/// Where a thread keeps a [`Memory`].
pub type Kept<T> = LocalKey<Cell<Memory<T>>>;

impl<T> Default for Memory<T> {
    fn default() -> Memory<T> {
        Memory::EMPTY
    }
}

impl<T> Memory<T> {
    pub const EMPTY: Memory<T> = Memory { interner: 0, known: Vec::new() };
}

fn flags(traits: Traits, form: &str) -> TokenFlags {
    if traits.capital_of(form) { TokenFlags::CAPITAL } else { TokenFlags::empty() }
}

fn key(prose: &[u8], span: Span) -> Option<Key> {
    let len = span.len();
    if len > 15 {
        return None;
    }
    let start = span.start as usize;
    let bytes = match prose[start..].first_chunk::<16>() {
        Some(bytes) => *bytes,
        None => {
            let mut bytes = [0; 16];
            bytes[..len].copy_from_slice(&prose[start..start + len]);
            bytes
        }
    };
    let text = u128::from_le_bytes(bytes) & ((1 << (8 * len)) - 1);
    Some([text as u64, (text >> 64) as u64 | (len as u64) << 56])
}

fn hash(key: Key) -> u64 {
    // Multiply and fold: each bit of the form reaches the bits that the table looks at.
    let wide = u128::from(key[0] ^ 0x9e37_79b9_7f4a_7c15) * u128::from(key[1] ^ 0xd1b5_4a32_d192_ed03);
    (wide as u64) ^ (wide >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number that no lexicon of the tests has.
    const LEXICON: u32 = u32::MAX;

    /// The numbers of the words of a text, and how many of them were asked about.
    fn read<'p>(numbers: &mut Numbers<'p>, prose: &'p str) -> (Vec<u32>, usize) {
        let (mut found, asked) = (Vec::new(), Cell::new(0));
        let mut start = 0;
        for word in prose.split_inclusive(' ') {
            let span = Span::new(start, start + word.trim_end().len());
            let ask = || {
                asked.set(asked.get() + 1);
                Traits::LOWER
            };
            found.push(numbers.number(prose, span, ask).number);
            start += word.len();
        }
        (found, asked.get())
    }

    #[test]
    fn each_article_numbers_its_own_forms_and_asks_only_about_new_ones() {
        let first = "the cook and the unpronounceablenesses";
        let mut numbers = Numbers::new(first, LEXICON);
        assert_eq!(read(&mut numbers, first), (vec![1, 2, 3, 1, 4], 4));
        assert_eq!((numbers.find("the"), numbers.count(1)), (Some(1), 2));
        drop(numbers);

        let second = "a cook or the cook";
        let mut numbers = Numbers::new(second, LEXICON);
        assert_eq!(read(&mut numbers, second), (vec![1, 2, 3, 4, 2], 2));
        assert_eq!(numbers.find("and"), None, "a form of an earlier article is none of this one's");
        assert_eq!((numbers.find("cook"), numbers.count(2)), (Some(2), 2));
    }

    #[test]
    fn what_was_worked_out_for_a_form_is_not_worked_out_again() {
        let mut memory = Memory::EMPTY;
        for (text, new) in [("salt and pepper", 3), ("pepper and vinegar", 1)] {
            let mut numbers = Numbers::new(text, LEXICON - 1);
            read(&mut numbers, text);
            let mut made = 0;
            let lengths: Vec<usize> = numbers
                .each(&mut memory, |number| {
                    made += 1;
                    text.split(' ').nth(number as usize - 1).map_or(0, str::len)
                })
                .collect();
            assert_eq!(lengths, text.split(' ').map(str::len).collect::<Vec<_>>());
            assert_eq!(made, new);
        }
    }

    #[test]
    fn another_lexicon_is_asked_again() {
        let text = "salt";
        let mut numbers = Numbers::new(text, LEXICON - 2);
        assert_eq!(read(&mut numbers, text).1, 1);
        drop(numbers);
        let mut numbers = Numbers::new(text, LEXICON - 3);
        assert_eq!(read(&mut numbers, text).1, 1);
    }
}
