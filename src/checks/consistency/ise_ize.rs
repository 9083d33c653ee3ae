use std::cmp::Reverse;

use crate::lexicon::{Dialect, Traits};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::EntryId;

pub const CHECK: Check = Check::article("consistency/ise-ize", run);

/// More words than these are not shown one by one.
const SHOWN: usize = 8;

fn run(reading: &Reading, report: &mut Report) {
    // In American spelling all have a z, and `spelling/dialect` looks after the others.
    if reading.dialect() == Some(Dialect::American) {
        return;
    }
    let british = |id: usize| reading.entries[id].traits.any(Traits::GB);
    let has = |id: usize, letter: u8| ending(reading.form(EntryId(id as u32)), letter);
    let lower = (1..reading.entries.len()).filter(|&id| reading.entries[id].traits.any(Traits::LOWER));
    let mut with_s = lower.clone().filter(|&id| british(id) && has(id, b's').is_some()).peekable();
    if with_s.peek().is_none() {
        return;
    }
    let mut kinds = vec![None; reading.entries.len()];
    with_s.for_each(|id| kinds[id] = Some('s'));
    for id in lower.filter(|&id| !reading.entries[id].traits.any(Traits::US)) {
        if let Some(at) = has(id, b'z')
            && reading.lexicon.traits(&respelt(reading.form(EntryId(id as u32)), at)).any(Traits::GB)
        {
            kinds[id] = Some('z');
        }
    }
    if !kinds.contains(&Some('z')) {
        return;
    }
    let kind = |at: &At| kinds[at.token().entry.0 as usize];
    let forms = reading.entries_where(|id, _| kinds[id.0 as usize].is_some());
    let words = reading.places(&forms).map(|index| reading.at(index));
    let (s, z): (Vec<At>, Vec<At>) =
        words.filter(|at| !at.quoted() && !at.block().is_furniture()).partition(|at| kind(at) == Some('s'));
    let (Some(first_s), Some(first_z)) = (s.first(), z.first()) else { return };
    let z_is_odd = (z.len(), Reverse(first_z.index)) < (s.len(), Reverse(first_s.index));
    let (odd, main) = if z_is_odd { (&z, &s) } else { (&s, &z) };
    let mut finding =
        Finding::at(odd[0].span()).with("other", main[0].text()).related(main[0].span(), "the other ending");
    finding = odd[1..].iter().take(SHOWN).fold(finding, |f, at| f.related(at.span(), "here too"));
    report.add(finding);
}

/// Where the letter of “-ise” or “-ize” stands in a form that has this ending.
pub fn ending(form: &str, letter: u8) -> Option<usize> {
    const TAILS: [&str; 9] = ["e", "ed", "es", "ing", "ation", "ations", "er", "ers", "able"];
    let at = form.as_bytes().windows(2).rposition(|w| w == [b'i', letter])? + 1;
    (at > 3 && TAILS.contains(&&form[at + 1..])).then_some(at)
}

fn respelt(form: &str, at: usize) -> String {
    format!("{}s{}", &form[..at], &form[at + 1..])
}
