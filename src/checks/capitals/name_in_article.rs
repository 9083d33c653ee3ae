//! A word that the article itself writes with a capital wherever it can choose: a name that no
//! dictionary has to know.

use rustc_hash::FxHashMap;

use super::{is_all_of_a_link, is_in_compound, is_in_foreign_row, is_no_prose, is_program_here};
use crate::diagnostic::{Applicability, Level};
use crate::evidence::roots::Root;
use crate::lexicon::{Traits, split_possessive};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::sieve::Sieve;
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
#[derive(Clone, Copy)]
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
    let Some(names) = names(reading) else { return };
    let forms = reading.set(names.keys().copied());
    for at in reading.places(&forms).map(|index| reading.at(index)) {
        let name = &names[&at.token().entry()];
        let prose = at.is(Kind::Word)
            && !is_no_prose(at)
            && !is_in_compound(at)
            && !is_all_of_a_link(at)
            && !is_named(at)
            && !is_program_here(at)
            && !is_installed(at)
            && !starts_an_address(at)
            && (name.common || !stands_as_noun(at))
            && !reading.code_words().are_typed(at.text());
        let meant = if name.common { stands_bare(at) } else { name.capitals > 1 || has_no_article(at) };
        if prose && meant && !is_species(at) && report.looks_at(at.block().block()) && !is_in_foreign_row(at) {
            let finding = finding(at, name);
            let unsure = name.common || name.capitals < ENOUGH[0];
            report.add(if unsure { finding.level(Level::Warning) } else { finding });
        }
    }
}

/// “milemarker.co”
fn starts_an_address(at: At) -> bool {
    let stop = at.next().filter(|next| next.is(Kind::Stop) && !next.spaced());
    stop.and_then(At::next).is_some_and(|tail| !tail.spaced() && tail.has(Traits::LOWER))
}

/// “its presale, where prices rose”: a name has no word that says whose it is, unless it goes with a noun.
fn stands_as_noun(at: At) -> bool {
    let owned = at.prev().is_some_and(|before| {
        matches!(before.text(), "its" | "their" | "our" | "my" | "your" | "his" | "her" | "a" | "an")
    });
    owned && !at.next().is_some_and(|next| next.spaced() && next.has(Traits::NOUN | Traits::UNKNOWN))
}

/// “yum install openarena”: what is typed has no capitals.
fn is_installed(at: At) -> bool {
    let command = at.prev().filter(|prev| prev.word_is("install")).and_then(At::prev);
    command.is_some_and(|tool| tool.is(Kind::Word) && tool.has(Traits::LOWER) && !tool.has(Traits::FUNCTION))
}

/// “Solea solea”: the name of a kind, whose second part has no capital.
fn is_species(at: At) -> bool {
    let text = at.text();
    at.prev().is_some_and(|prev| prev.has(Traits::TITLE) && prev.text().to_lowercase() == text)
}

/// “from ravenna”, but “the eurozone”, “your backdoors”: once each, an article shows a word for a thing.
fn has_no_article(at: At) -> bool {
    let lent = Traits::DETERMINER | Traits::POSSESSIVE | Traits::UPPER;
    !at.prev().is_some_and(|prev| prev.has(lent) && !prev.has(Traits::CONJUNCTION) && !prev.word_is("which"))
}

/// “The money for kestrel came late”: a word for a thing would have an article.
fn stands_bare(at: At) -> bool {
    let after_preposition = at.prev().is_some_and(|prev| prev.has(Traits::PREPOSITION));
    let lends = |next: At| next.has(Traits::NOUN) && !next.has(Traits::VERB) || next.is(Kind::Hyphen);
    after_preposition && !at.quoted() && !at.next().is_some_and(lends)
}

/// The forms with a capital that the article has often enough where the capital tells.
fn often_capital(reading: &Reading) -> Vec<EntryId> {
    let fewer = starts_count(reading);
    let often = |form: &EntryId| {
        let entry = &reading.entries[form.0 as usize];
        let capital = entry.traits.any(Traits::TITLE | Traits::MIXED) && entry.first.len() >= SHORTEST;
        let once = || is_strange_once(reading, *form, false);
        capital && (reading.names().capitals(*form) >= ENOUGH[0] || fewer && entry.count >= ENOUGH[0] || once())
    };
    let mut often: Vec<EntryId> = reading.names().forms().iter().copied().filter(often).collect();
    often.sort_unstable();
    often
}

/// Whether a word that no dictionary has is taken for a name once it stands with a capital in the middle
/// of a sentence, if others start with it: not where code shows that programs are written of, which
/// have no capitals.
fn starts_count(reading: &Reading) -> bool {
    !reading.marks.contains(Kind::Opaque)
}

/// Whether one capital is enough, of a word that nobody knows, in a text that has no room for more.
fn is_strange_once(reading: &Reading, form: EntryId, known: bool) -> bool {
    /// In bytes.
    const SHORT: usize = 6_000;
    let traits = reading.entries[form.0 as usize].traits;
    !known
        && !traits.any(Traits::COMMON)
        && traits.any(Traits::TITLE)
        && starts_count(reading)
        && reading.article.prose.len() <= SHORT
}

