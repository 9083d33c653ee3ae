//! Forms that stand in no list because they are made from others by rule: possessives, the plurals
//! of names, contractions, words with a prefix or an ending that any word can take.

use super::forms;
use super::layout::{self, without_accents};
use super::traits::Traits;

/// What is known of a form (in lower case, with straight apostrophes) itself, or through the form
/// that it is made from.
pub fn knowledge(key: &str, shape: Traits) -> Option<Traits> {
    let stored = forms::knowledge(key.as_bytes());
    if stored.is_some_and(|t| t.any(known_in(shape) | Traits::MISSPELLED)) {
        return stored;
    }
    if let Some((stem, ending)) = key.rsplit_once('\'') {
        // “queen’s” is known, although the lists have “Queen’s” as a name.
        return with_apostrophe(stem, ending, shape).or(stored);
    }
    if stored.is_some() {
        return stored;
    }
    if key.contains('.') {
        // The lexer makes abbreviations only of what it knows.
        let bare: String = key.chars().filter(|c| *c != '.').collect();
        let traits = forms::knowledge(bare.as_bytes()).unwrap_or_default();
        return Some((traits - Traits::MISSPELLED) | EVERY_CASE);
    }
    if let Some(bare) = without_accents(key) {
        return forms::knowledge(bare.as_bytes()).map(|t| t - Traits::MISSPELLED - Traits::PROPER);
    }
    if shape.capitalised()
        && let Some(traits) = plural_of_name(key)
    {
        return Some(traits);
    }
    if shape.any(Traits::UPPER) && is_roman(key) {
        return Some(layout::IN_CAPITALS);
    }
    made_of(key).or_else(|| plural(key)).or_else(|| agent(key)).or_else(|| archaic(key))
}

/// Known however it is written.
const EVERY_CASE: Traits = Traits::COMMON;

fn with_apostrophe(stem: &str, ending: &str, shape: Traits) -> Option<Traits> {
    match ending {
        // “Mexico’s”, “dogs’”
        "s" | "" => knowledge(stem, shape).filter(|t| !t.any(Traits::MISSPELLED)).map(|t| t - Traits::PLURAL),
        // “who’d”, “there’ll”, “might’ve”, “what’re”
        "ll" | "d" | "ve" | "re" => {
            let traits = knowledge(stem, shape).filter(|t| t.any(known_in(shape)))?;
            Some((traits - PARTS_OF_SPEECH) | Traits::VERB)
        }
        // “droppin’”
        _ => None,
    }
}

/// “Kennedys”, “Toyotas”, “NGOs”.
fn plural_of_name(key: &str) -> Option<Traits> {
    let stem = key.strip_suffix('s')?;
    let name = |stem: &str| {
        let names = Traits::KNOWN.union(layout::IN_CAPITALS).union(layout::OWN_CAPITALS);
        forms::knowledge(stem.as_bytes()).filter(|t| t.any(names) && !t.any(Traits::COMMON.union(Traits::MISSPELLED)))
    };
    let traits = name(stem).or_else(|| name(stem.strip_suffix('e')?))?;
    Some((traits - Traits::PROPER - Traits::GIVEN_NAME - Traits::PLACE) | Traits::NOUN | Traits::PLURAL)
}

/// The plural of a noun that the lists have in the singular only.
fn plural(key: &str) -> Option<Traits> {
    let stem = key.strip_suffix('s').filter(|s| s.len() >= 5 && !s.ends_with(['s', 'x', 'z', 'h', 'y', 'i', 'u']))?;
    let traits = forms::knowledge(stem.as_bytes())?;
    let ing = traits.any(Traits::ING) && is_used(stem);
    let noun = traits.contains(Traits::COMMON | Traits::NOUN)
        && (ing || !traits.any(Traits::PLURAL | Traits::ADJECTIVE | Traits::FUNCTION));
    noun.then_some((traits - Traits::VERB - Traits::FREQUENT) | Traits::PLURAL)
}

/// Who does what a verb says: “signifiers”, “approver”.
fn agent(key: &str) -> Option<Traits> {
    let one = key.strip_suffix('s').unwrap_or(key);
    let stem = one.strip_suffix("er")?;
    let verb = |word: &str| {
        word.len() >= 5
            && is_used(word)
            && forms::knowledge(word.as_bytes()).is_some_and(|t| t.any(Traits::VERB) && t.any(Traits::COMMON))
    };
    let consonants = stem.bytes().rev().take(2).all(|b| !b"aeiouy".contains(&b));
    let known = match stem.strip_suffix('i') {
        Some(stem) => verb(&format!("{stem}y")),
        None => verb(&format!("{stem}e")) || consonants && verb(stem),
    };
    let plural = if one == key { Traits::empty() } else { Traits::PLURAL };
    known.then_some(Traits::COMMON | Traits::NOUN | plural)
}

/// What a verb had in the third person when the Bible was put into English: “goeth”, “observeth”.
fn archaic(key: &str) -> Option<Traits> {
    let stem = key.strip_suffix("eth")?;
    let verb = |word: &str| {
        is_used(word) && forms::knowledge(word.as_bytes()).is_some_and(|t| t.any(Traits::VERB) && t.any(Traits::COMMON))
    };
    let known = stem == "go" || stem.len() > 2 && verb(stem) || stem.len() > 2 && verb(&format!("{stem}e"));
    known.then_some(Traits::COMMON | Traits::VERB | Traits::THIRD_PERSON)
}

