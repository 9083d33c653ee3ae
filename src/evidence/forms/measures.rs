//! Measures, amounts and centuries: “18 km” beside “4 kilometres”, “6,000 people” beside “4500
//! people”, “3 million people” beside “2m people”, “the 12th century” beside “the eighteenth”.

use super::class::Class;
use super::{Gather, Here, Topic};
use crate::lexicon::Traits;
use crate::text::{BlockKind, Kind, Span, Token};

/// A measure with its unit.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// The row of `UNITS`.
    unit: u32,
    spelled_out: bool,
    span: Span,
    kind: BlockKind,
}

/// Short and spelled out.
const UNITS: [(&[&str], &[&str]); 11] = [
    (&["°C"], &["Celsius", "C", "centigrade"]),
    (&["°F"], &["Fahrenheit", "F"]),
    (&["km"], &["kilometres", "kilometers"]),
    (&["kg"], &["kilograms", "kilogrammes", "kilos"]),
    (&["cm"], &["centimetres", "centimeters"]),
    (&["mm"], &["millimetres", "millimeters"]),
    (&["km²", "sq"], &["square"]),
    (&["m"], &["metres", "meters"]),
    (&["g"], &["grams", "grammes"]),
    (&["ml"], &["millilitres", "milliliters"]),
    (&["ha"], &["hectares"]),
];
/// The rows that stand with “degrees”.
const DEGREES: std::ops::Range<usize> = 0..2;
/// The row of the square kilometres and miles.
const SQUARE: usize = 6;
/// The row of the metre, which is short for a million as well unless it stands apart.
const METRE: usize = 7;

