use super::{are_apart_by_layout, is_prose, missing_space};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check =
    Check::token("spacing/after-question", Wake::kinds(&[Kind::Question, Kind::Exclamation]).glued(), run);

fn run(mark: At, report: &mut Report) {
    let Some(after) = mark.next().filter(|after| after.is(Kind::Word)) else { return };
    let Some(before) = mark.prev().filter(|_| !mark.spaced()) else { return };
    let ends = match before.kind() {
        Kind::Word => is_prose(before),
        Kind::Number | Kind::Abbreviation | Kind::CloseQuote | Kind::CloseBracket => true,
        // “What?!Now”
        Kind::Question | Kind::Exclamation => !before.spaced(),
        _ => false,
    };
    if ends && starts_sentence(after) && !is_code(after) && !are_apart_by_layout(mark, after) {
        report.add(missing_space(before, after));
    }
}

/// A lower-case ending after a question mark is what is left of an apostrophe (“don?t”, “we?re”).
fn starts_sentence(after: At) -> bool {
    is_prose(after)
        && (!after.has(Traits::LOWER)
            || after.has(Traits::FUNCTION) && !matches!(after.text(), "re" | "ll" | "ve" | "a"))
}

/// `a?b:c`, `ready?()`
fn is_code(after: At) -> bool {
    after.next().is_some_and(|next| {
        !next.spaced() && matches!(next.kind(), Kind::Colon | Kind::OpenBracket | Kind::Symbol | Kind::Slash)
    })
}
