use crate::evidence::roots::Root;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Span};

pub const CHECK: Check = Check::article("repetition/overused-words", run);

/// A word is overused if it stands at least so often…
const LEAST: usize = 3;
/// …and more than once in so many words.
const RARITY: usize = 800;
/// So many words are named, and so many places of each shown.
const NAMED: usize = 4;
const SHOWN: usize = 12;

/// A stock word, with the places where it stands.
struct Overused<'r> {
    word: &'r str,
    places: Vec<Span>,
}

fn run(reading: &Reading, report: &mut Report) {
    let mut overused = gather(reading);
    overused.sort_by_key(|o| (std::cmp::Reverse(o.places.len()), o.places[0]));
    let Some(first) = overused.first() else { return };
    let named: Vec<String> = overused
        .iter()
        .take(NAMED)
        .enumerate()
        .map(|(i, o)| format!("“{}” {}{}", o.word, o.places.len(), if i == 0 { " times" } else { "" }))
        .collect();
    let message = format!("Stock words wear thin: {}. Please cut or vary them.", named.join(", "));
    let mut finding = Finding::at(first.places[0]).say(message);
    for other in &overused {
        let places = other.places.iter().take(SHOWN).filter(|place| **place != first.places[0]);
        finding = places.fold(finding, |f, place| f.related(*place, format!("“{}”", other.word)));
    }
    report.add(finding);
}

fn gather<'r>(reading: &'r Reading) -> Vec<Overused<'r>> {
    // Cheap for the many articles that overuse nothing: places only of words that stand often enough.
    let roots = reading.roots();
    let mut often: Vec<u32> =
        roots.all().iter().filter(|r| r.root != 0 && r.count as usize >= LEAST).map(|r| r.root).collect();
    often.sort_unstable();
    let mut stock: Vec<(Root, &str)> = Vec::new();
    for &word in STOCK {
        let root = Root::of(word);
        if often.binary_search(&root.root).is_ok() && !stock.iter().any(|(r, _)| r.root == root.root) {
            stock.push((root, word));
        }
    }
    if stock.is_empty() {
        return Vec::new();
    }
    let headline =
        reading.blocks().find(|b| matches!(b.kind(), BlockKind::Heading(_))).map_or(Span::at(0), |b| b.span());
    let words = reading.entries.iter().map(|entry| entry.count as usize).sum::<usize>();
    let mut found: Vec<Overused> = stock.iter().map(|(_, word)| Overused { word, places: Vec::new() }).collect();
    let which = by_entry(reading, &stock);
    for block in reading.blocks().filter(|b| !b.is_furniture()) {
        for at in block.each() {
            if let Some(i) = which[at.token().entry.0 as usize]
                && !at.quoted()
            {
                found[i].places.push(at.span());
            }
        }
    }
    // What the headline names is what the article is about.
    let is_topic = |o: &Overused| o.places.first().is_some_and(|p| headline.contains(*p));
    found.retain(|o| !is_topic(o) && o.places.len() >= LEAST && o.places.len() * RARITY > words);
    found
}

/// For each distinct form of the article: which of the stock words it is.
fn by_entry(reading: &Reading, stock: &[(Root, &str)]) -> Vec<Option<usize>> {
    let which = |root: Root| {
        // “Increasingly” is a filler, “increase” a word like another.
        let same = |(stock, word): &(Root, &str)| {
            if word.ends_with("ly") { stock.form == root.form } else { stock.root == root.root }
        };
        (root.root != 0).then(|| stock.iter().position(same)).flatten()
    };
    reading.roots().all().iter().map(|root| which(*root)).collect()
}

/// Words that say little and that hurried prose says often: hedges, boosters, and verbs and
/// adjectives of importance.
const STOCK: &[&str] = &[
    "ongoing",
    "potential",
    "crucial",
    "underscore",
    "highlight",
    "sustained",
    "significant",
    "pivotal",
    "robust",
    "comprehensive",
    "navigate",
    "foster",
    "leverage",
    "delve",
    "landscape",
    "testament",
    "tapestry",
    "multifaceted",
    "nuanced",
    "intricate",
    "notable",
    "noteworthy",
    "seamless",
    "transformative",
    "innovative",
    "vibrant",
    "bolster",
    "showcase",
    "emphasize",
    "emphasise",
    "paramount",
    "imperative",
    "vital",
    "unprecedented",
    "groundbreaking",
    "remarkable",
    "profound",
    "meticulous",
    "facilitate",
    "utilize",
    "utilise",
    "streamline",
    "empower",
    "holistic",
    "synergy",
    "realm",
    "myriad",
    "plethora",
    "particularly",
    "increasingly",
    "ultimately",
    "essentially",
    "basically",
    "actually",
    "literally",
    "arguably",
    "undoubtedly",
    "moreover",
    "furthermore",
    "additionally",
    "heightened",
    "resonate",
    "elevate",
    "garner",
    "embark",
    "harness",
    "spearhead",
    "cutting-edge",
    "ever-evolving",
    "game-changer",
    "stakeholder",
    "impactful",
    "actionable",
    "incredibly",
    "amazing",
    "awesome",
    "iconic",
    "unique",
    "dynamic",
];
