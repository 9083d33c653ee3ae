//! “By improving roads, schools, and cutting taxes”: a series that changes its form.

use super::clause::next_word;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("grammar/faulty-series", Wake::traits(Traits::ING), run);

/// The most words that one member of a series may have.
const LONGEST: usize = 6;

/// Looks from the last member backwards: “…, and” before an -ing form with an object, a member of
/// nouns before it, and before that an -ing form with an object and a preposition.
fn run(last: At, report: &mut Report) {
    let Some(and) = last.prev().filter(|and| matches!(and.text(), "and" | "or") && !last.starts_sentence()) else {
        return;
    };
    let Some(comma) = and.prev().filter(|at| at.is(Kind::Comma)) else { return };
    if !is_verb(last) {
        return;
    }
    let Some(before) = bare_member(comma) else { return };
    let Some(first) = ing_member(before) else { return };
    report.add(Finding::at(first.span().cover(last.span())).with("last", last.text()));
}

/// Whether the -ing form is a verb with an object: one that no noun takes as an adjective.
fn is_verb(ing: At) -> bool {
    const WITH_OBJECT: &[&str] = &[
        "addressing",
        "improving",
        "providing",
        "ensuring",
        "reducing",
        "increasing",
        "building",
        "creating",
        "making",
        "taking",
        "giving",
        "helping",
        "using",
        "cutting",
        "raising",
        "developing",
        "supporting",
        "promoting",
        "strengthening",
        "protecting",
        "preventing",
        "managing",
        "finding",
        "keeping",
        "getting",
        "offering",
    ];
    let object = next_word(ing).is_some_and(|next| next.has(Traits::DETERMINER) && !next.has(Traits::CONJUNCTION));
    let plain = WITH_OBJECT.contains(&ing.text())
        && next_word(ing).is_some_and(|next| next.has(Traits::ADJECTIVE | Traits::NOUN));
    ing.has(Traits::LOWER) && (object || plain)
}

/// The comma before a short member without a verb, seen from the comma behind it.
fn bare_member(comma: At) -> Option<At> {
    let mut at = comma;
    for words in 0..=LONGEST {
        at = at.prev()?;
        if at.is(Kind::Comma) {
            return (words > 0).then_some(at);
        }
        let verb = Traits::ING | Traits::AUXILIARY | Traits::CONJUNCTION | Traits::PRONOUN;
        let noun =
            at.is(Kind::Word) && at.has(Traits::NOUN | Traits::ADJECTIVE | Traits::DETERMINER | Traits::PREPOSITION);
        if at.starts_sentence() || !noun || at.has(verb) && !at.has(Traits::DETERMINER) {
            return None;
        }
    }
    None
}

/// The -ing form that opens the member before this comma, behind a preposition.
fn ing_member(comma: At) -> Option<At> {
    let mut at = comma;
    for words in 0..=LONGEST {
        at = at.prev()?;
        if at.starts_sentence() || !at.is(Kind::Word) {
            return None;
        }
        if at.has(Traits::ING) && is_verb_of_first(at) {
            let opened = at.prev().is_some_and(|prev| {
                matches!(
                    prev.text(),
                    "by" | "of"
                        | "for"
                        | "in"
                        | "on"
                        | "with"
                        | "to"
                        | "through"
                        | "about"
                        | "at"
                        | "without"
                        | "include"
                        | "includes"
                )
            });
            return (words > 0 && opened).then_some(at);
        }
    }
    None
}

/// An object follows, so that it is no noun or adjective itself.
fn is_verb_of_first(ing: At) -> bool {
    is_verb(ing)
        || next_word(ing).is_some_and(|next| next.has(Traits::NOUN) && !next.has(Traits::FUNCTION))
            && !ing.has(Traits::NOUN | Traits::ADJECTIVE)
}
