//! The comma behind a word or a phrase that links a sentence to the one before: “However, the plan
//! failed”.

use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token(
    "punctuation/comma-after-opener",
    Wake::words(&[
        "according",
        "accordingly",
        "asked",
        "addition",
        "additionally",
        "consequently",
        "contrast",
        "conversely",
        "example",
        "fortunately",
        "furthermore",
        "general",
        "hand",
        "however",
        "instance",
        "likewise",
        "luckily",
        "meanwhile",
        "moreover",
        "nevertheless",
        "nonetheless",
        "particular",
        "result",
        "short",
        "similarly",
        "therefore",
        "unfortunately",
        "words",
    ]),
    run,
);

/// Phrases that end with one of the words.
const PHRASES: [&str; 12] = [
    "as a result",
    "by contrast",
    "for example",
    "for instance",
    "in addition",
    "in contrast",
    "in general",
    "in other words",
    "in particular",
    "in short",
    "on the other hand",
    "on the one hand",
];

/// Edited copy leaves the comma out behind these more often.
const OPTIONAL: &List = list!("accordingly fortunately general luckily meanwhile particular unfortunately");

/// What begins a clause for sure, so that the opener can't go with it (“however hard they try”).
const SUBJECTS: &List =
    list!("the a an he she it we they i you this these that those there his her its our their my your");

fn run(last: At, report: &mut Report) {
    if last.starts_sentence() && (last.word_is("according") || last.word_is("asked")) {
        return phrase(last, report);
    }
    let Some(next) = last.next().filter(|next| next.spaced() && next.is(Kind::Word) && SUBJECTS.has(next.text()))
    else {
        return;
    };
    let mut back = std::iter::successors(Some(last), |at| at.prev()).take(4);
    let Some(first) = back.find(|at| at.starts_sentence()) else { return };
    let opener = &last.reading.article.prose[first.span().cover(last.span())];
    let is_phrase = PHRASES.iter().any(|phrase| phrase.eq_ignore_ascii_case(opener));
    let ends_phrase = PHRASES.iter().any(|phrase| phrase.rsplit(' ').next().is_some_and(|word| last.word_is(word)));
    if !is_phrase && (first.index < last.index || ends_phrase) {
        return;
    }
    // “However this may be, …”
    let any_way = |next: At| matches!(next.text(), "may" | "might" | "came");
    if last.word_is("however") && matches!(next.text(), "this" | "that" | "it") && next.next().is_some_and(any_way) {
        return;
    }
    let finding = Finding::at(first.span().cover(next.span()))
        .replace(Span::at(last.span().end as usize), ",")
        .with("opener", opener);
    let finding = if OPTIONAL.has(last.text()) { finding.level(Level::Suggestion) } else { finding };
    // “However they vote, the bill will pass.” “However you slice it the deal is dead.”
    let in_any_way = last.word_is("however") && (next.has(Traits::PRONOUN) || comma_follows(next));
    report.add(if in_any_way { finding.applicability(Applicability::Unsafe) } else { finding });
}

/// “According to the company the fault was found”, “asked whether he was ashamed he said”
fn phrase(first: At, report: &mut Report) {
    let Some(second) = first.next().filter(|next| next.is(Kind::Word) && next.spaced()) else { return };
    let end = if first.word_is("according") {
        source(second)
    } else if list!("whether if about why how what where when").has(second.text()) {
        question(second)
    } else {
        None
    };
    let Some(end) = end.filter(|end| !comma_follows(*end)) else { return };
    let Some(subject) = end.next() else { return };
    let opener = &first.reading.article.prose[first.span().cover(end.span())];
    let finding = Finding::at(first.span().cover(subject.span())).replace(Span::at(end.span().end as usize), ",");
    report.add(finding.with("opener", opener).applicability(Applicability::Unsafe));
}

/// The last word of who said so: behind it another article or pronoun starts the clause.
fn source(to: At) -> Option<At> {
    const LONGEST: usize = 5;
    let mut at = to.next().filter(|the| to.word_is("to") && list!("the a his her their its our my").has(the.text()))?;
    for _ in 0..LONGEST {
        let next = at.next().filter(|next| next.spaced())?;
        let starts = SUBJECTS.has(next.text()) && !list!("that i you we they").has(next.text())
            || list!("one two three four five six seven eight nine ten many most some").has(next.text());
        if starts && at.has(Traits::NOUN) {
            return Some(at);
        }
        if !next.is(Kind::Word) || next.has(Traits::FUNCTION) {
            return None;
        }
        at = next;
    }
    None
}

/// The last word of what somebody was asked, before “he said”.
fn question(asking: At) -> Option<At> {
    const LONGEST: usize = 25;
    let mut at = asking.next()?.next()?;
    for _ in 0..LONGEST {
        let next =
            at.next().filter(|next| !next.starts_sentence() && matches!(next.kind(), Kind::Word | Kind::Number))?;
        let told = next
            .next()
            .is_some_and(|said| list!("said replied answered told shrugged smiled laughed").has(said.text()));
        if told && list!("he she they").has(next.text()) {
            return (!at.has(Traits::FUNCTION)).then_some(at);
        }
        at = next;
    }
    None
}

/// Whether a comma stands in the rest of the sentence.
fn comma_follows(at: At) -> bool {
    let rest = std::iter::successors(at.next(), |at| at.next()).take_while(|at| !at.starts_sentence()).take(40);
    { rest }.any(|at| at.is(Kind::Comma))
}
