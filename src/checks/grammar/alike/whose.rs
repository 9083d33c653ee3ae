//! Whose and who’s.

use super::around::{before, ends_clause, is_finite, is_never_owned, is_noun, is_nounish, is_one, noun_of, precedes};
use super::their::goes_to;
use super::{Twin, twin};
use crate::checks::grammar::clause::{is_joined, next_word};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};

pub const CHECK: Check = Check::token("grammar/whose", Wake::words(&["whose", "who's", "who’s"]), |at, report| {
    super::report(at, report, judge);
});

/// What somebody can be without an article, and words that “who’s” goes on with.
const IS: &List = list!(
    "president captain chairman mayor minister manager head king queen boss vice deputy leader part half co \
    director author editor champion coach best worth just still now also only home top first last next more most chief \
    fun family father mother"
);

fn judge(at: At) -> Option<Twin> {
    if at.word_is("whose") { whose(at) } else { whos(at) }
}

/// “Who’s bakery sells coffee”, “the author, who’s latest novel came out in May”.
fn whos(at: At) -> Option<Twin> {
    let next = next_word(at).filter(|next| !is_one(*next, IS) && !is_joined(*next))?;
    let noun = noun_of(next)?;
    if next.has(Traits::PAST | Traits::ING | Traits::ADVERB | Traits::NUMERAL | Traits::FUNCTION) {
        return None;
    }
    let verb = next_word(noun)
        .is_some_and(|after| is_finite(after) || after.has(Traits::VERB) && !after.has(Traits::FUNCTION));
    if noun.index == next.index {
        return if verb || is_noun(noun) { twin("whose", verb && is_noun(noun)) } else { None };
    }
    if verb && is_nounish(noun) { twin("whose", false) } else { None }
}

/// “Whose going to pay”, “the man whose here to fix the sink”.
fn whose(at: At) -> Option<Twin> {
    let next = next_word(at).filter(|next| !is_joined(*next))?;
    if is_never_owned(next) {
        return twin("who’s", true);
    }
    if next.word_is("there") && ends_clause(next) {
        return twin("who’s", true);
    }
    // “Those whose lived nearest to the bridge”
    let people = before(at)
        .is_some_and(|b| is_one(b, list!("those people man woman men women someone anyone everyone person all")));
    if people
        && next.has(Traits::PAST)
        && !next.has(Traits::NOUN)
        && next_word(next).is_some_and(|after| {
            after.has(Traits::PREPOSITION | Traits::DETERMINER | Traits::ADVERB | Traits::ADJECTIVE)
        })
    {
        return twin("who", false);
    }
    let after = next_word(next);
    if is_one(next, list!("been here not afraid currently already")) {
        let owned = after.is_some_and(|after| is_nounish(after) || after.has(Traits::ING));
        return if owned { None } else { twin("who’s", true) };
    }
    if next.has(Traits::ING) && !next.has(Traits::ADJECTIVE) {
        let going = next.word_is("going") && goes_to(next);
        let object = precedes(next, list!("a the an him them us it me my your their our with"))
            && !next.has(Traits::NOUN)
            && !before(at).is_some_and(|b| b.has(Traits::PREPOSITION));
        return if going || object { twin("who’s", going) } else { None };
    }
    None
}
