//! Than and then.

use super::around::{before, earlier, ends_clause, follows, is_comparative, is_one};
use super::{Twin, twin};
use crate::checks::grammar::clause::prev_in_sentence;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("grammar/than-then", Wake::words(&["than", "then"]), |at, report| {
    super::report(at, report, judge);
});

fn judge(at: At) -> Option<Twin> {
    if at.word_is("then") { then(at) } else { than(at) }
}

/// “Harder then it looks”, “more expensive then the old one”.
fn then(at: At) -> Option<Twin> {
    let prev = before(at)?;
    let next = at.next().filter(|next| next.spaced() && !next.starts_sentence())?;
    // “More often then not”
    if prev.word_is("often") && follows(prev, list!("more")) && next.word_is("not") {
        return twin("than", true);
    }
    // “He would rather be late then driven home.”
    if is_one(next, list!("be have do go")) || next.has(Traits::PAST) && !next.has(Traits::NOUN) {
        let rather = earlier(at, |at| at.word_is("rather"));
        return if rather && !earlier(at, |at| at.is(Kind::Comma)) { twin("than", false) } else { None };
    }
    let direct = is_comparative(prev);
    // “Thicker then gossip.”
    if direct
        && next.has(Traits::NOUN)
        && next.has(Traits::LOWER)
        && !next.has(Traits::ADVERB)
        && ends_clause(next)
        && !earlier(at, |at| is_one(at, list!("if when once unless after")))
    {
        return twin("than", false);
    }
    // “If it gets better then the doctors will say so.”
    if !direct && !compares_behind(prev) || earlier(at, |at| is_one(at, list!("if when once unless after"))) {
        return None;
    }
    if prev.word_is("rather") && next.has(Traits::LOWER) && !next.has(Traits::AUXILIARY) {
        return twin("than", true);
    }
    let preposition = is_one(next, list!("in at on for when from with to before what that"));
    let compared = preposition
        || begins_phrase(next)
        || is_one(
            next,
            list!("ever expected usual just most planned anticipated previously average twice double originally"),
        )
        || next.has(Traits::ING) && next.has(Traits::LOWER)
        || next.has(Traits::NOUN | Traits::ADJECTIVE)
            && next.has(Traits::LOWER)
            && !next.has(Traits::VERB | Traits::ADVERB | Traits::FUNCTION);
    // “He left earlier; later then it rained.”
    let idle = is_one(prev, list!("later earlier other further"))
        && (preposition || next.has(Traits::PRONOUN) && !next.has(Traits::DETERMINER));
    if compared && !idle { twin("than", direct && !preposition) } else { None }
}

/// Whether “more” or the like stands a word or two before this one: “more money”, “a better player”.
fn compares_behind(at: At) -> bool {
    at.has(Traits::ADJECTIVE | Traits::ADVERB | Traits::NOUN)
        && !at.has(Traits::FUNCTION)
        && [before(at), before(at).and_then(before)]
            .into_iter()
            .flatten()
            .any(|at| is_one(at, list!("more less fewer rather")) || is_comparative(at) && at.has(Traits::ADJECTIVE))
}

/// Whether a noun phrase with its article, a pronoun, a figure or a name starts here.
fn begins_phrase(at: At) -> bool {
    at.has(Traits::DETERMINER | Traits::PRONOUN) && !is_one(at, list!("that what which such i'd i’d"))
        || at.has(Traits::TITLE | Traits::UPPER)
        || matches!(at.kind(), Kind::Number | Kind::Currency | Kind::Opaque)
}

/// “First we ate, than we slept”: nothing is compared in the sentence.
fn than(at: At) -> Option<Twin> {
    const COMPARE: &List = list!(
        "else different differently differ differs differed elsewhere otherwise superior inferior \
        prefer prefers preferred preferring preferable preference twice same times likelier prior no another senior junior \
        outside separate dependent as barely hardly scarcely favour favor instead"
    );
    let compares = |at: At| {
        is_comparative(at)
            || at.text().ends_with("er") && at.has(Traits::UNKNOWN | Traits::ADJECTIVE)
            || is_one(at, COMPARE)
    };
    let next = at.next().filter(|next| next.spaced());
    if at.starts_sentence() && next.is_some_and(|next| next.has(Traits::TITLE)) || earlier(at, compares) {
        return None;
    }
    let fits = next.is_some_and(|next| {
        !matches!(next.kind(), Kind::Number | Kind::Currency | Kind::Opaque)
            && !is_one(next, list!("ever usual expected of half"))
    });
    let fits = fits || follows(at, list!("since back by until till even"));
    // Elsewhere “more” or “rather” may have been lost.
    let marked =
        prev_in_sentence(at).is_some_and(|prev| prev.is(Kind::Comma)) && next.is_some_and(|n| n.has(Traits::PRONOUN));
    let sure = marked || follows(at, list!("and since back by until till even"));
    if fits { twin("then", sure) } else { None }
}
