//! What the words before a verb say of its clause.

use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::text::Kind;

/// Whether a word between the start of the sentence and this one can open a clause that ends with
/// it, so that what follows belongs to another: “what they were was clear”, “the best that they
/// can is”.
pub fn may_be_inner(at: At) -> bool {
    const FAR: usize = 40;
    const NOUNS: &List = list!("do does did thing things anything there");
    let mut at = at;
    for _ in 0..FAR {
        if at.starts_sentence() {
            return false;
        }
        let Some(prev) = at.prev() else { return false };
        at = prev;
        // What opens clauses is a little word, or one of a few nouns.
        if !at.has(Traits::FUNCTION | Traits::CONJUNCTION | Traits::NOUN | Traits::AUXILIARY | Traits::PRONOUN) {
            continue;
        }
        if opens_clause(at) || NOUNS.has(at.text()) {
            return true;
        }
    }
    true
}

/// Whether the word is one that opens a clause with a subject and a verb of its own.
pub fn opens_clause(at: At) -> bool {
    let joins = at.has(Traits::CONJUNCTION) && !matches!(at.text(), "and" | "or" | "but" | "for" | "of");
    joins || list!("what who whom which that how where why all whatever whoever everything").has(at.text())
}

/// Whether the verb comes first, as in a question or behind “so” and “nor”.
pub fn asks_first(modal: At) -> bool {
    const FAR: usize = 4;
    const ASKING: &List = list!(
        "what who whom which how why where when as than so nor neither only not never longer rarely seldom hardly"
    );
    let mut at = modal;
    for _ in 0..FAR {
        match prev_in_sentence(at) {
            Some(prev) => at = prev,
            None => return false,
        }
        if ASKING.has(at.text()) {
            return true;
        }
    }
    false
}

/// The word after this one, past one adverb or “not” that stands between a verb and its helper.
pub fn past_adverb(at: At) -> Option<At> {
    let mut first = next_word(at)?;
    // “Do not always feel”
    if first.word_is("not")
        && let Some(always) =
            next_word(first).filter(|always| list!("always often ever even really yet").has(always.text()))
    {
        first = always;
    }
    let adverb = first.word_is("not")
        || first.has(Traits::ADVERB)
            && !first.has(Traits::VERB | Traits::NOUN | Traits::PREPOSITION | Traits::ADJECTIVE);
    if adverb { next_word(first) } else { Some(first) }
}

/// The next token, if it is a word in small letters with a space before it.
pub fn next_word(at: At) -> Option<At> {
    at.next().filter(|next| next.is(Kind::Word) && next.spaced() && next.has(Traits::LOWER) && !next.starts_sentence())
}

/// The token before, in the same sentence.
pub fn prev_in_sentence(at: At) -> Option<At> {
    at.prev().filter(|_| !at.starts_sentence())
}

/// Whether a clause can start at the word: at the start of a sentence or quotation, after a comma
/// or after a word that joins clauses.
pub fn starts_clause(at: At) -> bool {
    let Some(prev) = prev_in_sentence(at) else { return true };
    matches!(
        prev.text(),
        "because" | "but" | "when" | "while" | "although" | "since" | "where" | "unless" | "whereas" | "whenever"
    ) || matches!(prev.text(), "if" | "after" | "before" | "until" | "than") && !may_be_inner(prev)
        || matches!(prev.kind(), Kind::OpenQuote | Kind::OpenSingle | Kind::Semicolon)
}

/// Whether a hyphen or a slash joins the word to the next.
pub fn is_joined(at: At) -> bool {
    at.next().is_some_and(|next| matches!(next.kind(), Kind::Hyphen | Kind::Slash | Kind::Apostrophe) && !next.spaced())
        || at.prev().is_some_and(|prev| matches!(prev.kind(), Kind::Hyphen | Kind::Slash) && !at.spaced())
}

/// Whether the helper says no: “can’t”, “cannot”.
pub fn is_negated(modal: At) -> bool {
    modal.text().ends_with("n’t") || modal.text().ends_with("n't") || modal.word_is("cannot")
}
