//! Sentences beside a quotation, and in one.

use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::text::Kind;

/// After a quotation whose last sentence ends with a stop within the marks. “He left.” the man
/// said. needs a comma and not a capital, so whoever speaks there keeps the rule silent.
pub(super) fn after_a_quotation(start: At, word: At) -> Option<Applicability> {
    let closer = start.prev()?;
    let stop = closer.prev()?;
    let closes =
        matches!(closer.kind(), Kind::CloseQuote | Kind::CloseSingle) && stop.is(Kind::Stop) && !closer.spaced();
    let relative = matches!(word.text(), "which" | "who" | "whom" | "whose");
    let starts_sentences =
        word.has(Traits::DETERMINER | Traits::PRONOUN) && !word.has(Traits::CONJUNCTION) && !relative;
    (start.spaced() && start.index == word.index && closes && starts_sentences && is_statement(word))
        .then_some(Applicability::Unsafe)
}

/// Whether the word says that somebody speaks.
pub(super) fn speaks(word: At) -> bool {
    SPEAKS.contains(&word.text())
}

const SPEAKS: &[&str] = &[
    "said",
    "says",
    "say",
    "asked",
    "asks",
    "told",
    "tells",
    "added",
    "adds",
    "wrote",
    "writes",
    "noted",
    "notes",
    "explained",
    "explains",
    "replied",
    "replies",
    "recalled",
    "recalls",
    "continued",
    "insisted",
    "insists",
    "argued",
    "argues",
    "concluded",
    "answered",
    "cried",
    "shouted",
    "whispered",
    "read",
    "reads",
    "goes",
    "went",
    "quipped",
    "joked",
    "admitted",
    "admits",
    "claimed",
    "claims",
    "declared",
    "tweeted",
    "posted",
    "testified",
    "is",
    "was",
    "are",
    "were",
];

/// Whether a sentence follows that is more than “the man said”.
fn is_statement(word: At) -> bool {
    let mut at = word;
    let mut words = 1;
    while let Some(next) = at.next() {
        if next.starts_sentence() || matches!(next.kind(), Kind::Stop | Kind::Question | Kind::Exclamation) {
            break;
        }
        words += usize::from(next.is(Kind::Word));
        if words < 6 && speaks(next) {
            return false;
        }
        if words > 6 {
            return true;
        }
        at = next;
    }
    words > 5
}

/// Whether what the mark at `start` opens is a whole sentence: some words, and a mark before the
/// closing one.
pub(super) fn is_whole_quotation(start: At, word: At) -> bool {
    const MOST: usize = 400;
    if !word.has(Traits::DETERMINER | Traits::PRONOUN) {
        return false;
    }
    let mut at = word;
    let mut words = 1;
    for _ in 0..MOST {
        let Some(next) = at.next() else { return false };
        if matches!(next.kind(), Kind::CloseQuote | Kind::CloseSingle) {
            let ended = matches!(at.kind(), Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Comma);
            return ended && words > 3 && start.spaced();
        }
        words += usize::from(next.is(Kind::Word));
        at = next;
    }
    false
}

/// Whether the word stands in a quotation that starts with a small letter: a fragment, or the
/// speaker's own way of writing.
pub(super) fn is_lower_quotation(word: At) -> bool {
    let quotations = word.reading.quotations().spans();
    let after = quotations.partition_point(|q| q.start <= word.span().start);
    let Some(quotation) = quotations[..after].last().filter(|q| q.contains(word.span())) else { return false };
    word.reading.article.text(*quotation).chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}
