//! Names that everybody knows, and forms that are one slip away from one: “Febuary”, “Pakastan”.
//!
//! A form with a capital that nothing is known of is nearly always a name of its own. What can be
//! taken for a slip is a form beside the name of a month, a people or a large place.

use super::fold::Folded;
use super::{Lexicon, capitalised, layout, split_possessive};

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/famous.bin"));
static NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/famous.txt"));

impl Lexicon {
    /// The famous name that a form is one slip away from (a letter more, less, other, or two swapped
    /// between its first and its last), with its capital and the form's possessive ending. `None` if there is
    /// none, or more than one.
    pub fn famous_near(&self, form: &str) -> Option<String> {
        let (stem, ending) = split_possessive(form);
        let folded = Folded::of(stem)?;
        let key = folded.as_str();
        if key.len() < SHORTEST || !key.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let mut shorter = [0; Folded::LONGEST];
        let mut found = find(key.as_bytes());
        for at in 0..key.len() {
            let (front, back) = (&key.as_bytes()[..at], &key.as_bytes()[at + 1..]);
            shorter[..at].copy_from_slice(front);
            shorter[at..at + back.len()].copy_from_slice(back);
            let one = find(&shorter[..key.len() - 1]);
            if one.is_some() && found.is_some() && one != found {
                return None;
            }
            found = found.or(one);
        }
        let name = NAMES.lines().nth(found? as usize - 1)?;
        // People get the first letter right, and another last one makes another name (“Caledonian”).
        let ends = |word: &str| (word.as_bytes()[0], word.as_bytes()[word.len() - 1]);
        let near = ends(name) == ends(key) && strsim::osa_distance(name, key) == 1;
        near.then(|| format!("{}{ending}", capitalised(name)))
    }
}

/// The least letters that a form has which is taken for a slip of a name.
const SHORTEST: usize = 5;

/// The number of the name, from 1.
fn find(key: &[u8]) -> Option<u32> {
    let (seed, slots) = TABLE.split_at(4);
    layout::find(slots, key, layout::word(seed, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_one_slip_from_a_name_that_all_know_is_near_it() {
        let lexicon = Lexicon::default();
        for (form, name) in [
            ("Febuary", "February"),
            ("Wendesday", "Wednesday"),
            ("Brittish", "British"),
            ("Pakastan's", "Pakistan's"),
            ("Germeny", "Germany"),
            ("Itallian", "Italian"),
        ] {
            assert_eq!(lexicon.famous_near(form).as_deref(), Some(name), "{form}");
        }
    }

    #[test]
    fn other_names_are_near_none() {
        let lexicon = Lexicon::default();
        for form in ["Ramirez", "Parris", "Marsha", "Hemingway", "Copperfield", "Ögerman", "Caledonian", "Dominici"] {
            assert_eq!(lexicon.famous_near(form), None, "{form}");
        }
    }
}
