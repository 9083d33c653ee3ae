//! One result, many forms: for a terminal, one line each, JSON, a diff.

mod change;
pub mod concise;
pub mod diff;
pub mod json;
pub mod ledger;
mod lines;
pub mod manual;
mod paragraph;
mod place;
pub mod style;
pub mod summary;
pub mod terminal;
mod visible;
mod window;

use crate::lint::Outcome;

/// An article that was read, and what was found in it.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// The path as it was given, or the name that standard input goes by.
    pub name: &'a str,
    /// Without its byte-order mark.
    pub source: &'a str,
    /// The bytes of the mark, which count in JSON's spans.
    pub mark: u32,
    pub outcome: &'a Outcome,
}
