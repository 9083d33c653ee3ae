use super::odd::{self, Manner, ask};
use crate::evidence::forms::{Role, Topic};
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/number-form", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Number) {
        odd::report(
            reading,
            &group.within(&[Role::Text]),
            &Manner { headings: false, level: None, mend: ask, also: &[] },
            report,
        );
    }
}