/// Lower-case words that no dictionary has, of which most articles have none or few, and nouns that
/// stand once and are nothing else; by [`Root::form`](crate::evidence::roots::Root), which is the
/// same for all cases, and of these only what is sought.
fn strange_words(reading: &Reading, sought: &Sieve) -> FxHashMap<u32, EntryId> {
    let mut words = FxHashMap::default();
    for (number, entry) in reading.entries.iter().enumerate().skip(1) {
        let id = EntryId(number as u32);
        let strange = !entry.traits.any(Traits::KNOWN | Traits::MISSPELLED);
        let noun = (entry.count == 1) & is_only_noun(entry.traits);
        // One guess for all of it.
        if !(entry.traits.any(Traits::LOWER) & (entry.first.len() >= SHORTEST) & (strange | noun)) {
            continue;
        }
        if !entry.traits.any(Traits::APOSTROPHE) {
            let form = reading.roots().of_entry(id).form;
            if sought.may_hold(form) {
                words.insert(form, id);
            }
        } else if entry.traits.any(Traits::POSSESSIVE) {
            // “baumgartner’s suit”
            let (stem, _) = split_possessive(reading.form(id));
            let form = Root::of(stem).form;
            if sought.may_hold(form) && !reading.lexicon.traits(stem).any(Traits::KNOWN | Traits::MISSPELLED) {
                words.entry(form).or_insert(id);
            }
        }
    }
    words
}

fn is_only_noun(traits: Traits) -> bool {
    let other =
        Traits::VERB | Traits::ADJECTIVE | Traits::ADVERB | Traits::PLURAL | Traits::FUNCTION | Traits::PREPOSITION;
    traits.any(Traits::NOUN) && traits.any(Traits::COMMON) && !traits.any(other | Traits::POSSESSIVE | Traits::CALENDAR)
}

/// How often each of these words stands as a name of its own; `None` if it ever has an article, as “the
/// Church” has.
fn bare_names(reading: &Reading, forms: impl Iterator<Item = EntryId>) -> FxHashMap<EntryId, Option<u32>> {
    let mut bare: FxHashMap<EntryId, Option<u32>> = forms.map(|form| (form, Some(0))).collect();
    if bare.is_empty() {
        return bare;
    }
    for place in reading.names().places().iter().filter(|p| p.tells && !p.at_start && p.tokens().len() == 1) {
        let start = place.tokens().start;
        let Some(count) = bare.get_mut(&reading.tokens[start].entry()) else { continue };
        let at = reading.at(start);
        // “A2 Healthcare”
        if at.prev().is_some_and(|prev| at.spaced() && matches!(prev.kind(), Kind::Code | Kind::Number)) {
            continue;
        }
        // “the Kestrel project”
        let lent = at.next().is_some_and(|next| next.has(Traits::LOWER) && next.has(Traits::NOUN));
        if at.prev().is_some_and(|prev| prev.has(Traits::DETERMINER)) && !lent {
            *count = None;
        }
        // “Diversity in Swift” is a title.
        let after = at.next().filter(|next| next.has(Traits::PREPOSITION)).and_then(At::next);
        if !after.is_some_and(|after| after.token().is_capitalised()) {
            *count = count.map(|count| count + 1);
        }
    }
    bare
}

/// The words in lower case that the article takes for names, by entry.
fn names(reading: &Reading) -> Option<FxHashMap<EntryId, Name>> {
    let form_of = |id: EntryId| reading.roots().of_entry(id).form;
    let (often, fewer) = (often_capital(reading), starts_count(reading));
    let words = strange_words(reading, &Sieve::of(often.iter().map(|&form| form_of(form))));
    if words.is_empty() {
        return None;
    }
    let mut likely: Vec<(EntryId, Name)> = Vec::new();
    for form in often {
        let Some(&word) = words.get(&form_of(form)) else { continue };
        let text = reading.form(form);
        if !text.starts_with(char::is_uppercase) || text.to_lowercase() != split_possessive(reading.form(word)).0 {
            continue;
        }
        let (lower, capitals) = (reading.entries[word.0 as usize].count, reading.names().capitals(form));
        let common = reading.entries[word.0 as usize].traits.any(Traits::KNOWN);
        let capitals = if common || !fewer { capitals } else { capitals.max(reading.entries[form.0 as usize].count) };
        let once = lower == 1 && capitals == 1 && is_strange_once(reading, form, common);
        let enough = once || ENOUGH.get(lower as usize - 1).is_some_and(|enough| capitals >= *enough);
        if enough && (!common || capitals >= PLAINLY) {
            likely.push((word, Name { lower, form, capitals, common }));
        }
    }
    let bare = bare_names(reading, likely.iter().filter(|(_, name)| name.common).map(|(_, name)| name.form));
    likely.retain(|(_, name)| !name.common || bare[&name.form].is_some_and(|count| count >= PLAINLY));
    (!likely.is_empty()).then(|| likely.into_iter().collect())
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
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        3 => "three times".to_owned(),
        4 => "four times".to_owned(),
        5 => "five times".to_owned(),
        n => format!("{n} times"),
    }
}
