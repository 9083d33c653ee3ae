//! What is numbered: “Section 4” beside “section 9”, “Act 2” beside “Act Two”, “Phase 3” beside “Phase III”.

use super::{Gather, Here, Topic, hash, takes_capital};
use crate::evidence::forms::class::Class;
use crate::lexicon::Traits;
use crate::text::{BlockKind, Kind, Token};

/// How the number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbered {
    Figures,
    Words,
    Roman,
}

impl Gather<'_> {
    /// A word like “section”, if a number stands behind it.
    pub(super) fn label(&mut self, here: Here) {
        let token = *self.token(here.at);
        let copy = matches!(here.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn);
        let Some(number) = self.after(here, 1).copied().filter(|t| copy && t.spaced()) else { return };
        let Some(form) = self.numbered(&number) else { return };
        let lower = !token.is_capitalised();
        // “They act two plays”: a small word with another in letters behind it may be none of these.
        if lower && form != Numbered::Figures || self.words.traits(&token).any(Traits::UPPER) {
            return;
        }
        // “The figure 9 is for dogs.”
        if lower && self.before(here).is_some_and(|t| self.words.traits(t).any(Traits::DETERMINER)) {
            return;
        }
        let label = hash(&self.words.text(&token).to_lowercase());
        let span = token.span().cover(number.span());
        if !lower {
            self.add(Topic::LabelNumber, label, form as u32, span, here.kind);
        }
        let in_text = self.before(here).is_some_and(|t| t.kind == Kind::Word || lower && t.kind == Kind::Comma);
        // “the Act, Section 4”, “(Table 3)”: a reference has a form of its own in many houses.
        if in_text && !takes_capital(self.words, here.at, here.start) {
            self.add(Topic::Label, label, u32::from(lower), span, here.kind);
        }
    }

    fn numbered(&self, number: &Token) -> Option<Numbered> {
        let text = self.words.text(number);
        match number.kind {
            Kind::Number | Kind::Code if text.starts_with(|c: char| c.is_ascii_digit()) => Some(Numbered::Figures),
            Kind::Word if text == "One" => Some(Numbered::Words),
            // “Module one is short” is a matter of taste.
            Kind::Word
                if number.is_capitalised() && matches!(self.classes.get(number.entry()), Class::Numeral(..=12)) =>
            {
                Some(Numbered::Words)
            }
            Kind::Word if matches!(text, "II" | "III" | "IV" | "VI" | "VII" | "VIII" | "IX" | "XI" | "XII") => {
                Some(Numbered::Roman)
            }
            _ => None,
        }
    }
}
