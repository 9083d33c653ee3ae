//! All words within a few slips of a form, found by walking the tree of words with the edit
//! distance's table: a branch is left as soon as no word on it can be near enough. Most of the walk
//! is along branches that have used up their slips; there only the letters of the form can follow.

use fst::raw::{CompiledAddr, Fst, Output, Transition};

use super::slips::may_begin_alike;
use crate::lexicon::forms;
use crate::lexicon::layout::Stored;

/// Forms with more bytes than this get no suggestions.
pub const LONGEST: usize = 40;

/// Calls `found` with each word within `most` slips of `form`, and how many they are. If they are several,
/// it begins as the form does.
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
        let most = self.most.min(1 + (self.path.len() as u8 + 1) / self.most) as usize;
        let mut follow = |transition: Transition, walk: &mut Self| {
            let next = walk.next(transition.inp, state, before);
            if next[most] != 0 {
                walk.path.push(transition.inp);
                walk.step(transition.addr, output.cat(transition.out), &next, state, found);
                walk.path.pop();
            }
        };
        if state[most - 1] != 0 {
            // There is room for a slip: any letter may come.
            for transition in node.transitions() {
                if !self.path.is_empty() || self.may_begin(transition.inp) {
                    follow(transition, self);
                }
            }
            return;
        }
        // Else only a letter of the form, at one of the few places where we may be.
        let mut places = state[most] | before[most - 1];
        let mut tried = [0; ROWS * 2];
        let mut count = 0;
        while places != 0 {
            let Some(&letter) = self.form.get(places.trailing_zeros() as usize) else { break };
            places &= places - 1;
            if tried[..count].contains(&letter) {
                continue;
            }
            if count < tried.len() {
                tried[count] = letter;
                count += 1;
            }
            if let Some(at) = node.find_input(letter) {
                follow(node.transition(at), self);
            }
        }
    }

    /// People get the first letter right or write another that sounds like it, or make no other slip.
    fn may_begin(&self, letter: u8) -> bool {
        let first = self.form[0];
        self.most == 1 || letter == first || Some(&letter) == self.form.get(1) || may_begin_alike(first, letter)
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
