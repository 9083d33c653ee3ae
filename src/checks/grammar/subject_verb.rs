//! “The results was”, “the machine don’t”: a sentence's subject and its verb.

use super::clause::{is_joined, next_word, prev_in_sentence};
use super::subject_nouns::{is_one_noun, is_one_thing, is_plural, is_quality, is_singular};
use super::{sole_verb, two_subjects, verbs};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, MarkKind, TokenFlags};

pub const CHECK: Check =
    Check::token("grammar/subject-verb", Wake::words(OPENERS).or_flags(TokenFlags::SENTENCE).before(&[], BEHIND), wake);

/// What stands second in a subject, or behind “that”.
const BEHIND: Traits = Traits::NOUN
    .union(Traits::ADJECTIVE)
    .union(Traits::AUXILIARY)
    .union(Traits::DETERMINER)
    .union(Traits::VERB)
    .union(Traits::THIRD_PERSON);

/// Words that open a clause with a subject of its own.
const OPENERS: &[&str] = &[
    "because", "that", "but", "when", "while", "although", "said", "which", "if", "once", "unless", "whenever",
    "until", "who",
];

/// Those of them behind which no plain verb can be a wish: “demands that the court hear him”.
const FACTS: &List = list!("because but when while although once unless whenever until if");

/// Looks at the subject of the sentence that starts here, or of the clause that this word opens.
fn wake(at: At, report: &mut Report) {
    if at.starts_sentence() {
        run(at, Clause::Main, report);
        bare(at, report);
        bare_compound(at, report);
        sole_verb::run(at, report);
        two_subjects::run(at, report);
        // Else such a word has woken it.
        if !list!("because that but when while although said which if once unless whenever until who").has(at.text()) {
            return;
        }
    }
    match next_word(at) {
        Some(next)
            if at.has(Traits::LOWER)
                && matches!(at.text(), "that" | "which" | "who")
                && (is_full_verb(next) || is_helper(next) || verbs::is_plain(next) || is_pure_third(next)) =>
        {
            relative(at, next, report);
        }
        Some(next) if next.has(Traits::DETERMINER) => {
            run(next, if FACTS.has(at.text()) { Clause::Fact } else { Clause::Inner }, report);
        }
        _ => {}
    }
}

/// What kind of clause the subject opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clause {
    Main,
    /// “When the user…”
    Fact,
    /// “She said that the user…”
    Inner,
}

/// “A tool that allow you”, “tools that allows you”: the subject of the clause is the noun before it.
fn relative(that: At, verb: At, report: &mut Report) {
    const ONE: &List = list!("a an each every another this");
    let Some(noun) = that
        .prev()
        .filter(|noun| !that.starts_sentence() && that.spaced() && (noun.has(Traits::LOWER) || noun.starts_sentence()))
    else {
        return;
    };
    let first = prev_in_sentence(noun);
    let helper = is_helper(verb);
    let plain = !helper
        && !verb.has(Traits::THIRD_PERSON | Traits::PAST | Traits::PLURAL)
        && !verbs::is_own_past(verb.text())
        && verbs::past(verb.text()).is_none();
    let right = if plain {
        // “The edges of a flake which gleam”, “twenty people every day who need it”
        let alone = first.and_then(prev_in_sentence).is_none_or(|of| of.text() != "of");
        let when = list!("day year week month time night morning").has(noun.text());
        let one = first.is_some_and(|first| ONE.has(first.text()))
            && alone
            && !when
            && verb.text() != "mean"
            && is_one_noun(noun);
        one.then(|| verbs::third_of(verb.text()))
    } else if (helper || verb.has(Traits::THIRD_PERSON) || verb.text() == "needs")
        && is_plural(noun)
        && !is_joined(noun)
    {
        // “One of the tools that allows”, “the use of tools that allows”: another noun may be meant.
        let mut at = first;
        if let Some(participle) = at.filter(|at| at.has(Traits::PAST) && at.has(Traits::ADJECTIVE)) {
            at = prev_in_sentence(participle)
                .filter(|at| list!("are were both the these some many").has(at.text()))
                .or(at);
        }
        while let Some(modifier) =
            at.filter(|at| at.has(Traits::ADJECTIVE) && !at.has(Traits::DETERMINER | Traits::VERB))
        {
            at = prev_in_sentence(modifier);
        }
        // “An ability with constants that is useful”: the verb “be” says little of its subject.
        let alone = at.is_none_or(stands_alone) && (!helper || that.word_is("who"));
        alone
            .then(|| {
                if verb.text() == "needs" {
                    Some("need".to_owned())
                } else if helper {
                    Some(plural_of(verb.text()))
                } else {
                    verbs::plain_of(verb.text(), verb.traits(), verb.reading.lexicon)
                }
            })
            .flatten()
    } else {
        None
    };
    if let Some(right) = right.filter(|_| !is_joined(verb)) {
        report.add(Finding::at(noun.span().cover(verb.span())).replace(verb.span(), right));
    }
}

