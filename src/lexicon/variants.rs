//! Words that are rightly spelled in more than one way (“adviser”, “advisor”; “web site”,
//! “website”): `data/variants.txt`.

use super::traits::Traits;
use super::variants_layout::filter_bit;

include!(concat!(env!("OUT_DIR"), "/variants.rs"));

/// What the list says of a form.
#[derive(Debug)]
pub struct Row {
    form: &'static str,
    /// The number of the word that it is one form of; 0 if of none. “Adviser”, “advisors” are of one.
    pub word: u16,
    /// Which of the word's spellings it has, and which of its endings.
    pub variant: u8,
    ending: u8,
    /// Whether it is a compound written as one word.
    pub compound: bool,
    /// The words that make a compound with it.
    pub seconds: &'static [&'static str],
}

impl Row {
    /// In lower case.
    pub fn form(&self) -> &'static str {
        self.form
    }
}

impl Row {
    /// The same word with the same ending, in another of its spellings.
    pub fn spelled_like(&self, other: &Row) -> Option<&'static str> {
        let same = |row: &&Row| (row.word, row.ending, row.variant) == (self.word, self.ending, other.variant);
        ROWS.iter().find(same).map(|row| row.form)
    }
}

/// A row by its number.
pub fn row(number: u16) -> &'static Row {
    &ROWS[number as usize]
}

/// The number of a form's row in the list, whatever its case; of its noun's, if it is a possessive.
pub fn find(form: &str, traits: Traits) -> Option<u16> {
    const LONGEST: usize = 24;
    let form = match traits.any(Traits::POSSESSIVE) {
        true => form.strip_suffix("’s").or_else(|| form.strip_suffix("'s")).unwrap_or(form),
        false => form,
    };
    let mut lower = [0; LONGEST];
    let bytes = form.as_bytes();
    let key = if traits.any(Traits::LOWER) {
        bytes
    } else {
        let lower = lower.get_mut(..bytes.len())?;
        lower.copy_from_slice(bytes);
        lower.make_ascii_lowercase();
        lower
    };
    let bit = filter_bit(key);
    if FILTER[bit / 64] & 1 << (bit % 64) == 0 {
        return None;
    }
    ROWS.binary_search_by(|row| row.form.as_bytes().cmp(key)).ok().map(|at| at as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_found_in_any_case_and_as_possessives() {
        let word = |form: &str, traits| find(form, traits).map(|at| row(at).word);
        let adviser = word("adviser", Traits::LOWER);
        assert!(adviser.is_some_and(|word| word > 0));
        assert_eq!(word("Advisor", Traits::TITLE), adviser);
        assert_eq!(word("advisor’s", Traits::LOWER | Traits::POSSESSIVE), adviser);
        assert_eq!(word("advisors", Traits::LOWER), adviser);
        let row_of = |form: &str| find(form, Traits::LOWER).map(row).unwrap();
        assert_eq!(row_of("advisors").spelled_like(row_of("adviser")), Some("advisers"));
        assert!(find("adverse", Traits::LOWER).is_none());
    }

    #[test]
    fn compounds_are_found_by_their_first_word_and_as_one_word() {
        assert!(find("web", Traits::LOWER).is_some_and(|at| row(at).seconds.contains(&"site")));
        assert!(find("websites", Traits::LOWER).is_some_and(|at| row(at).compound));
    }
}
