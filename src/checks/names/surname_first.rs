use rustc_hash::FxHashMap;

use crate::evidence::names::Place;
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, EntryId, Kind};

pub const CHECK: Check = Check::article("names/surname-first", run);

/// A surname, as the article gives it.
struct Person {
    /// The tokens of the first name and the surname where they first stand together.
    full: (usize, usize),
    /// Whether the surname stands with another first name too.
    several: bool,
}

fn run(reading: &Reading, report: &mut Report) {
    let mut people: FxHashMap<EntryId, Person> = FxHashMap::default();
    let mut alone: Vec<usize> = Vec::new();
    for place in reading.names().places() {
        let heading = matches!(reading.block(place.block as usize).kind(), BlockKind::Heading(_));
        if let Some((first, surname)) = full_name(reading, place) {
            let entry = |at: usize| reading.tokens[at].entry;
            let person = people.entry(entry(surname)).or_insert(Person { full: (first, surname), several: false });
            person.several |= entry(person.full.0) != entry(first);
        } else if let Some(surname) = surname_alone(reading, place).filter(|_| !heading) {
            alone.push(surname);
        }
    }
    let mut done: Vec<EntryId> = Vec::new();
    for surname in alone {
        let entry = reading.tokens[surname].entry;
        let Some(person) = people.get(&entry) else { continue };
        if person.several || surname > person.full.0 || done.contains(&entry) || reading.at(surname).quoted() {
            continue;
        }
        done.push(entry);
        let full = reading.tokens[person.full.0].span().cover(reading.tokens[person.full.1].span());
        let name = &reading.article.prose[full];
        report.add(
            Finding::at(reading.tokens[surname].span())
                .with("name", name)
                .related(full, "the full name comes here first"),
        );
    }
}

/// The first name and the surname of a name that ends with them.
fn full_name(reading: &Reading, place: &Place) -> Option<(usize, usize)> {
    let tokens = place.tokens();
    let surname = tokens.end - 1;
    let mut first = surname.checked_sub(1).filter(|&at| at >= tokens.start)?;
    // “John F. Kennedy”
    if reading.tokens[first].kind == Kind::Abbreviation && reading.tokens[first].span().len() == 2 {
        first = first.checked_sub(1).filter(|&at| at >= tokens.start)?;
    }
    let given = reading.traits(&reading.tokens[first]);
    let fits = given.any(Traits::GIVEN_NAME)
        && given.any(Traits::TITLE)
        && !given.any(Traits::FUNCTION | Traits::CALENDAR | Traits::POSSESSIVE);
    // “Will” starts a question, and “Chelsea” may be the club.
    let other = given.any(Traits::PLACE | Traits::AUXILIARY);
    let known = reading.traits(&reading.tokens[surname]).any(Traits::SURNAME);
    (fits && (!other || known) && is_surname(reading, surname)).then_some((first, surname))
}

/// The surname of a name that has nothing before it but a title.
fn surname_alone(reading: &Reading, place: &Place) -> Option<usize> {
    let tokens = place.tokens();
    let surname = tokens.end - 1;
    let title = |at: usize| {
        let token = &reading.tokens[at];
        token.kind == Kind::Abbreviation && token.span().len() > 2 || reading.traits(token).any(Traits::COMMON)
    };
    let fits = place.tells && !(place.at_start && tokens.len() > 1) && tokens.len() < 3 && is_surname(reading, surname);
    let bare = tokens.len() == 1 || title(tokens.start);
    // “the Tomlinson report” has its name from somebody; “Lord Callaghan” is a name of its own.
    let lends = || {
        reading.at(surname).next().is_some_and(|next| {
            next.has(Traits::LOWER)
                && next.has(Traits::NOUN)
                && !next.has(Traits::PAST | Traits::THIRD_PERSON | Traits::FUNCTION)
        })
    };
    let peer = || {
        let before = reading.at(tokens.start);
        [Some(before), before.prev()].into_iter().flatten().any(|at| at.word_is("lord") || at.word_is("lady"))
    };
    (fits && bare && !lends() && !peer()).then_some(surname)
}

fn is_surname(reading: &Reading, at: usize) -> bool {
    let token = &reading.tokens[at];
    let traits = reading.traits(token);
    let other =
        Traits::COMMON | Traits::PLACE | Traits::GIVEN_NAME | Traits::DEMONYM | Traits::CALENDAR | Traits::BRAND;
    token.is_capitalised() && traits.any(Traits::TITLE | Traits::MIXED) && !traits.any(other | Traits::POSSESSIVE)
}
