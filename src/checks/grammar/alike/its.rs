//! Its and it’s.

use super::around::{
    before, ends_clause, follows, is_adjective, is_never_owned, is_nounish, is_one, joins_or_says, must_own, precedes,
};
use super::their::goes_to;
use super::{Twin, twin};
use crate::checks::grammar::clause::{is_joined, next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};

/// What shows, with the words behind it, that “its” is “it is”.
const TELLS: &List = list!(
    "not hard clear likely better just all only really also always never still now quite very so too probably \
     actually already going getting time"
);

pub const CHECK: Check = Check::token("grammar/its", Wake::words(&["its", "it's", "it’s"]), |at, report| {
    super::report(at, report, judge);
});

fn judge(at: At) -> Option<Twin> {
    if at.word_is("its") { its(at) } else { must_own(at).and_then(|sure| twin("its", sure)) }
}

/// “Its a matter of weeks”, “its important that”, “because its not late”.
fn its(at: At) -> Option<Twin> {
    let next = next_word(at).filter(|next| !is_joined(*next))?;
    if is_never_owned(next) {
        // “Its for the taking” is rightly said of what is there for it. “Its a cappella choir”
        return if precedes(next, list!("la cappella priori posteriori b c ad"))
            || next.word_is("for") && next_word(next).is_some_and(|the| precedes(the, list!("taking asking")))
        {
            None
        } else {
            twin("it’s", true)
        };
    }
    if is_one(next, list!("because unclear unlikely impossible")) {
        return next_word(next).filter(|a| !a.has(Traits::NOUN) || a.has(Traits::FUNCTION)).and(twin("it’s", true));
    }
    let tells = next.has(Traits::ADJECTIVE | Traits::ING | Traits::ADVERB) || is_one(next, TELLS);
    if !tells {
        return None;
    }
    let clause = before(at).is_some_and(joins_or_says) && !follows(at, list!("and or"));
    if !clause && prev_in_sentence(at).is_some() {
        return None;
    }
    if next.word_is("not") {
        // “Its not inconsiderable charm”
        let owns = |after: At| {
            after.has(Traits::ING) || next_word(after).is_some_and(is_nounish) && !after.has(Traits::FUNCTION)
        };
        return next_word(next).filter(|after| !owns(*after)).and(twin("it’s", true));
    }
    if next.has(Traits::ADJECTIVE) && !next.has(Traits::ADVERB) || is_one(next, list!("hard clear likely better")) {
        let linked =
            precedes(next, list!("to that when if because for who what how")) && !next.has(Traits::NOUN | Traits::PAST);
        let ends = clause && is_adjective(next) && ends_clause(next);
        return if linked || ends { twin("it’s", true) } else { None };
    }
    if is_one(
        next,
        list!("just all only really also always never still now quite very so too probably actually already"),
    ) {
        let after = next_word(next)?;
        let whole = is_never_owned(after)
            || is_one(after, list!("about not going like over"))
            || is_adjective(after) && ends_clause(after);
        return if whole { twin("it’s", true) } else { None };
    }
    if is_one(next, list!("going getting")) {
        return if goes_to(next) { twin("it’s", true) } else { None };
    }
    if next.word_is("time") && precedes(next, list!("to for that")) { twin("it’s", false) } else { None }
}
