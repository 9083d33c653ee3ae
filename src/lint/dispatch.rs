//! Which rule looks at which token. Everything that can be decided once is: per rule when the
//! linter is made, per distinct word when an article has been read, per kind of block when one is
//! first met. What is left for each token is to combine three sets.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};

use rustc_hash::FxHashMap;

use crate::diagnostic::Diagnostic;
use crate::lexicon::{Memory, Traits};
use crate::reading::{At, Reading};
use crate::registry::{Phrases, Rule, Rules};
use crate::rule::phrase::{self, Glance, Glances};
use crate::rule::{Page, Report, Run, Wake};
use crate::text::{Block, EntryId, Kind, Token, TokenFlags};

/// The longest word that a check may name, in bytes.
const LONGEST_WORD: usize = 16;

/// A set of token checks, one bit each.
type Set = u128;

type TokenCheck = fn(At, &mut Report);

pub struct Dispatch {
    rules: Vec<Rule>,
    phrases: Phrases,
    /// The token checks, with the numbers of their rules.
    token: Vec<(usize, TokenCheck)>,
    by_kind: [Set; Kind::COUNT],
    by_flags: Box<[Set; 256]>,
    by_trait: Box<[Set; 64]>,
    /// The words that checks name, in lower case, each with what it wakes.
    by_word: FxHashMap<&'static [u8], Set>,
    /// No two of a run have the same.
    number: u32,
}

/// What a distinct form wakes.
#[derive(Clone, Copy)]
struct Woken {
    /// The number of the set of checks, in the list of these sets.
    set: u32,
    /// The key of the phrases that are looked up by it; 0 for nearly all.
    key: u16,
    /// What it shows to the phrases that may stand beside it.
    glance: Glance,
}

impl Woken {
    const NOTHING: Woken = Woken { set: 0, key: 0, glance: Glance::NOTHING };
}

/// The sets that forms wake: there are few, so that what is looked at for each word stays in the
/// cache.
struct Sets {
    /// The number of the dispatch that they are of.
    dispatch: u32,
    sets: Vec<Set>,
    numbers: FxHashMap<Set, u32>,
}

thread_local! {
    static SETS: Cell<Option<Sets>> = const { Cell::new(None) };
    static WOKEN: Cell<Memory<Woken>> = const { Cell::new(Memory::EMPTY) };
}

