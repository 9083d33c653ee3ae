//! Compiles the word lists of `data/` into the tables that `src/lexicon/` uses in place:
//! - `forms.bin`: every form with what is known of it, as a hash table of fingerprints;
//! - `forms.fst`: words and well-known names in order, with how common they are, for suggestions;
//! - `capitals.txt`: names whose capitals follow no rule (“iPhone”);
//! - `misspellings.fst` and `corrections.txt`: sure misspellings and what they stand for;
//! - `letters.bin`: which letters stand together in the names of places;
//! - `famous.bin` and `famous.txt`: names that everybody knows, with a letter left out, and the names.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use fst::MapBuilder;

use crate::letters;
use crate::lexicon::layout::{self, Stored};
use crate::lexicon::sound;
use crate::lexicon::traits::Traits;

const DATA: &str = "data";

/// Reads the lists and writes the tables to `OUT_DIR`, or ends the build with what is wrong with a list.
pub fn compile() {
    println!("cargo:rerun-if-changed={DATA}");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    if let Err(error) = tables(Path::new(DATA), Path::new(&out)) {
        eprintln!("{DATA}: {error}");
        std::process::exit(1);
    }
}

fn tables(data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| fs::read_to_string(data.join(name)).map_err(|e| format!("{name}: {e}"));
    let mut forms = Forms::default();
    forms.words(&read("words.txt")?)?;
    let names = read("names.txt")?;
    forms.names(&names)?;
    forms.supplement(&read("supplement.txt")?)?;
    forms.classes(&read("classes.txt")?)?;
    forms.settle();

    let mut misspellings = BTreeMap::new();
    for name in ["misspellings.txt", "sure.txt"] {
        for line in rows(&read(name)?) {
            let (wrong, right) = line.split_once(' ').ok_or_else(|| format!("{name}: no correction in “{line}”"))?;
            // A name or word that was added by hand since is no misspelling.
            if name == "sure.txt" || !forms.by_key.contains_key(wrong) {
                misspellings.insert(wrong.to_string(), right.to_string());
            }
        }
    }
    for wrong in misspellings.keys() {
        forms.by_key.entry(wrong.clone()).or_default().traits |= Traits::MISSPELLED;
    }

    let places = rows(&names).filter_map(|line| {
        let [form, letters, _] = columns(line).ok()?;
        letters.contains('p').then_some(form)
    });
    fs::write(out.join("letters.bin"), letters::surprises(places))?;
    let (famous, famous_names) = forms.famous()?;
    fs::write(out.join("famous.bin"), famous)?;
    fs::write(out.join("famous.txt"), famous_names)?;
    let (ordered, capitals) = forms.ordered()?;
    let (ordered_misspellings, corrections) = ordered_misspellings(&misspellings)?;
    fs::write(out.join("forms.bin"), forms.table()?)?;
    fs::write(out.join("forms.fst"), ordered)?;
    fs::write(out.join("capitals.txt"), capitals)?;
    fs::write(out.join("misspellings.fst"), ordered_misspellings)?;
    fs::write(out.join("corrections.txt"), corrections)?;
    Ok(())
}

/// What is known, by form in lower case.
#[derive(Default)]
struct Forms {
    by_key: HashMap<String, Known>,
}

#[derive(Default, Clone)]
struct Known {
    traits: Traits,
    /// How it is written as a name, if that is neither “Mexico” nor “NATO”.
    own: Option<String>,
    /// In sixteen classes; 15 is the commonest.
    commonness: u8,
    /// In lower case it is a word.
    lower: bool,
    /// Never offered as a correction.
    unsuggested: bool,
    /// Known, but nothing that anybody would be offered.
    rare: bool,
    /// A name worth offering as a correction.
    well_known: bool,
}

impl Forms {
    /// `form letters commonness`
    fn words(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        for line in rows(text) {
            let [form, letters, commonness] = columns(line)?;
            let known = self.by_key.entry(form.to_string()).or_default();
            known.lower = true;
            known.commonness = commonness.parse()?;
            for letter in letters.chars() {
                known.traits |= match letter {
                    'N' => Traits::NOUN,
                    'P' => Traits::PLURAL,
                    'V' => Traits::VERB,
                    'D' => Traits::PAST,
                    'G' => Traits::ING,
                    'H' => Traits::THIRD_PERSON,
                    'J' => Traits::ADJECTIVE,
                    'R' => Traits::ADVERB,
                    'U' => Traits::US,
                    'B' => Traits::GB,
                    'n' => Traits::MOSTLY_NOUN,
                    'v' => Traits::MOSTLY_VERB,
                    'j' => Traits::MOSTLY_ADJECTIVE,
                    _ => Traits::empty(),
                };
                known.unsuggested |= letter == 'x';
                known.rare |= letter == 'r';
            }
        }
        Ok(())
    }

