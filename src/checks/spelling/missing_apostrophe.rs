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
    let capital = match () {
        () if at.has(Traits::TITLE) => {
            has_its_capital_from_its_place(at) || matches!(at.block().kind(), BlockKind::Heading(_))
        }
        () if at.has(Traits::UPPER) => at.text().len() > 3,
        () => at.has(Traits::LOWER),
    };
    // “Im, who has made more than 100 films”, “Im Kwon-taek”
    let named = at.has(Traits::TITLE)
        && (at.reading.names().capitals(at.token().entry) > 0
            || at.text() == "Im" && at.next().is_none_or(|next| !next.has(Traits::LOWER)));
    if !capital || named || compound || is_meant(at) {
        return;
    }
    report.add(Finding::at(at.span()).replace(at.span(), with_apostrophe(at.reading, at.text(), &right)));
}
