use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "quotes/stop-and-comma",
    Wake::kinds(&[Kind::CloseQuote]).before(&[Kind::Comma], Traits::empty()).glued(),
    run,
);

fn run(close: At, report: &mut Report) {
    let (Some(stop), Some(comma)) = (close.prev(), close.next()) else { return };
    let sentence = |last: At| last.is(Kind::Word) && last.has(Traits::LOWER) && last.has(Traits::KNOWN);
    let ends =
        stop.is(Kind::Stop) && !stop.spaced() && stop.prev().is_some_and(|last| sentence(last) && !last.spaced_after());
    if ends && !close.spaced() {
        let span = stop.span().cover(comma.span());
        report.add(Finding::at(span).replace(span, format!(",{}", close.text())));
    }
}
