//! A sentence starts with a capital. What makes the rule hard is to know that one starts: see
//! `text::sentence` for the stops; here is what else keeps a lower-case word where it is.

mod block;
mod cry;
mod quotation;
mod short;

use block::at_block_start;
use cry::asked_or_called;
use quotation::{after_a_quotation, is_lower_quotation, is_whole_quotation};
use short::{is_in_numbered_row, is_short_for_something};

use super::{is_all_of_a_link, is_in_compound, is_no_prose, is_program_here, raise};
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockFlags, BlockKind, Kind, MarkKind, TokenFlags};

pub const CHECK: Check =
    Check::token("capitals/sentence-start", Wake::flags(TokenFlags::SENTENCE.union(TokenFlags::MAYBE_SENTENCE)), run);

fn run(start: At, report: &mut Report) {
    let Some(word) = first_word(start) else { return };
    // “a) the first point”; “Why? " she wrote”, where a space stands before a mark that closes.
    let point = word.has(Traits::LETTER) && word.next().is_some_and(|n| n.is(Kind::CloseBracket) && !n.spaced());
    if point || start.index != word.index && word.spaced() {
        return;
    }
    if !word.is(Kind::Word) || !word.has(Traits::LOWER) || stays_lower(word) || start.reading.starts().are_lower() {
        return;
    }
    // Who is called brian m. carlson all over an article writes the name so.
    if word.has(Traits::GIVEN_NAME) && !word.has(Traits::COMMON) && word.entry().count > 2 {
        return;
    }
    let sure = if start.flags().contains(TokenFlags::BLOCK) {
        at_block_start(start, word)
    } else if start.starts_sentence() {
        after_a_stop(start, word)
    } else {
        after_a_quotation(start, word)
    };
    if let Some(applicability) = sure.filter(|_| word.has(Traits::FUNCTION) || !is_name_of_program(word)) {
        // A rare word may be a name that starts small.
        let plain = word.has(Traits::FUNCTION | Traits::FREQUENT | Traits::ADVERB | Traits::ING);
        let applicability = if plain { applicability } else { applicability.min(Applicability::Unsafe) };
        report.add(Finding::at(word.span()).fix([raise(word)]).applicability(applicability));
    }
}

/// The first word of what starts here, past the marks that open a quotation.
pub fn first_word(start: At) -> Option<At> {
    let mut at = start;
    while matches!(at.kind(), Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote) {
        at = at.next()?;
    }
    Some(at)
}

/// Whether the word keeps its small letter even at the start of a sentence, or may.
pub fn stays_lower(word: At) -> bool {
    let own = word.traits();
    let known = own.any(Traits::KNOWN | Traits::PROPER | Traits::MISSPELLED);
    let letter = own.any(Traits::LETTER) && word.text() != "a" && !starts_e_compound(word);
    let stays = letter || own.any(Traits::BRAND) || is_particle(word) || word.text().starts_with(['\'', '’']);
    let name = is_in_compound(word) || own.any(Traits::NOUN) && !own.any(Traits::FREQUENT | Traits::FUNCTION);
    let handle = name && is_all_of_a_link(word) || is_program(word);
    stays || !known || handle || is_abbreviated(word) || is_no_prose(word) || is_in_another_language(word)
}

/// “rust-analyzer has a plan”: a compound without an article that does something is a program's name.
fn is_program(word: At) -> bool {
    let mut last = word;
    while let Some(next) = last.next().filter(|next| !next.spaced() && matches!(next.kind(), Kind::Hyphen | Kind::Word))
    {
        last = next;
    }
    let verb = |at: At| at.has(Traits::AUXILIARY | Traits::THIRD_PERSON) && !at.has(Traits::PLURAL);
    last.index != word.index && last.has(Traits::NOUN) && !last.has(Traits::ING) && last.next().is_some_and(verb)
}

/// What the article sets as code elsewhere, or a name made like those of programs:
/// “email-alert-api-worker”.
fn is_name_of_program(word: At) -> bool {
    let rest = std::iter::successors(word.next(), |at| at.next()).take_while(|at| !at.spaced());
    let parts = rest.filter(|at| at.is(Kind::Word) && !at.has(Traits::FUNCTION)).count();
    parts > 2 || is_program_here(word)
}

