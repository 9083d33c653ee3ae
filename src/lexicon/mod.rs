//! What is known of words before an article is read.
//!
//! The lists in `data/` are compiled into the program (`build/lexicon.rs`). [`Lexicon::traits`]
//! is asked once for each distinct form of an article and answers from one table; all else is for
//! the few words that a rule has a question about.

mod derived;
pub mod dialect;
mod famous;
mod fold;
mod forms;
mod house;
mod intern;
mod interner;
// Half of it is the build script's.
#[allow(dead_code)]
mod layout;
pub mod letters;
mod respell;
mod shape;
pub mod sound;
mod spoken;
pub mod suggest;
pub mod traits;
pub mod variants;
mod variants_layout;
pub mod words;

use std::borrow::Cow;
use std::sync::atomic::{AtomicU32, Ordering};

pub use dialect::Dialect;
pub use house::House;
pub use interner::Memory;
pub use layout::without_accents;
pub use spoken::{Onset, are_said_alike};
pub use traits::Traits;
pub use words::{Entry, Words};

use derived::known_in;
use fold::Folded;

/// The knowledge built into the program, and the house's own words.
pub struct Lexicon {
    house: House,
    /// No two lexicons of a run have the same.
    number: u32,
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        Lexicon::new(House::default())
    }
}

impl Lexicon {
    pub fn new(house: House) -> Lexicon {
        static MADE: AtomicU32 = AtomicU32::new(0);
        Lexicon { house, number: MADE.fetch_add(1, Ordering::Relaxed) + 1 }
    }

    /// What is known of a form as written.
    pub fn traits(&self, form: &str) -> Traits {
        let shape = shape::of(form);
        let mut traits = self.knowledge(form, shape);
        let word = Traits::LOWER.union(Traits::TITLE).union(Traits::UPPER).union(Traits::MIXED);
        let explained = Traits::KNOWN | Traits::MISSPELLED | Traits::PROPER | Traits::LETTER | Traits::OTHER_SCRIPT;
        traits.set(Traits::UNKNOWN, shape.any(word) && !traits.any(explained));
        traits
    }

    fn knowledge(&self, form: &str, shape: Traits) -> Traits {
        let folded;
        // Most are folded already.
        let key = if shape.any(Traits::LOWER) && form.is_ascii() && form.len() <= Folded::LONGEST {
            form
        } else {
            let Some(of) = Folded::of(form) else { return shape };
            folded = of;
            folded.as_str()
        };
        if !self.house.is_empty()
            && let Some(traits) = self.house_traits(form, key, shape)
        {
            return traits;
        }
        if shape.any(Traits::OTHER_SCRIPT) {
            return shape;
        }
        let Some(stored) = derived::knowledge(key, shape) else { return shape };
        let mut known = stored.any(known_in(shape));
        if shape.any(Traits::MIXED) && !stored.any(Traits::COMMON) {
            known = self.proper_form(form).is_some_and(|own| own == form) || is_plural_of_capitals(form, stored);
        }
        let mut traits = shape | (stored - Traits::KNOWN - layout::IN_CAPITALS - layout::OWN_CAPITALS);
        traits.set(Traits::KNOWN, known && !stored.any(Traits::MISSPELLED));
        traits
    }

    /// How common a word is, from 0 to 15; a word of each class is about two and a half times as
    /// common as one of the class below.
    pub fn commonness(&self, word: &str) -> Option<u8> {
        let folded = Folded::of(word)?;
        forms::stored(folded.as_str()).map(|s| s.commonness)
    }

