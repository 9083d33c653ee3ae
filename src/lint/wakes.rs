//! Which token checks a token wakes, as tables of sets.

use rustc_hash::FxHashMap;

use crate::lexicon::Traits;
use crate::rule::Wake;
use crate::rule::phrase::hash;
use crate::text::{Kind, Token, TokenFlags};

/// The longest word that a check may name, in bytes.
const LONGEST_WORD: usize = 16;

/// A set of token checks, one bit each.
pub type Set = u128;

/// By bit of [`Traits`].
type ByTrait = Box<[Set; 64]>;

pub struct Wakes {
    by_kind: [Set; Kind::COUNT],
    by_flags: Box<[Set; 256]>,
    by_trait: ByTrait,
    /// The words that checks name, in lower case, each with what it wakes.
    by_word: FxHashMap<&'static [u8], Set>,
    /// Bits of their hashes: most other words have none of them.
    named: [u64; 64],
    having: ByTrait,
    lacking: ByTrait,
    /// Those that don't mind what a word has.
    having_any: Set,
    /// Those for which any token may come next.
    before_any: Set,
    before_kind: [Set; Kind::COUNT],
    before_trait: ByTrait,
    /// By whether white space stands before this token, and before the next.
    spacing: [[Set; 2]; 2],
}

/// What a form's traits say.
#[derive(Clone, Copy)]
pub struct Said {
    /// What they wake.
    woken: Set,
    /// What may be woken by a form that has them.
    only: Set,
    /// What wants such a form next.
    pub before: Set,
}

impl Wakes {
    /// Of the checks that are woken so, in the order of their bits.
    pub fn of(wakes: impl Iterator<Item = Wake>) -> Wakes {
        let sets = || Box::new([0; 64]);
        let mut all = Wakes {
            by_kind: [0; Kind::COUNT],
            by_flags: Box::new([0; 256]),
            by_trait: sets(),
            by_word: FxHashMap::default(),
            named: [0; 64],
            having: sets(),
            lacking: sets(),
            having_any: 0,
            before_any: 0,
            before_kind: [0; Kind::COUNT],
            before_trait: sets(),
            spacing: [[0; 2]; 2],
        };
        for (i, wake) in wakes.enumerate() {
            assert!(i < Set::BITS as usize, "more token checks than a set holds");
            all.add(&wake, 1 << i);
        }
        all
    }

    fn add(&mut self, wake: &Wake, check: Set) {
        let only = &wake.only;
        let (next_kinds, next_traits) = only.before.unwrap_or_default();
        let add = |set: &mut Set, holds: bool| *set |= if holds { check } else { 0 };
        for kind in 0..Kind::COUNT {
            add(&mut self.by_kind[kind], wake.kinds.has_number(kind));
            add(&mut self.before_kind[kind], next_kinds.has_number(kind));
        }
        for word in wake.words {
            assert!(word.len() <= LONGEST_WORD && !word.bytes().any(|b| b.is_ascii_uppercase()), "“{word}”");
            add(self.by_word.entry(word.as_bytes()).or_default(), true);
            let hash = hash(word);
            self.named[hash as usize % 64] |= 1 << (hash >> 26);
        }
        for bit in 0..64 {
            let has = |traits: Traits| traits.bits() >> bit & 1 != 0;
            add(&mut self.by_trait[bit], has(wake.traits));
            add(&mut self.having[bit], has(only.having));
            add(&mut self.lacking[bit], has(only.lacking));
            add(&mut self.before_trait[bit], has(next_traits));
        }
        if !wake.flags.is_empty() {
            for (flags, set) in self.by_flags.iter_mut().enumerate() {
                add(set, wake.flags.intersects(TokenFlags::from_bits_retain(flags as u8)));
            }
        }
        add(&mut self.having_any, only.having.is_empty());
        add(&mut self.before_any, only.before.is_none());
        for (spaced, sets) in self.spacing.iter_mut().enumerate() {
            for (next_spaced, set) in sets.iter_mut().enumerate() {
                add(set, (!only.spaced || spaced == 1) && (!only.glued || next_spaced == 0));
            }
        }
    }

    /// What a form with this hash wakes, wherever it stands, with what its traits say.
    pub fn by_form(&self, form: &str, hash: u32, traits: &Said) -> Set {
        let named = self.named[hash as usize % 64] >> (hash >> 26) & 1 != 0;
        let by_word = if named { self.by_word(form.as_bytes()) } else { 0 };
        (traits.woken | by_word) & traits.only
    }

    /// What a form's traits say: there are far fewer sets of traits than forms.
    pub fn by_traits(&self, traits: Traits) -> Said {
        Said {
            woken: either(&self.by_trait, traits),
            only: (self.having_any | either(&self.having, traits)) & !either(&self.lacking, traits),
            before: either(&self.before_trait, traits),
        }
    }

    fn by_word(&self, form: &[u8]) -> Set {
        let mut lower = [0; LONGEST_WORD];
        let Some(lower) = lower.get_mut(..form.len()) else { return 0 };
        lower.copy_from_slice(form);
        lower.make_ascii_lowercase();
        self.by_word.get(&*lower).copied().unwrap_or(0)
    }

    /// What a token wakes by its kind and flags.
    #[inline]
    pub fn at(&self, token: &Token) -> Set {
        self.by_kind[token.kind as usize] | self.by_flags[token.flags.bits() as usize]
    }

    /// What may be called at a token, with the next one of its block; `before` is what wants the form
    /// of that one next.
    #[inline]
    pub fn only(&self, token: &Token, next: Option<&Token>, before: Set) -> Set {
        let next_spaced = next.is_none_or(Token::spaced);
        let before = before | self.before_any | next.map_or(0, |next| self.before_kind[next.kind as usize]);
        before & self.spacing[usize::from(token.spaced())][usize::from(next_spaced)]
    }
}

/// The checks that have one of the traits in their table.
fn either(table: &ByTrait, traits: Traits) -> Set {
    let mut left = traits.bits();
    let mut set = 0;
    while left != 0 {
        set |= table[left.trailing_zeros() as usize];
        left &= left - 1;
    }
    set
}
