use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("spelling/l-for-i", Wake::traits(Traits::LETTER).having(Traits::LOWER), run);

fn run(at: At, report: &mut Report) {
    if at.text() != "l"
        || !at.spaced()
        || at.prev().is_some_and(|p| !p.kind().is_wordlike() && !p.is(Kind::Comma) && !p.is(Kind::Stop))
    {
        return;
    }
    // “the length l was measured”
    let introduced =
        at.prev().is_none_or(|p| !p.kind().is_wordlike() || p.has(Traits::FUNCTION) && !p.has(Traits::DETERMINER));
    // “l am”, “l think”: a verb that goes with “I”. The letter alone may be a litre or a variable.
    let verb = at.next().is_some_and(|next| {
        next.spaced() && next.has(Traits::LOWER) && (GO_WITH_I.contains(&next.text()) || is_verb_alone(next))
    });
    if verb && introduced {
        report.add(Finding::at(at.span()).replace(at.span(), "I"));
    }
}

const GO_WITH_I: &[&str] = &[
    "also", "always", "am", "believe", "can", "could", "did", "do", "don't", "don’t", "feel", "guess", "had", "have",
    "hope", "just", "knew", "know", "like", "love", "loved", "mean", "must", "need", "never", "really", "said", "saw",
    "see", "should", "still", "tell", "think", "thought", "want", "wanted", "was", "will", "wish", "would",
];

/// Whether it is a verb and nothing else, in a form that “I” can have: “l went”, “l cannot”. A length
/// is measured, and equals something.
fn is_verb_alone(word: At) -> bool {
    word.has(Traits::VERB | Traits::AUXILIARY)
        && !word.has(Traits::NOUN | Traits::ADJECTIVE | Traits::ADVERB | Traits::THIRD_PERSON | Traits::ING)
        && !word.text().ends_with("ed")
        && !matches!(word.text(), "is" | "are" | "be" | "been" | "equal" | "equals" | "may" | "might")
}
