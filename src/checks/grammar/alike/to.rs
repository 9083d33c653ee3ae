//! To, too and two.

use super::around::{before, ends_clause, follows, is_adjective, is_comparative, is_one, precedes};
use super::lists::SUBJECTS;
use super::{Twin, twin};
use crate::checks::grammar::clause::next_word;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("grammar/too", Wake::words(&["to", "too", "two"]), |at, report| {
    super::report(at, report, judge);
});

/// Verbs that say how something is, with and without “not”.
const BE: &List = list!(
    "is are was were be been being it's it’s that's that’s he's he’s she's she’s they're they’re not isn't \
    isn’t wasn't wasn’t aren't aren’t seems seemed looks looked become becomes became becoming getting gets got grows \
     grew feels felt far way"
);

/// Adjectives that are something else as well, and hardly ever so behind a form of “be”.
const COMMON: &List = list!(
    "late early far soon big small hot cold hard high low good bad old young short strong weak busy tired fast large \
     great quiet loud heavy tall thick thin wide narrow deep rich poor sweet sour salty small dark bright"
);

fn judge(at: At) -> Option<Twin> {
    match at.text() {
        "two" | "Two" => two(at),
        _ if at.word_is("to") => to(at),
        _ => too(at),
    }
}

/// “He was to tired to walk”, “there were to many people”, “the to men”.
fn to(at: At) -> Option<Twin> {
    let next = next_word(at)?;
    let kind = if next.has(Traits::FUNCTION) {
        is_one(next, list!("many much few little far rarely seldom"))
    } else {
        next.has(Traits::PLURAL | Traits::ADJECTIVE | Traits::ADVERB)
            || is_one(next, list!("men women people children"))
    };
    let prev = before(at).filter(|_| kind)?;
    if is_one(prev, list!("the these those his her its their our my your")) {
        let plural =
            next.has(Traits::PLURAL) && !next.has(Traits::FUNCTION) || is_one(next, list!("men women people children"));
        let sure = !next.has(Traits::THIRD_PERSON) && !is_one(prev, list!("her his"));
        return if plural { twin("two", sure) } else { None };
    }
    // “We built to much.”
    let given = list!(
        "due amount amounts amounted amounting come comes came coming add adds added lead leads led leading go goes went gone \
         listen listened refer referred belong happen happened happens apply agreed agree get got subject exposed thanks used \
         similar related close next able have has had not as is are was were be been way answer said say speak spoke talk \
         key owe owed owes give gave given dedicated devoted applies applied down up on in out off over back"
    );
    if is_one(next, list!("much little"))
        && prev.has(Traits::VERB)
        && !prev.has(Traits::FUNCTION)
        && !is_one(prev, given)
    {
        let noun =
            next_word(next).is_some_and(|noun| noun.has(Traits::NOUN) && !noun.has(Traits::FUNCTION | Traits::PLURAL));
        if next.word_is("much") && ends_clause(next)
            || noun
                && is_one(
                    prev,
                    list!(
                        "paid pay pays earn earned earns eat eats ate drink drank drinks spend spent use used add put salt charge charged cost costs know knew knows"
                    ),
                )
        {
            return twin("too", false);
        }
    }
    // “A chapter goes on to long.”
    if is_one(prev, list!("on up out"))
        && is_one(next, list!("long late far fast soon early"))
        && (ends_clause(next) || precedes(next, list!("and but")))
        && before(prev)
            .is_some_and(|verb| verb.has(Traits::VERB) && (!verb.has(Traits::NOUN) || verb.has(Traits::THIRD_PERSON)))
    {
        return twin("too", false);
    }
    if is_one(next, list!("many much few little")) {
        // “The way to many hearts”
        let way = prev.word_is("way") && !before(prev).is_some_and(|be| is_one(be, BE));
        // “As they are to many people”, but “there are to many”
        let there = !next.word_is("many")
            || !prev.has(Traits::AUXILIARY)
            || before(prev).is_some_and(|there| {
                there.word_is("there") || there.has(Traits::AUXILIARY) && follows(there, list!("there"))
            });
        let be = is_one(prev, BE) && !way && there;
        let counted =
            be || !next.word_is("many") && is_one(prev, list!("spend spent ask asking takes took have had has"));
        return if counted { twin("too", be && is_one(next, list!("many much"))) } else { None };
    }
    let like_verb = is_one(next, list!("slow clear open dry warm close full due able long"));
    let common = is_one(next, COMMON);
    if is_one(prev, BE)
        && !is_comparative(next)
        && !like_verb
        && (is_adjective(next) && !next.has(Traits::VERB) || common)
    {
        let limit = ends_clause(next) || precedes(next, list!("to for and because when in on at with"));
        return if limit { twin("too", true) } else { None };
    }
    // “It ended to quickly.”
    let adverb = next.has(Traits::ADVERB)
        && !next.word_is("really")
        && next.text().ends_with("ly")
        && !next.has(Traits::ADJECTIVE | Traits::NOUN | Traits::VERB);
    // “If you salt to rarely, …”
    let acts = prev.has(Traits::VERB)
        && (!prev.has(Traits::NOUN) || before(prev).is_some_and(|subject| is_one(subject, SUBJECTS)));
    let adverb = adverb && acts && !prev.has(Traits::AUXILIARY);
    if adverb && ends_clause(next) { twin("too", false) } else { None }
}