impl Dispatch {
    pub fn new(Rules { rules, phrases, .. }: Rules) -> Dispatch {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let mut dispatch = Dispatch {
            rules,
            phrases,
            token: Vec::new(),
            by_kind: [0; Kind::COUNT],
            by_flags: Box::new([0; 256]),
            by_trait: Box::new([0; 64]),
            by_word: FxHashMap::default(),
            number: MADE.fetch_add(1, Ordering::Relaxed),
        };
        let mut wakes: Vec<Wake> = Vec::new();
        for (number, rule) in dispatch.rules.iter().enumerate() {
            if let Some(Run::Token(wake, run)) = rule.run() {
                assert!(dispatch.token.len() < Set::BITS as usize, "more token checks than a set holds");
                dispatch.token.push((number, run));
                wakes.push(wake);
            }
        }
        for (i, wake) in wakes.iter().enumerate() {
            for (kind, set) in dispatch.by_kind.iter_mut().enumerate() {
                *set |= Set::from(wake.kinds.has_number(kind)) << i;
            }
            for word in wake.words {
                assert!(word.len() <= LONGEST_WORD && !word.bytes().any(|b| b.is_ascii_uppercase()), "“{word}”");
                *dispatch.by_word.entry(word.as_bytes()).or_default() |= 1 << i;
            }
            for (bit, set) in dispatch.by_trait.iter_mut().enumerate() {
                *set |= Set::from(wake.traits.bits() >> bit & 1 != 0) << i;
            }
            for (flags, set) in dispatch.by_flags.iter_mut().enumerate() {
                *set |= Set::from(wake.flags.intersects(TokenFlags::from_bits_retain(flags as u8))) << i;
            }
        }
        dispatch
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Runs every rule over some articles, and gives what each finds in each. One rule reads them all
    /// before the next does: the rules' code is far larger than what a processor keeps at hand, and to
    /// fetch it anew for every short article takes longer than to run it.
    pub fn run(&self, readings: &[Reading]) -> Vec<Vec<Diagnostic>> {
        let mut found: Vec<Vec<Diagnostic>> = readings.iter().map(|reading| self.run_tokens(reading)).collect();
        for rule in &self.rules {
            let Some(run) = rule.run() else { continue };
            for (reading, found) in readings.iter().zip(&mut found) {
                let report = &mut Report::new(rule.page(), reading, found);
                match run {
                    Run::Article(run) => run(reading, report),
                    Run::Block(run) => {
                        for block in reading.blocks().filter(|b| rule.page().scope.admits(&b.as_copy())) {
                            run(block, report);
                        }
                    }
                    Run::Token(..) => {}
                }
            }
        }
        found
    }

    fn run_tokens(&self, reading: &Reading) -> Vec<Diagnostic> {
        let found = &mut Vec::new();
        let (by_entry, sets) = self.woken_by_entries(reading);
        let glance = |token: &Token| match token.entry {
            EntryId::NONE => Glances::of_mark(reading.text(token)),
            EntryId(entry) => by_entry[entry as usize].glance.into(),
        };
        let mut admitted = FxHashMap::default();
        for block in reading.blocks() {
            let range = reading.range(block.number);
            let block = block.as_copy();
            let admitted: Set = *admitted.entry((block.kind, block.flags)).or_insert_with(|| self.admitted(&block));
            for index in range.clone() {
                let token = &reading.tokens[index];
                let Woken { set, key, .. } = by_entry[token.entry.0 as usize];
                let woken = self.by_kind[token.kind as usize] | self.by_flags[token.flags.bits() as usize];
                let mut left = (woken | sets.sets[set as usize]) & admitted;
                while left != 0 {
                    let check = left.trailing_zeros() as usize;
                    left &= left - 1;
                    let (rule, run) = self.token[check];
                    let mut report = Report::new(self.rules[rule].page(), reading, found);
                    run(At::within(reading, index, &range), &mut report);
                }
                if key != 0 {
                    let at = At::within(reading, index, &range);
                    phrase::run(at, &self.phrases.index, key, glance, |page| self.page(page), found);
                }
            }
        }
        SETS.set(Some(sets));
        std::mem::take(found)
    }

    /// The page with this number in the index of phrases, if its rule runs.
    fn page(&self, number: usize) -> Option<&Page> {
        self.phrases.rules[number].map(|rule| self.rules[rule].page())
    }

    /// What each distinct form of an article wakes.
    fn woken_by_entries(&self, reading: &Reading) -> (Vec<Woken>, Sets) {
        let mut sets = SETS.take().filter(|sets| sets.dispatch == self.number).unwrap_or_else(|| {
            WOKEN.set(Memory::EMPTY);
            Sets { dispatch: self.number, sets: vec![0], numbers: FxHashMap::from_iter([(0, 0)]) }
        });
        let by_entry = reading.of_each_form(Woken::NOTHING, &WOKEN, |id| self.woken(reading, id, &mut sets));
        (by_entry, sets)
    }

    fn woken(&self, reading: &Reading, id: EntryId, sets: &mut Sets) -> Woken {
        let form = reading.form(id);
        let set = self.woken_by(reading.entries[id.0 as usize].traits) | self.woken_by_word(form.as_bytes());
        let number = *sets.numbers.entry(set).or_insert_with(|| {
            sets.sets.push(set);
            sets.sets.len() as u32 - 1
        });
        Woken { set: number, key: self.phrases.index.key(form), glance: Glance::of(form) }
    }

    fn woken_by_word(&self, form: &[u8]) -> Set {
        let mut lower = [0; LONGEST_WORD];
        let Some(lower) = lower.get_mut(..form.len()) else { return 0 };
        lower.copy_from_slice(form);
        lower.make_ascii_lowercase();
        self.by_word.get(&*lower).copied().unwrap_or(0)
    }

    fn woken_by(&self, traits: Traits) -> Set {
        let mut left = traits.bits();
        let mut set = 0;
        while left != 0 {
            set |= self.by_trait[left.trailing_zeros() as usize];
            left &= left - 1;
        }
        set
    }

    fn admitted(&self, block: &Block) -> Set {
        let admits = |rule: usize| self.rules[rule].page().scope.admits(block);
        self.token.iter().enumerate().map(|(i, (rule, _))| Set::from(admits(*rule)) << i).sum()
    }
}
