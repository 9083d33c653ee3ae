//! Rows of words that stand in two places or more.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Passage;
use super::walk::Walk;
use crate::evidence::Quotations;
use crate::evidence::roots::Root;

/// So many words make a shingle, and so many of them must tell something.
const SHINGLE: usize = 4;
const TELLING: u32 = 2;
/// The most shingles that the table remembers.
const MOST: usize = 1 << 16;

/// The least that two places must share to be kept at all; rules ask for more.
const LEAST_WORDS: usize = 5;
const LEAST_TELLING: usize = 2;

/// The search for passages, block by block.
pub struct Search<'w> {
    walk: Walk<'w>,
    quotations: &'w Quotations,
    /// By a shingle's hash: where it stood last.
    table: Vec<Stood>,
    passages: Vec<Passage>,
    /// Places of passages by where they start, as numbers of tokens, with the passage's number.
    places: Vec<(Range<usize>, usize)>,
    /// By the hash of a passage's words: its number.
    by_text: FxHashMap<u32, usize>,
    /// Up to this token repeats have been followed.
    done: usize,
}

/// The last words that have been met.
#[derive(Default)]
pub struct Shingle {
    /// Two bits a word, the last one's lowest: there is one, and it tells something.
    words: usize,
    /// The hashes of the last word, the last two and the last three.
    hashes: [u32; SHINGLE - 1],
}

impl Shingle {
    /// Goes past a word that stands nowhere else: no shingle with it does.
    #[inline]
    pub fn pass(&mut self) {
        self.words = 0;
    }

    /// Takes the next word; gives the shingle's hash if it has enough words, and enough that tell
    /// something.
    #[inline]
    pub fn take(&mut self, root: Root) -> Option<u32> {
        const KNOWN: usize = 1 << (2 * SHINGLE);
        /// By the bits of the words.
        const ENOUGH: [bool; KNOWN] = {
            let mut enough = [false; KNOWN];
            let mut bits = 0;
            while bits < KNOWN {
                let (are, tell) = (bits & 0b1010_1010, bits & 0b0101_0101);
                enough[bits] = are == 0b1010_1010 && tell.count_ones() >= TELLING;
                bits += 1;
            }
            enough
        };
        self.words = (self.words << 2 | 0b10 | usize::from(root.root != 0)) & (KNOWN - 1);
        let [one, two, three] = self.hashes;
        self.hashes = [mix(0, root.form), mix(one, root.form), mix(two, root.form)];
        ENOUGH[self.words].then(|| mix(three, root.form))
    }
}

/// Where a shingle stood last. In a long text most slots are taken by another shingle: its hash
/// tells, at less cost than a look at its words.
#[derive(Clone, Copy, Default)]
struct Stood {
    key: u32,
    /// The token that it ended with, plus one; 0 for an empty slot.
    token: u32,
}

/// Two rows of words, from the first to the last token of each.
#[derive(Clone, Copy)]
struct Pair {
    first: (usize, usize),
    second: (usize, usize),
    words: usize,
    changes: usize,
}

