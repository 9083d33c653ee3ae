use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("punctuation/doubled-stop", Wake::kinds(&[Kind::Ellipsis, Kind::Stop]), run);

fn run(mark: At, report: &mut Report) {
    match mark.kind() {
        Kind::Ellipsis if mark.text() == ".." => two_in_a_row(mark, report),
        Kind::Stop => behind_another(mark, report),
        _ => {}
    }
}

/// “the end.. Then”
fn two_in_a_row(mark: At, report: &mut Report) {
    let Some(before) = mark.prev().filter(|before| !mark.spaced() && ends_words(*before)) else { return };
    let next = mark.next();
    if next.is_some_and(|next| !next.spaced() && !is_closer(next)) {
        return;
    }
    let finding = Finding::at(before.span().cover(mark.span()));
    if let Some(first) = habit(mark) {
        // Who types two dots again and again means something by them; once is enough to say so.
        let level = if first { Level::Warning } else { Level::Suggestion };
        let finding = finding.level(level).applicability(Applicability::Manual);
        let finding = finding.say("Two dots stand in several places. Please choose a full stop or an ellipsis.");
        report.add(finding.replace(mark.span(), ellipsis(mark)).replace(mark.span(), "."));
        return;
    }
    let past_closers = std::iter::successors(next, |at| at.next()).find(|at| !is_closer(*at));
    if past_closers.is_some_and(|after| after.has(Traits::LOWER)) {
        // Within a sentence the marks may stand for an ellipsis.
        let finding = finding.replace(mark.span(), ellipsis(mark)).replace(mark.span(), ".");
        report.add(finding.applicability(Applicability::Manual));
    } else {
        let second = Span { start: mark.span().start + 1, end: mark.span().end };
        report.add(finding.replace(second, ""));
    }
}

fn ellipsis(mark: At) -> &'static str {
    if mark.reading.article.source.contains('…') { "…" } else { "..." }
}

/// Whether two dots stand near by at least twice more, and if so whether these are the first.
fn habit(mark: At) -> Option<bool> {
    const NEAR: usize = 20_000;
    let prose = mark.reading.article.prose.as_bytes();
    let here = mark.span().start as usize;
    let others = |from: usize, to: usize| {
        let two = move |at: &usize| prose.get(at.wrapping_sub(1)) != Some(&b'.') && prose.get(at + 2) != Some(&b'.');
        memchr::memmem::find_iter(&prose[from..to], b"..").map(move |at| from + at).filter(two).take(2).count()
    };
    let before = others(here.saturating_sub(NEAR), here);
    let after = others((here + 2).min(prose.len()), prose.len().min(here + NEAR));
    (before + after > 1).then_some(before == 0)
}

/// “the U.S..”, “the end. .” and “‘the end.’.”
fn behind_another(stop: At, report: &mut Report) {
    let Some(before) = stop.prev() else { return };
    let ends = stop.next().is_none_or(|next| next.spaced() || is_closer(next));
    let doubled = match before.kind() {
        Kind::Abbreviation => !stop.spaced() && before.text().ends_with('.'),
        Kind::Stop => !(stop.spaced() && stop.next().is_some_and(|next| next.is(Kind::Stop))) && is_after_words(before),
        Kind::CloseQuote | Kind::CloseSingle => !stop.spaced() && closes_sentence(before),
        _ => false,
    };
    if doubled && ends {
        let cut = Span { start: before.span().end, end: stop.span().end };
        report.add(Finding::at(before.span().cover(stop.span())).replace(cut, ""));
    }
}

fn closes_sentence(quote: At) -> bool {
    quote.prev().is_some_and(|stop| stop.is(Kind::Stop) && !quote.spaced() && is_after_words(stop))
}

fn is_after_words(stop: At) -> bool {
    !stop.spaced() && stop.prev().is_some_and(|before| before.is(Kind::Word) && before.has(Traits::KNOWN))
}

fn ends_words(at: At) -> bool {
    match at.kind() {
        Kind::Word => !at.has(Traits::LETTER),
        Kind::Abbreviation | Kind::Number | Kind::CloseQuote | Kind::CloseSingle | Kind::CloseBracket => true,
        _ => false,
    }
}

fn is_closer(at: At) -> bool {
    matches!(at.kind(), Kind::CloseQuote | Kind::CloseSingle | Kind::CloseBracket)
}
