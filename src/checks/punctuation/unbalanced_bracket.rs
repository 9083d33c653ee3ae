use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::article("punctuation/unbalanced-bracket", run);

/// A remark in brackets may run over so many blocks.
const FURTHEST: usize = 6;

fn run(reading: &Reading, report: &mut Report) {
    let brackets = reading.brackets();
    for &open in &brackets.unclosed {
        let after = brackets.unopened.partition_point(|close| *close < open);
        let partner = brackets.unopened.get(after);
        if !partner.is_some_and(|close| is_near(reading, open, *close)) {
            unclosed(reading.at(open), report);
        }
    }
    for &close in &brackets.unopened {
        let before = brackets.unclosed.partition_point(|open| *open < close);
        let partner = before.checked_sub(1).map(|at| brackets.unclosed[at]);
        if !partner.is_some_and(|open| is_near(reading, open, close)) {
            unopened(reading.at(close), report);
        }
    }
}

fn is_near(reading: &Reading, open: usize, close: usize) -> bool {
    let (from, to) = (reading.block_of(open), reading.block_of(close));
    from != to && to - from <= FURTHEST && reading.text(&reading.tokens[open]) == partner(reading, close)
}

fn partner(reading: &Reading, close: usize) -> &'static str {
    match reading.text(&reading.tokens[close]) {
        ")" => "(",
        "]" => "[",
        _ => "{",
    }
}

fn unclosed(open: At, report: &mut Report) {
    // A bracket at the end introduces a list; “(:” is a face.
    let Some(next) = open.next().filter(|next| !matches!(next.kind(), Kind::Colon | Kind::Semicolon)) else { return };
    if is_copy(open, report) && !next.is(Kind::CloseBracket) {
        report.add(Finding::at(open.span().cover(next.span())));
    }
}

fn unopened(close: At, report: &mut Report) {
    let Some(before) = close.prev() else { return };
    if is_copy(close, report) && !is_list_marker(before) && !is_smile(close, before) {
        let span = Span { start: before.span().start, end: close.span().end };
        report.add(Finding::at(span).say("This bracket closes but never opens. Please check what it belongs to."));
    }
}

/// Whether the bracket stands among words: braces are for programs, and brackets beside signs and
/// code may be theirs.
fn is_copy(bracket: At, report: &Report) -> bool {
    let code = |at: At| matches!(at.kind(), Kind::Code | Kind::Opaque | Kind::Symbol | Kind::Address);
    let back = std::iter::successors(bracket.prev(), |at| at.prev()).take(3).any(code);
    let on = std::iter::successors(bracket.next(), |at| at.next()).take(3).any(code);
    let braces = matches!(bracket.text(), "{" | "}");
    !braces && !back && !on && report.looks_at(&bracket.block().as_copy())
}

/// “a) first, b) second”, “1)”, “iv)”
fn is_list_marker(before: At) -> bool {
    let short = match before.kind() {
        Kind::Number => before.span().len() < 4,
        Kind::Word => before.has(Traits::LETTER) || before.text().bytes().all(|b| matches!(b, b'i' | b'v' | b'x')),
        _ => false,
    };
    short && before.spaced()
}

/// “thanks:)”, “haha))”, “B-)”
fn is_smile(close: At, before: At) -> bool {
    let eyes = matches!(before.kind(), Kind::Colon | Kind::Semicolon | Kind::Hyphen | Kind::Emoji | Kind::Apostrophe);
    let again = |at: Option<At>| at.is_some_and(|at| at.is(Kind::CloseBracket) && at.text() == close.text());
    eyes || again(Some(before)) && close.reading.brackets().partner(before.index).is_none()
        || again(close.next()) && !close.spaced_after()
}
