use super::{is_prose, missing_space};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("spacing/after-closing-bracket", Wake::kinds(&[Kind::CloseBracket]).glued(), run);

fn run(bracket: At, report: &mut Report) {
    let Some(after) = bracket.next().filter(|after| is_prose(*after)) else { return };
    if bracket.text() != ")" || bracket.spaced() {
        return;
    }
    let Some(open) = bracket.reading.brackets().partner(bracket.index) else { return };
    // “f(x)and”, “col(o)ur”, and “(un)kind”, “(s)he”, “(a)the”: only brackets that hold words of
    // their own stand apart from what follows.
    let inside = bracket.index - open - 1;
    let stands_alone = bracket.reading.tokens[open].spaced();
    let words = match inside {
        0 => false,
        1 => bracket.prev().is_some_and(|only| is_whole(only, after)),
        _ => bracket.prev().is_some_and(|last| !matches!(last.kind(), Kind::Hyphen | Kind::Symbol)),
    };
    if stands_alone && words {
        report.add(missing_space(bracket, after).with("word", after.text()));
    }
}

/// Whether the word in the brackets is no part of the one behind them: “(anti)hero”.
fn is_whole(only: At, after: At) -> bool {
    if only.is(Kind::Number) {
        return only.span().len() == 4;
    }
    let joined = format!("{}{}", only.text(), after.text());
    is_prose(only) && only.span().len() > 3 && !only.reading.lexicon.traits(&joined).any(Traits::KNOWN)
}
