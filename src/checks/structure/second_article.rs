use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("structure/second-article", run);

fn run(reading: &Reading, report: &mut Report) {
    if let Some(second) = reading.headlines().second {
        report.add(Finding::at(second.span).related(second.first, "The headline of the first article."));
    }
}
