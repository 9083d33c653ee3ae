//! The elements of a page that mean something to a copy editor, and what they mean. All others
//! leave no trace.

use crate::text::{BlockFlags, MarkKind};

/// A known element: its place in [`ELEMENTS`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Element(u8);

/// What an element does with the text in it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Role {
    /// Part of a sentence.
    Inline(Option<MarkKind>),
    /// `<sup>`: a note's number or an ordinal's ending.
    Raised,
    /// `<br>`
    Line,
    /// Its content is no prose, but has a place in the sentence: `<code>`, and what was struck out,
    /// which is no longer said. As it is often left open, the end of its block ends it.
    Phrase,
    /// The same, for what must be closed: `<svg>`, `<video>`.
    Embedded,
    /// The same, for what has no content: `<img>`.
    Image,
    /// Not seen on the page.
    Hidden(&'static str),
    /// Its content is a block of its own, but no prose.
    Preformatted,
    Container(BlockFlags),
    Paragraph,
    Heading(u8),
    Item,
    Cell,
    Caption,
    /// `<dt>`, `<dd>`
    Term,
    Definition,
    /// `<tr>` and groups of rows, which end the cell before them.
    Rows,
    /// Separates blocks and holds nothing: `<hr>`.
    Rule,
    /// `<footer>`: names the source in a quotation, else furniture.
    Footer,
}

impl Element {
    pub const COUNT: usize = ELEMENTS.len();

    pub const A: Element = Element::named("a");
    pub const ASIDE: Element = Element::named("aside");
    pub const BLOCKQUOTE: Element = Element::named("blockquote");
    pub const DD: Element = Element::named("dd");
    pub const DIV: Element = Element::named("div");
    pub const DL: Element = Element::named("dl");
    pub const DT: Element = Element::named("dt");
    pub const EM: Element = Element::named("em");
    pub const FOOTER: Element = Element::named("footer");
    pub const FORM: Element = Element::named("form");
    pub const LI: Element = Element::named("li");
    pub const P: Element = Element::named("p");
    pub const STRONG: Element = Element::named("strong");
    pub const SUB: Element = Element::named("sub");
    pub const TABLE: Element = Element::named("table");
    pub const TD: Element = Element::named("td");
    pub const TR: Element = Element::named("tr");
    pub const UL: Element = Element::named("ul");

    pub const fn heading(level: u8) -> Element {
        const FIRST: Element = Element::named("h1");
        Element(FIRST.0 + level - 1)
    }

    /// The element with this name, in lower case.
    pub fn find(name: &[u8]) -> Option<Element> {
        ELEMENTS.binary_search_by(|(known, _)| known.as_bytes().cmp(name)).ok().map(|i| Element(i as u8))
    }

    pub fn role(self) -> Role {
        ELEMENTS[self.index()].1
    }

    pub fn name(self) -> &'static str {
        ELEMENTS[self.index()].0
    }

    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// One of the elements above; a name that is not in the table fails to compile.
    const fn named(name: &str) -> Element {
        let mut i = 0;
        while !same(ELEMENTS[i].0.as_bytes(), name.as_bytes()) {
            i += 1;
        }
        Element(i as u8)
    }
}

