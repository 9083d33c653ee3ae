//! What the rules about furniture have in common.

use crate::diagnostic::Level;
use crate::evidence::FurnitureKind;
use crate::evidence::furniture::Piece;
use crate::reading::Reading;
use crate::rule::{Finding, Report};
use crate::text::BlockFlags;

/// So many other places are shown with a finding.
const PLACES: usize = 20;

/// Reports all furniture of a kind as one finding: it came along for one reason, and goes at once.
pub fn report(reading: &Reading, kind: FurnitureKind, report: &mut Report) {
    let mut pieces = reading.furniture().pieces().iter().filter(|p| p.kind == kind);
    let Some(first) = pieces.next() else { return };
    let finding = Finding::at(first.span);
    let finding = if is_own_end(reading, first) { finding.level(Level::Suggestion) } else { finding };
    let others = pieces.take(PLACES);
    report.add(others.fold(finding, |finding, piece| finding.related(piece.span, "This too.")));
}

/// Whether it may be how the house ends its articles, rather than what came along from a page: it is
/// the last that the text says, it asks readers for something, and there is no other furniture.
fn is_own_end(reading: &Reading, piece: &Piece) -> bool {
    let asks = matches!(piece.kind, FurnitureKind::Newsletter | FurnitureKind::Engagement);
    let blocks = &reading.article.blocks;
    asks && piece.blocks.end == blocks.len()
        && reading.furniture().pieces().len() == 1
        && !blocks.iter().any(|block| block.flags.contains(BlockFlags::FURNITURE))
}
