//! An article while it is being written: the prose grows piece by piece, in the order of the
//! source, and falls into blocks.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::attribution;
use super::element::Element;
use super::{Use, turns};
use crate::text::{
    Article, Block, BlockFlags, BlockKind, Comment, Format, Map, Mark, MarkKind, OPAQUE, PieceKind, Skipped, Span,
};

/// What stands between two blocks in the prose.
const GAP: &str = "\n";

pub(super) struct Draft<'s> {
    source: &'s str,
    /// A part of the source as long as it is the same, then a string of its own.
    prose: Cow<'s, str>,
    /// Where that part starts in the source, and what room the string will need.
    first: u32,
    capacity: usize,
    map: Map,
    /// Whether the map is wanted.
    mapped: bool,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    comments: Vec<Comment<'s>>,
    skipped: Vec<Skipped>,
    /// The tags and other events, in order; half of the skeleton.
    events: FxHasher,
    /// The other half.
    unread: Unread,
    /// The block being written.
    open: Option<Block>,
    /// The byte of the source up to which it has been taken into the prose.
    done: u32,
}

/// What goes into the skeleton besides the bytes that are no prose.
#[derive(Clone, Copy, Hash, Debug)]
pub(super) enum Event {
    Start(Element),
    End(Element),
    /// The end of a piece of Markdown.
    Leave,
    Opaque,
    Note,
    Line,
}

/// What became of a block when it ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ended {
    /// There was none.
    Nothing,
    /// It held no words, only images, code and the like, and is no block.
    Opaque,
    Block,
}

/// In bytes.
const LONG: usize = 1 << 20;

