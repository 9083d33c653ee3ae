//! Markdown: CommonMark with the extensions that articles use.
//!
//! pulldown-cmark says what each range of the source is; everything that it finds becomes an
//! element of the same [`Flow`] that HTML is read through, because HTML may stand anywhere in
//! Markdown and its elements hold Markdown in turn.

mod directive;
mod section;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::cover::{Cover, cover};
use super::draft::Ended;
use super::element::Element;
use super::flow::Flow;
use super::front_matter;
use super::{Use, html, shortcode};
use crate::text::{Article, BlockKind, Format, MarkKind, OPAQUE, Span};
pub(in crate::text::read) use section::Sections;

/// Reads an article in Markdown.
pub fn read(source: &str) -> Article<'_> {
    read_in_sections(source, Use::Rules, |start, covers| Sections::of(source, start, covers))
}

/// Reads a text only to compare it with another, whose sections have moved.
pub(super) fn read_to_compare<'s>(
    source: &'s str,
    sections: Option<&Sections>,
    moved: impl Fn(usize) -> usize,
) -> Article<'s> {
    read_in_sections(source, Use::Comparison, |start, _| match sections {
        Some(sections) => sections.moved(source, start, moved),
        None => Sections::one(start..source.len()),
    })
}

/// The sections of a long article.
pub(super) fn sections(source: &str) -> Option<Sections> {
    (source.len() > section::LONGEST).then(|| {
        let start = front_matter::skip(source, &mut Flow::new(source, Vec::new(), 0, Use::Comparison));
        Sections::of(source, start, &covers(source))
    })
}

fn covers(source: &str) -> Vec<Cover> {
    let mut covers = shortcode::find(source);
    directive::find(source, &mut covers);
    covers
}

fn read_in_sections<'s>(
    source: &'s str,
    purpose: Use,
    sections: impl FnOnce(usize, &[Cover]) -> Sections,
) -> Article<'s> {
    let covers = covers(source);
    let mut flow = Flow::new(source, Vec::new(), source.len(), purpose);
    let start = front_matter::skip(source, &mut flow);
    let sections = sections(start, &covers);
    flow.covers = covers;
    let mut reader =
        Reader { flow, open: Vec::new(), done: 0, unread: None, html: Vec::new(), image: false, below_image: false };
    for range in &sections.ranges {
        let own = cover(source, range.clone(), &reader.flow.covers);
        // Something may be open at the end of the last section, and the first may start with anything.
        let notes = sections.notes_of(&own);
        let (text, at) = match notes.as_str() {
            "" => (own, 0),
            notes if range.start == start => (Cow::Owned([&own, "\n\n", notes].concat()), 0),
            notes => (Cow::Owned([notes, "\n", &own].concat()), notes.len() + 1),
        };
        reader.section(&text, at..at + range.len(), range.start, &sections);
    }
    reader.flow.finish(Format::Markdown)
}

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_MATH)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// A section of the source as the parser sees it, with its shortcodes hidden, and where it starts.
#[derive(Clone, Copy)]
struct View<'v> {
    text: &'v str,
    start: usize,
}

impl<'v> View<'v> {
    fn of(self, span: Span) -> &'v str {
        &self.text[span.start as usize - self.start..span.end as usize - self.start]
    }

    /// From a byte of the source on.
    fn from(self, at: u32) -> &'v str {
        &self.text[at as usize - self.start..]
    }
}

struct Reader<'s> {
    flow: Flow<'s>,
    /// For each open tag of Markdown, how many elements were open before it.
    open: Vec<usize>,
    /// Where the last event ended.
    done: u32,
    /// The image, code or address being left out, and how many tags are open in it.
    unread: Option<(Span, u32)>,
    /// The lines of the HTML block being read.
    html: Vec<Span>,
    /// The block so far holds an image and nothing else.
    image: bool,
    /// The block before was an image.
    below_image: bool,
}

