//! The words that the house accepts, which go before all that is built in.

use std::collections::HashMap;

use super::fold::Folded;

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

    /// The accepted form of a word.
    pub fn accepted(&self, key: &str) -> Option<&str> {
        self.accepted.get(key).map(String::as_str)
    }
}

fn fold(word: &str) -> String {
    Folded::of(word).map_or_else(|| word.to_lowercase(), |f| f.as_str().to_string())
}
