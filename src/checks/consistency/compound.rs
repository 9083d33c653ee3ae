use super::odd::{self, Manner};
use crate::checks::grammar::ly_hyphen::is_plain_adverb;
use crate::evidence::forms::{Form, Group, Topic};
use crate::lexicon::in_case_of;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/compound", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Compound) {
        odd::report(reading, group, &Manner { right: open_after_adverb(reading, group), ..Manner::of(mend) }, report);
    }
}

/// “a highly-regarded chef”, “a highly regarded chef”: the adverb needs no hyphen, so the open form is right.
fn open_after_adverb(reading: &Reading, group: &Group) -> Option<usize> {
    let first = |form: &Form| reading.at(reading.token_at(form.places[0].span.start));
    let is_open = |form: &Form| !reading.article.prose[form.places[0].span].contains('-');
    let adverb = |form: &Form| is_open(form) && is_plain_adverb(first(form));
    group.forms.iter().position(adverb)
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
