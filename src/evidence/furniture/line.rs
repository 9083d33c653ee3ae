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
    seen: u128,
}

impl<'w> Line<'w> {
    pub fn of(words: &'w Words, number: usize) -> Line<'w> {
        let block = &words.article.blocks[number];
        let tokens = &words.tokens[words.range(number)];
        let prose: &str = &words.article.prose;
        let mut line =
            Line { block, prose, tokens, words: String::with_capacity(block.span.len() + 8), count: 0, seen: 0 };
        line.words.push(' ');
        for token in tokens {
            line.push(token);
        }
        line.seen = seen(line.words.trim_ascii());
        line
    }

    pub fn text(&self, token: &Token) -> &'w str {
        &self.prose[token.span()]
    }

    /// Whether these words stand in it one after another.
    pub fn says(&self, words: &str) -> bool {
        self.says_phrase(&Phrase::of(words))
    }

    pub fn says_phrase(&self, phrase: &Phrase) -> bool {
        if phrase.seen & !self.seen != 0 {
            return false;
        }
        let mut rest = self.words.as_str();
        while let Some(at) = rest.find(phrase.words) {
            let end = at + phrase.words.len();
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

/// Words that are looked for in many lines.
pub struct Phrase<'p> {
    words: &'p str,
    seen: u128,
}

impl<'p> Phrase<'p> {
    pub fn of(words: &'p str) -> Phrase<'p> {
        Phrase { words, seen: seen(words) }
    }
}

/// A bit for each word, by its first letters and its length.
fn seen(words: &str) -> u128 {
    let mut bits = 0;
    let mut mixed = 0u32;
    let mut letters = 0;
    for byte in words.bytes().chain([b' ']) {
        if byte == b' ' {
            bits |= 1 << ((mixed ^ letters).wrapping_mul(0x9E37_79B1) >> 25);
            (mixed, letters) = (0, 0);
        } else {
            letters += 1;
            if letters <= 3 {
                mixed = mixed << 8 | u32::from(byte);
            }
        }
    }
    bits
}
