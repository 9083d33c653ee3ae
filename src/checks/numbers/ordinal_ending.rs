use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("numbers/ordinal-ending", Wake::kinds(&[Kind::Ordinal]), run);

fn run(at: At, report: &mut Report) {
    let text = at.text();
    let (figures, ending) = text.split_at(text.len() - 2);
    let right = ending_of(figures);
    if !figures.bytes().all(|b| b.is_ascii_digit() || b == b',') || ending.eq_ignore_ascii_case(right) {
        return;
    }
    // “a 15st catfish” weighs fifteen stone; “the n+1th time” counts otherwise.
    if ending.eq_ignore_ascii_case("st") && !is_counted(at)
        || at.prev().is_some_and(|p| p.is(Kind::Symbol) && !at.spaced())
    {
        return;
    }
    // “5TH AVENUE” keeps its capitals.
    let capitals = ending.bytes().all(|b| b.is_ascii_uppercase());
    let right = if capitals { right.to_ascii_uppercase() } else { right.to_owned() };
    report.add(Finding::at(at.span()).replace(at.span(), format!("{figures}{right}")));
}

fn ending_of(figures: &str) -> &'static str {
    let mut last = figures.bytes().rev().filter(u8::is_ascii_digit);
    match (last.next(), last.next()) {
        (_, Some(b'1')) => "th",
        (Some(b'1'), _) => "st",
        (Some(b'2'), _) => "nd",
        (Some(b'3'), _) => "rd",
        _ => "th",
    }
}

/// Whether the words around say that something is counted: “her 42st game”, “May 2st”.
fn is_counted(at: At) -> bool {
    let month = |at: At| at.has(Traits::CALENDAR);
    at.prev().is_some_and(|p| p.has(Traits::DETERMINER) && !matches!(p.text(), "a" | "A") || month(p))
        || at.next().is_some_and(|n| month(n) || n.is(Kind::Word) && n.word_is("century"))
}
