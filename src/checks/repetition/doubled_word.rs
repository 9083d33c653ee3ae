//! A word that stands twice. Most words may, now and then (“what it is is a farce”), so the sure
//! ones are told from the others by a short list, and the others by what stands around them.

use super::doubled::{follows_on, half_to_cut, same_word};
use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Traits;
use crate::reading::{At, InBlock};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check = Check::block("repetition/doubled-word", run);

fn run(block: InBlock, report: &mut Report) {
    let (reading, flags, tokens) = (block.reading, block.block().flags, block.tokens());
    let doubles = |at: usize| same_word(reading, &tokens[at - 1], &tokens[at]) && follows_on(&tokens[at], flags);
    let mut at = 1;
    while at < tokens.len() {
        if doubles(at) {
            let first = at - 1;
            while at + 1 < tokens.len() && doubles(at + 1) {
                at += 1;
            }
            let start = reading.range(block.number).start;
            judge(reading.at(start + first), reading.at(start + at), at - first + 1, report);
        }
        at += 1;
    }
}

/// Reports the words from `first` to `last`, which are one word `count` times, unless they may
/// stand so.
fn judge(first: At, last: At, count: usize, report: &mut Report) {
    if is_part_of_compound(first, last) || starts_sentence_between(first, last) {
        return;
    }
    let lower = last.has(Traits::LOWER);
    let Some(kind) = kind(first, last, count) else { return };
    let span = first.span().cover(last.span());
    let rest = Span { start: first.span().end, end: last.span().end };
    let next = last.next().map(|next| next.token());
    let cut = if count == 2 { half_to_cut(last.reading, first.span(), last.span(), next) } else { Some(rest) };
    let (level, applicability) = match kind {
        Doubled::Sure if lower || first.token().entry == last.token().entry => (Level::Error, Applicability::Safe),
        Doubled::Sure | Doubled::Likely => (Level::Error, Applicability::Unsafe),
        Doubled::Perhaps => (Level::Warning, Applicability::Unsafe),
    };
    let mut finding = Finding::at(span).level(level).applicability(applicability).with("word", first.text());
    if let Some(cut) = cut {
        finding = finding.replace(cut, "");
    }
    report.add(finding);
}

/// How sure it is that the word stands once too often.
enum Doubled {
    /// No sentence has it twice.
    Sure,
    /// A word of a closed class, in a place where it has no business twice.
    Likely,
    /// Any other word.
    Perhaps,
}

fn kind(first: At, last: At, count: usize) -> Option<Doubled> {
    let text = last.text();
    let alike = first.token().entry == last.token().entry;
    // “Bora Bora”, “Sirhan Sirhan” and “The The”; “May may”, “IT it” and “Serie A a”.
    if alike && last.has(Traits::TITLE) && text != "I" || !alike && !opens_doubled(first, last) {
        return None;
    }
    match lower(text) {
        "the" | "a" | "an" | "and" | "of" => Some(Doubled::Sure),
        word if is_rightly_doubled(word) => None,
        _ if count > 2 => None,
        "that" => is_that_too_many(first, last).then_some(Doubled::Likely),
        "can" => is_can_too_many(first, last).then_some(Doubled::Likely),
        "is" | "was" | "are" | "were" => (!ends_clause(first)).then_some(Doubled::Likely),
        word if is_particle(word) => (!follows_verb(first)).then_some(Doubled::Likely),
        _ if last.has(Traits::NUMERAL) => None,
        _ if last.has(Traits::FUNCTION) => Some(Doubled::Likely),
        _ if is_short_adjective(last) => None,
        _ if first.quoted() || is_linked_twice(first, last) => None,
        _ if last.has(Traits::COMMON) && last.has(Traits::KNOWN) && last.has(Traits::LOWER) => Some(Doubled::Perhaps),
        _ => None,
    }
}

/// The words that are looked up below are short; longer ones are in none of the lists.
fn lower(text: &str) -> &str {
    match text {
        "The" => "the",
        "And" => "and",
        "Of" => "of",
        "An" => "an",
        "THE" => "the",
        "AND" => "and",
        "OF" => "of",
        _ => text,
    }
}

