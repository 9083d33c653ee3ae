//! Words that sound or look alike, put for one another: judged by the parts of speech around them.
//!
//! Each set of words is one file with one function, which says of a word whether its place is
//! another's. What it asks of the neighbours is in [`around`]. Set phrases (“over their”, “bare in
//! mind”) are no matter of grammar and stand in the pages.

mod affect;
pub mod around;
mod form;
mod homophone;
mod its;
mod lists;
mod lose;
mod place;
mod slips;
mod than;
mod their;
mod to;
mod were;
mod whose;
mod your;

use crate::checks::grammar::clause::{is_joined, prev_in_sentence};
use crate::diagnostic::Applicability;
use crate::lexicon::{Traits, in_case_of};
use crate::reading::At;
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, MarkKind};

pub const CHECKS: &[Check] = &[
    affect::CHECK,
    form::CHECK,
    homophone::CHECK,
    its::CHECK,
    lose::CHECK,
    than::CHECK,
    their::CHECK,
    to::CHECK,
    were::CHECK,
    whose::CHECK,
    your::CHECK,
];

/// Which word belongs in the place of another.
struct Twin {
    right: &'static str,
    /// Whether nothing else can be meant.
    sure: bool,
}

#[expect(clippy::unnecessary_wraps, reason = "each judge answers with an option")]
const fn twin(right: &'static str, sure: bool) -> Option<Twin> {
    Some(Twin { right, sure })
}

/// Reports the word if `judge` knows a better one for its place.
fn report(at: At, report: &mut Report, judge: impl Fn(At) -> Option<Twin>) {
    let Some(Twin { right, sure }) = judge(at) else { return };
    if is_spoken_of(at) {
        return;
    }
    let apostrophe =
        if at.text().contains('\'') { '\'' } else { at.reading.vocabulary().apostrophe_shown().unwrap_or('’') };
    let right = in_case_of(at.text(), &right.replace('’', apostrophe.encode_utf8(&mut [0; 4])));
    let finding = Finding::at(at.span()).replace(at.span(), right);
    report.add(if sure { finding } else { finding.applicability(Applicability::Unsafe) });
}

/// Whether the word is mentioned rather than used, part of a name or a compound, or shouted.
fn is_spoken_of(at: At) -> bool {
    let capital = !at.has(Traits::LOWER) && !at.starts_sentence() && !opens(at);
    let quoted = |at: Option<At>| {
        at.is_none_or(|at| {
            matches!(
                at.kind(),
                Kind::OpenQuote | Kind::OpenSingle | Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote
            )
        })
    };
    let alone = quoted(at.prev()) && quoted(at.next());
    capital || alone || is_joined(at) || !at.spaced() && !opens(at) || at.marked(MarkKind::Foreign)
}

/// Whether it stands right behind what opens a quotation or an aside.
fn opens(at: At) -> bool {
    prev_in_sentence(at).is_none_or(|prev| {
        matches!(prev.kind(), Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote | Kind::OpenBracket | Kind::Dash)
    })
}
