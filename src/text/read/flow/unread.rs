//! Elements whose content is not read: code, scripts, pictures, the marks of notes.

use super::Flow;
use crate::text::Span;
use crate::text::read::element::Element;

/// How far the end of a `<sup>` is looked for, in bytes.
const NOTE: usize = 400;

/// An element whose content is not read.
pub(super) struct Skipping {
    pub element: Element,
    /// How many more of the same are open within it.
    pub nested: u32,
    pub start: u32,
    pub place: Place,
    /// The end of its block ends it.
    pub loose: bool,
}

/// What the prose shows of an element that is not read.
pub(super) enum Place {
    Opaque,
    Note,
    Nothing(&'static str),
}

impl Flow<'_> {
    pub(super) fn end_skipping(&mut self, end: u32) {
        let Some(skipping) = self.skipping.take() else { return };
        let span = Span { start: skipping.start, end: end.max(skipping.start) };
        match skipping.place {
            Place::Opaque => self.opaque(span),
            Place::Note => self.note(span),
            Place::Nothing(what) => self.draft.skip(span, what),
        }
    }

    /// Whether the end tag of an element follows, or its content runs to the end without one.
    pub(super) fn is_closed_after(&mut self, element: Element, at: u32) -> bool {
        if html5gum::naive_next_state(element.name().as_bytes()).is_some() {
            return true;
        }
        if self.endless[element.index()] {
            return false;
        }
        let name = element.name().as_bytes();
        let rest = &self.source.as_bytes()[at as usize..];
        let found = memchr::memmem::find_iter(rest, b"</")
            .any(|i| rest.get(i + 2..i + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)));
        self.endless[element.index()] = !found;
        found
    }

    /// Whether the `<sup>` that ends at the byte `at` holds the mark of a note (or an exponent):
    /// a link, or no letters.
    pub(super) fn is_note(&self, at: u32) -> bool {
        let rest = &self.source.as_bytes()[at as usize..];
        let near = &rest[..rest.len().min(NOTE)];
        let Some(end) = memchr::memmem::find(near, b"</") else { return false };
        let sign = |b: &u8| b.is_ascii_digit() || b.is_ascii_punctuation() || b.is_ascii_whitespace();
        let text = String::from_utf8_lossy(&near[..end]);
        let signs = text.chars().all(|c| matches!(c, '†' | '‡' | '§' | '¶') || c.is_ascii() && sign(&(c as u8)));
        end > 0 && (signs || near.starts_with(b"<a ") || near.starts_with(b"[<a "))
    }
}
