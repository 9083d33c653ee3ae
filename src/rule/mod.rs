//! What a rule is: a page that says what it does, and either phrases on that page or a check in
//! code.

pub mod check;
pub mod compiled;
pub mod error;
pub mod page;
pub mod phrase;
pub mod report;

pub use check::{Check, Run, Wake};
pub use error::PageError;
pub use page::Page;
pub use report::{Finding, Report};
