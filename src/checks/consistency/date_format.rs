use super::odd::{self, ask};
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/date-format", run);

fn run(reading: &Reading, report: &mut Report) {
    for topic in [Topic::DateOrder, Topic::DateOrdinal, Topic::DateFigures, Topic::Month] {
        for group in reading.forms().of(topic) {
            odd::in_text(reading, group, ask, report);
        }
    }
}
