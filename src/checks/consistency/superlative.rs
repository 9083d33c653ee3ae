//! One thing that is “one of the largest banks in Ohio” here and “the largest bank in Ohio” there.
//!
//! Two claims are compared only if they rank by the same adjective, within the same bounds, and are
//! about the same thing: of one name, of one noun, or of a pronoun in the paragraph of the other.
//! Ranks change with time, so a sentence that speaks of it is left alone.

use crate::evidence::Marks;
use crate::evidence::roots::Root;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind, Span};

pub const CHECK: Check = Check::article("consistency/superlative", run);

/// A claim that something ranks first, second, or among the first.
struct Claim {
    /// Of the adjective: “largest”, “powerful”.
    adjective: EntryId,
    rank: Rank,
    /// What is ranked: the root of “bank”; zero if no noun says so.
    noun: u32,
    /// The roots of what bounds the ranking: “in the north of Ohio”.
    within: Vec<u32>,
    subject: Subject,
    block: usize,
    /// From “one of”, “the” or “second” to the end of the bounds.
    span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    OneOf,
    Place(usize),
}

#[derive(PartialEq, Eq)]
enum Subject {
    /// The roots of a name’s words or of a noun.
    Named(Vec<u32>),
    Pronoun,
}

const MOST: &str = "most";
/// No more claims by one adjective are compared.
const CROWD: usize = 30;

fn run(reading: &Reading, report: &mut Report) {
    let often = |id: &EntryId| reading.entries[id.0 as usize].count > 1;
    let ids: Vec<EntryId> = reading.sorts().with(Marks::RANKS).filter(often).collect();
    if ids.is_empty() {
        return;
    }
    let forms = reading.set(ids.iter().copied());
    let mut claims: Vec<Claim> = reading.places(&forms).filter_map(|index| claim(reading.at(index))).collect();
    claims.sort_by_key(|claim| (claim.adjective, claim.span));
    for same in claims.chunk_by(|a, b| a.adjective == b.adjective) {
        for (number, one) in same.iter().take(CROWD).enumerate() {
            if let Some(other) = same[..number].iter().find(|other| contradicts(one, other)) {
                report.add(finding(reading, one, other));
            }
        }
    }
}

fn finding(reading: &Reading, one: &Claim, other: &Claim) -> Finding {
    let shown = |rank: Rank, claim: &Claim| match rank {
        Rank::OneOf => format!("one of the {}", adjective(reading, claim)),
        Rank::Place(1) => format!("the {}", adjective(reading, claim)),
        Rank::Place(place) => format!("the {}-{}", PLACES[place - 2], adjective(reading, claim)),
    };
    let finding = Finding::at(one.span).with("one", shown(one.rank, one)).with("other", shown(other.rank, other));
    finding.related(other.span, "said of the same thing here")
}

fn adjective(reading: &Reading, claim: &Claim) -> String {
    let form = reading.form(claim.adjective).to_lowercase();
    let ranks = reading.sorts().of(claim.adjective).marks.contains(Marks::RANKS);
    if ranks { form } else { format!("most {form}") }
}

fn contradicts(one: &Claim, other: &Claim) -> bool {
    let noun = one.noun == other.noun || one.noun == 0 || other.noun == 0;
    let ranks = match (one.rank, other.rank) {
        (Rank::OneOf, Rank::Place(place)) | (Rank::Place(place), Rank::OneOf) => place == 1,
        (one, other) => one != other,
    };
    let subject = match (&one.subject, &other.subject) {
        (Subject::Named(a), Subject::Named(b)) => {
            a.iter().all(|root| b.contains(root)) || b.iter().all(|root| a.contains(root))
        }
        _ => one.block == other.block,
    };
    noun && ranks && subject && one.within == other.within
}

/// The claim that a superlative makes; `None` if it is no plain one.
fn claim(superlative: At) -> Option<Claim> {
    let adjective = if superlative.word_is(MOST) {
        superlative.next().filter(|next| next.has(Traits::ADJECTIVE) && next.is(Kind::Word))?
    } else {
        superlative
    };
    let (mut start, place) = place(superlative)?;
    let before = start.prev()?;
    let mut within = Vec::new();
    let owner = (before.has(Traits::POSSESSIVE) && before.traits().capitalised()).then_some(before);
    if owner.is_none() && !before.word_is("the") {
        return None;
    }
    within.extend(owner.map(|owner| root(owner).root));
    start = before;
    let mut rank = Rank::Place(place);
    if let Some(of) = before.prev().filter(|of| of.word_is("of") || of.word_is("among")) {
        let one = if of.word_is("of") { of.prev().filter(|one| one.word_is("one"))? } else { of };
        (start, rank) = (one, Rank::OneOf);
    }
    if superlative.quoted() || start.block().is_furniture() || speaks_of_time(superlative) {
        return None;
    }
    let (noun, end) = ranked(adjective, &mut within);
    let subject = subject(start)?;
    let claim = Claim {
        adjective: adjective.token().entry(),
        rank,
        noun,
        within,
        subject,
        block: start.block().number,
        span: start.span().cover(end.span()),
    };
    (!claim.within.is_empty()).then_some(claim)
}

