//! Eras and wars, and the states of the United States: “90 BC” beside “70 BCE”, “the Second World War” beside
//! “World War II”, “Peoria, Illinois” beside “Peoria, Ill.”.

use super::class::Class;
use super::{Gather, Here, Topic, hash};
use crate::lexicon::Traits;
use crate::text::{BlockKind, Kind, Span};

impl Gather<'_> {
    /// “90 BC”, “AD 120”, “120 AD”
    pub(super) fn era(&mut self, here: Here) {
        let token = *self.token(here.at);
        let year = |t: &&crate::text::Token| {
            let text = self.words.text(t);
            t.kind == Kind::Number && text.len() < 6 && text.bytes().all(|b| b.is_ascii_digit() || b == b',')
        };
        let before = self.before(here).filter(year).filter(|_| token.spaced()).copied();
        let after = self.after(here, 1).filter(year).filter(|t| t.spaced()).copied();
        let Some(number) = before.or(after) else { return };
        let span = number.span().cover(token.span());
        match self.words.text(&token) {
            "AD" => {
                self.add(Topic::Era, 1, u32::from(before.is_some()), span, here.kind);
                self.add(Topic::Era, 0, 0, span, here.kind);
            }
            "BC" if before.is_some() => self.add(Topic::Era, 0, 0, span, here.kind),
            "BCE" | "CE" if before.is_some() => self.add(Topic::Era, 0, 1, span, here.kind),
            _ => {}
        }
    }

    /// “the Second World War”, “World War II”, “World War Two”, “WWII”
    pub(super) fn war(&mut self, here: Here) {
        let token = *self.token(here.at);
        let text = |at: usize| self.words.tokens[..here.end].get(at).map_or("", |t| self.words.text(t));
        let capital = |at: usize| self.words.tokens[..here.end].get(at).is_some_and(|t| t.is_capitalised());
        let number = |text: &str| match text {
            "First" | "I" | "One" | "1" => Some(1),
            "Second" | "II" | "Two" | "2" => Some(2),
            _ => None,
        };
        let own = text(here.at);
        let short = match own {
            "WWI" => Some(1),
            "WWII" => Some(2),
            _ => None,
        };
        let named = || {
            if text(here.at + 1) != "War" {
                return None;
            }
            let behind = number(text(here.at + 2)).map(|war| {
                let form = match text(here.at + 2) {
                    "I" | "II" => 1,
                    "1" | "2" => 2,
                    _ => 3,
                };
                (war, form, here.at, here.at + 2)
            });
            let before = here.at > here.start && matches!(text(here.at - 1), "First" | "Second");
            behind
                .or_else(|| before.then(|| number(text(here.at - 1)).map(|war| (war, 0, here.at - 1, here.at + 1)))?)
        };
        let found = short.map(|war| (war, 4, here.at, here.at)).or_else(named);
        let Some((war, form, first, last)) = found else { return };
        // “the World War II Memorial”
        if matches!(here.kind, BlockKind::Heading(_)) || capital(last + 1) || token.span().is_empty() {
            return;
        }
        let span = self.token(first).span().cover(self.token(last).span());
        self.add(Topic::Word, hash("war") ^ war, form, span, here.kind);
    }

    /// “Peoria, Illinois”, “Peoria, Ill.”: behind a town and a comma.
    pub(super) fn state(&mut self, here: Here, short: bool) {
        let is_town = |at: usize| {
            let town = self.token(at);
            town.kind == Kind::Word && town.is_capitalised() && !self.words.traits(town).any(Traits::FUNCTION)
        };
        let comma = self.before(here).is_some_and(|t| t.kind == Kind::Comma);
        let town = comma && here.at >= here.start + 2 && is_town(here.at - 2);
        // “Georgia, Alabama and Florida”; “Springfield, Ill. 62701”
        let listed = here.at >= here.start + 2
            && matches!(self.classes.get(self.token(here.at - 2).entry()), Class::State { .. });
        let next = self.after(here, 1);
        let address = next.is_some_and(|t| t.kind == Kind::Number);
        let series = next.is_some_and(|t| matches!(self.words.text(t), "and" | "or"));
        if town && !listed && !address && !series && here.kind == BlockKind::Paragraph {
            let span = Span { start: self.token(here.at - 2).span().start, ..self.token(here.at).span() };
            self.add(Topic::State, 0, u32::from(short), span, here.kind);
        }
    }
}