/// “In in 2010” and “the The”: of two that differ in capitals, only a word that can be no name is
/// one twice.
fn opens_doubled(first: At, last: At) -> bool {
    let opens = first.has(Traits::TITLE) && first.starts_sentence() && last.has(Traits::LOWER);
    let name = matches!(
        last.text(),
        "will" | "may" | "can" | "us" | "who" | "it" | "or" | "am" | "no" | "so" | "a" | "i" | "me"
    );
    let article =
        first.text() == "the" && last.text() == "The" && !last.next().is_some_and(|next| next.word_is("Hague"));
    article || opens && last.has(Traits::FUNCTION) && !name || opens && first.text() == "It"
}

/// “built-in in 2010”, “on on-site training”, “and/or or”
fn is_part_of_compound(first: At, last: At) -> bool {
    let joint = |at: At| matches!(at.kind(), Kind::Hyphen | Kind::Slash | Kind::Apostrophe | Kind::Dash);
    let before = !first.spaced() && first.prev().is_some_and(joint);
    let after = last.next().is_some_and(|next| !next.spaced() && joint(next));
    before || after
}

fn starts_sentence_between(first: At, last: At) -> bool {
    let sentence = TokenFlags::SENTENCE | TokenFlags::MAYBE_SENTENCE | TokenFlags::BLOCK;
    std::iter::successors(first.next(), |at| at.next())
        .take_while(|at| at.index <= last.index)
        .any(|at| at.flags().intersects(sentence))
}

/// What may stand twice anywhere: echoes, sounds, and words that are two words at once.
fn is_rightly_doubled(word: &str) -> bool {
    RIGHTLY.binary_search(&word).is_ok()
}

/// “means that that the”, “rules that that allow”: before a further determiner or a subject, and
/// between a plural and its verb, one of the two is too many.
fn is_that_too_many(first: At, last: At) -> bool {
    let Some(next) = last.next().filter(|next| next.spaced()) else { return false };
    let subject =
        matches!(next.text(), "it" | "they" | "he" | "she" | "we" | "you" | "I" | "there" | "these" | "those");
    let determiner = next.has(Traits::DETERMINER) && !next.has(Traits::NOUN.union(Traits::ADVERB));
    let names = Traits::DETERMINER.union(Traits::PREPOSITION).union(Traits::ADJECTIVE).union(Traits::ING);
    let plural = first.prev().is_some_and(|noun| {
        // “the rules” and “makes rules”, but not “he rules”.
        noun.has(Traits::PLURAL) && (!noun.has(Traits::VERB) || noun.prev().is_some_and(|before| before.has(names)))
    });
    let verb = next.has(Traits::VERB) && !next.has(Traits::NOUN.union(Traits::THIRD_PERSON).union(Traits::PAST));
    subject || determiner || plural && verb
}

/// “We can can call”, but “we can can peaches” and “a can can hold a litre”.
fn is_can_too_many(first: At, last: At) -> bool {
    let subject = first
        .prev()
        .is_some_and(|before| matches!(lower(before.text()), "I" | "we" | "We" | "you" | "You" | "they" | "They"));
    subject && last.next().is_some_and(|next| next.has(Traits::VERB) && !next.has(Traits::PLURAL))
}

/// “What it is is a farce”, “the thing is is that”: a clause with a question word, or a noun that
/// stands for a clause, ends at the first of the two.
fn ends_clause(first: At) -> bool {
    let opens = |at: At| {
        matches!(
            at.text(),
            "what"
                | "What"
                | "who"
                | "Who"
                | "where"
                | "Where"
                | "how"
                | "How"
                | "why"
                | "Why"
                | "that"
                | "which"
                | "whatever"
                | "Whatever"
                | "all"
                | "All"
                | "whoever"
                | "when"
                | "thing"
                | "point"
                | "problem"
                | "issue"
                | "truth"
                | "fact"
                | "question"
                | "trouble"
                | "way"
                | "reason"
        )
    };
    let mut back = std::iter::successors(first.prev(), |at| at.prev());
    !first.starts_sentence() && back.by_ref().take(8).take_while(|at| at.is(Kind::Word)).any(opens)
}