const PLACES: [&str; 5] = ["second", "third", "fourth", "fifth", "sixth"];

/// Where “second-largest” starts, and which place that is.
fn place(superlative: At) -> Option<(At, usize)> {
    let before = superlative.prev()?;
    let ordinal = if before.is(Kind::Hyphen) { before.prev()? } else { before };
    match PLACES.iter().position(|place| ordinal.word_is(place)) {
        Some(place) => Some((ordinal, place + 2)),
        None => (!before.is(Kind::Hyphen)).then_some((superlative, 1)),
    }
}

/// The noun after the adjective, and what bounds the ranking; with the last token of all.
fn ranked<'r>(adjective: At<'r>, within: &mut Vec<u32>) -> (u32, At<'r>) {
    const FAR: usize = 9;
    let (mut noun, mut end, mut bounded) = (0, adjective, false);
    for at in std::iter::successors(adjective.next(), |at| at.next()).take(FAR) {
        let joins = ["in", "of", "on"].iter().any(|word| at.word_is(word));
        let article = at.has(Traits::DETERMINER);
        if !at.is(Kind::Word) || at.starts_sentence() || !joins && !article && is_end(at) {
            break;
        }
        bounded |= joins;
        if joins || article {
            continue;
        }
        let root = root(at);
        let key = if root.root == 0 { root.form } else { root.root };
        if bounded {
            within.push(key);
        } else {
            noun = key;
        }
        end = at;
    }
    (noun, end)
}

/// What can't be in a noun or a name.
fn is_end(at: At) -> bool {
    let traits = at.traits();
    traits.any(Traits::PREPOSITION | Traits::CONJUNCTION | Traits::PRONOUN | Traits::AUXILIARY | Traits::ADVERB)
        || traits.any(Traits::FUNCTION)
        || traits.any(Traits::VERB) && !traits.any(Traits::NOUN | Traits::ADJECTIVE) && !traits.capitalised()
}

/// What the claim that starts here is about: what is before “is” or a comma, or a pronoun.
fn subject(start: At) -> Option<Subject> {
    const LINKS: [&str; 10] = ["is", "are", "was", "were", "be", "been", "remains", "remain", "as", "itself"];
    const BESIDE: [&str; 12] =
        ["also", "still", "perhaps", "probably", "by", "far", "may", "might", "now", "not", "calls", "called"];
    let mut at = start.prev().filter(|_| !start.starts_sentence());
    let mut linked = at.is_some_and(|at| at.is(Kind::Comma));
    if linked {
        at = at?.prev();
    }
    while let Some(word) = at {
        let link = LINKS.iter().any(|link| word.word_is(link));
        if !link && !BESIDE.iter().any(|word_beside| word.word_is(word_beside)) {
            break;
        }
        // “As the most successful coach she …”
        if word.word_is("as") {
            return Some(Subject::Pronoun);
        }
        linked |= link;
        at = within_sentence(word);
    }
    let last = at.filter(|_| linked || at.is_some_and(|at| at.word_is("it")))?;
    if last.has(Traits::PRONOUN) && !last.traits().any(Traits::NOUN) {
        return ["it", "he", "she"].iter().any(|word| last.word_is(word)).then_some(Subject::Pronoun);
    }
    let mut roots = Vec::new();
    let mut word = Some(last);
    while let Some(at) = word.filter(|at| at.is(Kind::Word) && !at.has(Traits::DETERMINER) && !is_end(*at)) {
        let root = root(at);
        roots.push(if root.root == 0 { root.form } else { root.root });
        word = within_sentence(at);
    }
    (!roots.is_empty() && roots.len() < 6).then_some(Subject::Named(roots))
}

fn within_sentence(at: At) -> Option<At> {
    if at.starts_sentence() { None } else { at.prev() }
}

/// Whether the sentence says when the claim holds, or that it may not.
fn speaks_of_time(at: At) -> bool {
    const WHEN: [&str; 14] = [
        "until", "today", "now", "year", "years", "ago", "once", "then", "former", "formerly", "since", "century",
        "season", "longer",
    ];
    const UNSURE: [&str; 10] =
        ["will", "would", "could", "if", "when", "before", "after", "become", "becomes", "became"];
    let sentence = std::iter::successors(Some(at.sentence_start()), |at| at.next()).take(60);
    let sentence = sentence.take_while(|word| word.index <= at.index || !word.starts_sentence());
    sentence.into_iter().any(|word| {
        let is = |words: &[&str]| words.iter().any(|time| word.word_is(time));
        is(&WHEN) || word.index < at.index && is(&UNSURE) || word.is(Kind::Number) && word.span().len() == 4
    })
}

fn root(at: At) -> Root {
    at.reading.roots().of(at.reading, at.token())
}
