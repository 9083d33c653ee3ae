//! What checks of doubled words share.

use crate::reading::Reading;
use crate::text::{BlockFlags, Span, Token, TokenFlags};

/// Whether only white space parts the token from the one before it, and it goes on with the same
/// line of thought: no line of verse ends between them.
pub fn follows_on(token: &Token, flags: BlockFlags) -> bool {
    token.spaced() && !(flags.contains(BlockFlags::LINES) && token.flags.contains(TokenFlags::LINE))
}

/// The half of a doubled passage that can go without leaving an element of markup empty: the second
/// one if it can, else the first. A line end between the halves stays; `next` is what follows them.
pub fn half_to_cut(reading: &Reading, first: Span, second: Span, next: Option<&Token>) -> Option<Span> {
    let gap = Span { start: first.end, end: second.start };
    let after = match next.filter(|next| next.spaced() && !next.flags.contains(TokenFlags::LINE)) {
        Some(next) if reading.article.prose[gap].contains('\n') => Span { start: second.start, end: next.start() },
        _ => Span { start: first.end, end: second.end },
    };
    let before = Span { start: first.start, end: second.start };
    [after, before].into_iter().find(|cut| !holds_element(reading, *cut))
}

/// Whether a whole element lies in the span.
fn holds_element(reading: &Reading, span: Span) -> bool {
    let marks = &reading.article.marks;
    let from = marks.partition_point(|mark| mark.span.start < span.start);
    marks[from..].iter().take_while(|mark| mark.span.start < span.end).any(|mark| span.contains(mark.span))
}
