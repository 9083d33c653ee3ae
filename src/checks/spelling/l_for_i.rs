use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("spelling/l-for-i", Wake::traits(Traits::LETTER), run);

fn run(at: At, report: &mut Report) {
    if at.text() != "l"
        || !at.spaced()
        || at.prev().is_some_and(|p| !p.kind().is_wordlike() && !p.is(Kind::Comma) && !p.is(Kind::Stop))
    {
        return;
    }
    // “the length l was measured”
    let introduced =
        at.prev().is_none_or(|p| !p.kind().is_wordlike() || p.has(Traits::FUNCTION) && !p.has(Traits::DETERMINER));
    // “l am”, “l think”: a verb that goes with “I”. The letter alone may be a litre or a variable.
    let verb = at.next().is_some_and(|next| {
        next.spaced()
            && next.has(Traits::LOWER)
            && (matches!(
                next.text(),
                "am" | "was" | "have" | "had" | "do" | "did" | "don’t" | "don't" | "can" | "could"
            ) || matches!(
                next.text(),
                "will" | "would" | "should" | "must" | "think" | "know" | "believe" | "never"
            ))
    });
    if verb && introduced {
        report.add(Finding::at(at.span()).replace(at.span(), "I"));
    }
}