impl Reader<'_> {
    /// Reads the section that stands at the byte `start` of the source; of `text` it is `own`, the
    /// rest is lent to it.
    fn section(&mut self, text: &str, own: Range<usize>, start: usize, sections: &Sections) {
        let view = View { text: &text[own.clone()], start };
        self.done = self.done.max(start as u32);
        let links = |link: BrokenLink<'_>| {
            // `[a][b]` without a definition was meant as a link; `[a]` is text in brackets.
            let meant = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
            (meant || sections.has_link(&link.reference)).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
        };
        let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(links));
        for (event, range) in parser.into_offset_iter() {
            if own.contains(&range.start) {
                let at = |byte: usize| start + (byte - own.start);
                self.event(view, event, Span::new(at(range.start), at(range.end)));
            }
        }
    }

    fn event(&mut self, view: View<'_>, event: Event<'_>, span: Span) {
        if let Some((whole, depth)) = &mut self.unread {
            match event {
                Event::Start(_) => *depth += 1,
                Event::End(_) if *depth > 0 => *depth -= 1,
                Event::End(_) => {
                    self.done = whole.end;
                    self.unread = None;
                }
                _ => {}
            }
            return;
        }
        if !matches!(event, Event::End(_) | Event::Text(_)) {
            self.flow.next_at(span.start);
        }
        match event {
            Event::Start(tag) => {
                self.start(&tag, span);
                self.done = span.start;
                return;
            }
            Event::End(tag) => self.end(view, tag, span),
            // A tab that reaches into an HTML block, as white space: the block is read whole at its end.
            Event::Text(_) if !self.html.is_empty() => {}
            Event::Text(text) => self.text(view, &text, span),
            Event::InlineMath(_) if is_money(view, span) => self.flow.copy(span),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.flow.opaque(span),
            Event::Html(_) => self.html.push(span),
            Event::InlineHtml(_) => html::read_piece(view.of(span), span.start, true, &mut self.flow),
            Event::FootnoteReference(_) => self.flow.note(span),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.flow.line(span),
            Event::Rule => self.end_block(),
            Event::TaskListMarker(_) => {}
        }
        self.done = span.end;
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        let element = match tag {
            Tag::Paragraph => Element::P,
            Tag::Heading { level, .. } => Element::heading(*level as u8),
            // An alert (`> [!NOTE]`) quotes nobody.
            Tag::BlockQuote(Some(_)) | Tag::FootnoteDefinition(_) | Tag::HtmlBlock => Element::DIV,
            Tag::BlockQuote(None) => Element::BLOCKQUOTE,
            Tag::List(_) => Element::UL,
            Tag::Item => Element::LI,
            Tag::DefinitionList => Element::DL,
            Tag::DefinitionListTitle => Element::DT,
            Tag::DefinitionListDefinition => Element::DD,
            Tag::Table(_) => Element::TABLE,
            Tag::TableHead | Tag::TableRow => Element::TR,
            Tag::TableCell => Element::TD,
            Tag::Emphasis => Element::EM,
            Tag::Strong => Element::STRONG,
            Tag::Superscript | Tag::Subscript => Element::SUB,
            // What was struck out is no longer said; what follows may repeat it.
            Tag::Strikethrough | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.flow.opaque(span);
                return self.leave_out(span);
            }
            Tag::Link { .. } => Element::A,
            Tag::Image { .. } => {
                self.image = !self.flow.draft.in_block() || self.image;
                self.flow.opaque(span);
                return self.leave_out(span);
            }
            Tag::CodeBlock(_) => {
                self.end_block();
                self.flow.draft.skip(span, "code");
                return self.leave_out(span);
            }
            Tag::MetadataBlock(_) => return self.leave_out(span),
        };
        if !element.role().is_inline() {
            self.end_block();
        }
        self.open.push(self.flow.open());
        if !matches!(tag, Tag::HtmlBlock) {
            self.flow.enter(element);
        }
    }

    fn end(&mut self, view: View<'_>, tag: TagEnd, span: Span) {
        let Some(open) = self.open.pop() else { return };
        match tag {
            TagEnd::HtmlBlock => return self.html_block(view),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::Superscript | TagEnd::Subscript => {}
            _ => {
                self.flow.end_loose(span.end);
                self.end_block();
            }
        }
        self.flow.leave_to(open);
    }

    fn text(&mut self, view: View<'_>, text: &str, span: Span) {
        let raw = view.of(span);
        if text != raw {
            self.flow.next_at(span.start);
            self.flow.atom(text, span);
            return;
        }
        // The backslash of an escape belongs to no event.
        let escape = span
            .start
            .checked_sub(1)
            .filter(|&at| at >= self.done && view.text.as_bytes()[at as usize - view.start] == b'\\');
        match escape.filter(|_| raw.starts_with(|c: char| c.is_ascii_punctuation())) {
            Some(at) => {
                let rest = Span { start: span.start + 1, end: span.end };
                self.flow.next_at(at);
                self.flow.atom(&raw[..1], Span { start: at, end: rest.start });
                self.flow.copy(rest);
            }
            None => {
                self.flow.next_at(span.start);
                self.flow.copy(span);
            }
        }
    }

    fn soft_break(&mut self) {
        if self.image && self.flow.draft.block_text().chars().all(|c| c == OPAQUE) {
            // What follows an image may be its caption.
            self.end_block();
        } else {
            self.flow.soft_break(self.done);
        }
    }

    fn leave_out(&mut self, span: Span) {
        self.unread = Some((span, 0));
    }

    /// Reads the HTML block whose lines have come. Where they are prefixed (`> `), the prefixes
    /// are white space to it.
    fn html_block(&mut self, view: View<'_>) {
        let lines = std::mem::take(&mut self.html);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let whole = first.cover(*last);
        let mut html = Cow::Borrowed(view.of(whole));
        if lines.windows(2).any(|pair| pair[0].end != pair[1].start) {
            let mut unprefixed = String::with_capacity(whole.len());
            for line in &lines {
                let prefix = (line.start - whole.start) as usize - unprefixed.len();
                unprefixed.extend(std::iter::repeat_n(' ', prefix));
                unprefixed.push_str(view.of(*line));
            }
            html = Cow::Owned(unprefixed);
        }
        html::read_piece(&html, whole.start, false, &mut self.flow);
        self.end_block();
    }

    /// A paragraph all in italics is a caption if it stands right below an image, or beside it.
    fn mark_caption(&mut self) {
        let draft = &mut self.flow.draft;
        let (Some(block), Some(mark)) = (draft.block_span(), draft.last_mark()) else { return };
        let before = draft.text(Span { start: block.start, end: mark.span.start.max(block.start) });
        let beside = self.image && before.chars().all(|c| c == OPAQUE || c.is_whitespace());
        let whole = mark.kind == MarkKind::Emphasis && mark.span.start >= block.start && mark.span.end == block.end;
        if whole && (beside || self.below_image && before.is_empty()) {
            draft.amend(|block| {
                if block.kind == BlockKind::Paragraph {
                    block.kind = BlockKind::Caption;
                    block.span = mark.span;
                }
            });
        }
    }

    fn end_block(&mut self) {
        self.mark_caption();
        match self.flow.end_block() {
            Ended::Opaque => self.below_image = self.image,
            Ended::Block => self.below_image = false,
            Ended::Nothing => {}
        }
        self.image = false;
    }
}

