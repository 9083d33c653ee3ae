//! Forms that stand with figures: percentages, units, ordinals, and what else goes by the number before it.

use super::class::{self, Class};
use super::{Gather, Here, Topic};
use crate::lexicon::Traits;
use crate::text::{BlockKind, Kind, Span, Token};

/// The spaces before an m, which has groups of its own; after those of `measures`.
const METRES: u32 = 3;

/// In tokens: so far behind a bracket what stands is in it.
const BRACKETED: usize = 16;

impl Gather<'_> {
    /// A number in figures.
    pub(super) fn number(&mut self, here: Here) {
        let token = *self.token(here.at);
        let text = self.words.text(&token);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            // “the ’90s”
            let bare = text.trim_start_matches(['’', '\'', '‘']);
            if bare.len() == 3 && bare.len() < text.len() && bare.ends_with("0s") {
                self.add(Topic::Decade, 0, 2, token.span(), here.kind);
            }
            return self.code_with_amount(here, text);
        }
        self.timetable(here, text);
        self.unit(here, text);
        self.pence(here, text);
        self.measure(here);
        if matches!(text.len(), 3 | 5) && text.ends_with("0s") {
            let short = text.len() == 3;
            let mark = self.before(here).filter(|t| matches!(self.words.text(t), "’" | "'" | "‘") && !token.spaced());
            if !short || mark.is_some() {
                self.add(Topic::Decade, 0, if short { 2 } else { 0 }, token.span(), here.kind);
            }
        }
        let money = self.before(here).filter(|t| t.kind == Kind::Currency && !token.spaced()).copied();
        let Some(next) = self.after(here, 1).copied() else { return };
        let class = self.classes.get(next.entry());
        if let Some(sign) = money {
            self.money(here, sign, class, &next);
            return;
        }
        if matches!(here.kind, BlockKind::Cell) {
            return;
        }
        match class {
            Class::Percent if next.spaced() => self.percent(here, next.span(), 1),
            Class::Per => self.per_cent(here, &next),
            _ if self.words.text(&next) == "%" => {
                self.percent(here, next.span(), 0);
                self.add(Topic::Unit, 2, u32::from(next.spaced()), token.span().cover(next.span()), here.kind);
            }
            _ if token.kind == Kind::Number && next.kind == Kind::Word && next.spaced() => {
                let value = text.parse().ok().filter(|value| (2..1000).contains(value));
                if let Some(value) = value {
                    self.count(here, here.at + 1, value, false);
                }
                self.currency_in_words(here, &next);
            }
            _ => {}
        }
    }

    /// “5 km”, “5km”: with a space before the unit or without. An m is a million as well, and a race has its own.
    fn unit(&mut self, here: Here, text: &str) {
        if matches!(here.kind, BlockKind::Cell) {
            return;
        }
        let token = *self.token(here.at);
        let joined = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let metres = joined == "m" && text.len() > 2 && !self.is_sum(here) && !self.races(here);
        if is_unit(joined) || metres {
            self.add(Topic::Unit, if metres { METRES } else { 0 }, 0, token.span(), here.kind);
        } else if joined.is_empty()
            && let Some(next) = self.after(here, 1).copied()
            && next.kind == Kind::Word
            && next.spaced()
        {
            let unit = self.words.text(&next);
            let metres = unit == "m" && !self.is_sum(here) && !self.counts(Here { at: here.at + 1, ..here });
            if is_unit(unit) || metres {
                let group = if metres { METRES } else { 0 };
                self.add(Topic::Unit, group, 1, token.span().cover(next.span()), here.kind);
            }
        }
    }

    fn is_sum(&self, here: Here) -> bool {
        self.before(here).is_some_and(|t| t.kind == Kind::Currency)
    }

    /// “600m people”, “the 400m final”: what stands behind an m that need not be a length.
    fn races(&self, here: Here) -> bool {
        self.after(here, 1).is_some_and(|t| {
            let traits = self.words.traits(t);
            t.kind == Kind::Word && t.spaced() && !traits.any(Traits::PREPOSITION | Traits::CONJUNCTION)
                || matches!(self.words.text(t), "to" | "from" | "in")
        })
    }

    /// “the fifth floor”, “the 5th floor”: before one noun, the first nine and the others by themselves.
    pub(super) fn ordinal(&mut self, here: Here, in_words: bool) {
        let token = *self.token(here.at);
        let joined = here.at > here.start && self.token(here.at - 1).kind == Kind::Hyphen;
        let text = self.words.text(&token);
        // Many houses have figures from the tenth on.
        let from_ten = match in_words {
            true => joined || !class::is_below_tenth(text),
            false => match text.trim_end_matches(char::is_alphabetic).parse() {
                Ok(value @ 3u16..) => value > 9,
                _ => return,
            },
        };
        let tens =
            here.at >= here.start + 2 && joined && self.words.traits(self.token(here.at - 2)).any(Traits::NUMERAL);
        let noun = self.after(here, 1).copied().filter(|t| t.kind == Kind::Word && t.spaced());
        let traits = noun.map_or(Traits::empty(), |t| self.words.traits(&t));
        if let Some(noun) = noun
            && traits.any(Traits::NOUN)
            && traits.any(Traits::LOWER)
            && !traits.any(Traits::FUNCTION)
            && (!joined || tens)
            && !matches!(self.words.text(&noun), "century" | "centuries")
            && matches!(here.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn)
        {
            let first = if tens { self.token(here.at - 2) } else { &token };
            let span = first.span().cover(noun.span());
            self.add(Topic::Ordinal, noun.entry().0 << 1 | u32::from(from_ten), u32::from(in_words), span, here.kind);
        }
    }

    /// A number in words.
    pub(super) fn numeral(&mut self, here: Here, value: u16) {
        let token = *self.token(here.at);
        let Some(next) = self.after(here, 1).copied() else { return };
        let joined = self.before(here).is_some_and(|t| t.kind == Kind::Hyphen && !token.spaced());
        // A sentence starts with words in any style.
        let starts = super::takes_capital(self.words, here.at, here.start);
        if joined {
            return;
        }
        let (whole, behind) = self.spelled_out(here, value);
        if behind > here.at + 1 {
            let noun = self.words.tokens[..here.end].get(behind).filter(|t| t.kind == Kind::Word && t.spaced());
            if noun.is_some() && !starts && whole > 0 {
                self.count(here, behind, whole, true);
            }
            return;
        }
        if !next.spaced() {
            return;
        }
        match self.classes.get(next.entry()) {
            _ if starts => {}
            Class::Percent => self.percent(here, next.span(), 1),
            Class::Per => self.per_cent(here, &next),
            _ if next.kind == Kind::Word => self.count(here, here.at + 1, value.into(), true),
            _ => {}
        }
    }

    /// The value of a number in words that starts here with this value, and the token behind it: “forty-two”,
    /// “four hundred and twelve”.
    fn spelled_out(&self, here: Here, value: u16) -> (u32, usize) {
        let (mut whole, mut part, mut at) = (0, u32::from(value), here.at + 1);
        let ones = |at: usize| {
            let token = self.words.tokens[..here.end].get(at)?;
            match self.classes.get(token.entry()) {
                Class::Numeral(value) => Some(u32::from(value)),
                _ => (self.words.text(token) == "one").then_some(1),
            }
        };
        while let Some(next) = self.words.tokens[..here.end].get(at) {
            match self.words.text(next) {
                "-" | "‑" if !next.spaced() && part % 100 >= 20 && part.is_multiple_of(10) => match ones(at + 1) {
                    Some(ones @ 1..=9) => (part, at) = (part + ones, at + 2),
                    _ => return (0, at),
                },
                "hundred" if part < 100 => (part, at) = (part * 100, at + 1),
                "thousand" if whole == 0 && part < 1000 => (whole, part, at) = (part * 1000, 0, at + 1),
                "and" if part.is_multiple_of(100) => match ones(at + 1) {
                    Some(more @ 1..=99) if whole + part > 0 => (part, at) = (part + more, at + 2),
                    _ => break,
                },
                _ => match ones(at) {
                    Some(more @ 1..=99) if part.is_multiple_of(100) && whole + part > 0 => {
                        (part, at) = (part + more, at + 1)
                    }
                    _ => break,
                },
            }
        }
        (whole + part, at)
    }

    /// “two thirds of”, “two-thirds of”
    pub(super) fn fraction(&mut self, here: Here) {
        let token = *self.token(here.at);
        let hyphen = self.before(here).is_some_and(|t| t.kind == Kind::Hyphen && !token.spaced());
        let back = here.at.checked_sub(1 + usize::from(hyphen)).filter(|&at| at >= here.start);
        let number = back.map(|at| *self.token(at)).filter(|t| self.words.traits(t).any(Traits::NUMERAL));
        let of = self.after(here, 1).is_some_and(|t| self.words.text(t) == "of");
        if let Some(number) = number.filter(|_| of) {
            self.add(Topic::Fraction, 0, 1, number.span().cover(token.span()), here.kind);
        }
    }

    /// “3/4 of”
    pub(super) fn fraction_in_figures(&mut self, here: Here) {
        let token = *self.token(here.at);
        let parts = self.words.text(&token).split_once('/').filter(|_| here.kind == BlockKind::Paragraph);
        let value = |part: &str| part.parse::<u8>().ok().filter(|part| (1..=10).contains(part));
        let fits = parts.and_then(|(above, below)| Some(value(above)? < value(below)?));
        let of = self.after(here, 1).is_some_and(|t| self.words.text(t) == "of");
        if fits == Some(true) && of {
            self.add(Topic::Fraction, 0, 0, token.span(), here.kind);
        }
    }

    /// “10–12”, “10-12”: of numbers that are no years, whatever they count.
    pub(super) fn range(&mut self, here: Here) {
        let token = *self.token(here.at);
        let text = self.words.text(&token);
        let Some(mark) = text.chars().find(|c| matches!(c, '-' | '–')) else { return };
        let Some((from, to)) = text.split_once(mark) else { return };
        let number = |part: &str| (1..4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let joined = |t: Option<&Token>| {
            t.is_some_and(|t| matches!(t.kind, Kind::Hyphen | Kind::Number | Kind::Figures | Kind::Slash | Kind::Dash))
        };
        // The day of the attacks, and “24-7”.
        let named = matches!((from, to), ("9", "11") | ("24", "7"));
        let tied = joined(self.before(here)) || joined(self.after(here, 1)) || here.kind == BlockKind::Cell;
        if number(from) && number(to) && !named && !tied {
            self.add(Topic::Range, 0, mark.into(), token.span(), here.kind);
        }
    }

    fn per_cent(&mut self, here: Here, per: &Token) {
        let cent = self.after(here, 2).filter(|t| matches!(self.words.text(t), "cent" | "cent."));
        if let Some(span) = cent.map(|cent| per.span().cover(cent.span())) {
            self.percent(here, span, 2);
        }
    }

    fn percent(&mut self, here: Here, sign: Span, form: u32) {
        // Brackets are a place for signs where the text has words.
        let before = self.words.tokens[here.start..here.at].iter().rev();
        let bracket = before.take(BRACKETED).find(|t| matches!(t.kind, Kind::OpenBracket | Kind::CloseBracket));
        if bracket.is_some_and(|t| t.kind == Kind::OpenBracket) {
            return;
        }
        self.add(Topic::Percent, 0, form, self.token(here.at).span().cover(sign), here.kind);
    }

    pub(super) fn token(&self, at: usize) -> &Token {
        &self.words.tokens[at]
    }

    pub(super) fn before(&self, here: Here) -> Option<&Token> {
        here.at.checked_sub(1).filter(|&at| at >= here.start).map(|at| self.token(at))
    }

    pub(super) fn after(&self, here: Here, by: usize) -> Option<&Token> {
        self.words.tokens[..here.end].get(here.at + by)
    }
}

/// Short units that stand behind figures in running text.
fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "km" | "kg"
            | "g"
            | "mg"
            | "cm"
            | "mm"
            | "ml"
            | "mph"
            | "kph"
            | "kB"
            | "KB"
            | "MB"
            | "GB"
            | "TB"
            | "kW"
            | "MW"
            | "GW"
            | "kHz"
            | "MHz"
            | "GHz"
    )
}
