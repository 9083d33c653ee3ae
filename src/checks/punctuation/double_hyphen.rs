use crate::checks::grouped::Grouped;
use crate::diagnostic::{Edit, Level};
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Report};
use crate::text::{Format, Kind, Kinds, Span, TokenFlags};

pub const CHECK: Check = Check::article("punctuation/double-hyphen", run);

fn run(reading: &Reading, report: &mut Report) {
    if memchr::memmem::find(reading.article.prose.as_bytes(), b"--").is_none() {
        return;
    }
    let mut all = Grouped::new(reading);
    for index in reading.signs(Kinds::of(&[Kind::Dash])) {
        let mark = reading.at(index);
        if let Some((place, edit)) = typed_dash(mark).filter(|_| report.looks_at(&mark.block().as_copy())) {
            all.add(dash(mark).trim(), place, [edit]);
        }
    }
    // Many programs that show Markdown make dashes of hyphens themselves.
    let markdown = reading.article.format == Format::Markdown;
    all.report(report, |dash, finding| {
        let finding = finding.with("dash", dash);
        if markdown { finding.level(Level::Suggestion) } else { finding }
    });
}

/// Two hyphens between words: with the words, and the edit that makes them a dash.
fn typed_dash(mark: At) -> Option<(Span, Edit)> {
    if !matches!(mark.text(), "--" | "---") || mark.flags().contains(TokenFlags::LINE) {
        return None;
    }
    let (before, after) = (mark.prev()?, mark.next()?);
    if !ends_words(before) || !starts_words(after) || after.flags().contains(TokenFlags::LINE) {
        return None;
    }
    let span = Span { start: before.span().end, end: after.span().start };
    Some((before.span().cover(after.span()), Edit::new(span, dash(mark))))
}

/// The dash that belongs here, with its spaces.
fn dash(mark: At) -> &'static str {
    let dashes = mark.reading.dashes();
    let figure = |at: Option<At>| at.is_some_and(|at| at.is(Kind::Number) && !mark.spaced());
    match (figure(mark.prev()) && figure(mark.next()), dashes.any(), mark.spaced() || mark.spaced_after()) {
        (true, ..) => "–",
        (_, true, _) => dashes.habit(),
        (.., true) => " — ",
        (.., false) => "—",
    }
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
    ) && !at.has(Traits::OTHER_SCRIPT)
}

fn starts_words(at: At) -> bool {
    matches!(
        at.kind(),
        Kind::Word | Kind::Abbreviation | Kind::Number | Kind::OpenQuote | Kind::OpenSingle | Kind::OpenBracket
    )
}
