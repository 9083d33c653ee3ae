//! Two sentences with no more than a comma between them, where a word shows that the second is one:
//! “It rained, however, they went out”.

use crate::lexicon::Traits;
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
    if !before.is(Kind::Comma) || !after.is(Kind::Comma) {
        return;
    }
    let Some(subject) = after.next() else { return };
    let Some(verb) = subject.next() else { return };
    let starts =
        is_subject(subject) && verb.is(Kind::Word) && verb.has(Traits::AUXILIARY | Traits::PAST | Traits::VERB);
    let joined = before.prev().is_some_and(|at| at.has(Traits::CONJUNCTION) || !at.is(Kind::Word));
    if starts && !joined && !is_open(before) {
        report.add(Finding::at(before.span().cover(adverb.span())).with("word", adverb.text()));
    }
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
