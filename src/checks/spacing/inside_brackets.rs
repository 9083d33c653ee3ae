use super::is_plainly_spaced;
use crate::diagnostic::Edit;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("spacing/inside-brackets", Wake::kinds(&[Kind::OpenBracket]), run);

/// So many words in square brackets are a note.
const NOTE: usize = 6;

fn run(open: At, report: &mut Report) {
    if !matches!(open.text(), "(" | "[") {
        return;
    }
    let Some(close) = open.reading.brackets().partner(open.index) else { return };
    let close = open.reading.at(close);
    let (Some(first), Some(last)) = (open.next(), close.prev()) else { return };
    let words = |at: At| at.is(Kind::Word) && !at.has(Traits::LETTER) || at.is(Kind::Abbreviation);
    let stops = |at: At| matches!(at.kind(), Kind::Stop | Kind::Question | Kind::Exclamation | Kind::CloseQuote);
    let after_open = is_plainly_spaced(first) && (words(first) || first.is(Kind::OpenQuote));
    let before_close = is_plainly_spaced(close) && (words(last) || stops(last) || last.is(Kind::Number));
    // Brackets without a word are boxes to tick or formulas: ( ), [ x ], ( 2 + 3 ).
    if first.index > last.index || !words(first) && !words(last) || is_formula(first, last.index) {
        return;
    }
    // “[ An editor’s note has its room. ]”
    let words_inside = || open.reading.tokens[open.index..close.index].iter().filter(|t| t.kind == Kind::Word);
    if after_open && before_close && open.text() == "[" && words_inside().nth(NOTE).is_some() {
        return;
    }
    let mut edits = Vec::new();
    if after_open {
        edits.push(Edit::new(first.gap(), ""));
    }
    if before_close {
        edits.push(Edit::new(close.gap(), ""));
    }
    if !edits.is_empty() {
        let span = if after_open { open.span().cover(first.span()) } else { last.span().cover(close.span()) };
        report.add(Finding::at(span).fix(edits));
    }
}

/// Whether a sign or an argument (`( a, b )`) stands among the first tokens.
fn is_formula(first: At, last: usize) -> bool {
    std::iter::successors(Some(first), |at| at.next()).take(8).take_while(|at| at.index <= last).any(|at| {
        at.is(Kind::Symbol) || at.is(Kind::Code) || at.has(Traits::LETTER) && !matches!(at.text(), "a" | "A" | "I")
    })
}
