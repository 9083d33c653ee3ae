//! Two letters of a short name have changed places: “IMF” three times, and “IFM” once.

use super::two_spellings::{finding, stem};
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("names/acronym-slip", run);

/// So often must the other stand.
const OFTEN: u32 = 2;

fn run(reading: &Reading, report: &mut Report) {
    for (id, odd) in reading.forms_with(Traits::UPPER).filter(|(_, odd)| odd.count == 1) {
        let text = stem(reading.form(id));
        if !(3..=6).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_uppercase()) {
            continue;
        }
        if odd.traits.any(Traits::COMMON) || reading.lexicon.is_abbreviation(text) {
            continue;
        }
        let at = reading.at(reading.token_at(odd.first.start));
        let among_capitals = [at.prev(), at.next()].into_iter().flatten().any(|near| near.has(Traits::UPPER));
        for first in 0..text.len() - 1 {
            let mut letters = text.as_bytes().to_vec();
            letters.swap(first, first + 1);
            let main = std::str::from_utf8(&letters).ok().filter(|main| *main != text).and_then(|m| reading.find(m));
            let Some(main) = main.map(|main| &reading.entries[main.0 as usize]) else { continue };
            let quoted = at.block().is_furniture() || among_capitals;
            if main.count >= OFTEN && !quoted {
                let span = crate::text::Span { end: odd.first.start + text.len() as u32, ..odd.first };
                report.add(finding(reading, span, odd.count, main.first, main.count));
                break;
            }
        }
    }
}
