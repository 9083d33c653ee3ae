use super::report_slips;
use crate::evidence::slips::SlipKind;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("spelling/split-word", run);

fn run(reading: &Reading, report: &mut Report) {
    report_slips(reading, report, SlipKind::Split, |finding, _| finding);
}
