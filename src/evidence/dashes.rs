//! Which dash the article uses between words, and whether it stands between spaces.

use crate::lexicon::Words;
use crate::text::{Kind, Kinds, Token};

/// How often each form stands between two words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dashes {
    pub closed_em: u32,
    pub spaced_em: u32,
    pub closed_en: u32,
    pub spaced_en: u32,
    /// Two hyphens for a dash, between spaces.
    pub hyphens: u32,
}

impl Dashes {
    pub fn gather(words: &Words) -> Dashes {
        let mut all = Dashes::default();
        for dash in words.signs(Kinds::of(&[Kind::Dash])) {
            let block = words.range(words.block_of(dash));
            if block.start < dash && dash + 1 < block.end {
                all.count(words.text(&words.tokens[dash]), &words.tokens[dash - 1..dash + 2]);
            }
        }
        all
    }

    fn count(&mut self, mark: &str, around: &[Token]) {
        // Between figures an en dash is a range.
        if matches!(around[0].kind, Kind::Number | Kind::Figures) {
            return;
        }
        match (mark, around[1].spaced(), around[2].spaced()) {
            ("—", false, false) => self.closed_em += 1,
            ("—", true, true) => self.spaced_em += 1,
            ("–", false, false) => self.closed_en += 1,
            ("–", true, true) => self.spaced_en += 1,
            ("--", true, true) => self.hyphens += 1,
            _ => {}
        }
    }

    /// Whether this dash stands between spaces wherever it stands (`true`) or nowhere (`false`);
    /// `None` where the article does not show a habit.
    pub fn spaces(&self, mark: &str) -> Option<bool> {
        let (spaced, closed) = match mark {
            "—" => (self.spaced_em, self.closed_em),
            // A closed en dash joins equals (“north–south”): it shows nothing of dashes between clauses.
            "–" => (self.spaced_en, 0),
            _ => return None,
        };
        match (spaced, closed) {
            (0, 0) => None,
            (s, c) if s > 3 * c => Some(true),
            (s, c) if c > 3 * s => Some(false),
            _ => None,
        }
    }

    /// Whether the article sets any dash between clauses.
    pub fn any(&self) -> bool {
        self.closed_em + self.spaced_em + self.spaced_en > 0
    }

    /// The dash that the article sets between clauses, with its spaces; a closed em dash where it
    /// shows none.
    pub fn habit(&self) -> &'static str {
        let most = self.closed_em.max(self.spaced_em).max(self.spaced_en);
        match most {
            _ if most == self.closed_em => "—",
            _ if most == self.spaced_em => " — ",
            _ => " – ",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    fn gathered(source: &str) -> Dashes {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        Dashes::gather(&Words::read(&article, &lexicon))
    }

    #[test]
    fn dashes_show_a_habit_where_they_agree() {
        let spaced = gathered("The hall – the old one – burned – twice in 1998–99.\n");
        assert_eq!((spaced.spaces("–"), spaced.habit()), (Some(true), " – "));
        let closed = gathered("The hall—the old one—burned.\n");
        assert_eq!((closed.spaces("—"), closed.spaces("–"), closed.habit()), (Some(false), None, "—"));
        assert_eq!(gathered("The hall—the old — burned.\n").spaces("—"), None);
    }
}
