//! “There is flaws in the plan”: what is there comes behind the verb.

use super::clause::{is_joined, may_be_inner, next_word};
use super::subject_nouns::is_plural;
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check =
    Check::token("grammar/pronoun-agreement", Wake::words(&["there"]).before(&[], Traits::AUXILIARY), run);

fn run(there: At, report: &mut Report) {
    let Some(verb) = next_word(there).filter(|verb| matches!(verb.text(), "is" | "was")) else { return };
    let mut noun = next_word(verb);
    const LONGEST: usize = 3;
    for _ in 0..LONGEST {
        let Some(word) = noun else { return };
        let modifies = word.has(Traits::ADJECTIVE)
            && !word.has(Traits::PLURAL | Traits::FUNCTION | Traits::PAST | Traits::ING)
            || list!("no some still also now only other such").has(word.text());
        if !modifies {
            break;
        }
        noun = next_word(word);
    }
    let Some(noun) = noun.filter(|noun| is_plural(*noun) && !is_joined(*noun) && !noun.has(Traits::ADJECTIVE)) else {
        return;
    };
    let ends = noun.next().is_none_or(|next| {
        matches!(next.kind(), Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Semicolon)
            || next.is(Kind::Word)
                && list!("in on at for with that who which to about between from among here left").has(next.text())
    });
    let right = if verb.text() == "is" { "are" } else { "were" };
    // “What little spending there is stems from Italy.”
    let stems = noun.has(Traits::THIRD_PERSON) && noun.index == verb.index + 1 && may_be_inner(there);
    if ends && !stems {
        report.add(Finding::at(there.span().cover(noun.span())).replace(verb.span(), right));
    }
}
