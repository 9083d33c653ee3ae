use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("quotes/missing-comma", Wake::kinds(&[Kind::CloseQuote]), run);

/// Fewer words in marks are an expression: she called it “a day to remember” she said.
const LEAST: usize = 4;
/// Verbs that say who speaks, in the past and the present.
const SAID: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "asked",
    "asks",
    "told",
    "tells",
    "replied",
    "replies",
    "wrote",
    "writes",
    "explained",
    "explains",
    "continued",
    "continues",
    "recalled",
    "recalls",
    "insisted",
    "insists",
    "admitted",
    "joked",
    "noted",
    "notes",
    "warned",
    "warns",
    "concluded",
    "shouted",
    "whispered",
    "answered",
    "tweeted",
];

fn run(close: At, report: &mut Report) {
    let Some(last) = close.prev().filter(|last| last.is(Kind::Word) && !close.spaced()) else { return };
    let Some(speaker) = close.next().filter(|next| next.spaced() && !next.starts_sentence()) else { return };
    if names_speaker(speaker) && is_sentence(close) && !is_one_word(close, last) {
        let end = Span { start: last.span().end, end: last.span().end };
        report.add(Finding::at(last.span().cover(close.span())).replace(end, ","));
    }
}

/// “she said”, “said Anna”, “Anna Lind said”
fn names_speaker(first: At) -> bool {
    let said = |at: At| at.is(Kind::Word) && SAID.contains(&at.text());
    let pronoun = ["he", "she", "they", "I", "we"].contains(&first.text());
    let next = first.next().filter(|next| next.spaced());
    if pronoun {
        return next.is_some_and(said);
    }
    if said(first) {
        return next.is_some_and(|next| next.traits().capitalised() && !next.starts_sentence());
    }
    let name = |at: At| at.is(Kind::Word) && at.has(Traits::TITLE) && !at.has(Traits::FUNCTION);
    name(first) && (next.is_some_and(said) || next.filter(|n| name(*n)).and_then(At::next).is_some_and(said))
}

/// Whether the quotation starts like a sentence, and a sentence starts with it or a comma or colon
/// stands before it: else it is a part of the sentence around it.
fn is_sentence(close: At) -> bool {
    let Some(open) = close.reading.quotations().opening(close.index) else { return false };
    let open = close.block().at(open);
    let words = close.index - open.index > LEAST;
    let starts = open.next().is_some_and(|first| first.has(Traits::TITLE) || first.text() == "I");
    let before = open.prev().is_none_or(|prev| matches!(prev.kind(), Kind::Comma | Kind::Colon));
    words && starts && (before || open.starts_sentence())
}

fn is_one_word(close: At, last: At) -> bool {
    close.reading.quotations().opening(close.index) == Some(last.index - 1)
}
