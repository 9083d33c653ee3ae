//! Capitals that a word lacks, or has by accident.

use crate::diagnostic::Edit;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::Check;
use crate::text::{Kind, MarkKind, Span};

mod acronym;
mod acronym_plural;
mod brand;
mod half_name;
mod heading_start;
mod heading_word;
mod inside_sentence;
mod name_in_article;
mod pronoun_i;
mod proper_noun;
mod sentence_start;
mod stray_capital;
mod unit_symbol;

pub const CHECKS: &[Check] = &[
    acronym::CHECK,
    acronym_plural::CHECK,
    brand::CHECK,
    half_name::CHECK,
    heading_start::CHECK,
    heading_word::CHECK,
    inside_sentence::CHECK,
    name_in_article::CHECK,
    pronoun_i::CHECK,
    proper_noun::CHECK,
    sentence_start::CHECK,
    stray_capital::CHECK,
    unit_symbol::CHECK,
];

/// The edit that gives a word its capital.
fn raise(word: At) -> Edit {
    let first = word.text().chars().next().unwrap_or(' ');
    let start = word.span().start as usize;
    Edit::new(Span::new(start, start + first.len_utf8()), first.to_uppercase().collect::<String>())
}

/// Whether a word is a piece of something that is no prose: code, a path, a formula, another
/// language.
fn is_no_prose(word: At) -> bool {
    let joins = |at: At| {
        matches!(
            at.kind(),
            Kind::Slash
                | Kind::Symbol
                | Kind::OpenBracket
                | Kind::Colon
                | Kind::Code
                | Kind::Tag
                | Kind::Number
                | Kind::Opaque
                | Kind::Address
                | Kind::Odd
                | Kind::Currency
        )
    };
    // “leadership-council#187”, “rust-lang/rust”: all that hangs together tells.
    let mut glued_after = false;
    let mut last = word;
    while let Some(next) = last.next().filter(|next| !next.spaced() && next.index < word.index + 8) {
        glued_after |= joins(next) && !is_end_colon(next);
        last = next;
    }
    let glued_before = !word.spaced() && word.prev().is_some_and(|prev| joins(prev) && !prev.is(Kind::OpenBracket));
    let sign =
        |at: Option<At>| at.is_some_and(|at| at.is(Kind::Symbol) && matches!(at.text(), "=" | "<" | ">" | "+" | "|"));
    glued_after
        || glued_before
        || sign(word.next())
        || sign(word.prev())
        || word.has(Traits::OTHER_SCRIPT)
        || word.marked(MarkKind::Foreign)
}

/// Whether the article sets the word, or the compound that it starts, as code elsewhere: a program's
/// name.
pub fn is_program_here(word: At) -> bool {
    let mut last = word;
    while let Some(next) = last.next().filter(|next| !next.spaced() && matches!(next.kind(), Kind::Hyphen | Kind::Word))
    {
        last = next;
    }
    let whole = &word.reading.article.prose[word.span().cover(last.span())];
    word.reading.code_words().contains(whole.trim_end_matches('-'))
}

/// A colon with white space after it belongs to the sentence.
fn is_end_colon(at: At) -> bool {
    at.is(Kind::Colon) && at.spaced_after()
}

/// Whether the words around are English, or marks. In other languages months and languages have no
/// capitals.
fn is_among_english(at: At) -> bool {
    let english = |at: Option<At>| {
        at.is_none_or(|at| {
            !at.is(Kind::Word) || at.has(Traits::KNOWN) && (!at.has(Traits::LOWER) || is_plainly_english(at))
        })
    };
    english(at.prev()) && english(at.next()) && !is_in_foreign_row(at)
}

/// Whether two words near by are no English: “de ne jamais aller au Pays basque”.
fn is_in_foreign_row(at: At) -> bool {
    const NEAR: usize = 5;
    let strange = |at: &At| {
        at.is(Kind::Word) && at.has(Traits::LOWER) && !at.has(Traits::KNOWN | Traits::MISSPELLED | Traits::PROPER)
    };
    let ahead = std::iter::successors(at.next(), |at| at.next()).take(NEAR);
    let behind = std::iter::successors(at.prev(), |at| at.prev()).take(NEAR);
    ahead.chain(behind).filter(strange).nth(1).is_some()
}

/// Many short words are words of several languages.
fn is_plainly_english(word: At) -> bool {
    word.text().len() > 3 || word.has(Traits::FUNCTION | Traits::FREQUENT)
}

/// Whether all that a link shows is the word, or the compound that it starts: the name of a
/// program or a person's handle.
fn is_all_of_a_link(word: At) -> bool {
    let marks = &word.reading.article.marks;
    let after = marks.partition_point(|m| m.span.start <= word.span().start);
    let Some(link) =
        marks[..after].iter().rev().take(4).find(|m| m.kind == MarkKind::Link && m.span.contains(word.span()))
    else {
        return false;
    };
    !word.reading.article.text(link.span).contains(char::is_whitespace)
}

/// Whether the word is a part of a compound with hyphens.
fn is_in_compound(at: At) -> bool {
    let hyphen = |at: At| at.is(Kind::Hyphen) && !at.spaced();
    at.next().is_some_and(hyphen) || !at.spaced() && at.prev().is_some_and(hyphen)
}
