//! From an article's tokens to its [`Words`]: each distinct form gets a number and is looked up once.

use std::sync::OnceLock;

use super::Lexicon;
use super::interner::{Numbered, Numbering, Sought};
use super::traits::Traits;
use super::words::{Entry, UNUSUAL, Words};
use crate::text::lex::Lexed;
use crate::text::{Article, EntryId, Kind, Kinds, Span, Token, TokenFlags};

const QUOTES: Kinds =
    Kinds::of(&[Kind::OpenQuote, Kind::CloseQuote, Kind::StraightQuote, Kind::OpenSingle, Kind::CloseSingle]);

const SIGNS: Kinds = Kinds::of(&[Kind::OpenBracket, Kind::CloseBracket, Kind::Hyphen, Kind::Dash, Kind::Odd]);

/// Nearly every article has so much of what is rare.
const FEW: usize = 32;

/// The forms of so many tokens are looked for together.
const TOGETHER: usize = 32;

pub(super) struct Interning<'a, 'l> {
    lexicon: &'l Lexicon,
    numbering: Numbering<'a>,
    /// What has been interned so far, without its numbers.
    words: Words<'a>,
    /// The forms of the tokens before, the nearest first.
    before: [u32; 4],
    /// How long the nearest is, and whether it has a capital.
    last: (usize, bool),
}

impl<'a, 'l> Interning<'a, 'l> {
    /// Of an article of which no token has been interned.
    pub fn of(article: &'a Article<'a>, lexicon: &'l Lexicon) -> Interning<'a, 'l> {
        let numbering = Numbering::of(&article.prose, lexicon.number);
        let mut entries = Vec::with_capacity(Numbering::likely(&article.prose));
        entries.push(Entry { first: Span::default(), count: 0, hash: 0, traits: Traits::empty() });
        let words = Words {
            article,
            tokens: Vec::new(),
            ranges: Vec::with_capacity(article.blocks.len()),
            entries,
            numbers: Default::default(),
            by_form: OnceLock::new(),
            marks: Kinds::NONE,
            quotes: Vec::with_capacity(FEW),
            signs: Vec::with_capacity(FEW),
            echoes: Vec::with_capacity(FEW),
            unusual: Vec::with_capacity(FEW),
        };
        Interning { lexicon, numbering, words, before: [0; 4], last: (0, false) }
    }

    /// Gives each token of some more blocks the number of its form, and looks each form up when it is met
    /// first.
    pub fn take(&mut self, Lexed { mut tokens, ends }: Lexed) {
        let so_far = self.words.tokens.len();
        let mut sought = [Sought::NOTHING; TOGETHER];
        for (number, tokens) in tokens.chunks_mut(TOGETHER).enumerate() {
            let prose = &self.words.article.prose;
            self.numbering.seek(prose, tokens.iter().map(Token::span), &mut sought);
            for (index, (token, sought)) in (so_far + number * TOGETHER..).zip(tokens.iter_mut().zip(&sought)) {
                self.token(index, token, *sought);
            }
        }
        let words = &mut self.words;
        let prose = &words.article.prose;
        for end in ends {
            let start = words.ranges.last().map_or(0, |range| range.end);
            words.ranges.push(start..so_far as u32 + end);
        }
        if so_far == 0 {
            words.tokens = tokens;
        } else {
            // Room for all, so that they need not be moved as they grow.
            words.tokens.reserve_exact((prose.len() / 5).saturating_sub(so_far).max(tokens.len()));
            words.tokens.append(&mut tokens);
        }
    }

    #[inline]
    fn token(&mut self, index: usize, token: &mut Token, sought: Sought) {
        let words = &mut self.words;
        let prose = &words.article.prose;
        let (others, (last_len, last_capital)) = (self.before, std::mem::take(&mut self.last));
        self.before = [0, others[0], others[1], others[2]];
        if !token.kind.is_wordlike() {
            words.marks.insert(token.kind);
            if QUOTES.contains(token.kind) {
                words.quotes.push(index);
            } else if SIGNS.contains(token.kind) {
                words.signs.push(index as u32);
            }
            return;
        }
        if token.is_long() {
            return;
        }
        let span = token.span();
        let ask = || self.lexicon.traits(&prose[span]);
        let Numbered { number, flags, new } = self.numbering.number(prose, span, sought, ask);
        if let Some(traits) = new {
            if traits.any(UNUSUAL) {
                words.unusual.push(EntryId(number));
            }
            words.entries.push(Entry { first: span, count: 0, hash: sought.hash(), traits });
        }
        let capital = flags.contains(TokenFlags::CAPITAL);
        let twin = (span.len() == last_len) & (capital | last_capital);
        if others.contains(&number) | twin {
            words.echoes.push(index as u32);
        }
        (self.before[0], self.last) = (number, (span.len(), capital));
        token.set_entry(EntryId(number));
        token.flags |= flags;
        words.entries[number as usize].count += 1;
    }

    /// Ends it.
    pub fn end(self) -> Words<'a> {
        Words { numbers: self.numbering.end(), ..self.words }
    }
}
