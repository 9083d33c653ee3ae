//! Forms that stand with numbers: percentages, times, dates, money, and the numbers themselves.

use super::class::Class;
use super::{Gather, Here, Topic, hash};
use crate::evidence::quotations::Quotations;
use crate::lexicon::Traits;
use crate::text::{BlockKind, EntryId, Kind, Span, Token};

/// In tokens: so far behind a bracket what stands is in it.
const BRACKETED: usize = 16;

/// A number of things: “12 people”, “twelve people”.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Counted {
    /// The word for the things.
    of: EntryId,
    value: u16,
    in_words: bool,
    span: Span,
}

impl Gather<'_> {
    /// A number in figures.
    pub(super) fn number(&mut self, here: Here) {
        let token = *self.token(here.at);
        let text = self.words.text(&token);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        self.unit(here, text);
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
                let value = text.parse().ok().filter(|value| (2..=100).contains(value));
                if let Some(value) = value {
                    self.count(here, here.at + 1, value, false);
                }
                self.currency_in_words(here, &next);
            }
            _ => {}
        }
    }

    /// “5 km”, “5km”: with a space before the unit or without.
    fn unit(&mut self, here: Here, text: &str) {
        if matches!(here.kind, BlockKind::Cell) {
            return;
        }
        let token = *self.token(here.at);
        let joined = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        if is_unit(joined) {
            self.add(Topic::Unit, 0, 0, token.span(), here.kind);
        } else if joined.is_empty()
            && let Some(next) = self.after(here, 1).copied()
            && next.kind == Kind::Word
            && next.spaced()
            && is_unit(self.words.text(&next))
        {
            self.add(Topic::Unit, 0, 1, token.span().cover(next.span()), here.kind);
        }
    }

    /// “the eighties”, but “in her eighties”
    pub(super) fn decade(&mut self, here: Here) {
        let led =
            self.before(here).is_some_and(|t| matches!(self.words.text(t), "the" | "The" | "early" | "late" | "mid"));
        if led {
            self.add(Topic::Decade, 0, 1, self.token(here.at).span(), here.kind);
        }
    }

    /// “the fifth floor”, “the 5th floor”: before one noun, of the first nine, since many houses have figures from
    /// the tenth on.
    pub(super) fn ordinal(&mut self, here: Here, in_words: bool) {
        let token = *self.token(here.at);
        if !in_words && !matches!(self.words.text(&token).as_bytes(), [b'3'..=b'9', _, _]) {
            return;
        }
        let noun = self.after(here, 1).copied().filter(|t| t.kind == Kind::Word && t.spaced());
        let traits = noun.map_or(Traits::empty(), |t| self.words.traits(&t));
        let joined = here.at > here.start && self.token(here.at - 1).kind == Kind::Hyphen;
        if let Some(noun) = noun
            && traits.any(Traits::NOUN)
            && traits.any(Traits::LOWER)
            && !traits.any(Traits::FUNCTION)
            && !joined
            && matches!(here.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn)
        {
            self.add(Topic::Ordinal, noun.entry().0, u32::from(in_words), token.span().cover(noun.span()), here.kind);
        }
    }

    /// A number in words.
    pub(super) fn numeral(&mut self, here: Here, value: u16) {
        let token = *self.token(here.at);
        let Some(next) = self.after(here, 1).copied() else { return };
        let joined = self.before(here).is_some_and(|t| t.kind == Kind::Hyphen && !token.spaced());
        if joined || !next.spaced() {
            return;
        }
        // A sentence starts with words in any style.
        let starts = super::takes_capital(self.words, here.at, here.start);
        match self.classes.get(next.entry()) {
            _ if starts => {}
            Class::Percent => self.percent(here, next.span(), 1),
            Class::Per => self.per_cent(here, &next),
            _ if next.kind == Kind::Word => self.count(here, here.at + 1, value, true),
            _ => {}
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

    fn money(&mut self, here: Here, sign: Token, class: Class, next: &Token) {
        let token = *self.token(here.at);
        let figures = self.words.text(&token);
        let letters = figures.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let span = sign.span().cover(token.span());
        match letters {
            // Houses that write “m” and “bn” spell “trillion” out.
            "" if class == Class::Million && next.spaced() => {
                let trillion = u32::from(self.words.text(next) == "trillion");
                self.add(Topic::Million, trillion, 0, span.cover(next.span()), here.kind);
            }
            "m" | "bn" | "b" => self.add(Topic::Million, 0, 1, span, here.kind),
            // “£7 m”
            "" if next.spaced() && matches!(self.words.text(next), "m" | "bn") => {
                self.add(Topic::Million, 0, 4, span.cover(next.span()), here.kind);
            }
            "tn" => self.add(Topic::Million, 1, 1, span, here.kind),
            "" if is_round_million(figures) => self.add(Topic::Million, 0, 3, span, here.kind),
            "M" | "B" | "Bn" | "MM" => self.add(Topic::Million, 0, 2, span, here.kind),
            _ => {}
        }
        // “US$”, “A$”, “CAN$”: of one country by the first letter.
        let country = here.at.checked_sub(2).filter(|&at| at >= here.start && !sign.spaced()).map(|at| self.token(at));
        let country = country.filter(|t| matches!(t.kind, Kind::Word | Kind::Abbreviation)).copied();
        let of = self.words.text(&sign);
        match country {
            Some(country) => {
                let own = self.words.text(&country);
                let (group, form) = match own {
                    "US" | "U.S." => (hash(of), 1),
                    _ => (hash(&own[..own.chars().next().map_or(0, char::len_utf8)]) ^ hash(of), hash(own)),
                };
                self.add(Topic::Currency, group, form, country.span().cover(token.span()), here.kind);
            }
            None => self.add(Topic::Currency, hash(of), 0, span, here.kind),
        }
    }

    /// “USD 400”, “400 USD”
    pub(super) fn currency_code(&mut self, here: Here, sign: &'static str) {
        let code = *self.token(here.at);
        let amount = |t: &&Token| t.kind == Kind::Number;
        let before = self.before(here).filter(amount).filter(|_| code.spaced()).copied();
        let after = self.after(here, 1).filter(amount).filter(|t| t.spaced()).copied();
        // “$15,000 USD” has both.
        let signed = before.is_some() && here.at >= here.start + 2 && self.token(here.at - 2).kind == Kind::Currency;
        if let Some(number) = after.or(before).filter(|_| !signed) {
            self.add(Topic::Currency, hash(sign), 3, number.span().cover(code.span()), here.kind);
        }
    }

    /// “5 dollars”, “5 million euros”
    fn currency_in_words(&mut self, here: Here, next: &Token) {
        let millions = self.classes.get(next.entry()) == Class::Million;
        let unit = if millions { self.after(here, 2).copied() } else { Some(*next) };
        let Some(unit) = unit else { return };
        let sign = match self.words.text(&unit) {
            "dollars" => "$",
            "euros" => "€",
            "yen" => "¥",
            // A million of them is no weight, and none is paid by weight.
            "pounds" if millions || self.before(here).is_some_and(|t| is_payment(self.words.text(t))) => "£",
            _ => return,
        };
        let span = self.token(here.at).span().cover(unit.span());
        self.add(Topic::Currency, hash(sign), 2, span, here.kind);
    }

    /// “10am”, “15:00”
    pub(super) fn time(&mut self, here: Here) {
        let token = *self.token(here.at);
        let text = self.words.text(&token);
        let marker = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        if self.is_stamp(here) {
            return;
        }
        if marker.is_empty() {
            return self.whole_day(here, text);
        }
        // “34:45:3C” is part of a key.
        if !matches!(marker.as_bytes(), [b'a' | b'p' | b'A' | b'P', b'm' | b'M' | b'.', ..]) {
            return;
        }
        self.add(Topic::Clock, 0, clock_form(marker, false), token.span(), here.kind);
        self.half_day(&text[..text.len() - marker.len()], token.span(), here);
    }

    /// “Posted December 11, 2014 at 1:40 PM”: a line of the page, which a program writes.
    fn is_stamp(&self, here: Here) -> bool {
        const LONGEST: usize = 18;
        let ended = |kind| {
            matches!(
                kind,
                Kind::Stop | Kind::Question | Kind::Exclamation | Kind::CloseQuote | Kind::Abbreviation | Kind::Colon
            )
        };
        here.kind == BlockKind::Paragraph && here.end - here.start <= LONGEST && !ended(self.token(here.end - 1).kind)
    }

    /// A time by the clock of 24 hours, and nothing else with a colon: “at 15:00”, “until 05:40”.
    fn whole_day(&mut self, here: Here, text: &str) {
        const AT: [&str; 11] =
            ["at", "from", "until", "till", "by", "after", "before", "around", "to", "between", "since"];
        let Some((hour, minute)) = text.split_once(':') else { return };
        let hours = hour.len() == 2 && (hour.starts_with('0') || hour.parse().is_ok_and(|h: u8| (13..24).contains(&h)));
        let led = self.before(here).is_some_and(|t| AT.contains(&self.words.text(t)));
        if hours && minute.len() == 2 && led {
            self.add(Topic::ClockHours, 0, 0, self.token(here.at).span(), here.kind);
        }
    }

    /// A time with its half of the day.
    fn half_day(&mut self, digits: &str, span: Span, here: Here) {
        self.add(Topic::ClockHours, 0, 1, span, here.kind);
        let zero = digits.ends_with(":00") || digits.ends_with(".00");
        if zero || digits.len() < 3 {
            self.add(Topic::ClockZero, 0, u32::from(zero), span, here.kind);
        }
        if let Some(mark) = digits.find([':', '.']) {
            self.add(Topic::ClockMark, 0, digits.as_bytes()[mark].into(), span, here.kind);
        }
    }

    /// “a.m.” after a number
    pub(super) fn clock(&mut self, here: Here) {
        let token = *self.token(here.at);
        let hour = self.before(here).copied().filter(|t| matches!(t.kind, Kind::Number | Kind::Time | Kind::Figures));
        let Some(hour) = hour.filter(|_| !self.is_stamp(here)) else { return };
        let digits = self.words.text(&hour);
        // “I am 7 am I not”: an hour has at most two figures, or is a time.
        let hours = digits.len() <= 2 || digits.find('.').is_some_and(|mark| mark < 3 && digits.len() == mark + 3);
        if !hours && hour.kind == Kind::Number || !digits.ends_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        let span = hour.span().cover(token.span());
        let marker = self.words.text(&token);
        // “5 p.m in winter”
        let cut =
            marker.contains('.') && !marker.ends_with('.') && self.after(here, 1).is_none_or(|t| t.kind != Kind::Stop);
        self.add(Topic::Clock, 0, clock_form(marker, token.spaced()) ^ u32::from(cut) << 1, span, here.kind);
        if hour.kind != Kind::Figures {
            self.half_day(digits, span, here);
        }
    }

    /// A month with a day.
    pub(super) fn month(&mut self, here: Here, number: u8, short: bool) {
        if here.kind == BlockKind::Cell || self.is_stamp(here) {
            return;
        }
        let token = *self.token(here.at);
        let day_before = self.before(here).copied().filter(|t| token.spaced() && self.is_day(t));
        let of = self.before(here).filter(|t| self.words.text(t) == "of").is_some();
        let day_before = match here.at.checked_sub(2).filter(|&at| of && at >= here.start) {
            Some(at) => Some(*self.token(at)).filter(|t| t.kind == Kind::Ordinal && self.is_day(t)),
            None => day_before,
        };
        let day_after = self.after(here, 1).copied().filter(|t| t.spaced() && self.is_day(t));
        let (day, order) = match (day_before, day_after) {
            (Some(day), _) => (day, 0),
            (None, Some(day)) => (day, 1),
            _ => return,
        };
        // That of the attacks is a name.
        if number == 9 && self.words.text(&day).starts_with("11") {
            return;
        }
        let span = token.span().cover(day.span());
        self.add(Topic::DateFigures, 0, 1, span, here.kind);
        self.add(Topic::DateOrder, 0, order, span, here.kind);
        self.add(Topic::DateOrdinal, order, u32::from(day.kind == Kind::Ordinal), span, here.kind);
        // AP never shortens the months from March to July.
        if !(3..=7).contains(&number) {
            self.add(Topic::Month, 0, u32::from(short), span, here.kind);
        }
    }

    /// “03/04/2024” among dates with names, or “on 2024-04-03” in running text.
    pub(super) fn date_in_figures(&mut self, here: Here) {
        let token = self.token(here.at);
        if is_iso(self.words.text(token)) {
            let led = |by: usize, words: &[&str]| {
                let at = here.at.checked_sub(by).filter(|&at| at >= here.start);
                at.is_some_and(|at| words.contains(&self.words.text(self.token(at))))
            };
            let stamp = led(2, &["posted", "updated", "created", "published", "edited", "written"]);
            if led(1, &["on", "On", "by", "until", "since", "before", "after"])
                && !stamp
                && here.kind == BlockKind::Paragraph
                && !self.is_stamp(here)
            {
                self.add(Topic::DateFigures, 0, 2, token.span(), here.kind);
            }
            return;
        }
        let pages = self.before(here).is_some_and(|t| matches!(self.words.text(t), "pages" | "page" | "pp." | "p."));
        if let Some((mark, long)) = year_range(self.words.text(token)).filter(|_| !pages) {
            let span = token.span();
            self.add(Topic::YearRange, 0, u32::from(long), span, here.kind);
            self.add(Topic::YearMark, 0, mark.into(), span, here.kind);
            return;
        }
        let mut parts = self.words.text(token).split('/');
        let mut part = |len: std::ops::RangeInclusive<usize>| {
            parts.next().is_some_and(|p| len.contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
        };
        if part(1..=2) && part(1..=2) && part(4..=4) && here.kind != BlockKind::Cell {
            self.add(Topic::DateFigures, 0, 0, token.span(), here.kind);
        }
    }

    fn is_day(&self, token: &Token) -> bool {
        let text = self.words.text(token);
        let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let fits = matches!(token.kind, Kind::Number if digits.len() == text.len()) || token.kind == Kind::Ordinal;
        fits && digits.len() < 3 && digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
    }

    /// Remembers a number of things.
    fn count(&mut self, here: Here, noun: usize, value: u16, in_words: bool) {
        if !matches!(here.kind, BlockKind::Paragraph | BlockKind::Turn) {
            return;
        }
        // “14 crew members”, “14 young men”: the last word says what is counted.
        let modifier = |t: &Token| {
            let traits = self.words.traits(t);
            let other = Traits::FUNCTION | Traits::PLURAL;
            traits.any(Traits::LOWER) && traits.any(Traits::ADJECTIVE | Traits::NOUN) && !traits.any(other)
        };
        let next = self.words.tokens[..here.end].get(noun + 1);
        let head = next.filter(|t| t.kind == Kind::Word && t.spaced() && modifier(self.token(noun)));
        let noun = noun + usize::from(head.is_some());
        let of = self.token(noun);
        let traits = self.words.traits(of);
        let plural = traits.any(Traits::LOWER) && traits.any(Traits::PLURAL) && !traits.any(Traits::FUNCTION);
        // Ages and measures have figures in some styles whatever the number.
        let old = self.words.tokens[..here.end].get(noun + 1).is_some_and(|t| self.words.text(t) == "old");
        if !plural || old || is_measure(self.words.text(of)) {
            return;
        }
        let span = self.token(here.at).span().cover(of.span());
        self.counted.push(Counted { of: of.entry(), value, in_words, span });
    }

    /// Makes a group of each number of the same things that stands in figures and in words.
    pub(super) fn clashing_numbers(&mut self, quotations: &Quotations) {
        let mut counted = std::mem::take(&mut self.counted);
        if !(counted.iter().any(|c| c.in_words) && counted.iter().any(|c| !c.in_words)) {
            return;
        }
        let clash = |same: &[Counted]| same.iter().any(|c| c.in_words != same[0].in_words);
        counted.sort_unstable();
        let groups = counted.chunk_by(|a, b| (a.of, a.value) == (b.of, b.value));
        for (key, same) in groups.filter(|same| clash(same)).enumerate() {
            let mut same: Vec<Counted> = same.iter().filter(|c| !quotations.contains(c.span)).copied().collect();
            if clash(&same) {
                same.sort_unstable_by_key(|c| c.span);
                for one in same {
                    self.add(Topic::Number, key as u32, u32::from(one.in_words), one.span, BlockKind::Paragraph);
                }
            }
        }
    }

    fn token(&self, at: usize) -> &Token {
        &self.words.tokens[at]
    }

    fn before(&self, here: Here) -> Option<&Token> {
        here.at.checked_sub(1).filter(|&at| at >= here.start).map(|at| self.token(at))
    }

    fn after(&self, here: Here, by: usize) -> Option<&Token> {
        self.words.tokens[..here.end].get(here.at + by)
    }
}

/// “9,000,000”, which is nine million, but not “9,214,306”.
fn is_round_million(figures: &str) -> bool {
    figures.len() > 8 && figures.ends_with(",000,000")
}

/// “2024-04-03”
fn is_iso(text: &str) -> bool {
    let digits = |at: std::ops::Range<usize>| text.as_bytes()[at].iter().all(u8::is_ascii_digit);
    text.len() == 10
        && [4, 7].iter().all(|&at| text.as_bytes()[at] == b'-')
        && digits(0..4)
        && digits(5..7)
        && digits(8..10)
}

/// “2022–23” (`false`), “2022/2023” (`true`): years of one century, of which the second may be short, and
/// the mark between them.
fn year_range(text: &str) -> Option<(char, bool)> {
    let mark = text.chars().find(|c| matches!(c, '-' | '–' | '/'))?;
    let (from, to) = text.split_once(mark)?;
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let century = matches!(from.as_bytes(), [b'1', b'5'..=b'9', _, _] | [b'2', b'0', _, _]);
    let short = to.len() == 2 && from.get(2..).is_some_and(|start| to > start);
    let long = to.len() == 4 && from.get(..2) == to.get(..2) && to > from;
    (century && figures(from) && figures(to) && (short || long)).then_some((mark, long))
}

/// The form of a marker of half a day, the same for both halves.
fn clock_form(marker: &str, spaced: bool) -> u32 {
    let morning: String = marker
        .trim_end_matches('.')
        .chars()
        .map(|c| match c {
            'p' => 'a',
            'P' => 'A',
            c => c,
        })
        .collect();
    hash(&morning) ^ u32::from(spaced)
}

/// Short units that stand behind figures in running text.
fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "km" | "kg"
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

fn is_payment(word: &str) -> bool {
    matches!(
        word,
        "paid" | "pay" | "pays" | "cost" | "costs" | "earned" | "earns" | "owes" | "owed" | "fined" | "spent"
    )
}

fn is_measure(noun: &str) -> bool {
    matches!(
        noun,
        "percent"
            | "degrees"
            | "miles"
            | "kilometres"
            | "kilometers"
            | "metres"
            | "meters"
            | "feet"
            | "inches"
            | "pounds"
            | "grams"
            | "kilograms"
            | "ounces"
            | "litres"
            | "liters"
            | "gallons"
            | "acres"
            | "hectares"
            | "dollars"
            | "euros"
            | "cents"
            | "points"
            | "hours"
            | "minutes"
            | "seconds"
    )
}