/// Words that go with a verb and then start what follows: “moved in in May”, “carry on on foot”.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "in" | "on" | "for" | "over" | "up" | "by" | "off" | "out" | "through" | "down" | "about" | "at" | "with"
    )
}

fn follows_verb(first: At) -> bool {
    let Some(before) = first.prev().filter(|before| before.is(Kind::Word)) else { return false };
    if first.word_is("by") {
        // “hosted by by the club”, but “passed by by chance”.
        return matches!(before.text(), "passed" | "stood" | "came" | "went" | "dropped" | "stopped" | "swung" | "got");
    }
    let inflected = before.has(Traits::PAST.union(Traits::ING)) && !before.has(Traits::AUXILIARY);
    let third = before.has(Traits::THIRD_PERSON) && !before.has(Traits::PLURAL.union(Traits::AUXILIARY))
        || before.word_is("goes");
    let it = matches!(before.text(), "it" | "them" | "him" | "her" | "me" | "you");
    let listed = |list: &[&str], at: At| list.binary_search(&at.text()).is_ok();
    // “took the letters in in the morning”
    let mut back = std::iter::successors(before.prev(), |at| at.prev()).take(3).take_while(|at| at.is(Kind::Word));
    inflected || third || it || listed(PHRASAL, before) || back.any(|at| listed(TAKING_IN, at))
}

/// “a big big problem”
fn is_short_adjective(at: At) -> bool {
    at.has(Traits::ADJECTIVE.union(Traits::ADVERB)) && at.span().len() < 6
}

/// Two links beside each other may well have one text.
fn is_linked_twice(first: At, last: At) -> bool {
    let marks = &last.reading.article.marks;
    let alone = |at: At| {
        let from = marks.partition_point(|mark| mark.span.start < at.span().start);
        marks[from..].iter().take_while(|mark| mark.span.start < at.span().end).any(|mark| mark.span == at.span())
    };
    alone(first) || alone(last)
}

/// Verbs in their plain form that go with “in” and “on”. Sorted.
const PHRASAL: &[&str] = &[
    "add", "barge", "break", "bring", "butt", "call", "carry", "cash", "catch", "cave", "check", "chime", "come",
    "count", "drag", "drop", "fill", "fit", "get", "give", "go", "hand", "hang", "hold", "join", "keep", "kick", "let",
    "live", "log", "look", "move", "opt", "pass", "phone", "pitch", "plug", "press", "push", "put", "rely", "send",
    "set", "settle", "sign", "soldier", "stay", "step", "switch", "take", "tune", "turn", "walk", "work",
];

/// Verbs that go with these words and have an object between. Sorted.
const TAKING_IN: &[&str] = &[
    "bring", "bringing", "brings", "brought", "hand", "handed", "keep", "kept", "let", "put", "send", "sent", "switch",
    "switched", "take", "taken", "takes", "taking", "took", "tried", "try", "turn", "turned",
];

/// Sorted.
const RIGHTLY: &[&str] = &[
    "again", "aye", "bang", "beep", "bla", "blah", "bling", "boo", "boom", "bye", "cha", "choo", "chop", "clap",
    "come", "dear", "ding", "do", "drip", "dum", "far", "fifty", "go", "goody", "ha", "had", "half", "he", "hear",
    "heh", "her", "hey", "hip", "ho", "hush", "knock", "la", "long", "mahi", "many", "mm", "much", "na", "never",
    "night", "no", "now", "oh", "ooh", "please", "pom", "pooh", "puff", "quack", "really", "run", "same", "so", "tap",
    "there", "tick", "tom", "tsk", "tuk", "tut", "very", "wait", "well", "wiki", "win", "woof", "yada", "yeah", "yes",
    "you",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(PHRASAL.is_sorted());
        assert!(TAKING_IN.is_sorted());
        assert!(RIGHTLY.is_sorted());
    }
}
