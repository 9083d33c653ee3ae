//! A word that the article itself writes with a capital wherever it can choose: a name that no
//! dictionary has to know.

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use super::{is_all_of_a_link, is_in_compound, is_in_foreign_row, is_no_prose};
use crate::diagnostic::{Applicability, Level};
use crate::evidence::roots::Root;
use crate::lexicon::{Traits, split_possessive};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind};

pub const CHECK: Check = Check::article("capitals/name-in-article", run);

/// A name shorter than this is likelier an abbreviation or a word of another language.
const SHORTEST: usize = 4;

/// So often at least must the capital stand where none was needed, if the small letter stands once
/// and if it stands twice. What stands in lower case more often is meant so.
const ENOUGH: [u32; 2] = [2, 8];

/// So often must a common word stand alone as a name.
const PLAINLY: u32 = 3;

/// A word in lower case that the article writes otherwise.
struct Name {
    /// How often it stands in lower case.
    lower: u32,
    /// How it is written elsewhere, and how often where the capital tells.
    form: EntryId,
    capitals: u32,
    /// Whether the word in lower case is one that dictionaries have.
    common: bool,
}

fn run(reading: &Reading, report: &mut Report) {
    let Some(strange) = strange_words(reading) else { return };
    let Some(names) = names(reading, &strange) else { return };
    let forms = reading.entries_where(|id, _| names.contains_key(&id));
    for at in reading.places(&forms).map(|index| reading.at(index)) {
        let name = &names[&at.token().entry];
        let prose =
            at.is(Kind::Word) && !is_no_prose(at) && !is_in_compound(at) && !is_all_of_a_link(at) && !is_named(at);
        let meant = !name.common || stands_bare(at);
        if prose && meant && report.looks_at(at.block().block()) && !is_in_foreign_row(at) {
            let finding = finding(at, name);
            report.add(if name.common { finding.level(Level::Warning) } else { finding });
        }
    }
}

/// “The money for kestrel came late”: a word for a thing would have an article.
fn stands_bare(at: At) -> bool {
    let after_preposition = at.prev().is_some_and(|prev| prev.has(Traits::PREPOSITION));
    let lends = |next: At| next.has(Traits::NOUN) && !next.has(Traits::VERB) || next.is(Kind::Hyphen);
    after_preposition && !at.quoted() && !at.next().is_some_and(lends)
}

/// Lower-case words that no dictionary has, of which most articles have none or few, and nouns that
/// stand once and are nothing else. By [`Root::form`](crate::evidence::roots::Root), which is the
/// same for all cases.
fn strange_words(reading: &Reading) -> Option<HashMap<u32, EntryId, FxBuildHasher>> {
    let mut words: HashMap<u32, EntryId, FxBuildHasher> = HashMap::default();
    for (number, entry) in reading.entries.iter().enumerate().skip(1) {
        let id = EntryId(number as u32);
        let strange = !entry.traits.any(Traits::KNOWN | Traits::MISSPELLED);
        let noun = || entry.count == 1 && is_only_noun(entry.traits);
        if !entry.traits.any(Traits::LOWER) || entry.first.len() < SHORTEST || !strange && !noun() {
            continue;
        }
        // “baumgartner’s suit”
        let (stem, ending) = split_possessive(reading.form(id));
        let whole = ending.is_empty();
        if whole && !entry.traits.any(Traits::APOSTROPHE) {
            words.insert(reading.roots().of_entry(id).form, id);
        } else if !whole && !reading.lexicon.traits(stem).any(Traits::KNOWN | Traits::MISSPELLED) {
            words.entry(Root::of(stem).form).or_insert(id);
        }
    }
    (!words.is_empty()).then_some(words)
}

fn is_only_noun(traits: Traits) -> bool {
    let other =
        Traits::VERB | Traits::ADJECTIVE | Traits::ADVERB | Traits::PLURAL | Traits::FUNCTION | Traits::PREPOSITION;
    traits.any(Traits::NOUN) && traits.any(Traits::COMMON) && !traits.any(other | Traits::POSSESSIVE | Traits::CALENDAR)
}

