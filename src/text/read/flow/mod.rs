//! What the open elements of a page make of its text.
//!
//! Both Markdown and HTML are read through a [`Flow`]: elements are entered and left, text comes in
//! between, and the innermost elements decide which block the text belongs to. Nothing here
//! recurses, and each tag is looked at once, so that a deep or broken page costs no more than
//! another.

mod landmark;
mod text;
mod unread;

use super::Use;
use super::cover::Cover;
use super::draft::{Draft, Ended, Event};
use super::element::{Element, Role};
use crate::text::{Article, BlockFlags, BlockKind, Format, MarkKind, Span};
use landmark::Landmarks;
use text::Waiting;
use unread::{Place, Skipping};

/// How far a start tag in a line is looked for when an end tag comes out of order.
const MISNESTED: usize = 64;

pub(super) struct Flow<'s> {
    source: &'s str,
    pub draft: Draft<'s>,
    /// What is covered, in order, and how much of it lies behind.
    pub covers: Vec<Cover>,
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
    landmarks: Landmarks,
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
    /// The number of its first block, if the element is a landmark that may hold no copy.
    landmark: Option<usize>,
}

impl<'s> Flow<'s> {
    pub fn new(source: &'s str, covers: Vec<Cover>, capacity: usize, purpose: Use) -> Flow<'s> {
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
            landmark: None,
        };
        Flow {
            source,
            draft: Draft::new(source, capacity, purpose),
            covers,
            passed: 0,
            stack: vec![root],
            counts: [0; Element::COUNT],
            endless: [false; Element::COUNT],
            untouched: 0,
            depth: 0,
            waiting: None,
            skipping: None,
            landmarks: Landmarks::default(),
        }
    }

    /// How many elements are open; see [`Flow::leave_to`].
    pub fn open(&self) -> usize {
        self.stack.len()
    }

    /// Opens an element that stands for a piece of Markdown.
    pub fn enter(&mut self, element: Element) {
        self.draft.event(Event::Start(element));
        self.push(element, Attributes::default());
    }

    /// Closes elements until only so many are open.
    pub fn leave_to(&mut self, open: usize) {
        self.draft.event(Event::Leave);
        while self.stack.len() > open.max(1) {
            self.pop();
        }
    }

    /// A start tag.
    pub fn start_tag(&mut self, element: Element, attributes: Attributes, span: Span, in_line: bool) {
        let role = element.role();
        if let Some(skipping) = &mut self.skipping {
            if (skipping.loose || skipping.element == Element::P) && !role.is_inline() {
                self.end_skipping(span.start);
            } else {
                skipping.nested += u32::from(skipping.element == element);
                return;
            }
        }
        self.draft.event(Event::Start(element));
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
        self.draft.event(Event::End(element));
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
        let own = matches!(role, Role::Container(own) if own.contains(BlockFlags::FURNITURE))
            || role == Role::Footer
            || attributes.furniture && !inline;
        let landmark = (own && flags.contains(BlockFlags::FURNITURE)).then(|| self.draft.count());
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
            landmark,
        });
        self.landmarks.enter(landmark.is_some());
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
        if let Some(first) = open.landmark {
            self.end_block();
            let landmarks = &mut self.landmarks;
            self.draft.settle(|prose, blocks, marks| landmarks.leave(open.element, first, prose, blocks, marks));
        }
        if let Some(element) = open.element {
            self.counts[element.index()] -= 1;
        }
        open.element
    }
}
