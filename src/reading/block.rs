//! A block of an article being read.

use super::{At, Reading};
use crate::text::{Block, BlockFlags, BlockKind, Format, MarkKind, Span, Token};

/// A block of an article being read.
#[derive(Clone, Copy)]
pub struct InBlock<'r> {
    pub reading: &'r Reading<'r>,
    pub number: usize,
}

impl<'r> InBlock<'r> {
    pub fn block(self) -> &'r Block {
        &self.reading.words.article.blocks[self.number]
    }

    /// The block, marked as furniture where it is shown to be by what it says.
    pub fn as_copy(self) -> Block {
        let mut block = *self.block();
        block.flags.set(BlockFlags::FURNITURE, self.is_furniture());
        block
    }

    /// Whether it holds no copy, by its markup or by what it says.
    pub fn is_furniture(self) -> bool {
        self.block().flags.contains(BlockFlags::FURNITURE) || self.reading.furniture().contains(self.number)
    }

    pub fn kind(self) -> BlockKind {
        self.block().kind
    }

    pub fn has(self, flags: BlockFlags) -> bool {
        self.block().flags.intersects(flags)
    }

    pub fn span(self) -> Span {
        self.block().span
    }

    pub fn text(self) -> &'r str {
        &self.reading.words.article.prose[self.span()]
    }

    /// Whether plain text goes on in the next line, without a free one between: what looks like a
    /// block may be a line that was broken there.
    pub fn has_next_line(self) -> bool {
        let article = self.reading.words.article;
        let next = article.blocks.get(self.number + 1).filter(|_| article.format == Format::Plain);
        next.is_some_and(|next| {
            let gap = &article.prose[self.span().end as usize..next.span.start as usize];
            memchr::memchr_iter(b'\n', gap.as_bytes()).count() < 2
        })
    }

    /// Whether all of it is marked so: a bold line is a heading that nobody marked as one, and a
    /// line that is all a link leads elsewhere.
    pub fn is_all(self, kind: MarkKind) -> bool {
        self.reading.words.article.marks_of(self.span()).any(|own| own == kind)
    }

    pub fn tokens(self) -> &'r [Token] {
        &self.reading.words.tokens[self.reading.words.range(self.number)]
    }

    /// A cursor on the token with this number in the block.
    pub fn token(self, number: usize) -> At<'r> {
        let range = self.reading.words.range(self.number);
        At::within(self.reading, range.start + number, &range)
    }

    /// A cursor on the token with this number in the article, which is one of the block's.
    pub fn at(self, index: usize) -> At<'r> {
        At::within(self.reading, index, &self.reading.words.range(self.number))
    }

    /// A cursor on each of its tokens.
    pub fn each(self) -> impl DoubleEndedIterator<Item = At<'r>> {
        let range = self.reading.words.range(self.number);
        range.clone().map(move |index| At::within(self.reading, index, &range))
    }

    pub fn first(self) -> Option<At<'r>> {
        self.each().next()
    }

    pub fn last(self) -> Option<At<'r>> {
        self.each().next_back()
    }
}
