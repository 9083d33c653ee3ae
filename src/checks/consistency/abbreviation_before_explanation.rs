use crate::diagnostic::Level;
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
        // The line that opens an article may be its headline, though nothing marks it as one.
        let opens = at.block().number == 0 && !at.bounds().contains(&definition.short);
        if opens || at.quoted() || at.block().is_furniture() {
            continue;
        }
        // Everybody knows what “EU” is; to explain it at all is a courtesy.
        let known = reading.lexicon.is_abbreviation(reading.text(&reading.tokens[definition.short]));
        let place = reading.tokens[definition.short].span();
        let finding = Finding::at(at.span()).related(place, "explained here");
        report.add(if known { finding.level(Level::Suggestion) } else { finding });
    }
}
