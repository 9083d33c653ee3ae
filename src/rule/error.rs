//! What is wrong with a rule's page, said so that its writer can mend it.

use std::fmt;

use crate::nearest::nearest;
use crate::text::Span;

/// A fault in a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PageError {
    /// In the page.
    pub span: Span,
    /// What is wrong: one sentence.
    pub message: String,
    /// What to do about it; may be empty.
    pub help: String,
}

impl PageError {
    pub fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> PageError {
        PageError { span, message: message.into(), help: help.into() }
    }

    /// The error with its span counted from `start` bytes further on.
    pub(super) fn moved(mut self, start: u32) -> PageError {
        self.span.start += start;
        self.span.end += start;
        self
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if self.help.is_empty() { Ok(()) } else { write!(f, " {}", self.help) }
    }
}

impl std::error::Error for PageError {}

/// “Did you mean …?” where one of the names is near, or else the names that there are.
pub(super) fn choose<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.into_iter().collect();
    match nearest(word, names.iter().copied()) {
        Some(name) => format!("Did you mean “{name}”?"),
        None => format!("There are: {}.", names.join(", ")),
    }
}
