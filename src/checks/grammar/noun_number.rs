//! “A children”, “every students”, “this results are”, “several book”: a determiner and a noun of
//! the wrong number.

use super::clause::{is_joined, next_word, prev_in_sentence};
use crate::diagnostic::Applicability;
use crate::lexicon::{Traits, in_case_of};
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

/// Nouns whose plurals have no s of their own.
const IRREGULAR: &[(&str, &str)] = &[
    ("child", "children"),
    ("criterion", "criteria"),
    ("knife", "knives"),
    ("life", "lives"),
    ("man", "men"),
    ("mouse", "mice"),
    ("person", "people"),
    ("tooth", "teeth"),
    ("wife", "wives"),
    ("woman", "women"),
];

/// Words that count with “of”.
const QUANTITIES: &List = list!("number couple variety lot one many several few each two some most");

pub const CHECK: Check = Check::token(
    "grammar/noun-number",
    Wake::words(&[
        "a", "an", "another", "every", "each", "this", "these", "those", "several", "many", "both", "two", "three",
        "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "number", "couple", "variety", "lot",
        "one", "few", "some", "most", "multiple", "various",
    ])
    .or_kinds(&[Kind::Number])
    .before(&[], Traits::LOWER),
    run,
);

fn run(determiner: At, report: &mut Report) {
    if determiner.is(Kind::Number) {
        return figure(determiner, report);
    }
    let Some(first) = next_word(determiner) else { return };
    if first.text() == "of" {
        if QUANTITIES.has(determiner.text()) {
            quantity(determiner, first, report);
        }
        return;
    }
    // “How many of those result in a fine?”
    let does =
        |at: At| at.has(Traits::VERB) && next_word(at).is_some_and(|n| n.has(Traits::PREPOSITION) && n.text() != "of");
    if matches!(determiner.text(), "these" | "those")
        && prev_in_sentence(determiner).is_some_and(|p| p.text() == "of")
        && does(first)
    {
        return;
    }
    let Some(noun) = past_modifier(determiner, first) else { return };
    if !noun.has(Traits::NOUN) || noun.has(Traits::POSSESSIVE | Traits::FUNCTION | Traits::NUMERAL | Traits::UNKNOWN) {
        return;
    }
    let name = !determiner.has(Traits::LOWER) && !determiner.starts_sentence();
    if is_joined(noun) || is_joined(determiner) || name {
        return;
    }
    let clear = || !noun.has(Traits::VERB | Traits::ADJECTIVE) || is_thing(noun);
    let span = determiner.span().cover(noun.span());
    let about = || Finding::at(span).with("determiner", determiner.text()).with("noun", noun.text());
    let is_followed_by_verb = || noun.next().is_some_and(|n| matches!(n.text(), "are" | "were" | "have"));
    match &*determiner.lower() {
        // “A children”: one child, or children? Only the writer knows.
        "a" | "an" | "another" | "every" | "each" if wants_singular(determiner, noun) => {
            let finding = about().applicability(Applicability::Manual);
            report.add(match singular(noun) {
                Some(singular) => finding.replace(noun.span(), singular),
                None => finding,
            });
        }
        "this" if is_followed_by_verb() && wants_singular(determiner, noun) => {
            report.add(about().replace(determiner.span(), in_case_of(determiner.text(), "these")));
        }
        "these" | "those" | "several" | "many" | "both"
            if (clear() && !determiner.word_is("both")
                || determiner.word_is("both") && noun.text() == "side"
                || is_followed_by_verb() && !noun.has(Traits::ADJECTIVE))
                && wants_plural(noun) =>
        {
            report.add(about().replace(noun.span(), plural(noun.text())));
        }
        "multiple" | "various" if is_counted(noun) && wants_plural(noun) => {
            report.add(about().replace(noun.span(), plural(noun.text())));
        }
        // “This guides shows you…”: one guide, and its verb.
        "this"
            if determiner.starts_sentence()
                && is_regular_plural(noun)
                && !noun.has(Traits::ADJECTIVE | Traits::ADVERB)
                && !list!("means works needs helps makes looks sounds seems feels news happens applies goes comes takes gets leads leaves shows says series species").has(noun.text())
                && next_word(noun).is_some_and(|verb| {
                    verb.has(Traits::THIRD_PERSON) && !verb.has(Traits::NOUN | Traits::AUXILIARY)
                        || list!("shows gives makes takes uses explains provides").has(verb.text()) && next_word(verb).is_some_and(|object| object.has(Traits::DETERMINER | Traits::PRONOUN) || list!("how what").has(object.text()))
                }) =>
        {
            if let Some(one) = singular(noun) {
                report.add(about().replace(noun.span(), one));
            }
        }
        number
            if list!("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred").has(number)
                && !is_number_of_name(determiner)
                && prev_in_sentence(determiner).is_none_or(|of| of.text() != "of")
                && (is_unit(noun) && ends_phrase(noun)
                    || wants_plural(noun)
                        && (!noun.has(Traits::VERB | Traits::ADJECTIVE)
                            || noun.has(Traits::MOSTLY_NOUN)
                                && prev_in_sentence(determiner).is_none_or(|the| !the.has(Traits::DETERMINER))
                            || is_thing(noun))) =>
        {
            report.add(about().replace(noun.span(), plural(noun.text())));
        }
        _ => {}
    }
}

