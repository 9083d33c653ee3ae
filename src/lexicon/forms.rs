//! The forms built into the program, used where they lie: nothing is read or unpacked at the start.

use std::sync::LazyLock;

use fst::Map;

use super::layout::{self, Stored};
use super::traits::Traits;

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/forms.bin"));
static CAPITALS: &str = include_str!(concat!(env!("OUT_DIR"), "/capitals.txt"));
static CORRECTIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/corrections.txt"));

// Opening these reads their first and last bytes only.
static ORDERED: LazyLock<Map<&[u8]>> = LazyLock::new(|| open(include_bytes!(concat!(env!("OUT_DIR"), "/forms.fst"))));
static MISSPELLINGS: LazyLock<Map<&[u8]>> =
    LazyLock::new(|| open(include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.fst"))));

/// What is stored of a form in lower case with straight apostrophes.
pub fn knowledge(key: &[u8]) -> Option<Traits> {
    let (seed, sets) = (layout::word(TABLE, 0), layout::word(TABLE, 1) as usize);
    let (sets, slots) = TABLE[8..].split_at(sets * 8);
    layout::find(slots, key, seed).map(|set| layout::unpack(sets, set as usize - 1))
}

/// All words and well-known names, in order.
pub fn ordered() -> &'static Map<&'static [u8]> {
    &ORDERED
}

/// What is stored of a word or well-known name for suggestions.
pub fn stored(key: &str) -> Option<Stored> {
    ORDERED.get(key).map(Stored::unpack)
}

/// The form with its own capitals (“iPhone”).
pub fn own_capitals(at: u32) -> &'static str {
    first_line(CAPITALS, at as usize)
}

/// The correction of a sure misspelling.
pub fn correction(key: &str) -> Option<&'static str> {
    MISSPELLINGS.get(key).map(|at| first_line(CORRECTIONS, at as usize))
}

fn first_line(text: &'static str, at: usize) -> &'static str {
    text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

fn open(bytes: &'static [u8]) -> Map<&'static [u8]> {
    Map::new(bytes).expect("the tables are built with the program")
}
