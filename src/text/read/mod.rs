//! Readers: a source in one of the formats becomes an [`Article`](super::Article).

use super::article::{Article, Format};

pub mod plain;
pub mod turns;

/// Reads an article.
pub fn read(source: &str, format: Format) -> Article<'_> {
    match format {
        Format::Plain | Format::Markdown | Format::Html => plain::read(source),
    }
}
