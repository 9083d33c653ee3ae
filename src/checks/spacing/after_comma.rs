use super::{is_prose, is_symbol, missing_space};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("spacing/after-comma", Wake::kinds(&[Kind::Comma]).glued(), run);

fn run(comma: At, report: &mut Report) {
    let Some(after) = comma.next() else { return };
    // “came ,saw”: there the comma is on the wrong side of its space.
    let Some(before) = comma.prev().filter(|_| !comma.spaced()) else { return };
    let runs_together = match after.kind() {
        Kind::Word | Kind::Abbreviation => joins_words(before, after),
        Kind::Number => joins_figure(before, after),
        _ => false,
    };
    if runs_together && !is_row(before, after) {
        report.add(missing_space(before, after));
    }
}

fn joins_words(before: At, after: At) -> bool {
    match before.kind() {
        // Coordinates, indices and formulas (x,y) are set without a space.
        Kind::Word | Kind::Abbreviation if is_symbol(before) || is_symbol(after) => {
            !is_symbol(after) && after.has(Traits::FUNCTION)
        }
        Kind::Word | Kind::Abbreviation => {
            // “Anna Kournikova,popstars”
            let named = || before.has(Traits::TITLE) && before.prev().is_some_and(|first| first.has(Traits::TITLE));
            before.has(Traits::KNOWN) || after.has(Traits::KNOWN) || named()
        }
        // 2,4-dinitrophenol, 3,m
        Kind::Number | Kind::Figures => is_prose(after) && after.has(Traits::LOWER) && !starts_compound(after),
        Kind::Ordinal | Kind::Time | Kind::CloseQuote | Kind::CloseSingle => is_prose(after),
        Kind::CloseBracket => is_prose(after) && !is_call(after),
        Kind::Address | Kind::Code | Kind::Opaque => is_prose(after) && after.has(Traits::LOWER),
        _ => false,
    }
}

/// “In May,2024” and “May 5,2024”, but not “1,2” or “row,3”.
fn joins_figure(before: At, after: At) -> bool {
    match before.kind() {
        Kind::Word => before.has(Traits::CALENDAR) || is_prose(before) && before.has(Traits::FUNCTION),
        Kind::Number => is_year(after.text()) && before.prev().is_some_and(|month| month.has(Traits::CALENDAR)),
        _ => false,
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && text.starts_with(['1', '2'])
}

/// “and(pk(A),time(T))”: what stands before a bracket without a space is a function.
fn is_call(after: At) -> bool {
    after.next().is_some_and(|next| next.is(Kind::OpenBracket) && !next.spaced())
}

/// “rw,loop,auto”, “devfs=mount,all”: options of a program, where one of them is no word or an
/// equals sign stands before them.
fn is_row(before: At, after: At) -> bool {
    const LONG: usize = 12;
    let tight = |at: &At| at.is(Kind::Comma) || at.is(Kind::Word) || at.text() == "=";
    let back = std::iter::successors(Some(before), |at| at.prev().filter(|_| !at.spaced()));
    let ahead = std::iter::successors(Some(after), |at| at.next().filter(|next| !next.spaced()));
    let row: Vec<At> = back.take_while(tight).take(LONG).chain(ahead.take_while(tight).take(LONG)).collect();
    let strange = |at: &At| at.text() == "=" || at.is(Kind::Word) && !at.has(Traits::KNOWN | Traits::MISSPELLED);
    row.len() > 3 && row.iter().any(strange)
}

fn starts_compound(at: At) -> bool {
    at.next().is_some_and(|next| next.is(Kind::Hyphen) && !next.spaced())
}
