//! What the open elements of a page make of its text.
//!
//! Both Markdown and HTML are read through a [`Flow`]: elements are entered and left, text comes in
//! between, and the innermost elements decide which block the text belongs to. Nothing here
//! recurses, and each tag is looked at once, so that a deep or broken page costs no more than
//! another.

use super::cover::{Cover, Shows};
use super::draft::{Draft, Ended};
use super::element::{Element, Role};
use crate::text::{Article, BlockFlags, BlockKind, Format, MarkKind, OPAQUE, PieceKind, Span};

/// How far a start tag in a line is looked for when an end tag comes out of order.
const MISNESTED: usize = 64;
/// How far the end of a `<sup>` is looked for, in bytes.
const NOTE: usize = 400;

pub(super) struct Flow<'s> {
    source: &'s str,
    pub draft: Draft<'s>,
    /// What is covered, in order, and how much of it lies behind.
    covers: Vec<Cover>,
    passed: usize,
    stack: Vec<Open>,
    /// How often each element is open.
    counts: [u32; Element::COUNT],
    /// Elements for which it is known that no end tag follows any more.
    endless: [bool; Element::COUNT],
    /// The first element on the stack that has no text yet.
    untouched: usize,
    /// How many elements within lines are open.
    depth: u32,
    /// White space that will be written if more text follows in its block.
    waiting: Option<Waiting>,
    skipping: Option<Skipping>,
}

/// What the attributes of a tag say.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Attributes {
    pub hidden: bool,
    /// In another language than English.
    pub foreign: bool,
    /// A landmark of the page that holds no copy.
    pub furniture: bool,
}

/// An open element.
struct Open {
    element: Option<Element>,
    inline: bool,
    /// Of a block that starts directly in it.
    kind: BlockKind,
    flags: BlockFlags,
    /// Where on the stack the innermost list item, cell, term or definition is.
    part: Option<usize>,
    /// Where on the stack the innermost element that is no inline one is.
    block: usize,
    mark: Option<MarkKind>,
    /// Where its text starts in the prose.
    start: Option<u32>,
    /// Whether a block has started in it (kept for list items).
    used: bool,
}

struct Waiting {
    source: Span,
    /// In the prose.
    text: &'static str,
    kind: PieceKind,
    depth: u8,
    /// Its end in the source is where the next thing starts.
    growing: bool,
    /// The author wants the line to end here.
    wanted: bool,
}

/// An element whose content is not read.
struct Skipping {
    element: Element,
    /// How many more of the same are open within it.
    nested: u32,
    start: u32,
    place: Place,
    /// The end of its block ends it.
    loose: bool,
}

