//! Edits, applied until the article is at rest.
//!
//! One pass applies what does not conflict: fixes in the order of where they start, where they
//! end, and their rule's name; one that overlaps or touches an applied edit waits for the next
//! pass, when it is looked at afresh.

use crate::diagnostic::{Applicability, Diagnostic, Edit};
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

/// The edits of one pass.
#[derive(Debug, Default)]
pub struct Pass {
    /// By start; they neither overlap nor touch, unless they belong to one fix.
    pub edits: Vec<Edit>,
    /// The rules of the fixes they come from, one for each fix.
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
        applied += pass.rules.len();
        text = apply(&text, &pass.edits);
    }
    let outcome = linter.check(&text, format);
    let pass = without_conflicts(&outcome.diagnostics, least);
    if pass.edits.is_empty() {
        return Ok(Fixed { text, applied, remaining: outcome });
    }
    let mut rules = pass.rules;
    rules.sort();
    rules.dedup();
    Err(Restless { rules })
}

/// The best fixes of at least this applicability that can be applied together.
pub fn without_conflicts<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>, least: Applicability) -> Pass {
    let mut fixes: Vec<(&[Edit], &str)> = diagnostics
        .into_iter()
        .filter_map(|d| Some((d.fixes.first()?, d.rule.as_ref())))
        .filter(|(fix, _)| fix.applicability >= least && !fix.edits.is_empty())
        .map(|(fix, rule)| (fix.edits.as_slice(), rule))
        .collect();
    fixes.sort_by_key(|(edits, rule)| (edits[0].span.start, edits[edits.len() - 1].span.end, *rule));
    let mut pass = Pass::default();
    for (edits, rule) in fixes {
        // Those already taken that could be in the way are the last ones: all start before this
        // fix ends.
        let first = edits[0].span;
        let clear = |edit: &Edit| {
            let near = pass.edits.iter().rev().take_while(|taken| taken.span.end >= first.start);
            !near.into_iter().any(|taken| taken.span.touches(edit.span))
        };
        if edits.iter().all(clear) {
            let sorted = pass.edits.last().is_none_or(|last| last.span <= first);
            pass.edits.extend_from_slice(edits);
            if !sorted {
                pass.edits.sort_by_key(|e| e.span);
            }
            pass.rules.push(rule.to_owned());
        }
    }
    pass
}

/// The text with the edits applied, which are sorted and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let added: usize = edits.iter().map(|e| e.replacement.len()).sum();
    let mut result = String::with_capacity(text.len() + added);
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        result.push_str(&text[at..range.start]);
        result.push_str(&edit.replacement);
        at = range.end;
    }
    result.push_str(&text[at..]);
    result
}