/// Whether it is a number in Roman numerals.
pub fn is_roman(key: &str) -> bool {
    let value = |b: u8| match b {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        b'l' => 50,
        b'c' => 100,
        b'd' => 500,
        b'm' => 1000,
        _ => 0,
    };
    // Read from the right, a numeral may be smaller than the one after it only one at a time.
    let (mut highest, mut smaller, mut run, mut last) = (0, 0, 0, 0);
    for b in key.bytes().rev() {
        let v = value(b);
        run = if v == last { run + 1 } else { 1 };
        smaller = if v < highest { smaller + 1 } else { 0 };
        if v == 0 || run > 3 || smaller > 1 || smaller == 1 && (v * 10 < highest || !matches!(v, 1 | 10 | 100)) {
            return false;
        }
        highest = highest.max(v);
        last = v;
    }
    !key.is_empty()
}

/// Prefixes that any word can take, and how long the word must be: a short one after a short
/// prefix is likelier a slip (“rearch”).
const PREFIXES: &[(&str, usize)] = &[
    ("anti", 3),
    ("auto", 4),
    ("bio", 5),
    ("co", 5),
    ("counter", 4),
    ("crypto", 4),
    ("cyber", 4),
    ("de", 6),
    ("eco", 5),
    ("euro", 4),
    ("ex", 6),
    ("extra", 5),
    ("fore", 5),
    ("geo", 5),
    ("hyper", 4),
    ("inter", 5),
    ("intra", 4),
    ("kilo", 3),
    ("macro", 4),
    ("mega", 4),
    ("meta", 5),
    ("micro", 4),
    ("mid", 3),
    ("milli", 4),
    ("mini", 4),
    ("mis", 5),
    ("mono", 4),
    ("multi", 4),
    ("nano", 4),
    ("neo", 5),
    ("neuro", 4),
    ("non", 4),
    ("off", 5),
    ("out", 5),
    ("over", 4),
    ("paleo", 4),
    ("petro", 5),
    ("photo", 4),
    ("poly", 4),
    ("post", 4),
    ("pre", 5),
    ("proto", 4),
    ("pseudo", 4),
    ("psycho", 4),
    ("quasi", 4),
    ("radio", 4),
    ("re", 5),
    ("retro", 4),
    ("semi", 4),
    ("socio", 4),
    ("sub", 5),
    ("super", 4),
    ("tele", 4),
    ("thermo", 4),
    ("trans", 5),
    ("tri", 6),
    ("ultra", 4),
    ("un", 5),
    ("under", 4),
    ("uni", 6),
    ("up", 6),
];

/// Endings that any noun can take.
const ENDINGS: &[(&str, usize)] =
    &[("like", 3), ("wise", 4), ("ness", 5), ("less", 4), ("ship", 5), ("proof", 4), ("maker", 4)];

/// A word with a prefix (“nonviolent”, “antisemitic”, “cofounder”) or an ending (“catlike”).
fn made_of(key: &str) -> Option<Traits> {
    let word = |rest: &str, least: usize| {
        let traits = (rest.len() >= least).then(|| forms::knowledge(rest.as_bytes()))??;
        let plain = traits.any(Traits::COMMON) && traits.any(CONTENT) && !traits.any(Traits::MISSPELLED);
        // Where one letter could be wrong, only words that people use count.
        (plain && is_used(rest)).then_some(traits)
    };
    let first = key.as_bytes().first();
    for &(prefix, least) in PREFIXES.iter().filter(|(prefix, _)| prefix.as_bytes().first() == first) {
        if let Some(rest) = key.strip_prefix(prefix)
            && let Some(traits) = word(rest, least)
            && fits(prefix, traits)
        {
            return Some((traits - Traits::FREQUENT - Traits::ODD_SOUND - CLOSED) | Traits::COMMON);
        }
    }
    for &(ending, least) in ENDINGS {
        if let Some(stem) = key.strip_suffix(ending)
            && word(stem, least).is_some_and(|t| t.any(Traits::NOUN | Traits::ADJECTIVE) && !t.any(Traits::PLURAL))
        {
            let kind = if matches!(ending, "like" | "less" | "proof") { Traits::ADJECTIVE } else { Traits::NOUN };
            return Some(Traits::COMMON | kind);
        }
    }
    None
}

/// Whether the prefix makes a word of words of this kind.
fn fits(prefix: &str, word: Traits) -> bool {
    match prefix {
        "un" => word.any(Traits::ADJECTIVE | Traits::PAST | Traits::ADVERB),
        "re" | "de" | "mis" => word.any(Traits::VERB),
        "out" | "off" | "up" | "ex" => word.any(Traits::VERB) && word.any(Traits::PAST | Traits::ING),
        _ => true,
    }
}

fn is_used(word: &str) -> bool {
    let least = if word.len() > 7 { 2 } else { 4 };
    forms::stored(word).is_some_and(|s| s.commonness >= least)
}

/// With which bit of the stored knowledge a form of this shape is known.
pub fn known_in(shape: Traits) -> Traits {
    if shape.any(Traits::LOWER) {
        Traits::COMMON
    } else if shape.any(Traits::TITLE) {
        Traits::COMMON | Traits::KNOWN
    } else {
        Traits::COMMON | Traits::KNOWN | layout::IN_CAPITALS | layout::OWN_CAPITALS
    }
}

const PARTS_OF_SPEECH: Traits =
    CLOSED.union(CONTENT).union(Traits::MOSTLY_NOUN).union(Traits::MOSTLY_VERB).union(Traits::MOSTLY_ADJECTIVE);
const CONTENT: Traits = Traits::NOUN.union(Traits::VERB).union(Traits::ADJECTIVE).union(Traits::ADVERB);
const CLOSED: Traits = Traits::FUNCTION
    .union(Traits::PREPOSITION)
    .union(Traits::DETERMINER)
    .union(Traits::PRONOUN)
    .union(Traits::CONJUNCTION)
    .union(Traits::AUXILIARY)
    .union(Traits::NUMERAL);
