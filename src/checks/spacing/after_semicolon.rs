use super::{are_apart_by_layout, is_prose, missing_space};
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("spacing/after-semicolon", Wake::kinds(&[Kind::Semicolon]).glued(), run);

fn run(semicolon: At, report: &mut Report) {
    let Some(after) = semicolon.next() else { return };
    let Some(before) = semicolon.prev().filter(|_| !semicolon.spaced()) else { return };
    if are_apart_by_layout(semicolon, after) {
        return;
    }
    let ends_clause = match before.kind() {
        Kind::Word => !is_entity(before),
        Kind::Abbreviation | Kind::Number | Kind::Time | Kind::CloseQuote | Kind::CloseBracket => true,
        _ => false,
    };
    if ends_clause && is_prose(after) && !is_code(after) && !is_short_form(before, after) {
        report.add(missing_space(before, after));
    }
}

/// `&amp;` shown as text.
fn is_entity(name: At) -> bool {
    !name.spaced() && name.prev().is_some_and(|mark| mark.is(Kind::Symbol) && mark.text() == "&")
}

/// “TL;DR”
fn is_short_form(before: At, after: At) -> bool {
    before.word_is("tl") && after.word_is("dr")
}

/// `color:red;margin:0`, `init();run();`
fn is_code(after: At) -> bool {
    after.next().is_some_and(|next| {
        !next.spaced() && matches!(next.kind(), Kind::Colon | Kind::OpenBracket | Kind::Symbol | Kind::Semicolon)
    })
}
