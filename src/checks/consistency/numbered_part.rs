use super::odd::{self, ask};
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/numbered-part", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in [Topic::Label, Topic::LabelNumber].into_iter().flat_map(|topic| reading.forms().of(topic)) {
        odd::in_text(reading, group, ask, report);
    }
}
