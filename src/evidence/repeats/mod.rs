//! What an article says twice: sentences, clauses and passages that stand in two places, word for
//! word or nearly, and sentences that are cut to one pattern.
//!
//! Passages are found by their *shingles*, rows of four words. A table remembers where each shingle
//! stood last; where one comes again, the two places are laid side by side and followed in both
//! directions as long as the words agree, a changed word now and then allowed. What has been followed
//! is not looked at again, so the work is linear even in a text of one line repeated a million
//! times. The table has a bound: in a text of many megabytes it forgets what lies far behind, which no
//! reader of it remembers either.
//!
//! Names and titles come again in every article and are no repeats: what counts is how many common
//! words two places share.

mod frames;
mod passages;
mod row;
mod walk;

use std::ops::Range;

use crate::lexicon::Words;
use crate::text::{Span, TokenFlags};

use super::{Furniture, Quotations, Roots};
use walk::Walk;

/// The repeats of an article.
#[derive(Debug, Default)]
pub struct Repeats {
    /// By the place that comes second.
    passages: Vec<Passage>,
    /// By the place that comes second.
    frames: Vec<Frame>,
}

/// Words that stand in two places or more.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The first [`Passage::PLACES`] places, in order. At least two.
    pub places: Vec<Span>,
    /// How many places there are.
    pub count: usize,
    /// How many words the first two places share.
    pub words: usize,
    /// How many of them are neither names nor words that only hold others together.
    pub telling: usize,
    /// How many of those stand hardly anywhere else.
    pub rare: usize,
    /// How often the second place has another word, one more or one less.
    pub changes: usize,
    /// How many sentences both places are, if they are whole ones; else none.
    pub sentences: usize,
    /// How many of the two places are somebody's words.
    pub quoted: usize,
    /// Where the last place ends.
    end: u32,
}

/// Two sentences of one pattern with other words in it.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub first: Span,
    pub second: Span,
    /// How many telling words they share, in the same order.
    pub shared: usize,
}

impl Passage {
    /// So many places are kept of what comes again and again.
    pub const PLACES: usize = 16;

    /// Adds a place, if it comes after those that are known.
    fn add(&mut self, place: Span) {
        if place.start < self.end {
            return;
        }
        self.end = place.end;
        self.count += 1;
        if self.places.len() < Passage::PLACES {
            self.places.push(place);
        }
    }
}

impl Repeats {
    pub fn gather(words: &Words, roots: &Roots, furniture: &Furniture, quotations: &Quotations) -> Repeats {
        let walk = Walk::new(words, roots, furniture);
        let mut passages = passages::Search::new(walk, quotations);
        let mut frames = frames::Search::new(walk);
        for block in walk.blocks() {
            search(walk, &block, &mut passages, &mut frames);
        }
        let passages = passages.passages();
        let frames = frames.frames(walk, &passages);
        Repeats { passages, frames }
    }

    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }
}

/// Walks once through a block, for both searches.
fn search(walk: Walk, block: &Range<usize>, passages: &mut passages::Search, frames: &mut frames::Search) {
    let mut shingle = passages::Shingle::default();
    let mut sentence = frames::Sentence::starting(block.start);
    for (number, token) in walk.words.tokens[block.clone()].iter().enumerate() {
        let index = block.start + number;
        if token.flags.contains(TokenFlags::SENTENCE) && number > 0 {
            frames.end(&mut sentence, index);
        }
        let root = walk.root_of(token);
        if root.form == 0 {
            continue;
        }
        if !root.may_repeat() {
            shingle.pass();
            sentence.pass();
            continue;
        }
        frames.take(&mut sentence, root);
        if let Some(key) = shingle.take(root) {
            passages.take(key, index, block);
        }
    }
    if !block.is_empty() {
        frames.end(&mut sentence, block.end);
    }
}

#[cfg(test)]
mod tests;
