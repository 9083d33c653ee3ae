//! What is known of words before an article is read.

pub mod dialect;
mod shape;
pub mod traits;
pub mod words;

pub use dialect::Dialect;
pub use traits::Traits;
pub use words::{Entry, Words};

/// The knowledge built into the program, and the house's own words.
#[derive(Default)]
pub struct Lexicon {}

impl Lexicon {
    /// What is known of a form as written.
    pub fn traits(&self, form: &str) -> Traits {
        shape::of(form)
    }
}
