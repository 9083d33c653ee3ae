//! Lose and loose.

use super::around::{before, ends_clause, follows, is_one, is_preposition, noun_of, precedes};
use super::lists::SUBJECTS;
use super::place::{acts, is_helped};
use super::{Twin, twin};
use crate::checks::grammar::clause::{is_negated, next_word, past_adverb};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};

pub const CHECK: Check =
    Check::token("grammar/lose", Wake::words(&["loose", "loosed", "looses", "loosing"]), |at, report| {
        super::report(at, report, judge);
    });

/// What is let fly or untied, and so can be loosed.
const LOOSED: &List = list!(
    "arrow arrows bolt bolts volley volleys hound hounds dog dogs horse horses bond bonds knot knots chain chains rope \
     ropes string strings tongue grip hold storm wrath fury missile missiles ends forces torrent hair belt \
     boat boats mooring moorings sail sails"
);

/// “You will loose”, “you loose the right”, “to loose it”, “it looses its leaves”, “we are loosing the match”.
fn judge(at: At) -> Option<Twin> {
    let plays = acts(at) && precedes(at, list!("with against by every again"));
    if at.text().len() == 5 && (is_helped(at) && ends_clause(at) || plays) {
        return twin("lose", false);
    }
    let next = past_adverb(at)?;
    let object = next.has(Traits::DETERMINER | Traits::PRONOUN) && !is_one(next, list!("i he she we they who that"))
        || is_one(next, list!("even"));
    let noun = if next.has(Traits::DETERMINER) { next_word(next).and_then(noun_of) } else { noun_of(next) };
    let several = is_one(next, list!("a all some any these those no"))
        && next_word(next).and_then(next_word).is_some_and(|noun| is_one(noun, LOOSED));
    if !object || several || noun.is_some_and(|noun| is_one(noun, LOOSED)) {
        return None;
    }
    let verb = before(at)?;
    match at.text().len() {
        5 => {
            let acts = verb.word_is("to") && !follows(verb, list!("from due close next"))
                || verb.has(Traits::AUXILIARY) && !is_one(verb, list!("is are was were be been being am"))
                || is_negated(verb)
                || verb.word_is("not")
                // “He let them loose the day before.”
                || is_one(verb, SUBJECTS) && !is_one(verb, list!("it he she"))
                    && !follows(verb, list!("let lets letting set sets setting cut turn turned hold held made make of"));
            if acts { twin("lose", !verb.word_is("you") && !is_one(next, list!("him her them"))) } else { None }
        }
        // “Four colonies loosed all their chicks.”
        6 if at.word_is("loosed") => {
            if is_one(next, list!("all their his her our its my")) {
                twin("lost", false)
            } else {
                None
            }
        }
        6 => {
            if is_one(verb, list!("it he she that which who")) {
                twin("loses", true)
            } else {
                None
            }
        }
        _ => {
            let doing = is_one(
                verb,
                list!(
                    "is are was were be been am i'm i’m we're we’re you're you’re they're they’re he's he’s she's she’s it's it’s not keep keeps kept avoid risk without"
                ),
            ) || is_preposition(verb);
            if doing { twin("losing", true) } else { None }
        }
    }
}
