use crate::diagnostic::Level;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, MarkKind, Span};

pub const CHECK: Check = Check::article("consistency/abbreviation-unused", run);

/// A shorter text has no room to use what it explains.
const LEAST_TOKENS: usize = 40;
/// An article that explains more has a habit of it.
const FEW: usize = 3;
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
    // Of the only one in a short text readers see that it was for nothing; one that everybody knows is worth
    // its brackets.
    let short = &reading.article.prose[*first];
    let plain = rest.is_empty() && definitions.terms.len() < FEW && !reading.lexicon.is_abbreviation(short);
    let at = reading.at(reading.token_at(first.start));
    let copy = at.block().kind() == BlockKind::Paragraph && !at.quoted() && !at.marked(MarkKind::Link);
    if plain && copy && reading.is_one_screen() {
        finding = finding.level(Level::Warning);
    }
    if !rest.is_empty() {
        let message =
            format!("“{short}” and {} more are explained and never used. Readers need not learn them.", rest.len());
        finding = finding.say(message);
    }
    report.add(rest.iter().take(SHOWN).fold(finding, |f, span| f.related(*span, "explained here and never used")));
}
