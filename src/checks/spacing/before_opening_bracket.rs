use super::{are_apart_by_layout, is_prose, missing_space};
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("spacing/before-opening-bracket", Wake::kinds(&[Kind::OpenBracket]), run);

fn run(bracket: At, report: &mut Report) {
    if bracket.spaced() || bracket.text() != "(" {
        return;
    }
    let (Some(before), Some(first)) = (bracket.prev(), bracket.next()) else { return };
    let Some(close) = bracket.reading.brackets().partner(bracket.index) else { return };
    let ends_words = match before.kind() {
        Kind::Word => is_prose(before) && !before.has(Traits::LETTER) && !is_in_code(before),
        Kind::Abbreviation | Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::CloseQuote => {
            !before.spaced() || before.is(Kind::Abbreviation)
        }
        Kind::Number => close - bracket.index > 3,
        // A picture at the start of its block has its caption in brackets.
        Kind::Opaque => close - bracket.index > 3 && before.prev().is_some(),
        _ => false,
    };
    if ends_words
        && !are_apart_by_layout(before, bracket)
        && holds_words(bracket, first, close)
        && !goes_on(bracket.reading.at(close))
    {
        // “isolated(any)”: one word in lower case may be a name in code, and a block that is no more is.
        let single = close - bracket.index == 2 && first.has(Traits::LOWER);
        let whole = before.prev().is_none() && bracket.reading.at(close).next().is_none();
        if !(single && whole) {
            let applicability = if single { Applicability::Unsafe } else { Applicability::Safe };
            report.add(missing_space(before, bracket).with("word", before.text()).applicability(applicability));
        }
    }
}

/// Whether what stands in the brackets is a remark of its own, unlike the argument of a function
/// or the ending of a word: f(x), person(s), theatre(s), copper(II), 501(c)(3).
fn holds_words(bracket: At, first: At, close: usize) -> bool {
    match close - bracket.index - 1 {
        0 => false,
        1 => match first.kind() {
            Kind::Word if first.has(Traits::UPPER) => !is_roman(first.text()),
            Kind::Word => first.span().len() > 3 && is_prose(first) && !is_part(bracket, first),
            // The year of a film or of a study.
            Kind::Number => first.span().len() == 4 && first.text().starts_with(['1', '2']),
            _ => false,
        },
        _ => is_prose(first) && !first.has(Traits::LETTER) && first.next().is_some_and(|second| second.spaced()),
    }
}

/// Whether the word before the bracket and the one in it make one word: “photo(graph)”.
fn is_part(bracket: At, first: At) -> bool {
    let joined = bracket.prev().map(|before| format!("{}{}", before.text(), first.text()));
    joined.is_some_and(|joined| bracket.reading.lexicon.traits(&joined).any(Traits::KNOWN))
}

/// “word(s)hip”, “Fe(OH)3”: what goes on after the bracket.
fn goes_on(close: At) -> bool {
    close.next().is_some_and(|next| {
        !next.spaced() && matches!(next.kind(), Kind::Word | Kind::Number | Kind::Code | Kind::OpenBracket)
    })
}

fn is_roman(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// “pk(KEY)”, “$app->register(…)”: names of functions.
fn is_in_code(word: At) -> bool {
    let text = word.text();
    let short = text.len() < 4 && !text.bytes().any(|b| b"aeiouyAEIOUY".contains(&b));
    let member = !word.spaced() && word.prev().is_some_and(|p| matches!(p.kind(), Kind::Symbol | Kind::Stop));
    short || member || is_function(text)
}

/// Names of functions that are words.
fn is_function(word: &str) -> bool {
    matches!(
        word,
        "abs"
            | "arg"
            | "call"
            | "ceil"
            | "cos"
            | "count"
            | "exp"
            | "floor"
            | "for"
            | "function"
            | "if"
            | "input"
            | "length"
            | "list"
            | "log"
            | "max"
            | "mean"
            | "min"
            | "mod"
            | "open"
            | "print"
            | "range"
            | "round"
            | "set"
            | "sign"
            | "sin"
            | "sort"
            | "sum"
            | "switch"
            | "tan"
            | "test"
            | "type"
            | "var"
            | "while"
    )
}
