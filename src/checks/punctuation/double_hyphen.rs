use crate::diagnostic::Level;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Format, Kind, Span, TokenFlags};

pub const CHECK: Check = Check::token("punctuation/double-hyphen", Wake::kinds(&[Kind::Dash]), run);

fn run(mark: At, report: &mut Report) {
    if !matches!(mark.text(), "--" | "---") || mark.flags().contains(TokenFlags::LINE) {
        return;
    }
    let (Some(before), Some(after)) = (mark.prev(), mark.next()) else { return };
    if !ends_words(before) || !starts_words(after) || after.flags().contains(TokenFlags::LINE) {
        return;
    }
    let span = Span { start: before.span().end, end: after.span().start };
    let dashes = mark.reading.dashes();
    let range = before.is(Kind::Number) && after.is(Kind::Number) && !mark.spaced();
    let dash = match (range, dashes.any(), mark.spaced() || after.spaced()) {
        (true, ..) => "–",
        (_, true, _) => dashes.habit(),
        (.., true) => " — ",
        (.., false) => "—",
    };
    let finding = Finding::at(before.span().cover(after.span())).replace(span, dash).with("dash", dash.trim());
    // Many programs that show Markdown make dashes of hyphens themselves.
    let markdown = mark.reading.article.format == Format::Markdown;
    report.add(if markdown { finding.level(Level::Suggestion) } else { finding });
}

fn ends_words(at: At) -> bool {
    matches!(
        at.kind(),
        Kind::Word
            | Kind::Abbreviation
            | Kind::Number
            | Kind::CloseQuote
            | Kind::CloseSingle
            | Kind::CloseBracket
            | Kind::Comma
            | Kind::Question
    )
}

fn starts_words(at: At) -> bool {
    matches!(
        at.kind(),
        Kind::Word | Kind::Abbreviation | Kind::Number | Kind::OpenQuote | Kind::OpenSingle | Kind::OpenBracket
    )
}
