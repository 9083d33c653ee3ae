use super::odd::{self, Manner};
use crate::diagnostic::Level;
use crate::evidence::forms::{Role, Topic};
use crate::lexicon::in_case_of;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/compound", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Compound) {
        let said = group.within(&[Role::Heading, Role::Text]);
        let one_to_one = said.forms.iter().all(|form| form.places.len() == 1);
        let hyphen_only =
            said.forms.iter().all(|form| reading.article.prose[form.places[0].span].contains([' ', '-', '‑']));
        // A hyphen more or less, once each, is no great matter.
        let level = if one_to_one && hyphen_only { Some(Level::Suggestion) } else { None };
        odd::report(reading, &said, &Manner { headings: false, level, mend, also: &[] }, report);
    }
}

fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let from = &reading.article.prose[place];
    let ending = &from[from.trim_end_matches("’s").trim_end_matches("'s").len()..];
    let to = to.trim_end_matches("’s").trim_end_matches("'s").to_lowercase();
    Some(in_case_of(from, &to) + ending)
}
