//! Form and from.

use super::around::{before, is_one, precedes};
use super::lists::{SUBJECTS, TAKES_CLAUSE};
use super::{Twin, twin};
use crate::checks::grammar::clause::next_word;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("grammar/from-form", Wake::words(&["form"]), |at, report| {
    super::report(at, report, judge);
});

/// What one does from a place or a source, and never to a form.
const LEAVES: &List = list!(
    "come comes came coming gone arrive arrived arriving hear heard hearing read aloud away escape escaped escaping \
     flee fled fleeing emerge emerged descend descended return returned returning back out down off fell fallen rose \
     risen hidden free apart steal stole stolen borrowed"
);

/// “She came form the north”, “heard form him”, “took two chairs form the hall”
fn judge(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let next = at.next().filter(|next| next.is(Kind::Word) && next.spaced())?;
    let name = next.has(Traits::TITLE) && !next.has(Traits::FUNCTION);
    let phrase =
        is_one(next, list!("the their his her its our my your this these those")) || name || next.has(Traits::NUMERAL);
    if is_one(prev, LEAVES) {
        return if phrase || is_one(next, list!("a an it them him us me")) { twin("from", !name) } else { None };
    }
    let person = is_one(next, list!("it them him us me"));
    if person {
        let helped = prev.has(Traits::AUXILIARY)
            || is_one(prev, list!("to and or not help helps helped let lets make makes made"));
        let verb = prev.has(Traits::VERB) && !prev.has(Traits::NOUN | Traits::ADJECTIVE) && !is_one(prev, SUBJECTS);
        return if verb && !helped { twin("from", true) } else { None };
    }
    if !phrase || !prev.has(Traits::PLURAL) && !is_one(prev, list!("people men women children it them")) {
        return None;
    }
    // The object of a verb stands before it: “moved the cows form their shed”.
    const LONGEST: usize = 4;
    let mut word = prev;
    for _ in 0..LONGEST {
        word = before_any(word)?;
        if word.has(Traits::DETERMINER | Traits::NUMERAL | Traits::ADJECTIVE) && !word.has(Traits::VERB)
            || word.is(Kind::Number)
        {
            continue;
        }
        let takes = word.has(Traits::PAST)
            && word.has(Traits::VERB)
            && !word.has(Traits::AUXILIARY)
            && !is_one(word, TAKES_CLAUSE)
            && !is_one(word, list!("helped let made saw watched had used"));
        // “The stones he laid form the path.”
        let whose = before(word).is_some_and(|subject| {
            is_one(subject, list!("i you he she we they it that which who"))
                && before(subject).is_some_and(|b| b.has(Traits::NOUN) && !b.has(Traits::CONJUNCTION))
                || is_one(subject, list!("that which who"))
        });
        return if takes
            && !whose
            && !precedes(word, list!("that"))
            && next_word(word).is_none_or(|w| !w.has(Traits::PREPOSITION))
        {
            twin("from", false)
        } else {
            None
        };
    }
    None
}

/// The word or figure before.
fn before_any(at: At) -> Option<At> {
    at.prev().filter(|prev| !at.starts_sentence() && at.spaced() && matches!(prev.kind(), Kind::Word | Kind::Number))
}
