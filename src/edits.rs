//! Edits applied to a text.
//!
//! One pass applies what does not conflict: fixes in the order of where they start, where they
//! end, and their rule's name; one that overlaps or touches an applied edit is left out.

use crate::diagnostic::{Applicability, Diagnostic, Edit};

/// The edits of one pass.
#[derive(Debug, Default)]
pub struct Pass {
    /// By start; they neither overlap nor touch, unless they belong to one fix.
    pub edits: Vec<Edit>,
    /// The numbers of the diagnostics whose fixes they are.
    pub taken: Vec<usize>,
}

/// The best fixes of at least this applicability that can be applied together.
pub fn without_conflicts(diagnostics: &[Diagnostic], least: Applicability) -> Pass {
    let mut fixes: Vec<(&[Edit], usize)> = diagnostics
        .iter()
        .enumerate()
        .filter_map(|(number, d)| Some((d.fixes.first()?, number)))
        .filter(|(fix, _)| fix.applicability >= least && !fix.edits.is_empty())
        .map(|(fix, number)| (fix.edits.as_slice(), number))
        .collect();
    let rule = |number: usize| &*diagnostics[number].rule;
    fixes.sort_by_key(|&(edits, number)| (edits[0].span.start, edits[edits.len() - 1].span.end, rule(number)));
    let mut pass = Pass::default();
    for (edits, number) in fixes {
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
            pass.taken.push(number);
        }
    }
    pass
}

/// The text with the edits applied, which are sorted and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let added: usize = edits.iter().map(|e| e.replacement.len()).sum();
    let mut result = String::with_capacity(text.len() + added);
    parts(text, edits).for_each(|part| result.push_str(part));
    result
}

/// Where a byte of the text stands when the edits before it are applied.
pub fn moved(at: usize, edits: &[Edit]) -> usize {
    let before = edits.iter().map(|e| (e.span.range(), e.replacement.len())).filter(|(range, _)| range.start < at);
    let (cut, added) = before.fold((0, 0), |(cut, added), (range, new)| (cut + range.len(), added + new));
    (at + added).saturating_sub(cut)
}

/// Whether the text with the edits applied is this one.
pub fn gives(text: &str, edits: &[Edit], result: &str) -> bool {
    let rest = parts(text, edits).try_fold(result, |rest, part| rest.strip_prefix(part));
    rest == Some("")
}

/// What the text with the edits applied is made of.
fn parts<'t>(text: &'t str, edits: &'t [Edit]) -> impl Iterator<Item = &'t str> {
    let ends = std::iter::once(0).chain(edits.iter().map(|e| e.span.range().end));
    let starts = edits.iter().map(|e| e.span.range().start).chain([text.len()]);
    let kept = ends.zip(starts).map(|(from, to)| &text[from..to]);
    let new = edits.iter().map(|e| e.replacement.as_str()).chain([""]);
    kept.zip(new).flat_map(|(kept, new)| [kept, new])
}
