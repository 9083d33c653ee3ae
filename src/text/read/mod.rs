//! Readers: a source in one of the formats becomes an [`Article`].

mod attribution;
mod cover;
mod draft;
mod element;
mod flow;
mod front_matter;
pub mod html;
pub mod markdown;
pub mod plain;
mod shortcode;
pub mod turns;

use std::path::Path;

use super::{Article, Format};

/// Reads a source as what it is.
pub fn read(source: &str, format: Format) -> Article<'_> {
    match format {
        Format::Plain => plain::read(source),
        Format::Markdown => markdown::read(source),
        Format::Html => html::read(source),
    }
}

impl Format {
    /// The format that a file's name tells.
    pub fn of(path: &Path) -> Format {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        match extension.as_str() {
            "md" | "markdown" | "mdx" | "qmd" | "rmd" => Format::Markdown,
            "html" | "htm" | "xhtml" => Format::Html,
            _ => Format::Plain,
        }
    }
}
