use crate::diagnostic::Level;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("consistency/abbreviation-explained-twice", run);

/// So many tokens after the first explanation, readers may want another.
const LONG: usize = 800;

fn run(reading: &Reading, report: &mut Report) {
    let definitions = reading.definitions();
    for term in &definitions.terms {
        let [first, again @ ..] = term.explained.as_slice() else { continue };
        let place = |number: usize| reading.tokens[definitions.all[number].short].span();
        let long = |number: usize| super::abbreviation_meaning::long_form(reading, &definitions.all[number]);
        let again: Vec<usize> = again.iter().copied().filter(|&n| long(n) == long(*first)).collect();
        let index = |number: usize| definitions.all[number].short;
        let Some((second, rest)) = again.split_first() else { continue };
        let finding = Finding::at(place(*second)).related(place(*first), "explained here first");
        let far = index(*second) - index(*first) > LONG;
        let finding = if far { finding.level(Level::Suggestion) } else { finding };
        report.add(rest.iter().fold(finding, |f, &n| f.related(place(n), "and here again")));
    }
}
