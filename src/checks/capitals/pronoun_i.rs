use super::{is_no_prose, raise};
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "capitals/pronoun-i",
    Wake::traits(Traits::LETTER.union(Traits::APOSTROPHE)).having(Traits::LOWER),
    run,
);

fn run(at: At, report: &mut Report) {
    let text = at.text();
    if text != "i" && !is_contraction(text) || at.reading.starts().are_lower() || is_no_prose(at) {
        return;
    }
    if text != "i" || is_pronoun(at) && !is_mathematical(at.reading) {
        let finding = Finding::at(at.span()).fix([raise(at)]);
        // Posts and messages are quoted as they were written.
        report.add(if at.quoted() { finding.applicability(Applicability::Unsafe) } else { finding });
    }
}

fn is_contraction(text: &str) -> bool {
    let rest = text.strip_prefix('i').and_then(|rest| rest.strip_prefix(['\'', '’']));
    rest.is_some_and(|rest| matches!(rest, "m" | "ve" | "d" | "ll" | "d've" | "d’ve"))
}

/// Whether it stands where the pronoun stands: alone, before a verb that goes with it. The letter,
/// the variable and the numeral are nouns and take the third person (“the i in team”, “where i is
/// the row”).
fn is_pronoun(at: At) -> bool {
    let Some(next) = at.next() else { return false };
    let alone = (at.spaced() || at.prev().is_some_and(|p| matches!(p.kind(), Kind::OpenQuote | Kind::Dash)))
        && next.spaced()
        && next.is(Kind::Word);
    alone && goes_with_i(next) && !at.prev().is_some_and(names_a_letter)
}

fn goes_with_i(next: At) -> bool {
    if matches!(next.text(), "is" | "be" | "has" | "in" | "to" | "th" | "and" | "or" | "equals" | "denotes" | "starts")
    {
        return false;
    }
    let verb = next.has(Traits::VERB | Traits::AUXILIARY | Traits::PAST);
    let adverb =
        next.has(Traits::ADVERB) && next.next().is_some_and(|n| n.has(Traits::VERB | Traits::AUXILIARY | Traits::PAST));
    (verb || adverb) && !next.has(Traits::THIRD_PERSON) && next.has(Traits::LOWER)
}

/// “the letter i”, “an i for an i”, “for i in names”, “page i”
fn names_a_letter(prev: At) -> bool {
    prev.has(Traits::DETERMINER)
        || matches!(
            prev.text(),
            "for"
                | "let"
                | "letter"
                | "letters"
                | "index"
                | "variable"
                | "counter"
                | "page"
                | "part"
                | "type"
                | "class"
                | "step"
                | "lower-case"
                | "lowercase"
                | "item"
                | "row"
                | "column"
                | "element"
                | "node"
                | "section"
                | "clause"
        )
}

/// Whether the article has other lone small letters, as names of variables.
fn is_mathematical(reading: &Reading) -> bool {
    reading.forms_with(Traits::LETTER).any(|(id, _)| matches!(reading.form(id), "j" | "k" | "n" | "x" | "y" | "m"))
}
