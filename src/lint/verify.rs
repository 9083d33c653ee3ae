//! The proof of a fix in markup: when the fixed source is read, its prose is the old prose with the
//! edits applied, and its tags, code and destinations are the old ones.

use crate::diagnostic::{Applicability, Diagnostic, Edit};
use crate::edits;
use crate::text::{Article, Format, read};

/// Makes manual every automatic fix that fails the proof. Plain text has no markup to break.
pub fn prove(article: &Article, diagnostics: &mut [Diagnostic]) {
    if article.format == Format::Plain {
        return;
    }
    let automatic = |d: &Diagnostic| d.fixes.first().is_some_and(|f| f.applicability > Applicability::Manual);
    let numbers: Vec<usize> = (0..diagnostics.len()).filter(|&i| automatic(&diagnostics[i])).collect();
    let mut failing = Vec::new();
    find_failing(article, diagnostics, &numbers, &mut failing);
    for number in failing {
        diagnostics[number].fixes[0].applicability = Applicability::Manual;
    }
}

/// Halves the fixes until those that fail are found: as many readings as there are failures, times
/// the logarithm of the fixes.
fn find_failing(article: &Article, diagnostics: &[Diagnostic], numbers: &[usize], failing: &mut Vec<usize>) {
    let fixes = numbers.iter().map(|&i| &diagnostics[i]);
    if numbers.is_empty() || holds(article, &edits::without_conflicts(fixes, Applicability::Unsafe).edits) {
        return;
    }
    if let [one] = numbers {
        failing.push(*one);
        return;
    }
    let (front, back) = numbers.split_at(numbers.len() / 2);
    find_failing(article, diagnostics, front, failing);
    find_failing(article, diagnostics, back, failing);
}

/// Whether the edits change the prose as they say, and nothing else.
fn holds(article: &Article, edits: &[Edit]) -> bool {
    let source = edits::apply(article.source, edits);
    let fixed = read::read(&source, article.format);
    if fixed.skeleton != article.skeleton {
        return false;
    }
    let in_prose: Vec<Edit> =
        edits.iter().map(|e| Edit { span: article.map.prose(e.span), replacement: e.replacement.clone() }).collect();
    edits::apply(&article.prose, &in_prose) == fixed.prose
}