/// How often a word stands as a name of its own; none if it ever has an article, as “the Church” has.
fn bare_names(reading: &Reading, form: EntryId) -> u32 {
    let places = reading.names().places().iter().filter(|p| p.tells && !p.at_start && p.tokens().len() == 1);
    let mut count = 0;
    for place in places.filter(|p| reading.tokens[p.tokens().start].entry == form) {
        let at = reading.at(place.tokens().start);
        // “the Kestrel project”
        let lent = at.next().is_some_and(|next| next.has(Traits::LOWER) && next.has(Traits::NOUN));
        if at.prev().is_some_and(|prev| prev.has(Traits::DETERMINER)) && !lent {
            return 0;
        }
        // “Diversity in Swift” is a title.
        let after = at.next().filter(|next| next.has(Traits::PREPOSITION)).and_then(At::next);
        count += u32::from(!after.is_some_and(|after| after.token().is_capitalised()));
    }
    count
}

/// Those of the words that the article takes for names, by entry.
fn names(
    reading: &Reading,
    words: &HashMap<u32, EntryId, FxBuildHasher>,
) -> Option<HashMap<EntryId, Name, FxBuildHasher>> {
    let mut names: HashMap<EntryId, Name, FxBuildHasher> = HashMap::default();
    for (number, entry) in reading.entries.iter().enumerate().skip(1) {
        let form = EntryId(number as u32);
        if !entry.traits.any(Traits::TITLE | Traits::MIXED) || entry.first.len() < SHORTEST {
            continue;
        }
        let Some(&word) = words.get(&reading.roots().of_entry(form).form) else { continue };
        let text = reading.form(form);
        if !text.starts_with(char::is_uppercase) || text.to_lowercase() != split_possessive(reading.form(word)).0 {
            continue;
        }
        let (lower, capitals) = (reading.entries[word.0 as usize].count, reading.names().capitals(form));
        if ENOUGH.get(lower as usize - 1).is_some_and(|enough| capitals >= *enough) {
            let common = reading.entries[word.0 as usize].traits.any(Traits::KNOWN);
            if !common || capitals >= PLAINLY && bare_names(reading, form) >= PLAINLY {
                names.insert(word, Name { lower, form, capitals, common });
            }
        }
    }
    (!names.is_empty()).then_some(names)
}

/// “named ‘slackbot’”: what stands alone in quotation marks is written as it is meant.
fn is_named(at: At) -> bool {
    let opens = at.prev().is_some_and(|p| matches!(p.kind(), Kind::OpenQuote | Kind::OpenSingle));
    opens && at.next().is_some_and(|n| matches!(n.kind(), Kind::CloseQuote | Kind::CloseSingle))
}

fn finding(at: At, name: &Name) -> Finding {
    let here = at.reading.form(name.form);
    let (stem, ending) = split_possessive(at.text());
    // “MacOS” may start a sentence or a heading; the lexicon knows better.
    let known = at.reading.lexicon.proper_form(stem);
    let own = known.as_deref().unwrap_or(here);
    let sure = !name.common && name.lower == 1 && name.capitals > ENOUGH[0] && (known.is_some() || is_coined(own));
    Finding::at(at.span())
        .with("name", own)
        .with("times", times(name.capitals))
        .related(at.reading.entries[name.form.0 as usize].first, format!("“{here}” has its capital here."))
        .replace(at.span(), format!("{own}{ending}"))
        .applicability(if sure { Applicability::Safe } else { Applicability::Unsafe })
}

/// “LangChain”, but not “SATs”: small letters and then a capital are a name's, while a plain word
/// that nobody knows may have had too many capitals elsewhere.
fn is_coined(form: &str) -> bool {
    let bytes = form.as_bytes();
    bytes.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}

fn times(count: u32) -> String {
    match count {
        2 => "twice".to_owned(),
        3 => "three times".to_owned(),
        4 => "four times".to_owned(),
        5 => "five times".to_owned(),
        n => format!("{n} times"),
    }
}
