use super::odd::{self, Manner};
use crate::evidence::forms::{Group, Place, Role, Topic};
use crate::lexicon::{Traits, split_possessive};
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::{BlockKind, EntryId, Span};

pub const CHECK: Check = Check::article("consistency/possessive", run);

fn run(reading: &Reading, report: &mut Report) {
    let mut stems: Vec<&str> = Vec::new();
    for (id, entry) in reading.forms_with(Traits::APOSTROPHE) {
        let (stem, ending) = split_possessive(reading.form(id));
        let full = stem.ends_with('s') && ending.ends_with('s') && entry.traits.any(Traits::TITLE | Traits::MIXED);
        if full && !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    for stem in stems {
        let forms = [("'s", true), ("’s", true), ("'", false), ("’", false)];
        let name: Vec<(bool, EntryId)> = forms
            .iter()
            .filter_map(|(ending, full)| Some((*full, reading.find(&format!("{stem}{ending}"))?)))
            .collect();
        if name.iter().any(|(full, _)| !full) {
            odd::report(reading, &group(reading, &name), &Manner::of(mend), report);
        }
    }
}

/// The places of the forms of one name, by form.
fn group(reading: &Reading, name: &[(bool, EntryId)]) -> Group {
    let set = reading.set(name.iter().map(|(_, id)| *id));
    let mut places = [Vec::new(), Vec::new()];
    for at in reading.places(&set).map(|index| reading.at(index)) {
        let full = name.iter().any(|(full, id)| *full && *id == at.token().entry());
        let role = match at.block().kind() {
            _ if at.quoted() => Role::Quotation,
            BlockKind::Heading(_) => Role::Heading,
            _ => Role::Text,
        };
        if !at.block().is_furniture() {
            places[usize::from(full)].push(Place { span: at.span(), role });
        }
    }
    Group::of(Topic::Possessive, places)
}

/// The name with the other ending.
fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let from = &reading.article.prose[place];
    let mark = if from.contains('’') { "’" } else { "'" };
    let (stem, _) = split_possessive(from);
    Some(format!("{stem}{mark}{}", if to.ends_with('s') { "s" } else { "" }))
}
