//! Which rule looks at which token. Everything that can be decided once is: per rule when the
//! linter is made, per distinct word when an article has been read, per kind of block when one is
//! first met. What is left for each token is to combine three sets.

use std::cell::Cell;
use std::ops::Range;
use std::slice;
use std::sync::atomic::{AtomicU32, Ordering};

use rustc_hash::FxHashMap;

use super::calls::{Calls, Place};
use super::shares::{self, Share};
use super::wakes::{Said, Set, Wakes};
use crate::diagnostic::Diagnostic;
use crate::lexicon::{Memory, Traits};
use crate::reading::{At, Reading};
use crate::registry::{Phrases, Rule, Rules};
use crate::rule::phrase::{self, Glance, Glances};
use crate::rule::{Page, Report, Run};
use crate::text::{Block, EntryId, Kind, Kinds, Token};

type TokenCheck = fn(At, &mut Report);

pub struct Dispatch {
    rules: Vec<Rule>,
    phrases: Phrases,
    /// The token checks, with the numbers of their rules.
    token: Vec<(usize, TokenCheck)>,
    wakes: Wakes,
    /// No two of a run have the same.
    number: u32,
}

/// What a distinct form wakes.
#[derive(Clone, Copy)]
struct Woken {
    /// The number of the set of checks, in the list of these sets.
    set: u16,
    /// That of the checks that are not called in vain where this form comes next.
    next: u16,
    /// The key of the phrases that are looked up by it; 0 for nearly all.
    key: u16,
    /// What it shows to the phrases that may stand beside it.
    glance: Glance,
}

impl Woken {
    const NOTHING: Woken = Woken { set: 0, next: 0, key: 0, glance: Glance::NOTHING };
}

/// The sets that forms wake: there are few, so that what is looked at for each word stays in the
/// cache.
struct Sets {
    /// The number of the dispatch that they are of.
    dispatch: u32,
    sets: Vec<Set>,
    numbers: FxHashMap<Set, u16>,
    /// By the traits of a form.
    said: FxHashMap<Traits, Said>,
}

thread_local! {
    static SETS: Cell<Option<Sets>> = const { Cell::new(None) };
    static WOKEN: Cell<Memory<Woken>> = const { Cell::new(Memory::EMPTY) };
}

/// So many tokens are looked at before what they wake is called.
const AT_ONCE: usize = 64;

/// The numbers of the bits of a set.
fn bits(set: Set) -> impl Iterator<Item = usize> {
    let mut left = set;
    std::iter::from_fn(move || {
        let first = (left != 0).then(|| left.trailing_zeros() as usize);
        left &= left.wrapping_sub(1);
        first
    })
}

/// What tokens that are no words show, or may show, by their kinds.
const SHOWN: [Glances; Kind::COUNT] = {
    /// They start with no letter.
    const MARKS: Kinds = Kinds::of(&[
        Kind::Number,
        Kind::Comma,
        Kind::Stop,
        Kind::Semicolon,
        Kind::Colon,
        Kind::Question,
        Kind::Exclamation,
        Kind::Hyphen,
        Kind::Dash,
        Kind::OpenQuote,
        Kind::CloseQuote,
        Kind::OpenBracket,
        Kind::CloseBracket,
    ]);
    let mut shown = [Glances::ANY; Kind::COUNT];
    let mut kind = 0;
    while kind < Kind::COUNT {
        if MARKS.has_number(kind) {
            shown[kind] = Glance::MARK.alone();
        }
        kind += 1;
    }
    shown
};

/// What a token with this glance shows, or may show if it is no word; or what shows where none stands.
#[inline]
fn at_least(token: Option<&Token>, glance: Glance) -> Glances {
    let Some(token) = token else { return Glance::NOTHING.alone() };
    if token.kind.is_wordlike() { glance.alone() } else { SHOWN[token.kind as usize] }
}

