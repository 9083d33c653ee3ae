//! A short block as the patterns see it.

use crate::lexicon::Words;
use crate::text::{Block, BlockKind, Kind, Token};

/// A block of at most so many tokens may be furniture.
const LONGEST: usize = 90;

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
    /// The block with this number, if any furniture is as short and has such words.
    pub fn of(words: &'w Words, number: usize) -> Option<Line<'w>> {
        let block = &words.article.blocks[number];
        let tokens = &words.tokens[words.range(number)];
        let prose: &str = &words.article.prose;
        let copy = matches!(block.kind, BlockKind::Cell | BlockKind::Caption | BlockKind::Turn);
        if copy || tokens.is_empty() || tokens.len() > LONGEST || !is_suspect(prose, tokens) {
            return None;
        }
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
        Some(line)
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
                for c in text.chars() {
                    match c {
                        '’' | '‘' => self.words.push('\''),
                        c => self.words.extend(c.to_lowercase()),
                    }
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

/// Whether a block of these tokens has a word or a mark that furniture has. It is asked of every
/// short block, so it only looks at lengths and ends of words.
fn is_suspect(prose: &str, tokens: &[Token]) -> bool {
    tokens.iter().any(|token| match token.kind {
        Kind::Word | Kind::Code => {
            let bytes = prose[token.span()].as_bytes();
            SUSPECTS.0[slot(bytes) / 64] & (1 << (slot(bytes) % 64)) != 0
        }
        Kind::Symbol | Kind::OpenQuote | Kind::CloseQuote => {
            matches!(&prose[token.span()], "©" | ">" | "»" | "›" | "→" | "|")
        }
        _ => false,
    }) || tokens.len() < 6
}

/// A table of words by their length and their first and last letters.
struct Suspects([u64; 64]);

const SUSPECTS: Suspects = Suspects::of(&[
    "home",
    "share",
    "tweet",
    "pin",
    "follow",
    "comment",
    "comments",
    "reply",
    "email",
    "e-mail",
    "akismet",
    "cookies",
    "cookie",
    "recaptcha",
    "javascript",
    "browser",
    "subscribe",
    "newsletter",
    "newsletters",
    "inbox",
    "copyright",
    "reserved",
    "advertisement",
    "advert",
    "related",
    "recommended",
    "trending",
    "popular",
    "posts",
    "thoughts",
    "discussion",
    "conversation",
    "description",
    "keyword",
    "keywords",
    "headline",
    "slug",
    "caption",
    "image",
    "author",
    "read",
    "reading",
    "skip",
    "privacy",
    "continue",
    "perspectives",
    "updates",
    "alerts",
    "opinions",
    "fullscreen",
    "wordpress",
    "rewritten",
    "redistributed",
    "tags",
    "filed",
    "categories",
    "posted",
    "action",
    "standfirst",
    "deck",
    "dek",
    "lede",
    "audience",
    "seo",
    "meta",
    "consent",
    "whatsapp",
    "facebook",
    "twitter",
    "linkedin",
    "instagram",
    "youtube",
    "previous",
    "printer",
    "bookmark",
    "views",
    "experiences",
    "stories",
    "mind",
    "subscribed",
    "subscribing",
    "like",
    "miss",
    "stay",
    "notifications",
    "channel",
    "podcast",
    "say",
    "think",
    "cta",
    "placeholder",
    "insert",
    "embed",
]);

impl Suspects {
    const fn of(words: &[&str]) -> Suspects {
        let mut bits = [0; 64];
        let mut i = 0;
        while i < words.len() {
            let slot = slot(words[i].as_bytes());
            bits[slot / 64] |= 1 << (slot % 64);
            i += 1;
        }
        Suspects(bits)
    }
}

/// The place of a word in the table.
const fn slot(word: &[u8]) -> usize {
    if word.is_empty() {
        return 0;
    }
    let first = word[0].to_ascii_lowercase() as usize;
    let last = word[word.len() - 1].to_ascii_lowercase() as usize;
    let middle = word[word.len() / 2].to_ascii_lowercase() as usize;
    (first * 61 + last * 17 + middle * 5 + word.len() * 257) % 4096
}
