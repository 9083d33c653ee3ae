//! Phrase rules: the `Replace` and `Except` of a page, matched against an article's tokens.
//!
//! A phrase is looked up by its rarest word. Each distinct form of an article is asked for in the
//! [`Index`] once; only at tokens with such a form is anything compared. The
//! index of the built-in pages is made by `build.rs`, so thousands of phrases cost nothing at
//! start-up and next to nothing in a text that has none of them.

mod edit;
pub mod index;
mod matcher;
pub mod parse;
pub mod pattern;
#[cfg(test)]
mod tests;

pub use index::Index;
pub use matcher::Match;
pub use pattern::{Glance, Glances, Pattern, Phrase, hash};

use super::page::Page;
use super::report::{Finding, Report};
use crate::diagnostic::Diagnostic;
use crate::reading::At;
use crate::text::{BlockFlags, Span, Token};

/// Reports what the phrases say that are looked up by the word at `at`, whose key is `key`. `glance`
/// says what a token shows; `pages` gives the page with a number of those that the index was made of,
/// or `None` if its rule is switched off.
pub fn run<'p>(
    at: At,
    index: &Index,
    key: u16,
    glance: impl Fn(&Token) -> Glances,
    pages: impl Fn(usize) -> Option<&'p Page>,
    found: &mut Vec<Diagnostic>,
) {
    let (block, tokens) = (at.bounds(), &at.reading.tokens);
    let shows = |index: usize| match block.contains(&index) {
        true => glance(&tokens[index]),
        false => Glance::NOTHING.into(),
    };
    let before = |n| at.index.checked_sub(n).map_or(Glance::NOTHING.into(), shows);
    let beside = |number| match number {
        0 | 1 => before(2 - number),
        _ => shows(at.index + number - 1),
    };
    let shown = [0, 1, 2, 3].map(beside);
    for place in index.phrases(key).iter().filter(|place| place.beside.admits(&shown)) {
        let Some(page) = pages(place.page.into()) else { continue };
        let phrase = &page.phrases[usize::from(place.phrase)];
        if let Some(matched) = phrase.pattern.find(at)
            && admits(page, &matched)
            && is_longest(page, matched.span(), found)
            && let Some(finding) = finding(phrase, &matched)
        {
            Report::new(page, at.reading, found).add(finding);
        }
    }
}

/// Whether the rule looks at this place, and none of its exceptions stands there.
fn admits(page: &Page, matched: &Match) -> bool {
    let first = matched.first();
    page.scope.admits(first.block().block())
        // Who leaves block quotations alone means those in the text as well.
        && !(page.scope.without.contains(BlockFlags::QUOTATION) && first.quoted())
        && !page.excepts.iter().any(|except| except.touches(matched))
}

/// Whether no longer match of the same rule stands there; a shorter one makes way.
fn is_longest(page: &Page, span: Span, found: &mut Vec<Diagnostic>) -> bool {
    // Findings come in the order of the text, so one that overlaps is among the last.
    let near = found.len().saturating_sub(8);
    let rival = found[near..].iter().position(|d| d.rule == page.id && d.span.overlaps(span));
    match rival.map(|i| near + i) {
        Some(i) if found[i].span.len() >= span.len() => false,
        Some(i) => {
            found.remove(i);
            true
        }
        None => true,
    }
}

/// `None` if the words are already what the page would make of them.
fn finding(phrase: &Phrase, matched: &Match) -> Option<Finding> {
    const NAMES: [&str; Pattern::GROUPS] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let mut finding = Finding::at(matched.span());
    for (name, group) in NAMES.iter().zip(1..) {
        if let Some((tokens, _)) = matched.group(group) {
            finding = finding.with(name, matched.text(tokens));
        }
    }
    let mut changed = phrase.replacements.is_empty();
    for replacement in phrase.replacements.iter() {
        let edits = edit::edits(matched, replacement);
        if !edits.is_empty() {
            changed = true;
            finding = finding.fix(edits);
        }
    }
    changed.then_some(finding)
}
