//! Its and it’s.

use super::around::{
    before, begins_clause, ends_clause, follows, is_adjective, is_never_owned, is_nounish, is_one, joins_or_says,
    must_own, precedes,
};
use super::their::goes_to;
use super::{Twin, twin};
use crate::checks::grammar::clause::{is_joined, next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

/// What is said of a thing, in words that are nouns, adverbs or verbs as well.
const COMMON: &List = list!("good bad great nice easy hard late early fast slow cheap safe best worst worth common");

/// “Very”, “incredibly”: what stands before an adjective.
fn tells_degree(at: At) -> bool {
    is_one(at, list!("very too so quite pretty really rather"))
        || at.has(Traits::ADVERB)
            && at.text().ends_with("ly")
            && !at.has(Traits::ADJECTIVE | Traits::NOUN | Traits::VERB)
}

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
    // “Its made of wood”, “because its adorned with gold”
    let done = next.has(Traits::PAST)
        && !next.has(Traits::NOUN)
        && precedes(next, list!("by with in of for to at on from as using"));
    let opens =
        prev_in_sentence(at).is_none() || follows(at, list!("because since although though that when if but while"));
    if done && opens {
        return twin("it’s", false);
    }
    if is_one(next, list!("because unclear unlikely impossible")) {
        return next_word(next).filter(|a| !a.has(Traits::NOUN) || a.has(Traits::FUNCTION)).and(twin("it’s", true));
    }
    if tells_degree(next) {
        let after = next_word(next)?;
        let state = (is_adjective(after) && !after.has(Traits::PAST) || is_one(after, COMMON))
            && (precedes(after, list!("for to that when if because as at on"))
                || ends_clause(after) && !after.next().is_some_and(|mark| mark.is(Kind::Comma)));
        return if state && begins_clause(at) && !follows(at, list!("and or find finds found make makes see")) {
            twin("it’s", true)
        } else {
            None
        };
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
    if next.has(Traits::ADJECTIVE) && !next.has(Traits::ADVERB)
        || is_one(next, list!("hard clear likely better"))
        || is_one(next, COMMON)
    {
        let common = is_one(next, COMMON) && precedes(next, list!("for to that when if because"));
        let linked = common
            || precedes(next, list!("to that when if because for who what how"))
                && !next.has(Traits::NOUN | Traits::PAST);
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
