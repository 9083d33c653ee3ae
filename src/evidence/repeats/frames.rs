//! Sentences of one pattern: “The inclusion of … is particularly noteworthy.” twice.
//!
//! Pairs of telling words that stand near each other in a sentence are remembered with the
//! sentence. One that shares two such pairs with an earlier sentence is laid beside it.

use std::ops::Range;

use super::row::{Beside, RARE, WORDS, WORTH};
use super::walk::Walk;
use super::{Frame, Passage};
use crate::evidence::roots::Root;

/// Words that stand more often are what the article is about: they make no pairs.
const COMMON: u32 = 24;
/// So far apart may the two words of a pair be, in telling words.
const REACH: usize = 3;
/// So many earlier sentences are kept in mind of those that a sentence shares a pair with.
const MET: usize = 4;

/// The search for sentences that share pairs; what is found is laid side by side afterwards.
pub struct Search {
    /// By the hash of a pair: the sentence where it stood last.
    table: Vec<u32>,
    /// By number, the tokens; the first stands for no sentence.
    sentences: Vec<Range<u32>>,
    /// The sentences that share two pairs and more with earlier ones.
    candidates: Vec<(u32, Met)>,
}

/// The earlier sentences that a sentence shares pairs with, and how many each.
type Met = [(u32, u32); MET];

/// What is known of the sentence that is walked through.
pub struct Sentence {
    pub start: usize,
    /// The last roots that may make pairs.
    near: [u32; REACH],
    met: Met,
}

/// A word that stands nowhere else makes no pair that comes again.
const ONCE: u32 = 0;

impl Sentence {
    pub fn starting(start: usize) -> Sentence {
        Sentence { start, near: [ONCE; REACH], met: [(0, 0); MET] }
    }

    /// Goes past a word that stands nowhere else.
    #[inline]
    pub fn pass(&mut self) {
        self.near = [self.near[1], self.near[2], ONCE];
    }

    fn meet(&mut self, earlier: u32) {
        if let Some(met) = self.met.iter_mut().find(|met| met.0 == earlier) {
            met.1 += 1;
        } else if let Some(met) = self.met.iter_mut().min_by_key(|met| met.1).filter(|met| met.1 < 2) {
            *met = (earlier, 1);
        }
    }
}

impl Search {
    pub fn new(walk: Walk) -> Search {
        const MOST: usize = 1 << 15;
        let slots = (walk.words.tokens.len() * 2).next_power_of_two().clamp(64, MOST);
        let mut sentences = Vec::with_capacity(walk.words.tokens.len() / 16 + 2);
        sentences.push(0..0);
        Search { table: vec![0; slots + 1], sentences, candidates: Vec::new() }
    }

    /// Takes a word that stands elsewhere too, with the pairs that it makes; one that comes too often
    /// is passed over.
    #[inline]
    pub fn take(&mut self, sentence: &mut Sentence, root: Root) {
        if root.count <= COMMON {
            self.pair(sentence, root.root);
        }
    }

    fn pair(&mut self, sentence: &mut Sentence, root: u32) {
        let number = self.sentences.len() as u32;
        let slots = self.table.len() - 1;
        for at in 0..REACH {
            let before = sentence.near[at];
            let key = (before.rotate_left(9) ^ root).wrapping_mul(0x9E37_79B1);
            // What makes no pair has the last slot to itself.
            let slot = [(key >> 7) as usize & (slots - 1), slots][usize::from(before == ONCE)];
            let earlier = std::mem::replace(&mut self.table[slot], number);
            if (earlier != 0) & (earlier != number) & (before != ONCE) {
                sentence.meet(earlier);
            }
        }
        sentence.near = [sentence.near[1], sentence.near[2], root];
    }

    /// Ends the sentence before the token `end`; another begins there.
    pub fn end(&mut self, sentence: &mut Sentence, end: usize) {
        if sentence.met.iter().any(|met| met.1 > 1) {
            self.candidates.push((self.sentences.len() as u32, sentence.met));
        }
        self.sentences.push(sentence.start as u32..end as u32);
        *sentence = Sentence::starting(end);
    }

    /// The frames among the sentences that share pairs.
    pub fn frames(&self, walk: Walk, passages: &[Passage]) -> Vec<Frame> {
        let mut beside = Beside::default();
        let sentence = |number: u32| {
            let Range { start, end } = self.sentences[number as usize];
            start as usize..end as usize
        };
        let best = |(number, met): &(u32, Met)| {
            let second = sentence(*number);
            beside.take(walk, second.clone());
            let earlier = met.iter().filter(|met| met.1 > 1).map(|met| sentence(met.0));
            let frames = earlier.filter_map(|first| frame(walk, &mut beside, &first, &second, passages));
            frames.max_by_key(|found| found.0).map(|found| found.1)
        };
        self.candidates.iter().filter_map(best).collect()
    }
}

/// The frame of two sentences, and what it is worth. `beside` has the second.
fn frame(
    walk: Walk,
    beside: &mut Beside,
    first: &Range<usize>,
    second: &Range<usize>,
    passages: &[Passage],
) -> Option<(i32, Frame)> {
    let row = beside.best_row(walk, first.clone())?;
    if row.worth < WORTH || row.words < WORDS || row.telling < 3 || row.rare < RARE {
        return None;
    }
    let frame = Frame {
        first: walk.span(row.first.0, row.first.1),
        second: walk.span(row.second.0, row.second.1),
        shared: row.words,
    };
    // “We will fight… We will fight…” is meant.
    let neighbours =
        second.start == first.end && walk.starts_sentence(row.first.0) && walk.starts_sentence(row.second.0);
    (!neighbours && !is_passage(&frame, passages)).then_some((row.worth, frame))
}

/// Whether a passage that is known already is most of the frame.
fn is_passage(frame: &Frame, passages: &[Passage]) -> bool {
    let after = passages.partition_point(|p| p.places[1].start < frame.second.end);
    passages[..after].iter().rev().take(3).any(|p| {
        let place = p.places[1];
        let shared = place.end.min(frame.second.end).saturating_sub(place.start.max(frame.second.start));
        shared as usize * 2 > frame.second.len()
    })
}