/// Runs a rule that looks at whole articles or blocks.
fn run_rule(rule: &Rule, reading: &Reading, found: &mut Vec<Diagnostic>) {
    let Some(run) = rule.run() else { return };
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

impl Sets {
    fn number(&mut self, set: Set) -> u16 {
        *self.numbers.entry(set).or_insert_with(|| {
            self.sets.push(set);
            u16::try_from(self.sets.len() - 1).expect("as many sets as there are kinds of words")
        })
    }
}

impl Dispatch {
    pub fn new(Rules { rules, phrases, .. }: Rules) -> Dispatch {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let checks = || {
            rules.iter().enumerate().filter_map(|(number, rule)| match rule.run() {
                Some(Run::Token(wake, run)) => Some((number, wake, run)),
                _ => None,
            })
        };
        let token = checks().map(|(number, _, run)| (number, run)).collect();
        let wakes = Wakes::of(checks().map(|(_, wake, _)| wake));
        Dispatch { token, wakes, rules, phrases, number: MADE.fetch_add(1, Ordering::Relaxed) }
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Runs every rule over some articles, and gives what each finds in each.
    pub fn run(&self, readings: &[Reading]) -> Vec<Vec<Diagnostic>> {
        let mut sets = self.sets();
        let shared = matches!(readings, [reading] if reading.article.is_long());
        let mut by_entry = || readings.iter().map(|reading| self.by_entry(reading, &mut sets)).collect::<Vec<_>>();
        let found = if shared {
            let (woken, ()) = rayon::join(by_entry, || shares::prepare(&readings[0]));
            vec![self.run_shared(&readings[0], &woken, &sets)]
        } else {
            let woken = by_entry();
            self.run_in_turn(readings, &woken, &sets)
        };
        SETS.set(Some(sets));
        found
    }

    /// One rule reads all articles before the next does: the rules' code is far larger than what a
    /// processor keeps at hand, and to fetch it anew for every short article takes longer than to run it.
    fn run_in_turn(&self, readings: &[Reading], woken: &[Vec<Woken>], sets: &Sets) -> Vec<Vec<Diagnostic>> {
        let mut found = vec![Vec::new(); readings.len()];
        self.run_tokens(readings, woken, sets, 0..usize::MAX, &mut found);
        for rule in &self.rules {
            for (reading, found) in readings.iter().zip(&mut found) {
                run_rule(rule, reading, found);
            }
        }
        found
    }

    /// A long article is shared out among the processors.
    fn run_shared(&self, reading: &Reading, woken: &[Vec<Woken>], sets: &Sets) -> Vec<Diagnostic> {
        let found = shares::each(reading, &self.rules, |share| {
            let mut found = [Vec::new()];
            match share {
                Share::Evidence(gather) => gather(reading),
                Share::Blocks(blocks) => self.run_tokens(slice::from_ref(reading), woken, sets, blocks, &mut found),
                Share::Rule(rule) => run_rule(rule, reading, &mut found[0]),
            }
            let [found] = found;
            found
        });
        found.into_iter().flatten().collect()
    }

    /// Runs the token checks over these blocks of each article.
    fn run_tokens(
        &self,
        readings: &[Reading],
        woken: &[Vec<Woken>],
        sets: &Sets,
        blocks: Range<usize>,
        found: &mut [Vec<Diagnostic>],
    ) {
        let mut calls = Calls::of(self.token.len());
        let (mut sets_of, mut keys) = ([0; AT_ONCE], [0; AT_ONCE]);
        let mut admitted = FxHashMap::default();
        for ((article, reading), by_entry) in (0..).zip(readings).zip(woken) {
            for number in blocks.start..blocks.end.min(reading.article.blocks.len()) {
                let (range, block) = (reading.range(number), reading.block(number).as_copy());
                let admitted: Set = *admitted.entry((block.kind, block.flags)).or_insert_with(|| self.admitted(&block));
                let tokens = &reading.tokens[range.clone()];
                let woken_by = |token: Option<&Token>| token.map_or(Woken::NOTHING, |t| by_entry[t.entry().0 as usize]);
                let mut here = woken_by(tokens.first());
                let (mut before, mut shown) = (Glance::NOTHING.alone(), at_least(tokens.first(), here.glance));
                let mut index = range.start;
                // A block may be as long as the article.
                for stretch in tokens.chunks(AT_ONCE) {
                    // First only what wakes something and what: nobody could guess which token will, and to
                    // guess wrong takes a processor longer than to work it out for each.
                    let (mut wakes, mut may_stand) = (0, 0);
                    for (at, token) in stretch.iter().enumerate() {
                        let next = tokens.get(index + at + 1 - range.start);
                        let Woken { set, key, .. } = here;
                        here = woken_by(next);
                        let after = at_least(next, here.glance);
                        may_stand |= Set::from(self.phrases.index.may_stand(key, before, after)) << at;
                        (before, shown) = (shown, after);
                        let woken = (self.wakes.at(token) | sets.sets[usize::from(set)]) & admitted;
                        let woken = woken & self.wakes.only(token, next, sets.sets[usize::from(here.next)]);
                        wakes |= Set::from(woken != 0) << at;
                        (sets_of[at], keys[at]) = (woken, key);
                    }
                    let place = |at: usize| Place { article, block: number as u32, token: (index + at) as u32 };
                    for at in bits(wakes) {
                        for check in bits(sets_of[at]) {
                            calls.checks[check].push(place(at));
                        }
                    }
                    calls.phrases.extend(bits(may_stand).map(|at| (place(at), keys[at])));
                    index += stretch.len();
                    if calls.ends_stretch(stretch.len()) {
                        self.make(&mut calls, readings, woken, found);
                    }
                }
            }
        }
        self.make(&mut calls, readings, woken, found);
    }

    /// Makes the calls.
    fn make(&self, calls: &mut Calls, readings: &[Reading], woken: &[Vec<Woken>], found: &mut [Vec<Diagnostic>]) {
        let at = |Place { article, block, token }: Place| {
            let reading = &readings[article as usize];
            At::within(reading, token as usize, &reading.range(block as usize))
        };
        for (places, (rule, run)) in calls.checks.iter_mut().zip(&self.token) {
            let page = self.rules[*rule].page();
            for place in places.drain(..) {
                let at = at(place);
                run(at, &mut Report::new(page, at.reading, &mut found[place.article as usize]));
            }
        }
        for (place, key) in calls.phrases.drain(..) {
            let (at, article) = (at(place), place.article as usize);
            let glance = |token: &Token| match token.entry() {
                EntryId::NONE => Glances::of_mark(at.reading.text(token)),
                EntryId(entry) => woken[article][entry as usize].glance.into(),
            };
            phrase::run(at, &self.phrases.index, key, glance, |page| self.page(page), &mut found[article]);
        }
    }

    /// The page with this number in the index of phrases, if its rule runs.
    fn page(&self, number: usize) -> Option<&Page> {
        self.phrases.rules[number].map(|rule| self.rules[rule].page())
    }

    /// What the thread knows of the sets that forms wake.
    fn sets(&self) -> Sets {
        SETS.take().filter(|sets| sets.dispatch == self.number).unwrap_or_else(|| {
            WOKEN.set(Memory::EMPTY);
            Sets {
                dispatch: self.number,
                sets: vec![0],
                numbers: FxHashMap::from_iter([(0, 0)]),
                said: FxHashMap::default(),
            }
        })
    }

    /// What each distinct form of an article wakes.
    fn by_entry(&self, reading: &Reading, sets: &mut Sets) -> Vec<Woken> {
        reading.of_each_form(Woken::NOTHING, &WOKEN, |id| self.woken(reading, id, sets))
    }

    fn woken(&self, reading: &Reading, id: EntryId, sets: &mut Sets) -> Woken {
        let (form, traits) = (reading.form(id), reading.entries[id.0 as usize].traits);
        let hash = phrase::hash(form);
        let said = *sets.said.entry(traits).or_insert_with(|| self.wakes.by_traits(traits));
        Woken {
            set: sets.number(self.wakes.by_form(form, hash, &said)),
            next: sets.number(said.before),
            key: self.key(form, hash),
            glance: Glance::with(form, hash),
        }
    }

    /// The key of the phrases that are looked up by this form with its hash, if a rule that runs has one of them.
    fn key(&self, form: &str, hash: u32) -> u16 {
        let key = self.phrases.index.key(form, hash);
        let runs = self.phrases.index.phrases(key).iter().any(|place| self.page(place.page.into()).is_some());
        if runs { key } else { 0 }
    }

    fn admitted(&self, block: &Block) -> Set {
        let admits = |rule: usize| self.rules[rule].page().scope.admits(block);
        self.token.iter().enumerate().map(|(i, (rule, _))| Set::from(admits(*rule)) << i).sum()
    }
}
