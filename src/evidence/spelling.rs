//! Which spelling an article is written in.

use crate::lexicon::{Dialect, Traits, Words};

/// How often words stand in the article that only one spelling has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Spelling {
    pub american: u32,
    pub british: u32,
}

impl Spelling {
    /// Counts words in lower case: names keep their spelling everywhere.
    pub fn gather(words: &Words) -> Spelling {
        let mut spelling = Spelling::default();
        let own = words.forms_with(Traits::US | Traits::GB).map(|(_, entry)| entry);
        for entry in own.filter(|entry| entry.traits.any(Traits::LOWER)) {
            // A word said ten times is one choice made once, or twice.
            let weight = entry.count.min(2);
            if entry.traits.any(Traits::US) {
                spelling.american += weight;
            }
            if entry.traits.any(Traits::GB) {
                spelling.british += weight;
            }
        }
        spelling
    }

    /// The spelling that the article follows, if it clearly follows one.
    pub fn followed(self) -> Option<Dialect> {
        let Spelling { american, british } = self;
        if american >= 2 && american >= british * 3 {
            Some(Dialect::American)
        } else if british >= 2 && british >= american * 3 {
            Some(Dialect::British)
        } else {
            None
        }
    }

    pub fn count(self, dialect: Dialect) -> u32 {
        match dialect {
            Dialect::American => self.american,
            Dialect::British => self.british,
        }
    }

    /// The first few words that show this spelling, and how many speak for it and against it:
    /// “organized”, “favorite” and 3 more; British: 1.
    pub fn evidence(self, words: &Words, dialect: Dialect) -> String {
        const SHOWN: usize = 3;
        let (own, against, other) = match dialect {
            Dialect::American => (Traits::US, self.british, "British"),
            Dialect::British => (Traits::GB, self.american, "American"),
        };
        let speaking = words.entries.iter().filter(|e| e.traits.any(Traits::LOWER) && e.traits.any(own));
        let shown: Vec<_> =
            speaking.clone().take(SHOWN).map(|e| format!("“{}”", &words.article.prose[e.first])).collect();
        let more = speaking.count() - shown.len();
        let mut text = shown.join(", ");
        if more > 0 {
            text.push_str(&format!(" and {more} more"));
        }
        if against > 0 {
            text.push_str(&format!("; {other}: {against}"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    fn followed(text: &str) -> Option<Dialect> {
        let article = plain::read(text);
        Spelling::gather(&Words::read(&article, &Lexicon::default())).followed()
    }

    #[test]
    fn the_spelling_of_most_words_is_followed() {
        assert_eq!(followed("The color of the harbor changed.\n"), Some(Dialect::American));
        assert_eq!(
            followed("The colour of the harbour changed, and the neighbours travelled.\n"),
            Some(Dialect::British)
        );
    }

    #[test]
    fn one_word_or_a_tie_shows_nothing() {
        assert_eq!(followed("One colour, one color.\n"), None);
        assert_eq!(followed("The colour of the sea.\n"), None);
    }

    #[test]
    fn names_show_nothing() {
        assert_eq!(followed("The Labour Party met at the Barbican Centre by the Pearl Harbour wall.\n"), None);
    }
}
