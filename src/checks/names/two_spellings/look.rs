//! What shows of most pairs of words that they are not two spellings of one, before their letters are
//! compared: their lengths, which letters they have, how they start.

use crate::lexicon::Onset;

/// A word at a glance, whatever its case.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// In bytes.
    len: u16,
    is_ascii: bool,
    /// A bit for each letter that it has.
    letters: u32,
    onset: Onset,
}

impl Look {
    pub fn of(word: &str) -> Look {
        Look {
            len: word.len() as u16,
            is_ascii: word.is_ascii(),
            letters: word.bytes().fold(0, |set, b| set | 1 << (b & 31)),
            onset: Onset::of(word),
        }
    }

    /// Whether it can be one or two letters from the other.
    pub fn may_be_near(self, other: Look) -> bool {
        let lengths = self.len.abs_diff(other.len);
        match self.is_ascii && other.is_ascii {
            true => lengths < 3 && (self.letters ^ other.letters).count_ones() < 5,
            false => lengths < 8,
        }
    }

    pub fn may_be_said_like(self, other: Look) -> bool {
        self.onset.may_be_said_like(other.onset)
    }
}
