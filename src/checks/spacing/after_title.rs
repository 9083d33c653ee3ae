use super::missing_space;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::token("spacing/after-title", Wake::kinds(&[Kind::Abbreviation]), run);

fn run(title: At, report: &mut Report) {
    let Some(name) = title.next().filter(|name| !name.spaced() && name.is(Kind::Word)) else { return };
    if !is_title(title.text()) || !name.has(Traits::TITLE.union(Traits::MIXED)) || name.has(Traits::LETTER) {
        return;
    }
    let mut finding = missing_space(title, name).with("title", title.text());
    if let Some(others) = others(title) {
        finding = finding.say(format!("Add a space after “{}”, as {others}.", title.text()));
    }
    report.add(finding);
}

/// The places where the article itself has the space, in words.
fn others(title: At) -> Option<String> {
    let uses = title.reading.abbreviations().uses(title.token().entry());
    let block = title.block();
    let in_label = block.kind() == BlockKind::Turn && title.span().end <= block.block().label.end;
    match (in_label, uses.spaced_in_labels, uses.spaced) {
        (true, 1, _) => Some("the other speaker label has".into()),
        (true, labels @ 2.., _) => Some(format!("the other {} speaker labels have", in_words(labels))),
        (_, _, 0) => None,
        (_, _, 1) => Some("in the other place".into()),
        (_, _, places) => Some(format!("in the other {} places", in_words(places))),
    }
}

/// As AP, Chicago and the Guardian write small numbers.
fn in_words(number: u32) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number as usize).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Whether the abbreviation is one that stands before a person's name.
pub fn is_title(text: &str) -> bool {
    matches!(
        text,
        "Dr."
            | "Drs."
            | "Mr."
            | "Mrs."
            | "Ms."
            | "Mx."
            | "Messrs."
            | "Mme."
            | "Mlle."
            | "Prof."
            | "Profs."
            | "Rev."
            | "Fr."
            | "Hon."
            | "Msgr."
            | "Gen."
            | "Brig."
            | "Lt."
            | "Col."
            | "Maj."
            | "Capt."
            | "Cmdr."
            | "Comdr."
            | "Sgt."
            | "Cpl."
            | "Pvt."
            | "Pte."
            | "Adm."
            | "Gov."
            | "Govs."
            | "Sen."
            | "Sens."
            | "Rep."
            | "Reps."
            | "Supt."
            | "Insp."
            | "Det."
            | "Cllr."
            | "Atty."
            | "Pres."
    )
}
