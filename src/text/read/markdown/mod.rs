//! Markdown: CommonMark with the extensions that articles use.
//!
//! pulldown-cmark says what each range of the source is; everything that it finds becomes an
//! element of the same [`Flow`] that HTML is read through, because HTML may stand anywhere in
//! Markdown and its elements hold Markdown in turn.

mod directive;

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::cover::cover;
use super::draft::Ended;
use super::element::Element;
use super::flow::Flow;
use super::front_matter;
use super::html;
use super::shortcode;
use crate::text::{Article, BlockKind, Format, MarkKind, OPAQUE, Span};

/// Reads an article in Markdown.
pub fn read(source: &str) -> Article<'_> {
    let mut covers = shortcode::find(source);
    directive::find(source, &mut covers);
    let view = cover(source, &covers);
    let mut flow = Flow::new(source, covers, source.len());
    let start = front_matter::skip(source, &mut flow);
    let links = |link: BrokenLink<'_>| {
        // `[a][b]` without a definition was meant as a link; `[a]` is text in brackets.
        matches!(link.link_type, LinkType::Reference | LinkType::Collapsed)
            .then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(&view[start..], OPTIONS, Some(links));
    let mut reader = Reader {
        view: &view,
        flow,
        open: Vec::new(),
        done: 0,
        unread: None,
        html: Vec::new(),
        image: false,
        below_image: false,
    };
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, Span::new(start + range.start, start + range.end));
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

struct Reader<'v, 's> {
    /// The source with its shortcodes hidden.
    view: &'v str,
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

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
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
            Event::End(tag) => self.end(tag, span),
            // A tab that reaches into an HTML block, as white space: the block is read whole at its end.
            Event::Text(_) if !self.html.is_empty() => {}
            Event::Text(text) => self.text(&text, span),
            Event::InlineMath(_) if self.is_money(span) => self.flow.copy(span),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.flow.opaque(span),
            Event::Html(_) => self.html.push(span),
            Event::InlineHtml(_) => html::read_piece(&self.view[span], span.start, true, &mut self.flow),
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

    fn end(&mut self, tag: TagEnd, span: Span) {
        let Some(open) = self.open.pop() else { return };
        match tag {
            TagEnd::HtmlBlock => return self.html_block(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::Superscript | TagEnd::Subscript => {}
            _ => {
                self.flow.end_loose(span.end);
                self.end_block();
            }
        }
        self.flow.leave_to(open);
    }

    fn text(&mut self, text: &str, span: Span) {
        let raw = &self.view[span];
        if text != raw {
            self.flow.next_at(span.start);
            self.flow.atom(text, span);
            return;
        }
        // The backslash of an escape belongs to no event.
        let escape =
            span.start.checked_sub(1).filter(|&at| at >= self.done && self.view.as_bytes()[at as usize] == b'\\');
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

    /// Whether what could be a formula is the text between two prices, “$5m–$6m”, or tickers.
    fn is_money(&self, span: Span) -> bool {
        let formula = &self.view[span];
        let inner = formula.trim_matches('$');
        let next = self.view[span.end as usize..].chars().next().unwrap_or(' ');
        let tex = inner.contains(['\\', '^', '_', '{', '\n']);
        !tex && (next.is_ascii_digit() || next.is_alphabetic() && !inner.ends_with(char::is_alphanumeric))
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
    fn html_block(&mut self) {
        let lines = std::mem::take(&mut self.html);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let whole = first.cover(*last);
        let mut html = Cow::Borrowed(&self.view[whole]);
        if lines.windows(2).any(|pair| pair[0].end != pair[1].start) {
            let mut unprefixed = String::with_capacity(whole.len());
            for line in &lines {
                let prefix = (line.start - whole.start) as usize - unprefixed.len();
                unprefixed.extend(std::iter::repeat_n(' ', prefix));
                unprefixed.push_str(&self.view[*line]);
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

#[cfg(test)]
mod tests {
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
}
