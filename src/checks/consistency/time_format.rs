use super::odd::{self, Manner, ask};
use crate::evidence::forms::{Role, Topic};
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/time-format", run);

fn run(reading: &Reading, report: &mut Report) {
    let topics = [Topic::Clock, Topic::ClockMark, Topic::ClockHours];
    for group in topics.into_iter().flat_map(|topic| reading.forms().of(topic)) {
        odd::report(
            reading,
            &group.within(&[Role::Text]),
            &Manner { headings: false, level: None, mend: ask, also: &[] },
            report,
        );
    }
}