impl<'w> Search<'w> {
    pub fn new(walk: Walk<'w>, quotations: &'w Quotations) -> Search<'w> {
        let slots = (walk.words.tokens.len() * 2).next_power_of_two().clamp(64, MOST);
        Search {
            walk,
            quotations,
            table: vec![Stood::default(); slots],
            passages: Vec::new(),
            places: Vec::new(),
            by_text: FxHashMap::default(),
            done: 0,
        }
    }

    /// Remembers that a shingle ends at this token, and follows it if it stood in another place.
    #[inline]
    pub fn take(&mut self, key: u32, token: usize, block: &Range<usize>) {
        let slot = (key >> 8) as usize & (self.table.len() - 1);
        let before = std::mem::replace(&mut self.table[slot], Stood { key, token: token as u32 + 1 });
        if before.key == key && before.token > 0 && token >= self.done {
            self.follow(before.token as usize - 1, token, block.clone());
        }
    }

    pub fn passages(self) -> Vec<Passage> {
        self.passages
    }

    /// Lays the place of the shingle that ended at `before` beside the one that ends at `token`.
    fn follow(&mut self, before: usize, token: usize, block: Range<usize>) {
        if self.walk.root(before).form != self.walk.root(token).form {
            return;
        }
        let other = self.walk.block_around(before);
        let mut pair = Pair { first: (before, before), second: (token, token), words: SHINGLE, changes: 0 };
        for _ in 1..SHINGLE {
            let words = (self.walk.prev(pair.first.0, other.start), self.walk.prev(pair.second.0, block.start));
            match words {
                (Some((a, x)), Some((b, y))) if x.form == y.form => (pair.first.0, pair.second.0) = (a, b),
                _ => return,
            }
        }
        if pair.second.0 < self.done || pair.first.1 >= pair.second.0 {
            return;
        }
        self.forwards(&mut pair, other.end, block.end);
        self.backwards(&mut pair, other.start, block.start);
        self.done = pair.second.1 + 1;
        self.keep(pair, other, block);
    }

    fn forwards(&self, pair: &mut Pair, first_end: usize, second_end: usize) {
        // The first place must not run into the second.
        let first_end = first_end.min(pair.second.0);
        let next = |(a, b): (usize, usize)| {
            let (a, x) = self.walk.next(a, first_end)?;
            let (b, y) = self.walk.next(b, second_end)?;
            Some((a, b, x.form == y.form))
        };
        extend(
            pair,
            |pair| (pair.first.1 + 1, pair.second.1 + 1),
            next,
            |at| at + 1,
            |pair, a, b| {
                pair.first.1 = a;
                pair.second.1 = b;
            },
        );
    }

    fn backwards(&self, pair: &mut Pair, first_start: usize, second_start: usize) {
        let second_start = second_start.max(pair.first.1 + 1).max(self.done);
        let prev = |(a, b): (usize, usize)| {
            let (a, x) = self.walk.prev(a, first_start)?;
            let (b, y) = self.walk.prev(b, second_start)?;
            Some((a, b, x.form == y.form))
        };
        extend(
            pair,
            |pair| (pair.first.0, pair.second.0),
            prev,
            |at| at,
            |pair, a, b| {
                pair.first.0 = a;
                pair.second.0 = b;
            },
        );
    }

    fn keep(&mut self, mut pair: Pair, other: Range<usize>, block: Range<usize>) {
        // “…of the” at the end tells nothing, unless a sentence ends so: “…and it was for her.”
        let ends = self.walk.ends_sentence(pair.second.1, block.end);
        while !ends && pair.words > LEAST_WORDS && self.walk.root(pair.second.1).root == 0 {
            let (Some((a, x)), Some((b, y))) =
                (self.walk.prev(pair.first.1, pair.first.0), self.walk.prev(pair.second.1, pair.second.0))
            else {
                break;
            };
            if x.form != y.form {
                break;
            }
            pair.first.1 = a;
            pair.second.1 = b;
            pair.words -= 1;
        }
        let words = pair.second.0..=pair.second.1;
        let telling = words.clone().filter(|&i| self.walk.is_telling(i)).count();
        if pair.words < LEAST_WORDS || telling < LEAST_TELLING {
            return;
        }
        let places = [self.walk.span(pair.first.0, pair.first.1), self.walk.span(pair.second.0, pair.second.1)];
        let text = self.text(pair.second);
        let known = self.known(&(pair.first.0..pair.first.1 + 1)).or_else(|| self.by_text.get(&text).copied());
        let number = known.unwrap_or(self.passages.len());
        self.places.push((pair.second.0..pair.second.1 + 1, number));
        if let Some(known) = known {
            for place in places {
                self.passages[known].add(place);
            }
            return;
        }
        self.by_text.insert(text, number);
        let whole = |(from, to), end| self.walk.starts_sentence(from) && self.walk.ends_sentence(to, end);
        let sentences = match whole(pair.first, other.end) && whole(pair.second, block.end) {
            true => words.clone().filter(|i| self.walk.starts_sentence(*i)).count().max(1),
            false => 0,
        };
        let rare = |i: &usize| self.walk.is_telling(*i) && self.walk.root(*i).count <= 3;
        self.passages.push(Passage {
            places: places.to_vec(),
            count: 2,
            words: pair.words,
            telling,
            rare: words.filter(rare).count(),
            changes: pair.changes,
            sentences,
            quoted: places.iter().filter(|s| self.quotations.contains(**s)).count(),
            end: places[1].end,
        });
    }

    /// The hash of these words.
    fn text(&self, (from, to): (usize, usize)) -> u32 {
        (from..=to).map(|i| self.walk.root(i).form).filter(|form| *form != 0).fold(0, mix)
    }

    /// The passage of which this is most of a place already.
    fn known(&self, range: &Range<usize>) -> Option<usize> {
        let after = self.places.partition_point(|(place, _)| place.start < range.end);
        let (place, number) = self.places[..after].last()?;
        let shared = place.end.min(range.end).saturating_sub(place.start.max(range.start));
        (shared * 4 >= place.len().max(range.len()) * 3).then_some(*number)
    }
}

fn mix(key: u32, form: u32) -> u32 {
    (key.rotate_left(7) ^ form).wrapping_mul(0x9E37_79B1)
}

/// Goes on as long as the words agree. A word that differs, or that only one place has, is allowed
/// for every five that agree, if two agree after it.
fn extend(
    pair: &mut Pair,
    start: impl Fn(&Pair) -> (usize, usize),
    step: impl Fn((usize, usize)) -> Option<(usize, usize, bool)>,
    past: impl Fn(usize) -> usize,
    take: impl Fn(&mut Pair, usize, usize),
) {
    let mut at = start(pair);
    loop {
        let Some((a, b, same)) = step(at) else { return };
        if same {
            take(pair, a, b);
            pair.words += 1;
            at = (past(a), past(b));
            continue;
        }
        if (pair.changes + 1) * 5 > pair.words + 1 {
            return;
        }
        let agrees = |from: (usize, usize)| {
            let (a, b, same) = step(from)?;
            let (_, _, again) = step((past(a), past(b)))?;
            (same && again).then_some(from)
        };
        // Another word in its place, or one more in either.
        let ways = [(past(a), past(b)), (past(a), at.1), (at.0, past(b))];
        let Some(next) = ways.into_iter().find_map(agrees) else { return };
        pair.changes += 1;
        at = next;
    }
}