/// “A little two quiet”, “it is two hot to eat”
fn two(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let next = next_word(at).filter(|next| is_adjective(*next) && !next.has(Traits::PAST) || is_one(*next, COMMON))?;
    let limit = ends_clause(next) || precedes(next, list!("to for"));
    // “The others are two new and one old.”
    let degree = prev.word_is("little") && follows(prev, list!("a"))
        || is_one(prev, list!("far way")) && !follows(prev, list!("the a as so"))
        || is_one(prev, BE) && before(prev).is_some_and(|it| is_one(it, list!("it this that he she")));
    if limit && degree { twin("too", false) } else { None }
}

/// “Going too be”, “according too the judge”.
fn too(at: At) -> Option<Twin> {
    before(at)?;
    let next = next_word(at)?;
    if is_one(next, list!("the an his her their our my your its these those them us me him it")) {
        return twin("to", !is_one(next, list!("it me him her")));
    }
    if follows(at, list!("i we they you he she it can may must will not")) {
        return None;
    }
    // “He broke too spokes.”
    if next.has(Traits::PLURAL) && !next.has(Traits::ADJECTIVE | Traits::ADVERB | Traits::FUNCTION) {
        let marked = at.next().is_some_and(|mark| mark.is(Kind::Comma));
        // “This too crams a phone into a box.”
        let verb = next.has(Traits::THIRD_PERSON)
            && !before(at).is_some_and(|prev| prev.has(Traits::PAST) && !prev.has(Traits::PRONOUN));
        return if marked || verb || !ends_clause(next) && !next_word(next).is_some_and(|of| of.has(Traits::FUNCTION)) {
            None
        } else {
            twin("two", false)
        };
    }
    // “The house has too main doors.”
    if is_one(next, list!("main other major different new key separate basic distinct types kinds sorts")) {
        let things = if next.has(Traits::PLURAL) { Some(next) } else { next_word(next) };
        let two = things.is_some_and(|things| things.has(Traits::PLURAL) && !things.has(Traits::ADJECTIVE));
        return if two && !follows(at, list!("so far much way")) { twin("two", false) } else { None };
    }
    if is_one(next, list!("be have do")) {
        // “The ministers too have”, “so too do we”
        let goes_on = next.word_is("be") && !follows(at, list!("so and"))
            || follows(
                at,
                list!(
                    "going want wants wanted need needs needed like able unable used try trying tried ought seem seems hope hopes expected"
                ),
            );
        return if goes_on { twin("to", true) } else { None };
    }
    let other = Traits::ADJECTIVE
        | Traits::ADVERB
        | Traits::PAST
        | Traits::ING
        | Traits::THIRD_PERSON
        | Traits::PREPOSITION
        | Traits::FUNCTION;
    let verb = next.has(Traits::VERB) && !next.has(other);
    if verb { twin("to", !next.has(Traits::NOUN)) } else { None }
}
