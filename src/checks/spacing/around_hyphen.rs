use super::{is_plainly_spaced, is_prose};
use crate::diagnostic::{Applicability, Edit};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check = Check::token("spacing/around-hyphen", Wake::kinds(&[Kind::Hyphen]), run);

fn run(hyphen: At, report: &mut Report) {
    let before_it = hyphen.spaced();
    if before_it == hyphen.spaced_after() || hyphen.text() != "-" || hyphen.flags().contains(TokenFlags::LINE) {
        return;
    }
    let (Some(before), Some(after)) = (hyphen.prev(), hyphen.next()) else { return };
    let spaced = if before_it { hyphen } else { after };
    if !is_plainly_spaced(spaced) || !is_word(before) || !is_word(after) {
        return;
    }
    let parts = after.has(Traits::FUNCTION) && !after.has(Traits::NUMERAL | Traits::ING | Traits::NOUN)
        || after.has(Traits::THIRD_PERSON) && ends_remark(hyphen);
    let meant = match before_it {
        true => is_ending(before, after) || has_options(hyphen),
        false => is_suspended(before, after) || hyphen.reading.slips().cut(before.span()),
    };
    if meant || !parts && !makes_compound(before, after) {
        return;
    }
    let finding = Finding::at(before.span().cover(after.span()));
    let finding = if parts {
        let dash = hyphen.reading.dashes().habit();
        // The hyphen at the other end of the remark stands as it does here.
        let ends = closing(hyphen, after).map(|(before, after)| between(before, after, dash));
        finding.fix([between(before, after, dash)].into_iter().chain(ends))
    } else if before.has(Traits::ADVERB) && before.text().ends_with("ly") {
        finding.fix([between(before, after, " ")])
    } else {
        finding.fix([between(before, after, "-")])
    };
    report.add(finding.applicability(Applicability::Unsafe));
}

fn between(before: At, after: At, dash: &str) -> Edit {
    Edit::new(Span { start: before.span().end, end: after.span().start }, dash)
}

/// “-which stood still in May- grows”: the words around the hyphen that ends the remark.
fn closing<'r>(opening: At<'r>, first: At<'r>) -> Option<(At<'r>, At<'r>)> {
    const FAR: usize = 20;
    if !opening.spaced() {
        return None;
    }
    let rest = std::iter::successors(first.next(), |at| at.next()).take_while(|at| !at.starts_sentence()).take(FAR);
    let hyphen = rest.into_iter().find(|at| at.is(Kind::Hyphen) && (at.spaced() || at.spaced_after()))?;
    let (before, after) = (hyphen.prev()?, hyphen.next()?);
    (!hyphen.spaced() && before.is(Kind::Word) && is_word(after)).then_some((before, after))
}

/// “Vertigo- the fear of heights- affects many”: the second of two that part a remark from its sentence.
fn ends_remark(hyphen: At) -> bool {
    const FAR: usize = 20;
    let back = std::iter::successors(hyphen.prev(), |at| at.prev()).take(FAR).take_while(|at| !at.starts_sentence());
    { back }.any(|at| at.is(Kind::Hyphen) && at.spaced() != at.spaced_after())
}

fn is_word(at: At) -> bool {
    is_prose(at) && at.has(Traits::LOWER) && at.text() != "a"
}

/// “pre- and post-war”, “first- through third-grade”
fn is_suspended(before: At, after: At) -> bool {
    let joins = after.has(Traits::PREPOSITION | Traits::CONJUNCTION | Traits::ADVERB);
    // The compound that it is short of follows, or a comma that shows one.
    let rest = std::iter::successors(after.next(), |at| at.next()).take(6);
    joins && { rest }.any(|at| at.is(Kind::Hyphen))
        || before.prev().is_some_and(|at| at.is(Kind::Hyphen) && !at.spaced())
}

/// “the ending -less”: a part of a word is spoken of.
fn is_ending(before: At, after: At) -> bool {
    let part = matches!(
        after.text(),
        "less"
            | "able"
            | "ful"
            | "like"
            | "wise"
            | "free"
            | "ward"
            | "man"
            | "hood"
            | "ship"
            | "some"
            | "fold"
            | "most"
    );
    part && !before.has(Traits::NOUN) || matches!(before.text(), "ending" | "endings" | "suffix" | "suffixes")
}

/// Where an article has code, a hyphen before a word is a program's.
fn has_options(hyphen: At) -> bool {
    hyphen.reading.marks.contains(Kind::Opaque)
        || hyphen.reading.code_words().are_shown()
        || [hyphen.prev(), hyphen.next()].into_iter().flatten().any(|at| at.has(Traits::UNKNOWN))
}

/// Whether two words make a compound: “state-owned”, “highly-rated”, “second-half”.
fn makes_compound(before: At, after: At) -> bool {
    let first = before.has(Traits::NOUN | Traits::ADJECTIVE | Traits::ADVERB | Traits::NUMERAL);
    let second = after.has(Traits::NOUN | Traits::ADJECTIVE | Traits::PAST | Traits::ING);
    // “such cases -thought to be new”: the remark starts with the participle.
    let remark = after.next().is_some_and(|next| next.has(Traits::PREPOSITION) || next.word_is("to"));
    first && second && !before.has(Traits::FUNCTION) && !(remark && after.has(Traits::PAST | Traits::ING))
}
