//! Affect and effect.

use super::around::{before, ends_clause, is_one, noun_of, precedes};
use super::{Twin, twin};
use crate::checks::grammar::clause::{is_negated, next_word};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};

pub const CHECK: Check =
    Check::token("grammar/effect-on", Wake::words(&["affect", "effect", "effects"]), |at, report| {
        super::report(at, report, judge);
    });

/// What can be brought about, and so be effected.
const EFFECTED: &List = list!(
    "change changes reform reforms transfer transfers cure cures rescue rescues repair repairs release sale sales \
     escape escapes transition transitions transformation arrest arrests exchange entry payment payments revolution \
     reconciliation improvement improvements compromise settlement savings solution solutions removal reduction \
     reductions delivery purchase merger withdrawal landing crossing union separation conversion shift policy \
     purpose plan plans end ends result results outcome outcomes"
);

fn judge(at: At) -> Option<Twin> {
    match at.text().len() {
        7 => effects(at),
        _ if at.word_is("affect") => affect(at),
        _ => effect(at),
    }
}

/// “The affect was small”, “without any affect on”.
fn affect(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let article =
        |at: At| is_one(at, list!("a an the this no any its their his her our my your little every each some what"));
    let phrase = article(prev)
        || prev.has(Traits::ADJECTIVE)
            && !is_one(prev, list!("flat blunted blunt positive negative pleasant constricted labile core"))
            && before(prev).is_some_and(article);
    let tells = is_one(prev, list!("flat blunted"));
    let verb =
        next_word(at).is_some_and(|next| next.has(Traits::AUXILIARY) || is_one(next, list!("on upon of in that")));
    let on = precedes(at, list!("on upon"));
    if phrase && !tells && (verb || ends_clause(at)) { twin("effect", on && !prev.word_is("the")) } else { None }
}

/// “That will effect the price of bread.”
fn effect(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let helper = is_one(prev, list!("will would could may might can must should to shall"))
        || is_negated(prev) && prev.has(Traits::AUXILIARY);
    let next = next_word(at).filter(|_| helper)?;
    if !next.has(Traits::DETERMINER) && !is_one(next, list!("how everyone everybody whether")) {
        return None;
    }
    let noun = next_word(next).and_then(noun_of);
    let effected =
        noun.is_some_and(|noun| is_one(noun, EFFECTED)) || next_word(next).is_none_or(|first| first.has(Traits::ING));
    // “A policy to effect a change”: “a” is before what does not yet exist.
    if effected || is_one(next, list!("a an such some any more this that")) { None } else { twin("affect", false) }
}

/// “This effects the price.”
fn effects(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let subject = is_one(prev, list!("it this which also negatively adversely directly"));
    let object = precedes(at, list!("the our your their his her my its how all both everyone every"));
    if subject && object { twin("affects", false) } else { None }
}
