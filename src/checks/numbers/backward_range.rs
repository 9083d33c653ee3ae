//! Spans of years, months, days and ages that run backwards.
//!
//! Scores, votes, prices and hours run either way (6-4, 9-5), so the rule looks only at what time
//! itself orders, at measures, and where nothing is said to fall.

use std::ops::RangeInclusive;

use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, date::Month, numeral};

pub const CHECK: Check = Check::token("numbers/backward-range", Wake::kinds(&[Kind::Figures, Kind::Number]), run);

/// Only four figures that can be years run one way.
const YEARS: RangeInclusive<u32> = 1000..=2199;

fn run(at: At, report: &mut Report) {
    match at.kind() {
        Kind::Figures => in_figures(at, report),
        _ if year(at.text()).is_some() => years(at, report),
        _ => days(at, report),
    }
}

/// “1995–1990”, “14–9 June”, “pages 112–108”
fn in_figures(at: At, report: &mut Report) {
    let Some((first, last)) = at.text().split_once(['-', '–']) else { return };
    let around = |of: fn(At) -> bool| [at.prev(), at.next()].into_iter().flatten().any(of);
    let backwards = match (year(first), year(last)) {
        (Some(first), Some(last)) => first > last && !counts_down(at),
        _ => {
            let (Some(one), Some(other)) = (small(first), small(last)) else { return };
            let page = |at: At| ["page", "pages", "pp."].iter().any(|word| at.word_is(word));
            let paged = first.len() == last.len() && at.prev().is_some_and(page);
            let aged = at.prev().is_some_and(|p| p.word_is("aged") || p.word_is("ages"));
            // “30–1 September” may end in the next month.
            let next_month = one > 26 && other < 4;
            let dated = || one < 32 && around(|at| month(at).is_some()) && at.spaced();
            let lasts = || at.next().is_some_and(|unit| unit.spaced() && is_measure(unit, one)) && at.spaced();
            one > other && !next_month && (paged || aged || dated() || lasts())
        }
    };
    if backwards {
        add(at, at, first, last, report);
    }
}

/// “between 2015 and 2010”, “from 1998 to 1989”, “May 2014 to March 2012”
fn years(at: At, report: &mut Report) {
    let Some(link) = at.next() else { return };
    let month_after = link.next().and_then(|next| month(next).map(|month| (next, month)));
    let Some(last) = (match month_after {
        Some((name, _)) => name.next(),
        None => link.next(),
    }) else {
        return;
    };
    let (Some(from), Some(to)) = (year(at.text()), year(last.text())) else { return };
    let month_before = at.prev().and_then(|prev| month(prev).map(|month| (prev, month)));
    let before = month_before.map_or(at, |(name, _)| name).prev();
    let joined = match before {
        Some(word) if word.word_is("between") => link.word_is("and"),
        _ => link.word_is("to") || link.word_is("until") || link.is(Kind::Dash),
    };
    let backwards = match (month_before, month_after) {
        (Some((_, one)), Some((_, other))) => (from, one.0) > (to, other.0),
        (None, None) => from > to,
        _ => false,
    };
    let told = before.is_some_and(|word| word.word_is("between") || word.word_is("from")) || month_before.is_some();
    // “fell from 2000 to 1900”, “from 2015 to 2010 levels”
    let measured = last.next().is_some_and(|next| next.has(Traits::NOUN) && !next.has(Traits::FUNCTION)) || falls(at);
    if joined && told && backwards && !counts_down(last) && (month_before.is_some() || !measured) {
        let first = month_before.map_or(at, |(name, _)| name);
        let whole = before.filter(|word| word.word_is("between")).unwrap_or(first);
        add(whole, last, &text(first, at), &text(month_after.map_or(last, |(name, _)| name), last), report);
    }
}