impl Gather<'_> {
    /// What a number in figures measures or counts.
    pub(super) fn measure(&mut self, here: Here) {
        let number = self.words.tokens[here.at];
        let text = self.words.text(&number);
        if here.kind == BlockKind::Cell {
            return;
        }
        self.thousands(here, text);
        self.bare_million(here, text);
        let joined = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        // Brackets are a place for short forms where the text has words.
        let bracketed = here.at > here.start && self.words.tokens[here.at - 1].kind == Kind::OpenBracket;
        if bracketed {
            return;
        }
        let prose = &self.words.article.prose;
        let behind = prose[number.span().end as usize..].trim_start_matches([' ', '\u{a0}']);
        let next = self.words.tokens[..here.end].get(here.at + 1).copied();
        for (row, (short, long)) in UNITS.iter().enumerate() {
            let next_is = |words: &[&str]| next.is_some_and(|t| words.contains(&self.words.text(&t)));
            let measure = |spelled_out, end: u32| Measure {
                unit: row as u32,
                spelled_out,
                span: Span { end, ..number.span() },
                kind: here.kind,
            };
            if DEGREES.contains(&row) {
                if let Some(rest) = behind.strip_prefix(short[0]).filter(|r| !r.starts_with(char::is_alphanumeric)) {
                    let degrees = measure(false, (prose.len() - rest.len()) as u32);
                    let spaced = prose.len() - behind.len() > number.span().end as usize;
                    self.add(Topic::Unit, 1, u32::from(spaced), degrees.span, here.kind);
                    self.measures.push(degrees);
                } else if next_is(&["degrees"])
                    && let Some(scale) = self.words.tokens[..here.end].get(here.at + 2).copied()
                    && long.contains(&self.words.text(&scale))
                {
                    self.measures.push(measure(true, scale.span().end));
                }
                continue;
            }
            if row == SQUARE {
                let of = self.words.tokens[..here.end].get(here.at + 2).copied();
                let of = of.filter(|t| matches!(self.words.text(t), "km" | "miles" | "kilometres" | "kilometers"));
                if let Some(of) = of.filter(|_| next_is(short) || next_is(long)) {
                    self.measures.push(measure(next_is(long), of.span().end));
                }
                continue;
            }
            let end = next.map_or(number.span().end, |t| t.span().end);
            if short.contains(&joined) && (row != METRE || self.is_length(here)) {
                self.measures.push(measure(false, number.span().end));
            } else if joined.is_empty() && next_is(short) && !(row == METRE && self.is_amount(here)) {
                self.measures.push(measure(false, end));
            } else if joined.is_empty() && next_is(long) && next.is_some_and(|t| t.spaced()) {
                self.measures.push(measure(true, end));
            }
        }
    }

    /// “4,500 people”, “4500 people”: only what is counted tells; a number may be a year, a name or
    /// an address. Some houses have the comma from 10,000 on.
    fn thousands(&mut self, here: Here, text: &str) {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let plain = text.bytes().all(|b| b.is_ascii_digit());
        let comma = text.len() > 4 && text.as_bytes()[text.len() - 4] == b',' && !text.contains('.');
        if !(4..=7).contains(&digits) || !(plain || comma) || self.words.tokens[here.at].kind != Kind::Number {
            return;
        }
        let year = digits == 4 && text.parse().is_ok_and(|year: u32| (1500..2200).contains(&year));
        // “RFC 5280 fields”
        let numbered = here.at > here.start && self.words.traits(&self.words.tokens[here.at - 1]).any(Traits::UPPER);
        if plain && (year || numbered || text.starts_with('0') || !self.counts(here)) {
            return;
        }
        let span = self.words.tokens[here.at].span();
        self.add(Topic::Thousands, u32::from(digits > 4), u32::from(comma), span, here.kind);
    }

    /// “3 million people”, “2m people”: without a currency, for which some houses have a form of its own.
    fn bare_million(&mut self, here: Here, text: &str) {
        let money = here.at > here.start && self.words.tokens[here.at - 1].kind == Kind::Currency;
        let Some(next) = self.words.tokens[..here.end].get(here.at + 1).copied().filter(|_| !money) else { return };
        let number = self.words.tokens[here.at];
        let letters = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        // A metre is short for an m as well.
        let counted = |at: Here| self.counts(at) || self.words.text(&next) == "who";
        if letters.is_empty() && self.classes.get(next.entry()) == Class::Million && next.spaced() {
            let after = Here { at: here.at + 1, ..here };
            if self.counts(after) && self.words.text(&next) == "million" {
                self.add(Topic::Million, 2, 0, number.span().cover(next.span()), here.kind);
            }
        } else if letters == "m" && text.len() < 6 && counted(here) {
            self.add(Topic::Million, 2, 1, number.span(), here.kind);
        }
    }

    /// Whether the words behind the token are things that are counted: “people”, “season tickets”.
    fn counts(&self, here: Here) -> bool {
        let thing = |t: &Token, plural: bool| {
            let traits = self.words.traits(t);
            let noun = traits.any(Traits::NOUN) && traits.any(Traits::PLURAL) && !traits.any(Traits::FUNCTION);
            let modifier = traits.any(Traits::ADJECTIVE | Traits::NOUN) && !traits.any(Traits::FUNCTION);
            t.kind == Kind::Word && t.spaced() && traits.any(Traits::LOWER) && if plural { noun } else { modifier }
        };
        let measure = |t: &Token| {
            matches!(self.words.text(t), "metres" | "meters" | "hurdles" | "relays" | "dollars" | "euros" | "pounds")
        };
        let words = &self.words.tokens[..here.end];
        let (one, two) = (words.get(here.at + 1), words.get(here.at + 2));
        one.is_some_and(|t| thing(t, true) && !measure(t))
            || one.is_some_and(|t| thing(t, false)) && two.is_some_and(|t| thing(t, true) && !measure(t))
    }

    /// “century”, behind a number: figures from the tenth on and words below are AP's.
    pub(super) fn century(&mut self, here: Here) {
        let token = self.words.tokens[here.at];
        let back = |by: usize| here.at.checked_sub(by).filter(|&at| at >= here.start).map(|at| self.words.tokens[at]);
        let hyphen = back(1).is_some_and(|t| t.kind == Kind::Hyphen);
        let Some(number) = back(1 + usize::from(hyphen)) else { return };
        let text = self.words.text(&number);
        let form = match number.kind {
            Kind::Ordinal => text.trim_end_matches(char::is_alphabetic).parse().ok().map(|n: u16| (n, 0)),
            Kind::Word => ordinal(text).map(|n| (n, 1)),
            _ => None,
        };
        let twenty = text == "first" && back(2 + usize::from(hyphen)).is_some_and(|t| t.kind == Kind::Hyphen);
        let (value, form) = match form {
            Some(form) => form,
            None if twenty => (21, 1),
            None => return,
        };
        self.add(Topic::Century, u32::from(value < 10), form, number.span().cover(token.span()), here.kind);
    }

    /// “at 40m”, “40m deep”: no million, and no race.
    fn is_length(&self, here: Here) -> bool {
        const LED: [&str; 7] = ["at", "to", "by", "is", "was", "about", "every"];
        const LONG: [&str; 7] = ["long", "wide", "high", "tall", "deep", "below", "above"];
        let words = &self.words.tokens[..here.end];
        let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|t| list.contains(&self.words.text(t)));
        let whole = self.words.text(&words[here.at]).bytes().filter(|b| !b.is_ascii_digit()).count() == 1;
        let thing = words.get(here.at + 1).is_some_and(|t| {
            let traits = self.words.traits(t);
            t.kind == Kind::Word && !traits.any(Traits::FUNCTION | Traits::PREPOSITION | Traits::CONJUNCTION)
        });
        whole && (is(here.at + 1, &LONG) || here.at > here.start && is(here.at - 1, &LED) && !thing)
    }

    /// “£3 m”, “3 m people”: a million.
    fn is_amount(&self, here: Here) -> bool {
        let money = here.at > here.start && self.words.tokens[here.at - 1].kind == Kind::Currency;
        money || self.counts(Here { at: here.at + 1, ..here })
    }

    /// Makes a group of each unit that is spelled out after it was short, or is short once in a while:
    /// spelled out at first and short from then on is how many houses introduce it.
    pub(super) fn clashing_measures(&mut self) {
        let measures = std::mem::take(&mut self.measures);
        for unit in 0..UNITS.len() as u32 {
            let same = || measures.iter().filter(move |m| m.unit == unit);
            let Some(short) = same().find(|m| !m.spelled_out) else { continue };
            let spelled_out = same().filter(|m| m.spelled_out).count();
            let shorts = same().filter(|m| !m.spelled_out).count();
            let all = spelled_out >= 2 * shorts;
            for one in same().filter(|m| all || !m.spelled_out || m.span.start > short.span.start) {
                self.add(Topic::UnitName, unit, u32::from(one.spelled_out), one.span, one.kind);
            }
        }
    }
}

fn ordinal(word: &str) -> Option<u16> {
    const WORDS: [&str; 17] = [
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    WORDS.iter().position(|w| *w == word).map(|at| at as u16 + 4)
}
