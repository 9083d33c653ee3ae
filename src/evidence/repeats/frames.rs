//! Sentences of one pattern: “The inclusion of … is particularly noteworthy.” twice.
//!
//! Pairs of telling words that stand near each other in a sentence are remembered with the
//! sentence. One that shares two such pairs with an earlier sentence is laid beside it, and the best
//! row of words that both have in the same order is found: a rare word counts much, one that the
//! article is about hardly anything, a name little, and a word between that is not shared takes
//! something away.

use std::ops::Range;

use super::walk::Walk;
use super::{Frame, Passage};
use crate::evidence::roots::Root;
use crate::text::TokenFlags;

/// Words that stand more often are what the article is about: they make no pairs.
const COMMON: u32 = 24;
/// So far apart may the two words of a pair be, in telling words.
const REACH: usize = 3;
/// The most words of a sentence that are looked at.
const LONGEST: usize = 48;
/// What a row must be worth, and how many words it must have.
const WORTH: i32 = 17;
const WORDS: usize = 4;
/// So many of them must be worth so much.
const RARE: usize = 2;
const RARE_WORTH: i32 = 5;

/// A word of a sentence: its token, its root, what it is worth, and whether it is no name.
#[derive(Clone, Copy)]
struct Item {
    token: usize,
    root: u32,
    worth: i32,
    telling: bool,
}

pub fn gather(walk: &Walk, passages: &[Passage]) -> Vec<Frame> {
    const MOST: usize = 1 << 15;
    let slots = (walk.words.tokens.len() * 2).next_power_of_two().clamp(64, MOST);
    let mut search = Search {
        walk: *walk,
        paired: walk.by_entry(paired),
        passages,
        table: vec![0; slots],
        sentences: std::iter::once(0..0).collect(),
        frames: Vec::new(),
    };
    for block in walk.blocks() {
        let mut from = block.start;
        for sentence in walk.words.tokens[block].chunk_by(|_, next| !next.flags.contains(TokenFlags::SENTENCE)) {
            search.sentence(from..from + sentence.len());
            from += sentence.len();
        }
    }
    search.frames
}

struct Search<'w> {
    walk: Walk<'w>,
    /// By entry: the roots that make pairs.
    paired: Vec<u32>,
    passages: &'w [Passage],
    /// By the hash of a pair: the sentence where it stood last.
    table: Vec<u32>,
    /// By number, the tokens; the first stands for no sentence.
    sentences: Vec<Range<usize>>,
    frames: Vec<Frame>,
}

const COMMON_ROOT: u32 = 1;
const ONCE: u32 = 0;

/// The root that makes pairs. One that comes too often is passed over; one that comes once makes no
/// pair that comes again.
fn paired(root: &Root) -> u32 {
    match root.count {
        count if count > COMMON => COMMON_ROOT,
        _ if root.may_repeat() => root.root,
        _ => ONCE,
    }
}

