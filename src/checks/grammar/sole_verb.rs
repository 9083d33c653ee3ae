//! “The dogs barks all night.” “My brother work in a bakery.” A word that could be a noun as well is the
//! verb of its sentence if no other word can be.

use super::clause::{is_joined, next_word};
use super::subject_nouns::{is_one_thing, is_plural};
use super::verbs;
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Finding, Report};
use crate::text::{BlockKind, Kind};

/// Looks at the sentence that starts with this word.
pub fn run(first: At, report: &mut Report) {
    let Some((noun, verb)) = subject(first) else { return };
    let third = verb.has(Traits::THIRD_PERSON);
    let right = if third && is_plural(noun) {
        verbs::plain_of(verb.text(), verb.traits(), verb.reading.lexicon)
    } else if !third && !first.word_is("their") && (is_one_thing(noun) || is_person(noun)) {
        (!verbs::is_own_past(verb.text()) && !verb.has(Traits::PLURAL | Traits::PAST | Traits::ING))
            .then(|| verbs::third_of(verb.text()))
    } else {
        None
    };
    let Some(right) = right else { return };
    if goes_on(verb, third) && is_sole_verb(first, verb) {
        report.add(Finding::at(noun.span().cover(verb.span())).replace(verb.span(), right));
    }
}

/// The noun of the phrase that the sentence opens with, and what may be its verb: “the prices of bread
/// rises”.
fn subject(first: At) -> Option<(At, At)> {
    const LONGEST: usize = 3;
    let name = is_person(first);
    if !name && !list!("the my our your his her its their these those this that every each").has(first.text()) {
        return None;
    }
    let mut noun = if name { first } else { next_word(first)? };
    for _ in 0..LONGEST {
        if !name && !noun.has(Traits::NOUN | Traits::ADJECTIVE)
            || noun.has(Traits::FUNCTION | Traits::POSSESSIVE | Traits::MOSTLY_VERB)
            || is_joined(noun)
        {
            return None;
        }
        let next = next_word(noun)?;
        if next.text() == "of" && noun.has(Traits::MOSTLY_NOUN) {
            let of = next_word(next)?;
            let inner = if list!("the his her its our their my").has(of.text()) { next_word(of)? } else { of };
            // “The price of houses”, but not “the rest of the houses”
            let told = inner.has(Traits::MOSTLY_NOUN) && inner.has(Traits::PLURAL) != noun.has(Traits::PLURAL);
            return next_word(inner).filter(|verb| told && may_be_verb(*verb)).map(|verb| (noun, verb));
        }
        if may_be_verb(next) {
            return Some((noun, next));
        }
        if name {
            return None;
        }
        noun = next;
    }
    None
}

/// A given name that is no word.
fn is_person(at: At) -> bool {
    at.has(Traits::TITLE) && at.has(Traits::GIVEN_NAME) && !at.has(Traits::COMMON | Traits::PLACE | Traits::FUNCTION)
}

fn may_be_verb(at: At) -> bool {
    at.has(Traits::VERB | Traits::THIRD_PERSON)
        && !at.has(Traits::FUNCTION | Traits::ADVERB | Traits::PAST | Traits::ING | Traits::AUXILIARY)
        && (at.has(Traits::THIRD_PERSON) || !at.has(Traits::MOSTLY_NOUN | Traits::MOSTLY_ADJECTIVE))
        && !is_joined(at)
}

/// Whether what follows goes with a verb rather than with a noun.
fn goes_on(verb: At, third: bool) -> bool {
    next_word(verb).is_some_and(|next| {
        let small = next.has(Traits::DETERMINER | Traits::PREPOSITION | Traits::PRONOUN | Traits::ADVERB)
            && !list!("of than that which who like").has(next.text());
        let alone = third || verb.has(Traits::MOSTLY_VERB);
        small && (alone || !next.text().ends_with("ly") && next.has(Traits::PREPOSITION | Traits::DETERMINER))
    })
}

/// Whether the sentence is a whole one in running text, and no other word in it can be its verb.
fn is_sole_verb(first: At, verb: At) -> bool {
    const LONGEST: usize = 30;
    let block = first.block();
    // “The team bus in Leeds.” A caption has no verb.
    if block.kind() != BlockKind::Paragraph || block.is_furniture() {
        return false;
    }
    let mut at = first;
    for _ in 0..LONGEST {
        let Some(next) = at.next() else { return false };
        if next.starts_sentence() {
            return false;
        }
        match next.kind() {
            Kind::Stop => return !first_of_only(first, next),
            Kind::Word if next.index != verb.index && may_be_finite(next) => return false,
            Kind::Word | Kind::Number | Kind::Comma => {}
            _ => return false,
        }
        at = next;
    }
    false
}

/// Whether the block has no other sentence, and may be a caption.
fn first_of_only(first: At, stop: At) -> bool {
    first.prev().is_none() && stop.next().is_none()
}

fn may_be_finite(at: At) -> bool {
    let noun = at.has(Traits::MOSTLY_NOUN | Traits::MOSTLY_ADJECTIVE);
    at.has(Traits::AUXILIARY)
        || at.has(Traits::PAST)
        || at.has(Traits::VERB | Traits::THIRD_PERSON) && !noun && !at.has(Traits::FUNCTION | Traits::ING)
        || at.has(Traits::APOSTROPHE) && !at.has(Traits::POSSESSIVE)
        || at.has(Traits::UNKNOWN)
}
