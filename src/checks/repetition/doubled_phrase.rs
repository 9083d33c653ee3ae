use super::doubled::{follows_on, half_to_cut};
use crate::diagnostic::Applicability;
use crate::evidence::doubles::same_word;
use crate::lexicon::Traits;
use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, Kind, Token, TokenFlags};

pub const CHECK: Check = Check::article("repetition/doubled-phrase", run);

fn run(reading: &Reading, report: &mut Report) {
    let mut from = 0;
    for &(start, len) in reading.doubles().phrases() {
        let block = reading.at(start).block();
        let at = start - reading.range(block.number).start;
        if start >= from && is_doubled(block, at, len) && report.looks_at(block.block()) {
            report_phrase(block, at, len, report);
            from = start + 2 * len;
        }
    }
}

/// Whether the `len` words from the token `at` of the block on stand there once more.
fn is_doubled(block: InBlock, at: usize, len: usize) -> bool {
    let (reading, flags) = (block.reading, block.block().flags);
    let Some(words) = block.tokens().get(at..at + 2 * len) else { return false };
    let (first, second) = words.split_at(len);
    !flags.contains(BlockFlags::LINES)
        && first.iter().zip(second).all(|(a, b)| same_word(reading, a, b))
        && words[1..].iter().all(|token| follows_on(token, flags))
        && !first.iter().all(|token| reading.text(token).len() == 1)
        && !all_alike(reading, first)
        && !is_chain(block, at, len)
        && !is_name(block, first)
        && !is_clause(block, first)
        && !is_pair(block, first)
        && !is_definition(block, at, first)
        && !is_nested(block, at, first)
}

/// “no no no no” is no phrase.
fn all_alike(reading: &Reading, words: &[Token]) -> bool {
    words.windows(2).all(|pair| same_word(reading, &pair[0], &pair[1]))
}

/// “again and again and again”: the pattern goes on before or behind the two.
fn is_chain(block: InBlock, at: usize, len: usize) -> bool {
    let (reading, tokens) = (block.reading, block.tokens());
    let behind = tokens.get(at + 2 * len).is_some_and(|next| same_word(reading, next, &tokens[at]));
    let before = at > 0 && same_word(reading, &tokens[at - 1], &tokens[at + len - 1]);
    behind || before
}

/// “New York New York”, “for Measure for Measure”
fn is_name(block: InBlock, words: &[Token]) -> bool {
    let lower = |token: &Token| block.reading.traits(token).any(Traits::LOWER) || block.reading.text(token) == "I";
    let opens = words[0].flags.contains(TokenFlags::SENTENCE);
    !(lower(&words[0]) || opens) || !words[1..].iter().all(lower)
}

/// “and more and more”, “round and round and”, “time to time to”: one word on both sides of a
/// joining one.
fn is_pair(block: InBlock, words: &[Token]) -> bool {
    let text = |token: &Token| block.reading.text(token);
    // “and so on and so on”
    if let [and, so, on] = words {
        return text(so) == "so" && matches!(text(on), "on" | "forth") && text(and).eq_ignore_ascii_case("and");
    }
    let [first, second] = words else { return false };
    // “the wheels turn on and on and never halt”
    if matches!([text(first), text(second)], ["on", "and"] | ["and", "on"]) {
        return true;
    }
    let joins =
        |word: &str| matches!(word, "And" | "Or" | "and" | "or" | "by" | "after" | "upon" | "for" | "in" | "on");
    let plain = |word: &str| {
        !matches!(word, "the" | "a" | "an" | "in" | "of" | "to" | "is" | "that" | "for" | "and" | "it" | "on")
    };
    joins(text(first)) && plain(text(second))
        || joins(text(second)) && plain(text(first)) && matches!(text(second), "and" | "or" | "by" | "after" | "upon")
        || text(second) == "to" && FROM_TO.binary_search(&text(first)).is_ok()
        || text(first) == "to" && FROM_TO.binary_search(&text(second)).is_ok()
}

/// “what makes a file a file”
fn is_definition(block: InBlock, at: usize, words: &[Token]) -> bool {
    let text = |token: &Token| block.reading.text(token);
    let defines =
        |word: &str| matches!(word, "make" | "makes" | "made" | "call" | "calls" | "called" | "keep" | "keeps");
    words.len() == 2 && matches!(text(&words[0]), "a" | "an") && at > 0 && defines(text(&block.tokens()[at - 1]))
}

/// “an array of arrays of arrays”
fn is_nested(block: InBlock, at: usize, words: &[Token]) -> bool {
    let text = |token: &Token| block.reading.text(token);
    let [of, many] = words else { return false };
    let one = at.checked_sub(1).map(|before| text(&block.tokens()[before]));
    text(of) == "of" && one.is_some_and(|one| text(many) == one || text(many).strip_suffix('s') == Some(one))
}

/// Nouns that stand on both sides of “to”: “from time to time”. Sorted.
const FROM_TO: &[&str] = &[
    "back", "coast", "day", "door", "end", "face", "hand", "head", "heart", "hour", "house", "minute", "month",
    "person", "place", "shoulder", "side", "state", "time", "toe", "wall", "week", "year",
];

/// “what he is he is”
fn is_clause(block: InBlock, words: &[Token]) -> bool {
    let subject = |text: &str| matches!(text, "I" | "you" | "he" | "she" | "it" | "we" | "they");
    words.len() == 2 && words.iter().any(|token| subject(block.reading.text(token)))
}

fn report_phrase(block: InBlock, at: usize, len: usize, report: &mut Report) {
    let (reading, tokens) = (block.reading, block.tokens());
    let (first, second) = (&tokens[at..at + len], &tokens[at + len..at + 2 * len]);
    let span = |words: &[Token]| words[0].span().cover(words[len - 1].span());
    let joint =
        |token: Option<&Token>| token.is_some_and(|t| !t.spaced() && matches!(t.kind, Kind::Hyphen | Kind::Slash));
    if joint(tokens.get(at + 2 * len)) || !first[0].spaced() && at > 0 {
        return;
    }
    // A chant (“we can we can”) is speech; two words of a closed class without a subject are not.
    let traits = |token: &Token| reading.traits(token);
    let closed = first.iter().all(|t| traits(t).any(Traits::FUNCTION))
        && first.iter().any(|t| traits(t).any(Traits::PREPOSITION.union(Traits::DETERMINER)))
        && !first.iter().any(|t| traits(t).any(Traits::PRONOUN) && !traits(t).any(Traits::DETERMINER));
    let applicability = if closed { Applicability::Safe } else { Applicability::Unsafe };
    let phrase = &reading.article.prose[span(first)];
    let finding = Finding::at(span(first).cover(span(second))).with("phrase", phrase).applicability(applicability);
    report.add(match half_to_cut(reading, span(first), span(second), tokens.get(at + 2 * len)) {
        Some(cut) => finding.replace(cut, ""),
        None => finding,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(FROM_TO.is_sorted());
    }
}