/// “In the last 20 minute.”, “15 goal in a year”: a figure and one of few nouns that say nothing else.
fn figure(number: At, report: &mut Report) {
    // “There are 120 nest on the roof.”
    let told =
        prev_in_sentence(number).is_some_and(|are| list!("are were have than about nearly over").has(are.text()));
    let counted = |noun: &At| {
        noun.has(Traits::MOSTLY_NOUN) && !noun.has(Traits::ADJECTIVE) && is_counted(*noun) && wants_plural(*noun)
    };
    let Some(noun) = next_word(number).filter(|noun| {
        is_unit(*noun) || matches!(noun.text(), "goal" | "person") || told && number.text().len() < 4 && counted(noun)
    }) else {
        return;
    };
    let figures = number.text();
    let several =
        figures.bytes().all(|b| b.is_ascii_digit() || b == b',') && figures != "1" && !figures.starts_with('0');
    let named = number.prev().is_some_and(|p| {
        !number.starts_sentence()
            && (p.traits().capitalised() || p.has(Traits::DETERMINER) || p.is(Kind::Currency) || !number.spaced())
    });
    let ends = noun
        .next()
        .is_none_or(|next| matches!(next.kind(), Kind::Stop) && next.next().is_none_or(|n| n.starts_sentence()))
        || noun.next().is_some_and(|next| {
            matches!(next.text(), "ago" | "later" | "in" | "before" | "after" | "this" | "from" | "on" | "at")
        });
    let span = number.span().cover(noun.span());
    if several && !named && ends && !is_joined(noun) {
        let finding = Finding::at(span).with("determiner", number.text()).with("noun", noun.text());
        report.add(finding.replace(noun.span(), plural(noun.text())));
    }
}

/// “A number of issue”, “one of the best film in town”
fn quantity(quantity: At, of: At, report: &mut Report) {
    let Some(first) = next_word(of) else { return };
    // “Part two of this article”
    if matches!(first.text(), "this" | "that") {
        return;
    }
    let whole = matches!(quantity.text(), "number" | "couple" | "variety" | "lot");
    let inner = if whole { Some(first) } else { next_word(first).filter(|_| first.has(Traits::DETERMINER)) };
    // “one of the world’s leader”
    let inner = inner.and_then(|at| if !whole && at.has(Traits::POSSESSIVE) { next_word(at) } else { Some(at) });
    let Some(mut noun) = inner else { return };
    if matches!(first.text(), "these" | "those")
        && noun.has(Traits::VERB)
        && next_word(noun).is_some_and(|next| next.has(Traits::PREPOSITION) && next.text() != "of")
    {
        return;
    }
    // “one of the most important step”
    const MODIFIERS: usize = 3;
    for _ in 0..MODIFIERS {
        let modifier = matches!(noun.text(), "most" | "least") || noun.has(Traits::ADJECTIVE | Traits::ADVERB);
        if !modifier || is_thing(noun) {
            break;
        }
        let Some(next) = next_word(noun) else { return };
        noun = next;
    }
    // “One of the team”, “many of the year”
    let several = matches!(
        noun.text(),
        "team"
            | "company"
            | "club"
            | "house"
            | "country"
            | "city"
            | "town"
            | "village"
            | "year"
            | "month"
            | "week"
            | "day"
            | "place"
            | "case"
    );
    // “Some of the book is good”
    let part = matches!(quantity.text(), "some" | "most" | "Some" | "Most")
        && !noun.next().is_some_and(|next| matches!(next.text(), "are" | "were" | "have"));
    if is_thing(noun) && wants_plural(noun) && !is_joined(noun) && (whole || !several) && !part {
        let span = quantity.span().cover(noun.span());
        let finding = Finding::at(span).with("determiner", quantity.text()).with("noun", noun.text());
        report.add(finding.replace(noun.span(), plural(noun.text())));
    }
}

