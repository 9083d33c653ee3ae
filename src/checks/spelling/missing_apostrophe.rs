use super::misspelling::has_its_capital_from_its_place;
use super::{is_meant, with_apostrophe};
use crate::evidence::slips::{self, Standing};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::BlockKind;

pub const CHECK: Check = Check::token("spelling/missing-apostrophe", Wake::traits(Traits::MISSPELLED), run);

fn run(at: At, report: &mut Report) {
    let Some(right) = at.reading.lexicon.correction(at.text()).filter(|right| right.contains('\'')) else { return };
    let compound = slips::standing(at.reading, at.index) == Standing::Compound;
    // “Im here”, “what Ive done” have the capital of “I”; but “Jony Ive said”.
    let first_person = right.starts_with("I'")
        && at.next().is_some_and(|next| next.spaced() && next.has(Traits::LOWER))
        && at.prev().is_none_or(|prev| !prev.has(Traits::TITLE) || prev.has(Traits::FUNCTION));
    // “Mr Ive or Mr Cook”: one who has, has done something.
    let done = |next: At| {
        next.has(Traits::PAST | Traits::ADVERB)
            || matches!(
                next.text(),
                "been" | "done" | "seen" | "gone" | "come" | "become" | "written" | "taken" | "given"
            )
    };
    let first_person = first_person && (right != "I've" || at.next().is_some_and(done));
    let capital = match () {
        () if first_person && at.has(Traits::TITLE) => true,
        () if at.has(Traits::TITLE) => {
            has_its_capital_from_its_place(at) || matches!(at.block().kind(), BlockKind::Heading(_))
        }
        () if at.has(Traits::UPPER) => at.text().len() > 3,
        () => at.has(Traits::LOWER),
    };
    // “Im, who has made more than 100 films”, “Im Kwon-taek”
    let named = match () {
        () if at.has(Traits::TITLE) && right.starts_with("I'") => !first_person || is_before_name(at),
        () => at.has(Traits::TITLE) && at.reading.names().capitals(at.token().entry()) > 0,
    };
    if !capital || named || compound || is_meant(at) {
        return;
    }
    report.add(Finding::at(at.span()).replace(at.span(), with_apostrophe(at.reading, at.text(), &right)));
}

/// Whether a word with a capital follows anywhere where the word stands.
fn is_before_name(at: At) -> bool {
    let tokens = &at.reading.tokens;
    let places = (0..tokens.len()).filter(|index| tokens[*index].entry() == at.token().entry());
    places.filter_map(|index| at.reading.at(index).next()).any(|next| next.has(Traits::TITLE))
}
