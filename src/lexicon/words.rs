//! An article's tokens, each distinct word interned and looked up once.

use std::cell::Cell;
use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxHashMap;

use super::Lexicon;
use super::traits::Traits;
use crate::text::{Article, EntryId, Kinds, Span, Token, lex};

/// An article cut into tokens, with what is known of its words.
pub struct Words<'a> {
    pub article: &'a Article<'a>,
    /// Of all blocks, in order.
    pub tokens: Vec<Token>,
    /// The tokens of each block.
    ranges: Vec<Range<u32>>,
    /// By [`EntryId`]; the first stands for “no word”.
    pub entries: Vec<Entry>,
    forms: Forms<'a>,
    /// The kinds of the tokens that are no words.
    pub marks: Kinds,
}

/// One distinct form (case counts) of an article.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Where it stands first, in the prose.
    pub first: Span,
    /// How often it stands in the article.
    pub count: u32,
    pub traits: Traits,
}

impl<'a> Words<'a> {
    /// Cuts the article into tokens and sentences, and looks up each distinct form.
    pub fn read(article: &'a Article<'a>, lexicon: &Lexicon) -> Words<'a> {
        let mut tokens = Vec::with_capacity(article.prose.len() / 5);
        let mut ranges = Vec::with_capacity(article.blocks.len());
        for block in &article.blocks {
            let start = tokens.len() as u32;
            lex::block(&article.prose, block, &mut tokens);
            ranges.push(start..tokens.len() as u32);
        }
        let (entries, forms, marks) = intern(&article.prose, &mut tokens, lexicon);
        Words { article, tokens, ranges, entries, forms, marks }
    }

    /// The entry of this form, as written, if it stands in the article.
    pub fn find(&self, form: &str) -> Option<EntryId> {
        self.forms.find(form).map(EntryId)
    }

    /// The numbers of the tokens of the block with this number.
    pub fn range(&self, block: usize) -> Range<usize> {
        let range = &self.ranges[block];
        range.start as usize..range.end as usize
    }

    pub fn text(&self, token: &Token) -> &str {
        &self.article.prose[token.span()]
    }

    pub fn entry(&self, token: &Token) -> &Entry {
        &self.entries[token.entry.0 as usize]
    }

    /// What is known of the token's word; nothing of what is no word.
    pub fn traits(&self, token: &Token) -> Traits {
        self.entry(token).traits
    }

    /// The text of a distinct form.
    pub fn form(&self, id: EntryId) -> &str {
        &self.article.prose[self.entries[id.0 as usize].first]
    }

    /// The number of the block that holds the token with this number.
    pub fn block_of(&self, token: usize) -> usize {
        self.ranges.partition_point(|r| r.end as usize <= token)
    }
}

/// Gives each token the number of its form, and looks each form up when it is met first.
fn intern<'p>(prose: &'p str, tokens: &mut [Token], lexicon: &Lexicon) -> (Vec<Entry>, Forms<'p>, Kinds) {
    let mut entries = vec![Entry { first: Span::default(), count: 0, traits: Traits::empty() }];
    // Apart from the entries, so that what is written for every word stays in the cache.
    let mut counts: Vec<u32> = vec![0];
    let mut forms = Forms::sized_for(prose);
    let mut memo = Memo::take(lexicon);
    let mut marks = Kinds::NONE;
    for token in tokens {
        if !token.kind.is_wordlike() {
            marks.insert(token.kind);
            continue;
        }
        let span = token.span();
        let next = counts.len() as u32;
        let id = forms.number(prose, span, next);
        if id == next {
            entries.push(Entry { first: span, count: 0, traits: memo.traits(lexicon, prose, span) });
            counts.push(0);
        }
        counts[id as usize] += 1;
        token.entry = EntryId(id);
    }
    memo.keep();
    entries.iter_mut().zip(counts).for_each(|(entry, count)| entry.count = count);
    (entries, forms, marks)
}

/// What a thread has asked of a lexicon: the articles of a folder share most of their words.
struct Memo {
    /// The lexicon's number.
    lexicon: u32,
    /// By a short form's hash.
    known: Vec<(Key, Traits)>,
}

thread_local! {
    static MEMO: Cell<Option<Memo>> = const { Cell::new(None) };
}

impl Memo {
    const SLOTS: usize = 8192;

    /// The thread's memo, or a new one if it is of another lexicon.
    fn take(lexicon: &Lexicon) -> Memo {
        let kept = MEMO.take().filter(|memo| memo.lexicon == lexicon.number);
        kept.unwrap_or_else(|| Memo { lexicon: lexicon.number, known: Vec::new() })
    }

    /// Leaves it to the next article. The first one needs no slots: it asks for each form once.
    fn keep(mut self) {
        if self.known.is_empty() {
            self.known = vec![([0; 2], Traits::empty()); Memo::SLOTS];
        }
        MEMO.set(Some(self));
    }

    fn traits(&mut self, lexicon: &Lexicon, prose: &str, span: Span) -> Traits {
        let ask = || lexicon.traits(&prose[span]);
        let Some(key) = key(prose.as_bytes(), span) else { return ask() };
        let Some((known, traits)) = self.known.get_mut(hash(key) as usize % Memo::SLOTS) else { return ask() };
        if *known != key {
            (*known, *traits) = (key, ask());
        }
        *traits
    }
}

/// From a form to its number. Nearly every word is short enough to be its own key, so that it is
/// found without a look at the text where it stood first: that look would miss the cache.
struct Forms<'p> {
    short: HashTable<(Key, u32)>,
    long: FxHashMap<&'p str, u32>,
}

/// Up to 15 bytes of a form, and their number in the last byte.
type Key = [u64; 2];

impl<'p> Forms<'p> {
    fn sized_for(prose: &str) -> Forms<'p> {
        // A long text has one new form in about a hundred bytes, a short one many more.
        Forms { short: HashTable::with_capacity((prose.len() / 100).clamp(200, 50_000)), long: FxHashMap::default() }
    }

    /// The number of the form at `span`, which is `next` if it is new.
    fn number(&mut self, prose: &'p str, span: Span, next: u32) -> u32 {
        let Some(key) = key(prose.as_bytes(), span) else {
            return *self.long.entry(&prose[span]).or_insert(next);
        };
        let entry = self.short.entry(hash(key), |(known, _)| *known == key, |(known, _)| hash(*known));
        entry.or_insert((key, next)).get().1
    }

    fn find(&self, form: &str) -> Option<u32> {
        match key(form.as_bytes(), Span::new(0, form.len())) {
            Some(key) => self.short.find(hash(key), |(known, _)| *known == key).map(|(_, id)| *id),
            None => self.long.get(form).copied(),
        }
    }
}

fn key(prose: &[u8], span: Span) -> Option<Key> {
    let len = span.len();
    if len > 15 {
        return None;
    }
    let start = span.start as usize;
    let bytes = match prose[start..].first_chunk::<16>() {
        Some(bytes) => *bytes,
        None => {
            let mut bytes = [0; 16];
            bytes[..len].copy_from_slice(&prose[start..start + len]);
            bytes
        }
    };
    let text = u128::from_le_bytes(bytes) & ((1 << (8 * len)) - 1);
    Some([text as u64, (text >> 64) as u64 | (len as u64) << 56])
}

fn hash(key: Key) -> u64 {
    // Multiply and fold: each bit of the form reaches the bits that the table looks at.
    let wide = u128::from(key[0] ^ 0x9e37_79b9_7f4a_7c15) * u128::from(key[1] ^ 0xd1b5_4a32_d192_ed03);
    (wide as u64) ^ (wide >> 64) as u64
}
