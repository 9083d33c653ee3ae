use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/abbreviation-unused", run);

/// A shorter text has no room to use what it explains.
const LEAST_TOKENS: usize = 40;
/// More abbreviations than these are not shown one by one.
const SHOWN: usize = 12;

fn run(reading: &Reading, report: &mut Report) {
    if reading.tokens.len() < LEAST_TOKENS {
        return;
    }
    let definitions = reading.definitions();
    let once = definitions.terms.iter().filter(|t| t.uses == 0 && t.explained.len() == 1);
    let unused: Vec<Span> = once
        .map(|term| &definitions.all[term.explained[0]])
        // “EU (European Union)” explains a word that readers have just met.
        .filter(|d| d.short > d.long.start && !reading.at(d.short).block().is_furniture())
        .map(|d| reading.tokens[d.short].span())
        .collect();
    let Some((first, rest)) = unused.split_first() else { return };
    let mut finding = Finding::at(*first);
    if !rest.is_empty() {
        let short = &reading.article.prose[*first];
        let message =
            format!("“{short}” and {} more are explained and never used. Readers need not learn them.", rest.len());
        finding = finding.say(message);
    }
    report.add(rest.iter().take(SHOWN).fold(finding, |f, span| f.related(*span, "explained here and never used")));
}
