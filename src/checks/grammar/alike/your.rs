//! Your and you’re.

use super::around::{
    before, ends_clause, follows, is_adjective, is_counted, is_never_owned, is_nounish, is_one, is_preposition,
    joins_or_says, must_own, precedes, takes_object,
};
use super::their::goes_to;
use super::{Twin, twin};
use crate::checks::grammar::clause::{is_joined, next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};

pub const CHECK: Check = Check::token(
    "grammar/your-youre",
    Wake::words(&["your", "you", "you're", "you’re"]).before(&[], Traits::LOWER),
    |at, report| {
        super::report(at, report, judge);
    },
);

fn judge(at: At) -> Option<Twin> {
    if at.text().len() == 3 {
        return you(at);
    }
    if at.word_is("your") {
        return your(at);
    }
    let next = next_word(at)?;
    // “They say that you’re average user could not find it.”
    let noun = next_word(next).filter(|noun| is_nounish(*noun) && !noun.has(Traits::PLURAL | Traits::ADJECTIVE));
    let adjective =
        next.has(Traits::ADJECTIVE) && !next.has(Traits::FUNCTION | Traits::PAST | Traits::ING | Traits::ADVERB);
    if adjective
        && noun.is_some_and(|noun| {
            is_counted(noun) && precedes(noun, list!("could can will would is was has should must may might"))
        })
        && !follows(at, list!("if when what how"))
    {
        return twin("your", false);
    }
    let object = before(at).is_some_and(|b| is_preposition(b) || takes_object(b));
    if is_nounish(next) && next.has(Traits::PLURAL) && !object {
        return None;
    }
    must_own(at).and_then(|sure| twin("your", sure))
}

/// “Bring you own knife”, “check you oven first”
fn you(at: At) -> Option<Twin> {
    // Verbs of what is done to things and hardly to people.
    const THINGS: &List = list!(
        "check open close edit update review sharpen change lock unlock upload download share publish sign submit enter \
         improve increase reduce boost clean cook plan test build rebuild configure customise customize save spend \
         manage store track upgrade backup fill wash start finish change changing improving updating checking opening \
         editing building saving managing storing testing sharing entering submitting"
    );
    let next = next_word(at).filter(|next| !is_joined(*next))?;
    let prev = before(at)?;
    if !prev.has(Traits::VERB | Traits::PREPOSITION) && !is_one(prev, THINGS) {
        return None;
    }
    if next.word_is("own") {
        let verb = prev.has(Traits::VERB) && !prev.has(Traits::AUXILIARY | Traits::FUNCTION);
        let thing = next_word(next).is_some_and(is_nounish);
        let takes = is_one(
            prev,
            list!(
                "bring use make create write get choose have define add build pick run bake grow find set on with in for from to at"
            ),
        );
        return if thing && verb && takes || thing && is_preposition(prev) { twin("your", true) } else { None };
    }
    // “In you typical year”
    let within = is_one(prev, list!("in from on with of for"))
        && next.has(Traits::MOSTLY_ADJECTIVE)
        && next_word(next).is_some_and(|noun| noun.has(Traits::MOSTLY_NOUN) && !noun.has(Traits::PLURAL));
    if within {
        return twin("your", false);
    }
    if !is_one(prev, THINGS) {
        return None;
    }
    let noun = is_nounish(next) && !next.has(Traits::VERB);
    // “To shape your plan you need…”
    let acts = before(prev).is_none_or(|b| {
        b.word_is("to")
            || b.has(Traits::AUXILIARY | Traits::CONJUNCTION)
            || is_one(b, list!("you we please then by of without"))
    });
    if noun
        && acts
        && !is_one(next, list!("need needs people guys folks time money today tomorrow tonight something anything"))
        && !follows(prev, list!("can could will would should do did does that which"))
        && (ends_clause(next)
            || next_word(next).is_some_and(|after| after.has(Traits::FUNCTION) && !after.has(Traits::AUXILIARY)))
    {
        twin("your", false)
    } else {
        None
    }
}

/// “If your not careful”, “you forget your wearing it”, “I hope your well”.
fn your(at: At) -> Option<Twin> {
    let next = next_word(at).filter(|next| !is_joined(*next))?;
    if is_never_owned(next) {
        return twin("you’re", true);
    }
    const STATES: &List = list!("well welcome sure ready right wrong late happy tired sorry");
    if !next.has(Traits::ING | Traits::ADJECTIVE) && !next.word_is("not") && !is_one(next, STATES) {
        return None;
    }
    let clause = before(at).is_some_and(joins_or_says) && !follows(at, list!("and or"));
    let first = prev_in_sentence(at).is_none();
    if next.word_is("not") {
        return next_word(next).filter(|after| !after.has(Traits::ING)).and(twin("you’re", true));
    }
    if next.has(Traits::ING) {
        let object = precedes(next, list!("a the an his her him them us it me my your their our this"));
        let linked = !next.has(Traits::NOUN) && next_word(next).is_some_and(|after| after.has(Traits::PREPOSITION));
        let going = next.word_is("going") && goes_to(next);
        let clause = clause && !follows(at, list!("but what how"));
        return if going || clause && (object || linked) { twin("you’re", going) } else { None };
    }
    let state = is_adjective(next) || is_one(next, STATES);
    if state && (clause || first) {
        let linked = precedes(next, list!("to that with about because when if for of at enough by"))
            && !next.has(Traits::NOUN | Traits::VERB);
        return if linked || clause && ends_clause(next) { twin("you’re", clause) } else { None };
    }
    None
}