/// Words before several things that are no pronouns, as “many” and “several” are.
fn is_always_many(determiner: At) -> bool {
    ["multiple", "various"].iter().any(|word| determiner.word_is(word))
}

/// Whether there are several of such things: “garden”, but not “information”.
fn is_counted(noun: At) -> bool {
    const MASSES: &List = list!(
        "documentation equipment feedback quality ownership use access choice information content data evidence support research work time music sclerosis feedback code software traffic help"
    );
    !MASSES.has(noun.text())
        && !noun.text().ends_with("ware")
        && noun.reading.lexicon.traits(&plural(noun.text())).any(Traits::PLURAL)
}

/// The noun behind one adjective: “a new cars”. Sums and the like take articles of their own: “a few
/// days”, “a full ten years”, “a mere two points”.
fn past_modifier<'r>(determiner: At, first: At<'r>) -> Option<At<'r>> {
    const MODIFIERS: &List = list!(
        "new old big small nice young red blue green black white beautiful important interesting different \
         difficult large long special single simple useful community open local foreign serious strong major \
         popular common similar famous modern free real public private good great bad practical quick \
         brief specific separate typical complex detailed basic"
    );
    let one = ["a", "an", "every", "another", "each"].iter().any(|word| determiner.word_is(word));
    // “A further two miles”, “a few days”
    const BEFORE_SUMS: &List =
        list!("few many full mere further additional extra good great whole record solid cool total");
    let adjective = first.has(Traits::ADJECTIVE)
        && !first.has(Traits::NOUN | Traits::PAST | Traits::FUNCTION | Traits::VERB)
        && !BEFORE_SUMS.has(first.text());
    // “The life of a local starts when…”
    let pure = list!("simple single special difficult important useful basic complex specific separate typical")
        .has(first.text());
    let noun = |at: &At| pure || !(first.has(Traits::NOUN) && at.has(Traits::THIRD_PERSON));
    // “Three other accident”, “two hundred citizen”
    let counted =
        determiner.has(Traits::NUMERAL) && list!("other such more different hundred thousand new").has(first.text());
    if counted
        || one && (adjective || MODIFIERS.has(first.text()))
        || is_always_many(determiner) && first.has(Traits::ADJECTIVE) && !first.has(Traits::NOUN | Traits::FUNCTION)
    {
        next_word(first).filter(noun)
    } else {
        Some(first)
    }
}

/// Whether the noun is a plural, and the only noun of its phrase.
fn wants_singular(determiner: At, noun: At) -> bool {
    // Plurals that are singular as well, or that stand before other nouns.
    const SINGULAR: &List = list!(
        "means series species news headquarters crossroads barracks works gallows kudos few lots people data \
         media thanks minutes summons yes hundreds thousands shambles finals terms plus bus savings"
    );
    // “He works in a butchers”: British shops are named for who keeps them, and want an apostrophe.
    const SHOPS: &List = list!(
        "bakers barbers bookmakers butchers chemists dentists doctors fishmongers florists greengrocers \
         grocers hairdressers ironmongers jewellers newsagents opticians tailors"
    );
    let text = noun.text();
    let free = || {
        !noun.has(Traits::ADJECTIVE | Traits::ADVERB | Traits::ING | Traits::PAST)
            && !SINGULAR.has(text)
            && !SHOPS.has(text)
    };
    // “each wins a prize”
    let verb = || noun.has(Traits::THIRD_PERSON) && (determiner.word_is("each") || determiner.word_is("another"));
    (is_regular_plural(noun) || matches!(text, "children" | "women" | "men" | "criteria"))
        && free()
        && !verb()
        && ends_phrase(noun)
}

/// Whether the noun is another noun with an s: “students”, but not “lens”, “news” or “physics”.
pub fn is_regular_plural(noun: At) -> bool {
    let text = noun.text();
    let odd = || ["ss", "ics", "us", "is"].iter().any(|ending| text.ends_with(ending));
    noun.has(Traits::PLURAL) && text.ends_with('s') && !odd() && singular(noun).is_some()
}

/// The noun without its plural’s ending, if the lexicon knows it.
fn singular(noun: At) -> Option<String> {
    let text = noun.text();
    if let Some((singular, _)) = IRREGULAR.iter().find(|(_, plural)| *plural == text) {
        return Some((*singular).to_owned());
    }
    let stem = |ending: &str, instead: &str| {
        let stem = format!("{}{instead}", text.strip_suffix(ending)?);
        noun.reading.lexicon.traits(&stem).any(Traits::NOUN).then_some(stem)
    };
    stem("ies", "y").or_else(|| stem("s", "")).or_else(|| stem("es", ""))
}

