use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("repetition/same-frame", run);

fn run(reading: &Reading, report: &mut Report) {
    for frame in reading.repeats().frames() {
        report.add(Finding::at(frame.second).related(frame.first, "The same is said here in the same pattern."));
    }
}
