use super::{is_meant, misspelling::may_be_name, report_slips};
use crate::evidence::slips::SlipKind;
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("spelling/joined-words", run);

fn run(reading: &Reading, report: &mut Report) {
    report_slips(reading, report, SlipKind::Joined, |finding, _| finding);
    // Those that are joined so often that the lexicon knows them (“alot”).
    if !reading.entries.iter().any(|e| e.traits.any(Traits::MISSPELLED)) {
        return;
    }
    for block in reading.blocks() {
        if !report.looks_at(block.block()) {
            continue;
        }
        for at in block.each().filter(|at| at.has(Traits::MISSPELLED)) {
            let right = reading.lexicon.correction(at.text()).filter(|right| right.contains(' '));
            if let Some(right) = right
                && !reading.lexicon.is_rejected(at.text())
                && !may_be_name(at)
                && !is_meant(at)
            {
                report.add(Finding::at(at.span()).replace(at.span(), right));
            }
        }
    }
}
