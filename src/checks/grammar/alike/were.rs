//! Were, where, we’re.

use super::around::{asks, before, earlier, ends_clause, follows, is_adjective, is_one, precedes};
use super::lists::{JOINING, TAKES_CLAUSE};
use super::place::is_helped;
use super::{Twin, twin};
use crate::checks::grammar::clause::{next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

pub const CHECK: Check =
    Check::token("grammar/were-where", Wake::words(&["were", "where", "we're", "we’re"]), |at, report| {
        super::report(at, report, judge);
    });

fn judge(at: At) -> Option<Twin> {
    match at.text().len() {
        4 => were(at),
        5 if at.word_is("where") => where_(at),
        _ => we_are(at),
    }
}

/// “The ministers where aware”, “we where told to wait”.
fn where_(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let next = next_word(at)?;
    if is_one(prev, list!("they we")) {
        let clause = next.has(Traits::PRONOUN | Traits::DETERMINER);
        return if clause { None } else { twin("were", true) };
    }
    if prev.word_is("there") {
        let counted = is_one(next, list!("no a many some several two three also few only more fears still"));
        return if counted { twin("were", true) } else { None };
    }
    let participle = (next.has(Traits::PAST | Traits::ING) && !next.has(Traits::NOUN)) || is_adjective(next);
    if is_one(prev, list!("who which")) {
        let predicate = participle || is_one(next, list!("not also still in on at the a"));
        return if predicate { twin("were", true) } else { None };
    }
    let plural = prev.has(Traits::PLURAL) && !prev.has(Traits::FUNCTION)
        || is_one(prev, list!("people men women children police these those both others"));
    let fixed = is_one(
        next,
        list!(
            "possible necessary appropriate applicable available needed required practicable relevant permitted feasible allowed suitable helpful useful"
        ),
    );
    if !plural || fixed || follows(prev, list!("is are")) {
        return None;
    }
    let after = next_word(next);
    if is_one(next, list!("not also still being already now")) {
        let predicate = after.is_some_and(|after| after.has(Traits::PAST | Traits::ING) || is_adjective(after));
        return if predicate { twin("were", false) } else { None };
    }
    // What follows cannot be the subject of a clause of its own.
    let closed = ends_clause(next)
        || after.is_some_and(|after| {
            after.has(Traits::PREPOSITION) || is_one(after, list!("to that by when because and as"))
        });
    // What is said with an adjective has its subject at the start: “the ministers where aware”.
    let opens =
        |noun: At| prev_in_sentence(noun).is_none_or(|b| b.has(Traits::DETERMINER) && prev_in_sentence(b).is_none());
    if participle && closed && (opens(prev) || !is_adjective(next) || next.has(Traits::PAST | Traits::ING)) {
        twin("were", false)
    } else {
        None
    }
}

/// “The place were he was born”, “that is were the trouble began”.
fn were(at: At) -> Option<Twin> {
    let next = next_word(at)?;
    // “He couldn’t even were a coat.”
    if is_helped(at) && is_one(next, list!("a an the his her their my our your")) {
        return twin("wear", true);
    }
    // “It would be lost were it not for her.”
    if next_word(next).is_some_and(|not| is_one(not, list!("not to"))) {
        return None;
    }
    let participle = next.has(Traits::ING) && !next.has(Traits::NOUN);
    if !participle && has_clause(at, next) {
        return twin("where", false);
    }
    let Some(prev) = prev_in_sentence(at) else {
        let doing = participle || next.word_is("not") && next_word(next).is_some_and(|n| n.has(Traits::ING));
        return if doing && !asks(at) { twin("we’re", false) } else { None };
    };
    if !prev.is(Kind::Word) {
        let opens = matches!(prev.kind(), Kind::OpenQuote | Kind::StraightQuote) && !asks(at);
        return if opens && participle { twin("we’re", false) } else { None };
    }
    if participle {
        let joins = is_one(prev, JOINING) && !is_one(prev, list!("that and but or what who where how"));
        let says = is_one(prev, TAKES_CLAUSE) && prev.has(Traits::VERB) && !prev.has(Traits::NOUN);
        let inner = says && earlier(prev, |b| is_one(b, list!("that which who what how")));
        return if joins || says && !inner { twin("we’re", false) } else { None };
    }
    let subject = is_one(next, list!("he she it they we i you"));
    let phrase = is_one(next, list!("the a an his her their our my its"));
    if !subject && !phrase
        || earlier(at, |b| is_one(b, list!("how what which whose neither nor so only as than never")))
    {
        return None;
    }
    if is_one(prev, list!("is was from of to know knew knows near exactly see")) {
        return twin("where", is_one(prev, list!("is was from of to")));
    }
    let noun = prev.has(Traits::NOUN)
        && !prev.has(Traits::PLURAL | Traits::FUNCTION | Traits::PRONOUN)
        && !is_one(prev, list!("people police such"));
    let verb = next_word(next).is_some_and(|verb| verb.has(Traits::VERB | Traits::AUXILIARY | Traits::ADVERB));
    if noun && subject && verb { twin("where", true) } else { None }
}

/// “The church, were the organ was lost”, “a flat were the walls are thin”, “knows were people keep it”: a
/// subject and its verb follow.
fn has_clause(at: At, next: At) -> bool {
    let Some(prev) = prev_in_sentence(at) else { return false };
    let place = prev.is(Kind::Comma) || prev.has(Traits::NOUN) && !prev.has(Traits::FUNCTION) && at.spaced();
    let knows = is_one(prev, list!("know knows knew see remember forgot learn learned"))
        && before(prev).is_none_or(|b| is_one(b, list!("i you we they he she to not could can")))
        && !earlier(prev, |b| is_one(b, list!("that what which who all whom")));
    if !place && !knows {
        return false;
    }
    let determined = is_one(next, list!("the a an his her their our my its this these"));
    let mut noun = if determined { next_word(next) } else { Some(next) };
    const LONGEST: usize = 3;
    for _ in 0..LONGEST {
        let Some(word) = noun.filter(|word| word.has(Traits::NOUN | Traits::ADJECTIVE) && !word.has(Traits::FUNCTION))
        else {
            return false;
        };
        let verb = next_word(word);
        if word.has(Traits::NOUN) {
            if determined
                && verb.is_some_and(|verb| is_one(verb, list!("is was are were has had can could will would")))
            {
                return !prev.is(Kind::Comma) || !earlier(at, |b| is_one(b, list!("if as whether")));
            }
            if knows
                && word.has(Traits::PLURAL) | word.word_is("people")
                && verb.is_some_and(|verb| verb.has(Traits::VERB))
            {
                return true;
            }
        }
        noun = verb;
    }
    false
}

/// “They we’re late.”
fn we_are(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let next = next_word(at)?;
    if is_one(prev, list!("they you these")) {
        return twin("were", true);
    }
    let acted = next.has(Traits::PAST) && precedes(next, list!("by to")) && !is_one(next, list!("supposed used told"));
    let plural = prev.has(Traits::PLURAL) && !prev.has(Traits::THIRD_PERSON | Traits::FUNCTION);
    let there = prev.word_is("there") && !follows(prev, list!("out up down over in from back once around right"));
    if plural && acted || there { twin("were", false) } else { None }
}
