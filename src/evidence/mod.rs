//! What this article shows: its quotations, its names, its forms, its headings, its repeats. One
//! type each, gathered from `lexicon::Words` on first use.

pub mod quotations;

pub use quotations::Quotations;
