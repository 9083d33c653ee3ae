//! What the rules about furniture have in common.

use crate::diagnostic::Level;
use crate::evidence::FurnitureKind;
use crate::evidence::furniture::Piece;
use crate::reading::Reading;
use crate::rule::{Finding, Report};
use crate::text::{BlockFlags, BlockKind, Format};

/// So many other places are shown with a finding.
const PLACES: usize = 20;

/// Reports all furniture of a kind as one finding: it came along for one reason, and goes at once.
pub fn report(reading: &Reading, kind: FurnitureKind, report: &mut Report) {
    let mut pieces = reading.furniture().pieces().iter().filter(|p| p.kind == kind);
    let Some(first) = pieces.next() else { return };
    let finding = Finding::at(first.span);
    let finding = if is_own(reading, first) { finding.level(Level::Suggestion) } else { finding };
    let others = pieces.take(PLACES);
    report.add(others.fold(finding, |finding, piece| finding.related(piece.span, "This too.")));
}

/// Whether it may be the writer's own rather than what came along from a page: there is no other
/// furniture than its like, and it is the last that the text says, asks readers for a word, is an item
/// of a list or a link in Markdown.
fn is_own(reading: &Reading, piece: &Piece) -> bool {
    let blocks = &reading.article.blocks;
    let last = piece.blocks.end == blocks.len();
    let item = || blocks[piece.blocks.start].kind == BlockKind::Item;
    let own = match piece.kind {
        FurnitureKind::Newsletter => last,
        FurnitureKind::Engagement => true,
        FurnitureKind::Share | FurnitureKind::Copyright if item() => true,
        // A link that somebody set in Markdown.
        FurnitureKind::Share | FurnitureKind::Related => reading.article.format == Format::Markdown,
        _ => false,
    };
    own && reading.furniture().pieces().iter().all(|other| other.kind == piece.kind)
        && !blocks.iter().any(|block| block.flags.contains(BlockFlags::FURNITURE))
}
