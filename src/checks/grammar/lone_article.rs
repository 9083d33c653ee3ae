//! “The of”, “a is”, “the they”: an article without its noun.

use super::clause::{is_joined, prev_in_sentence};
use crate::lexicon::{Traits, in_case_of};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, MarkKind};

pub const CHECK: Check =
    Check::token("grammar/lone-article", Wake::words(&["the", "a", "an"]).before(&[], Traits::FUNCTION), run);

/// Words that no noun phrase goes on with. Those that are nouns or parts of phrases as well (“the
/// in crowd”, “an if”, “the then mayor”) are left out.
const AFTER_THE: &[&str] = &[
    "of",
    "from",
    "with",
    "at",
    "because",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "been",
    "they",
    "we",
    "them",
    "him",
    "would",
    "could",
    "should",
    "cannot",
    "don't",
    "don’t",
    "doesn't",
    "doesn’t",
    "can't",
    "can’t",
    "isn't",
    "isn’t",
    "aren't",
    "aren’t",
    "won't",
    "won’t",
    "didn't",
    "didn’t",
];
const AFTER_A: &[&str] = &[
    "of", "from", "with", "because", "are", "were", "have", "been", "they", "we", "them", "would", "could", "should",
    "to",
];

fn run(article: At, report: &mut Report) {
    let Some(next) = article.next().filter(|next| next.spaced() && next.has(Traits::LOWER)) else {
        return;
    };
    let list = if article.word_is("the") { AFTER_THE } else { AFTER_A };
    let hyphen = next.next().is_some_and(|after| after.is(Kind::Hyphen));
    if hyphen || !list.contains(&next.text()) || next.starts_sentence() || is_joined(article) || is_joined(next) {
        return;
    }
    if !article.has(Traits::LOWER) && !article.starts_sentence() || !article.spaced() || names_a_word(article, next) {
        return;
    }
    let span = article.span().cover(next.span());
    let finding = Finding::at(span);
    // “The is no doubt”, “the have gone”
    let lost = |word: &str| in_case_of(article.text(), word);
    report.add(match next.text() {
        "is" | "was" if article.word_is("the") => finding.replace(article.span(), lost("there")),
        "are" | "were" if article.word_is("the") => {
            finding.replace(article.span(), lost("there")).replace(article.span(), lost("they"))
        }
        "cannot" | "can't" | "can’t" | "don't" | "don’t" | "aren't" | "aren’t" | "won't" | "won’t" | "didn't"
        | "didn’t"
            if article.word_is("the") =>
        {
            finding.replace(article.span(), lost("they"))
        }
        "have" if article.word_is("the") => finding.replace(article.span(), lost("they")),
        _ => finding.replace(span, in_case_of(article.text(), next.text())),
    });
}

/// “The letter a of the alphabet”, “the with statement”, “a to z”: words and letters that are
/// spoken of.
fn names_a_word(article: At, next: At) -> bool {
    const NOUNS: &[&str] = &[
        "a", "an", "the", "letter", "letters", "word", "words", "article", "articles", "and", "or", "between", "of",
        "from", "option", "point", "vitamin", "group", "grade", "part", "class", "section", "step", "type", "team",
        "side", "variable", "serie",
    ];
    let prev = prev_in_sentence(article);
    let after = next.next();
    let single = !article.word_is("the");
    let named = prev.is_some_and(|prev| {
        NOUNS.iter().any(|noun| prev.word_is(noun)) && (single || !prev.has(Traits::PREPOSITION))
            || prev.kind() != Kind::Word && prev.kind() != Kind::Comma
            || single && (prev.has(Traits::AUXILIARY) && next.has(Traits::AUXILIARY))
    });
    let code = after.is_some_and(|after| {
        matches!(
            after.text(),
            "statement"
                | "keyword"
                | "operator"
                | "clause"
                | "block"
                | "command"
                | "method"
                | "function"
                | "word"
                | "loop"
                | "expression"
        ) || after.is(Kind::Opaque)
            || after.text() == "of"
    });
    let letter =
        single && next.text() == "to" && after.is_some_and(|after| after.has(Traits::LETTER) || after.is(Kind::Number));
    let marked = |at: At| at.marked(MarkKind::Emphasis) || at.marked(MarkKind::Foreign);
    let foreign =
        prev.is_some_and(|prev| prev.has(Traits::UNKNOWN)) || after.is_some_and(|after| after.has(Traits::UNKNOWN));
    named || code || letter || foreign || marked(article) || marked(next)
}
