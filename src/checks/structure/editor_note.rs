//! Notes of writers and editors to one another: [insert quote here], [ED: check], TODO:

use super::closing;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockFlags, Kind, Span};

pub const CHECK: Check =
    Check::token("structure/editor-note", Wake::kinds(&[Kind::OpenBracket]).or_traits(Traits::UPPER), run);

fn run(at: At, report: &mut Report) {
    let span = if at.is(Kind::OpenBracket) { bracketed(at) } else { reminder(at) };
    if let Some(span) = span
        && !at.quoted()
        && !at.block().has(BlockFlags::QUOTATION)
    {
        report.add(Finding::at(span));
    }
}

/// “TODO: find the figures”
fn reminder(at: At) -> Option<Span> {
    let colon = at.next().filter(|next| next.is(Kind::Colon) && !next.spaced())?;
    (matches!(at.text(), "TODO" | "FIXME" | "TBD" | "XXX") && at.spaced()).then(|| at.span().cover(colon.span()))
}

/// A note in brackets, by its first and last words.
fn bracketed(open: At) -> Option<Span> {
    const LONGEST: usize = 24;
    let first = open.next().filter(|next| !next.spaced() && next.kind().is_wordlike())?;
    let round = open.text() != "[";
    // The word tells in nearly every case that this is no note, before anything is counted.
    if !(starts_note(first) || first.next().is_some_and(|next| next.is(Kind::Question) || ends_note(next))) {
        return None;
    }
    let (last, close) = closing(first, LONGEST)?;
    let note = if round { first.word_is("insert") && ends_note(last) } else { is_note(first, last) };
    (note && close.next().is_none_or(|next| next.spaced() || !next.is(Kind::OpenBracket)))
        .then(|| open.span().cover(close.span()))
}

fn starts_note(first: At) -> bool {
    [
        "insert",
        "add",
        "check",
        "confirm",
        "verify",
        "need",
        "needs",
        "todo",
        "fixme",
        "tbd",
        "tbc",
        "tk",
        "placeholder",
        "ed",
        "eds",
        "editor",
        "citation",
        "source",
        "link",
        "url",
        "photo",
        "image",
        "picture",
        "video",
        "graphic",
        "chart",
        "embed",
        "quote",
    ]
    .iter()
    .any(|word| is_word(first, word))
}

fn ends_note(last: At) -> bool {
    is_word(last, "here") || is_word(last, "come") || is_word(last, "tk")
}

/// Whether a bracket with these first and last words is a note.
fn is_note(first: At, last: At) -> bool {
    let alone = first.index == last.index;
    let text = first.text().trim_end_matches('.').to_lowercase();
    match &*text {
        "insert" | "placeholder" | "todo" | "fixme" | "tbd" | "tbc" | "tk" => true,
        "add" | "check" | "confirm" | "verify" | "need" | "needs" => !alone && first.index + 1 < last.index,
        // Published notes are signed “Editor’s note” or “Ed.”; notes to an editor shout.
        "ed" | "eds" | "editor" => first.has(Traits::UPPER) && first.next().is_some_and(|next| next.is(Kind::Colon)),
        "citation" => is_word(last, "needed") || last.is(Kind::Question),
        "link" | "url" => alone || ends_note(last),
        "source" | "date" | "name" | "spelling" | "figure" | "number" | "title" => {
            last.is(Kind::Question) && first.index + 1 == last.index
        }
        _ => ends_note(last) && first.index + 4 > last.index && !first.has(Traits::FUNCTION),
    }
}

fn is_word(at: At, word: &str) -> bool {
    at.text().trim_end_matches('.').eq_ignore_ascii_case(word)
}
