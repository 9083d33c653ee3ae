//! “It can helps”, “he doesn’t worked”: after a modal verb the plain form stands.

use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("grammar/plain-verb", Wake::traits(Traits::AUXILIARY), run);

fn run(modal: At, report: &mut Report) {
    let Some(first) = modal.next().filter(|next| next.is(Kind::Word) && next.spaced() && next.has(Traits::LOWER))
    else {
        return;
    };
    let adverb = first.has(Traits::ADVERB) && !first.has(Traits::VERB | Traits::NOUN);
    let Some(verb) = (if adverb { first.next() } else { Some(first) }) else { return };
    // Nearly all words are told apart here.
    let inflected = verb.has(Traits::THIRD_PERSON | Traits::PAST) && verb.has(Traits::LOWER) && verb.spaced();
    if !inflected || verb.has(Traits::AUXILIARY) && verb.text() != "has" {
        return;
    }
    let negated = modal.text().ends_with("n’t") || modal.text().ends_with("n't");
    let ending = verb.has(Traits::THIRD_PERSON) || negated && verb.has(Traits::PAST);
    if !ending || !is_modal(modal) {
        return;
    }
    let subject = modal.prev().filter(|_| !modal.starts_sentence());
    let Some(plain) = plain_form(verb) else { return };
    let pronoun = subject.is_some_and(is_subject);
    let another_verb =
        verb.next().is_some_and(|next| next.has(Traits::AUXILIARY | Traits::THIRD_PERSON) && !next.has(Traits::NOUN));
    if pronoun && !another_verb && !is_elliptic(modal) {
        let finding = Finding::at(modal.span().cover(verb.span()));
        report.add(finding.with("modal", modal.text()).replace(verb.span(), plain));
    }
}

/// “the work they can makes them proud”, “all that it could was lost”: the modal verb ends a clause.
fn is_elliptic(modal: At) -> bool {
    let subject = modal.prev();
    let before = subject.filter(|s| !s.starts_sentence()).and_then(At::prev);
    before.is_some_and(|b| {
        b.has(Traits::NOUN | Traits::PRONOUN | Traits::ADJECTIVE) && !b.has(Traits::CONJUNCTION)
            || matches!(b.text(), "what" | "all" | "as" | "than" | "best" | "What" | "All")
    })
}

fn is_modal(at: At) -> bool {
    const MODALS: &[&str] = &[
        "can",
        "cannot",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "can't",
        "couldn't",
        "didn't",
        "doesn't",
        "don't",
        "mustn't",
        "shouldn't",
        "won't",
        "wouldn't",
    ];
    MODALS.iter().any(|modal| at.text().len() >= modal.len() && same(at.text(), modal))
}

/// Whether the forms are the same but for the shape of an apostrophe.
fn same(text: &str, plain: &str) -> bool {
    text == plain || text.contains('’') && text.replace('’', "'") == plain
}

/// A pronoun that is the subject of the verb behind it, and nothing else.
fn is_subject(at: At) -> bool {
    matches!(
        at.text(),
        "it" | "It"
            | "he"
            | "He"
            | "she"
            | "She"
            | "they"
            | "They"
            | "we"
            | "We"
            | "I"
            | "you"
            | "You"
            | "this"
            | "This"
    ) && !at.prev().is_some_and(|p| p.has(Traits::AUXILIARY) && !at.starts_sentence())
}

/// The verb without its ending, if that is a word that can be a verb.
fn plain_form(verb: At) -> Option<String> {
    const IRREGULAR: &[(&str, &str)] = &[("goes", "go"), ("has", "have")];
    let text = verb.text();
    if let Some((_, plain)) = IRREGULAR.iter().find(|(form, _)| *form == text) {
        return Some((*plain).to_owned());
    }
    let is_verb = |form: &str| {
        let traits = verb.reading.lexicon.traits(form);
        traits.any(Traits::VERB) && !traits.any(Traits::PAST | Traits::THIRD_PERSON | Traits::ING | Traits::MISSPELLED)
    };
    let forms =
        if verb.has(Traits::THIRD_PERSON) { endings(text, "s", "es", "ies") } else { endings(text, "d", "ed", "ied") };
    forms.into_iter().flatten().find(|form| is_verb(form))
}

/// What stands before an ending, likeliest first.
fn endings(text: &str, short: &str, long: &str, y: &str) -> [Option<String>; 3] {
    [
        text.strip_suffix(y).map(|stem| format!("{stem}y")),
        text.strip_suffix(long).map(str::to_owned),
        text.strip_suffix(short).map(str::to_owned),
    ]
}
