use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token(
    "repetition/doubled-auxiliary",
    Wake::words(&["could", "would", "should", "will", "can", "must", "might"]).before(&[Kind::Word], Traits::empty()),
    run,
);

fn run(second: At, report: &mut Report) {
    let Some(adverb) = second.prev().filter(|at| second.spaced() && at.is(Kind::Word) && at.spaced()) else { return };
    let Some(first) = adverb.prev().filter(|first| first.word_is(second.text())) else { return };
    let between = adverb.has(Traits::ADVERB) && adverb.has(Traits::LOWER) && !adverb.has(Traits::NOUN);
    let noun = first.prev().is_some_and(|before| before.has(Traits::DETERMINER) && !before.has(Traits::PRONOUN));
    if !between || second.starts_sentence() || adverb.starts_sentence() || noun || closes_clause(first) {
        return;
    }
    let finding = Finding::at(first.span().cover(second.span()));
    let cut = Span { start: adverb.span().end, end: second.span().end };
    report.add(finding.with("verb", second.text()).with("adverb", adverb.text()).replace(cut, ""));
}

/// “Those who can now can sell”: a clause that is a subject ends before the second.
fn closes_clause(first: At) -> bool {
    const FAR: usize = 4;
    let back = std::iter::successors(first.prev(), |at| at.prev()).take(FAR).take_while(|at| at.is(Kind::Word));
    { back }.any(|at| matches!(&*at.lower(), "who" | "whoever" | "what" | "whatever" | "all" | "as" | "everything"))
}