/// What the prose shows of an element that is not read.
enum Place {
    Opaque,
    Note,
    Nothing(&'static str),
}

impl<'s> Flow<'s> {
    pub fn new(source: &'s str, covers: Vec<Cover>, capacity: usize) -> Flow<'s> {
        let root = Open {
            element: None,
            inline: false,
            kind: BlockKind::Paragraph,
            flags: BlockFlags::empty(),
            part: None,
            block: 0,
            mark: None,
            start: None,
            used: false,
        };
        Flow {
            source,
            draft: Draft::new(source, capacity),
            covers,
            passed: 0,
            stack: vec![root],
            counts: [0; Element::COUNT],
            endless: [false; Element::COUNT],
            untouched: 0,
            depth: 0,
            waiting: None,
            skipping: None,
        }
    }

    // ── Elements ─────────────────────────────────────────────────────────────────────────────

    /// How many elements are open; see [`Flow::leave_to`].
    pub fn open(&self) -> usize {
        self.stack.len()
    }

    /// Opens an element that stands for a piece of Markdown.
    pub fn enter(&mut self, element: Element) {
        self.draft.event(element.index());
        self.push(element, Attributes::default());
    }

    /// Closes elements until only so many are open.
    pub fn leave_to(&mut self, open: usize) {
        self.draft.event(usize::MAX);
        while self.stack.len() > open.max(1) {
            self.pop();
        }
    }

    /// A start tag.
    pub fn start_tag(&mut self, element: Element, attributes: Attributes, span: Span, in_line: bool) {
        let role = element.role();
        if let Some(skipping) = &mut self.skipping {
            if skipping.loose && !role.is_inline() {
                self.end_skipping(span.start);
            } else {
                skipping.nested += u32::from(skipping.element == element);
                return;
            }
        }
        self.draft.event(element.index());
        let skip = |place, loose| Some(Skipping { element, nested: 0, start: span.start, place, loose });
        let unread = match role {
            Role::Line => return self.line(span),
            Role::Image => return self.opaque(span),
            Role::Rule => {
                self.end_block();
                return;
            }
            _ if attributes.hidden => skip(Place::Nothing("hidden"), in_line),
            Role::Phrase => skip(Place::Opaque, true),
            Role::Raised if self.is_note(span.end) => skip(Place::Note, true),
            Role::Embedded => skip(Place::Opaque, in_line),
            Role::Hidden(what) => skip(Place::Nothing(what), in_line),
            Role::Preformatted => skip(Place::Nothing("preformatted text"), in_line),
            _ => None,
        };
        match unread {
            Some(skipping) => {
                if !role.is_inline() {
                    self.end_block();
                }
                if skipping.loose || self.is_closed_after(element, span.end) {
                    self.skipping = Some(skipping);
                } else if let Place::Opaque = skipping.place {
                    self.opaque(span);
                }
            }
            None => self.push(element, attributes),
        }
    }

    /// An end tag.
    pub fn end_tag(&mut self, element: Element, span: Span) {
        let role = element.role();
        if let Some(skipping) = &mut self.skipping {
            if skipping.element == element {
                match skipping.nested {
                    0 => self.end_skipping(span.end),
                    _ => skipping.nested -= 1,
                }
                return;
            }
            if !skipping.loose || role.is_inline() || self.counts[element.index()] == 0 {
                return;
            }
            self.end_skipping(span.start);
        }
        self.draft.event(!element.index());
        if !role.is_inline() {
            self.end_block();
            if self.counts[element.index()] > 0 {
                while self.pop() != Some(element) {}
            }
        } else if role == Role::Line {
            self.line(span);
        } else if self.counts[element.index()] > 0 {
            let block = self.top().block;
            let inner = self.stack[block + 1..].iter().rev().take(MISNESTED);
            if let Some(above) = { inner }.position(|open| open.element == Some(element)) {
                self.leave_to(self.stack.len() - 1 - above);
            }
        }
    }

    /// Ends what is not read at the byte `at` of the source, if the end of a block ends it.
    pub fn end_loose(&mut self, at: u32) {
        if self.skipping.as_ref().is_some_and(|s| s.loose) {
            self.end_skipping(at);
        }
    }

    pub fn end_block(&mut self) -> Ended {
        self.waiting = None;
        self.draft.end()
    }

    pub fn finish(mut self, format: Format) -> Article<'s> {
        if self.skipping.is_some() {
            self.end_skipping(self.source.len() as u32);
        }
        self.end_block();
        while self.stack.len() > 1 {
            self.pop();
        }
        self.draft.finish(format)
    }

    // ── Text ─────────────────────────────────────────────────────────────────────────────────

    /// Whether what comes is not read.
    pub fn is_skipping(&self) -> bool {
        self.skipping.is_some()
    }

    /// A range of the source that is prose as it stands, but for what is covered.
    pub fn copy(&mut self, span: Span) {
        let mut at = span.start;
        if self.draft.done() < at && self.draft.block_text().ends_with([' ', '\n']) {
            // White space on both sides of a tag is one space.
            let text = &self.source[span];
            at += (text.len() - text.trim_start_matches(' ').len()) as u32;
        }
        while let Some(&Cover { span: cover, shows }) = self.covers.get(self.passed)
            && cover.start < span.end
        {
            self.passed += 1;
            if cover.end > at {
                self.copy_plain(Span { start: at, end: cover.start.max(at) });
                at = cover.end.min(span.end);
                if shows == Shows::Opaque {
                    self.opaque(Span { start: cover.start.max(span.start), end: at });
                }
            }
        }
        self.copy_plain(Span { start: at, end: span.end });
    }

    /// Text of a page at the byte `base` of the source, in which white space collapses.
    pub fn collapse(&mut self, text: &str, base: u32) {
        let bytes = text.as_bytes();
        let span = |from: usize, to: usize| Span { start: base + from as u32, end: base + to as u32 };
        let end_of = |from: usize, white: bool| {
            bytes[from..].iter().position(|b| is_white(*b) != white).map_or(bytes.len(), |n| from + n)
        };
        let mut at = 0;
        while at < bytes.len() {
            if is_white(bytes[at]) {
                let end = end_of(at, true);
                self.space(span(at, end));
                at = end;
                continue;
            }
            let mut end = end_of(at, false);
            // Single spaces between words stay as they are.
            while bytes.get(end) == Some(&b' ') && bytes.get(end + 1).is_some_and(|b| !is_white(*b)) {
                end = end_of(end + 1, false);
            }
            self.copy(span(at, end));
            at = end;
        }
    }

    /// An entity or an escape: `text` stands for `source`.
    pub fn atom(&mut self, text: &str, source: Span) {
        if self.prepare(source) {
            let depth = self.depth();
            self.draft.push(text, source, PieceKind::Atomic, depth);
        }
    }