/// A third person that is no noun: “contains”, “determines”.
fn is_pure_third(verb: At) -> bool {
    verb.has(Traits::THIRD_PERSON) && !verb.has(Traits::NOUN | Traits::ADJECTIVE | Traits::AUXILIARY)
        || verb.text() == "needs"
            && next_word(verb)
                .is_some_and(|next| next.has(Traits::ADJECTIVE | Traits::DETERMINER) || next.word_is("to"))
}

fn is_helper(verb: At) -> bool {
    matches!(verb.text(), "is" | "was" | "has" | "does")
}

/// Whether no noun stands before the phrase that this word begins, or stands before: “for the users
/// who”, “are tools that”, but not “a set of tools that”.
fn stands_alone(at: At) -> bool {
    if list!("are were both some many several has have had provides provide").has(at.text()) {
        return true;
    }
    if list!("these those").has(at.text()) {
        return prev_in_sentence(at).is_none_or(|of| of.text() != "of");
    }
    let the = list!("the his her their our my all other").has(at.text());
    let before = if the { prev_in_sentence(at) } else { Some(at) };
    let Some(before) = before else { return true };
    let preposition = list!("for to from by among").has(before.text());
    let before = if preposition { prev_in_sentence(before) } else { Some(before) };
    before.is_none_or(|at| {
        matches!(at.kind(), Kind::Comma | Kind::OpenQuote | Kind::Colon | Kind::OpenBracket)
            || list!("because when if while").has(at.text())
            || list!("and but").has(at.text()) && prev_in_sentence(at).is_none_or(|comma| comma.is(Kind::Comma))
            || at.has(Traits::VERB | Traits::ADJECTIVE)
                && !at.has(Traits::NOUN | Traits::FUNCTION | Traits::PAST | Traits::ING)
    })
}

/// Numbers that a plural subject follows.
const COUNTS: &List = list!("two three four five six seven eight nine ten several most many both few");

/// Words that a subject begins with.
const SUBJECTS: &List = list!("the these those my our your his her its their this that a an each every another no");

