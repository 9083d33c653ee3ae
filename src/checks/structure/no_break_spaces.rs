use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockFlags, BlockKind, TokenFlags};

pub const CHECK: Check = Check::token("structure/no-break-spaces", Wake::flags(TokenFlags::WIDE), run);

/// A no-break space beside another space: an editor's program has kept what was typed twice.
fn run(at: At, report: &mut Report) {
    let gap = at.gap();
    let text = at.reading.article.text(gap);
    let doubled = text.contains('\u{A0}') && text.chars().nth(1).is_some() && !text.contains(['\n', '\t']);
    // Columns are set with them.
    let columns = text.chars().nth(4).is_some();
    let block = at.block();
    if doubled && !columns && block.kind() != BlockKind::Cell && !block.has(BlockFlags::LINES) {
        report.add(Finding::at(gap).replace(gap, " ").keeps_words());
    }
}
