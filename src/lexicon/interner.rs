//! Distinct forms and their numbers, kept from one article to the next: those of a folder share
//! most of their words, so that what can be known of a form is worked out once a thread.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::LocalKey;

use rustc_hash::FxHashMap;

use super::traits::Traits;
use crate::text::{Span, TokenFlags};

/// From a form to its numbers. Nearly every word is short enough to be its own key, so that it is
/// found without a look at the text where it stood first. The forms stand in the order in which they
/// were met, so that those of most words, which are few, lie close together; the table says where.
pub(super) struct Interner {
    /// The number of the lexicon that the traits are of.
    lexicon: u32,
    /// No two interners of a run have the same.
    number: u32,
    /// Open addressing, a power of two of slots, a quarter of them free: the number of a form below some
    /// bits of its hash, 0 in a free one.
    slots: Box<[u32]>,
    /// By [`Met`]; the first stands for none.
    forms: Vec<Form>,
    /// How many articles it has numbered, as far as a form has room for it.
    articles: u16,
}

/// The number of a form that a thread has met; 0 of one that is not kept.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Met(u32);

/// A form that a thread has met; two fill a cache line.
#[repr(align(32))]
struct Form {
    key: Key,
    traits: Traits,
    /// Of each token with this form.
    flags: TokenFlags,
    /// The last article that had it, and its number there.
    article: u16,
    entry: u32,
}

/// Up to 15 bytes of a form, and their number in the last byte.
type Key = [u64; 2];

/// The forms of an article.
#[derive(Default)]
pub(super) struct Numbers<'p> {
    /// The number of the interner that met them, and how many forms it had met by then.
    interner: u32,
    forms: usize,
    /// By number in the article. The first stands for no word.
    met: Vec<Met>,
    /// Those that are not kept.
    others: FxHashMap<&'p str, (u32, TokenFlags)>,
}

/// An article being numbered.
pub(super) struct Numbering<'p> {
    /// The thread's, which has it back at the end.
    interner: Interner,
    /// The number of the article.
    article: u16,
    numbers: Numbers<'p>,
}

/// A form that is to be numbered, and its number if it was found at the first look.
#[derive(Clone, Copy)]
pub(super) struct Sought {
    key: Key,
    hash: u64,
    met: Met,
}

impl Sought {
    pub const NOTHING: Sought = Sought { key: [0; 2], hash: 0, met: Met(0) };

    /// By which [`ByForm`] finds it.
    pub fn hash(&self) -> u32 {
        self.hash as u32
    }
}

/// From a form to its number in an article: open addressing, a power of two of slots, 0 in a free one.
pub(super) struct ByForm(Box<[u32]>);

/// What an article is told of one of its words.
pub(super) struct Numbered {
    pub number: u32,
    /// Of each token with this form.
    pub flags: TokenFlags,
    /// What is known of the form, if it is new to the article.
    pub new: Option<Traits>,
}

thread_local! {
    static KEPT: Cell<Option<Interner>> = const { Cell::new(None) };
}

impl Interner {
    /// More than these are not kept for the next article: a thread that reads on and on must not grow
    /// on and on.
    const MANY: usize = 1 << 17;
    /// More than these are not kept at all: a slot has no room for their numbers.
    const MOST: usize = 1 << 22;

    fn new(lexicon: u32) -> Interner {
        static MADE: AtomicU32 = AtomicU32::new(1);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let none = Form { key: [0; 2], traits: Traits::empty(), flags: TokenFlags::empty(), article: 0, entry: 0 };
        Interner { lexicon, number, slots: vec![0; 1 << 10].into(), forms: vec![none], articles: 0 }
    }

    /// The thread's, if it knows of the lexicon with this number.
    fn kept(lexicon: u32) -> Interner {
        let fits = |interner: &Interner| interner.lexicon == lexicon && interner.forms.len() <= Interner::MANY;
        KEPT.take().filter(fits).unwrap_or_else(|| Interner::new(lexicon))
    }

    /// A number for one more article, that no form has.
    fn next_article(&mut self) -> u16 {
        if self.articles == u16::MAX {
            self.forms.iter_mut().for_each(|form| form.article = 0);
            self.articles = 0;
        }
        self.articles += 1;
        self.articles
    }

