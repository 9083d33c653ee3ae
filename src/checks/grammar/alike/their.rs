//! There, their, they’re.

use super::around::{
    before, begins_clause, ends_clause, follows, is_adjective, is_finite, is_never_owned, is_noun, is_nounish, is_one,
    is_preposition, joins_or_says, must_own, noun_of, precedes, takes_object,
};
use super::lists::TAKES_CLAUSE;
use super::{Twin, twin};
use crate::checks::grammar::clause::{next_word, past_adverb, prev_in_sentence};
use crate::checks::grammar::verbs;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

pub const CHECK: Check =
    Check::token("grammar/there-their", Wake::words(&["there", "their", "they're", "they’re"]), |at, report| {
        super::report(at, report, judge)
    });

/// How long, when or in what state somebody was there, and who else.
const BESIDE: &List = list!(
    "years months weeks days hours minutes today tonight tomorrow yesterday times time home people \
    last next first once early late enough alone long all year week month day night morning evening half anything \
    something nothing like plenty lots evidence room more less such other right fewer loads tons hundreds thousands \
    millions dozens men women part anyone someone safe thanks full others ones round present free permanently"
);

/// Verbs that say that something is there, or what one does there.
const EXISTS: &List = list!(
    "lies remains follows goes comes stands exists seems appears lives lurks needs use used tends hangs \
    sits rests ends begins starts runs works dwells looms lurk remain stand exist lie seem appear come go need live \
    follow happen happens arises springs sounds plays work sit stay play help rises emerges"
);

fn judge(at: At) -> Option<Twin> {
    match at.text().len() {
        5 if at.word_is("there") => there(at),
        5 => their(at),
        _ => theyre(at),
    }
}

/// “For there patience”, “raised there prices”, “said there car had been stolen”.
fn there(at: At) -> Option<Twin> {
    let next = next_word(at)?;
    if prev_in_sentence(at).is_none() && opens_with_they(next) {
        return twin("they’re", false);
    }
    // “Cattle there would normally keep”
    let herd = before(at).is_some_and(|b| b.has(Traits::NOUN) && !b.has(Traits::ING | Traits::FUNCTION));
    if herd
        && is_one(next, list!("would could will can must should"))
        && past_adverb(next).is_some_and(|verb| {
            verbs::is_plain(verb) && !is_one(verb, EXISTS) && !is_one(verb, list!("exist come remain become begin"))
        })
    {
        return twin("they", false);
    }
    if is_one(next, BESIDE) || is_one(next, EXISTS) {
        return None;
    }
    let noun = noun_of(next)?;
    let bare = noun.index == next.index;
    let plain = next.has(Traits::ADJECTIVE) && !next.has(Traits::VERB | Traits::ADVERB | Traits::PAST)
        || is_one(next, list!("own first second third fourth fifth sixth seventh eighth ninth tenth"));
    if !bare && !plain || is_one(noun, BESIDE) {
        return None;
    }
    let verb = next_word(noun).is_some_and(is_finite);
    let Some(prev) = prev_in_sentence(at) else {
        return if bare && verb { twin("their", false) } else { None };
    };
    if !prev.is(Kind::Word) {
        let opens = matches!(prev.kind(), Kind::Comma | Kind::OpenQuote);
        return if bare && verb && opens && is_noun(noun) { twin("their", false) } else { None };
    }
    // “Gave up there weekends”
    if bare && is_one(prev, list!("up down")) && follows(prev, list!("gave give gives giving picked put")) {
        return twin("their", false);
    }
    // “The dogs jumped over there fences.”
    if is_one(prev, list!("over near about"))
        && bare
        && is_nounish(noun)
        && noun.has(Traits::PLURAL)
        && ends_clause(noun)
    {
        return twin("their", false);
    }
    // “There” can be a place after these: “in there”, “from there”.
    if is_one(prev, list!("from over near around off about across under up down out back along here")) {
        return None;
    }
    // “He acted in there interests.”
    if prev.word_is("in") && bare && noun.has(Traits::PLURAL) && !verb {
        let acts = before(prev).is_some_and(|b| b.has(Traits::VERB) && !b.has(Traits::NOUN | Traits::AUXILIARY));
        return if acts && !noun.has(Traits::ADJECTIVE) { twin("their", false) } else { None };
    }
    if is_one(prev, list!("in through to on")) {
        return if verb || bare && !is_noun(noun) { None } else { twin("their", !prev.word_is("in")) };
    }
    if is_preposition(prev) {
        return twin("their", !(noun.has(Traits::VERB) && verb));
    }
    if is_one(prev, TAKES_CLAUSE) || is_one(prev, list!("that because if although whether")) {
        // “They know there customers.”
        let known =
            is_one(prev, list!("know knows knew mean love like")) && noun.has(Traits::PLURAL) && ends_clause(noun);
        return if bare && (verb || known) { twin("their", false) } else { None };
    }
    if takes_object(prev) {
        let thing = is_noun(noun) || noun.has(Traits::PLURAL) || !verb;
        return if thing { twin("their", is_noun(noun) && bare) } else { None };
    }
    let subject = is_one(prev, list!("is was")) && follows(prev, list!("it this that")) && !bare;
    let pair = is_one(prev, list!("and or all both than as")) && bare && is_noun(noun) && !verb;
    if subject || pair { twin("their", false) } else { None }
}

