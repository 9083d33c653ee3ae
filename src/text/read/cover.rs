//! What a parser must not see: shortcodes and other calls of a site's templates.
//!
//! Before parsing, they are covered with filler of the same number of bytes, so that offsets hold.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::Span;

/// A range of the source to cover.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cover {
    pub span: Span,
    pub shows: Shows,
}

/// What the prose shows of a covered range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shows {
    /// It stands in a line of text and leaves something there.
    Opaque,
    /// It stands in a line of text and leaves no trace there.
    Nothing,
    /// It has its lines for itself: to the parser they are blank.
    Blank,
}

/// A part of the source with these ranges covered: with letters, which are never markup, or with
/// white space.
pub(super) fn cover<'s>(source: &'s str, part: Range<usize>, covers: &[Cover]) -> Cow<'s, str> {
    let first = covers.partition_point(|cover| cover.span.range().end <= part.start);
    let past = covers.partition_point(|cover| cover.span.range().start < part.end);
    let source = &source[part.clone()];
    let Some(within) = covers.get(first..past).filter(|within| !within.is_empty()) else {
        return Cow::Borrowed(source);
    };
    let mut covered = source.as_bytes().to_vec();
    for Cover { span, shows } in within {
        let range = span.range();
        let range = range.start.max(part.start) - part.start..range.end.min(part.end) - part.start;
        covered[range].fill(if *shows == Shows::Blank { b' ' } else { b'x' });
    }
    String::from_utf8(covered).map_or(Cow::Borrowed(source), Cow::Owned)
}