    /// The number of the form with this key and its hash, or the free slot where it would be.
    #[inline]
    fn find(&self, key: Key, hash: u64) -> Result<Met, usize> {
        let mut at = self.first(hash);
        loop {
            let slot = self.slots[at];
            let number = slot as usize % Interner::MOST;
            match slot {
                0 => return Err(at),
                _ if slot == tagged(number, hash) && self.forms[number].key == key => return Ok(Met(number as u32)),
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }

    /// The form with this hash, if it stands in the first slots where it may and no other has its tag there.
    #[inline]
    fn likely(&self, hash: u64) -> Met {
        let at = self.first(hash);
        let slots = [self.slots[at], self.slots[(at + 1) & (self.slots.len() - 1)]];
        let other = slots[0] != tagged(slots[0] as usize % Interner::MOST, hash);
        Met(slots[usize::from(other)] % Interner::MOST as u32)
    }

    /// Where the table is looked at first.
    fn first(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    /// Adds a form whose key has this free slot; `None` if there are too many.
    #[cold]
    fn add(&mut self, at: usize, form: Form) -> Option<Met> {
        let number = self.forms.len();
        if number >= Interner::MOST {
            return None;
        }
        self.slots[at] = tagged(number, hash(form.key));
        self.forms.push(form);
        self.grow(0);
        Some(Met(number as u32))
    }

    /// Makes room for so many more forms.
    fn grow(&mut self, more: usize) {
        let slots = ((self.forms.len() + more) * 4 / 3).next_power_of_two();
        if slots <= self.slots.len() {
            return;
        }
        self.slots = vec![0; slots].into();
        for number in 1..self.forms.len() {
            let hash = hash(self.forms[number].key);
            let mut at = self.first(hash);
            while self.slots[at] != 0 {
                at = (at + 1) & (slots - 1);
            }
            self.slots[at] = tagged(number, hash);
        }
    }
}

/// What a slot holds of a form.
fn tagged(number: usize, hash: u64) -> u32 {
    (hash >> 32) as u32 & !(Interner::MOST as u32 - 1) | number as u32
}

impl<'p> Numbers<'p> {
    /// What `make` says of each form of the article by its number, from 1 on; of a form that an
    /// earlier article had, what was said then.
    pub fn each<T: Copy>(&self, memory: &mut Memory<T>, mut make: impl FnMut(u32) -> T) -> impl Iterator<Item = T> {
        if memory.interner != self.interner {
            *memory = Memory { interner: self.interner, ..Memory::default() };
        }
        if memory.known.len() < self.forms {
            memory.known.resize(self.forms, None);
        }
        (1..).zip(&self.met[1..]).map(move |(number, met)| match met.0 {
            0 => make(number),
            met => *memory.known[met as usize].get_or_insert_with(|| make(number)),
        })
    }
}

impl<'p> Numbering<'p> {
    /// Begins with an article with this prose; what the thread knows of the lexicon with this number is
    /// used.
    pub fn of(prose: &str, lexicon: u32) -> Numbering<'p> {
        let likely = Numbering::likely(prose);
        let mut met = Vec::with_capacity(likely);
        met.push(Met(0));
        let mut interner = Interner::kept(lexicon);
        interner.grow(likely.saturating_sub(interner.forms.len()));
        Numbering { article: interner.next_article(), interner, numbers: Numbers { met, ..Numbers::default() } }
    }

    /// How many distinct forms the prose may have: a short text has a new one in ten bytes, a long one
    /// in a hundred.
    pub fn likely(prose: &str) -> usize {
        (prose.len() / 8).min(500) + (prose.len() / 100).min(50_000)
    }

    /// Looks for some forms. They are too many to be at hand, so that a look takes far longer than to compare:
    /// several looks are under way at once if none of them hangs on what another has found.
    #[inline]
    pub fn seek(&self, prose: &str, spans: impl ExactSizeIterator<Item = Span>, all: &mut [Sought]) {
        let all = &mut all[..spans.len()];
        for (sought, span) in all.iter_mut().zip(spans) {
            sought.key = key(prose.as_bytes(), span);
            sought.hash = hash(sought.key);
            sought.met = self.interner.likely(sought.hash);
        }
        for sought in all {
            let same = self.interner.forms[sought.met.0 as usize].key == sought.key;
            sought.met = Met(if same { sought.met.0 } else { 0 });
        }
    }

    /// The number of the form at `span`, which is the next one if it is new to the article; it has been
    /// looked for. `ask` gives what the lexicon knows of it.
    #[inline]
    pub fn number(&mut self, prose: &'p str, span: Span, sought: Sought, ask: impl Fn() -> Traits) -> Numbered {
        let met = if span.len() > LONGEST { None } else { self.meet(sought, prose, span, &ask) };
        let Some(met) = met else { return self.other(&prose[span], ask) };
        let form = &mut self.interner.forms[met.0 as usize];
        let mut new = None;
        if form.article != self.article {
            (form.article, form.entry) = (self.article, self.numbers.met.len() as u32);
            self.numbers.met.push(met);
            new = Some(form.traits);
        }
        Numbered { number: form.entry, flags: form.flags, new }
    }

    #[inline]
    fn meet(&mut self, sought: Sought, prose: &str, span: Span, ask: impl Fn() -> Traits) -> Option<Met> {
        let Sought { key, hash, met } = sought;
        if met != Met(0) {
            return Some(met);
        }
        match self.interner.find(key, hash) {
            Ok(met) => Some(met),
            Err(slot) => {
                let traits = ask();
                let form = Form { key, traits, flags: flags(traits, &prose[span]), article: 0, entry: 0 };
                self.interner.add(slot, form)
            }
        }
    }

    /// The same for a form that is not kept.
    #[cold]
    fn other(&mut self, form: &'p str, ask: impl Fn() -> Traits) -> Numbered {
        let Numbers { met, others, .. } = &mut self.numbers;
        let mut new = None;
        let (number, flags) = *others.entry(form).or_insert_with(|| {
            let traits = ask();
            new = Some(traits);
            met.push(Met(0));
            (met.len() as u32 - 1, flags(traits, form))
        });
        Numbered { number, flags, new }
    }

    /// Ends it.
    pub fn end(self) -> Numbers<'p> {
        let (interner, forms) = (self.interner.number, self.interner.forms.len());
        KEPT.set(Some(self.interner));
        Numbers { interner, forms, ..self.numbers }
    }
}

impl ByForm {
    /// Of forms with these hashes, in the order of their numbers, from 1 on.
    pub fn of(hashes: impl ExactSizeIterator<Item = u32>) -> ByForm {
        let mut slots = vec![0; (hashes.len() * 2 + 2).next_power_of_two()].into_boxed_slice();
        for (number, hash) in (1..).zip(hashes) {
            let mut at = hash as usize & (slots.len() - 1);
            while slots[at] != 0 {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = number;
        }
        ByForm(slots)
    }

    /// The number of a form; `form_of` gives the form with a number.
    pub fn find<'f>(&self, form: &str, form_of: impl Fn(u32) -> &'f str) -> Option<u32> {
        let hash = hash(key(form.as_bytes(), Span::new(0, form.len()))) as u32;
        let mut at = hash as usize & (self.0.len() - 1);
        loop {
            match self.0[at] {
                0 => return None,
                number if form_of(number) == form => return Some(number),
                _ => at = (at + 1) & (self.0.len() - 1),
            }
        }
    }
}

/// What a thread has worked out for forms, whatever article they stand in.
pub struct Memory<T> {
    interner: u32,
    known: Vec<Option<T>>,
}

/// Where a thread keeps a [`Memory`].
pub type Kept<T> = LocalKey<Cell<Memory<T>>>;

impl<T> Default for Memory<T> {
    fn default() -> Memory<T> {
        Memory::EMPTY
    }
}

impl<T> Memory<T> {
    pub const EMPTY: Memory<T> = Memory { interner: 0, known: Vec::new() };
}

fn flags(traits: Traits, form: &str) -> TokenFlags {
    if traits.capital_of(form) { TokenFlags::CAPITAL } else { TokenFlags::empty() }
}

/// The most bytes that a key has room for.
const LONGEST: usize = 15;

/// The key of a form; of a long one that of its end, since more begin alike than end so.
#[inline]
fn key(prose: &[u8], form: Span) -> Key {
    let len = form.len().min(LONGEST);
    let start = form.end as usize - len;
    let bytes = match prose[start..].first_chunk::<16>() {
        Some(bytes) => *bytes,
        None => {
            let mut bytes = [0; 16];
            bytes[..len].copy_from_slice(&prose[start..start + len]);
            bytes
        }
    };
    let text = u128::from_le_bytes(bytes) & ((1 << (8 * len)) - 1);
    [text as u64, (text >> 64) as u64 | (len as u64) << 56]
}

fn hash(key: Key) -> u64 {
    // Multiply and fold: each bit of the form reaches the bits that the table looks at.
    let wide = u128::from(key[0] ^ 0x9e37_79b9_7f4a_7c15) * u128::from(key[1] ^ 0xd1b5_4a32_d192_ed03);
    (wide as u64) ^ (wide >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number that no lexicon of the tests has.
    const LEXICON: u32 = u32::MAX;

    /// The numbers of the words of a text, and how many of them were asked about.
    fn read(prose: &str, lexicon: u32) -> (Vec<u32>, usize, Numbers<'_>) {
        let mut numbering = Numbering::of(prose, lexicon);
        let (mut found, asked) = (Vec::new(), Cell::new(0));
        let mut start = 0;
        for word in prose.split_inclusive(' ') {
            let span = Span::new(start, start + word.trim_end().len());
            let ask = || {
                asked.set(asked.get() + 1);
                Traits::LOWER
            };
            let mut sought = [Sought::NOTHING];
            numbering.seek(prose, std::iter::once(span), &mut sought);
            found.push(numbering.number(prose, span, sought[0], ask).number);
            start += word.len();
        }
        (found, asked.get(), numbering.end())
    }

    #[test]
    fn each_article_numbers_its_own_forms_and_asks_only_about_new_ones() {
        let (numbers, asked, _) = read("the cook and the unpronounceablenesses", LEXICON);
        assert_eq!((numbers, asked), (vec![1, 2, 3, 1, 4], 4));
        let (numbers, asked, _) = read("a cook or the cook", LEXICON);
        assert_eq!((numbers, asked), (vec![1, 2, 3, 4, 2], 2));
    }

    #[test]
    fn a_form_is_found_by_its_text_however_long_it_is() {
        let prose = "salt internationalisation nationalisation internationalization é";
        let forms: Vec<&str> = prose.split(' ').collect();
        let place = |form: &&str| Span::new(prose.find(*form).unwrap(), prose.find(*form).unwrap() + form.len());
        let mut sought = vec![Sought::NOTHING; forms.len()];
        Numbering::of(prose, LEXICON).seek(prose, forms.iter().map(place), &mut sought);
        let by_form = ByForm::of(sought.iter().map(Sought::hash));
        let find = |form: &str| by_form.find(form, |number| forms[number as usize - 1]);
        for (number, form) in (1..).zip(&forms) {
            assert_eq!(find(form), Some(number), "{form}");
        }
        for none in ["", "Salt", "denationalisation", "e"] {
            assert_eq!(find(none), None, "{none}");
        }
    }

    #[test]
    fn what_was_worked_out_for_a_form_is_not_worked_out_again() {
        let mut memory = Memory::EMPTY;
        for (text, new) in [("salt and pepper", 3), ("pepper and vinegar", 1)] {
            let (_, _, numbers) = read(text, LEXICON - 1);
            let mut made = 0;
            let lengths: Vec<usize> = numbers
                .each(&mut memory, |number| {
                    made += 1;
                    text.split(' ').nth(number as usize - 1).map_or(0, str::len)
                })
                .collect();
            assert_eq!(lengths, text.split(' ').map(str::len).collect::<Vec<_>>());
            assert_eq!(made, new);
        }
    }

    #[test]
    fn another_lexicon_is_asked_again() {
        let text = "salt";
        assert_eq!(read(text, LEXICON - 2).1, 1);
        assert_eq!(read(text, LEXICON - 3).1, 1);
    }
}
