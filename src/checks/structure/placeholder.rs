//! What newsrooms write for what is still to come: TK, XX, (CQ), ???

use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockFlags, Kind, Span, TokenFlags};

pub const CHECK: Check =
    Check::token("structure/placeholder", Wake::kinds(&[Kind::Question, Kind::Code]).or_traits(Traits::UPPER), run);

fn run(at: At, report: &mut Report) {
    let span = match at.kind() {
        Kind::Question => questions(at),
        Kind::Code => price(at).then(|| at.span()),
        _ => match at.text() {
            "CQ" => in_brackets(at),
            text if is_run_of(text, "TK") => is_to_come(at).then(|| at.span()),
            text if is_run_of(text, "X") => stands_for_a_number(at).then(|| at.span()),
            _ => None,
        },
    };
    // Templates and examples are quoted.
    if let Some(span) = span.filter(|_| !at.block().has(BlockFlags::QUOTATION)) {
        report.add(Finding::at(span));
    }
}

/// Whether the text is one or more times the unit.
fn is_run_of(text: &str, unit: &str) -> bool {
    text.len().is_multiple_of(unit.len()) && text.as_bytes().chunks(unit.len()).all(|chunk| chunk == unit.as_bytes())
}

/// “$XX”, “$TK”: the lexer takes it for a share's name.
fn price(at: At) -> bool {
    at.text().strip_prefix('$').is_some_and(|rest| rest.len() > 1 && (is_run_of(rest, "X") || is_run_of(rest, "TK")))
}

/// “(CQ)”: what an editor writes behind a name that has been checked.
fn in_brackets(at: At) -> Option<Span> {
    let (open, close) = (at.prev()?, at.next()?);
    let tight = open.is(Kind::OpenBracket) && close.is(Kind::CloseBracket) && !at.spaced() && !close.spaced();
    tight.then(|| open.span().cover(close.span()))
}

/// TK, “to come”; but TK Maxx, TK Elevator and TK-421 are names.
fn is_to_come(at: At) -> bool {
    let joined = |at: At| matches!(at.kind(), Kind::Hyphen | Kind::Number | Kind::Slash);
    let name = at.next().is_some_and(|next| {
        next.has(Traits::TITLE) && next.spaced() && !next.flags().contains(TokenFlags::SENTENCE)
            || joined(next) && !next.spaced()
    });
    !name && !at.prev().is_some_and(|prev| joined(prev) && !at.spaced())
}

/// XX where a figure is to come: “XX percent”, “£XXm”, “page XX”, “on XX March”. Super Bowl XX, XX
/// chromosomes and the Olympics of the number XXX are none.
fn stands_for_a_number(at: At) -> bool {
    const COUNTED: &[&str] = &[
        "people",
        "percent",
        "per",
        "percentage",
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "dollars",
        "pounds",
        "euros",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "students",
        "voters",
        "pages",
        "words",
        "miles",
        "times",
        "countries",
        "members",
        "grams",
        "kilograms",
        "litres",
        "liters",
        "cups",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
        "points",
    ];
    const COUNTS: &[&str] = &["page", "pages", "aged", "age", "approximately", "roughly", "nearly", "almost"];
    let (prev, next) = (at.prev(), at.next());
    let own_start = at.flags().contains(TokenFlags::SENTENCE);
    if !own_start && prev.is_some_and(|p| p.has(Traits::TITLE) && !p.has(Traits::CALENDAR) && !p.has(Traits::FUNCTION))
    {
        return false;
    }
    let before = prev.is_some_and(|p| match p.kind() {
        Kind::Currency => !at.spaced(),
        // “X,XXX”
        Kind::Comma => !at.spaced() && p.prev().is_some_and(|x| !p.spaced() && is_run_of(x.text(), "X")),
        Kind::Word => at.spaced() && (COUNTS.contains(&p.text()) || p.has(Traits::CALENDAR) && p.has(Traits::TITLE)),
        _ => false,
    });
    let after = next.is_some_and(|n| match n.kind() {
        Kind::Symbol => n.text() == "%",
        // “XX:XX”, “XX-year-old”
        Kind::Colon => !n.spaced() && n.next().is_some_and(|x| !x.spaced() && is_run_of(x.text(), "X")),
        Kind::Hyphen => {
            !n.spaced() && n.next().is_some_and(|x| matches!(x.text(), "year" | "day" | "month" | "week" | "page"))
        }
        Kind::Word => n.spaced() && (COUNTED.contains(&n.text()) || n.has(Traits::CALENDAR) && n.has(Traits::TITLE)),
        _ => false,
    });
    before || after
}

/// “???” in the place of a word; not a reader's surprise at the end of one.
fn questions(at: At) -> Option<Span> {
    if at.prev().is_some_and(|p| p.is(Kind::Question) && !at.spaced()) {
        return None;
    }
    let (mut last, mut length) = (at, 1);
    while let Some(next) = last.next().filter(|next| next.is(Kind::Question) && !next.spaced()) {
        last = next;
        length += 1;
    }
    if length < 3 {
        return None;
    }
    let prev = at.prev();
    let opened = prev.is_some_and(|p| matches!(p.kind(), Kind::OpenBracket | Kind::Currency | Kind::Colon));
    let closed = last.next().is_none_or(|n| matches!(n.kind(), Kind::CloseBracket | Kind::Stop | Kind::Comma));
    let expected = prev.is_some_and(|p| p.has(Traits::PREPOSITION | Traits::DETERMINER) && at.spaced());
    let counted = last.next().is_some_and(|n| {
        n.is(Kind::Word) && n.has(Traits::LOWER) && !n.has(Traits::FUNCTION) && n.spaced() || n.text() == "%"
    });
    // “The result was ??? on Monday.”
    let said = prev.is_some_and(|p| p.has(Traits::AUXILIARY) && p.has(Traits::LOWER) && at.spaced());
    let goes_on = last.next().is_some_and(|n| n.is(Kind::Word) && n.has(Traits::LOWER) && n.spaced());
    let placed = opened && closed
        || expected && (closed || counted)
        || said && (closed || goes_on)
        || counted && at.spaced() && prev.is_some();
    placed.then(|| at.span().cover(last.span()))
}
