use super::odd;
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/acronym-capitals", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Shouted) {
        odd::in_text(reading, group, mend, report);
    }
}

fn mend(_: &Reading, _: Span, to: &str) -> Option<String> {
    Some(to.to_owned())
}
