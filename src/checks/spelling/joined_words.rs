use super::{is_meant, misspelling::may_be_name, report_slips};
use crate::evidence::slips::SlipKind;
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("spelling/joined-words", run);

fn run(reading: &Reading, report: &mut Report) {
    report_slips(reading, report, SlipKind::Joined, |finding, _| finding);
    // Those that are joined so often that the lexicon knows them (“alot”).
    let misspelled = reading.set(reading.forms_with(Traits::MISSPELLED).map(|(id, _)| id));
    for at in reading.places(&misspelled).map(|index| reading.at(index)) {
        let right = reading.lexicon.correction(at.text()).filter(|right| right.contains(' '));
        if let Some(right) = right
            && report.looks_at(at.block().block())
            && !may_be_name(at)
            && !is_meant(at)
        {
            report.add(Finding::at(at.span()).replace(at.span(), right));
        }
    }
}
