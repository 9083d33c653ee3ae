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

/// Reads an article again with edits in its source, only to compare: what it reads has no map.
pub struct Again {
    format: Format,
    sections: Option<markdown::Sections>,
}

impl Again {
    pub fn of(article: &Article) -> Again {
        let markdown = article.format == Format::Markdown;
        let sections = markdown.then(|| markdown::sections(article.source)).flatten();
        Again { format: article.format, sections }
    }

    /// Whether it is read section by section.
    #[cfg(test)]
    pub fn is_in_sections(&self) -> bool {
        self.sections.is_some()
    }

    /// `moved` says where the edits have moved a byte of the source.
    pub fn read<'s>(&self, source: &'s str, moved: impl Fn(usize) -> usize) -> Article<'s> {
        match self.format {
            Format::Plain => plain::read(source),
            Format::Markdown => markdown::read_to_compare(source, self.sections.as_ref(), moved),
            Format::Html => html::read_for(source, Use::Comparison),
        }
    }
}

/// What a reading is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Use {
    Rules,
    Comparison,
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
