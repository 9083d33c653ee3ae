use std::ops::RangeInclusive;

use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("numbers/backward-range", Wake::kinds(&[Kind::Figures, Kind::Number]), run);

/// Only four figures that can be years run one way: scores, votes, page numbers and hours
/// (6-4, 112-8, 9-5) run both.
const YEARS: RangeInclusive<u32> = 1000..=2199;

fn run(at: At, report: &mut Report) {
    let (span, first, last) = match at.kind() {
        Kind::Figures => {
            let Some((first, last)) = at.text().split_once(['-', '–']) else { return };
            (at.span(), year(first), year(last))
        }
        // “between 2015 and 2010”; “from 2015 to 2010” may count down.
        _ => {
            let Some(between) = at.prev().filter(|p| p.word_is("between")) else { return };
            let Some(last) = at.next().filter(|n| n.word_is("and")).and_then(At::next) else { return };
            (between.span().cover(last.span()), year(at.text()), year(last.text()))
        }
    };
    let (Some(first), Some(last)) = (first, last) else { return };
    if first > last && !counts_down(at) {
        report.add(Finding::at(span).with("first", last.to_string()).with("last", first.to_string()));
    }
}

fn year(text: &str) -> Option<u32> {
    let year = text.parse().ok().filter(|year| YEARS.contains(year));
    year.filter(|_| text.len() == 4)
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
    at.prev().is_some_and(|p| {
        matches!(p.kind(), Kind::Hyphen | Kind::Number | Kind::Symbol | Kind::Currency) && !at.spaced()
            || ["no.", "number", "call", "case", "phone", "tel"].iter().any(|w| p.word_is(w))
    })
}
