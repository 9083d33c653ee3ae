//! A surname under which nobody was introduced, close to that of somebody who was: “Coach Rafael
//! Mendez”, and later “Coach Mendes”.
//!
//! What shows that one person is meant: the title or role that came with the full name, or one that
//! goes with a surname alone (Mr, Dr); in a heading, that the text never has the surname.

use super::two_spellings::{Look, finding, stem, stem_span};
use crate::evidence::names::Name;
use crate::lexicon::{Traits, are_said_alike};
use crate::reading::{At, Reading};
use crate::rule::{Finding, Report};
use crate::text::{BlockKind, EntryId, Kind, Token};

/// More people than these are a list, or several articles in one file.
const CROWD: usize = 60;

/// Somebody with both names.
struct Person<'r> {
    given: At<'r>,
    surname: At<'r>,
    /// Without a possessive ending.
    written: &'r str,
}

/// A surname with what stands before it.
struct Short<'r> {
    title: Option<At<'r>>,
    surname: At<'r>,
}

/// `told` are the words of names that have been reported.
pub fn run(reading: &Reading, told: &[usize], report: &mut Report) {
    let everybody = reading.names().names().iter().flat_map(|name| people(reading, name));
    let mut people: Vec<Person> = everybody.take(CROWD + 1).collect();
    if people.is_empty() || people.len() > CROWD {
        return;
    }
    // “Judge” may be a given name, but not where it stands before one.
    let titles: Vec<EntryId> = people.iter().filter_map(|p| Some(p.given.prev()?.token().entry())).collect();
    people.retain(|p| p.surname.prev().is_none_or(|given| !titles.contains(&given.token().entry())));
    let mut found: Vec<&str> = told.iter().map(|&at| stem(reading.text(&reading.tokens[at]))).collect();
    let letters = people.iter().fold(0u32, |set, person| set | letter_bit(person.written));
    for name in reading.names().names() {
        let tokens = reading.names().first(name).tokens();
        if tokens.len() > 2 {
            continue;
        }
        let written = stem(reading.text(&reading.tokens[tokens.end - 1]));
        // Both start with one letter, and most names with another.
        let near = |person: &Person| {
            written.len().abs_diff(person.written.len()) < 4 && first_letter(person.written) == first_letter(written)
        };
        if letters & letter_bit(written) == 0 || !people.iter().any(near) {
            continue;
        }
        if found.contains(&written) || people.iter().any(|person| person.written == written) {
            continue;
        }
        let Some(short) = short(reading, name) else { continue };
        let mut meant = people.iter().filter(|person| near(person) && is_meant(reading, &short, person));
        // Of two who could be meant, nobody knows which.
        if let (Some(person), None) = (meant.next(), meant.next()) {
            found.push(written);
            report.add(misnamed(reading, &short, person));
        }
    }
}

fn first_letter(name: &str) -> Option<u8> {
    name.bytes().next().map(|letter| letter.to_ascii_lowercase())
}

/// A bit for the first letter, the same for those that are alike.
fn letter_bit(name: &str) -> u32 {
    first_letter(name).map_or(0, |letter| 1 << (letter & 31))
}

fn misnamed(reading: &Reading, short: &Short, person: &Person) -> Finding {
    let odd = short.title.unwrap_or(short.surname).span().cover(stem_span(reading, short.surname.index));
    let main = person.given.span().cover(stem_span(reading, person.surname.index));
    let (one, other) = (&reading.article.prose[odd], &reading.article.prose[main]);
    let message = format!("“{one}” here, but “{other}” before. If they are the same, please correct one.");
    let right = stem(person.surname.text()).to_owned();
    let base = finding(reading, odd, 1, main, 1);
    let said = if message.chars().count() > 120 { base } else { base.say(message) };
    said.replace(stem_span(reading, short.surname.index), right)
}

