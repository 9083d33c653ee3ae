//! The words of an article, whatever their capitals.

use rustc_hash::FxHashMap;

use crate::evidence::Roots;
use crate::lexicon::{Traits, Words};
use crate::text::EntryId;

/// How often each word stands in the article, in which case, and what its apostrophes look like.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// By [`Root::form`](crate::evidence::roots::Root).
    uses: FxHashMap<u32, Uses>,
    /// By root: how often unknown words of it stand in the article.
    unknown_roots: FxHashMap<u32, u32>,
    curly: u32,
    straight: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Uses {
    /// All letters in lower case.
    pub lower: u32,
    /// With a capital, at a sentence start or not.
    pub capital: u32,
}

impl Vocabulary {
    pub fn gather(words: &Words, roots: &Roots) -> Vocabulary {
        let mut all = Vocabulary::default();
        all.uses.reserve(words.entries.len());
        for (number, entry) in words.entries.iter().enumerate().skip(1) {
            let root = roots.of_entry(EntryId(number as u32));
            if entry.traits.any(Traits::UNKNOWN) && root.root != 0 {
                *all.unknown_roots.entry(root.root).or_default() += entry.count;
            }
            let uses = all.uses.entry(root.form).or_default();
            if entry.traits.any(Traits::LOWER) {
                uses.lower += entry.count;
            } else {
                uses.capital += entry.count;
            }
            if entry.traits.any(Traits::APOSTROPHE) {
                match words.article.prose[entry.first].contains('’') {
                    true => all.curly += entry.count,
                    false => all.straight += entry.count,
                }
            }
        }
        if all.curly == all.straight && words.article.prose.contains(['“', '”']) {
            all.curly += 1;
        }
        all
    }

    /// The uses of a word of the article, in any case.
    pub fn uses(&self, form: u32) -> Uses {
        self.uses.get(&form).copied().unwrap_or_default()
    }

    /// How often unknown words of a root stand in the article.
    pub fn unknown_root(&self, root: u32) -> u32 {
        self.unknown_roots.get(&root).copied().unwrap_or(0)
    }

    /// The apostrophe that the article writes.
    pub fn apostrophe(&self) -> char {
        self.apostrophe_shown().unwrap_or('\'')
    }

    /// The apostrophe that the article writes, if it writes any.
    pub fn apostrophe_shown(&self) -> Option<char> {
        (self.curly + self.straight > 0).then_some(if self.curly > self.straight { '’' } else { '\'' })
    }
}
