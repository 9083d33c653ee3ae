//! “De” of a surname with its capital and without: “Kevin De Bruyne” and “de Bruyne”.

use rustc_hash::FxHashMap;

use crate::diagnostic::Applicability;
use crate::evidence::Marks;
use crate::lexicon::{Traits, capitalised};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind};

pub const CHECK: Check = Check::article("names/particle", run);

const PARTICLES: [&str; 12] = ["de", "van", "von", "da", "di", "du", "den", "ter", "della", "bin", "ibn", "dos"];

/// The places of one surname.
#[derive(Default)]
struct Uses<'r> {
    /// With a capital behind a given name, where it is nobody's choice but the family's.
    full: Vec<At<'r>>,
    lower: Vec<At<'r>>,
    /// How many of these stand behind a given name.
    lower_full: usize,
    /// With a capital behind nothing.
    alone: usize,
}

fn run(reading: &Reading, report: &mut Report) {
    if !reading.sorts().any(Marks::PARTICLE) {
        return;
    }
    let mut wanted = vec![false; reading.entries.len()];
    let mut any = false;
    for particle in PARTICLES {
        if let (Some(lower), Some(capital)) = (reading.find(particle), reading.find(&capitalised(particle))) {
            wanted[lower.0 as usize] = true;
            wanted[capital.0 as usize] = true;
            any = true;
        }
    }
    if !any {
        return;
    }
    let mut surnames: FxHashMap<(String, EntryId), Uses> = FxHashMap::default();
    let mut order: Vec<(String, EntryId)> = Vec::new();
    let forms = reading.entries_where(|id, _| wanted[id.0 as usize]);
    for at in reading.places(&forms).map(|index| reading.at(index)) {
        // “van der Berg”
        let after = next_word(at).and_then(|word| if is_second(word.text()) { next_word(word) } else { Some(word) });
        let surname = after.filter(|surname| surname.token().is_capitalised());
        let Some(surname) = surname.filter(|_| !at.quoted() && !at.block().is_furniture()) else { continue };
        let key = (at.text().to_lowercase(), surname.token().entry());
        let uses = surnames.entry(key.clone()).or_default();
        order.push(key);
        let given = at.prev().is_some_and(|given| {
            // “Pieter van der Berg”, whom no list has, but not “Mr van der Berg”.
            let strange = given.has(Traits::UNKNOWN) && given.text().len() > 3;
            at.spaced()
                && given.is(Kind::Word)
                && given.token().is_capitalised()
                && (given.has(Traits::GIVEN_NAME) || strange)
        });
        match (at.token().is_capitalised(), given) {
            (true, true) => uses.full.push(at),
            (true, false) => uses.alone += 1,
            (false, _) => {
                uses.lower.push(at);
                uses.lower_full += usize::from(given);
            }
        }
    }
    for key in order {
        let Some(Uses { full, lower, lower_full, alone }) = surnames.remove(&key) else { continue };
        let (mut odd, mut others) = (&lower, &full);
        if lower.len() > full.len() + alone {
            // Behind a given name it has one form.
            if lower_full <= full.len() {
                continue;
            }
            (odd, others) = (others, odd);
        }
        let (Some(family), [odd, again @ ..]) = (others.first(), &odd[..]) else { continue };
        let right = if odd.token().is_capitalised() { odd.text().to_lowercase() } else { capitalised(odd.text()) };
        let finding = Finding::at(odd.span())
            .with("surname", odd.next().map_or("", |surname| surname.text()))
            .with("right", right.clone())
            .related(family.span(), "with the given name");
        let finding = again.iter().take(8).fold(finding, |f, at| f.related(at.span(), "here too"));
        report.add(finding.replace(odd.span(), right).applicability(Applicability::Unsafe));
    }
}

fn next_word(at: At) -> Option<At> {
    at.next().filter(|next| next.is(Kind::Word) && next.spaced())
}

/// Small words between the particle and the name.
fn is_second(word: &str) -> bool {
    matches!(word, "de" | "den" | "der" | "la" | "las" | "los" | "het" | "ten" | "ter")
}