/// The people in a name: a given name and a surname each, as in “Coach Luis Mendes of Leeds”.
fn people<'r>(reading: &'r Reading, name: &Name) -> impl Iterator<Item = Person<'r>> {
    let place = reading.names().first(name);
    let tokens = place.tokens();
    let (end, block) = (tokens.end, place.block as usize);
    // “Tim J. Brogan”
    let past_initials = move |at: usize| (at..end).find(|&at| !is_initial(reading, &reading.tokens[at]));
    let capital = move |at: usize| past_initials(at).is_some_and(|at| reading.tokens[at].is_capitalised());
    tokens.filter_map(move |given| {
        let traits = reading.traits(&reading.tokens[given]);
        let strange = !traits.any(Traits::KNOWN | Traits::PROPER);
        let fits = (traits.any(Traits::GIVEN_NAME) || strange)
            && traits.any(Traits::TITLE)
            && !traits.any(Traits::FUNCTION | Traits::CALENDAR | Traits::POSSESSIVE | Traits::AUXILIARY);
        let surname = past_initials(given + 1).filter(|_| fits)?;
        let (given, surname) = (reading.block(block).at(given), reading.block(block).at(surname));
        (is_surname(surname) && !capital(surname.index + 1)).then(|| Person {
            given,
            surname,
            written: stem(surname.text()),
        })
    })
}

/// The surname, if the name has nothing else but a title.
fn short<'r>(reading: &'r Reading, name: &Name) -> Option<Short<'r>> {
    let place = reading.names().first(name);
    let tokens = place.tokens();
    let surname = reading.block(place.block as usize).at(tokens.end - 1);
    if !is_surname(surname) {
        return None;
    }
    let title = surname.prev().filter(|title| surname.spaced() && is_title(*title));
    // “On Monday Lindquist paid”
    let day = reading.traits(&reading.tokens[tokens.start]).any(Traits::CALENDAR);
    let alone =
        tokens.len() == 1 || tokens.len() == 2 && (day || title.is_some_and(|title| title.index == tokens.start));
    let heading = matches!(reading.block(place.block as usize).kind(), BlockKind::Heading(_));
    // “Lindquist paid”, “said Lindquist”, but not a name among those of a team.
    let acts = |at: Option<At>| at.is_some_and(|at| at.is(Kind::Word) && at.has(Traits::VERB | Traits::AUXILIARY));
    let led = surname.prev().is_some_and(|at| at.has(Traits::PREPOSITION) || at.word_is("that"));
    let listed = surname.next().is_some_and(|at| {
        at.word_is("and") || at.is(Kind::Comma) && at.next().is_some_and(|next| next.token().is_capitalised())
    });
    let bare = acts(surname.next()) || acts(surname.prev()) || led && !listed;
    (alone && (title.is_some() || heading || bare)).then_some(Short { title, surname })
}

/// Whether the surname is that of the person, misspelt.
fn is_meant(reading: &Reading, short: &Short, person: &Person) -> bool {
    let nearly = || is_nearly(stem(short.surname.text()), person.written);
    match short.title {
        Some(title) => {
            let before = std::iter::successors(person.given.prev(), |at| at.prev()).take(4);
            let same = before.into_iter().any(|at| at.is(title.kind()) && at.word_is(title.text()));
            let later = reading.entry(short.surname.token()).first.start > person.surname.span().start;
            let told = same || is_courtesy(title.text());
            later
                && told
                && nearly()
                && !in_one_sentence(short, person)
                && !is_slip_of_often(short.surname, person.surname)
        }
        None => {
            let count = |at: At| at.entry().count;
            let heading = matches!(short.surname.block().kind(), BlockKind::Heading(_));
            let often = 2;
            let later = heading || short.surname.index > person.surname.index;
            let names = || {
                // “the Merricks”; “Petrova” and Petrov
                let family = stem(short.surname.text()).strip_suffix(['s', 'a']) == Some(person.written);
                let other = Traits::COMMON | Traits::DEMONYM;
                // That of the person stands behind a given name, and so is none itself.
                let given = short.surname.has(Traits::GIVEN_NAME);
                !family
                    && !given
                    && !short.surname.has(Traits::PLACE)
                    && [short.surname, person.surname]
                        .iter()
                        .all(|at| at.has(Traits::SURNAME) && !at.has(other) || !at.has(Traits::KNOWN) || is_person(*at))
                    && (has_other_ending(short.surname, person) || !is_slip_of_often(short.surname, person.surname))
            };
            let scots = || {
                without_mac(stem(short.surname.text())).zip(without_mac(person.written)).is_some_and(|(a, b)| a == b)
            };
            later && count(short.surname) == 1 && count(person.surname) >= often && (names() && nearly() || scots())
        }
    }
}

