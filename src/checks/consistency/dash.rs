use super::odd::times;
use crate::diagnostic::Level;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::article("consistency/dash", run);

/// How a dash between two parts of a sentence is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    ClosedEm,
    SpacedEm,
    SpacedEn,
    ClosedEn,
    Hyphens,
}

const STYLES: [(Style, &str); 5] = [
    (Style::Hyphens, "two hyphens"),
    (Style::ClosedEn, "a short dash without spaces"),
    (Style::ClosedEm, "a long dash without spaces"),
    (Style::SpacedEm, "a long dash with spaces"),
    (Style::SpacedEn, "a short dash with spaces"),
];

fn run(reading: &Reading, report: &mut Report) {
    let dashes = reading.dashes();
    let kinds = [dashes.closed_em, dashes.spaced_em, dashes.spaced_en, dashes.closed_en, dashes.hyphens];
    if kinds.iter().filter(|&&n| n > 0).count() < 2 {
        return;
    }
    let mut places: Vec<(Style, At)> = Vec::new();
    for block in reading.blocks().filter(|b| matches!(b.kind(), BlockKind::Paragraph | BlockKind::Turn)) {
        if !block.is_furniture() {
            places.extend(block.each().filter(|at| at.is(Kind::Dash)).filter_map(|at| Some((style(at)?, at))));
        }
    }
    let count = |style: Style| places.iter().filter(|(s, _)| *s == style).count();
    let Some(&(main, main_name)) = STYLES.iter().rev().max_by_key(|(style, _)| count(*style)) else { return };
    // Fewer hyphens than dashes are `punctuation/double-hyphen`’s.
    for &(odd, odd_name) in STYLES.iter().filter(|(style, _)| *style != main && *style != Style::Hyphens) {
        let mut here = places.iter().filter(|(s, _)| *s == odd).map(|(_, at)| at.span());
        let Some(first) = here.next() else { continue };
        let mut finding =
            Finding::at(first).with("own", odd_name).with("other", main_name).with("most", times(count(main)));
        if reading.is_one_screen() || halves_an_aside(&places, odd) {
            finding = finding.level(Level::Warning);
        }
        finding = here.take(10).fold(finding, |f, span| f.related(span, "here too"));
        if let Some((_, at)) = places.iter().find(|(s, _)| *s == main) {
            finding = finding.related(at.span(), main_name);
        }
        report.add(finding);
    }
}

/// Whether a sentence has two dashes, and only one of them is of the odd kind: an aside that opens with one
/// dash and closes with another.
fn halves_an_aside(places: &[(Style, At)], odd: Style) -> bool {
    let sentence = |at: At| {
        let start = std::iter::successors(Some(at), |at| at.prev()).find(|at| at.starts_sentence());
        start.map_or(at.bounds().start, |start| start.index)
    };
    let mut sentences = places.chunk_by(|(_, one), (_, other)| sentence(*one) == sentence(*other));
    sentences.any(|dashes| matches!(dashes, [(one, _), (other, _)] if one != other && (*one == odd || *other == odd)))
}

/// The style of a dash between two words, if it is not a dateline's, a range's or an interruption.
fn style(at: At) -> Option<Style> {
    const DATELINE: usize = 7;
    let (before, after) = (at.prev()?, at.next()?);
    // “in 1820 – ran”, but “1820 – 1830”
    let year = before.is(Kind::Number) && after.is(Kind::Word) && at.spaced();
    let between = year
        || before.kind().is_wordlike()
        || matches!(before.kind(), Kind::CloseQuote | Kind::CloseBracket | Kind::Comma);
    if !between || !(after.kind().is_wordlike() || matches!(after.kind(), Kind::OpenQuote | Kind::Number)) {
        return None;
    }
    let head = at.index - at.bounds().start;
    let small = |at: At| at.has(Traits::LOWER) && !at.has(Traits::NUMERAL);
    if head < DATELINE && at.spaced() && !std::iter::successors(at.prev(), |at| at.prev()).take(head).any(small) {
        return None;
    }
    match (at.text(), at.spaced(), after.spaced()) {
        ("—", false, false) => Some(Style::ClosedEm),
        ("—", true, true) => Some(Style::SpacedEm),
        ("–", true, true) => Some(Style::SpacedEn),
        ("--", true, true) => Some(Style::Hyphens),
        // “the cook–a giant–slept”, but “the north–south road”
        ("–", false, false) if after.has(Traits::FUNCTION) => Some(Style::ClosedEn),
        _ => None,
    }
}
