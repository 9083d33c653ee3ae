//! HTML: whole pages and fragments.
//!
//! html5gum cuts the source into tags and text as browsers do and says where each stands;
//! [`Tokens`] hands them to the flow that they make.

mod tokens;

use std::borrow::Cow;

use super::cover::cover;
use super::flow::Flow;
use super::{Use, front_matter, shortcode};
use crate::text::{Article, Format};

/// Reads a page or a part of one.
pub fn read(source: &str) -> Article<'_> {
    read_for(source, Use::Rules)
}

pub(super) fn read_for(source: &str, purpose: Use) -> Article<'_> {
    let covers = shortcode::find(source);
    let view = cover(source, 0..source.len(), &covers);
    let mut flow = Flow::new(source, covers, source.len() / 2, purpose);
    let start = front_matter::skip(source, &mut flow);
    read_piece(&view[start..], start as u32, false, &mut flow);
    flow.finish(Format::Html)
}

/// Reads a piece of HTML in another text, which stands at the byte `base` of the source; `in_line`
/// when it is a tag in a line of Markdown.
pub(super) fn read_piece(html: &str, base: u32, in_line: bool, flow: &mut Flow<'_>) {
    let mut html = Cow::Borrowed(html);
    if memchr::memchr(b'\r', html.as_bytes()).is_some() {
        // Line ends are white space of one kind; the tokenizer would drop one half of them.
        html = Cow::Owned(html.replace('\r', " "));
    }
    tokens::read(&html, base, in_line, flow);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_one_part_of_its_source_is_not_copied() {
        assert!(matches!(read("<p>He bakes bread.</p>\n").prose, Cow::Borrowed("He bakes bread.")));
        let article = read("<p>He <b>bakes</b> bread.</p>");
        assert!(matches!(&article.prose, Cow::Owned(prose) if prose == "He bakes bread."));
    }

    #[test]
    fn the_fields_of_a_page_generator_are_no_text() {
        let article = read("---\nusername: david\nplace: Ghent\n---\n<p>He bakes.</p>\n");
        assert_eq!(article.prose.trim(), "He bakes.");
        assert_eq!(article.skipped[0].what, "front matter");
    }
}