/// “On Monday Ramen turned away a boy”: a common word with a capital in the middle of a sentence that does what
/// people do, where the text never has it without.
fn is_person(at: At) -> bool {
    let middle =
        !at.starts_sentence() && at.prev().is_some_and(|prev| prev.is(Kind::Word) && !prev.has(Traits::DETERMINER));
    let acts =
        at.next().is_some_and(|next| next.has(Traits::PAST) && next.has(Traits::VERB) && !next.has(Traits::NOUN));
    middle && acts && at.reading.find(&at.text().to_lowercase()).is_none()
}

/// “Kenzie” of “McKenzie” and “MacKenzie”, in lower case.
fn without_mac(name: &str) -> Option<String> {
    let rest = name.strip_prefix("Mac").or_else(|| name.strip_prefix("Mc"))?;
    (rest.len() > 2).then(|| rest.to_lowercase())
}

/// Whether the letters or sounds of two names are so near that one may be the other, misspelt.
fn is_nearly(one: &str, other: &str) -> bool {
    (Look::of(one).may_be_near(Look::of(other)) || are_said_alike(one, other)) && are_near(one, other)
}

/// A slip apart, or one said like the other, or one the other with an ending: “Holm” and “Holmes”.
fn are_near(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let longer = long.strip_prefix(short.as_str()).is_some_and(|rest| matches!(rest, "es" | "er" | "s" | "e" | "son"));
    short.chars().count() > 3
        && one.chars().next() == other.chars().next()
        && (longer || strsim::osa_distance(&one, &other) == 1 || are_said_alike(&one, &other))
}

/// Whether `spelling/name-variant` has it: a strange word once, a letter from one that stands often.
fn is_slip_of_often(one: At, other: At) -> bool {
    let (a, b) = (stem(one.text()), stem(other.text()));
    let letters = |text: &str| text.bytes().map(u32::from).sum::<u32>();
    let often = if other.has(Traits::KNOWN) || letters(a) == letters(b) { 2 } else { 3 };
    !one.has(Traits::KNOWN)
        && one.entry().count == 1
        && a.len() > 4
        && other.entry().count >= often
        && strsim::osa_distance(a, b) == 1
}

/// “Whitlocke” for “Whitlock”, “Tanabi” for “Tanabe”, which may be forms of one name elsewhere, but not where
/// one person is meant. Women’s names may have another “a” or “o” at the end.
fn has_other_ending(short: At, person: &Person) -> bool {
    let (one, other) = (stem(short.text()), person.written);
    let vowel = |name: &str| name.ends_with(['e', 'i', 'y', 'u']);
    let front = |name: &str| name.char_indices().next_back().map(|(last, _)| name[..last].to_owned());
    one.strip_suffix('e') == Some(other)
        || other.strip_suffix('e') == Some(one)
        || vowel(one) && vowel(other) && front(one) == front(other)
}

fn in_one_sentence(short: &Short, person: &Person) -> bool {
    short.surname.sentence_start().index == person.surname.sentence_start().index
}

fn is_surname(at: At) -> bool {
    let other = Traits::FUNCTION | Traits::CALENDAR | Traits::DEMONYM | Traits::BRAND | Traits::UPPER;
    // “MacKenzie” has capitals of its own.
    let scots = without_mac(at.text()).is_some() && !at.has(Traits::UPPER);
    at.is(Kind::Word) && at.has(Traits::TITLE | Traits::MIXED) && (scots || !at.has(other))
}

fn is_initial(reading: &Reading, token: &Token) -> bool {
    token.kind == Kind::Abbreviation
        && (token.span().len() == 2 || reading.text(token).as_bytes().get(1) == Some(&b'.'))
}

/// “Coach”, “Sgt.”
fn is_title(at: At) -> bool {
    at.is(Kind::Abbreviation) && at.span().len() > 2 && !is_initial(at.reading, at.token())
        || is_courtesy(at.text())
        || at.is(Kind::Word)
            && at.has(Traits::TITLE)
            && at.has(Traits::COMMON)
            && at.has(Traits::NOUN)
            && !at.has(Traits::CALENDAR)
}

fn is_courtesy(text: &str) -> bool {
    matches!(text.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Dr" | "Prof" | "Professor")
}
