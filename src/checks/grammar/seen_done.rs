//! “She drunk the milk”, “the bell rung at noon”: a participle that stands for the past tense.

use super::clause::{is_joined, next_word, past_adverb, prev_in_sentence, starts_clause};
use super::verbs;
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/seen-done",
    Wake::words(&[
        "begun",
        "broken",
        "chosen",
        "done",
        "drawn",
        "driven",
        "drunk",
        "eaten",
        "fallen",
        "forgotten",
        "frozen",
        "given",
        "gone",
        "grown",
        "hidden",
        "known",
        "ridden",
        "risen",
        "rung",
        "seen",
        "shaken",
        "shown",
        "spoken",
        "stolen",
        "sung",
        "sunk",
        "swum",
        "taken",
        "thrown",
        "torn",
        "worn",
        "written",
    ]),
    run,
);

fn run(participle: At, report: &mut Report) {
    // Their pasts are nouns as well, so that the table of verbs leaves them out.
    let past = match participle.text() {
        "seen" => "saw",
        "fallen" => "fell",
        "risen" => "rose",
        "hidden" => "hid",
        word => match verbs::participle_only(word) {
            Some((_, past, _)) => past,
            None => return,
        },
    };
    if is_joined(participle) || past_adverb(participle).is_none() {
        return;
    }
    let Some(subject) = prev_in_sentence(participle).filter(|subject| subject.is(Kind::Word)) else { return };
    let pronoun = list!("i he she we they it").has(subject.text());
    // “…, and he swum across”
    let joined = prev_in_sentence(subject).is_some_and(|and| {
        list!("and so").has(and.text()) && prev_in_sentence(and).is_some_and(|comma| comma.is(Kind::Comma))
    });
    let after_age = prev_in_sentence(subject).is_some_and(|b| b.has(Traits::NUMERAL) || b.is(Kind::Number));
    if !pronoun || !starts_clause(subject) && !joined && !after_age || !is_told(participle) {
        return;
    }
    let finding = Finding::at(subject.span().cover(participle.span())).replace(participle.span(), past);
    report.add(finding.applicability(Applicability::Unsafe));
}

/// Whether an object or a place follows: “he drunk the milk”, but not “he, drunk and tired”.
fn is_told(participle: At) -> bool {
    next_word(participle).is_some_and(|next| {
        next.has(Traits::DETERMINER | Traits::PRONOUN | Traits::PREPOSITION | Traits::NUMERAL)
            && !list!("of that which by").has(next.text())
            || list!("home away back up down out").has(next.text())
    })
}
