//! A short block as the patterns see it.

use crate::lexicon::{Entry, Words};
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
    pub fn of(words: &'w Words, suspects: &Suspects, number: usize) -> Option<Line<'w>> {
        let block = &words.article.blocks[number];
        let tokens = &words.tokens[words.range(number)];
        let prose: &str = &words.article.prose;
        let copy = matches!(block.kind, BlockKind::Cell | BlockKind::Caption | BlockKind::Turn);
        if copy || tokens.is_empty() || tokens.len() > LONGEST || !suspects.suspect(prose, tokens) {
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

/// Which words of an article make one suspect a line of furniture; by entry.
pub struct Suspects(Vec<Suspicion>);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Suspicion {
    None,
    /// A word that articles have as well: two of them, or a short line.
    Weak,
    Strong,
}

impl Suspects {
    pub fn of(words: &Words) -> Suspects {
        let suspicion = |entry: &Entry| suspicion(&words.article.prose[entry.first]);
        Suspects(words.entries.iter().map(suspicion).collect())
    }

    /// Whether a block of these tokens may be furniture. It is asked of every short block, so it
    /// looks at no letters.
    fn suspect(&self, prose: &str, tokens: &[Token]) -> bool {
        const SHORT: usize = 14;
        let mut weak = 0;
        let strong = tokens.iter().any(|token| match token.kind {
            Kind::Word => {
                let suspicion = self.0[token.entry.0 as usize];
                weak += usize::from(suspicion == Suspicion::Weak);
                suspicion == Suspicion::Strong
            }
            Kind::Symbol | Kind::OpenQuote | Kind::CloseQuote => {
                matches!(&prose[token.span()], "©" | ">" | "»" | "›" | "→" | "|")
            }
            _ => false,
        });
        strong || weak > 1 || weak > 0 && tokens.len() < SHORT || tokens.len() < 6
    }
}

fn suspicion(form: &str) -> Suspicion {
    let mut letters = [0; 16];
    let Some(lower) = letters.get_mut(..form.len()) else { return Suspicion::None };
    lower.copy_from_slice(form.as_bytes());
    lower.make_ascii_lowercase();
    let slot = slot(lower);
    if FILTER[slot / 64] & (1 << (slot % 64)) == 0 {
        return Suspicion::None;
    }
    let is_in = |list: &[&str]| list.binary_search_by(|word| word.as_bytes().cmp(lower)).is_ok();
    if is_in(STRONG) {
        Suspicion::Strong
    } else if is_in(WEAK) {
        Suspicion::Weak
    } else {
        Suspicion::None
    }
}

/// Turns nearly every other word away before the lists are searched.
const FILTER: [u64; 64] = {
    let mut bits = [0; 64];
    let mut i = 0;
    while i < STRONG.len() + WEAK.len() {
        let word = if i < STRONG.len() { STRONG[i] } else { WEAK[i - STRONG.len()] };
        let slot = slot(word.as_bytes());
        bits[slot / 64] |= 1 << (slot % 64);
        i += 1;
    }
    bits
};

/// The place of a word of lower-case letters in the filter, by its length and three of them.
const fn slot(word: &[u8]) -> usize {
    if word.is_empty() {
        return 0;
    }
    let (first, middle, last) = (word[0] as usize, word[word.len() / 2] as usize, word[word.len() - 1] as usize);
    (first * 61 + last * 17 + middle * 5 + word.len() * 257) % 4096
}

/// Sorted.
const STRONG: &[&str] = &[
    "advert",
    "advertisement",
    "akismet",
    "alerts",
    "bookmark",
    "categories",
    "comments",
    "cookie",
    "cookies",
    "copyright",
    "cta",
    "dek",
    "e-mail",
    "embed",
    "facebook",
    "filed",
    "fullscreen",
    "inbox",
    "instagram",
    "javascript",
    "keyword",
    "keywords",
    "lede",
    "linkedin",
    "meta",
    "newsletter",
    "newsletters",
    "notifications",
    "perspectives",
    "placeholder",
    "podcast",
    "printer",
    "privacy",
    "recaptcha",
    "recommended",
    "redistributed",
    "reserved",
    "rewritten",
    "seo",
    "slug",
    "standfirst",
    "subscribe",
    "subscribed",
    "subscribing",
    "tags",
    "trending",
    "tweet",
    "twitter",
    "whatsapp",
    "wordpress",
    "youtube",
];

/// Sorted.
const WEAK: &[&str] = &[
    "action",
    "audience",
    "author",
    "browser",
    "caption",
    "channel",
    "comment",
    "consent",
    "continue",
    "conversation",
    "deck",
    "description",
    "discussion",
    "email",
    "experiences",
    "follow",
    "headline",
    "home",
    "image",
    "insert",
    "like",
    "mind",
    "miss",
    "opinions",
    "pin",
    "popular",
    "posted",
    "posts",
    "previous",
    "read",
    "reading",
    "related",
    "reply",
    "say",
    "share",
    "skip",
    "stay",
    "stories",
    "think",
    "thoughts",
    "updates",
    "views",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(STRONG.is_sorted() && WEAK.is_sorted());
    }
}
