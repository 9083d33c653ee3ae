//! “The minister and his wife was there”: two subjects and the verb of one.

use super::clause::{is_joined, next_word};
use super::subject_verb::plural_of;
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Finding, Report};

/// Looks at the sentence that starts with this word.
pub fn run(first: At, report: &mut Report) {
    if !list!("the my our your his her its their both").has(first.text()) {
        return;
    }
    let Some((one, other)) = pair(first) else { return };
    let Some(verb) = next_word(other)
        .filter(|verb| list!("is was has doesn't doesn’t isn't isn’t wasn't wasn’t hasn't hasn’t").has(verb.text()))
    else {
        return;
    };
    // “The bed and the breakfast is included”, “the captain and the cook was one man”: what follows may
    // say that they are one.
    let Some(after) = next_word(verb) else { return };
    if after.has(Traits::DETERMINER) || list!("all what one").has(after.text()) {
        return;
    }
    report.add(Finding::at(one.span().cover(verb.span())).replace(verb.span(), plural_of(verb.text())));
}

/// The nouns of “the old minister and his wife”.
fn pair(first: At) -> Option<(At, At)> {
    let one = noun(next_word(first)?)?;
    let and = next_word(one).filter(|and| and.text() == "and")?;
    let the = next_word(and).filter(|the| list!("the my our your his her its their").has(the.text()))?;
    let other = noun(next_word(the)?)?;
    Some((one, other))
}

fn noun(first: At) -> Option<At> {
    let noun = if first.has(Traits::MOSTLY_ADJECTIVE) { next_word(first)? } else { first };
    let other = Traits::POSSESSIVE | Traits::FUNCTION | Traits::MOSTLY_VERB | Traits::MOSTLY_ADJECTIVE;
    (noun.has(Traits::NOUN) && !noun.has(other) && !is_joined(noun)).then_some(noun)
}
