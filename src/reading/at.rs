//! A token of an article being read.

use std::ops::{Deref, Range};

use super::{InBlock, Reading};
use crate::lexicon::{Entry, Traits};
use crate::text::{Kind, MarkKind, Span, Token, TokenFlags};

/// A word in lower case, without an allocation.
pub enum Lower<'r> {
    /// As it stands.
    Word(&'r str),
    /// A short word that stands with capitals; nothing of a longer one.
    Short { bytes: [u8; Lower::LONGEST], len: usize },
}

impl<'r> Lower<'r> {
    /// In bytes.
    pub const LONGEST: usize = 16;

    fn of(word: &'r str, traits: Traits) -> Lower<'r> {
        if traits.any(Traits::LOWER) {
            return Lower::Word(word);
        }
        let (mut lower, mut len) = ([0; Lower::LONGEST], 0);
        if let Some(bytes) = lower.get_mut(..word.len()) {
            bytes.copy_from_slice(word.as_bytes());
            bytes.make_ascii_lowercase();
            len = word.len();
        }
        Lower::Short { bytes: lower, len }
    }
}

impl Deref for Lower<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Lower::Word(word) => word,
            // ASCII letters have changed, nothing else.
            Lower::Short { bytes, len } => std::str::from_utf8(&bytes[..*len]).unwrap_or_default(),
        }
    }
}

/// A token of an article being read, and the way to its neighbours in the same block.
#[derive(Clone, Copy)]
pub struct At<'r> {
    pub reading: &'r Reading<'r>,
    pub index: usize,
    range_start: u32,
    range_end: u32,
}

impl<'r> At<'r> {
    /// A cursor on the token `index` of a block whose tokens are `range_start..range_end`.
    pub(crate) fn within(reading: &'r Reading<'r>, index: usize, range: &Range<usize>) -> At<'r> {
        At { reading, index, range_start: range.start as u32, range_end: range.end as u32 }
    }

    pub fn token(self) -> &'r Token {
        &self.reading.words.tokens[self.index]
    }

    pub fn kind(self) -> Kind {
        self.token().kind
    }

    pub fn is(self, kind: Kind) -> bool {
        self.kind() == kind
    }

    pub fn flags(self) -> TokenFlags {
        self.token().flags
    }

    pub fn span(self) -> Span {
        self.token().span()
    }

    #[inline]
    pub fn text(self) -> &'r str {
        &self.reading.words.article.prose[self.span()]
    }

    pub fn entry(self) -> &'r Entry {
        self.reading.words.entry(self.token())
    }

    pub fn traits(self) -> Traits {
        self.entry().traits
    }

    /// Whether any of these traits is the word's.
    pub fn has(self, traits: Traits) -> bool {
        self.traits().any(traits)
    }

    /// Whether white space stands before it (or it starts its block).
    pub fn spaced(self) -> bool {
        self.token().spaced()
    }

    /// Whether white space stands after it (or it ends its block).
    pub fn spaced_after(self) -> bool {
        self.next().is_none_or(|next| next.spaced())
    }

    /// Whether a sentence starts here for sure.
    pub fn starts_sentence(self) -> bool {
        self.flags().contains(TokenFlags::SENTENCE)
    }

    pub fn next(self) -> Option<At<'r>> {
        (self.index + 1 < self.range_end as usize).then(|| At { index: self.index + 1, ..self })
    }

    pub fn prev(self) -> Option<At<'r>> {
        (self.index > self.range_start as usize).then(|| At { index: self.index - 1, ..self })
    }

    /// The numbers of the tokens of its block.
    pub fn bounds(self) -> Range<usize> {
        self.range_start as usize..self.range_end as usize
    }

    /// The block that it stands in.
    pub fn block(self) -> InBlock<'r> {
        InBlock { reading: self.reading, number: self.reading.words.block_of(self.index) }
    }

    /// The text between the end of the token before and this token's start: white space or
    /// nothing. Empty at the start of a block.
    pub fn gap(self) -> Span {
        let end = self.span().start;
        Span { start: self.prev().map_or(end, |p| p.span().end), end }
    }

    /// Whether the word is this one, in lower or upper case.
    #[inline]
    pub fn word_is(self, word: &str) -> bool {
        // Most words are told apart by their length and their first letter.
        let span = self.span();
        let first = self.reading.words.article.prose.as_bytes().get(span.start as usize);
        span.len() == word.len()
            && first.zip(word.as_bytes().first()).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
            && self.text().eq_ignore_ascii_case(word)
    }

    /// The word in lower case, for telling which of several it is.
    #[inline]
    pub fn lower(self) -> Lower<'r> {
        Lower::of(self.text(), self.traits())
    }

    /// Whether it stands in a quotation.
    pub fn quoted(self) -> bool {
        self.reading.quotations().contains(self.span())
    }

    /// Whether it stands in inline markup of this kind.
    pub fn marked(self, kind: MarkKind) -> bool {
        // Marks may stand in one another, but seldom more than a few deep.
        const DEEP: usize = 8;
        let marks = &self.reading.article.marks;
        let after = marks.partition_point(|m| m.span.start <= self.span().start);
        marks[..after].iter().rev().take(DEEP).any(|m| m.kind == kind && m.span.contains(self.span()))
    }

    /// The first token of the sentence that it stands in, as far as that goes.
    pub fn sentence_start(self) -> At<'r> {
        /// What is longer is no sentence, and walking back through it from each of its words would
        /// take a square of time.
        const LONGEST: usize = 300;
        let mut at = self;
        for _ in 0..LONGEST {
            match at.prev().filter(|_| !at.starts_sentence()) {
                Some(prev) => at = prev,
                None => break,
            }
        }
        at
    }
}
