use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("quotes/stop-outside", Wake::kinds(&[Kind::CloseQuote, Kind::CloseSingle]), run);

/// “word”, for “word,”
fn run(close: At, report: &mut Report) {
    let Some(stop) = close.next().filter(|at| matches!(at.kind(), Kind::Comma | Kind::Stop) && !at.spaced()) else {
        return;
    };
    if !close.prev().is_some_and(|at| at.kind().is_wordlike()) {
        return;
    }
    let span = close.span().cover(stop.span());
    let moved = format!("{}{}", stop.text(), close.text());
    report.add(Finding::at(span).with("mark", name(stop.kind())).replace(span, moved));
}

fn name(kind: Kind) -> &'static str {
    if kind == Kind::Comma { "comma" } else { "full stop" }
}
