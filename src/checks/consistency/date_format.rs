use super::odd::{self, Manner, ask};
use crate::evidence::forms::{Role, Topic};
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/date-format", run);

fn run(reading: &Reading, report: &mut Report) {
    for topic in [Topic::DateOrder, Topic::DateOrdinal, Topic::DateFigures, Topic::Month, Topic::Era] {
        // The order of day and month is American or British.
        let manner = Manner { glaring: topic == Topic::DateOrder, ..Manner::of(ask) };
        for group in reading.forms().of(topic) {
            odd::report(reading, &group.within(&[Role::Text]), &manner, report);
        }
    }
}
