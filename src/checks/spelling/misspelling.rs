use super::{is_meant, with_apostrophe};
use crate::diagnostic::{Applicability, Level};
use crate::evidence::names;
use crate::lexicon::Traits;
use crate::lexicon::suggest::Context;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::BlockKind;

pub const CHECK: Check = Check::token("spelling/misspelling", Wake::traits(Traits::MISSPELLED), run);

fn run(at: At, report: &mut Report) {
    let lexicon = at.reading.lexicon;
    let Some(right) = lexicon.correction(at.text()) else { return };
    if lexicon.is_rejected(at.text()) {
        let message = format!("The house does not write “{}”.", at.text());
        report.add(Finding::at(at.span()).say(message).level(Level::Warning).replace(at.span(), right));
        return;
    }
    // Lost apostrophes and spaces have rules of their own.
    if right.contains([' ', '\'']) || may_be_name(at) || is_meant(at) {
        return;
    }
    let other = nearer(at, &right);
    let certain = other.is_none() && (at.has(Traits::LOWER) || has_its_capital_from_its_place(at));
    let mut finding = Finding::at(at.span());
    for right in other.into_iter().chain([right]) {
        let own = match at.reading.dialect() {
            Some(dialect) => lexicon.respelt(&right, dialect).unwrap_or(right),
            None => right,
        };
        finding = finding.replace(at.span(), with_apostrophe(at.reading, at.text(), &own));
    }
    report.add(if certain { finding } else { finding.applicability(Applicability::Unsafe) });
}

/// A word that the misspelling looks much more like than what its writers mostly mean by it.
fn nearer(at: At, right: &str) -> Option<String> {
    const MUCH: f32 = 1.5;
    let lexicon = at.reading.lexicon;
    let cost = lexicon.cost(at.text(), right)?;
    let near = lexicon.suggest(at.text(), Context { most_slips: 1, ..Context::default() });
    near.into_iter().next().filter(|first| first.text != right && first.cost + MUCH < cost).map(|first| first.text)
}

/// Whether any word would have a capital there.
pub fn has_its_capital_from_its_place(at: At) -> bool {
    names::takes_capital(at.reading, at.index, at.reading.range(at.block().number).start)
}

/// Whether a word with a capital may be a name or an abbreviation that looks like a misspelling.
pub fn may_be_name(at: At) -> bool {
    if at.has(Traits::LOWER) {
        return false;
    }
    let in_heading = matches!(at.block().kind(), BlockKind::Heading(_));
    let letters = at.text().chars().count();
    if at.has(Traits::MIXED) || at.has(Traits::UPPER) && (letters <= 5 || !in_heading && letters <= 7) {
        return true;
    }
    if has_its_capital_from_its_place(at) && letters > 2 {
        return at.reading.names().capitals(at.token().entry) > 0;
    }
    let named =
        |other: Option<At>| other.is_some_and(|o| o.has(Traits::TITLE) && o.has(Traits::GIVEN_NAME | Traits::SURNAME));
    letters < 6 || at.entry().count > 2 || named(at.prev()) || named(at.next())
}
