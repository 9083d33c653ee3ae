use super::odd::{self, ask};
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/number-form", run);

fn run(reading: &Reading, report: &mut Report) {
    let topics = [Topic::Number, Topic::Century, Topic::Decade, Topic::Ordinal, Topic::Fraction];
    for group in topics.into_iter().flat_map(|topic| reading.forms().of(topic)) {
        // “in the 1980s, the ’80s for short”
        if group.topic != Topic::Decade || !odd::stand_in_one_sentence(reading, group) {
            odd::in_text(reading, group, ask, report);
        }
    }
}
