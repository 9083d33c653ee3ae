//! The words of an article, whatever their capitals.

use rustc_hash::FxHashMap;

use crate::evidence::Roots;
use crate::lexicon::{Traits, Words};
use crate::text::{EntryId, Format};

/// Where the forms of each word are, and what the article's apostrophes look like.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Open addressing by [`Root::form`](crate::evidence::roots::Root), a power of two of slots, half of
    /// them free: forms that differ only in their capitals stand in one row of slots.
    slots: Vec<(u32, EntryId)>,
    /// By root: how often unknown words of it stand in the article.
    unknown_roots: FxHashMap<u32, u32>,
    curly: u32,
    straight: u32,
}

/// How often a word stands in the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Uses {
    /// All letters in lower case.
    pub lower: u32,
    /// With a capital, at a sentence start or not.
    pub capital: u32,
}

impl Vocabulary {
    pub fn gather(words: &Words, roots: &Roots) -> Vocabulary {
        let slots = vec![(0, EntryId::NONE); (words.entries.len() * 2).next_power_of_two()];
        let mut all = Vocabulary { slots, ..Vocabulary::default() };
        for (number, entry) in words.entries.iter().enumerate().skip(1) {
            let id = EntryId(number as u32);
            let root = roots.of_entry(id);
            if entry.traits.any(Traits::UNKNOWN) && root.root != 0 {
                *all.unknown_roots.entry(root.root).or_default() += entry.count;
            }
            let mut slot = all.first_slot(root.form);
            while all.slots[slot].1 != EntryId::NONE {
                slot = (slot + 1) % all.slots.len();
            }
            all.slots[slot] = (root.form, id);
            if entry.traits.any(Traits::APOSTROPHE) {
                match words.article.prose[entry.first].contains('’') {
                    true => all.curly += entry.count,
                    false => all.straight += entry.count,
                }
            }
        }
        // An article that has none yet has quotation marks, and Markdown is typed on a keyboard.
        if all.curly == all.straight {
            let has = |shape: &[char]| words.quotes.iter().any(|mark| words.text(&words.tokens[*mark]).contains(shape));
            if has(&['“', '”']) {
                all.curly += 1;
            } else if words.article.format == Format::Markdown || has(&['"']) {
                all.straight += 1;
            }
        }
        all
    }

    /// The forms of a word of the article, in any case.
    pub fn forms(&self, form: u32) -> impl Iterator<Item = EntryId> {
        let (before, from) = self.slots.split_at(self.first_slot(form));
        let row = from.iter().chain(before).take_while(|(_, id)| *id != EntryId::NONE);
        row.filter(move |(other, _)| *other == form).map(|(_, id)| *id)
    }

    /// The uses of a word of the article, in any case.
    pub fn uses(&self, words: &Words, form: u32) -> Uses {
        let mut uses = Uses::default();
        for entry in self.forms(form).map(|id| &words.entries[id.0 as usize]) {
            *if entry.traits.any(Traits::LOWER) { &mut uses.lower } else { &mut uses.capital } += entry.count;
        }
        uses
    }

    fn first_slot(&self, form: u32) -> usize {
        (form >> 1) as usize & (self.slots.len() - 1)
    }

    /// How often unknown words of a root stand in the article.
    pub fn unknown_root(&self, root: u32) -> u32 {
        self.unknown_roots.get(&root).copied().unwrap_or(0)
    }

    /// The apostrophe that the article writes.
    pub fn apostrophe(&self) -> char {
        self.apostrophe_shown().unwrap_or('\'')
    }

    /// The apostrophe that the article writes, if anything shows it.
    pub fn apostrophe_shown(&self) -> Option<char> {
        (self.curly + self.straight > 0).then_some(if self.curly > self.straight { '’' } else { '\'' })
    }
}
