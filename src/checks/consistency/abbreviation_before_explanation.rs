use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("consistency/abbreviation-before-explanation", run);

fn run(reading: &Reading, report: &mut Report) {
    let definitions = reading.definitions();
    for term in &definitions.terms {
        let definition = &definitions.all[term.explained[0]];
        let Some(first) = term.first_use.filter(|&at| at < definition.long.start.min(definition.short)) else {
            continue;
        };
        let at = reading.at(first);
        if at.quoted() || at.block().is_furniture() {
            continue;
        }
        let place = reading.tokens[definition.short].span();
        report.add(Finding::at(at.span()).related(place, "explained here"));
    }
}
