//! An article: its prose, cut into blocks, and the map from prose back to the source.
//!
//! A reader (`text::read`) turns a source into an [`Article`]. The *prose* is the words that a
//! reader of the published page sees, as one string: no markup, no addresses of links, no front
//! matter. For plain text it is the source itself. For Markdown and HTML it is pieced together
//! from ranges of the source, and the [`Map`] remembers which byte came from where.

use std::borrow::Cow;
use std::ops::Range;

use bitflags::bitflags;

use super::map::Map;
use super::span::Span;

/// Stands in the prose for what is not prose but has a place in the sentence: a code span, an
/// image, a shortcode, a formula. The object replacement character.
pub const OPAQUE: char = '\u{FFFC}';

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Plain,
    Markdown,
    Html,
}

#[derive(Debug)]
pub struct Article<'s> {
    pub source: &'s str,
    pub format: Format,
    /// The words a reader sees.
    pub prose: Cow<'s, str>,
    /// From prose to source.
    pub map: Map,
    /// In the order of the prose; they do not overlap.
    pub blocks: Vec<Block>,
    /// Emphasis, links and other inline markup with a meaning for rules, by start, in prose spans.
    pub marks: Vec<Mark>,
    /// Comments in the source, which may hold suppressions. Source spans.
    pub comments: Vec<Comment<'s>>,
    /// What a fix must leave as it is: tags, code, destinations, in order, as one hash.
    pub skeleton: u64,
    /// Parts of the source that hold no prose for a reason a person may want to know.
    pub skipped: Vec<Skipped>,
}

/// A paragraph, heading, list item, table cell…: the largest piece of text that rules look at
/// as one run of sentences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    pub kind: BlockKind,
    pub flags: BlockFlags,
    /// In the prose, without the white space around it.
    pub span: Span,
    /// The label at its start (“Interviewer:”), with its colon; empty where there is none.
    pub label: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// A heading and its level, from 1.
    Heading(u8),
    Paragraph,
    /// An item of a list, or a paragraph in one.
    Item,
    /// A table's cell.
    Cell,
    Caption,
    /// A speaker's turn in an interview; `Block::label` is the speaker's label.
    Turn,
    /// A line that names the source of the quotation above it.
    Attribution,
}

bitflags! {
    /// What a block stands in. Inherited: a paragraph in a list in a quotation has both flags.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub struct BlockFlags: u8 {
        /// In a block quotation.
        const QUOTATION = 1;
        /// In a list.
        const LIST = 1 << 1;
        /// In an element of the page that holds no copy (nav, footer, aside, form).
        const FURNITURE = 1 << 2;
        /// The block is an item that is more than a fragment by its own markup, or the second
        /// or later paragraph of an item.
        const CONTINUED = 1 << 3;
        /// Line ends carry meaning (verse, addresses): a `<br>` or a hard break stands in it.
        const LINES = 1 << 4;
        /// A definition's term, or other text that is a label by its own markup.
        const TERM = 1 << 5;
    }
}

/// A run of prose with inline markup; 9 bytes, because dense markup has one for every few words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C, packed)]
pub struct Mark {
    pub span: Span,
    pub kind: MarkKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkKind {
    Emphasis,
    Strong,
    Link,
    /// Text in another language by its own markup (`lang="es"`), or a citation.
    Foreign,
    Cite,
    /// An inline quotation (`<q>`).
    Quote,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Comment<'s> {
    /// The whole comment with its delimiters, in the source.
    pub span: Span,
    /// What stands between the delimiters, trimmed.
    pub text: &'s str,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Skipped {
    /// In the source.
    pub span: Span,
    /// “front matter”, “code”, “script”…
    pub what: &'static str,
}

impl Article<'_> {
    /// So many bytes are worth sharing out among the processors: with fewer it takes longer to wake them,
    /// and with more the memory that each of them needs for itself counts for more than the time.
    pub const LONG: Range<usize> = 1 << 19..1 << 25;

    /// Whether the prose is as long as that.
    pub fn is_long(&self) -> bool {
        Article::LONG.contains(&self.prose.len())
    }

    /// The numbers of its blocks in pieces of like length, of which many make a long article.
    pub fn pieces(&self) -> impl Iterator<Item = Range<usize>> {
        const PIECE: u32 = 1 << 17;
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = self.blocks.get(start..).filter(|rest| !rest.is_empty())?;
            let begin = rest[0].span.start;
            let blocks =
                rest.iter().position(|block| block.span.end - begin >= PIECE).map_or(rest.len(), |last| last + 1);
            let piece = start..start + blocks;
            start = piece.end;
            Some(piece)
        })
    }

    /// The text of a span of the prose.
    pub fn text(&self, span: Span) -> &str {
        &self.prose[span]
    }

    /// The inline markup that holds just this span of the prose.
    pub fn marks_of(&self, span: Span) -> impl Iterator<Item = MarkKind> {
        let from = self.marks.partition_point(|mark| mark.span.start < span.start);
        let here = self.marks[from..].iter().take_while(move |mark| mark.span.start == span.start);
        here.filter(move |mark| { mark.span } == span).map(|mark| mark.kind)
    }

    /// The nearest heading at or above the byte `at` of the prose.
    pub fn heading_above(&self, at: u32) -> Option<&Block> {
        let after = self.blocks.partition_point(|b| b.span.start <= at);
        self.blocks[..after].iter().rev().find(|b| matches!(b.kind, BlockKind::Heading(_)))
    }

    /// The block that holds the byte `at` of the prose, or else the last one before it.
    pub fn block_at(&self, at: u32) -> Option<&Block> {
        let after = self.blocks.partition_point(|b| b.span.start <= at);
        self.blocks[..after].last()
    }
}
