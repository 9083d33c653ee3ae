//! Text on its way into the prose.

use super::Flow;
use crate::text::read::cover::{Cover, Shows};
use crate::text::read::draft::Event;
use crate::text::read::element::Element;
use crate::text::{BlockFlags, OPAQUE, PieceKind, Span};

/// White space that is written when more text follows in its block.
pub(super) struct Waiting {
    pub source: Span,
    /// In the prose.
    pub text: &'static str,
    pub kind: PieceKind,
    pub depth: u8,
    /// Its end in the source is where the next thing starts.
    pub growing: bool,
    /// The author wants the line to end here.
    pub wanted: bool,
}

impl Flow<'_> {
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
        self.draft.event(Event::Opaque);
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
            self.draft.event(Event::Note);
            let depth = self.depth();
            self.draft.barrier(source, depth);
        }
    }

    /// A line break that the author wants: `<br>`. Two in a row end the block.
    pub fn line(&mut self, span: Span) {
        if self.skipping.is_some() {
            return;
        }
        self.draft.event(Event::Line);
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