/// “from 9 June to 4 June”, “June 9 to June 4”, “aged 12 to 8”
fn days(at: At, report: &mut Report) {
    let Some(from) = small(at.text()) else { return };
    let Some(next) = at.next() else { return };
    let to = |word: At| word.word_is("to") || word.word_is("until") || word.is(Kind::Dash);
    if to(next) && at.prev().is_some_and(|p| p.word_is("aged") || p.word_is("ages")) {
        if let Some(last) = next.next().filter(|last| small(last.text()).is_some_and(|to| to < from)) {
            add(at, last, at.text(), last.text(), report);
        }
        return;
    }
    // One month on both sides, its name before the days or after them.
    let pair = match at.prev().filter(|prev| month(*prev).is_some()) {
        Some(name) => to(next).then(|| next.next()).flatten().and_then(|again| Some((name, again, again.next()?))),
        None => month(next).and_then(|_| {
            let last = next.next().filter(|link| to(*link))?.next()?;
            Some((next, last.next()?, last))
        }),
    };
    let Some((name, again, last)) = pair.filter(|(name, again, _)| name.text() == again.text()) else { return };
    // “9 June to 4 June 2026” may be a whole year.
    let dated = [again, last].iter().any(|at| {
        let after = at.next().map(|next| if next.is(Kind::Comma) { next.next().unwrap_or(next) } else { next });
        after.is_some_and(|after| year(after.text()).is_some())
    });
    if small(last.text()).is_some_and(|to| to < from) && !dated {
        let (first, end) = if name.index < at.index { (name, last) } else { (at, again) };
        let (one, other) = (at.text().to_owned(), last.text().to_owned());
        add(first, end, &format!("{one} {}", name.text()), &format!("{other} {}", name.text()), report);
    }
}

/// Whether so many of these are named from the fewest on: “30–40 minutes”. Office hours are “9–5”, and
/// a team may win “3–2 in minutes”.
fn is_measure(unit: At, first: u64) -> bool {
    const MEASURES: &List = list!(
        "seconds minutes days weeks months years kilometres kilometers km miles metres meters feet centimetres \
         centimeters cm millimetres millimeters mm litres liters grams kilos kilograms kg g tonnes tons ounces pounds"
    );
    MEASURES.has(&unit.lower()) || unit.word_is("hours") && first > 12
}

fn add(from: At, to: At, first: &str, last: &str, report: &mut Report) {
    report.add(Finding::at(from.span().cover(to.span())).with("first", last).with("last", first));
}

fn text(from: At, to: At) -> String {
    from.reading.article.prose[from.span().cover(to.span())].to_owned()
}

fn year(text: &str) -> Option<u32> {
    let year = text.parse().ok().filter(|year| YEARS.contains(year));
    year.filter(|_| text.len() == 4)
}

/// A day, an age or a page.
fn small(text: &str) -> Option<u64> {
    numeral::value(text).filter(|value| *value > 0 && *value < 1000)
}

fn month(at: At) -> Option<Month> {
    at.has(Traits::CALENDAR | Traits::TITLE).then(|| Month::named(at.text()))?
}

/// Whether the sentence tells of a number that sinks.
fn falls(at: At) -> bool {
    const FALLS: [&str; 18] = [
        "fell", "fall", "falls", "fallen", "drop", "dropped", "drops", "cut", "reduced", "declined", "shrank", "down",
        "number", "price", "rose", "went", "back", "from",
    ];
    let own = std::iter::successors(at.prev(), |at| at.prev()).skip(1).take(12).take_while(|at| !at.starts_sentence());
    own.into_iter().any(|at| FALLS.iter().any(|word| at.word_is(word)))
}

/// Years before our era count down, and a case or telephone number is no range.
fn counts_down(at: At) -> bool {
    let mut after = at;
    for _ in 0..3 {
        match after.next() {
            Some(next) => after = next,
            None => break,
        }
        if matches!(after.text(), "BC" | "B.C." | "BCE" | "B.C.E." | "bc" | "bce") {
            return true;
        }
    }
    const NAMED: [&str; 12] =
        ["no.", "number", "call", "case", "phone", "tel", "room", "flat", "lot", "unit", "model", "part"];
    at.prev().is_some_and(|p| {
        matches!(p.kind(), Kind::Hyphen | Kind::Number | Kind::Symbol | Kind::Currency) && !at.spaced()
            || NAMED.iter().any(|w| p.word_is(w))
    })
}
