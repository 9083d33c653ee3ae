use std::fmt;
use std::ops::{Index, Range};

/// A range of bytes, end exclusive: the only coordinate in copydesk.
///
/// Rules work on spans of an article's prose; once a finding leaves the rules its spans are of
/// the source. Offsets are `u32`, so a text may have at most 4 GiB.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to byte `end`.
    ///
    /// # Panics
    /// If an offset does not fit in 32 bits; readers refuse such texts before any span exists.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "a span runs forwards: {start}..{end}");
        Span { start: offset(start), end: offset(end) }
    }

    /// The empty span at byte `at`.
    pub fn at(at: usize) -> Span {
        Span::new(at, at)
    }

    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether every byte of `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the two spans share a byte or stand side by side.
    pub fn touches(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The smallest span that contains both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("texts over 4 GiB are refused when they are read")
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}
