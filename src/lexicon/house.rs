//! The words that the house accepts, which go before all that is built in.

use std::collections::HashMap;

use super::fold::Folded;
use super::split_possessive;

/// The house's own words.
#[derive(Clone, Debug, Default)]
pub struct House {
    /// By form in lower case: the form as the house writes it.
    accepted: HashMap<String, String>,
}

impl House {
    /// Each word enforces its own capitals.
    pub fn new(accepted: impl IntoIterator<Item = impl AsRef<str>>) -> House {
        let mut house = House::default();
        for entry in accepted {
            // The parts of “Los Zetas” are words of the article's, one by one.
            for word in entry.as_ref().split([' ', '-']).filter(|w| !w.is_empty()) {
                house.accepted.insert(fold(word), word.to_string());
            }
        }
        house
    }

    pub fn is_empty(&self) -> bool {
        self.accepted.is_empty()
    }

    /// The accepted form of a word, and how much of the key it stands for: not the ending of a possessive
    /// (“github's”), nor that of a plural if the word is a name (“githubs”).
    pub fn accepted(&self, key: &str) -> Option<(&str, usize)> {
        if self.is_empty() {
            return None;
        }
        let find = |part: &str| self.accepted.get(part).map(|own| (own.as_str(), part.len()));
        let (stem, _) = split_possessive(key);
        let plural = |part: &str| {
            let one = part.strip_suffix('s').or_else(|| part.strip_suffix("s'"))?;
            find(one).filter(|(own, _)| own.contains(char::is_uppercase))
        };
        find(key).or_else(|| find(stem)).or_else(|| plural(key)).or_else(|| plural(stem))
    }
}

fn fold(word: &str) -> String {
    Folded::of(word).map_or_else(|| word.to_lowercase(), |f| f.as_str().to_string())
}