fn run(determiner: At, clause: Clause, report: &mut Report) {
    let inner = clause != Clause::Main;
    let counts = !inner && COUNTS.has(determiner.text());
    if !counts && (!determiner.has(Traits::DETERMINER) || !SUBJECTS.has(determiner.text())) {
        return;
    }
    let Some((noun, verb)) = subject(determiner).or_else(|| past_phrase(determiner)) else { return };
    // “What you see when your program fails is a message.”
    if clause != Clause::Main && verb.has(Traits::AUXILIARY) && is_verb_of_its_own(determiner, noun) {
        return;
    }
    if counts && !(is_plural(noun) && matches!(verb.text(), "is" | "was" | "has" | "does")) {
        return;
    }
    let right = match verb.text() {
        _ if determiner.word_is("no") && (clause == Clause::Main || is_plural(noun)) => return,
        _ if list!("this each every another").has(determiner.text()) && is_plural(noun) => return,
        "is" | "was" | "has" | "does" if is_plural(noun) => plural_of(verb.text()),
        "isn't" | "isn’t" | "wasn't" | "wasn’t" | "hasn't" | "hasn’t" | "doesn't" | "doesn’t" if is_plural(noun) => {
            plural_of(verb.text())
        }
        "are" | "were" | "have" | "do" | "don't" | "don’t" | "aren't" | "aren’t" | "weren't" | "weren’t"
        | "haven't" | "haven’t"
            if !inner && is_singular(determiner, noun) =>
        {
            singular_of(verb.text())
        }
        _ if clause != Clause::Inner => match of_full_verb(determiner, noun, verb) {
            Some(right) => right,
            None => return,
        },
        _ => return,
    };
    report.add(Finding::at(noun.span().cover(verb.span())).replace(verb.span(), right));
}

/// “Analysts was less sure”: a plural without an article, right before its verb. What is named by a
/// plural (“Friends was a hit”) has a noun behind the verb more often than not.
fn bare(noun: At, report: &mut Report) {
    const NAMES: &[&str] = &[
        "boots", "windows", "mittens", "cats", "cars", "friends", "girls", "heroes", "spurs", "rangers", "giants",
        "foods", "drinks",
    ];
    let other = Traits::UPPER | Traits::GIVEN_NAME | Traits::SURNAME | Traits::BRAND | Traits::FUNCTION;
    if !noun.has(Traits::PLURAL) || !noun.has(Traits::KNOWN) || noun.has(other) || noun.quoted() {
        return;
    }
    let Some(verb) = next_word(noun).filter(|verb| matches!(verb.text(), "is" | "was" | "has")) else { return };
    let Some(after) = next_word(verb) else { return };
    let named = after.has(Traits::PREPOSITION)
        || matches!(
            after.text(),
            "a" | "an"
                | "the"
                | "one"
                | "my"
                | "his"
                | "her"
                | "its"
                | "our"
                | "their"
                | "this"
                | "that"
                | "what"
                | "it"
        )
        || after.traits().capitalised();
    let text = noun.lower();
    // “Labs has moved its site”, where others are said to work for Labs.
    let named = named || noun.reading.names().capitals(noun.token().entry()) > 0;
    if named || NAMES.contains(&&*text) || !is_plural(noun) || noun.marked(MarkKind::Emphasis) || is_joined(noun) {
        return;
    }
    report.add(Finding::at(noun.span().cover(verb.span())).replace(verb.span(), plural_of(verb.text())));
}

/// “Opposition members has accused them”: the same behind another noun, where a participle shows that
/// nobody is named.
fn bare_compound(first: At, report: &mut Report) {
    let other = Traits::FUNCTION | Traits::ING | Traits::POSSESSIVE | Traits::UPPER | Traits::VERB;
    let modifies = first.has(Traits::NOUN | Traits::ADJECTIVE) && (!first.has(other) || first.has(Traits::MOSTLY_NOUN));
    let Some(noun) = next_word(first).filter(|noun| modifies && noun.has(Traits::PLURAL) && is_plural(*noun)) else {
        return;
    };
    let Some(verb) = next_word(noun).filter(|verb| matches!(verb.text(), "is" | "was" | "has")) else { return };
    let done = next_word(verb)
        .is_some_and(|done| done.has(Traits::PAST) && !done.has(Traits::NOUN | Traits::MOSTLY_ADJECTIVE));
    if done && !is_joined(noun) && !is_joined(first) && !first.has(Traits::FUNCTION | Traits::ING) {
        report.add(Finding::at(noun.span().cover(verb.span())).replace(verb.span(), plural_of(verb.text())));
    }
}

