//! The words that the article has in lower case and with a capital at their front: “president” and
//! “President”.
//!
//! Rules that compare the two ask here rather than look the other form up for each place: of most
//! words an article has only one, and that is seen at once.

use super::Roots;
use crate::lexicon::{Traits, Words, capitalised};
use crate::text::EntryId;

pub struct Cases {
    /// By entry, the same word in the other case; [`EntryId::NONE`] where the article has none.
    twins: Vec<EntryId>,
    /// Each word that has both, by the form in lower case.
    pairs: Vec<(EntryId, EntryId)>,
}

impl Cases {
    pub fn gather(words: &Words, roots: &Roots) -> Cases {
        let mut all = Cases { twins: vec![EntryId::NONE; words.entries.len()], pairs: Vec::new() };
        let lower = Lower::of(words, roots);
        for (number, entry) in words.entries.iter().enumerate().skip(1) {
            let capital = EntryId(number as u32);
            if entry.traits.any(Traits::TITLE)
                && let Some(lower) = lower.find(words, roots, capital)
            {
                all.twins[capital.0 as usize] = lower;
                all.twins[lower.0 as usize] = capital;
                all.pairs.push((lower, capital));
            }
        }
        all
    }

    /// The form of the same word in the other case, if the article has it.
    pub fn twin(&self, form: EntryId) -> Option<EntryId> {
        Some(self.twins[form.0 as usize]).filter(|twin| *twin != EntryId::NONE)
    }

    /// Each word that the article has in both cases, in lower case and with its capital.
    pub fn pairs(&self) -> &[(EntryId, EntryId)] {
        &self.pairs
    }
}

/// The forms in lower case, by what all cases of a word have in common.
struct Lower {
    /// With open addressing; at least half are free.
    slots: Vec<EntryId>,
}

impl Lower {
    fn of(words: &Words, roots: &Roots) -> Lower {
        let mut slots = vec![EntryId::NONE; (words.entries.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for (number, entry) in words.entries.iter().enumerate().skip(1) {
            if entry.traits.any(Traits::LOWER) {
                let form = EntryId(number as u32);
                let mut slot = slot(roots, form) & mask;
                while slots[slot] != EntryId::NONE {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = form;
            }
        }
        Lower { slots }
    }

    fn find(&self, words: &Words, roots: &Roots, capital: EntryId) -> Option<EntryId> {
        let mask = self.slots.len() - 1;
        let mut slot = slot(roots, capital) & mask;
        loop {
            match self.slots[slot] {
                EntryId::NONE => return None,
                lower
                    if roots.of_entry(lower).form == roots.of_entry(capital).form
                        && is_capitalised(words.form(capital), words.form(lower)) =>
                {
                    return Some(lower);
                }
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}

fn slot(roots: &Roots, form: EntryId) -> usize {
    // The lowest bit is always set.
    (roots.of_entry(form).form >> 1) as usize
}

/// Whether the one is the other with a capital at its front.
fn is_capitalised(capital: &str, lower: &str) -> bool {
    match (capital.as_bytes(), lower.as_bytes()) {
        ([a, one @ ..], [b, other @ ..]) if a.is_ascii() => a.eq_ignore_ascii_case(b) && one == other,
        _ => capital == capitalised(lower),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    #[test]
    fn a_word_is_paired_with_its_other_case_and_with_no_other_word() {
        let article =
            plain::read("The President met the president’s men, and the président met Président Blanc. THE end.\n");
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let cases = Cases::gather(&words, &Roots::gather(&words));
        let twin = |form: &str| Some(words.form(cases.twin(words.find(form)?)?));
        assert_eq!((twin("The"), twin("the"), twin("THE")), (Some("the"), Some("The"), None));
        assert_eq!((twin("president’s"), twin("President"), twin("men")), (None, None, None));
        assert_eq!(twin("président"), Some("Président"));
        assert_eq!(cases.pairs().len(), 2);
    }
}
