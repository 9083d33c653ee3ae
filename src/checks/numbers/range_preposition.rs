use std::ops::RangeInclusive;

use crate::diagnostic::Edit;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("numbers/range-preposition", Wake::kinds(&[Kind::Figures]), run);

const YEARS: RangeInclusive<u32> = 1000..=2199;

/// Two figures and the mark between them, as they are written.
struct Range<'t> {
    first: &'t str,
    last: &'t str,
    low: u32,
    high: u32,
}

fn run(at: At, report: &mut Report) {
    let Some(range) = range(at.text()) else { return };
    // “between $5-10”
    let currency = at.prev().filter(|p| p.is(Kind::Currency) && !at.spaced());
    let Some(word) = currency.unwrap_or(at).prev() else { return };
    let link = match word {
        w if w.word_is("between") && range.low < range.high => "and",
        w if w.word_is("from") && runs(&range, at) => "to",
        _ => return,
    };
    if goes_on(at, link) {
        return;
    }
    let joint = Span { start: at.span().start + range.first.len() as u32, end: at.span().end };
    let sign = currency.map_or("", At::text);
    // The second year of “2010–15” is written out: words have no dash to lean on.
    let last = if is_short_year(&range) { range.high.to_string() } else { range.last.to_owned() };
    let edit = Edit::new(joint, format!(" {link} {sign}{last}"));
    report.add(Finding::at(word.span().cover(at.span())).with("word", word.text()).fix([edit]));
}

fn range(text: &str) -> Option<Range<'_>> {
    let mark = text.find(['-', '–'])?;
    let (first, last) = (&text[..mark], text[mark..].trim_start_matches(['-', '–']));
    let number = |text: &str| text.replace(',', "").parse::<u32>().ok();
    let (low, high) = (number(first)?, number(last)?);
    let short = first.len() == 4 && last.len() == 2 && YEARS.contains(&low) && low % 100 < high;
    Some(Range { first, last, low, high: if short { low - low % 100 + high } else { high } })
}

fn is_short_year(range: &Range) -> bool {
    range.first.len() == 4 && range.last.len() == 2
}

/// Whether the figures after “from” run from one to the other: 5-2, 9-5 and 52-48 may be a score,
/// hours or a vote.
fn runs(range: &Range, at: At) -> bool {
    let year = |n: u32, text: &str| YEARS.contains(&n) && text.len() == 4;
    let years = year(range.low, range.first) && YEARS.contains(&range.high) && matches!(range.last.len(), 2 | 4);
    let next = at.next();
    // “from 2010–15 records”
    let noun = |n: &At| n.has(Traits::NOUN) && (n.has(Traits::PLURAL) || !n.has(Traits::VERB));
    let noun_follows = next.is_some_and(|n| noun(&n) && !n.has(Traits::FUNCTION));
    // 2023–24 is a season or a tax year, and has no “to” in it.
    let season = is_short_year(range) && range.high == range.low + 1;
    range.low < range.high && if years { !season && !noun_follows } else { next.is_some_and(measures) }
}

/// Whether the word can only follow an amount or a day.
fn measures(word: At) -> bool {
    const UNITS: [&str; 18] = [
        "seconds",
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "metres",
        "meters",
        "miles",
        "kilometres",
        "kilometers",
        "feet",
        "degrees",
        "percent",
        "people",
        "grams",
        "litres",
    ];
    word.spaced() && (UNITS.iter().any(|unit| word.word_is(unit)) || word.has(Traits::CALENDAR))
}

/// Whether the word that is missing follows after all: “between 10-15 and 20-25”.
fn goes_on(at: At, link: &str) -> bool {
    let mut after = at;
    for _ in 0..4 {
        let Some(next) = after.next().filter(|n| !n.starts_sentence()) else { return false };
        if next.word_is(link) || next.word_is("and") || next.word_is("to") {
            return next.next().is_some_and(|n| matches!(n.kind(), Kind::Figures | Kind::Number | Kind::Currency));
        }
        after = next;
    }
    false
}
