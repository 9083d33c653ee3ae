//! “De” of a surname with its capital and without: “Kevin De Bruyne” and “de Bruyne”.

use rustc_hash::FxHashMap;

use crate::diagnostic::Applicability;
use crate::evidence::Marks;
use crate::lexicon::{Traits, capitalised};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind};

pub const CHECK: Check = Check::article("names/particle", run);

const PARTICLES: [&str; 9] = ["de", "van", "von", "da", "di", "du", "den", "ter", "della"];

/// The places of one surname.
#[derive(Default)]
struct Uses<'r> {
    /// With a capital behind a given name, where it is nobody's choice but the family's.
    full: Vec<At<'r>>,
    lower: Vec<At<'r>>,
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
        let surname = at.next().filter(|next| next.is(Kind::Word) && next.spaced() && next.token().is_capitalised());
        let Some(surname) = surname.filter(|_| !at.quoted() && !at.block().is_furniture()) else { continue };
        let key = (at.text().to_lowercase(), surname.token().entry());
        let uses = surnames.entry(key.clone()).or_default();
        order.push(key);
        let given = at.prev().is_some_and(|given| {
            at.spaced() && given.is(Kind::Word) && given.has(Traits::GIVEN_NAME) && given.token().is_capitalised()
        });
        match (at.token().is_capitalised(), given) {
            (true, true) => uses.full.push(at),
            (true, false) => uses.alone += 1,
            (false, _) => uses.lower.push(at),
        }
    }
    for key in order {
        let Some(Uses { full, lower, alone }) = surnames.remove(&key) else { continue };
        let (Some(family), Some(odd)) = (full.first(), lower.first()) else { continue };
        if lower.len() > full.len() + alone {
            continue;
        }
        let right = capitalised(odd.text());
        let finding = Finding::at(odd.span())
            .with("surname", odd.next().map_or("", |surname| surname.text()))
            .with("right", right.clone())
            .related(family.span(), "with the given name");
        let finding = lower[1..].iter().take(8).fold(finding, |f, at| f.related(at.span(), "here too"));
        report.add(finding.replace(odd.span(), right).applicability(Applicability::Unsafe));
    }
}