    /// How a name is written that is wrong without its capitals (“mexico” → “Mexico”, “github” →
    /// “GitHub”), with the possessive ending that it was given; `None` for all else.
    pub fn proper_form(&self, form: &str) -> Option<Cow<'static, str>> {
        if let Some(own) = self.house_form(form) {
            return own.contains(char::is_uppercase).then_some(Cow::Owned(own));
        }
        let (stem, ending) = split_possessive(form);
        let own = proper(Folded::of(stem)?.as_str())?;
        Some(if ending.is_empty() { own } else { Cow::Owned(format!("{own}{ending}")) })
    }

    /// How the house writes a word that it accepts, with the ending that the form has.
    pub fn house_form(&self, form: &str) -> Option<String> {
        if self.house.is_empty() {
            return None;
        }
        let folded = Folded::of(form)?;
        let (own, covered) = self.house.accepted(folded.as_str())?;
        // What is folded in a word may take fewer bytes; an ending takes as many letters.
        let letters = folded.as_str()[covered..].chars().count();
        let ending = form.char_indices().rev().take(letters).last().map_or("", |(at, _)| &form[at..]);
        // The mark is the form's.
        let mark = |c: char| matches!(c, '\'' | '’');
        let mut marks = form.chars().filter(|c| mark(*c));
        let own = own.chars().map(|c| if mark(c) { marks.next().unwrap_or(c) } else { c });
        Some(own.collect::<String>() + ending)
    }

    /// The correction of a sure misspelling, in the case that the form has.
    pub fn correction(&self, form: &str) -> Option<String> {
        let (stem, ending) = split_possessive(form);
        let folded = Folded::of(stem)?;
        let key = folded.as_str();
        if self.house.accepted(key).is_some() {
            return None;
        }
        let right = forms::correction(key)?;
        Some(with_ending(in_case_of(stem, right), ending))
    }

    /// Whether the letters are an abbreviation's when they are capitals (“pdf”).
    pub fn is_abbreviation(&self, form: &str) -> bool {
        Folded::of(split_possessive(form).0)
            .is_some_and(|f| forms::knowledge(f.as_str().as_bytes()).is_some_and(|t| t.any(layout::IN_CAPITALS)))
    }

    fn house_traits(&self, form: &str, key: &str, shape: Traits) -> Option<Traits> {
        let (own, covered) = self.house.accepted(key)?;
        let stem = &key[..covered];
        let built_in = derived::knowledge(key, shape).unwrap_or_default()
            - Traits::KNOWN
            - Traits::MISSPELLED
            - Traits::PROPER
            - layout::IN_CAPITALS
            - layout::OWN_CAPITALS;
        let is_lower = own == stem;
        let as_written = self.house_form(form).is_some_and(|own| own == form);
        let known = is_lower || as_written || shape.any(Traits::UPPER);
        let mut traits = shape | built_in;
        traits.set(Traits::COMMON, is_lower || built_in.any(Traits::COMMON) && own == capitalised(stem));
        traits.set(Traits::PROPER, !traits.any(Traits::COMMON));
        let own_way = own != capitalised(stem) || shape.any(Traits::UPPER) && own.contains(char::is_lowercase);
        traits.set(Traits::BRAND, built_in.any(Traits::BRAND) || !is_lower && own_way);
        traits.set(Traits::KNOWN, known || shape.any(Traits::LOWER.union(Traits::TITLE)) && traits.any(Traits::COMMON));
        Some(traits)
    }
}

/// Gives the letters of `word` the capitals that `form` has: all, the first, or none.
pub fn in_case_of(form: &str, word: &str) -> String {
    let shape = shape::of(form);
    if shape.any(Traits::UPPER) {
        word.to_uppercase()
    } else if form.starts_with(char::is_uppercase) {
        capitalised(word)
    } else {
        word.to_string()
    }
}

/// The word with its first letter a capital.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let mut capitalised = String::with_capacity(word.len());
    capitalised.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    capitalised.push_str(letters.as_str());
    capitalised
}

fn proper(key: &str) -> Option<Cow<'static, str>> {
    let stored = forms::stored(key)?;
    if let Some(own) = stored.own {
        return (!stored.lower).then(|| Cow::Borrowed(forms::own_capitals(own)));
    }
    if !stored.name_only {
        return None;
    }
    Some(Cow::Owned(if stored.title { capitalised(key) } else { key.to_uppercase() }))
}

/// The form and its “’s”, if it has one.
pub fn split_possessive(form: &str) -> (&str, &str) {
    let stem = form
        .strip_suffix("'s")
        .or_else(|| form.strip_suffix("’s"))
        .or_else(|| form.strip_suffix("s'").map(|_| &form[..form.len() - 1]));
    let stem = stem.or_else(|| form.strip_suffix('’'));
    stem.map_or((form, ""), |stem| (stem, &form[stem.len()..]))
}

/// The word with the possessive ending of another: of “childrens’” that is “children’s”.
fn with_ending(word: String, ending: &str) -> String {
    let alone = matches!(ending, "'" | "’") && !word.ends_with(['s', 'x', 'z']);
    word + ending + if alone { "s" } else { "" }
}

/// “NGOs”, “MPs”
fn is_plural_of_capitals(form: &str, stem: Traits) -> bool {
    form.strip_suffix('s').is_some_and(|s| s.chars().all(char::is_uppercase)) && stem.any(layout::IN_CAPITALS)
}

#[cfg(test)]
mod tests;
