//! A name that has an apostrophe before its s, and has lost it once: “Sotheby's” and “Sothebys”.

use super::two_spellings::{finding, stem};
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("names/lost-apostrophe", run);

/// So often must the name stand with its apostrophe.
const OFTEN: u32 = 2;

fn run(reading: &Reading, report: &mut Report) {
    for (id, entry) in reading.forms_with(Traits::APOSTROPHE) {
        if entry.count < OFTEN || !entry.traits.capitalised() {
            continue;
        }
        let whole = reading.form(id);
        let bare = stem(whole);
        // A person or thing has the apostrophe only where something is theirs.
        let name = bare.len() > 4
            && whole.len() > bare.len() + 1
            && !entry.traits.any(Traits::COMMON | Traits::CALENDAR)
            && reading.find(bare).is_none();
        let Some(lost) = reading.find(&format!("{bare}s")).filter(|_| name) else { continue };
        let lost = &reading.entries[lost.0 as usize];
        if lost.count < entry.count && !lost.traits.any(Traits::COMMON | Traits::DEMONYM) {
            report.add(finding(reading, lost.first, lost.count, entry.first, entry.count));
        }
    }
}
