//! The pipeline: an article in, its diagnostics out.

use crate::diagnostic::Diagnostic;
use crate::lexicon::Lexicon;
use crate::reading::{Dialect, Options};
use crate::text::{Format, Skipped, Span};

/// The rules that run, with all that they need; made once and used for every file, from any
/// thread.
pub struct Linter {
    pub lexicon: Lexicon,
    pub options: Options,
}

/// What a reading of one article gave. All spans are of the source.
#[derive(Debug, Default)]
pub struct Outcome {
    /// In reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// The article's headings (span and text), so that a finding can be placed without line numbers.
    pub headings: Vec<(Span, String)>,
    /// The dialect that the article was read in, and why.
    pub dialect: Option<(Dialect, String)>,
    pub skipped: Vec<Skipped>,
}

impl Linter {
    /// Reads an article and says what is wrong with it.
    pub fn check(&self, _source: &str, _format: Format) -> Outcome {
        todo!()
    }
}
