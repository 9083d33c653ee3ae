//! “He go to work”, “they likes it”: a pronoun and its verb.

use super::clause::{is_joined, next_word, prev_in_sentence, starts_clause};
use super::verbs;
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/pronoun-verb",
    Wake::words(&["he", "she", "it", "they", "we", "you", "i", "everyone", "everybody", "nobody", "somebody"]),
    run,
);

fn run(pronoun: At, report: &mut Report) {
    let verb = next_word(pronoun).and_then(|next| {
        if list!("now also still never always often just only").has(next.text()) { next_word(next) } else { Some(next) }
    });
    let Some(verb) = verb
        .filter(|verb| !verb.has(Traits::POSSESSIVE))
        .filter(|verb| verb.has(Traits::VERB | Traits::THIRD_PERSON) || is_needs(*verb))
    else {
        return;
    };
    let singular = list!("he she it everyone everybody nobody somebody").has(pronoun.text());
    let right = if singular { third_person(pronoun, verb) } else { plain(pronoun, verb) };
    let Some(right) = right.filter(|_| !is_joined(verb) && !is_joined(pronoun)) else { return };
    let finding = Finding::at(pronoun.span().cover(verb.span()));
    report.add(finding.with("pronoun", pronoun.text()).replace(verb.span(), right));
}

/// Whether the clause is joined to one before: “it is short, and it make people angry”.
fn is_second(pronoun: At) -> bool {
    prev_in_sentence(pronoun).is_some_and(|and| {
        list!("and but so").has(and.text()) && prev_in_sentence(and).is_some_and(|comma| comma.is(Kind::Comma))
    })
}

/// What should stand for the plain form after “he”, “she” or “it”.
fn third_person(pronoun: At, verb: At) -> Option<String> {
    let told = list!("say add ask explain reply").has(verb.text())
        && pronoun.prev().is_some_and(|mark| matches!(mark.kind(), Kind::CloseQuote | Kind::StraightQuote));
    let other = Traits::PAST | Traits::ING | Traits::THIRD_PERSON | Traits::PLURAL | Traits::AUXILIARY;
    let small = verb.has(Traits::FUNCTION | Traits::ADVERB) && !matches!(verb.text(), "like");
    // The lexicon has some past forms as verbs only: “withdrew”, “foresaw”.
    let past = verb.text().ends_with("ed")
        || verbs::past(verb.text()).is_some()
        || verbs::is_own_past(verb.text()) && !matches!(verb.text(), "run" | "come" | "become");
    if verb.has(other) && !matches!(verb.text(), "run" | "come" | "become")
        || past
        || small
        // “He lead the team” is asked of “led”.
        || matches!(verb.text(), "need" | "dare" | "used" | "better" | "lead")
        || !told && !starts_clause(pronoun) && !is_second(pronoun)
    {
        return None;
    }
    // “It work”: what is also a noun or an adjective is a verb if its object or an adverb follows.
    let after = next_word(verb);
    let ambiguous = !verb.has(Traits::MOSTLY_VERB);
    let clear = after.is_some_and(|after| {
        after.has(Traits::DETERMINER | Traits::PREPOSITION | Traits::PRONOUN | Traits::NUMERAL)
            && !after.has(Traits::AUXILIARY)
            && !matches!(after.text(), "of" | "that")
    });
    let helped =
        after.is_some_and(|after| after.has(Traits::AUXILIARY | Traits::THIRD_PERSON) && !after.has(Traits::NOUN));
    // “‘He wins,’ she say.”
    if after.is_none() && !(told && verb.next().is_some_and(|stop| stop.is(Kind::Stop))) {
        return None;
    }
    (!helped && (!ambiguous || clear)).then(|| verbs::third_of(verb.text()))
}

/// What should stand for the third person after “they”, “we”, “you” or “I”.
fn plain(pronoun: At, verb: At) -> Option<String> {
    const NO_PEOPLE: &[&str] = &[
        "comes", "feels", "gets", "gives", "goes", "knows", "likes", "makes", "needs", "says", "seems", "sees",
        "takes", "thinks", "wants", "lives", "uses", "becomes", "belongs",
    ];
    if !verb.has(Traits::THIRD_PERSON) && !is_needs(verb) || verb.has(Traits::AUXILIARY) && !pronoun.word_is("i") {
        return None;
    }
    // “We parents”, “you guys”; “Elizabeth I does”.
    let they = pronoun.word_is("they");
    if !they && (!starts_clause(pronoun) || verb.has(Traits::PLURAL) && !NO_PEOPLE.contains(&verb.text())) {
        return None;
    }
    if pronoun.word_is("i") && (pronoun.text() == "i" || matches!(verb.text(), "is" | "was")) {
        return None;
    }
    let inner = prev_in_sentence(pronoun)
        .is_some_and(|prev| prev.has(Traits::NOUN) && !prev.has(Traits::CONJUNCTION | Traits::VERB));
    let helped = next_word(verb).is_some_and(|next| next.has(Traits::AUXILIARY))
        || prev_in_sentence(pronoun).is_some_and(|prev| prev.has(Traits::AUXILIARY));
    // “In the way they defines the minimum”: an object shows that it is no noun of another clause.
    let object = next_word(verb).is_some_and(|next| next.has(Traits::DETERMINER) && !next.has(Traits::CONJUNCTION));
    if inner && verb.has(Traits::NOUN) && !object || helped {
        return None;
    }
    if is_needs(verb) {
        return Some("need".to_owned());
    }
    verbs::plain_of(verb.text(), verb.traits(), verb.reading.lexicon)
}

/// The lexicon has “needs” as a noun only, for “he need not” is right as well.
fn is_needs(verb: At) -> bool {
    verb.text() == "needs"
}
