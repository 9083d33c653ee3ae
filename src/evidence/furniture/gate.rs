//! Which blocks are looked at more closely. Nearly all are copy, and this is asked of every block of
//! every article, so it looks only at the first word, and for words that give a prompt away at the
//! numbers of the article's forms.

use memchr::memmem;

use super::{labels, lines};
use crate::evidence::{Marks, Sorts};
use crate::lexicon::Words;
use crate::list::{List, list};
use crate::text::{BlockKind, Kind, Token};

/// A block of at most so many tokens may be furniture; one with arrows or a label in front of at most
/// so many.
const LONGEST: usize = 90;
const LINE: usize = 50;

/// What a block may be.
#[derive(Clone, Copy, Default)]
pub struct Suspicion {
    /// A line of a page, a label, a trail.
    pub line: bool,
    /// A paragraph that asks for something.
    pub prompt: bool,
}

pub struct Gate<'w> {
    words: &'w Words<'w>,
    sorts: &'w Sorts,
    arrows: bool,
}

const ENOUGH: u32 = 2;

/// How much a word with this hash, in small letters or with a capital, gives a prompt away: in every one stands a word of
/// the first kind, wherever in it, or two of the second.
pub fn telling(form: &str, hash: u32, lower: bool) -> Marks {
    let case = usize::from(lower);
    match () {
        () if MUCH[case].has_with(form, hash) => Marks::TELLS_MUCH,
        () if LITTLE[case].has_with(form, hash) => Marks::TELLS,
        () => Marks::empty(),
    }
}

/// The words of [`telling`], those with a capital first: all of these stand among the others.
pub const MUCH: [&List; 2] = [
    list!("affiliate associate subscribe"),
    list!("affiliate cookies commission inbox mailing newsletter newsletters reserved rewritten subscribe"),
];
pub const LITTLE: [&List; 2] = [
    list!("bluesky comment comments follow instagram linkedin share tell twitter view"),
    list!(
        "agree alerts below bluesky channel comment comments conversation debate discussion email feed follow forget \
         friends hear hesitate instagram know linkedin media notifications opinion opinions podcast posts published \
         say share sound tell think thoughts tuned twitter updates view views"
    ),
];

impl<'w> Gate<'w> {
    pub fn new(words: &'w Words<'w>, sorts: &'w Sorts) -> Gate<'w> {
        let prose = &words.article.prose;
        let arrow = |arrow: &&str| memmem::find(prose.as_bytes(), arrow.as_bytes()).is_some();
        let arrows = !prose.is_ascii() && ["»", "›", "→"].iter().any(arrow);
        Gate { words, sorts, arrows }
    }

    /// What the block with this number may be.
    pub fn suspects(&self, number: usize) -> Suspicion {
        let tokens = &self.words.tokens[self.words.range(number)];
        let copy =
            matches!(self.words.article.blocks[number].kind, BlockKind::Cell | BlockKind::Caption | BlockKind::Turn);
        let none = Suspicion::default();
        if copy || tokens.len() > LONGEST {
            return none;
        }
        let Some(first) = tokens.first() else { return none };
        let short = tokens.len() <= LINE;
        Suspicion {
            line: short && (self.starts(first) || self.arrows && tokens.iter().any(is_mark)),
            prompt: self.has_telling(tokens),
        }
    }

    fn starts(&self, first: &Token) -> bool {
        match first.kind {
            Kind::Word | Kind::Code => {
                let word = self.words.text(first);
                lines::may_start(word) || labels::FIRST.may_have(word.as_bytes())
            }
            Kind::Number | Kind::Symbol | Kind::Tag => true,
            Kind::OpenBracket => self.words.text(first) == "[",
            _ => false,
        }
    }

    fn has_telling(&self, tokens: &[Token]) -> bool {
        let weight = |token: &Token| match self.sorts.of(token.entry()).marks {
            marks if marks.contains(Marks::TELLS_MUCH) => 2,
            marks => u32::from(marks.contains(Marks::TELLS)),
        };
        self.sorts.any(Marks::TELLS | Marks::TELLS_MUCH) && tokens.iter().map(weight).sum::<u32>() >= ENOUGH
    }
}

fn is_mark(token: &Token) -> bool {
    matches!(token.kind, Kind::Symbol | Kind::OpenQuote | Kind::CloseQuote | Kind::Dash)
}

/// A set of words in lower case, known by a few of their letters: it may say yes to another word.
pub struct WordSet([u64; 64]);

impl WordSet {
    pub const EMPTY: WordSet = WordSet([0; 64]);

    /// With the first words of these patterns, in which `a|b` is one of two.
    pub const fn with_first_of(mut self, patterns: &[&str]) -> WordSet {
        let mut i = 0;
        while i < patterns.len() {
            let bytes = patterns[i].as_bytes();
            let (mut from, mut at) = (0, 0);
            while at <= bytes.len() {
                let end = at == bytes.len() || bytes[at] == b' ';
                if end || bytes[at] == b'|' {
                    self.add(bytes, from, at);
                    from = at + 1;
                }
                if end {
                    break;
                }
                at += 1;
            }
            i += 1;
        }
        self
    }

    pub fn may_have(&self, word: &[u8]) -> bool {
        let slot = slot(word, 0, word.len());
        self.0[slot / 64] & (1 << (slot % 64)) != 0
    }

    const fn add(&mut self, bytes: &[u8], from: usize, to: usize) {
        let slot = slot(bytes, from, to);
        self.0[slot / 64] |= 1 << (slot % 64);
    }
}

/// The place of a word in the set.
const fn slot(bytes: &[u8], from: usize, to: usize) -> usize {
    if from >= to {
        return 0;
    }
    let first = bytes[from].to_ascii_lowercase() as usize;
    let last = bytes[to - 1].to_ascii_lowercase() as usize;
    let middle = bytes[(from + to) / 2].to_ascii_lowercase() as usize;
    (first * 61 + last * 17 + middle * 5 + (to - from) * 257) % 4096
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_set_knows_every_alternative_of_a_first_word() {
        const SET: WordSet = WordSet::EMPTY.with_first_of(&["leave|post a comment", "advertisement", "don't|do not"]);
        for word in ["Leave", "post", "ADVERTISEMENT", "don't", "do"] {
            assert!(SET.may_have(word.as_bytes()), "{word}");
        }
        assert!(!SET.may_have(b"orchard"));
    }
}
