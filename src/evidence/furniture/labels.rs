//! The fields of a template: “Meta description: …”, “Call to action: …”.

use super::gate::WordSet;
use super::line::Line;
use crate::text::{BlockKind, Kind, Span};

/// A template's label at the start of a block.
pub struct Label {
    /// With its colon.
    pub span: Span,
    /// What follows is copy that only lost its place.
    pub keeps_rest: bool,
}

/// Fields that say something about an article, and are no part of it.
const ABOUT: &[&str] = &[
    "call to action",
    "call-to-action",
    "cta",
    "meta description",
    "meta-description",
    "meta title",
    "meta tags",
    "meta keywords",
    "meta",
    "seo title",
    "seo description",
    "seo keywords",
    "seo keyword",
    "seo",
    "focus keyword",
    "focus keywords",
    "focus keyphrase",
    "primary keyword",
    "secondary keywords",
    "target keyword",
    "target keywords",
    "slug",
    "url slug",
    "alt text",
    "image alt text",
    "alt tag",
    "image prompt",
    "featured image",
    "hero image",
    "image suggestion",
    "suggested image",
    "suggested images",
    "image placeholder",
    "suggested tags",
    "suggested headline",
    "suggested headlines",
    "alternative headline",
    "alternative headlines",
    "headline options",
    "internal links",
    "internal link",
    "external links",
    "word count",
    "target audience",
    "tone of voice",
    "og title",
    "og description",
    "social copy",
    "social media caption",
    "tweet text",
    "schema",
    "search description",
    "search engine title",
    "seo headline",
    "web headline",
    "web title",
    "short title",
    "excerpt",
    "teaser text",
];

/// Fields that hold a part of the article.
const OF: &[&str] = &[
    "headline",
    "subheadline",
    "sub-headline",
    "sub headline",
    "main headline",
    "dek",
    "standfirst",
    "lede",
    "body text",
    "body copy",
    "article body",
    "article title",
    "blog title",
    "post title",
    "pull quote",
    "pull-quote",
    "pullquote",
    "h #",
    "heading #",
];

/// The first words of all fields.
pub const FIRST: WordSet =
    WordSet::EMPTY.with_first_of(ABOUT).with_first_of(OF).with_first_of(&["h1", "h2", "h3", "h4", "h5", "h6", "title"]);

/// The label of a template that starts this block.
pub fn template(line: &Line) -> Option<Label> {
    const LONGEST: usize = 6;
    if line.block.kind == BlockKind::Turn {
        return None;
    }
    let colon = line.tokens.iter().take(LONGEST).position(|t| t.kind == Kind::Colon)?;
    let (name, _) = line.words.trim_start().split_once(" : ")?;
    let found = |keeps_rest| {
        let span = Span { start: line.tokens[0].start(), end: line.tokens[colon].end() };
        Some(Label { span, keeps_rest })
    };
    if ABOUT.contains(&name) {
        // A writer's own heading or point goes on in the line; “Meta:” may be the name of a firm.
        let own =
            matches!(line.block.kind, BlockKind::Heading(_)) || name == "meta" && line.block.kind == BlockKind::Item;
        return if own && line.tokens.len() > colon + 1 { None } else { found(false) };
    }
    // “Headline:” with nothing after it is a heading of somebody's own, and “Headline: the word …” a
    // definition.
    let heading_level = name.len() == 2 && name.starts_with('h') && name.ends_with(|c: char| c.is_ascii_digit());
    let next = line.tokens.get(colon + 1)?;
    let starts_copy = !line.text(next).starts_with(char::is_lowercase);
    // At the very top only, since further down “Title:” may be that of a book.
    let title = name == "title" && line.tokens[0].start() == 0;
    if (OF.contains(&name) || heading_level || title) && starts_copy { found(true) } else { None }
}

/// Whether all of the block is a note in brackets on what should stand there.
pub fn is_placeholder(line: &Line) -> bool {
    const ACTS: &[&str] = &["insert", "add", "embed", "place", "include", "put"];
    const THINGS: &[&str] = &[
        "image",
        "images",
        "photo",
        "picture",
        "video",
        "chart",
        "graph",
        "graphic",
        "map",
        "quote",
        "link",
        "table",
        "infographic",
        "caption",
        "tweet",
        "ad",
        "form",
        "logo",
        "screenshot",
        "here",
    ];
    let text = &line.prose[line.block.span];
    let bracketed = text.starts_with('[') && text.ends_with(']') && text.matches('[').count() == 1;
    let mut words = line.words.split_ascii_whitespace();
    bracketed && words.next().is_some_and(|w| ACTS.contains(&w)) && words.any(|w| THINGS.contains(&w))
}
