use super::is_plainly_spaced;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check =
    Check::token("spacing/inside-quotes", Wake::kinds(&[Kind::OpenQuote, Kind::CloseQuote, Kind::StraightQuote]), run);

fn run(quote: At, report: &mut Report) {
    match quote.text() {
        "“" => after_opening(quote, report),
        "”" => before_closing(quote, report),
        "\"" if quote.is(Kind::StraightQuote) => within_straight(quote, report),
        _ => {}
    }
}

/// “ We go.”
fn after_opening(quote: At, report: &mut Report) {
    let Some(first) = quote.next().filter(|first| is_plainly_spaced(*first)) else { return };
    let opens = quote.spaced() || quote.prev().is_none_or(|p| matches!(p.kind(), Kind::OpenBracket | Kind::Dash));
    if opens && is_text(first) && quote.reading.quotations().closing(quote.index).is_some() {
        report.add(Finding::at(quote.span().cover(first.span())).replace(first.gap(), ""));
    }
}

/// “We go. ”
fn before_closing(quote: At, report: &mut Report) {
    let Some(last) = quote.prev().filter(|_| is_plainly_spaced(quote)) else { return };
    let closes = quote.next().is_none_or(|next| next.spaced() || !matches!(next.kind(), Kind::Word | Kind::Number));
    if closes && is_text(last) && quote.reading.quotations().opening(quote.index).is_some() {
        report.add(Finding::at(last.span().cover(quote.span())).replace(quote.gap(), ""));
    }
}

/// " We go. " with straight marks, where the pair is sure: no inches (6 " wide).
fn within_straight(quote: At, report: &mut Report) {
    if quote.prev().is_some_and(|before| before.is(Kind::Number)) {
        return;
    }
    let quotations = quote.reading.quotations();
    if let Some(close) = quotations.closing(quote.index) {
        let Some(first) = quote.next().filter(|first| is_plainly_spaced(*first) && is_text(*first)) else { return };
        if close > first.index {
            report.add(Finding::at(quote.span().cover(first.span())).replace(first.gap(), ""));
        }
    } else if quotations.opening(quote.index).is_some() {
        let Some(last) = quote.prev().filter(|last| is_plainly_spaced(quote) && is_text(*last)) else { return };
        report.add(Finding::at(last.span().cover(quote.span())).replace(quote.gap(), ""));
    }
}

/// Whether it is a word or what may end a sentence; a space between two quotation marks is there
/// to keep them apart.
fn is_text(at: At) -> bool {
    match at.kind() {
        Kind::Word | Kind::Abbreviation | Kind::Number => true,
        Kind::Comma | Kind::Stop | Kind::Question | Kind::Exclamation => !at.spaced(),
        _ => false,
    }
}
