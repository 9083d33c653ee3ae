//! An article's tokens as the search for repeats walks over them: words only, block by block.

use std::ops::Range;

use crate::evidence::Furniture;
use crate::evidence::roots::{Root, Roots};
use crate::lexicon::{Traits, Words};
use crate::text::{BlockFlags, BlockKind, Kind, Span, Token, TokenFlags};

#[derive(Clone, Copy)]
pub struct Walk<'w> {
    pub words: &'w Words<'w>,
    roots: &'w Roots,
    furniture: &'w Furniture,
}

impl<'w> Walk<'w> {
    pub fn new(words: &'w Words<'w>, roots: &'w Roots, furniture: &'w Furniture) -> Walk<'w> {
        Walk { words, roots, furniture }
    }

    /// The tokens of each block of running text. Headings and captions repeat the text by design,
    /// tables and verse themselves.
    pub fn blocks(self) -> impl Iterator<Item = Range<usize>> {
        let blocks = &self.words.article.blocks;
        (0..blocks.len()).filter_map(move |number| {
            let block = &blocks[number];
            let running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn)
                && !block.flags.intersects(BlockFlags::LINES | BlockFlags::TERM)
                && !self.furniture.contains(number);
            let mut range = self.words.range(number);
            // A speaker's label is no part of what is said.
            while range.start < range.end && self.token(range.start).start() < block.label.end {
                range.start += 1;
            }
            running.then_some(range)
        })
    }

    /// The tokens of the block that this token stands in, without its label.
    pub fn block_around(self, token: usize) -> Range<usize> {
        let number = self.words.block_of(token);
        let label = self.words.article.blocks[number].label.end;
        let mut range = self.words.range(number);
        while range.start < token && self.token(range.start).start() < label {
            range.start += 1;
        }
        range
    }

    pub fn token(self, index: usize) -> &'w Token {
        &self.words.tokens[index]
    }

    #[inline]
    pub fn root(self, index: usize) -> Root {
        self.root_of(self.token(index))
    }

    #[inline]
    pub fn root_of(self, token: &Token) -> Root {
        self.roots.of(self.words, token)
    }

    /// The next word at or after `index`, and its number.
    pub fn next(self, mut index: usize, end: usize) -> Option<(usize, Root)> {
        while index < end {
            let root = self.root(index);
            if root.form != 0 {
                return Some((index, root));
            }
            index += 1;
        }
        None
    }

    /// The last word before `index`.
    pub fn prev(self, mut index: usize, start: usize) -> Option<(usize, Root)> {
        while index > start {
            index -= 1;
            let root = self.root(index);
            if root.form != 0 {
                return Some((index, root));
            }
        }
        None
    }

    /// Whether a word tells something: it is no name and does not only hold others together.
    pub fn is_telling(self, index: usize) -> bool {
        let token = self.token(index);
        let traits = self.words.traits(token);
        let opens = token.flags.intersects(TokenFlags::SENTENCE | TokenFlags::MAYBE_SENTENCE);
        let common = traits.any(Traits::LOWER) || opens && traits.any(Traits::COMMON);
        common && token.kind == Kind::Word && self.root(index).root != 0
    }

    pub fn starts_sentence(self, index: usize) -> bool {
        // A mark that opens a quotation carries the flag for the word after it.
        let mut at = index;
        loop {
            if self.token(at).flags.contains(TokenFlags::SENTENCE) {
                return true;
            }
            if at == 0 || !matches!(self.token(at - 1).kind, Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote) {
                return false;
            }
            at -= 1;
        }
    }

    /// Whether no word of the same sentence follows the one at `index`.
    pub fn ends_sentence(self, index: usize, block_end: usize) -> bool {
        match self.next(index + 1, block_end) {
            Some((next, _)) => self.starts_sentence(next),
            None => true,
        }
    }

    /// From the start of one token to the end of another.
    pub fn span(self, first: usize, last: usize) -> Span {
        Span { start: self.token(first).start(), end: self.token(last).end() }
    }
}