fn plural(noun: &str) -> String {
    if let Some((_, plural)) = IRREGULAR.iter().find(|(singular, _)| *singular == noun) {
        return (*plural).to_owned();
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| noun.ends_with(end));
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if sibilant => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// “The number seven jersey”, “chapter two”
fn is_number_of_name(number: At) -> bool {
    let prev = number.prev().filter(|_| !number.starts_sentence());
    prev.is_some_and(|prev| {
        prev.has(Traits::NOUN | Traits::TITLE) && !prev.has(Traits::VERB | Traits::PREPOSITION | Traits::FUNCTION)
    }) || prev.is_some_and(|prev| prev.word_is("number"))
}

fn wants_plural(noun: At) -> bool {
    // Nouns that are plurals without an s, masses that count.
    const PLURAL: &List = list!(
        "sheep fish deer aircraft spacecraft people police cattle staff salmon cod trout bison crew series \
         species percent pence euro yen yuan rand baht won stone foot head dozen score gross pm am time one \
         way part quid data media bacteria criteria phenomena millennia genera strata memoranda offspring \
         hundred thousand million billion bn m folk youth enough shrimp squid craft grand elk moose buffalo \
         alumni cent strong counsel horsepower hertz kilo mph km kg lb ft cm mm min hr sec mb gb tb kb tech \
         odd plus something"
    );
    let text = noun.text();
    // “Two sentence apologise for it”
    let acts = || {
        next_word(noun).is_some_and(|verb| {
            verb.has(Traits::MOSTLY_VERB)
                && !verb.has(Traits::NOUN | Traits::ING)
                && next_word(verb)
                    .is_some_and(|after| after.has(Traits::PREPOSITION | Traits::DETERMINER | Traits::PRONOUN))
        })
    };
    let singular = !noun
        .has(Traits::PLURAL | Traits::ADVERB | Traits::ING | Traits::PAST | Traits::PRONOUN | Traits::PREPOSITION)
        && !PLURAL.has(text)
        && text.len() > 3
        && !text.ends_with('s')
        && !text.ends_with("ese");
    singular && (ends_phrase(noun) || noun.has(Traits::MOSTLY_NOUN) && acts())
}

/// Units of which more than one take an s: “five year ago”, “ten mile from here”.
fn is_unit(noun: At) -> bool {
    matches!(
        noun.text(),
        "year" | "month" | "week" | "day" | "hour" | "minute" | "mile" | "kilometre" | "kilometer" | "dollar"
    )
}

/// Things of which verbs and adjectives with the same letters say nothing.
fn is_thing(noun: At) -> bool {
    const THINGS: &List = list!(
        "difference feature version unit aspect option user page method object tool project system service application \
         section button table node server client developer customer article story rule setting parameter argument \
         variable element component module library package framework platform device machine product document \
         database item factor topic piece solution approach event"
    );
    THINGS.has(noun.text())
        || matches!(
            noun.text(),
            "book"
                | "problem"
                | "question"
                | "friend"
                | "country"
                | "person"
                | "player"
                | "thing"
                | "student"
                | "car"
                | "year"
                | "month"
                | "week"
                | "day"
                | "reason"
                | "example"
                | "company"
                | "house"
                | "city"
                | "team"
                | "game"
                | "result"
                | "case"
                | "place"
                | "error"
                | "film"
                | "song"
                | "issue"
                | "town"
                | "village"
                | "club"
                | "teacher"
                | "doctor"
                | "minister"
                | "leader"
                | "member"
                | "word"
                | "picture"
                | "idea"
                | "goal"
                | "child"
                | "woman"
                | "man"
        )
}

/// Whether what follows shows that the noun ends its phrase.
fn ends_phrase(noun: At) -> bool {
    let Some(next) = noun.next() else { return true };
    let small = Traits::PREPOSITION | Traits::AUXILIARY | Traits::CONJUNCTION;
    match next.kind() {
        // “docs].rs”: no end, but a name
        Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Semicolon => next.spaced_after(),
        Kind::Comma => false,
        Kind::Colon => next.spaced_after(),
        Kind::Word => {
            next.spaced()
                && !is_joined(next)
                && next.has(small)
                && next.has(Traits::FUNCTION)
                && !matches!(
                    next.text(),
                    "and"
                        | "or"
                        | "to"
                        | "a"
                        | "per"
                        | "by"
                        | "like"
                        | "up"
                        | "off"
                        | "out"
                        | "on"
                        | "down"
                        | "over"
                        | "as"
                        | "that"
                        | "plus"
                )
                || list!("ago later who which you we they i he she").has(next.text())
        }
        _ => false,
    }
}
