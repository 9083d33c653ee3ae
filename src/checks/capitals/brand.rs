//! A brand with other capitals than its own: “Youtube”, “Iphone”, “LinkedIN”.

use super::{is_all_of_a_link, is_among_english, is_no_prose};
use crate::diagnostic::Edit;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind};

pub const CHECK: Check = Check::article("capitals/brand", run);

/// So many other places are shown.
const SHOWN: usize = 20;

fn run(reading: &Reading, report: &mut Report) {
    // Each form that is wrong, and how it is written, by its number.
    let mut wrong: Vec<(EntryId, String)> = Vec::new();
    for (id, entry) in reading.forms_with(Traits::BRAND) {
        if entry.traits.any(Traits::TITLE | Traits::MIXED | Traits::UPPER) {
            wrong.extend(own_capitals(reading, id, entry.traits).map(|own| (id, own)));
        }
    }
    if wrong.is_empty() {
        return;
    }
    let forms = reading.set(wrong.iter().map(|(form, _)| *form));
    // “Github” and “Github’s” are one cause.
    let mut found: Vec<(&str, Vec<Edit>)> = Vec::new();
    for at in reading.places(&forms).map(|index| reading.at(index)) {
        let Some((_, own)) = wrong.iter().find(|(form, _)| *form == at.token().entry()) else { continue };
        if report.looks_at(at.block().block()) && is_meant(at) && !is_raised_by_place(at, own) {
            let (brand, edit) = (stem(own), Edit::new(at.span(), own.clone()));
            match found.iter_mut().find(|(known, _)| *known == brand) {
                Some((_, edits)) => edits.push(edit),
                None => found.push((brand, vec![edit])),
            }
        }
    }
    for (brand, edits) in found {
        let others = edits.iter().skip(1).take(SHOWN).map(|edit| edit.span);
        let finding = Finding::at(edits[0].span).with("own", brand);
        report.add(others.fold(finding, |finding, place| finding.related(place, "Here too.")).fix(edits));
    }
}

/// How the brand is written, if it has a capital inside. Surnames are written in several ways
/// (“Dupont”, “Macdonald”).
fn own_capitals(reading: &Reading, id: EntryId, traits: Traits) -> Option<String> {
    let form = reading.form(id);
    let own = reading.lexicon.proper_form(form)?;
    // Written all in capitals only a house's own word is wrong, and at a start any may have a capital.
    let of_house = reading.lexicon.house_form(form).is_some();
    let shouted = traits.any(Traits::UPPER) && !of_house;
    // “Mastercard”, once “MasterCard”
    let both = traits.any(Traits::TITLE) && traits.any(Traits::KNOWN) && !of_house;
    let raised = form.chars().skip(1).eq(own.chars().skip(1));
    if shouted || both || traits.any(Traits::MIXED) && raised {
        return None;
    }
    let inside = stem(&own).chars().skip(1).any(char::is_uppercase);
    let person =
        traits.any(Traits::COMMON) || !of_house && traits.any(Traits::GIVEN_NAME | Traits::SURNAME | Traits::PLACE);
    ((inside || of_house) && !person && stem(&own).contains(char::is_lowercase)).then(|| own.into_owned())
}

fn stem(brand: &str) -> &str {
    brand.trim_end_matches("'s").trim_end_matches("’s")
}

/// Whether it is a word of the text, and not a handle, a link or a word of another language.
fn is_meant(at: At) -> bool {
    let in_capitals = |other: Option<At>| other.is_some_and(|other| other.has(Traits::UPPER) && other.text().len() > 2);
    let shouted = at.has(Traits::UPPER) && (in_capitals(at.prev()) || in_capitals(at.next()));
    !shouted && at.is(Kind::Word) && !is_no_prose(at) && !is_all_of_a_link(at) && is_among_english(at)
}

/// “Ebay said”, “Itunes is”: houses differ in what they make of eBay where a sentence starts.
fn is_raised_by_place(at: At, own: &str) -> bool {
    at.starts_sentence() && at.has(Traits::TITLE) && own.starts_with(char::is_lowercase)
}
