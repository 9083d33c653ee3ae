use crate::diagnostic::Level;
use crate::evidence::definitions::Definition;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::Kind;

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
        if opens || at.quoted() || at.block().is_furniture() || follows_long_form(at, definition) {
            continue;
        }
        // Everybody knows what “EU” is; to explain it at all is a courtesy.
        let known = reading.lexicon.is_abbreviation(reading.text(&reading.tokens[definition.short]));
        let place = reading.tokens[definition.short].span();
        let finding = Finding::at(at.span()).related(place, "explained here");
        let minor = known || is_explained_at_once(at, definition) || is_in_name(at);
        report.add(if minor { finding.level(Level::Suggestion) } else { finding });
    }
}

/// Whether the words that it stands for came shortly before: “the River Vessels Board, or RVB, …”.
fn follows_long_form(at: At, definition: &Definition) -> bool {
    const NEAR: usize = 300;
    let (prose, tokens) = (&at.reading.article.prose, &at.reading.tokens[definition.long.clone()]);
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let before = &prose[..at.span().start as usize];
    let near = before.char_indices().rev().nth(NEAR).map_or(before, |(start, _)| &before[start..]);
    near.to_lowercase().contains(&prose[first.span().cover(last.span())].to_lowercase())
}

/// “BER, DER and PER. Basic Encoding Rules (BER) are …”: the next sentences of the paragraph say it, or
/// the list right below.
fn is_explained_at_once(at: At, definition: &Definition) -> bool {
    const SOON: usize = 60;
    const BELOW: usize = 30;
    let away = definition.short - at.index;
    away <= if at.bounds().contains(&definition.short) { SOON } else { BELOW }
}

/// “the TSA Testing Baseline”: the letters are part of a longer name.
fn is_in_name(at: At) -> bool {
    let part = |word: Option<At>| word.is_some_and(|word| word.is(Kind::Word) && word.token().is_capitalised());
    let tied = |mark: Option<At>| mark.is_some_and(|mark| mark.is(Kind::Hyphen) && !mark.spaced());
    at.next().is_some_and(|next| next.spaced()) && part(at.next()) || !at.spaced() && tied(at.prev())
}
