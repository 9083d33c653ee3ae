use crate::diagnostic::Level;
use crate::evidence::definitions::Definition;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind, TokenFlags};

pub const CHECK: Check = Check::article("consistency/abbreviation-before-explanation", run);

/// In bytes: so shortly after the long form its letters explain themselves.
const NEAR: usize = 300;
/// Readers remember a name for so long.
const FAR: usize = 20_000;

fn run(reading: &Reading, report: &mut Report) {
    let definitions = reading.definitions();
    for term in &definitions.terms {
        let definition = &definitions.all[term.explained[0]];
        let Some(first) = term.first_use.filter(|&at| at < definition.long.start.min(definition.short)) else {
            continue;
        };
        let at = reading.at(first);
        // The line that opens an article may be its headline, though nothing marks it as one.
        let line = || !reading.tokens[at.bounds()].iter().skip(1).any(|t| t.flags.contains(TokenFlags::SENTENCE));
        let opens = at.block().number == 0 && !at.bounds().contains(&definition.short) && line();
        if opens || at.quoted() || at.block().is_furniture() {
            continue;
        }
        let named = since_long_form(at, definition);
        if named.is_some_and(|since| since <= NEAR) {
            continue;
        }
        // Everybody knows what “EU” is; to explain it at all is a courtesy.
        let known = reading.lexicon.is_abbreviation(reading.text(&reading.tokens[definition.short]));
        let place = reading.tokens[definition.short].span();
        let finding = Finding::at(at.span()).related(place, "explained here");
        let minor = known || named.is_some() || is_explained_at_once(at, definition) || is_in_name(at);
        report.add(if minor { finding.level(Level::Suggestion) } else { finding });
    }
}

/// How many bytes before it the words that it stands for came last, if they did: “the River Vessels Board,
/// or RVB, …”. Readers who have met the name can tell.
fn since_long_form(at: At, definition: &Definition) -> Option<usize> {
    let (prose, tokens) = (&at.reading.article.prose, &at.reading.tokens[definition.long.clone()]);
    let (first, last) = (tokens.first()?, tokens.last()?);
    let end = at.span().start as usize;
    let start = (end.saturating_sub(FAR)..=end).find(|&start| prose.is_char_boundary(start))?;
    let before = prose[start..end].to_lowercase();
    let long = prose[first.span().cover(last.span())].to_lowercase();
    // Forwards: the search from behind looks at each byte by itself.
    let place = memchr::memmem::find_iter(before.as_bytes(), long.as_bytes()).last()?;
    Some(before.len() - place)
}

/// “BER, DER and PER. Basic Encoding Rules (BER) are …”: the next sentences of the paragraph say it, or
/// the list right below.
fn is_explained_at_once(at: At, definition: &Definition) -> bool {
    const SOON: usize = 60;
    const BELOW: usize = 30;
    let away = definition.short - at.index;
    let listed = || at.reading.at(definition.short).block().kind() != BlockKind::Paragraph;
    if at.bounds().contains(&definition.short) { away <= SOON } else { away <= BELOW && listed() }
}

/// “the TSA Testing Baseline”: the letters are part of a longer name.
fn is_in_name(at: At) -> bool {
    let part = |word: Option<At>| word.is_some_and(|word| word.is(Kind::Word) && word.token().is_capitalised());
    let tied = |mark: Option<At>| mark.is_some_and(|mark| mark.is(Kind::Hyphen) && !mark.spaced());
    at.next().is_some_and(|next| next.spaced()) && part(at.next()) || !at.spaced() && tied(at.prev())
}
