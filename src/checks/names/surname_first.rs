use rustc_hash::FxHashMap;

use crate::evidence::names::Place;
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, EntryId, Kind};

pub const CHECK: Check = Check::article("names/surname-first", run);

/// How the article first has a surname.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Met {
    Not,
    Alone,
    InFull,
}

/// A surname that stands with a first name after it stood alone.
struct Person {
    /// The tokens of the first name and the surname where they first stand together.
    full: (usize, usize),
    /// Whether the surname stands with another first name too.
    several: bool,
}

fn run(reading: &Reading, report: &mut Report) {
    let mut met: Vec<Met> = vec![Met::Not; reading.entries.len()];
    let mut people: FxHashMap<EntryId, Person> = FxHashMap::default();
    let mut alone: Vec<(&Place, usize)> = Vec::new();
    for place in reading.names().places() {
        let surname = place.tokens().end - 1;
        let entry = reading.tokens[surname].entry();
        // Nothing more is to be learned of most names after their first place.
        if met[entry.0 as usize] == Met::InFull || !is_surname(reading, surname) {
            continue;
        }
        if let Some(first) = first_name(reading, place) {
            if met[entry.0 as usize] == Met::Not {
                met[entry.0 as usize] = Met::InFull;
                continue;
            }
            let person = people.entry(entry).or_insert(Person { full: (first, surname), several: false });
            person.several |= reading.tokens[person.full.0].entry() != reading.tokens[first].entry();
        } else if may_stand_alone(reading, place) && !people.contains_key(&entry) {
            met[entry.0 as usize] = Met::Alone;
            alone.push((place, surname));
        }
    }
    let mut done: Vec<EntryId> = Vec::new();
    for (place, surname) in alone {
        let entry = reading.tokens[surname].entry();
        let Some(person) = people.get(&entry) else { continue };
        if person.several || done.contains(&entry) || !stands_alone(reading, place) || reading.at(surname).quoted() {
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

/// The first name of a name that ends with a surname.
fn first_name(reading: &Reading, place: &Place) -> Option<usize> {
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
    (fits && (!other || known)).then_some(first)
}

/// Whether a name in running text has nothing before its surname but a title.
fn may_stand_alone(reading: &Reading, place: &Place) -> bool {
    let tokens = place.tokens();
    let title = |at: usize| {
        let token = &reading.tokens[at];
        token.kind == Kind::Abbreviation && token.span().len() > 2 || reading.traits(token).any(Traits::COMMON)
    };
    place.tells
        && (tokens.len() == 1 || tokens.len() == 2 && !place.at_start && title(tokens.start))
        && !matches!(reading.block(place.block as usize).kind(), BlockKind::Heading(_))
}

/// Whether the surname is somebody's there. “the Tomlinson report” has its name from somebody; “Lord
/// Callaghan” is a name of its own.
fn stands_alone(reading: &Reading, place: &Place) -> bool {
    let tokens = place.tokens();
    let lends = reading.at(tokens.end - 1).next().is_some_and(|next| {
        next.has(Traits::LOWER)
            && next.has(Traits::NOUN)
            && !next.has(Traits::PAST | Traits::THIRD_PERSON | Traits::FUNCTION)
    });
    let before = reading.at(tokens.start);
    let peer = [Some(before), before.prev()].into_iter().flatten().any(|at| at.word_is("lord") || at.word_is("lady"));
    !lends && !peer
}

fn is_surname(reading: &Reading, at: usize) -> bool {
    let token = &reading.tokens[at];
    let traits = reading.traits(token);
    let other =
        Traits::COMMON | Traits::PLACE | Traits::GIVEN_NAME | Traits::DEMONYM | Traits::CALENDAR | Traits::BRAND;
    token.is_capitalised() && traits.any(Traits::TITLE | Traits::MIXED) && !traits.any(other | Traits::POSSESSIVE)
}
