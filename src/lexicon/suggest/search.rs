//! All words within a few slips of a form. Those within one are found by trying every slip; those
//! further away by walking the tree of words with the edit distance's table: a branch is left as
//! soon as no word on it can be near enough.

use fst::raw::{CompiledAddr, Fst, Output};

use crate::lexicon::forms;
use crate::lexicon::layout::Stored;

/// Forms with more bytes than this get no suggestions.
pub const LONGEST: usize = 40;

/// Calls `found` with each word that is one slip away: a letter dropped, added, changed, or two
/// swapped. Words may come twice.
pub fn next_to(form: &str, found: &mut dyn FnMut(&str, Stored)) {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz'";
    let form = form.as_bytes();
    let len = form.len();
    if len == 0 || len > LONGEST {
        return;
    }
    let mut buffer = [0u8; LONGEST + 1];
    let mut attempt = |word: &[u8]| {
        if forms::knowledge(word).is_some()
            && let Ok(word) = str::from_utf8(word)
            && let Some(stored) = forms::stored(word)
        {
            found(word, stored);
        }
    };
    for at in 0..=len {
        // With a letter more, with another letter.
        buffer[..at].copy_from_slice(&form[..at]);
        buffer[at + 1..=len].copy_from_slice(&form[at..]);
        for &letter in LETTERS {
            buffer[at] = letter;
            attempt(&buffer[..=len]);
        }
        if at == len {
            break;
        }
        buffer[..len].copy_from_slice(form);
        for &letter in LETTERS.iter().filter(|l| **l != form[at]) {
            buffer[at] = letter;
            attempt(&buffer[..len]);
        }
        // With a letter less, with two swapped.
        buffer[at..len - 1].copy_from_slice(&form[at + 1..]);
        attempt(&buffer[..len - 1]);
        if at + 1 < len && form[at] != form[at + 1] {
            buffer[..len].copy_from_slice(form);
            buffer.swap(at, at + 1);
            attempt(&buffer[..len]);
        }
    }
}

/// Calls `found` with each word within `most` slips of `form` that begins as it does, and how many
/// they are.
pub fn near(form: &str, most: u8, found: &mut dyn FnMut(&str, Stored, u8)) {
    let bytes = form.as_bytes();
    if bytes.is_empty() || bytes.len() > LONGEST {
        return;
    }
    let fst = forms::ordered().as_fst();
    let mut places = [0; 256];
    for (at, letter) in bytes.iter().enumerate() {
        places[*letter as usize] |= 1 << at;
    }
    let mut start = [0; ROWS];
    for (slips, row) in start.iter_mut().enumerate() {
        *row = (2 << slips) - 1;
    }
    let mut walk = Walk { fst, form: bytes, places, most: most.min(MOST_SLIPS), path: Vec::with_capacity(LONGEST + 4) };
    walk.step(fst.root().addr(), Output::zero(), &start, &[0; ROWS], found);
}

/// The most slips that can be looked for.
pub const MOST_SLIPS: u8 = 3;

/// For each number of slips, how much of the form may be behind us: bit *j* of row *e* is set if
/// the path can be made from the first *j* letters of the form by at most *e* slips.
type State = [u64; ROWS];
const ROWS: usize = MOST_SLIPS as usize + 1;

struct Walk<'a> {
    fst: &'a Fst<&'static [u8]>,
    form: &'a [u8],
    /// For each letter, where it stands in the form.
    places: [u64; 256],
    most: u8,
    /// The letters down to the node.
    path: Vec<u8>,
}

impl Walk<'_> {
    fn step(
        &mut self,
        node: CompiledAddr,
        output: Output,
        state: &State,
        before: &State,
        found: &mut dyn FnMut(&str, Stored, u8),
    ) {
        let node = self.fst.node(node);
        if node.is_final()
            && let Some(slips) = (0..=self.most).find(|e| state[*e as usize] >> self.form.len() & 1 == 1)
            && let Ok(word) = str::from_utf8(&self.path)
        {
            found(word, Stored::unpack(output.cat(node.final_output()).value()), slips);
        }
        // Slips come spread over a word.
        let most = self.most.min(1 + (self.path.len() as u8).div_ceil(2)) as usize;
        for transition in node.transitions() {
            let letter = transition.inp;
            // People get the first letter right.
            if self.path.is_empty() && letter != self.form[0] && Some(&letter) != self.form.get(1) {
                continue;
            }
            let next = self.next(letter, state, before);
            if next[most] != 0 {
                self.path.push(letter);
                self.step(transition.addr, output.cat(transition.out), &next, state, found);
                self.path.pop();
            }
        }
    }

    /// The state after one more letter; `before` is the state before the last one.
    fn next(&self, letter: u8, state: &State, before: &State) -> State {
        let here = self.places[letter as usize];
        let swapped = self.path.last().map_or(0, |last| here & self.places[*last as usize] >> 1);
        // No row goes further than the form.
        let all = (2 << self.form.len()) - 1;
        let mut next = [0; ROWS];
        next[0] = (state[0] & here) << 1;
        for e in 1..ROWS {
            let changed = state[e - 1] << 1 | (before[e - 1] & swapped) << 2;
            next[e] = ((state[e] & here) << 1 | state[e - 1] | changed | next[e - 1] << 1) & all;
        }
        next
    }
}
