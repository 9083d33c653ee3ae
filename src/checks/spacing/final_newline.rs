use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{Format, Span};

pub const CHECK: Check = Check::article("spacing/final-newline", run);

fn run(reading: &Reading, report: &mut Report) {
    let source = reading.article.source;
    let Some(last) = reading.tokens.last() else { return };
    if reading.article.format == Format::Plain && !source.ends_with(['\n', '\r']) {
        let line_end = if source.contains("\r\n") { "\r\n" } else { "\n" };
        report.add(Finding::at(last.span()).replace(Span::at(source.len()), line_end));
    }
}
