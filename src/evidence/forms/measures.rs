//! Measures, amounts and centuries: “18 km” beside “4 kilometres”, “6,000 people” beside “4500
//! people”, “3 million people” beside “2m people”, “the 12th century” beside “the eighteenth”.

use super::class::Class;
use super::{Gather, Here, Topic};
use crate::lexicon::Traits;
use crate::text::{BlockKind, Kind, Span, Token};

/// A measure with its unit.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    unit: Unit,
    spelled_out: bool,
    span: Span,
    kind: BlockKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    Celsius,
    Fahrenheit,
    Kilometre,
    Metre,
    Centimetre,
    Millimetre,
    Kilogram,
    Gram,
    Millilitre,
    Hectare,
    SquareKilometre,
    Mile,
    Foot,
    Litre,
    Kilowatt,
    Megawatt,
    Gigawatt,
}

const UNITS: [Unit; 17] = [
    Unit::Celsius,
    Unit::Fahrenheit,
    Unit::Kilometre,
    Unit::Metre,
    Unit::Centimetre,
    Unit::Millimetre,
    Unit::Kilogram,
    Unit::Gram,
    Unit::Millilitre,
    Unit::Hectare,
    Unit::SquareKilometre,
    Unit::Mile,
    Unit::Foot,
    Unit::Litre,
    Unit::Kilowatt,
    Unit::Megawatt,
    Unit::Gigawatt,
];

/// Degrees with their sign and without; after the units.
const DEGREES: u32 = 100;
const SPEED: u32 = 101;
const MILES_AN_HOUR: u32 = 102;
/// Of the thousands, those of four figures and more.
const LONG_AND_SHORT: u32 = 2;
/// Grams and kilograms, litres and millilitres are written alike: the first of the keys of such families.
const FAMILIES: u32 = 110;

