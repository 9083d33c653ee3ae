use super::odd::{self, ask};
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/time-format", run);

fn run(reading: &Reading, report: &mut Report) {
    let topics = [Topic::Clock, Topic::ClockMark, Topic::ClockHours, Topic::ClockZero];
    for group in topics.into_iter().flat_map(|topic| reading.forms().of(topic)) {
        odd::in_text(reading, group, ask, report);
    }
    // A few lines with a time at their front are a timetable.
    for group in reading.forms().of(Topic::Timetable) {
        if group.forms.iter().any(|form| form.places.len() >= odd::CHOSEN) {
            odd::in_text(reading, group, ask, report);
        }
    }
}