impl Search<'_> {
    fn sentence(&mut self, tokens: Range<usize>) {
        let number = self.sentences.len() as u32;
        self.sentences.push(tokens.clone());
        // An earlier sentence, and in how many pairs it was met.
        let mut votes = [(0u32, 0u32); 4];
        let mut near = [ONCE; REACH];
        for token in &self.walk.words.tokens[tokens.clone()] {
            let root = self.paired[token.entry.0 as usize];
            if root == COMMON_ROOT {
                continue;
            }
            for before in near.into_iter().filter(|before| *before != ONCE && root != ONCE) {
                let key = (before.rotate_left(9) ^ root).wrapping_mul(0x9E37_79B1);
                let slot = (key >> 7) as usize & (self.table.len() - 1);
                let earlier = std::mem::replace(&mut self.table[slot], number);
                if earlier != 0 && earlier != number {
                    vote(&mut votes, earlier);
                }
            }
            near = [near[1], near[2], root];
        }
        if votes.iter().all(|v| v.1 < 2) {
            return;
        }
        let own = self.bits(&tokens);
        let alike = |s: &&Range<usize>| {
            let [all, rare] = self.bits(s);
            (all & own[0]).count_ones() as usize >= WORDS && (rare & own[1]).count_ones() as usize >= RARE
        };
        let mut met = votes.iter().filter(|v| v.1 > 1).map(|v| &self.sentences[v.0 as usize]).filter(alike).peekable();
        if met.peek().is_none() {
            return;
        }
        let second = self.items(tokens.clone());
        let frames = met.filter_map(|earlier| self.compare(earlier.clone(), tokens.clone(), &second));
        let best = frames.max_by_key(|f| f.0);
        self.frames.extend(best.map(|f| f.1));
    }

    /// A bit for each root of a sentence, and for each rare one: two that share few bits share few
    /// words.
    fn bits(&self, tokens: &Range<usize>) -> [u128; 2] {
        let roots = tokens.clone().map(|token| self.walk.root(token)).filter(|root| root.root != 0);
        roots.fold([0; 2], |[all, rare], Root { root, count, .. }| {
            let bit = 1 << (root >> 25);
            [all | bit, if worth(count) >= RARE_WORTH { rare | bit } else { rare }]
        })
    }

    /// The frame of two sentences, and what it is worth.
    fn compare(&self, first: Range<usize>, second: Range<usize>, b: &[Item]) -> Option<(i32, Frame)> {
        let a = self.items(first.clone());
        // No row is worth more than all that is shared.
        let shared = |item: &&Item| b.iter().any(|other| other.root == item.root);
        if a.iter().filter(shared).map(|item| item.worth).sum::<i32>() < WORTH {
            return None;
        }
        let row = best_row(&a, b)?;
        let telling = row.pairs.iter().filter(|(_, j)| b[*j].telling).count();
        let rare = row.pairs.iter().filter(|(_, j)| b[*j].worth >= RARE_WORTH).count();
        if row.worth < WORTH || row.pairs.len() < WORDS || telling < 3 || rare < RARE {
            return None;
        }
        let (from, to) = (row.pairs[0], row.pairs[row.pairs.len() - 1]);
        let frame = Frame {
            first: self.walk.span(a[from.0].token, a[to.0].token),
            second: self.walk.span(b[from.1].token, b[to.1].token),
            shared: row.pairs.len(),
        };
        // “We will fight… We will fight…” is meant.
        let neighbours = second.start == first.end
            && self.walk.starts_sentence(a[from.0].token)
            && self.walk.starts_sentence(b[from.1].token);
        (!neighbours && !self.is_passage(&frame)).then_some((row.worth, frame))
    }

    fn items(&self, tokens: Range<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        for token in tokens {
            let Root { root, count, .. } = self.walk.root(token);
            if root != 0 && items.len() < LONGEST {
                let telling = self.walk.is_telling(token);
                let worth = worth(count);
                items.push(Item { token, root, worth: if telling { worth } else { worth.min(2) }, telling });
            }
        }
        items
    }

    /// Whether a passage that is known already is most of the frame.
    fn is_passage(&self, frame: &Frame) -> bool {
        let after = self.passages.partition_point(|p| p.places[1].start < frame.second.end);
        self.passages[..after].iter().rev().take(3).any(|p| {
            let place = p.places[1];
            let shared = place.end.min(frame.second.end).saturating_sub(place.start.max(frame.second.start));
            shared as usize * 2 > frame.second.len()
        })
    }
}

/// What a word is worth that stands so often.
fn worth(count: u32) -> i32 {
    match count {
        0..=2 => 8,
        3 | 4 => 7,
        5..=8 => 5,
        9..=16 => 3,
        _ => 1,
    }
}

fn vote(votes: &mut [(u32, u32); 4], sentence: u32) {
    if let Some(vote) = votes.iter_mut().find(|v| v.0 == sentence) {
        vote.1 += 1;
    } else if let Some(vote) = votes.iter_mut().find(|v| v.0 == 0) {
        *vote = (sentence, 1);
    } else if let Some(vote) = votes.iter_mut().find(|v| v.1 == 1) {
        *vote = (sentence, 1);
    }
}

struct Row {
    worth: i32,
    /// The words of the row, by their numbers in the two sentences.
    pairs: Vec<(usize, usize)>,
}

/// The row of words that both have in the same order and that is worth most.
fn best_row(a: &[Item], b: &[Item]) -> Option<Row> {
    let width = b.len() + 1;
    let mut worth = vec![0i32; (a.len() + 1) * width];
    let (mut best, mut end) = (0, 0);
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let at = i * width + j;
            let same = a[i - 1].root == b[j - 1].root;
            let step = if same { a[i - 1].worth.min(b[j - 1].worth) } else { -1 };
            let value = (worth[at - width - 1] + step).max(worth[at - width] - 1).max(worth[at - 1] - 1).max(0);
            worth[at] = value;
            if value > best {
                (best, end) = (value, at);
            }
        }
    }
    if best == 0 {
        return None;
    }
    let mut pairs = Vec::new();
    let mut at = end;
    while worth[at] > 0 {
        let (i, j) = (at / width, at % width);
        let same = a[i - 1].root == b[j - 1].root;
        if same && worth[at] == worth[at - width - 1] + a[i - 1].worth.min(b[j - 1].worth) {
            pairs.push((i - 1, j - 1));
            at -= width + 1;
        } else if worth[at] == worth[at - width - 1] - 1 {
            at -= width + 1;
        } else if worth[at] == worth[at - width] - 1 {
            at -= width;
        } else {
            at -= 1;
        }
    }
    pairs.reverse();
    Some(Row { worth: best, pairs })
}