impl Unit {
    /// The unit that a word is for, and whether it is spelled out.
    fn named(word: &str) -> Option<(Unit, bool)> {
        Some(match word {
            "km" => (Unit::Kilometre, false),
            "kilometres" | "kilometers" => (Unit::Kilometre, true),
            "m" => (Unit::Metre, false),
            "metres" | "meters" => (Unit::Metre, true),
            "cm" => (Unit::Centimetre, false),
            "centimetres" | "centimeters" => (Unit::Centimetre, true),
            "mm" => (Unit::Millimetre, false),
            "millimetres" | "millimeters" => (Unit::Millimetre, true),
            "kg" => (Unit::Kilogram, false),
            "kilograms" | "kilogrammes" | "kilos" => (Unit::Kilogram, true),
            "g" => (Unit::Gram, false),
            "grams" | "grammes" => (Unit::Gram, true),
            "ml" => (Unit::Millilitre, false),
            "millilitres" | "milliliters" => (Unit::Millilitre, true),
            "ha" => (Unit::Hectare, false),
            "hectares" => (Unit::Hectare, true),
            "mi" => (Unit::Mile, false),
            "miles" => (Unit::Mile, true),
            "ft" => (Unit::Foot, false),
            "feet" => (Unit::Foot, true),
            "l" | "L" => (Unit::Litre, false),
            "litres" | "liters" => (Unit::Litre, true),
            "kW" => (Unit::Kilowatt, false),
            "kilowatts" => (Unit::Kilowatt, true),
            "MW" => (Unit::Megawatt, false),
            "megawatts" => (Unit::Megawatt, true),
            "GW" => (Unit::Gigawatt, false),
            "gigawatts" => (Unit::Gigawatt, true),
            "km²" | "sq" => (Unit::SquareKilometre, false),
            "square" => (Unit::SquareKilometre, true),
            _ => return None,
        })
    }
}

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
        let measure = |unit, spelled_out, end| Measure {
            unit,
            spelled_out,
            span: Span { end, ..number.span() },
            kind: here.kind,
        };
        if !joined.is_empty() {
            match joined {
                "kph" | "kmh" => {
                    self.add(Topic::UnitName, SPEED, 1 + u32::from(joined == "kmh"), number.span(), here.kind)
                }
                "mph" => self.add(Topic::UnitName, MILES_AN_HOUR, 1, number.span(), here.kind),
                _ => {}
            }
            // “31C” beside “31°C”
            if matches!(joined, "C" | "F") && text.len() < 5 {
                self.add(Topic::UnitName, DEGREES, 0, number.span(), here.kind);
            }
            if let Some((unit, false)) = Unit::named(joined)
                && (unit != Unit::Metre || self.is_length(here))
            {
                self.measures.push(measure(unit, false, number.span().end));
            }
            return;
        }
        let words = self.words;
        let ahead = |by: usize| words.tokens[..here.end].get(here.at + by).map(|t| (t, words.text(t)));
        let Some((next, word)) = ahead(1) else { return };
        let end = next.span().end;
        // “60 km/h” beside “60 kph”
        let of_hour =
            word == "km" && ahead(2).is_some_and(|(_, slash)| slash == "/") && ahead(3).is_some_and(|(_, h)| h == "h");
        if of_hour || matches!(word, "kph" | "kmh" | "mph") {
            let form = if of_hour { 0 } else { 1 + u32::from(word == "kmh") };
            let end = if of_hour { ahead(3).map_or(end, |(h, _)| h.span().end) } else { end };
            let key = if word == "mph" { MILES_AN_HOUR } else { SPEED };
            self.add(Topic::UnitName, key, form, Span { end, ..number.span() }, here.kind);
            return;
        }
        // “60 kilometres an hour”, “40 miles per hour”
        let spelled_out_speed = matches!(word, "kilometres" | "kilometers" | "miles")
            && ahead(2).is_some_and(|(_, per)| matches!(per, "an" | "per"))
            && ahead(3).is_some_and(|(_, hour)| hour == "hour");
        if spelled_out_speed {
            let end = ahead(3).map_or(end, |(hour, _)| hour.span().end);
            let key = if word == "miles" { MILES_AN_HOUR } else { SPEED };
            self.add(Topic::UnitName, key, 3, Span { end, ..number.span() }, here.kind);
            return;
        }
        match Unit::named(word) {
            Some((Unit::SquareKilometre, spelled_out)) => {
                let of = ahead(2).filter(|(_, of)| matches!(*of, "km" | "miles" | "kilometres" | "kilometers"));
                let of = of.map(|(of, _)| measure(Unit::SquareKilometre, spelled_out, of.span().end));
                self.measures.extend(of);
            }
            Some((unit, true)) if next.spaced() => self.measures.push(measure(unit, true, end)),
            Some((Unit::Metre, false)) if self.is_amount(here) => {}
            Some((unit, false)) => self.measures.push(measure(unit, false, end)),
            None if word == "degrees" => {
                let unit = match ahead(2).map(|(_, scale)| scale) {
                    Some("Celsius" | "C" | "centigrade") => Unit::Celsius,
                    Some("Fahrenheit" | "F") => Unit::Fahrenheit,
                    _ => return,
                };
                let scale = ahead(2).map_or(end, |(scale, _)| scale.span().end);
                self.measures.push(measure(unit, true, scale));
            }
            _ => self.degrees(here, number.span()),
        }
    }

    /// “4°C”, “4 °C”
    fn degrees(&mut self, here: Here, number: Span) {
        let behind = &self.words.article.prose[number.end as usize..];
        let sign = behind.trim_start_matches([' ', '\u{a0}']);
        let Some(rest) = sign.strip_prefix('°') else { return };
        let unit = match rest.as_bytes() {
            [b'C', ..] => Unit::Celsius,
            [b'F', ..] => Unit::Fahrenheit,
            _ => return,
        };
        if rest[1..].starts_with(char::is_alphanumeric) {
            return;
        }
        let end = number.end + (behind.len() - rest.len() + 1) as u32;
        let span = Span { end, ..number };
        self.add(Topic::Unit, 1, u32::from(sign.len() < behind.len()), span, here.kind);
        self.add(Topic::UnitName, DEGREES, 1, span, here.kind);
        self.measures.push(Measure { unit, spelled_out: false, span, kind: here.kind });
    }

    /// “4,500 people”, “4500 people”: only what is counted tells; a number may be a year, a name or
    /// an address. Some houses have the comma from 10,000 on.
    fn thousands(&mut self, here: Here, text: &str) {
        // “12 000”
        let behind = self.words.tokens[..here.end].get(here.at + 1).filter(|t| t.kind == Kind::Number && t.spaced());
        if let Some(behind) = behind.filter(|t| t.span().len() == 3).copied()
            && text.len() < 4
            && text.bytes().all(|b| b.is_ascii_digit())
            && self.words.text(&behind).bytes().all(|b| b.is_ascii_digit())
            && self.counts(Here { at: here.at + 1, ..here })
        {
            let span = self.words.tokens[here.at].span().cover(behind.span());
            self.add(Topic::Thousands, u32::from(text.len() > 1), 2, span, here.kind);
            return;
        }
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let plain = text.bytes().all(|b| b.is_ascii_digit());
        let comma = text.len() > 4 && text.as_bytes()[text.len() - 4] == b',' && !text.contains('.');
        if !(4..=7).contains(&digits) || !(plain || comma) || self.words.tokens[here.at].kind != Kind::Number {
            return;
        }
        let year = digits == 4 && text.parse().is_ok_and(|year: u32| (1500..2200).contains(&year));
        // “RFC 5280 fields”
        let numbered = here.at > here.start && self.words.traits(&self.words.tokens[here.at - 1]).any(Traits::UPPER);
        // “£5200”: an amount of money is no year.
        let money = here.at > here.start && self.words.tokens[here.at - 1].kind == Kind::Currency;
        if plain && !money && (year || numbered || text.starts_with('0') || !self.counts(here)) {
            return;
        }
        let span = self.words.tokens[here.at].span();
        self.add(Topic::Thousands, u32::from(digits > 4), u32::from(comma), span, here.kind);
        // Who has the comma in 4,000 has it in 40,000.
        if digits == 4 && comma {
            self.add(Topic::Thousands, 1, 1, span, here.kind);
        }
        self.add(Topic::Thousands, LONG_AND_SHORT, u32::from(comma) + 2 * u32::from(digits == 4), span, here.kind);
    }

    /// Of “9500 farms” among “48,000 hectares”: some houses have the comma from 10,000 on, so one number of four
    /// figures without it is a slip only where no other of four has any, and several of five have it.
    pub(super) fn clashing_thousands(&mut self) {
        let group = |key: u32| self.index.get(&(Topic::Thousands, key)).map(|&group| group as usize);
        let (Some(both), four) = (group(LONG_AND_SHORT), group(0)) else { return };
        let forms = &mut self.groups[both].forms;
        let count = |id: u32| forms.iter().find(|form| form.id == id).map_or(0, |form| form.places.len());
        let slip = count(2) == 1 && count(3) == 0 && count(0) == 0 && count(1) > 2;
        forms.retain(|form| slip && matches!(form.id, 1 | 2));
        if slip && let Some(four) = four {
            self.groups[four].forms.clear();
        }
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
    pub(super) fn counts(&self, here: Here) -> bool {
        let thing = |t: &Token, plural: bool| {
            let traits = self.words.traits(t);
            let noun = traits.any(Traits::NOUN) && traits.any(Traits::PLURAL) && !traits.any(Traits::FUNCTION);
            let modifier = traits.any(Traits::ADJECTIVE | Traits::NOUN) && !traits.any(Traits::FUNCTION);
            t.kind == Kind::Word && t.spaced() && traits.any(Traits::LOWER) && if plural { noun } else { modifier }
        };
        let measure = |t: &Token| {
            matches!(
                self.words.text(t),
                "metres" | "meters" | "hurdles" | "relays" | "dollars" | "euros" | "pounds" | "pence"
            )
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

    /// “2 kg”, “500 grams”: a unit that is spelled out among others of its family that are short from the start.
    /// Leaves the measures of the other families.
    fn clashing_families(&mut self, measures: &mut Vec<Measure>) {
        // Newspapers have “km” beside “metres”, since an m is a million, too.
        const ALL: [&[Unit]; 2] = [&[Unit::Kilogram, Unit::Gram], &[Unit::Litre, Unit::Millilitre]];
        for (family, key) in ALL.into_iter().zip(FAMILIES..) {
            let same = || measures.iter().filter(move |m| family.contains(&m.unit));
            let short_first = same().next().is_some_and(|first| !first.spelled_out);
            if short_first && same().any(|m| m.spelled_out) {
                let all: Vec<Measure> = same().copied().collect();
                for one in all {
                    self.add(Topic::UnitName, key, u32::from(one.spelled_out), one.span, one.kind);
                }
                measures.retain(|m| !family.contains(&m.unit));
            }
        }
    }

    /// Makes a group of each unit that is spelled out after it was short, or is short once in a while:
    /// spelled out at first and short from then on is how many houses introduce it.
    pub(super) fn clashing_measures(&mut self) {
        let mut measures = std::mem::take(&mut self.measures);
        if measures.iter().all(|m| m.spelled_out) {
            return;
        }
        self.clashing_families(&mut measures);
        for unit in UNITS {
            let same = || measures.iter().filter(move |m| m.unit == unit);
            let Some(short) = same().find(|m| !m.spelled_out) else { continue };
            let spelled_out = same().filter(|m| m.spelled_out).count();
            let shorts = same().filter(|m| !m.spelled_out).count();
            let all = spelled_out >= 2 * shorts;
            for one in same().filter(|m| all || !m.spelled_out || m.span.start > short.span.start) {
                self.add(Topic::UnitName, unit as u32, u32::from(one.spelled_out), one.span, one.kind);
            }
        }
    }
}

pub(super) fn ordinal(word: &str) -> Option<u16> {
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
