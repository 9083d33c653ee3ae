//! What is asked or called, and goes on in the same breath.

use super::quotation::speaks;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::text::{Kind, MarkKind};

/// “what is it: who made it? who sold it? and for how much?”
fn is_row_of_questions(end: At, word: At) -> bool {
    const FAR: usize = 30;
    let stops = |at: &At| matches!(at.kind(), Kind::Question | Kind::Stop | Kind::Exclamation);
    let ahead = std::iter::successors(Some(word), |at| at.next()).take(FAR);
    let behind = std::iter::successors(end.prev(), |at| at.prev()).take(FAR);
    let mark = ahead.into_iter().find(stops);
    let colon = behind.take_while(|at| !at.is(Kind::Stop)).find(|at| at.is(Kind::Colon));
    mark.is_some_and(|mark| mark.is(Kind::Question))
        && colon.and_then(At::next).is_some_and(|first| first.has(Traits::LOWER))
}

/// Whether a question mark or exclamation mark ends a sentence although a small letter follows. Not
/// one that belongs to a name (Yahoo!, Which?), to a title in italics, or to a row of short
/// questions (Who? where? when?).
pub(super) fn asked_or_called(end: At, word: At) -> bool {
    let mut mark = end;
    let before = loop {
        match mark.prev() {
            Some(p) if matches!(p.kind(), Kind::Question | Kind::Exclamation) && !mark.spaced() => mark = p,
            Some(p) if !mark.spaced() => break p,
            _ => return false,
        }
    };
    let goes_on = word.has(Traits::AUXILIARY)
        || is_third_person(word)
        || speaks(word)
        || matches!(word.text(), "and" | "or" | "but" | "nor" | "yet" | "to");
    let titled = [MarkKind::Emphasis, MarkKind::Cite, MarkKind::Link, MarkKind::Quote].iter().any(|&m| end.marked(m));
    if end.is(Kind::Exclamation)
        && (before.word_is(word.text()) || is_interjection(before) || word.quoted() && is_outcry(before))
    {
        return false;
    }
    let plain = matches!(before.kind(), Kind::Word) && before.has(Traits::LOWER) && before.has(Traits::KNOWN);
    plain && !goes_on && !titled && !is_short_question(word) && !is_row_of_questions(end, word)
}

/// “bang! goes the gun”
fn is_third_person(word: At) -> bool {
    word.has(Traits::THIRD_PERSON) && !word.has(Traits::NOUN | Traits::PLURAL)
}

/// “and lo! the sea was calm”: in older writing a cry is no end.
fn is_interjection(word: At) -> bool {
    ["lo", "behold", "ah", "alas", "hark", "oh", "o", "ha", "aye", "nay", "fie", "hurrah", "hush"]
        .iter()
        .any(|cry| word.word_is(cry))
}

/// “Oh, yes! he is there”: in speech, a call of a few words may stand before its sentence.
fn is_outcry(last: At) -> bool {
    const FEW: usize = 3;
    let mut at = last;
    for _ in 0..=FEW {
        match at.prev() {
            Some(prev) if !at.starts_sentence() && !matches!(prev.kind(), Kind::OpenQuote | Kind::Dash) => at = prev,
            _ => return true,
        }
    }
    false
}

/// “Who? where? when?”
fn is_short_question(word: At) -> bool {
    let mut at = word;
    for _ in 0..4 {
        match at.next() {
            Some(next) if next.is(Kind::Question) => return true,
            Some(next) if !next.starts_sentence() => at = next,
            _ => return false,
        }
    }
    false
}