/// “There going home”, “there not ready”: the sentence has no other verb of its own.
fn opens_with_they(next: At) -> bool {
    // “There lying on the floor was a man.”
    const STATES: &List = list!("being lying sitting standing hanging waiting living lurking existing remaining");
    let doing = next.has(Traits::ING)
        && !is_one(next, STATES)
        && next_word(next).is_some_and(|after| {
            after.has(Traits::PREPOSITION | Traits::DETERMINER) || is_one(after, list!("home well fine back"))
        });
    let not = next.word_is("not") && next_word(next).is_some_and(|after| after.has(Traits::ING) || is_adjective(after));
    if !doing && !not {
        return false;
    }
    let mut after = next;
    const FAR: usize = 30;
    for _ in 0..FAR {
        match after.next() {
            Some(word) if !word.starts_sentence() => after = word,
            _ => return true,
        }
        if is_finite(after) {
            return false;
        }
    }
    false
}

/// “Their are three reasons”, “the roasters their have”, “was their for an hour”.
fn their(at: At) -> Option<Twin> {
    if ends_clause(at) {
        // “His, her and their.”
        let listed = prev_in_sentence(at).is_none_or(|p| !p.is(Kind::Word))
            || follows(at, list!("and or not but only than word of possessive pronoun with in for by"));
        let stops = at.next().is_none_or(|next| matches!(next.kind(), Kind::Stop | Kind::Question | Kind::Exclamation));
        return if listed { None } else { twin("there", stops) };
    }
    let next = next_word(at)?;
    if next.word_is("have") {
        return twin("there", false);
    }
    if is_never_owned(next) {
        let exists = next.has(Traits::AUXILIARY);
        let pronoun = is_one(next, list!("he she they we you i who which"));
        if !exists && !pronoun && begins_clause(at) && before(at).is_none_or(joins_or_says) {
            return twin("they’re", !follows(at, list!("and or but")));
        }
        return twin("there", exists || before(at).is_some());
    }
    let tells = next.has(Traits::ING | Traits::ADJECTIVE) || next.word_is("not");
    if !tells {
        return None;
    }
    let clause = before(at).is_some_and(joins_or_says) && !follows(at, list!("and or but"));
    let first = prev_in_sentence(at).is_none();
    if next.word_is("not") && (clause || first) {
        return next_word(next).filter(|after| !after.has(Traits::ING)).and(twin("they’re", true));
    }
    if next.has(Traits::ING) && begins_clause(at) && !follows(at, list!("and or than")) {
        let object = precedes(next, list!("a the an his her them us it my your their our"));
        let going = next.word_is("going") && goes_to(next);
        return if going || object && !next.has(Traits::NOUN) { twin("they’re", going) } else { None };
    }
    // “Their cheeky, loud songs”
    let listed = next.next().is_some_and(|mark| mark.is(Kind::Comma));
    if is_adjective(next) && !next.has(Traits::PAST) && clause && ends_clause(next) && !listed {
        return twin("they’re", true);
    }
    None
}

/// Whether “going” goes on with an infinitive.
pub fn goes_to(going: At) -> bool {
    next_word(going).filter(|to| to.word_is("to")).and_then(next_word).is_some_and(|verb| {
        verb.has(Traits::VERB | Traits::AUXILIARY) && !verb.has(Traits::DETERMINER | Traits::PRONOUN)
    })
}

/// “They’re coach resigned”, “of they’re house”, “they’re are”.
fn theyre(at: At) -> Option<Twin> {
    let next = next_word(at)?;
    if is_one(next, list!("is are was were has have will would isn't isn’t aren't aren’t wasn't wasn’t")) {
        return twin("there", true);
    }
    let object = before(at).is_some_and(|b| is_preposition(b) || takes_object(b));
    if is_nounish(next) && next.has(Traits::PLURAL) && !object {
        return None;
    }
    must_own(at).and_then(|sure| twin("their", sure))
}
