//! Edits, applied until the article is at rest.

use crate::diagnostic::Applicability;
use crate::lint::{Linter, Outcome};
use crate::text::Format;

/// An article after its fixes.
#[derive(Debug)]
pub struct Fixed {
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
    /// What remains to be found in `text`.
    pub remaining: Outcome,
}

/// The edits did not come to rest within ten passes.
#[derive(Debug, PartialEq, Eq)]
pub struct Restless {
    /// The rules whose fixes were still being applied.
    pub rules: Vec<String>,
}

/// Applies every fix of at least this applicability, again and again until none is left.
pub fn fix(_linter: &Linter, _source: &str, _format: Format, _least: Applicability) -> Result<Fixed, Restless> {
    todo!()
}
