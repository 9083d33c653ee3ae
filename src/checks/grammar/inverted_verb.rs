//! “Here is the results”, “where is my keys”, “what are the reason for this”: a verb before its
//! subject.

use super::alike::around::ends_clause;
use super::clause::{is_joined, next_word, prev_in_sentence};
use super::subject_nouns::{is_one_thing, is_plural};
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/inverted-verb",
    Wake::words(&["here", "where", "what", "who", "how", "why"]).before(&[], Traits::AUXILIARY),
    run,
);

fn run(opener: At, report: &mut Report) {
    let Some(verb) = next_word(opener).filter(|verb| list!("is was are were has").has(verb.text())) else { return };
    let opens = prev_in_sentence(opener).is_none_or(|b| matches!(b.kind(), Kind::OpenQuote | Kind::StraightQuote));
    let Some(determiner) = next_word(verb).filter(|_| opens) else { return };
    if !list!("the my your his her our their these those this").has(determiner.text()) {
        return;
    }
    let Some(noun) = noun(determiner) else { return };
    let right = match verb.text() {
        "is" | "was" | "has" if is_plural(noun) && !determiner.word_is("this") => many(verb.text()),
        "are" | "were" if is_one_thing(noun) && !list!("these those").has(determiner.text()) => one(verb.text()),
        _ => return,
    };
    if verb.text() == "has" && !opener.word_is("where") && !opener.word_is("how") {
        return;
    }
    report.add(Finding::at(verb.span().cover(noun.span())).replace(verb.span(), right));
}

/// The noun of the phrase, if nothing but a place or a relative clause follows it.
fn noun<'r>(determiner: At<'r>) -> Option<At<'r>> {
    const LONGEST: usize = 3;
    let mut at = next_word(determiner)?;
    for _ in 0..LONGEST {
        if at.has(Traits::FUNCTION | Traits::POSSESSIVE) || is_joined(at) {
            return None;
        }
        let ends = ends_clause(at)
            || next_word(at)
                .is_some_and(|next| list!("of in on at for from that who which to about you we they").has(next.text()));
        if ends && at.has(Traits::NOUN) && !at.has(Traits::MOSTLY_ADJECTIVE) {
            return Some(at);
        }
        if !at.has(Traits::NOUN | Traits::ADJECTIVE) {
            return None;
        }
        at = next_word(at)?;
    }
    None
}

fn many(verb: &str) -> &'static str {
    match verb {
        "is" => "are",
        "was" => "were",
        _ => "have",
    }
}

fn one(verb: &str) -> &'static str {
    if verb == "are" { "is" } else { "was" }
}
