//! “Her neighbours has grown fat”, “but few shops sells bread”, “there was no leftovers”: a plural that
//! begins its clause, and a verb for one.

use super::alike::around::is_one;
use super::clause::{is_joined, next_word, prev_in_sentence};
use super::subject_nouns::is_plural;
use super::subject_verb::{is_full_verb, plural_of};
use super::verbs;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/plural-verb",
    Wake::traits(Traits::PLURAL).before(&[], Traits::AUXILIARY.union(Traits::THIRD_PERSON)),
    run,
);

fn run(noun: At, report: &mut Report) {
    let Some(verb) = next_word(noun).filter(|verb| !is_joined(*verb)) else { return };
    // Most verbs are plural here, and spare the rest.
    let (one, many) = (["is", "was", "has", "does"], ["are", "were", "have", "had", "do", "did"]);
    if many.contains(&verb.text()) || verb.has(Traits::AUXILIARY) && !one.iter().any(|one| verb.text().starts_with(one))
    {
        return;
    }
    let people = noun.text() == "people";
    if !noun.has(Traits::LOWER)
        || is_joined(noun)
        || !(people || noun.text() == "others" || is_plural(noun))
        || noun.has(Traits::POSSESSIVE)
    {
        return;
    }
    let right = match verb.text() {
        "is" | "was" | "has" | "does" | "isn't" | "isn’t" | "wasn't" | "wasn’t" | "hasn't" | "hasn’t" | "doesn't"
        | "doesn’t" => Some(plural_of(verb.text())),
        _ if verb.has(Traits::THIRD_PERSON)
            && !verb.has(Traits::AUXILIARY)
            && verb.text() != "means"
            && (is_full_verb(verb) || !verb.has(Traits::NOUN | Traits::ADJECTIVE)) =>
        {
            verbs::plain_of(verb.text(), verb.traits(), verb.reading.lexicon)
        }
        _ => None,
    };
    let Some(right) = right.filter(|_| begins_clause(noun)) else { return };
    report.add(Finding::at(noun.span().cover(verb.span())).replace(verb.span(), right));
}

/// Whether the noun ends the first phrase of a clause.
fn begins_clause(noun: At) -> bool {
    const DETERMINERS: &List = list!("the these those my your his her its our their some many few several both");
    const LONGEST: usize = 3;
    let mut first = noun;
    let mut determined = false;
    let mut before = prev_in_sentence(noun);
    for _ in 0..LONGEST {
        let Some(at) = before.filter(|at| at.is(Kind::Word)) else { break };
        if is_one(at, DETERMINERS) {
            determined = true;
            first = at;
            before = prev_in_sentence(at);
            // “The few”, “all the”
            if let Some(at) = before.filter(|at| is_one(*at, list!("the all both her his their its our my your"))) {
                first = at;
                before = prev_in_sentence(at);
            }
            break;
        }
        let other =
            Traits::VERB | Traits::ING | Traits::FUNCTION | Traits::NUMERAL | Traits::POSSESSIVE | Traits::PLURAL;
        let modifier = at.word_is("following")
            || at.has(Traits::ADJECTIVE | Traits::NOUN)
                && !at.has(other)
                && (at.has(Traits::LOWER) || at.starts_sentence());
        if !modifier {
            break;
        }
        first = at;
        before = prev_in_sentence(at);
    }
    let Some(before) = before else {
        // A bare plural that starts the sentence is asked of “subject-verb”.
        return determined && first.index != noun.index;
    };
    if is_joined(first) {
        return false;
    }
    // “Silent payments is an idea”: what is named by a plural is one thing.
    if !determined {
        let done = next_word(noun)
            .and_then(next_word)
            .is_some_and(|done| done.has(Traits::PAST) && !done.has(Traits::NOUN) || done.word_is("not"));
        let always = list!("people others").has(noun.text()) && next_word(noun).is_some_and(|verb| verb.text() != "is");
        if first.index != noun.index || !done && !always {
            return false;
        }
    }
    let opens_quotation = matches!(before.kind(), Kind::OpenQuote | Kind::Semicolon);
    let comma = |at: At| at.is(Kind::Comma);
    let joins = before.is(Kind::Word)
        && (is_one(before, list!("but because when while although if since until whereas though unless whenever"))
            || determined && is_one(before, list!("and so")) && prev_in_sentence(before).is_none_or(comma)
            || before.word_is("that") && prev_in_sentence(before).is_some_and(says)
            || determined && is_one(before, list!("said says thinks believes believed")));
    opens_quotation || joins || comma(before) && determined && !is_listed(before)
}

/// Whether a verb of saying or thinking stands here.
fn says(at: At) -> bool {
    is_one(
        at,
        list!(
            "said says say think thinks thought believe believes believed know knows knew feel feels felt found finds show shows showed fear fears feared hope hopes hoped add adds added claim claims claimed warn warns warned told means mean so"
        ),
    )
}

/// Whether the comma stands between the parts of a list or around an aside: “the firm, the workers and”.
fn is_listed(comma: At) -> bool {
    const FAR: usize = 12;
    let mut at = comma;
    for _ in 0..FAR {
        match prev_in_sentence(at) {
            // “The vat is of oak, the felts is washed”: the clause before has its verb.
            Some(prev) if is_one(prev, list!("is are was were")) => return false,
            Some(prev) => at = prev,
            None => return !at.has(Traits::PREPOSITION | Traits::CONJUNCTION | Traits::ADVERB),
        }
        if at.is(Kind::Comma) {
            return true;
        }
    }
    true
}