/// The noun that ends the sentence's first phrase, and the verb right behind it: “the (new) rules
/// was”. With “of” or the like between, the first noun is the subject: “the price of the houses
/// have”.
fn subject(determiner: At) -> Option<(At, At)> {
    const LONGEST: usize = 3;
    let mut noun = next_word(determiner)?;
    if noun.text() == "following" {
        noun = next_word(noun)?;
    }
    for _ in 0..LONGEST {
        if !noun.has(Traits::NOUN | Traits::ADJECTIVE)
            || noun.has(Traits::FUNCTION | Traits::POSSESSIVE)
            || is_joined(noun)
        {
            return None;
        }
        if let Some(verb) = past_aside(noun) {
            return Some((noun, verb));
        }
        let next = next_word(noun)?;
        // “The system serves needs that…”: the verb is here already.
        let verb_before = is_verb_of_its_own(determiner, noun);
        if next.has(Traits::AUXILIARY) || is_full_verb(next) && !verb_before {
            return Some((noun, next));
        }
        if next.text() == "of" && (is_quality(noun) || is_one_thing(noun) && !is_measure(noun)) {
            let inner =
                next_word(next).and_then(|at| if at.has(Traits::DETERMINER) { next_word(at) } else { Some(at) })?;
            let verb = next_word(inner).filter(|verb| verb.has(Traits::AUXILIARY) && inner.has(Traits::PLURAL))?;
            return Some((noun, verb));
        }
        noun = next;
    }
    None
}

/// Whether the noun may be the verb of the one before it: “the system serves”, but not “the old stops”.
fn is_verb_of_its_own(determiner: At, noun: At) -> bool {
    noun.has(Traits::THIRD_PERSON)
        && noun.index > determiner.index + 1
        && !noun.prev().is_some_and(|modifier| {
            list!("following new old main other same different available remaining").has(modifier.text())
                || modifier.has(Traits::ADJECTIVE) && !modifier.has(Traits::NOUN)
        })
}

/// “The players on the team is tired”: a plural that no fraction is.
fn past_plural<'r>(determiner: At<'r>, first: At<'r>) -> Option<At<'r>> {
    let the = list!("the these those my our your his her its their").has(determiner.text());
    let noun = if first.has(Traits::ADJECTIVE) && !first.has(Traits::PLURAL) { next_word(first)? } else { first };
    if !noun.has(Traits::PLURAL) || !next_word(noun)?.has(Traits::PREPOSITION) {
        return None;
    }
    let part =
        list!("thirds quarters fifths halves tenths ages heights depths ends ins terms grounds").has(noun.text());
    (the && is_plural(noun) && !part && !is_joined(noun) && noun.has(Traits::LOWER)).then_some(noun)
}

/// Whether the noun says how much or how many there is of something: then that may have the verb.
fn is_measure(noun: At) -> bool {
    list!(
        "list subset superset bunch collection combination mixture mix wave string stream array flurry spate slew raft row plethora \
         wealth abundance swathe flood torrent barrage cluster crop batch cohort sample selection assortment part portion \
         section share fifth amount plurality form chain circle line sum host string sequence pile heap stack \
         mass multitude myriad score majority minority smattering sprinkling dozen fistful pocket wave plenty kinds \
         medley trickle trail train tangle block rash round succession sea proportion percent average maximum minimum \
        "
    )
    .has(noun.text())
}

