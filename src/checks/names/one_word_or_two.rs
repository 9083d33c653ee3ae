//! A name of two words written as one, and in two: “JPMorgan” and “JP Morgan”, “YouTube” and “You
//! Tube”.

use rustc_hash::FxHashMap;

use super::two_spellings::{finding, stem};
use crate::lexicon::{Entry, Traits};
use crate::reading::{At, Reading};
use crate::rule::{Check, Report};
use crate::text::{BlockKind, EntryId, Kind, Span};

pub const CHECK: Check = Check::article("names/one-word-or-two", run);

/// In bytes; what is longer is code or a mishap.
const LONGEST: usize = 40;

/// A name in one word that may be two.
struct Joined<'r> {
    entry: &'r Entry,
    whole: &'r str,
    /// The length of its second part.
    second: usize,
    /// Where the parts stand apart.
    apart: Vec<Span>,
}

fn run(reading: &Reading, report: &mut Report) {
    let mut joined: Vec<Joined> = Vec::new();
    let mut by_parts: FxHashMap<(EntryId, EntryId), Vec<usize>> = FxHashMap::default();
    let mut firsts = vec![false; reading.entries.len()];
    for (id, entry) in reading.forms_with(Traits::MIXED) {
        let whole = stem(reading.form(id));
        if whole.len() > LONGEST {
            continue;
        }
        for (first, second, text) in parts(reading, whole) {
            firsts[first.0 as usize] = true;
            for second in second {
                by_parts.entry((first, second)).or_default().push(joined.len());
            }
            joined.push(Joined { entry, whole, second: text.len(), apart: Vec::new() });
        }
    }
    if joined.is_empty() {
        return;
    }
    let forms = reading.entries_where(|id, _| firsts[id.0 as usize]);
    for first in reading.places(&forms).map(|index| reading.at(index)) {
        let Some(second) = first.next().filter(|n| n.is(Kind::Word) && n.spaced()) else { continue };
        let Some(numbers) = by_parts.get(&(first.token().entry(), second.token().entry())) else { continue };
        if !stands_alone(first, second) {
            continue;
        }
        for &number in numbers {
            let end = second.span().start + joined[number].second as u32;
            joined[number].apart.push(Span { end, ..first.span() });
        }
    }
    for Joined { entry, whole, apart, .. } in joined {
        let Some(&place) = apart.first() else { continue };
        let joined = Span { end: entry.first.start + whole.len() as u32, ..entry.first };
        let (apart, whole) = (apart.len() as u32, entry.count);
        report.add(match apart <= whole {
            true => finding(reading, place, apart, joined, whole),
            false => finding(reading, joined, whole, place, apart),
        });
    }
}

/// The ways to cut a name at a capital of its own, if the article has both parts: the first, the
/// second with a possessive ending and without, and how that is written.
fn parts<'r>(reading: &Reading, whole: &'r str) -> impl Iterator<Item = (EntryId, Vec<EntryId>, &'r str)> {
    let cuts = whole.char_indices().skip(2).filter(|(at, letter)| letter.is_uppercase() && whole.len() - at > 2);
    cuts.filter_map(|(at, _)| {
        let (first, second) = whole.split_at(at);
        // “ChrisDenton” is how somebody signs.
        let first =
            reading.find(first).filter(|one| !reading.entries[one.0 as usize].traits.any(Traits::GIVEN_NAME))?;
        let endings = ["", "'s", "’s"].iter().filter(|_| second.chars().any(char::is_lowercase));
        let seconds: Vec<EntryId> = endings.filter_map(|s| reading.find(&format!("{second}{s}"))).collect();
        (!seconds.is_empty()).then_some((first, seconds, second))
    })
}

/// Whether the two words are a name of their own, and no part of a longer one.
fn stands_alone(first: At, second: At) -> bool {
    let longer = second.next().is_some_and(|n| n.spaced() && n.is(Kind::Word) && n.token().is_capitalised());
    let before = first.prev().is_some_and(|p| first.spaced() && p.token().is_capitalised());
    // “Implementing the Todo Item” has its capitals because it is a heading.
    let heading = matches!(first.block().kind(), BlockKind::Heading(_));
    !longer && !before && !heading && !first.block().is_furniture()
}
