use super::{are_apart_by_layout, is_prose, is_symbol, missing_space};
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check =
    Check::token("spacing/after-stop", Wake::kinds(&[Kind::Stop]).before(&[Kind::Word], Traits::empty()).glued(), run);

fn run(stop: At, report: &mut Report) {
    let Some(after) = stop.next() else { return };
    let Some(before) = stop.prev().filter(|_| !stop.spaced()) else { return };
    if is_symbol(after) || is_chain(before, after) || is_member(after) || are_apart_by_layout(stop, after) {
        return;
    }
    let sure = match after.has(Traits::LOWER) {
        true => joins_lower(before, after),
        false => joins_capital(before, after),
    };
    let named = match sure {
        Some(Applicability::Unsafe) => stands_twice(before.span().cover(after.span()), stop),
        _ => before.is(Kind::Word) && !after.has(Traits::LOWER),
    };
    if named && (sure != Some(Applicability::Safe) || is_in_code(after)) {
        return;
    }
    if let Some(applicability) = sure {
        report.add(missing_space(before, after).applicability(applicability));
    }
}

/// Whether the same two words are joined by a stop once more near by: then it is a name.
fn stands_twice(words: Span, stop: At) -> bool {
    const NEAR: usize = 20_000;
    let prose = &stop.reading.article.prose;
    let from = words.range().start.saturating_sub(NEAR);
    let to = prose.len().min(words.range().end + NEAR);
    memchr::memmem::find_iter(&prose.as_bytes()[from..to], &prose[words]).nth(1).is_some()
}

/// “file.Close” in an article that has `src.Close()` or `file.Close`: a name as its code has them.
fn is_in_code(after: At) -> bool {
    let article = after.reading.article;
    let source = article.source.as_bytes();
    let here = article.map.source(after.span()).start as usize;
    let goes_on = |at: &usize| source.get(at + after.text().len()).is_some_and(|b| b"(`[{<".contains(b));
    memchr::memmem::find_iter(source, after.text())
        .filter(|at| *at > 0 && source[at - 1] == b'.' && *at != here)
        .any(|at| goes_on(&at))
}

/// “data.pageTitle”: a small letter before a capital is a name in code.
fn is_member(after: At) -> bool {
    after.has(Traits::MIXED) && after.text().starts_with(char::is_lowercase) && !after.has(Traits::BRAND)
}

/// More than two parts that are joined by marks are a name in code or an address.
fn is_chain(before: At, after: At) -> bool {
    let joins = |mark: At| {
        matches!(mark.kind(), Kind::Stop | Kind::Slash | Kind::Symbol | Kind::Colon | Kind::Tag | Kind::Currency)
    };
    let from = !before.spaced() && before.prev().is_some_and(joins);
    let on = after.next().is_some_and(|next| !next.spaced() && (joins(next) || next.is(Kind::OpenBracket)));
    from || on
}

/// “required.Ultimately”: how sure it is that a sentence ends and another starts.
fn joins_capital(before: At, after: At) -> Option<Applicability> {
    use Applicability::{Safe, Unsafe};
    // Words of a closed class start sentences and are no part of a name: “Math.Random”, but “Mexico.The”.
    let opens = is_prose(after) && after.has(Traits::FUNCTION) && after.has(Traits::TITLE);
    let goes_on = after.next().is_some_and(|next| next.spaced());
    let names = Traits::GIVEN_NAME.union(Traits::SURNAME).union(Traits::FREQUENT);
    match before.kind() {
        _ if is_symbol(before) => None,
        Kind::Word if before.has(Traits::LOWER) && before.has(Traits::KNOWN) => {
            (opens || goes_on || after.has(Traits::KNOWN)).then_some(Safe)
        }
        Kind::Word if goes_on && ends_name(before) && starts_clause(after) => Some(Unsafe),
        Kind::Word if is_method(after.text()) && !(before.has(Traits::LOWER) && goes_on) => None,
        Kind::Word | Kind::Abbreviation if opens => Some(Safe),
        Kind::Word if before.has(Traits::KNOWN) && after.has(names) && goes_on => Some(Unsafe),
        // A number at a block's start is an item's.
        Kind::Number if before.flags().contains(TokenFlags::BLOCK) => is_prose(after).then_some(Safe),
        Kind::Number | Kind::Ordinal | Kind::Time | Kind::Figures if opens => Some(Safe),
        // “005930.SE” is a share.
        Kind::Number if !after.has(Traits::UPPER) && is_prose(after) && goes_on && before.span().len() > 2 => {
            Some(Safe)
        }
        Kind::CloseQuote | Kind::CloseBracket if is_prose(after) => Some(if opens { Safe } else { Unsafe }),
        Kind::Address | Kind::Code | Kind::Opaque if opens && goes_on => Some(Safe),
        _ => None,
    }
}

/// Whether the word is a name of the world, or ends one of several words: “Sunday.”, “Atlas Mountains.”
fn ends_name(word: At) -> bool {
    let names = Traits::CALENDAR | Traits::PLACE | Traits::DEMONYM | Traits::GIVEN_NAME | Traits::SURNAME;
    let run = || {
        word.prev().is_some_and(|first| {
            first.has(Traits::TITLE) && word.spaced() && !first.starts_sentence() && !first.has(Traits::BRAND)
        })
    };
    word.has(Traits::TITLE) && !word.has(Traits::BRAND) && (word.has(names) && !word.has(Traits::COMMON) || run())
}

/// Whether a sentence starts with the word as running text does: the next is in small letters and is
/// no other thing.
fn starts_clause(word: At) -> bool {
    word.has(Traits::TITLE)
        && word.next().is_some_and(|next| {
            next.is(Kind::Word)
                && next.has(Traits::LOWER)
                && (next.has(Traits::FUNCTION | Traits::PREPOSITION | Traits::AUXILIARY | Traits::PAST)
                    || next.has(Traits::THIRD_PERSON) && !next.has(Traits::PLURAL))
        })
}

/// Words of a closed class that are names in code too, behind a name: “System.Out”, “List.Of”.
fn is_method(word: &str) -> bool {
    matches!(word, "Of" | "Out" | "From" | "To" | "With" | "Off" | "Up" | "Down")
}

/// “end.it”: two lower-case words with a stop between them may be an address, a file or code; only
/// a word of a closed class shows a sentence.
fn joins_lower(before: At, after: At) -> Option<Applicability> {
    let goes_on = after.next().is_some_and(|next| next.spaced() && next.is(Kind::Word) && next.has(Traits::LOWER));
    let sentence = is_prose(before) && is_prose(after) && after.has(Traits::FUNCTION) && before.has(Traits::LOWER);
    match sentence && goes_on {
        true if is_domain(after.text()) => {
            let named = before.prev().is_none_or(|p| p.has(Traits::PREPOSITION.union(Traits::CONJUNCTION)));
            let opens = !matches!(after.text(), "am" | "be" | "me" | "us");
            (opens && !named && before.spaced()).then_some(Applicability::Unsafe)
        }
        true => Some(Applicability::Safe),
        false => None,
    }
}

/// Words that are top-level domains.
fn is_domain(word: &str) -> bool {
    matches!(
        word,
        "am" | "as" | "at" | "be" | "by" | "do" | "in" | "is" | "it" | "me" | "my" | "no" | "so" | "to" | "us"
    )
}
