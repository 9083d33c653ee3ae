//! From prose to source.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::text::Article;

/// Maps every span of the diagnostics; a fix that would touch what is not prose goes.
pub fn to_source(article: &Article, diagnostics: &mut [Diagnostic]) {
    if article.map.is_identity() {
        return;
    }
    for diagnostic in diagnostics {
        diagnostic.span = article.map.source(diagnostic.span);
        for related in &mut diagnostic.related {
            related.span = article.map.source(related.span);
        }
        diagnostic.fixes.retain_mut(|fix| resolve(article, fix));
    }
}

/// Maps a fix; `false` if it can't be made in the source.
fn resolve(article: &Article, fix: &mut Fix) -> bool {
    let mut edits = Vec::with_capacity(fix.edits.len());
    for edit in &fix.edits {
        match article.map.changes(edit.span, &edit.replacement) {
            Some(changes) => edits.extend(changes.into_iter().map(|c| Edit::new(c.span, c.text))),
            None => return false,
        }
    }
    edits.sort_by_key(|e| e.span);
    fix.edits = edits;
    true
}