/// Whether what could be a formula is the text between two prices, “$5m–$6m”, or tickers.
fn is_money(view: View<'_>, span: Span) -> bool {
    let formula = view.of(span);
    let inner = formula.trim_matches('$');
    let next = view.from(span.end).chars().next().unwrap_or(' ');
    let tex = inner.contains(['\\', '^', '_', '{', '\n']);
    !tex && (next.is_ascii_digit() || next.is_alphabetic() && !inner.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn front_matter_may_start_with_a_free_line_and_a_rule_is_none() {
        let read = |source| read(source).prose.trim().to_owned();
        assert_eq!(
            read("---\n\ntitle: Bread\n# Topics\ntopics:\n  - ovens\n\nslug: bread\n---\n\nBake it.\n"),
            "Bake it."
        );
        assert_eq!(read("---\ntitle: Bread\n---\nBake it.\n"), "Bake it.");
        assert!(read("---\n\nBake it.\n\n---\n\nEat it.\n").starts_with("Bake it."));
    }

    proptest! {
        #[test]
        fn an_article_reads_the_same_in_sections_as_at_once(
            parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..24),
            length in 1usize..200,
        ) {
            let source = parts.concat();
            let read = |length| {
                let sections = |start, covers: &[Cover]| Sections::find(&source, start, covers, length);
                format!("{:#?}", read_in_sections(&source, Use::Rules, sections))
            };
            prop_assert_eq!(read(length), read(usize::MAX));
        }
    }

    /// What may stand before or behind a place where a section could end.
    const PARTS: &[&str] = &[
        "The oven is *old* and the bread is\ngood.\n\n",
        "*Warm* bread is _good_.\n\n",
        "_Warm bread_\n\n",
        "The [oven], the [bread][flour] and the [Salt][] came late.[^1]\n\n",
        "Yeast[^ y]\n\n",
        "# Bread\n\n",
        "Bread\n=====\n\n",
        "[oven]: /oven\n\n",
        "[SALT]: /salt 'Salt'\n[flour]: /flour\n\n",
        "[^1]: A note.\n\n    It goes on.\n\n",
        "```\n\nNo text.\n\n",
        "~~~\n\nText or none\n\n",
        "    ```\n\n",
        "<!-- Nobody\n\nreads this\n\n",
        "or this -->\n\n",
        "<script>\n\nlet oven = '*';\n\n</script>\n\n",
        "<div>\n\nA *box*\n\n",
        "</div>\n\n",
        "<pre>\n\nA *box*\n\n",
        "- One\n\n- Two\n\n  ```\n\n",
        "1. One\n2. Two\n\n",
        "> Said she,\n> *slowly*\n\n",
        "Oven\n: A hot box\n\n",
        ": A hot box\n\n",
        "| a | b |\n|---|---|\n| c | d |\n\n",
        "{{< note\n\ntext >}}\n\n",
        "Look {{ here }} and $a$ there\r\n\r\n",
        "![Bread](bread.jpg)\n\n",
        "*Bread in an oven*\n\n",
        "A line\n",
        "\n",
    ];
}
