//! Two sentences with no more than a comma between them, where a word shows that the second is one:
//! “It rained, however, they went out”.

use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/comma-splice",
    Wake::words(&[
        "actually",
        "consequently",
        "furthermore",
        "however",
        "instead",
        "moreover",
        "nevertheless",
        "therefore",
    ]),
    run,
);

/// A clause of fewer words is an aside.
const SHORTEST: usize = 3;

fn run(adverb: At, report: &mut Report) {
    let (Some(before), Some(after)) = (adverb.prev(), adverb.next()) else { return };
    if !before.is(Kind::Comma) {
        return;
    }
    let starts = if after.is(Kind::Comma) {
        after.next().is_some_and(|subject| is_subject(subject) && subject.next().is_some_and(is_verb))
    } else {
        opens_sentence(adverb, after)
    };
    let joined = before.prev().is_some_and(|at| at.has(Traits::CONJUNCTION) || !at.is(Kind::Word));
    if starts && !joined && !is_open(before) {
        report.add(Finding::at(before.span().cover(adverb.span())).with("word", adverb.text()));
    }
}

fn is_verb(at: At) -> bool {
    at.is(Kind::Word) && at.has(Traits::AUXILIARY | Traits::PAST | Traits::VERB)
}

/// Whether the adverb opens a sentence of its own without a comma behind it: “it rained, therefore the
/// match was called off”.
fn opens_sentence(adverb: At, after: At) -> bool {
    /// A shorter clause behind “however” says in which way: “as they like, however they want to”.
    const LONG: usize = 6;
    const SUBJECTS: &List = list!("the a an this these those there his its our their my your");
    const FAR: usize = 8;
    if ["actually", "instead"].iter().any(|word| adverb.word_is(word)) {
        return false;
    }
    let clause = || {
        let words = std::iter::successors(Some(after), |at| at.next());
        words.take_while(|at| at.is(Kind::Word) && !at.starts_sentence())
    };
    let goes_on = !adverb.word_is("however") || clause().take(LONG).count() == LONG;
    let subject = is_subject(after) && after.next().is_some_and(is_verb);
    let noun = SUBJECTS.has(after.text())
        && clause().skip(1).take(FAR).any(|at| is_verb(at) && !at.has(Traits::NOUN | Traits::ADJECTIVE | Traits::ING));
    after.is(Kind::Word) && goes_on && (subject || noun)
}

/// A pronoun that can only be a subject.
fn is_subject(at: At) -> bool {
    ["i", "he", "she", "we", "they", "it", "there"].iter().any(|word| at.word_is(word))
}

/// Whether what stands before the comma waits for a main clause (“if it rains, however, they”), or is
/// an aside itself.
fn is_open(comma: At) -> bool {
    const OPENERS: [&str; 22] = [
        "after", "although", "as", "at", "because", "before", "but", "by", "during", "for", "given", "if", "in",
        "like", "on", "once", "since", "though", "unless", "until", "when", "while",
    ];
    let back = std::iter::successors(comma.prev(), |at| at.prev());
    let clause: Vec<At> = back.take_while(|at| !at.is(Kind::Comma) && !at.is(Kind::Semicolon)).take(60).collect();
    let cut = clause.iter().position(|at| at.starts_sentence()).map_or(clause.len(), |at| at + 1);
    let clause = &clause[..cut];
    let Some(first) = clause.iter().rev().find(|at| at.is(Kind::Word)) else { return true };
    let opener = |at: &At| OPENERS.iter().any(|word| at.word_is(word)) || at.word_is("and") || at.word_is("or");
    let words = clause.iter().filter(|at| at.is(Kind::Word)).count();
    let verb = clause.iter().any(|at| at.has(Traits::VERB | Traits::AUXILIARY) && !at.has(Traits::ING));
    words < SHORTEST || !verb || opener(first) || first.has(Traits::ING | Traits::PREPOSITION)
}
