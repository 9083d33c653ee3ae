//! A name of two words written as one, and in two: “JPMorgan” and “JP Morgan”, “YouTube” and “You
//! Tube”.

use super::two_spellings::{finding, stem};
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::{EntryId, Kind, Span};

pub const CHECK: Check = Check::article("names/one-word-or-two", run);

fn run(reading: &Reading, report: &mut Report) {
    for id in 1..reading.entries.len() {
        let entry = &reading.entries[id];
        if !entry.traits.any(Traits::MIXED) {
            continue;
        }
        let whole = stem(reading.form(EntryId(id as u32)));
        for (at, letter) in whole.char_indices().skip(2) {
            if !letter.is_uppercase() || whole.len() - at < 3 {
                continue;
            }
            let (first, second) = whole.split_at(at);
            let Some(one) = reading.find(first).filter(|_| second.chars().any(char::is_lowercase)) else { continue };
            // “ChrisDenton” is how somebody signs.
            if reading.entries[one.0 as usize].traits.any(Traits::GIVEN_NAME) {
                continue;
            }
            let seconds: Vec<EntryId> =
                ["", "'s", "’s"].iter().filter_map(|s| reading.find(&format!("{second}{s}"))).collect();
            if seconds.is_empty() {
                continue;
            }
            let forms = reading.entries_where(|entry, _| entry == one);
            let apart: Vec<Span> = reading
                .places(&forms)
                .map(|index| reading.at(index))
                .filter(|at| !at.block().is_furniture())
                .filter_map(|at| {
                    let next =
                        at.next().filter(|n| n.is(Kind::Word) && n.spaced() && seconds.contains(&n.token().entry))?;
                    let longer =
                        next.next().is_some_and(|n| n.spaced() && n.is(Kind::Word) && n.token().is_capitalised());
                    let before = at.prev().is_some_and(|p| at.spaced() && p.token().is_capitalised());
                    (!longer && !before).then(|| Span { end: next.span().start + second.len() as u32, ..at.span() })
                })
                .collect();
            let Some(&place) = apart.first() else { continue };
            let joined = Span { end: entry.first.start + whole.len() as u32, ..entry.first };
            let (apart, whole) = (apart.len() as u32, entry.count);
            report.add(match apart <= whole {
                true => finding(reading, place, apart, joined, whole),
                false => finding(reading, joined, whole, place, apart),
            });
        }
    }
}
