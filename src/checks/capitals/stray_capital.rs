use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

use super::is_no_prose;

pub const CHECK: Check = Check::token("capitals/stray-capital", Wake::traits(Traits::MIXED), run);

fn run(at: At, report: &mut Report) {
    let text = at.text();
    if !at.is(Kind::Word) || at.has(Traits::BRAND | Traits::ACCENTED) || is_compound(at) || is_no_prose(at) {
        return;
    }
    let Some(right) = slip(text) else { return };
    // A word that is often written so is meant so.
    if at.entry().count > 2 || !is_common(at, &right) {
        return;
    }
    let finding = Finding::at(at.span()).replace(at.span(), right);
    report.add(if at.quoted() { finding.applicability(Applicability::Unsafe) } else { finding });
}

/// The word with the capitals that the writer meant, if its capitals look like a finger's slip.
fn slip(text: &str) -> Option<String> {
    let mut letters = text.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let rest = letters.as_str();
    if rest.is_empty() || !text.is_ascii() {
        return None;
    }
    let lower = rest.bytes().all(|b| b.is_ascii_lowercase());
    let upper = rest.bytes().all(|b| b.is_ascii_uppercase());
    match (first.is_ascii_uppercase(), second.is_ascii_uppercase()) {
        // “THe”; but “IDs”, “OKed” and “MPing” are right.
        (true, true) if lower && !matches!(rest, "s" | "d" | "ed" | "ing" | "er" | "ers") => {
            Some(format!("{first}{}{rest}", second.to_ascii_lowercase()))
        }
        // “tHE”: the shift key was taken for the lock.
        (false, true) if upper => Some(text.to_ascii_lowercase()),
        _ => None,
    }
}

/// “iPhone-like”, “X-iNACTIVE”: parts of compounds may be anything.
fn is_compound(at: At) -> bool {
    let joint = |at: At| matches!(at.kind(), Kind::Hyphen | Kind::Apostrophe);
    at.next().is_some_and(|next| !next.spaced() && joint(next)) || !at.spaced() && at.prev().is_some_and(joint)
}

/// Whether the word without the slip is a common one. “WEre” may be “were”; “MCain” is nobody's word.
fn is_common(at: At, right: &str) -> bool {
    let traits = at.reading.lexicon.traits(&right.to_ascii_lowercase());
    traits.any(Traits::FREQUENT | Traits::FUNCTION) && traits.any(Traits::KNOWN)
}
