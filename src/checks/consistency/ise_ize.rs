use std::cell::Cell;
use std::cmp::Reverse;

use crate::lexicon::{Dialect, Lexicon, Memory, Traits};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("consistency/ise-ize", run);

/// More words than these are not shown one by one.
const SHOWN: usize = 8;

fn run(reading: &Reading, report: &mut Report) {
    // In American spelling all have a z, and `spelling/dialect` looks after the others.
    if reading.dialect() == Some(Dialect::American) {
        return;
    }
    // Few words are spelled so in British English only, and an article without one in -ise has no two ways.
    let mut british = reading.forms_with(Traits::GB).filter(|(_, entry)| entry.traits.any(Traits::LOWER));
    if !british.any(|(id, _)| ending(reading.form(id), b's').is_some()) {
        return;
    }
    let lexicon = reading.lexicon;
    let kinds = reading
        .of_each_form(None, &KEPT, |id| kind_of(lexicon, reading.form(id), reading.entries[id.0 as usize].traits));
    if !kinds.contains(&Some('z')) || !kinds.contains(&Some('s')) {
        return;
    }
    let kind = |at: &At| kinds[at.token().entry().0 as usize];
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

thread_local! {
    static KEPT: Cell<Memory<Option<char>>> = const { Cell::new(Memory::EMPTY) };
}

/// The letter of a form that may be written with either, as far as British spelling goes.
fn kind_of(lexicon: &Lexicon, form: &str, traits: Traits) -> Option<char> {
    if !traits.any(Traits::LOWER) {
        return None;
    }
    if traits.any(Traits::GB) && ending(form, b's').is_some() {
        return Some('s');
    }
    let at = ending(form, b'z').filter(|_| !traits.any(Traits::US))?;
    lexicon.traits(&respelt(form, at)).any(Traits::GB).then_some('z')
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
