//! “Without write a note”, “allows you bake bread”: which form of a verb goes with the word before.

use super::clause::{is_joined, next_word, prev_in_sentence};
use super::verbs;
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/verb-pattern",
    Wake::words(&[
        "by",
        "without",
        "of",
        "about",
        "from",
        "for",
        "after",
        "before",
        "allow",
        "allows",
        "allowed",
        "allowing",
        "enable",
        "enables",
        "enabled",
        "enabling",
        "force",
        "forces",
        "forced",
        "encourage",
        "encourages",
        "encouraged",
        "expect",
        "expects",
        "want",
        "wants",
        "invite",
        "invites",
        "invited",
        "remind",
        "reminds",
        "reminded",
        "suggest",
        "suggests",
        "suggested",
        "recommend",
        "recommends",
        "enjoy",
        "enjoys",
        "enjoyed",
        "avoid",
        "avoids",
        "avoided",
        "permit",
        "permits",
        "cause",
        "causes",
        "caused",
    ])
    .before(&[], Traits::VERB.union(Traits::PREPOSITION).union(Traits::PRONOUN).union(Traits::PLURAL)),
    run,
);

fn run(word: At, report: &mut Report) {
    let Some(next) = next_word(word) else { return };
    if word.has(Traits::PREPOSITION) && word.has(Traits::FUNCTION) {
        return after_preposition(word, next, report);
    }
    if is_joined(word) || is_joined(next) {
        return;
    }
    if next.word_is("to") {
        infinitive(word, next, report);
    } else if !TAKES_ING.has(word.text()) {
        after_object(word, next, report);
    }
}

/// “Without write a note”, “by mix the flour”, “instead of use the oven”
fn after_preposition(preposition: At, verb: At, report: &mut Report) {
    // Nouns, too: but no noun has an article behind it.
    const NOUNS_TOO: &List = list!("use run add start call change mix read set put cut move open click turn look");
    let Some(object) = next_word(verb) else { return };
    let article = object.has(Traits::DETERMINER) && !list!("that which what no").has(object.text())
        || object.has(Traits::PRONOUN) && list!("it them him us me").has(object.text());
    if !article || !verb.has(Traits::VERB) || is_joined(preposition) || is_joined(verb) {
        return;
    }
    let prev = prev_in_sentence(preposition);
    let instead = preposition.word_is("of") && prev.is_some_and(|prev| prev.word_is("instead"));
    let sure =
        verbs::is_plain(verb) || (instead || list!("by without").has(preposition.text())) && NOUNS_TOO.has(verb.text());
    if !sure {
        return;
    }
    // “It kind of make the rest easy”, “for, say, a year”
    let phrase = match preposition.text() {
        "of" => prev.is_none_or(|prev| list!("kind sort type lot all most because version").has(prev.text())),
        "for" => verb.word_is("say") || prev.is_some_and(|prev| prev.has(Traits::VERB)),
        // “The day before see the doctor”
        "after" | "before" => prev.is_some_and(|prev| prev.is(Kind::Word) && !prev.has(Traits::NOUN | Traits::VERB)),
        // “The firms they work for prefer the old way.”
        // “He could just about afford it.”
        "from" | "about" => prev.is_some_and(|prev| prev.has(Traits::VERB) || prev.word_is("just")),
        _ => false,
    };
    if phrase {
        return;
    }
    let Some(ing) = verbs::ing_of(verb.text(), verb.reading.lexicon) else { return };
    report.add(Finding::at(preposition.span().cover(verb.span())).replace(verb.span(), ing));
}

const TAKES_ING: &List =
    list!("suggest suggests suggested recommend recommends enjoy enjoys enjoyed avoid avoids avoided");

/// “He suggested to go”, “avoid to use it”
fn infinitive(word: At, to: At, report: &mut Report) {
    let takes_ing = TAKES_ING.has(word.text());
    let subject = prev_in_sentence(word);
    let acts = subject.is_some_and(|subject| {
        // “Somebody they can recommend to keep the peace”
        list!("i you he she we they who").has(subject.text())
            || list!("would could can will to").has(subject.text()) && !word.text().starts_with("recommend")
    }) || subject.is_none() && !word.text().ends_with("ed");
    let verb = next_word(to).filter(|verb| takes_ing && acts && !is_joined(*verb));
    let Some(verb) = verb
        .filter(|verb| verbs::is_plain(*verb) || list!("use go do work play be read watch swim run").has(verb.text()))
    else {
        return;
    };
    let Some(ing) = verbs::ing_of(verb.text(), verb.reading.lexicon) else { return };
    let whole = to.span().cover(verb.span());
    report.add(Finding::at(word.span().cover(verb.span())).replace(whole, ing).applicability(Applicability::Unsafe));
}

/// “Allows you bake bread”, “allows users create a page”
fn after_object(word: At, next: At, report: &mut Report) {
    let pronoun = list!("me you us him them").has(next.text());
    let people = list!("allow allows allowed allowing enable enables enabled enabling").has(word.text())
        && next.has(Traits::PLURAL)
        && !next.has(Traits::THIRD_PERSON | Traits::ADJECTIVE | Traits::FUNCTION);
    let Some(verb) = next_word(next).filter(|verb| (pronoun || people) && verb.has(Traits::VERB)) else { return };
    let other = Traits::PAST | Traits::ING | Traits::PLURAL | Traits::AUXILIARY | Traits::FUNCTION | Traits::ADJECTIVE;
    let acts = next_word(verb)
        .is_some_and(|object| object.has(Traits::DETERMINER) && !list!("that which what no all").has(object.text()));
    let sure = verbs::is_plain(verb) && (pronoun || acts) || pronoun && acts && !verb.has(other);
    // “What they want you see at once.”
    let inner = prev_in_sentence(word).is_some_and(|subject| {
        subject.has(Traits::PRONOUN)
            && prev_in_sentence(subject)
                .is_some_and(|b| b.has(Traits::NOUN | Traits::PRONOUN) && !b.has(Traits::CONJUNCTION))
    });
    if !sure || inner || is_joined(verb) {
        return;
    }
    let finding = Finding::at(word.span().cover(verb.span())).applicability(Applicability::Unsafe);
    report.add(finding.replace(verb.span(), format!("to {}", verb.text())));
}
