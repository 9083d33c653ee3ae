//! Words run together that show by a capital where the second begins; all others are found among the
//! misspelt ones.

use super::{Certainty, Grounds, Slip, SlipKind};
use crate::lexicon::Traits;

impl Grounds<'_> {
    /// “theWeb”, “ServicesAdministration”
    pub(super) fn joined_at_capital(&self, index: usize) -> Option<Slip> {
        let token = &self.words.tokens[index];
        let form = self.words.text(token);
        let (at, _) = form.char_indices().find(|(at, c)| *at > 0 && c.is_uppercase())?;
        let (left, right) = form.split_at(at);
        let (first, second) = (self.lexicon.traits(left), self.lexicon.traits(right));
        let whole = second.any(Traits::TITLE | Traits::UPPER) && second.any(Traits::KNOWN);
        if !whole || !first.any(Traits::KNOWN) || right.len() < 3 {
            return None;
        }
        let little = ["the", "and", "of", "with", "from", "that", "was", "his", "her", "their", "our"];
        let joined = if first.any(Traits::LOWER) {
            // “forEach” and “onClick” are code.
            little.contains(&left)
        } else if left == "The" {
            // “TheGuardian”, “TheBeatles”; but “TheStreet” and “TheTruth” may well be names.
            let body = second.any(Traits::ORGANISATION) && !second.any(Traits::SURNAME);
            body || !second.any(Traits::COMMON) && second.any(Traits::PROPER | Traits::ORGANISATION)
        } else {
            // “DeliveryCircle’s model”: what stands with an ending as well is a name.
            let own = form.trim_end_matches("'s").trim_end_matches("’s");
            let alone =
                || ["", "'s", "’s"].iter().filter(|end| self.words.find(&[own, end].concat()).is_some()).count() < 2;
            let once = self.words.entries[token.entry().0 as usize].count == 1 && alone();
            let stem = right.trim_end_matches(['s', '\'', '’']);
            // “DaimlerChrysler” is made of names.
            once && left.len() >= 7 && stem.len() >= 6 && second.any(Traits::COMMON)
        };
        // Two words with capitals may be a name that is written so.
        let certainty = if first.any(Traits::LOWER) { Certainty::Likely } else { Certainty::Doubtful };
        let choices = vec![format!("{left} {right}")];
        let kind = SlipKind::Joined;
        joined.then(|| Slip {
            token: index,
            span: token.span(),
            kind,
            word: form.to_string(),
            choices,
            certainty,
            plain: false,
            familiar: true,
        })
    }
}
