//! What the rules about furniture have in common.

use crate::evidence::FurnitureKind;
use crate::reading::Reading;
use crate::rule::{Finding, Report};

/// So many other places are shown with a finding.
const PLACES: usize = 20;

/// Reports all furniture of a kind as one finding: it came along for one reason, and goes at once.
pub fn report(reading: &Reading, kind: FurnitureKind, report: &mut Report) {
    let mut pieces = reading.furniture().pieces().iter().filter(|p| p.kind == kind);
    let Some(first) = pieces.next() else { return };
    let others = pieces.take(PLACES);
    report.add(others.fold(Finding::at(first.span), |finding, piece| finding.related(piece.span, "This too.")));
}
