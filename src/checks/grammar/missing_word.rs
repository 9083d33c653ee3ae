//! “Is able play”, “may not advisable”, “will the list”: “to” or “be” is missing.

use super::alike::around::asks;
use super::clause::{asks_first, is_joined, next_word, past_adverb, prev_in_sentence};
use super::participle::may_have_verb;
use super::verbs;
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/missing-word",
    Wake::words(&[
        "able",
        "unable",
        "supposed",
        "allowed",
        "intended",
        "forced",
        "will",
        "would",
        "can",
        "could",
        "should",
        "must",
        "may",
        "might",
        "cannot",
        "can't",
        "can’t",
        "won't",
        "won’t",
        "shouldn't",
        "shouldn’t",
        "need",
        "needs",
        "needed",
        "want",
        "wants",
        "wanted",
        "decided",
        "tried",
        "hoped",
        "hopes",
    ])
    .before(
        &[],
        Traits::VERB.union(Traits::AUXILIARY).union(Traits::ADJECTIVE).union(Traits::ADVERB).union(Traits::DETERMINER),
    ),
    run,
);

fn run(word: At, report: &mut Report) {
    let Some(next) = next_word(word) else { return };
    match word.text() {
        "able" | "unable" | "supposed" | "allowed" | "intended" | "forced" => able(word, next, report),
        "need" | "needs" | "needed" | "want" | "wants" | "wanted" | "decided" | "tried" | "hoped" | "hopes" => {
            wants(word, next, report);
        }
        _ => modal(word, report),
    }
}

/// “Is able play the violin”
fn able(able: At, verb: At, report: &mut Report) {
    let other = Traits::PAST
        | Traits::ING
        | Traits::THIRD_PERSON
        | Traits::PLURAL
        | Traits::AUXILIARY
        | Traits::FUNCTION
        | Traits::ADJECTIVE
        | Traits::ADVERB;
    let is = prev_in_sentence(able).is_some_and(|be| {
        be.has(Traits::AUXILIARY) || list!("not been being also always it's it’s he's he’s she's she’s").has(be.text())
    });
    let bare_be = verb.text() == "be" && !matches!(able.text(), "able" | "unable");
    let verb_only = matches!(able.text(), "able" | "unable") || verbs::is_plain(verb);
    if is
        && (bare_be || verb_only && verb.has(Traits::VERB) && !verb.has(other))
        && !is_joined(verb)
        && !list!("people men").has(verb.text())
    {
        insert("to", able, verb, report);
    }
}

/// “You need install the oven”, but “all you need remember is this”
fn wants(wants: At, verb: At, report: &mut Report) {
    let object =
        next_word(verb).is_some_and(|next| next.has(Traits::DETERMINER) && !list!("that which").has(next.text()));
    let subject = prev_in_sentence(wants);
    let acts = subject.is_some_and(|s| {
        list!("i you we they he she it who also really just").has(s.text())
            || wants.text() != "needs"
                && s.has(Traits::NOUN)
                && (!s.has(Traits::VERB) || prev_in_sentence(s).is_some_and(|the| the.has(Traits::DETERMINER)))
    });
    let inner = subject.and_then(prev_in_sentence).is_some_and(|b| {
        list!("all what everything anything whatever that nothing only").has(b.text())
            || b.has(Traits::NOUN) && !b.has(Traits::FUNCTION)
    });
    // “Wants move the books”: no noun has an article behind it.
    let other = Traits::PAST | Traits::ING | Traits::PLURAL | Traits::FUNCTION | Traits::ADJECTIVE | Traits::ADVERB;
    let noun_too = matches!(wants.text(), "want" | "wants" | "wanted" | "hopes")
        && verb.has(Traits::VERB)
        && !verb.has(other)
        && next_word(verb)
            .is_some_and(|the| list!("the a an his her their its our my").has(the.text()) && !precedes_most(the));
    if (verbs::is_plain(verb) || noun_too) && object && acts && !inner && !is_joined(wants) && !is_joined(verb) {
        insert("to", wants, verb, report);
    }
}

/// “She wants help the most.”
fn precedes_most(the: At) -> bool {
    next_word(the).is_some_and(|most| list!("most best least same next day other following").has(most.text()))
        || the.next().is_none_or(|next| !next.is(Kind::Word))
}

/// “May not advisable”, “will available at noon”, “will the list of rooms”
fn modal(modal: At, report: &mut Report) {
    let Some(next) = past_adverb(modal).filter(|next| next.has(Traits::ADJECTIVE | Traits::DETERMINER)) else { return };
    let other = Traits::NOUN
        | Traits::VERB
        | Traits::ADVERB
        | Traits::FUNCTION
        | Traits::PREPOSITION
        | Traits::PAST
        | Traits::ING;
    let stands = next.has(Traits::ADJECTIVE)
        && !next.has(other)
        && !list!("later earlier").has(next.text())
        && next.next().is_none_or(|after| {
            !after.is(Kind::Word) && !after.is(Kind::Comma)
                || after.has(Traits::PREPOSITION) && after.has(Traits::FUNCTION)
                || list!("to that when if because").has(after.text())
        });
    let phrase = list!("a an the his her their our your its my").has(next.text());
    // “Be ready should a storm come.”
    let inverted = modal.word_is("should")
        && prev_in_sentence(modal).is_some_and(|subject| {
            !subject.has(Traits::PRONOUN) && !prev_in_sentence(subject).is_some_and(|b| b.has(Traits::DETERMINER))
        });
    let phrase = phrase && !inverted;
    if !(stands || phrase && next.index == modal.index + 1 && next_word(next).is_some())
        || is_joined(modal)
        || is_joined(next)
        || !may_have_verb(modal)
        || asks_first(modal)
        || phrase && asks(modal)
    {
        return;
    }
    let finding = Finding::at(modal.span().cover(next.span())).applicability(Applicability::Unsafe);
    let finding = if phrase { finding.applicability(Applicability::Manual) } else { finding };
    report.add(finding.replace(next.span(), format!("be {}", next.text())));
}

fn insert(word: &str, before: At, verb: At, report: &mut Report) {
    let finding = Finding::at(before.span().cover(verb.span())).applicability(Applicability::Unsafe);
    report.add(finding.replace(verb.span(), format!("{word} {}", verb.text())));
}
