//! Two sentences side by side: the best row of words that both have in the same order. A rare word
//! counts much, one that the article is about hardly anything, a name little, and a word between that
//! is not shared takes something away.

use std::cmp::Reverse;
use std::ops::Range;

use super::walk::Walk;
use crate::evidence::roots::Root;

/// What a row must be worth, and how many words it must have.
pub const WORTH: i32 = 17;
pub const WORDS: usize = 4;
/// So many of them must be worth so much.
pub const RARE: usize = 2;
const RARE_WORTH: i32 = 5;
/// The most words of a sentence that are looked at.
const LONGEST: usize = 48;

/// A sentence that others are laid beside.
#[derive(Default)]
pub struct Beside {
    items: Vec<Item>,
    /// A bit for each root, so that most words of another sentence are known not to be shared.
    bits: u64,
    shared: Vec<Shared>,
}

/// The best row of two sentences.
pub struct Row {
    pub worth: i32,
    pub words: usize,
    /// How many are neither names nor words that only hold others together.
    pub telling: usize,
    pub rare: usize,
    /// The first and last token in each sentence.
    pub first: (usize, usize),
    pub second: (usize, usize),
}

/// A word of a sentence.
#[derive(Clone, Copy)]
struct Item {
    token: usize,
    root: u32,
    worth: i32,
}

/// A word that both sentences have.
struct Shared {
    /// Its numbers in the two sentences, and its tokens.
    numbers: [usize; 2],
    tokens: [usize; 2],
    worth: i32,
    telling: bool,
    rare: bool,
    /// The best row that ends with it: what it is worth, and the word before it.
    row: i32,
    before: Option<usize>,
}

impl Beside {
    pub fn take(&mut self, walk: Walk, sentence: Range<usize>) {
        self.items.clear();
        self.items.extend(items(walk, sentence));
        self.bits = self.items.iter().fold(0, |bits, item| bits | bit(item.root));
    }

    /// The best row of an earlier sentence and this one, if they share enough words to make one.
    pub fn best_row(&mut self, walk: Walk, earlier: Range<usize>) -> Option<Row> {
        self.share(walk, earlier);
        let mut best = 0;
        for at in 0..self.shared.len() {
            (self.shared[at].row, self.shared[at].before) = self.row_to(at);
            if self.shared[at].row > self.shared[best].row {
                best = at;
            }
        }
        let last = self.shared.get(best)?;
        let row = || std::iter::successors(Some(last), |shared| shared.before.map(|before| &self.shared[before]));
        let first = row().last()?;
        Some(Row {
            worth: last.row,
            words: row().count(),
            telling: row().filter(|shared| shared.telling).count(),
            rare: row().filter(|shared| shared.rare).count(),
            first: (first.tokens[0], last.tokens[0]),
            second: (first.tokens[1], last.tokens[1]),
        })
    }

    /// Finds the words that both sentences have; none if no row of them can be long and rare enough.
    fn share(&mut self, walk: Walk, earlier: Range<usize>) {
        self.shared.clear();
        let mut most = 0;
        for (i, item) in items(walk, earlier).enumerate().filter(|(_, item)| self.bits & bit(item.root) != 0) {
            let mut here = self.items.iter().enumerate().filter(|(_, other)| other.root == item.root).peekable();
            if here.peek().is_none() {
                continue;
            }
            let worth = item.worth_as(walk.is_telling(item.token));
            most += worth;
            for (j, other) in here {
                let telling = walk.is_telling(other.token);
                let other_worth = other.worth_as(telling);
                self.shared.push(Shared {
                    numbers: [i, j],
                    tokens: [item.token, other.token],
                    worth: worth.min(other_worth),
                    telling,
                    rare: other_worth >= RARE_WORTH,
                    row: 0,
                    before: None,
                });
            }
        }
        if most < WORTH || self.shared.len() < WORDS {
            self.shared.clear();
        }
    }

    /// The best row that ends with a shared word.
    fn row_to(&self, at: usize) -> (i32, Option<usize>) {
        let to = &self.shared[at];
        // A step to the next word of one sentence or of both costs one.
        let cost = |from: &Shared| {
            let apart = |side: usize| (to.numbers[side] - from.numbers[side] - 1) as i32;
            apart(0).max(apart(1))
        };
        let precedes = |from: &Shared| from.numbers[0] < to.numbers[0] && from.numbers[1] < to.numbers[1];
        let before = self.shared[..at].iter().enumerate().filter(|(_, from)| precedes(from));
        let best = before.map(|(number, from)| (from.row - cost(from), Reverse(cost(from)), number)).max();
        match best {
            Some((row, _, before)) if row > 0 => (row + to.worth, Some(before)),
            _ => (to.worth, None),
        }
    }
}

impl Item {
    /// A name is worth little.
    fn worth_as(&self, telling: bool) -> i32 {
        if telling { self.worth } else { self.worth.min(2) }
    }
}

/// The words of a sentence that do more than hold others together.
fn items(walk: Walk, sentence: Range<usize>) -> impl Iterator<Item = Item> {
    let words = sentence.map(move |token| (token, walk.root(token))).filter(|(_, root)| root.root != 0);
    words.map(|(token, Root { root, count, .. })| Item { token, root, worth: worth(count) }).take(LONGEST)
}

fn bit(root: u32) -> u64 {
    1 << (root >> 26)
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