/// “mw”, “etc”: what has no vowel is short for something, or somebody's handle.
fn is_abbreviated(word: At) -> bool {
    let text = word.text();
    matches!(text, "etc" | "eg" | "ie") || text.len() < 4 && !text.bytes().any(|b| b"aeiouy".contains(&b) || b >= 128)
}

/// Whether the next two words are no English: many short words are words of other languages too.
fn is_in_another_language(word: At) -> bool {
    let unknown = |at: &At| at.has(Traits::LOWER) && !at.has(Traits::KNOWN | Traits::MISSPELLED | Traits::PROPER);
    let next = word.next().filter(unknown);
    next.is_some_and(|next| !word.has(Traits::FUNCTION) || next.next().is_some_and(|after| unknown(&after)))
}

/// “e-commerce” takes a capital at a sentence's start; “x-axis” and “p-value” do not.
fn starts_e_compound(word: At) -> bool {
    word.text() == "e" && word.next().is_some_and(|next| next.is(Kind::Hyphen) && !next.spaced())
}

/// “van Gogh”: whether the particle has a capital at a sentence's start is a matter of style.
fn is_particle(word: At) -> bool {
    const PARTICLES: &[&str] = &[
        "af", "al", "bin", "da", "dal", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van",
        "von", "y", "zu",
    ];
    PARTICLES.contains(&word.text()) && word.next().is_some_and(|next| next.traits().capitalised())
}

/// After a full stop, question mark or exclamation mark.
fn after_a_stop(start: At, word: At) -> Option<Applicability> {
    let end = start.prev()?;
    let block = start.block();
    let fragments = !matches!(block.kind(), BlockKind::Paragraph | BlockKind::Turn) || block.has(BlockFlags::QUOTATION);
    let opens_lower = || block.first().is_none_or(|first| !first.traits().capitalised());
    if end.spaced()
        || fragments && opens_lower()
        || start.flags().contains(TokenFlags::LINE) && block.has(BlockFlags::LINES)
    {
        return None;
    }
    if start.index != word.index && !is_whole_quotation(start, word) {
        return None;
    }
    let ended = match end.kind() {
        // “[How we moved to the coast.](…) by Ann Lee”: the stop is that of the title.
        Kind::Stop if end.marked(MarkKind::Link) && !word.marked(MarkKind::Link) && word.has(Traits::PREPOSITION) => {
            false
        }
        Kind::Stop => ends_after(end.prev()?, word),
        Kind::Question | Kind::Exclamation => asked_or_called(end, word),
        _ => false,
    };
    // Whoever is heard calling may go on in the same breath: “Why, bless my soul! here he is.”
    let called = end.is(Kind::Exclamation) || end.is(Kind::Question) && word.quoted();
    let sure = if called || starts_link(word) { Applicability::Unsafe } else { Applicability::Safe };
    (ended && !is_lower_quotation(word)).then_some(sure)
}

/// “The law is old. [read more](…)”: a prompt is no part of the text.
fn starts_link(word: At) -> bool {
    word.marked(MarkKind::Link) && word.prev().is_none_or(|prev| !prev.marked(MarkKind::Link))
}

/// Whether a full stop after `before` ends a sentence although a small letter follows.
fn ends_after(before: At, word: At) -> bool {
    // “every. single. change.”
    if word.next().is_some_and(|next| next.is(Kind::Stop)) || before.prev().is_some_and(|p| p.is(Kind::Stop)) {
        return false;
    }
    // “example. com”
    if matches!(word.text(), "com" | "org" | "net" | "gov" | "edu" | "co") {
        return false;
    }
    match before.kind() {
        Kind::Word => !is_short_for_something(before),
        // “2. the second”; “5ft. wide”
        Kind::Number => {
            let text = before.text();
            let numbered = text.len() <= 2 && !before.prev().is_some_and(|p| p.kind().is_wordlike());
            !numbered && !is_in_numbered_row(before) && !text.ends_with(|c: char| c.is_alphabetic() && c != 's')
        }
        Kind::Ordinal
        | Kind::Time
        | Kind::Figures
        | Kind::Code
        | Kind::Address
        | Kind::Tag
        | Kind::Opaque
        | Kind::CloseBracket
        | Kind::CloseQuote
        | Kind::CloseSingle
        | Kind::Hyphen
        | Kind::Emoji => true,
        Kind::Symbol => before.text() == "%",
        _ => false,
    }
}