    /// Code, an image, a shortcode.
    pub fn opaque(&mut self, source: Span) {
        self.draft.event(usize::MAX - 1);
        if self.prepare(source) {
            let depth = self.depth();
            self.draft.push(OPAQUE.encode_utf8(&mut [0; 4]), source, PieceKind::Fixed, depth);
        }
    }

    /// The mark of a footnote. After a word or its stop it leaves no trace that would part the word
    /// from what follows; elsewhere it has a place in the sentence.
    pub fn note(&mut self, source: Span) {
        if self.waiting.is_some() || self.draft.block_text().trim_end().len() < self.draft.block_text().len() {
            self.opaque(source);
        } else if self.draft.in_block() && self.prepare(source) {
            self.draft.event(usize::MAX - 2);
            let depth = self.depth();
            self.draft.barrier(source, depth);
        }
    }

    /// A line break that the author wants: `<br>`. Two in a row end the block.
    pub fn line(&mut self, span: Span) {
        if self.skipping.is_some() {
            return;
        }
        self.draft.event(usize::MAX - 3);
        if self.waiting.as_ref().is_some_and(|w| w.wanted) {
            self.end_block();
        } else {
            let kind = PieceKind::Fixed;
            self.wait(Waiting { source: span, text: "\n", kind, depth: 0, growing: false, wanted: true });
        }
    }

    /// The end of a line in Markdown, from the byte `at` of the source to where the next thing starts.
    pub fn soft_break(&mut self, at: u32) {
        let depth = self.depth();
        if self.waiting.is_none() && self.skipping.is_none() {
            let source = Span { start: at, end: at };
            let kind = PieceKind::Atomic;
            self.wait(Waiting { source, text: "\n", kind, depth, growing: true, wanted: false });
        }
    }

    /// Says where the next thing starts.
    pub fn next_at(&mut self, at: u32) {
        if let Some(waiting) = self.waiting.as_mut().filter(|w| w.growing) {
            waiting.growing = false;
            waiting.source.end = at.max(waiting.source.start);
            waiting.kind = kind_of_space(&self.source[waiting.source], &["\n", "\r\n"]);
        }
    }

    fn space(&mut self, source: Span) {
        if self.waiting.is_none() && !self.draft.block_text().ends_with([' ', '\n']) {
            let kind = kind_of_space(&self.source[source], &[" "]);
            let depth = self.depth();
            self.wait(Waiting { source, text: " ", kind, depth, growing: false, wanted: false });
        }
    }

    fn wait(&mut self, waiting: Waiting) {
        if self.draft.in_block() {
            self.waiting = Some(waiting);
        }
    }

    fn copy_plain(&mut self, span: Span) {
        if !span.is_empty() && self.prepare(span) {
            let depth = self.depth();
            self.draft.copy(span, depth);
        }
    }

    /// Makes sure that a block is open, with the white space that was waiting; false where nothing
    /// is to be written.
    fn prepare(&mut self, source: Span) -> bool {
        if self.skipping.is_some() || source.start < self.draft.done() {
            return false;
        }
        if !self.draft.in_block() {
            let (kind, mut flags) = (self.top().kind, self.top().flags);
            if let Some(part) = self.top().part.filter(|&part| self.stack[part].element == Some(Element::LI)) {
                flags.set(BlockFlags::CONTINUED, self.stack[part].used);
                self.stack[part].used = true;
            }
            self.draft.begin(kind, flags, source.start);
        }
        if let Some(waiting) = self.waiting.take() {
            match waiting.kind {
                PieceKind::Verbatim => self.draft.copy(waiting.source, waiting.depth),
                kind => self.draft.push(waiting.text, waiting.source, kind, waiting.depth),
            }
            if waiting.wanted {
                self.draft.amend(|block| block.flags |= BlockFlags::LINES);
            }
        }
        let here = self.draft.here();
        for open in &mut self.stack[self.untouched..] {
            open.start = Some(here);
        }
        self.untouched = self.stack.len();
        true
    }

    fn depth(&self) -> u8 {
        self.depth.min(u32::from(u8::MAX)) as u8
    }

    // ── The stack ────────────────────────────────────────────────────────────────────────────

    fn top(&self) -> &Open {
        &self.stack[self.stack.len() - 1]
    }