impl Role {
    /// Whether it stands in a line of text.
    pub fn is_inline(self) -> bool {
        use Role::*;
        matches!(self, Inline(_) | Raised | Line | Phrase | Embedded | Image | Hidden(_))
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

const PLAIN: Role = Role::Inline(None);
const EMPHASIS: Role = Role::Inline(Some(MarkKind::Emphasis));
const STRONG: Role = Role::Inline(Some(MarkKind::Strong));
const BLOCK: Role = Role::Container(BlockFlags::empty());
const LIST: Role = Role::Container(BlockFlags::LIST);
const FURNITURE: Role = Role::Container(BlockFlags::FURNITURE);

/// By name, in order.
#[rustfmt::skip]
const ELEMENTS: &[(&str, Role)] = &[
    ("a", Role::Inline(Some(MarkKind::Link))),
    ("abbr", PLAIN),
    ("address", BLOCK),
    ("article", BLOCK),
    ("aside", FURNITURE),
    ("audio", Role::Embedded),
    ("b", STRONG),
    ("bdi", PLAIN),
    ("bdo", PLAIN),
    ("big", PLAIN),
    ("blockquote", Role::Container(BlockFlags::QUOTATION)),
    ("body", BLOCK),
    ("br", Role::Line),
    ("button", FURNITURE),
    ("canvas", Role::Embedded),
    ("caption", Role::Caption),
    ("center", BLOCK),
    ("cite", Role::Inline(Some(MarkKind::Cite))),
    ("code", Role::Phrase),
    ("datalist", Role::Hidden("form field")),
    ("dd", Role::Definition),
    ("del", Role::Phrase),
    ("details", BLOCK),
    ("dfn", EMPHASIS),
    ("dialog", FURNITURE),
    ("dir", LIST),
    ("div", BLOCK),
    ("dl", BLOCK),
    ("dt", Role::Term),
    ("em", EMPHASIS),
    ("embed", Role::Image),
    ("fieldset", BLOCK),
    ("figcaption", Role::Caption),
    ("figure", BLOCK),
    ("font", PLAIN),
    ("footer", Role::Footer),
    ("form", FURNITURE),
    ("h1", Role::Heading(1)),
    ("h2", Role::Heading(2)),
    ("h3", Role::Heading(3)),
    ("h4", Role::Heading(4)),
    ("h5", Role::Heading(5)),
    ("h6", Role::Heading(6)),
    ("header", BLOCK),
    ("hgroup", BLOCK),
    ("hr", Role::Rule),
    ("html", BLOCK),
    ("i", EMPHASIS),
    ("iframe", Role::Embedded),
    ("img", Role::Image),
    ("input", Role::Image),
    ("ins", PLAIN),
    ("kbd", Role::Phrase),
    ("label", PLAIN),
    ("legend", Role::Term),
    ("li", Role::Item),
    ("listing", Role::Preformatted),
    ("main", BLOCK),
    ("mark", PLAIN),
    ("math", Role::Embedded),
    ("menu", Role::Container(BlockFlags::FURNITURE.union(BlockFlags::LIST))),
    ("meter", Role::Embedded),
    ("nav", FURNITURE),
    ("noembed", Role::Hidden("fallback")),
    ("noframes", Role::Hidden("fallback")),
    ("noscript", Role::Hidden("fallback")),
    ("object", Role::Embedded),
    ("ol", LIST),
    ("option", BLOCK),
    ("p", Role::Paragraph),
    ("picture", Role::Embedded),
    ("plaintext", Role::Preformatted),
    ("pre", Role::Preformatted),
    ("progress", Role::Embedded),
    ("q", Role::Inline(Some(MarkKind::Quote))),
    ("s", Role::Phrase),
    ("samp", Role::Phrase),
    ("script", Role::Hidden("script")),
    ("search", FURNITURE),
    ("section", BLOCK),
    ("select", Role::Hidden("form field")),
    ("small", PLAIN),
    ("span", PLAIN),
    ("strike", Role::Phrase),
    ("strong", STRONG),
    ("style", Role::Hidden("style sheet")),
    ("sub", PLAIN),
    ("summary", Role::Term),
    ("sup", Role::Raised),
    ("svg", Role::Embedded),
    ("table", BLOCK),
    ("tbody", Role::Rows),
    ("td", Role::Cell),
    ("template", Role::Hidden("template")),
    ("textarea", Role::Hidden("form field")),
    ("tfoot", Role::Rows),
    ("th", Role::Cell),
    ("thead", Role::Rows),
    ("time", PLAIN),
    ("title", Role::Hidden("page title")),
    ("tr", Role::Rows),
    ("tt", Role::Phrase),
    ("u", PLAIN),
    ("ul", LIST),
    ("var", Role::Phrase),
    ("video", Role::Embedded),
    ("xmp", Role::Preformatted),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_are_in_order_so_that_each_is_found() {
        for (i, (name, _)) in ELEMENTS.iter().enumerate() {
            assert_eq!(Element::find(name.as_bytes()), Some(Element(i as u8)), "{name}");
        }
    }
}
