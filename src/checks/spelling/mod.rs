//! Words that are spelled wrong. What the lexicon knows for sure stands in `misspelling` and
//! `missing_apostrophe`; the words that it does not know are judged once, by `evidence::slips`.

use crate::diagnostic::{Applicability, Level};
use crate::evidence::slips::{Certainty, Slip, SlipKind};
use crate::evidence::unknown_words::is_foreign;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};

mod dialect;
mod joined_words;
mod l_for_i;
mod missing_apostrophe;
mod misspelled_name;
mod misspelling;
mod name_variant;
mod possessive;
mod split_word;
mod unknown_word;

pub const CHECKS: &[Check] = &[
    dialect::CHECK,
    joined_words::CHECK,
    l_for_i::CHECK,
    missing_apostrophe::CHECK,
    misspelled_name::CHECK,
    misspelling::CHECK,
    name_variant::CHECK,
    possessive::CHECK,
    split_word::CHECK,
    unknown_word::CHECK,
];

/// So many words that are said and may be slips are the way in which somebody speaks.
const DIALECT: usize = 6;

/// Reports the slips of a kind; `word` adds what the rule says of one.
fn report_slips(reading: &Reading, report: &mut Report, kind: SlipKind, word: fn(Finding, &Slip) -> Finding) {
    let unsure = |slip: &&Slip| slip.certainty < Certainty::Sure && reading.at(slip.token).quoted();
    let dialect = reading.slips().of(kind).filter(unsure).take(DIALECT).count() == DIALECT;
    for slip in reading.slips().of(kind) {
        let at = reading.at(slip.token);
        if !report.looks_at(at.block().block()) {
            continue;
        }
        let mut finding = Finding::at(slip.span);
        for choice in &slip.choices {
            finding = finding.replace(slip.span, with_apostrophe(reading, at.text(), choice));
        }
        let (level, applicability) = match slip.certainty {
            // Somebody's very words are theirs to spell, unless the slip is beyond doubt.
            Certainty::Sure if !at.quoted() => (Level::Error, Applicability::Safe),
            Certainty::Likely if at.quoted() && dialect => continue,
            Certainty::Sure | Certainty::Likely => (Level::Error, Applicability::Unsafe),
            // “a dogge that is not Marstons”
            Certainty::Doubtful if at.quoted() => continue,
            Certainty::Doubtful => (Level::Warning, Applicability::Manual),
            Certainty::Unknown => continue,
        };
        report.add(word(finding.level(level).applicability(applicability), slip));
    }
}

/// The correction with the apostrophe that the word has, or else the article.
fn with_apostrophe(reading: &Reading, word: &str, right: &str) -> String {
    let curly = match word.contains(['\'', '’']) {
        true => word.contains('’'),
        false => right.contains('\'') && reading.vocabulary().apostrophe() == '’',
    };
    if curly { right.replace('\'', "’") } else { right.to_string() }
}

/// Whether the place shows that a sure misspelling is no slip there: it is quoted as a word, it is
/// part of something that is no word, or a passage in another language holds it.
fn is_meant(at: At) -> bool {
    is_mentioned(at) || is_strange(at)
}

/// Whether the word stands in quotation marks of its own.
fn is_mentioned(at: At) -> bool {
    use crate::text::Kind::*;
    let (before, after) = (at.prev(), at.next());
    let opens = before.is_some_and(|b| matches!(b.kind(), OpenQuote | OpenSingle | StraightQuote));
    let closes = |t: At| matches!(t.kind(), CloseQuote | CloseSingle | StraightQuote);
    opens && after.is_some_and(|a| closes(a) || a.is(Comma) && a.next().is_some_and(closes))
}

/// Whether the word is half of another, part of something that is no word, belongs to another language, or has been
/// looked at: “definately [sic]”.
fn is_strange(at: At) -> bool {
    use crate::text::Kind::*;
    let reading = at.reading;
    if crate::evidence::slips::standing(reading, at.index) == crate::evidence::slips::Standing::Glued {
        return true;
    }
    let (before, after) = (at.prev(), at.next());
    let sic = after.is_some_and(|a| a.is(OpenBracket) && a.next().is_some_and(|s| s.word_is("sic")));
    // “teh tarik”: a strange word beside it is another language's.
    let strange = [before, after]
        .into_iter()
        .flatten()
        .any(|n| n.is(Word) && n.has(Traits::UNKNOWN) && n.has(Traits::LOWER) && !reading.slips().contains(n.index));
    // “Changer les choses”
    let foreign = before.is_some_and(|before| before.has(Traits::LOWER) && is_foreign(before.text()));
    sic || strange
        || foreign
        || reading.slips().cut(at.span())
        || reading.unknown_words().foreign_near(reading, at.index)
}
