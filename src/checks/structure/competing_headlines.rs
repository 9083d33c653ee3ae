use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("structure/competing-headlines", run);

fn run(reading: &Reading, report: &mut Report) {
    if let Some((first, second)) = reading.headlines().competing {
        report.add(Finding::at(second).related(first, "The other headline."));
    }
}
