//! The lexer: prose to tokens, one block at a time.
//!
//! It walks bytes. A word, a number or a mark is told by its first byte; only a run that has a
//! stop, slash, colon, at sign or underscore inside is looked at as a whole, since it may be an
//! address, a file name or code (`address`). Whether a mark of quotation opens or closes depends on
//! what stands on either side, and in doubt on whether a quotation is open (`quote`).

mod address;
mod class;
mod mark;
mod number;
mod quote;
mod word;

use std::ops::Range;

use self::class::{CLASS, Class};
use super::article::Block;
use super::sentence;
use super::span::Span;
use super::token::{Kind, Token, TokenFlags};

/// The tokens of some blocks.
pub struct Lexed {
    pub tokens: Vec<Token>,
    /// Of each block, how many tokens there are up to its end.
    pub ends: Vec<u32>,
}

/// Cuts blocks that follow each other into tokens, and marks their sentences.
pub fn blocks(prose: &str, blocks: &[Block]) -> Lexed {
    let len = blocks.first().zip(blocks.last()).map_or(0, |(first, last)| last.span.end - first.span.start);
    let mut lexed = Lexed { tokens: Vec::with_capacity(len as usize / 5), ends: Vec::with_capacity(blocks.len()) };
    for block in blocks {
        self::block(prose, block, &mut lexed.tokens);
        lexed.ends.push(lexed.tokens.len() as u32);
    }
    lexed
}

/// Appends the tokens of a block, with its sentences marked.
pub fn block(prose: &str, block: &Block, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    Lexer {
        text: &prose[..block.span.end as usize],
        start: block.span.start as usize,
        at: block.span.start as usize,
        run: 0..0,
        tokens,
        flags: TokenFlags::SPACE,
        quotes: quote::Open::default(),
    }
    .run();
    sentence::mark(prose, block, &mut tokens[first..]);
}

struct Lexer<'t> {
    /// The prose up to the end of the block.
    text: &'t str,
    start: usize,
    at: usize,
    /// The run of visible characters that was looked at last, from the first such look to its end.
    run: Range<usize>,
    tokens: &'t mut Vec<Token>,
    /// What the white space before the next token shows.
    flags: TokenFlags,
    quotes: quote::Open,
}

impl<'t> Lexer<'t> {
    fn run(mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match CLASS[byte as usize] {
                Class::Letter => self.word(),
                Class::Space => {
                    self.space(1, byte == b'\n', byte != b' ' && byte != b'\n' && byte != b'\r');
                    continue;
                }
                Class::Digit => self.number(),
                Class::Mark => self.mark(byte),
                Class::Control => self.push(1, Kind::Odd),
                Class::High => self.high(),
            }
            // One space follows nearly everything.
            if bytes.get(self.at) == Some(&b' ') && self.flags.is_empty() {
                self.flags = TokenFlags::SPACE;
                self.at += 1;
            }
        }
    }

    /// Passes over one white space character.
    fn space(&mut self, len: usize, line: bool, odd: bool) {
        if self.flags.contains(TokenFlags::SPACE) && !line && self.at > self.start || odd {
            self.flags |= TokenFlags::WIDE;
        }
        self.flags |= if line { TokenFlags::SPACE | TokenFlags::LINE } else { TokenFlags::SPACE };
        self.at += len;
    }

    /// Appends a token of `len` bytes here; longer ones than a token may be are cut.
    #[inline]
    fn push(&mut self, len: usize, kind: Kind) {
        if len > Token::MAX_LEN {
            return self.push_long(len, kind);
        }
        let end = self.at + len;
        self.tokens.push(Token::new(Span::new(self.at, end), kind, self.flags));
        self.flags = TokenFlags::empty();
        self.at = end;
    }

    #[cold]
    fn push_long(&mut self, len: usize, kind: Kind) {
        let end = self.at + len;
        let mut from = self.at;
        while end - from > Token::MAX_LEN {
            let mut cut = from + Token::MAX_LEN;
            while !self.text.is_char_boundary(cut) {
                cut -= 1;
            }
            self.tokens.push(Token::new(Span::new(from, cut), Kind::Opaque, self.flags));
            self.flags = TokenFlags::empty();
            from = cut;
        }
        // What is left of a run that had to be cut is no word either.
        let kind = if from == self.at { kind } else { Kind::Opaque };
        self.tokens.push(Token::new(Span::new(from, end), kind, self.flags));
        self.flags = TokenFlags::empty();
        self.at = end;
    }

    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(b' ')
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// The text from here to the next white space. Its end is looked for once in each run: there
    /// are texts of many megabytes without white space.
    fn visible(&mut self) -> &'t str {
        if self.at >= self.run.end {
            let rest = &self.text.as_bytes()[self.at..];
            let len = rest.iter().position(|&b| CLASS[b as usize] == Class::Space).unwrap_or(rest.len());
            self.run = self.at..self.at + len;
        }
        &self.text[self.at..self.run.end]
    }

    /// The same, as much of it as may be looked at as a whole: at most a token's length at the
    /// front of the run, further on what an address or a name has at most.
    fn chunk(&mut self) -> &'t str {
        const FRONT: usize = 64;
        const INSIDE: usize = 512;
        let visible = self.visible();
        let most = if self.at - self.run.start < FRONT { Token::MAX_LEN } else { INSIDE };
        &visible[..visible.floor_char_boundary(most)]
    }

    /// The character before this place, a space at the start of the block.
    fn before(&self) -> char {
        self.text[self.start..self.at].chars().next_back().unwrap_or(' ')
    }

    fn last_kind(&self) -> Option<Kind> {
        self.tokens.last().filter(|t| t.start() as usize >= self.start).map(|t| t.kind)
    }

    fn number(&mut self) {
        let visible = self.visible();
        let (len, kind) = number::recognise(visible);
        let next = visible[len..].chars().next();
        if matches!(next, Some('@' | '.' | '_' | '/' | ':'))
            && let Some((whole, kind)) = address::recognise(self.chunk())
            && whole > len
        {
            return self.push(whole, kind);
        }
        if self.quotes.none() && (next == Some('"') || next == Some('\'')) && matches!(kind, Kind::Number) {
            // 6' 2": feet and inches, where no quotation is open that the mark could close.
            let letter = visible[len + 1..].starts_with(|c: char| c.is_alphanumeric());
            self.push(len, kind);
            if !letter {
                self.push(1, Kind::Prime);
            }
            return;
        }
        self.push(len.max(1), kind);
    }
}

#[cfg(test)]
mod tests;
