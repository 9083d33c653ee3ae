use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("names/acronym-misfit", run);

fn run(reading: &Reading, report: &mut Report) {
    for misfit in &reading.definitions().misfits {
        let at = reading.at(misfit.short);
        if at.block().is_furniture() {
            continue;
        }
        let long = reading.tokens[misfit.long.start].span().cover(reading.tokens[misfit.long.end - 1].span());
        report.add(Finding::at(at.span()).related(long, "the long form"));
    }
}
