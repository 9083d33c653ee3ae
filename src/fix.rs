//! Edits, applied until the article is at rest. A fix that is in another's way waits for the next
//! pass, when it is looked at afresh.

use crate::diagnostic::Applicability;
use crate::edits::{apply, without_conflicts};
use crate::lint::{Linter, Outcome};
use crate::text::Format;

/// An article that is not at rest after so many passes is left as it was.
const PASSES: usize = 10;

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
///
/// # Errors
/// [`Restless`] if fixes go on undoing each other; the text is then not to be used.
pub fn fix(linter: &Linter, source: &str, format: Format, least: Applicability) -> Result<Fixed, Restless> {
    let mut text = source.to_owned();
    let mut applied = 0;
    for _ in 0..PASSES {
        let outcome = linter.check(&text, format);
        let pass = without_conflicts(&outcome.diagnostics, least);
        if pass.edits.is_empty() {
            return Ok(Fixed { text, applied, remaining: outcome });
        }
        applied += pass.taken.len();
        text = apply(&text, &pass.edits);
    }
    let outcome = linter.check(&text, format);
    let pass = without_conflicts(&outcome.diagnostics, least);
    if pass.edits.is_empty() {
        return Ok(Fixed { text, applied, remaining: outcome });
    }
    let mut rules: Vec<String> = pass.taken.iter().map(|&taken| outcome.diagnostics[taken].rule.to_string()).collect();
    rules.sort();
    rules.dedup();
    Err(Restless { rules })
}
