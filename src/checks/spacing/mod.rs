//! White space that is missing, or too much.

use crate::diagnostic::Edit;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding};
use crate::text::{Format, Kind, Span, TokenFlags};

mod after_abbreviation;
mod after_closing_bracket;
mod after_closing_quote;
mod after_colon;
mod after_comma;
mod after_currency;
mod after_question;
mod after_semicolon;
mod after_stop;
mod after_title;
mod around_dash;
mod around_hyphen;
mod before_address;
mod before_apostrophe;
mod before_opening_bracket;
mod before_opening_quote;
mod before_punctuation;
mod doubled_space;
mod final_newline;
mod inside_brackets;
mod inside_quotes;

pub const CHECKS: &[Check] = &[
    after_abbreviation::CHECK,
    after_closing_bracket::CHECK,
    after_closing_quote::CHECK,
    after_colon::CHECK,
    after_comma::CHECK,
    after_currency::CHECK,
    after_question::CHECK,
    after_semicolon::CHECK,
    after_stop::CHECK,
    after_title::CHECK,
    around_dash::CHECK,
    around_hyphen::CHECK,
    before_address::CHECK,
    before_apostrophe::CHECK,
    before_opening_bracket::CHECK,
    before_opening_quote::CHECK,
    before_punctuation::CHECK,
    doubled_space::CHECK,
    final_newline::CHECK,
    inside_brackets::CHECK,
    inside_quotes::CHECK,
];

/// The finding that a space is missing before `after`; its words are those from `before` on.
fn missing_space(before: At, after: At) -> Finding {
    let gap = Span::at(after.span().start as usize);
    Finding::at(before.span().cover(after.span())).fix([Edit::new(gap, " ")])
}

/// Whether elements stand between two words that the page may set apart: a page's labels and credits
/// are spans side by side.
fn are_apart_by_layout(mark: At, after: At) -> bool {
    let article = mark.reading.article;
    if article.format != Format::Html {
        return false;
    }
    let (from, to) = (article.map.source(mark.span()).end, article.map.source(after.span()).start);
    let source = &article.source[from as usize..to.max(from) as usize];
    ["<span", "</span", "<ins", "</ins", "</a><a"].iter().any(|tag| source.contains(tag))
}

/// Whether it is a known word, unlike the letters of a formula or the parts of a name in code.
fn is_prose(at: At) -> bool {
    at.is(Kind::Word) && at.has(Traits::KNOWN) && (!at.has(Traits::LETTER) || matches!(at.text(), "I" | "a" | "A"))
}

/// Whether it is a letter that stands for something else than a word: “x”, “B”.
fn is_symbol(at: At) -> bool {
    at.has(Traits::LETTER) && !matches!(at.text(), "I" | "a" | "A")
}

/// Whether the white space before it is within a line and of plain spaces.
fn is_plainly_spaced(at: At) -> bool {
    let gap = &at.reading.article.prose[at.gap()];
    !gap.is_empty() && gap.bytes().all(|b| b == b' ') && !at.flags().contains(TokenFlags::LINE)
}