impl<'s> Draft<'s> {
    pub fn new(source: &'s str, capacity: usize, purpose: Use) -> Draft<'s> {
        // A row that grows leaves holes behind that together are as large as itself. Where this is
        // megabytes, room is taken at once for an entry in each so many bytes; what is not used costs
        // nothing.
        let long = purpose == Use::Rules && source.len() > LONG;
        let room = |each: usize| if long { source.len() / each } else { 0 };
        Draft {
            source,
            prose: Cow::Borrowed(""),
            first: 0,
            capacity,
            map: Map::with_capacity(room(16)),
            mapped: purpose == Use::Rules,
            blocks: Vec::with_capacity(room(64)),
            marks: Vec::with_capacity(room(32)),
            comments: Vec::new(),
            skipped: Vec::new(),
            events: FxHasher::default(),
            unread: Unread::default(),
            open: None,
            done: 0,
        }
    }

    /// Where the prose has got to.
    pub fn here(&self) -> u32 {
        self.prose.len() as u32
    }

    /// The byte of the source up to which it has been taken into the prose.
    pub fn done(&self) -> u32 {
        self.done
    }

    pub fn in_block(&self) -> bool {
        self.open.is_some()
    }

    /// The text of the block being written.
    pub fn block_text(&self) -> &str {
        self.open.map_or("", |b| &self.prose[b.span.start as usize..])
    }

    pub fn text(&self, span: Span) -> &str {
        &self.prose[span]
    }

    /// Begins a block whose first piece stands at the byte `at` of the source.
    pub fn begin(&mut self, kind: BlockKind, flags: BlockFlags, at: u32) {
        if !self.prose.is_empty() {
            self.own().push_str(GAP);
            if self.mapped {
                self.map.push(GAP.len(), Span { start: self.done, end: at.max(self.done) }, PieceKind::Fixed, 0);
            }
        }
        let start = self.prose.len();
        self.open = Some(Block { kind, flags, span: Span::at(start), label: Span::at(start) });
    }

    /// Changes the block being written.
    pub fn amend(&mut self, change: impl FnOnce(&mut Block)) {
        if let Some(block) = &mut self.open {
            change(block);
        }
    }

    /// Ends the block being written, if there is one.
    pub fn end(&mut self) -> Ended {
        let Some(mut block) = self.open.take() else { return Ended::Nothing };
        block.span = trimmed(&self.prose, block.span.start);
        let text = &self.prose[block.span];
        let wordless = || text.chars().all(|c| c == OPAQUE || c.is_whitespace());
        if text.is_empty() || (block.kind == BlockKind::Paragraph && text.starts_with(OPAQUE) && wordless()) {
            return if text.is_empty() { Ended::Nothing } else { Ended::Opaque };
        }
        let attribution = attribution::take(&self.prose, &mut block, self.blocks.last());
        self.blocks.push(block);
        self.blocks.extend(attribution);
        Ended::Block
    }

    /// Adds a piece to the block being written: `text` stands in the prose for `source`.
    pub fn push(&mut self, text: &str, source: Span, kind: PieceKind, depth: u8) {
        debug_assert!(self.done <= source.start, "pieces come in the order of the source: {} {source:?}", self.done);
        if !self.extend(source, kind) {
            self.own().push_str(text);
        }
        if self.mapped {
            self.map.push(text.len(), source, kind, depth);
        }
        if kind != PieceKind::Fixed && !text.is_empty() {
            self.unread.up_to(self.source, source.start);
            self.unread.done = source.end;
        }
        self.done = source.end;
    }

    /// The prose as a string of its own.
    fn own(&mut self) -> &mut String {
        if let Cow::Borrowed(part) = self.prose {
            let mut prose = String::with_capacity(self.capacity.max(part.len()));
            prose.push_str(part);
            self.prose = Cow::Owned(prose);
        }
        self.prose.to_mut()
    }

    /// Whether the prose is still a part of the source when this piece has come.
    fn extend(&mut self, piece: Span, kind: PieceKind) -> bool {
        let Cow::Borrowed(part) = self.prose else { return false };
        if part.is_empty() {
            self.first = piece.start;
        }
        let goes_on = kind == PieceKind::Verbatim && self.first + part.len() as u32 == piece.start;
        if goes_on {
            self.prose = Cow::Borrowed(&self.source[Span { start: self.first, end: piece.end }]);
        }
        goes_on
    }

    /// Adds a range of the source as it is.
    pub fn copy(&mut self, source: Span, depth: u8) {
        self.push(&self.source[source], source, PieceKind::Verbatim, depth);
    }

    /// Adds a mark that no edit may cross and that the prose does not show.
    pub fn barrier(&mut self, source: Span, depth: u8) {
        if self.mapped {
            self.map.push_barrier(source, depth);
        }
        self.done = source.end;
    }

    pub fn mark(&mut self, kind: MarkKind, start: u32) {
        let span = Span { start, end: self.here() };
        if !span.is_empty() {
            self.marks.push(Mark { span, kind });
        }
    }

    /// The mark that was made last.
    pub fn last_mark(&self) -> Option<Mark> {
        self.marks.last().copied()
    }

    /// The span of the block being written, without the white space around it.
    pub fn block_span(&self) -> Option<Span> {
        self.open.map(|b| trimmed(&self.prose, b.span.start))
    }

    /// Keeps a comment, `<!-- … -->`.
    pub fn comment(&mut self, span: Span) {
        let source = self.source;
        let Some(inner) = source[span].strip_prefix("<!--") else { return };
        let inner = inner.strip_suffix("-->").or(inner.strip_suffix("--!>")).unwrap_or(inner);
        self.comments.push(Comment { span, text: inner.trim() });
    }

    pub fn skip(&mut self, span: Span, what: &'static str) {
        self.skipped.push(Skipped { span, what });
    }

    /// How many blocks have ended.
    pub fn count(&self) -> usize {
        self.blocks.len()
    }

    /// Lets what has been read tell what its blocks are.
    pub fn settle(&mut self, decide: impl FnOnce(&str, &mut [Block], &[Mark])) {
        decide(&self.prose, &mut self.blocks, &self.marks);
    }

    /// Takes note of what a fix must leave as it is.
    pub fn event(&mut self, event: Event) {
        event.hash(&mut self.events);
    }

    pub fn finish(mut self, format: Format) -> Article<'s> {
        self.end();
        if let Cow::Owned(prose) = &mut self.prose {
            prose.shrink_to_fit();
        }
        self.map.shrink_to_fit();
        self.marks.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        for block in &mut self.blocks {
            block.label = Span { start: block.span.start, end: block.span.start };
        }
        turns::mark(&self.prose, &mut self.blocks);
        Article {
            source: self.source,
            format,
            skeleton: self.unread.skeleton(self.source, &self.events),
            prose: self.prose,
            map: self.map,
            blocks: self.blocks,
            marks: self.marks,
            comments: self.comments,
            skipped: self.skipped,
        }
    }
}

/// From `start` to the end of the prose, without the white space around it.
fn trimmed(prose: &str, start: u32) -> Span {
    let rest = &prose[start as usize..];
    let text = rest.trim_start();
    let start = start as usize + (rest.len() - text.len());
    Span::new(start, start + text.trim_end().len())
}

/// All of the source that is not prose and that an edit of prose can't reach: markup, addresses,
/// code, comments, front matter.
#[derive(Default)]
struct Unread {
    hash: FxHasher,
    /// The byte of the source up to which it has been taken.
    done: u32,
}

impl Unread {
    fn up_to(&mut self, source: &str, end: u32) {
        if self.done < end {
            self.hash.write(&source.as_bytes()[self.done as usize..end as usize]);
            self.hash.write_u32(end - self.done);
        }
    }

    fn skeleton(mut self, source: &str, events: &FxHasher) -> u64 {
        self.up_to(source, source.len() as u32);
        self.hash.write_u64(events.finish());
        self.hash.finish()
    }
}
