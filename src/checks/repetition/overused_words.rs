use std::sync::LazyLock;

use crate::evidence::roots::Root;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::sieve::Sieve;
use crate::text::{BlockKind, EntryId, Span};

pub const CHECK: Check = Check::article("repetition/overused-words", run);

/// A word is overused if it stands at least so often…
const LEAST: usize = 3;
/// …and more than once in so many words.
const RARITY: usize = 800;
/// So many words are named, and so many places of each shown.
const NAMED: usize = 4;
const SHOWN: usize = 12;

/// A stock word, with the places where it stands.
struct Overused {
    word: &'static str,
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

fn gather(reading: &Reading) -> Vec<Overused> {
    let words = reading.entries.iter().map(|entry| entry.count as usize).sum::<usize>();
    let least = LEAST.max(words / RARITY + 1);
    // Few words stand so often; only these are looked up.
    let is_often = |root: &Root| (root.root != 0) & (root.count as usize >= least);
    let word = |id: EntryId| Some(reading.roots().of_entry(id)).filter(is_often).and_then(stock_word);
    let sieve: &Sieve = &SIEVE;
    let may_be = |root: &&Root| sieve.may_hold(root.root) & is_often(root);
    if !reading.roots().all().iter().filter(may_be).any(|root| stock_word(*root).is_some()) {
        return Vec::new();
    }
    let often = reading.entries_where(|id, _| word(id).is_some());
    let mut found: Vec<Overused> = STOCK.iter().map(|word| Overused { word, places: Vec::new() }).collect();
    for at in
        reading.places(&often).map(|index| reading.at(index)).filter(|at| !at.quoted() && !at.block().is_furniture())
    {
        found[usize::from(word(at.token().entry()).unwrap_or_default())].places.push(at.span());
    }
    // What the headline names is what the article is about.
    let headline =
        reading.blocks().find(|b| matches!(b.kind(), BlockKind::Heading(_))).map_or(Span::at(0), |b| b.span());
    let is_topic = |o: &Overused| o.places.first().is_some_and(|p| headline.contains(*p));
    found.retain(|o| o.places.len() >= least && !is_topic(o));
    found
}

/// The stock words by root, each with the first word that has it.
static BY_ROOT: LazyLock<Vec<(Root, u8)>> = LazyLock::new(|| {
    let mut all: Vec<(Root, u8)> = STOCK.iter().zip(0..).map(|(word, number)| (Root::of(word), number)).collect();
    all.sort_by_key(|(root, number)| (root.root, *number));
    all.dedup_by_key(|(root, _)| root.root);
    all
});
/// Their roots: of most words few bits say that they are none.
static SIEVE: LazyLock<Sieve> = LazyLock::new(|| Sieve::of(BY_ROOT.iter().map(|(root, _)| root.root)));

/// Which of the stock words a form is.
fn stock_word(root: Root) -> Option<u8> {
    let found = BY_ROOT.binary_search_by_key(&root.root, |(stock, _)| stock.root).ok()?;
    let (stock, number) = BY_ROOT[found];
    // “Increasingly” is a filler, “increase” a word like another.
    (!STOCK[usize::from(number)].ends_with("ly") || stock.form == root.form).then_some(number)
}

/// Words that say little and that hurried prose says often: hedges, boosters, and verbs and
/// adjectives of importance.
const STOCK: [&str; 79] = [
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