    fn push(&mut self, element: Element, attributes: Attributes) {
        let role = element.role();
        let inline = role.is_inline();
        if !inline {
            self.end_block();
            self.close_before(element);
        }
        let parent = self.top();
        let (mut kind, mut flags, mut part) = (parent.kind, parent.flags, parent.part);
        let here = self.stack.len();
        let mut mark = None;
        match role {
            Role::Inline(kind) => mark = kind,
            Role::Container(own) => {
                flags |= own;
                if own.contains(BlockFlags::LIST) || matches!(element, Element::TABLE | Element::DL) {
                    (kind, part) = (BlockKind::Paragraph, None);
                }
            }
            Role::Heading(level) => kind = BlockKind::Heading(level),
            Role::Item => (kind, part) = (BlockKind::Item, Some(here)),
            Role::Cell => (kind, part) = (BlockKind::Cell, Some(here)),
            Role::Term => {
                (kind, part) = (BlockKind::Paragraph, Some(here));
                flags |= BlockFlags::TERM;
            }
            Role::Definition => (kind, part) = (BlockKind::Paragraph, Some(here)),
            Role::Caption => kind = BlockKind::Caption,
            Role::Footer if flags.contains(BlockFlags::QUOTATION) => kind = BlockKind::Attribution,
            Role::Footer => flags |= BlockFlags::FURNITURE,
            _ => {}
        }
        if attributes.furniture && !inline {
            flags |= BlockFlags::FURNITURE;
        }
        if attributes.foreign {
            mark = Some(MarkKind::Foreign);
        }
        let block = if inline { parent.block } else { here };
        self.stack.push(Open {
            element: Some(element),
            inline,
            kind,
            flags,
            part,
            block,
            mark,
            start: None,
            used: false,
        });
        self.counts[element.index()] += 1;
        self.depth += u32::from(inline);
    }

    /// Closes what a start tag closes by itself: the paragraph before it, the item before an item.
    fn close_before(&mut self, element: Element) {
        let block = self.top().block;
        if self.stack[block].element == Some(Element::P) {
            self.leave_to(block);
        }
        let Some(part) = self.top().part else { return };
        let Some(open) = self.stack[part].element else { return };
        let closes = match element.role() {
            Role::Item => open.role() == Role::Item,
            Role::Cell | Role::Rows => open.role() == Role::Cell,
            Role::Term | Role::Definition => matches!(open, Element::DT | Element::DD),
            _ => false,
        };
        if closes {
            self.leave_to(part);
        }
    }

    fn pop(&mut self) -> Option<Element> {
        if self.stack.len() == 1 {
            return None;
        }
        let open = self.stack.pop()?;
        self.untouched = self.untouched.min(self.stack.len());
        self.depth -= u32::from(open.inline);
        if let (Some(kind), Some(start)) = (open.mark, open.start) {
            self.draft.mark(kind, start);
        }
        if let Some(element) = open.element {
            self.counts[element.index()] -= 1;
        }
        open.element
    }

    // ── What is not read ─────────────────────────────────────────────────────────────────────

    fn end_skipping(&mut self, end: u32) {
        let Some(skipping) = self.skipping.take() else { return };
        let span = Span { start: skipping.start, end: end.max(skipping.start) };
        match skipping.place {
            Place::Opaque => self.opaque(span),
            Place::Note => self.note(span),
            Place::Nothing(what) => self.draft.skip(span, what),
        }
    }

    /// Whether the end tag of an element follows, or its content runs to the end without one.
    fn is_closed_after(&mut self, element: Element, at: u32) -> bool {
        if html5gum::naive_next_state(element.name().as_bytes()).is_some() {
            return true;
        }
        if self.endless[element.index()] {
            return false;
        }
        let name = element.name().as_bytes();
        let rest = &self.source.as_bytes()[at as usize..];
        let found = memchr::memmem::find_iter(rest, b"</")
            .any(|i| rest.get(i + 2..i + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)));
        self.endless[element.index()] = !found;
        found
    }

    /// Whether the `<sup>` that ends at the byte `at` holds the mark of a note (or an exponent):
    /// a link, or no letters.
    fn is_note(&self, at: u32) -> bool {
        let rest = &self.source.as_bytes()[at as usize..];
        let near = &rest[..rest.len().min(NOTE)];
        let Some(end) = memchr::memmem::find(near, b"</") else { return false };
        let sign = |b: &u8| b.is_ascii_digit() || b.is_ascii_punctuation() || b.is_ascii_whitespace();
        let text = String::from_utf8_lossy(&near[..end]);
        let signs = text.chars().all(|c| matches!(c, '†' | '‡' | '§' | '¶') || c.is_ascii() && sign(&(c as u8)));
        end > 0 && (signs || near.starts_with(b"<a ") || near.starts_with(b"[<a "))
    }
}

/// What may become of white space: the piece is verbatim if it is one of these, and never edited if
/// there is more in it than white space and the marks of quotations.
fn kind_of_space(source: &str, verbatim: &[&str]) -> PieceKind {
    match source {
        _ if verbatim.contains(&source) => PieceKind::Verbatim,
        _ if source.bytes().all(|b| is_white(b) || b == b'>') => PieceKind::Atomic,
        _ => PieceKind::Fixed,
    }
}

/// White space that collapses on a page.
fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}
