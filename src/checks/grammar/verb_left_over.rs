//! Two forms of one verb side by side, as an edit leaves them: “is are”, “has had have”.

use super::clause::{is_joined, may_be_inner, opens_clause, prev_in_sentence};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/verb-left-over",
    Wake::traits(Traits::AUXILIARY).before(&[], Traits::AUXILIARY.union(Traits::ADVERB).union(Traits::THIRD_PERSON)),
    run,
);

/// Forms of a verb of which a clause has one.
const FORMS: &[&[&str]] = &[&["is", "are"], &["was", "were"], &["has", "have"], &["does", "do"]];

fn run(first: At, report: &mut Report) {
    let Some(second) = first.next().filter(|next| next.spaced()) else { return };
    // “The box is contains salt”
    if second.has(Traits::THIRD_PERSON) && !second.has(Traits::AUXILIARY) {
        let be = matches!(first.text(), "is" | "are" | "was" | "were");
        let pure = !second.has(Traits::NOUN | Traits::ADJECTIVE | Traits::PLURAL);
        if be && pure && second.has(Traits::LOWER) && !is_joined(second) && !may_be_inner(first) {
            let whole = first.span().cover(second.span());
            report.add(Finding::at(whole).replace(whole, second.text().to_owned()));
        }
        return;
    }
    // “Are currently have”
    if let Some(third) = second.next().filter(|third| {
        (second.text().ends_with("ly") || matches!(second.text(), "also" | "now" | "just" | "still" | "already"))
            && third.spaced()
    }) {
        let be = matches!(first.text(), "are" | "were") && third.text() == "have"
            || matches!(first.text(), "is" | "was") && third.text() == "has";
        if be && !may_be_inner(first) {
            let whole = first.span().cover(third.span());
            return report.add(Finding::at(whole).replace(whole, format!("{} {}", second.text(), third.text())));
        }
    }
    // “Are now are building”
    if !second.has(Traits::AUXILIARY) {
        let again = second.next().filter(|third| third.spaced() && third.text() == first.text());
        let twice = matches!(first.text(), "is" | "are" | "was" | "were" | "has" | "have" | "will" | "can");
        if let Some(third) = again.filter(|_| twice && !second.word_is("not") && !may_be_inner(first)) {
            let whole = first.span().cover(third.span());
            let kept = format!("{} {}", first.text(), second.text());
            report.add(Finding::at(whole).replace(whole, kept));
        }
        return;
    }
    if let Some(fix) = helper_left_over(first, second).filter(|_| !may_end_clause(first)) {
        let whole = first.span().cover(second.span());
        return report.add(Finding::at(whole).replace(whole, fix));
    }
    let Some(forms) = FORMS.iter().find(|forms| forms.contains(&first.text())) else { return };
    // “has had have”
    let second = if second.text() == "had" { second.next().unwrap_or(second) } else { second };
    if !forms.contains(&second.text()) || second.text() == first.text() || may_end_clause(first) {
        return;
    }
    let whole = first.span().cover(second.span());
    let kept = |at: At| at.text().to_owned();
    report.add(Finding::at(whole).replace(whole, kept(second)).replace(whole, kept(first)));
}

/// “Are be used”, “it is was hard”, “should is”: what is left when one of the two goes.
fn helper_left_over(first: At, second: At) -> Option<String> {
    // “A concern people had was the cost”, but “the notice had was checked”.
    let subject = || {
        let the = prev_in_sentence(first).filter(|noun| noun.has(Traits::NOUN)).and_then(prev_in_sentence);
        the.is_some_and(|the| {
            the.has(Traits::DETERMINER)
                && prev_in_sentence(the).is_none_or(|b| !b.is(Kind::Word) || b.has(Traits::CONJUNCTION))
        })
    };
    let kept = match (first.text(), second.text()) {
        ("are" | "were" | "was", "be") => first,
        ("is", "be") if second.next().is_some_and(|verb| verb.has(Traits::PAST) && !verb.has(Traits::NOUN)) => first,
        ("had" | "has" | "have", "is" | "are" | "was" | "were") if subject() => {
            return Some(format!("{} been", first.text()));
        }
        ("are" | "were", "has" | "have" | "had") | ("is" | "was", "has" | "had") => second,
        ("could" | "should" | "would" | "must", "is" | "are" | "was" | "were") => second,
        _ => return None,
    };
    Some(kept.text().to_owned())
}

/// Whether a word before the verb can open a clause that ends with it: “what they were was clear”,
/// “the best that they can is”.
fn may_end_clause(verb: At) -> bool {
    const FAR: usize = 40;
    let Some(prev) = verb.prev().filter(|_| !verb.starts_sentence()) else { return true };
    if prev.has(Traits::PRONOUN | Traits::AUXILIARY) || !prev.is(Kind::Word) {
        return true;
    }
    let mut at = prev;
    for _ in 0..FAR {
        if opens_clause(at) {
            return true;
        }
        match at.prev() {
            Some(prev) if !at.starts_sentence() => at = prev,
            _ => return false,
        }
    }
    false
}
