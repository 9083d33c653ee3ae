//! What a parser must not see: shortcodes and other calls of a site's templates.
//!
//! Before parsing, they are covered with filler of the same number of bytes, so that offsets hold.

use std::borrow::Cow;

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

/// The source with these ranges covered: with letters, which are never markup, or with white space.
pub(super) fn cover<'s>(source: &'s str, covers: &[Cover]) -> Cow<'s, str> {
    if covers.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut covered = source.as_bytes().to_vec();
    for Cover { span, shows } in covers {
        covered[span.range()].fill(if *shows == Shows::Blank { b' ' } else { b'x' });
    }
    String::from_utf8(covered).map_or(Cow::Borrowed(source), Cow::Owned)
}