/// “Every cook in the best kitchens have”: past a preposition and its nouns, where only one can be meant.
fn past_phrase(determiner: At) -> Option<(At, At)> {
    const LONGEST: usize = 4;
    let one = determiner.word_is("every") || determiner.word_is("each");
    let first = next_word(determiner)?;
    let noun =
        if one && first.has(Traits::NOUN) && is_one_thing(first) { first } else { past_plural(determiner, first)? };
    let mut at =
        next_word(noun).filter(|of| of.has(Traits::PREPOSITION) && !matches!(of.text(), "like" | "including"))?;
    if !one && !next_word(at)?.has(Traits::DETERMINER) {
        return None;
    }
    for _ in 0..LONGEST {
        at = next_word(at)?;
        if one && matches!(at.text(), "are" | "were" | "have") || !one && matches!(at.text(), "is" | "was" | "has") {
            return Some((noun, at));
        }
        if !one && at.has(Traits::PLURAL) && !at.has(Traits::DETERMINER) {
            return None;
        }
        if !at.has(Traits::NOUN | Traits::ADJECTIVE | Traits::DETERMINER)
            || at.has(Traits::PRONOUN | Traits::CONJUNCTION)
        {
            return None;
        }
    }
    None
}

/// The verb behind an aside that adds nothing to the subject: “the mayor, along with two aides, was”.
fn past_aside(noun: At) -> Option<At> {
    const LONGEST: usize = 10;
    let comma = noun.next().filter(|at| at.is(Kind::Comma))?;
    let with = next_word(comma).filter(|at| matches!(at.text(), "along" | "together" | "accompanied"))?;
    let close = std::iter::successors(Some(with), |at| at.next()).take(LONGEST).find(|at| at.is(Kind::Comma))?;
    next_word(close).filter(|verb| verb.has(Traits::AUXILIARY))
}

/// Verbs that are no nouns, or hardly ever: “starts”, “require”.
pub fn is_full_verb(verb: At) -> bool {
    let followed = next_word(verb).is_some_and(|next| {
        next.has(Traits::DETERMINER | Traits::PREPOSITION | Traits::PRONOUN)
            && next.has(Traits::FUNCTION)
            && !matches!(next.text(), "of" | "like")
            || next.has(Traits::NUMERAL)
            || list!("only more no").has(next.text())
    });
    let mostly =
        verb.has(Traits::MOSTLY_VERB) && !verb.has(Traits::PAST | Traits::ING | Traits::ADVERB | Traits::FUNCTION);
    followed && (mostly || list!("starts holds needs need").has(verb.text()))
}

/// “The signatures starts without”, “the report describe the”
fn of_full_verb(determiner: At, noun: At, verb: At) -> Option<String> {
    if verb.has(Traits::AUXILIARY) {
        return None;
    }
    let third = verb.has(Traits::THIRD_PERSON) || verb.text() == "needs";
    if third && is_plural(noun) {
        if verb.text() == "needs" {
            return Some("need".to_owned());
        }
        return verbs::plain_of(verb.text(), verb.traits(), verb.reading.lexicon);
    }
    (!third
        && is_singular(determiner, noun)
        && (noun.index == determiner.index + 1
            || noun.index == determiner.index + 2
                && noun.prev().is_some_and(|old| {
                    old.has(Traits::ADJECTIVE) && !old.has(Traits::NOUN | Traits::VERB)
                        || list!("new old main current next last").has(old.text())
                }))
        && (!verb.text().ends_with("ed") || verb.text() == "need"))
        .then(|| verbs::third_of(verb.text()))
}

pub fn plural_of(verb: &str) -> String {
    let pairs = [
        ("isn", "aren"),
        ("wasn", "weren"),
        ("hasn", "haven"),
        ("doesn", "don"),
        ("is", "are"),
        ("was", "were"),
        ("has", "have"),
        ("does", "do"),
    ];
    other(verb, &pairs)
}

fn singular_of(verb: &str) -> String {
    let pairs = [
        ("aren", "isn"),
        ("weren", "wasn"),
        ("haven", "hasn"),
        ("don", "doesn"),
        ("are", "is"),
        ("were", "was"),
        ("have", "has"),
        ("do", "does"),
    ];
    other(verb, &pairs)
}

fn other(verb: &str, pairs: &[(&str, &str)]) -> String {
    let pair = pairs.iter().find_map(|(one, other)| Some(format!("{other}{}", verb.strip_prefix(one)?)));
    pair.unwrap_or_else(|| verb.to_owned())
}
