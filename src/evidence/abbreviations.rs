//! How the article spaces its abbreviations.

use rustc_hash::FxHashMap;

use crate::lexicon::Words;
use crate::text::{BlockKind, EntryId, Kind};

/// By abbreviation, what follows it. Forms that differ in case are different abbreviations.
#[derive(Debug, Default)]
pub struct Abbreviations(FxHashMap<EntryId, Uses>);

/// What follows the uses of one abbreviation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// White space and a word.
    pub spaced: u32,
    /// Of those, the ones in a speaker's label.
    pub spaced_in_labels: u32,
    /// A word, without a space.
    pub glued: u32,
}

impl Abbreviations {
    pub fn gather(words: &Words) -> Abbreviations {
        let mut all = Abbreviations::default();
        for (number, block) in words.article.blocks.iter().enumerate() {
            let tokens = &words.tokens[words.range(number)];
            for pair in tokens.windows(2).filter(|pair| pair[0].kind == Kind::Abbreviation) {
                let uses = all.0.entry(pair[0].entry()).or_default();
                match (pair[1].kind.is_wordlike(), pair[1].spaced()) {
                    (true, true) => {
                        uses.spaced += 1;
                        let in_label = block.kind == BlockKind::Turn && pair[1].end() <= block.label.end;
                        uses.spaced_in_labels += u32::from(in_label);
                    }
                    (true, false) => uses.glued += 1,
                    _ => {}
                }
            }
        }
        all
    }

    pub fn uses(&self, abbreviation: EntryId) -> Uses {
        self.0.get(&abbreviation).copied().unwrap_or_default()
    }
}
