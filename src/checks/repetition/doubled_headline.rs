use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("repetition/doubled-headline", run);

fn run(reading: &Reading, report: &mut Report) {
    if let Some((first, second)) = reading.headlines().doubled {
        report.add(Finding::at(second).related(first, "It stands here first."));
    }
}
