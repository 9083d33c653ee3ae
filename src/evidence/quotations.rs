//! Which parts of the prose are somebody's words.

use crate::lexicon::Words;
use crate::text::Span;

/// The quotations of an article, by start, without overlaps: what stands in quotation marks, and
/// block quotations.
#[derive(Debug, Default)]
pub struct Quotations {
    spans: Vec<Span>,
}

impl Quotations {
    pub fn gather(_words: &Words) -> Quotations {
        todo!()
    }

    /// Whether the span lies in a quotation (its marks not counted).
    pub fn contains(&self, span: Span) -> bool {
        let after = self.spans.partition_point(|q| q.start <= span.start);
        self.spans[..after].last().is_some_and(|q| q.contains(span))
    }
}
