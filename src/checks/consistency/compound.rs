use super::odd::{self, Manner};
use crate::evidence::forms::{Role, Topic};
use crate::lexicon::in_case_of;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/compound", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Compound) {
        let said = group.within(&[Role::Heading, Role::Text]);
        odd::report(reading, &said, &Manner { headings: false, glaring: false, mend, also: &[] }, report);
    }
}

fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let from = &reading.article.prose[place];
    let bare = from.trim_end_matches("’s").trim_end_matches("'s");
    let ending = &from[bare.len()..];
    let mut to = to.trim_end_matches("’s").trim_end_matches("'s").to_lowercase();
    // The other place may have one of what are several here.
    match (bare.ends_with('s'), to.ends_with('s')) {
        (true, false) => to.push('s'),
        (false, true) => drop(to.pop()),
        _ => {}
    }
    Some(in_case_of(from, &to) + ending)
}
