use rustc_hash::FxHashMap;

use super::odd::{self, Manner};
use crate::evidence::forms::{Group, Place, Role, Topic};
use crate::lexicon::{Traits, split_possessive};
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::{BlockKind, EntryId, Span};

pub const CHECK: Check = Check::article("consistency/possessive", run);

fn run(reading: &Reading, report: &mut Report) {
    let names = |traits: Traits| traits.any(Traits::POSSESSIVE) && !traits.any(Traits::UPPER);
    // The forms of each name that has both, with its number and whether the form has an s.
    let mut forms: FxHashMap<EntryId, (usize, bool)> = FxHashMap::default();
    let mut count = 0;
    for (id, _) in reading.forms_with(Traits::APOSTROPHE).filter(|(_, entry)| names(entry.traits)) {
        let (stem, ending) = split_possessive(reading.form(id));
        if !stem.ends_with('s') || !ending.ends_with('s') || forms.contains_key(&id) {
            continue;
        }
        let bare = ["'", "’"].map(|ending| reading.find(&format!("{stem}{ending}")));
        if bare.iter().any(Option::is_some) {
            let full = ["'s", "’s"].map(|ending| reading.find(&format!("{stem}{ending}")));
            forms.extend(full.into_iter().flatten().map(|form| (form, (count, true))));
            forms.extend(bare.into_iter().flatten().map(|form| (form, (count, false))));
            count += 1;
        }
    }
    if forms.is_empty() {
        return;
    }
    let mut places = vec![[Vec::new(), Vec::new()]; count];
    for at in reading.places(&reading.set(forms.keys().copied())).map(|index| reading.at(index)) {
        let (name, full) = forms[&at.token().entry()];
        let role = match at.block().kind() {
            _ if at.quoted() => Role::Quotation,
            BlockKind::Heading(_) => Role::Heading,
            _ => Role::Text,
        };
        if !at.block().is_furniture() {
            places[name][usize::from(full)].push(Place { span: at.span(), role });
        }
    }
    for places in places {
        odd::report(reading, &Group::of(Topic::Possessive, places), &Manner::of(mend), report);
    }
}

/// The name with the other ending.
fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let from = &reading.article.prose[place];
    let mark = if from.contains('’') { "’" } else { "'" };
    let (stem, _) = split_possessive(from);
    Some(format!("{stem}{mark}{}", if to.ends_with('s') { "s" } else { "" }))
}
