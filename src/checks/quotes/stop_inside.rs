use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("quotes/stop-inside", Wake::kinds(&[Kind::CloseQuote, Kind::CloseSingle]), run);

/// “under pressure,” for “under pressure”, where the quotation is a fragment.
fn run(close: At, report: &mut Report) {
    let Some(stop) = close.prev().filter(|at| matches!(at.kind(), Kind::Comma | Kind::Stop) && !close.spaced()) else {
        return;
    };
    if is_fragment(close) {
        let span = stop.span().cover(close.span());
        let moved = format!("{}{}", close.text(), stop.text());
        report.add(Finding::at(span).replace(span, moved));
    }
}

/// Whether the quotation that closes here begins within a sentence and without a capital.
fn is_fragment(close: At) -> bool {
    let back = std::iter::successors(close.prev(), |at| at.prev());
    let Some(open) = { back }.find(|at| matches!(at.kind(), Kind::OpenQuote | Kind::OpenSingle)) else { return false };
    let lower = open.next().is_some_and(|at| at.text().starts_with(char::is_lowercase));
    // A comma after “…, he said” belongs to a quotation that was interrupted.
    let resumes = open.prev().is_some_and(|at| at.is(Kind::Comma));
    let runs_in = open.prev().is_some_and(|at| at.kind().is_wordlike());
    lower && runs_in && !resumes && !open.starts_sentence()
}
