//! A short block as the patterns see it.

use crate::lexicon::Words;
use crate::text::{Block, Kind, Token};

/// A short block, with its words made alike.
pub struct Line<'w> {
    pub block: &'w Block,
    pub prose: &'w str,
    pub tokens: &'w [Token],
    /// Its words in lower case, each with a space around it; figures are `#`, a colon `:`, the end
    /// of a sentence `.`, and all other marks are left out: “ leave a comment # ”.
    pub words: String,
    /// How many words and figures.
    pub count: usize,
    /// A bit for each of its words, so that most phrases are told at once not to stand in it.
    seen: [u64; 4],
}

impl<'w> Line<'w> {
    pub fn of(words: &'w Words, number: usize) -> Line<'w> {
        let block = &words.article.blocks[number];
        let tokens = &words.tokens[words.range(number)];
        let prose: &str = &words.article.prose;
        let mut line =
            Line { block, prose, tokens, words: String::with_capacity(block.span.len() + 8), count: 0, seen: [0; 4] };
        line.words.push(' ');
        for token in tokens {
            line.push(token);
        }
        for word in line.words.split_ascii_whitespace() {
            let bit = bit(word);
            line.seen[bit / 64] |= 1 << (bit % 64);
        }
        line
    }

    pub fn text(&self, token: &Token) -> &'w str {
        &self.prose[token.span()]
    }

    /// Whether these words stand in it one after another.
    pub fn says(&self, words: &str) -> bool {
        if words.split(' ').any(|word| self.seen[bit(word) / 64] & (1 << (bit(word) % 64)) == 0) {
            return false;
        }
        let mut rest = self.words.as_str();
        while let Some(at) = rest.find(words) {
            let end = at + words.len();
            if rest[..at].ends_with(' ') && rest[end..].starts_with(' ') {
                return true;
            }
            rest = &rest[end..];
        }
        false
    }

    /// Its sentences, as words.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.words.split(" . ").map(str::trim).filter(|s| !s.is_empty())
    }

    fn push(&mut self, token: &Token) {
        let text = self.text(token);
        match token.kind {
            Kind::Word | Kind::Abbreviation | Kind::Code | Kind::Address | Kind::Tag => {
                if text.is_ascii() {
                    let from = self.words.len();
                    self.words.push_str(text);
                    self.words[from..].make_ascii_lowercase();
                } else {
                    self.words.extend(text.chars().flat_map(|c| if c == '’' { '\'' } else { c }.to_lowercase()));
                }
                self.count += 1;
            }
            Kind::Number | Kind::Ordinal | Kind::Time | Kind::Figures => {
                self.words.push('#');
                self.count += 1;
            }
            Kind::Colon => self.words.push(':'),
            Kind::Stop | Kind::Question | Kind::Exclamation => self.words.push('.'),
            Kind::Symbol if text == "©" => self.words.push('©'),
            _ => return,
        }
        self.words.push(' ');
    }
}

/// The bit of a word in [`Line::seen`].
fn bit(word: &str) -> usize {
    let mixed = word.bytes().fold(0u32, |hash, byte| (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9E37_79B1));
    (mixed >> 24) as usize
}
