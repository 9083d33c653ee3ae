use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("punctuation/plural-apostrophe", Wake::traits(Traits::POSSESSIVE), run);

fn run(word: At, report: &mut Report) {
    if !word.has(Traits::UPPER) || word.has(Traits::LETTER) {
        return;
    }
    let text = word.text();
    let Some(stem) = text.strip_suffix("’s").or_else(|| text.strip_suffix("'s")) else { return };
    let counted = word.prev().is_some_and(counts);
    let verb = word.next().is_some_and(|next| matches!(next.text(), "are" | "were" | "have"));
    let ends = word.next().is_none_or(|next| {
        let joins = Traits::AUXILIARY.union(Traits::PREPOSITION).union(Traits::CONJUNCTION);
        next.has(joins) || matches!(next.text(), "who" | "that" | "which") || is_end(next)
    });
    if verb || counted && ends {
        let from = word.span().start + stem.len() as u32;
        let mark = Span { start: from, end: word.span().end - 1 };
        let applicability = if counted && ends { Applicability::Safe } else { Applicability::Unsafe };
        report.add(Finding::at(word.span()).replace(mark, "").applicability(applicability));
    }
}

fn is_end(at: At) -> bool {
    matches!(
        at.kind(),
        Kind::Comma
            | Kind::Stop
            | Kind::Semicolon
            | Kind::Colon
            | Kind::Question
            | Kind::Exclamation
            | Kind::CloseBracket
    )
}

/// Whether the word asks for a plural.
fn counts(at: At) -> bool {
    match at.kind() {
        Kind::Number => !matches!(at.text(), "1") && at.spaced(),
        Kind::Word => {
            at.has(Traits::NUMERAL) && !at.word_is("one") && !at.word_is("million") && !at.word_is("billion")
                || matches!(
                    at.text(),
                    "many"
                        | "several"
                        | "few"
                        | "these"
                        | "those"
                        | "both"
                        | "Many"
                        | "Several"
                        | "These"
                        | "Those"
                        | "Both"
                )
        }
        _ => false,
    }
}