    /// `Form letters weight`
    fn names(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        for line in rows(text) {
            let [form, letters, weight] = columns(line)?;
            self.name(form, letters, weight.parse()?);
        }
        Ok(())
    }

    fn name(&mut self, form: &str, letters: &str, weight: u8) {
        let known = self.by_key.entry(form.to_lowercase()).or_default();
        for letter in letters.chars() {
            known.traits |= match letter {
                'g' => Traits::GIVEN_NAME,
                's' => Traits::SURNAME,
                'p' => Traits::PLACE,
                'o' => Traits::ORGANISATION,
                'b' => Traits::BRAND,
                'd' => Traits::DEMONYM.union(Traits::ADJECTIVE),
                'c' => Traits::CALENDAR,
                // Settled below: a name only if it is no word.
                '!' => Traits::PROPER,
                _ => Traits::empty(),
            };
        }
        known.traits |= match shape(form) {
            Shape::Title => Traits::KNOWN,
            Shape::Upper => layout::IN_CAPITALS,
            Shape::Own => {
                known.own = Some(form.to_string());
                layout::OWN_CAPITALS
            }
        };
        let sure = letters.contains('!');
        known.well_known |= sure || weight >= 3;
        if !known.lower {
            known.commonness = known.commonness.max(weight.min(10)).max(if sure { 5 } else { 0 });
        }
    }

    /// Sections of words and names kept by hand: `[words noun]`, `[words noun rare]`, `[names gs!]`.
    fn supplement(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        let mut section: Vec<&str> = Vec::new();
        for line in rows(text) {
            if let Some(head) = line.strip_prefix('[') {
                section = head.trim_end_matches(']').split(' ').collect();
                continue;
            }
            for item in line.split_whitespace() {
                match section[..] {
                    ["names", letters] => self.name(item, letters, 6),
                    ["words", part] => self.word(item, part, false),
                    ["words", part, "rare"] => self.word(item, part, true),
                    _ => return Err(format!("supplement.txt: “{item}” stands in no section of words or names").into()),
                }
            }
        }
        Ok(())
    }

