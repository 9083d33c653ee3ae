use super::odd::{self, ask};
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/state-name", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::State) {
        odd::in_text(reading, group, ask, report);
    }
}
