//! “A highly-regarded chef”: an adverb in -ly needs no hyphen.

use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("grammar/ly-hyphen", Wake::kinds(&[Kind::Hyphen]), run);

fn run(hyphen: At, report: &mut Report) {
    let (Some(adverb), Some(word)) = (hyphen.prev(), hyphen.next()) else { return };
    let joined = hyphen.spaced() || word.spaced() || hyphen.text() != "-";
    let participle = word.has(Traits::PAST | Traits::ING | Traits::ADJECTIVE) && word.has(Traits::LOWER);
    let hyphen_again =
        |at: Option<At>| at.is_some_and(|at| matches!(at.kind(), Kind::Hyphen | Kind::Slash | Kind::Dash));
    let part =
        hyphen_again(word.next().filter(|n| !n.spaced())) || hyphen_again(adverb.prev().filter(|_| !adverb.spaced()));
    if !joined
        && is_plain_adverb(adverb)
        && participle
        && !part
        && word.next().is_none_or(|next| next.spaced() || next.kind() != Kind::Apostrophe)
    {
        report.add(Finding::at(adverb.span().cover(word.span())).replace(hyphen.span(), " "));
    }
}

/// Whether the word is an adverb in -ly and nothing else: not “early” (stage), “family” (run), “only” (child).
pub fn is_plain_adverb(word: At) -> bool {
    word.text().ends_with("ly")
        && word.text().len() > 4
        && word.has(Traits::ADVERB)
        && !word.has(Traits::ADJECTIVE | Traits::NOUN | Traits::VERB | Traits::FUNCTION)
}