    fn word(&mut self, word: &str, part: &str, rare: bool) {
        let mut add = |form: String, traits: Traits| {
            let known = self.by_key.entry(form).or_default();
            known.rare |= rare && !known.lower;
            known.lower = true;
            known.commonness = known.commonness.max(if rare { 0 } else { 4 });
            known.traits |= traits;
        };
        // “reuse” makes “reused”, “roadmap” makes “roadmapped”.
        let stem = match word.as_bytes() {
            [.., b'e'] => word[..word.len() - 1].to_string(),
            [.., a, b, c] if !is_vowel(*a) && is_vowel(*b) && b"bdgmnpt".contains(c) => format!("{word}{}", *c as char),
            _ => word.to_string(),
        };
        let es =
            if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") { "es" } else { "s" };
        match part {
            "noun" => {
                add(word.to_string(), Traits::NOUN);
                match word.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
                    Some(stem) => add(format!("{stem}ies"), Traits::NOUN | Traits::PLURAL),
                    None => add(format!("{word}{es}"), Traits::NOUN | Traits::PLURAL),
                }
            }
            "verb" => {
                add(word.to_string(), Traits::VERB);
                add(format!("{word}{es}"), Traits::VERB | Traits::THIRD_PERSON);
                add(format!("{stem}ed"), Traits::VERB | Traits::PAST | Traits::ADJECTIVE);
                add(format!("{stem}ing"), Traits::VERB | Traits::ING | Traits::NOUN);
            }
            "adjective" => add(word.to_string(), Traits::ADJECTIVE),
            "adverb" => add(word.to_string(), Traits::ADVERB),
            "mass" => add(word.to_string(), Traits::NOUN),
            _ => add(word.to_string(), Traits::empty()),
        }
    }

    /// Sections of words of closed classes.
    fn classes(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        let mut section = Traits::empty();
        for line in rows(text) {
            if let Some(head) = line.strip_prefix('[') {
                section = Traits::empty();
                for word in head.trim_end_matches(']').split(' ') {
                    section |= match word {
                        "determiner" => Traits::DETERMINER,
                        "pronoun" => Traits::PRONOUN,
                        "preposition" => Traits::PREPOSITION,
                        "conjunction" => Traits::CONJUNCTION,
                        "auxiliary" => Traits::AUXILIARY | Traits::VERB,
                        "adverb" => Traits::ADVERB,
                        "numeral" => Traits::NUMERAL,
                        "noun" => Traits::NOUN,
                        "*" => Traits::FUNCTION,
                        _ => return Err(format!("classes.txt: no such class: {word}").into()),
                    };
                }
                continue;
            }
            for word in line.split_whitespace() {
                let known = self.by_key.entry(word.to_string()).or_default();
                known.traits |= section;
                // “I” is the one word of these that has a capital.
                known.lower = word != "i" && !word.starts_with("i'");
                if !known.lower {
                    known.traits |= Traits::KNOWN | Traits::PROPER;
                    known.well_known = true;
                }
                known.commonness = known.commonness.max(10);
            }
        }
        Ok(())
    }

    /// Draws the conclusions: what is a word, what is a name only, what sounds odd.
    fn settle(&mut self) {
        let mut bare_forms = Vec::new();
        for (key, known) in &mut self.by_key {
            if known.lower {
                known.traits |= Traits::COMMON;
                known.traits -= Traits::PROPER;
            }
            if known.lower && known.commonness >= FREQUENT {
                known.traits |= Traits::FREQUENT;
            }
            known.traits |= only_part(known.traits);
            if sound::is_odd(key) {
                known.traits |= Traits::ODD_SOUND;
            }
            // “Bogota” is known where “Bogotá” is.
            let bare = layout::without_accents(key);
            if let Some(bare) = bare {
                let traits = known.traits - Traits::PROPER;
                bare_forms
                    .push((bare, Known { traits, well_known: false, unsuggested: true, own: None, ..known.clone() }));
            }
        }
        for (bare, known) in bare_forms {
            self.by_key.entry(bare).or_insert(known);
        }
    }

    fn table(&self) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut sets: BTreeMap<u64, u32> = BTreeMap::new();
        for known in self.by_key.values() {
            sets.insert(layout::pack(known.traits), 0);
        }
        // Number 0 stands for an empty slot.
        for (number, id) in sets.values_mut().enumerate() {
            *id = number as u32 + 1;
        }
        if sets.len() >= layout::MOST_SETS {
            return Err(format!("{} different sets of traits are too many", sets.len()).into());
        }
        let mut keys: Vec<(&str, u32)> =
            self.by_key.iter().map(|(key, known)| (key.as_str(), sets[&layout::pack(known.traits)])).collect();
        keys.sort();
        let (seed, slots) = (0..1000)
            .find_map(|seed| Some(seed).zip(slots(&keys, seed)))
            .ok_or("no seed tells all forms apart: the table is too full")?;
        let mut bytes = Vec::new();
        bytes.extend(seed.to_le_bytes());
        bytes.extend((sets.len() as u32).to_le_bytes());
        sets.keys().for_each(|set| bytes.extend(set.to_le_bytes()));
        bytes.extend(slots);
        Ok(bytes)
    }

    fn ordered(&self) -> Result<(Vec<u8>, String), Box<dyn Error>> {
        let mut keys: Vec<&String> = self
            .by_key
            .iter()
            .filter(|(_, k)| k.lower && !k.rare || k.well_known || k.own.is_some())
            .map(|(key, _)| key)
            .collect();
        keys.sort();
        let mut capitals = String::new();
        let mut builder = MapBuilder::memory();
        for key in keys {
            let known = &self.by_key[key];
            let own = known.own.as_ref().map(|own| {
                let at = capitals.len() as u32;
                capitals.push_str(own);
                capitals.push('\n');
                at
            });
            builder.insert(
                key,
                Stored {
                    commonness: known.commonness,
                    lower: known.lower,
                    title: known.traits.contains(Traits::KNOWN),
                    capitals: known.traits.contains(layout::IN_CAPITALS),
                    name_only: known.traits.contains(Traits::PROPER),
                    unsuggested: known.unsuggested,
                    own,
                }
                .pack(),
            )?;
        }
        Ok((builder.into_inner()?, capitals))
    }
}

/// What a word is mostly that is one thing only.
fn only_part(traits: Traits) -> Traits {
    let parts = Traits::NOUN | Traits::VERB | Traits::ADJECTIVE | Traits::ADVERB;
    match traits & (parts | Traits::FUNCTION) {
        Traits::NOUN => Traits::MOSTLY_NOUN,
        Traits::VERB => Traits::MOSTLY_VERB,
        Traits::ADJECTIVE => Traits::MOSTLY_ADJECTIVE,
        _ => Traits::empty(),
    }
}

/// The weight of a country, a state or a city of millions.
const FAMOUS: u8 = 9;
/// A shorter name is a letter away from too many others.
const SHORTEST: usize = 6;

