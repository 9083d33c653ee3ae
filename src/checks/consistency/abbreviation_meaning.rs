use crate::evidence::definitions::Definition;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("consistency/abbreviation-meaning", run);

fn run(reading: &Reading, report: &mut Report) {
    let definitions = reading.definitions();
    for term in definitions.terms.iter().filter(|t| t.explained.len() > 1) {
        let first = &definitions.all[term.explained[0]];
        let meaning = long_form(reading, first);
        let other = term.explained[1..].iter().map(|&n| &definitions.all[n]).find(|d| long_form(reading, d) != meaning);
        if let Some(other) = other {
            let span = |d: &Definition| reading.tokens[d.short].span();
            report.add(Finding::at(span(other)).related(span(first), "stands for something else here"));
        }
    }
}

/// The letters of the long form, without what differs between its places.
pub fn long_form(reading: &Reading, definition: &Definition) -> String {
    let words = definition.long.clone().filter(|&at| reading.tokens[at].kind.is_wordlike());
    let words = words.map(|at| reading.text(&reading.tokens[at]).to_lowercase());
    words
        .filter(|w| !matches!(&**w, "the" | "of" | "and" | "for" | "in" | "on" | "to" | "with"))
        .map(|w| singular(w.trim_end_matches(['’', '\'', 's'])))
        .collect()
}

/// “authorit” for “authority” and “authorities”.
fn singular(stem: &str) -> String {
    stem.strip_suffix("ie").or_else(|| stem.strip_suffix('y')).unwrap_or(stem).to_owned()
}
