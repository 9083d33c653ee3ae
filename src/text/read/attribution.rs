//! Lines under quotations that name their source after a dash: “— Rose Tyler”.

use crate::text::{Block, BlockFlags, BlockKind, Span};

/// An attribution has at most so many bytes.
const LONGEST: usize = 120;

/// Makes `block` an attribution if it is one of the block above it. If only its last line is one,
/// that line is cut off and returned.
pub(super) fn take(prose: &str, block: &mut Block, above: Option<&Block>) -> Option<Block> {
    let text = &prose[block.span];
    match (block.kind, name(text)) {
        (BlockKind::Attribution, Some(name)) => {
            block.span.start = block.span.end - name.len() as u32;
            return None;
        }
        (BlockKind::Paragraph, _) => {}
        _ => return None,
    }
    let quoted = |b: &Block| b.flags.contains(BlockFlags::QUOTATION) || prose[b.span].ends_with(['”', '"', '»', '’']);
    if let Some(name) = name(text).filter(|_| above.is_some_and(quoted)) {
        block.kind = BlockKind::Attribution;
        block.span.start = block.span.end - name.len() as u32;
        return None;
    }
    let (before, line) = text.rsplit_once('\n').filter(|_| block.flags.contains(BlockFlags::QUOTATION))?;
    let name = name(line.trim_start())?;
    let before = before.trim_end();
    let span = Span { start: block.span.end - name.len() as u32, end: block.span.end };
    block.span.end = block.span.start + before.len() as u32;
    (!before.is_empty()).then_some(Block { kind: BlockKind::Attribution, span, ..*block })
}

/// What follows the dash of an attribution.
fn name(line: &str) -> Option<&str> {
    let dashed = line.starts_with(['—', '–', '―']) || line.starts_with("--");
    let name = line.trim_start_matches(|c: char| matches!(c, '—' | '–' | '―' | '-') || c.is_whitespace());
    (dashed && !name.is_empty() && line.len() <= LONGEST && !name.contains('\n')).then_some(name)
}