impl Forms {
    /// Names of days, months, peoples, languages and large places, by themselves and with any one
    /// letter left out, so that those a slip away from a form are found without a search. What could
    /// stand for two names stands for none.
    fn famous(&self) -> Result<(Vec<u8>, String), Box<dyn Error>> {
        let is_famous = |known: &Known| {
            let large = known.traits.contains(Traits::PLACE) && known.commonness >= FAMOUS;
            let class = known.traits.intersects(Traits::CALENDAR | Traits::DEMONYM);
            known.traits.contains(Traits::PROPER) && known.own.is_none() && (class || large)
        };
        let fits = |key: &str| key.len() >= SHORTEST && key.bytes().all(|b| b.is_ascii_lowercase());
        let mut names: Vec<&str> =
            self.by_key.iter().filter(|(key, known)| fits(key) && is_famous(known)).map(|(key, _)| &**key).collect();
        names.sort_unstable();
        if names.len() >= layout::MOST_SETS {
            return Err(format!("{} famous names are too many", names.len()).into());
        }
        let mut keys: BTreeMap<String, Option<u32>> = BTreeMap::new();
        for (name, number) in names.iter().zip(1..) {
            let shortened: BTreeSet<String> =
                (0..name.len()).map(|at| format!("{}{}", &name[..at], &name[at + 1..])).collect();
            for key in shortened {
                keys.entry(key).and_modify(|one| *one = None).or_insert(Some(number));
            }
        }
        // “italian” is “italians” without a letter, but first of all a name.
        keys.extend(names.iter().zip(1..).map(|(name, number)| (name.to_string(), Some(number))));
        let keys: Vec<(&str, u32)> = keys.iter().filter_map(|(key, number)| Some((key.as_str(), (*number)?))).collect();
        let (seed, slots) = (0..1000)
            .find_map(|seed| Some(seed).zip(slots(&keys, seed)))
            .ok_or("no seed tells the famous names apart")?;
        let mut bytes = seed.to_le_bytes().to_vec();
        bytes.extend(slots);
        Ok((bytes, names.join("\n")))
    }
}

/// The slots of the table, if no form in it, nor the possessive of one, is taken for another.
fn slots(keys: &[(&str, u32)], seed: u32) -> Option<Vec<u8>> {
    // Four slots of five are taken: fewer would make the program larger, more the search longer.
    let count = keys.len() * 5 / 4 + 1;
    let mut slots = vec![0u8; count * 4];
    for (key, set) in keys {
        let hash = layout::hash(key.as_bytes(), seed);
        let mut at = layout::slot(hash, count);
        while layout::word(&slots, at) != 0 {
            at = (at + 1) % count;
        }
        let slot = layout::fingerprint(hash) | set;
        slots[at * 4..at * 4 + 4].copy_from_slice(&slot.to_le_bytes());
    }
    let found = |key: &str| layout::find(&slots, key.as_bytes(), seed);
    let told_apart = keys.iter().all(|(key, set)| {
        let possessive = format!("{key}'s");
        found(key) == Some(*set)
            && (found(&possessive).is_none() || keys.binary_search_by_key(&possessive.as_str(), |k| k.0).is_ok())
    });
    told_apart.then_some(slots)
}

/// From this class on a word is among the few thousand commonest.
const FREQUENT: u8 = 9;

fn ordered_misspellings(pairs: &BTreeMap<String, String>) -> Result<(Vec<u8>, String), Box<dyn Error>> {
    let mut at: BTreeMap<&str, u64> = pairs.values().map(|right| (right.as_str(), 0)).collect();
    let mut corrections = String::new();
    for (right, place) in &mut at {
        *place = corrections.len() as u64;
        corrections.push_str(right);
        corrections.push('\n');
    }
    let mut builder = MapBuilder::memory();
    for (wrong, right) in pairs {
        builder.insert(wrong, at[right.as_str()])?;
    }
    Ok((builder.into_inner()?, corrections))
}

fn is_vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter)
}

enum Shape {
    Title,
    Upper,
    Own,
}

fn shape(form: &str) -> Shape {
    let capitals = form.chars().filter(|c| c.is_uppercase()).count();
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    let first = form.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    match capitals {
        1 if first => Shape::Title,
        n if n == letters => Shape::Upper,
        _ => Shape::Own,
    }
}

/// The lines of a list without its comments.
fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
}

fn columns(line: &str) -> Result<[&str; 3], String> {
    let mut columns = line.split(' ');
    match (columns.next(), columns.next(), columns.next()) {
        (Some(a), Some(b), Some(c)) => Ok([a, b, c]),
        _ => Err(format!("three columns wanted: “{line}”")),
    }
}
