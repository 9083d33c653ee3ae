//! An article's tokens, each distinct word interned and looked up once.

use std::ops::Range;
use std::sync::OnceLock;

use super::Lexicon;
use super::intern::Interning;
use super::interner::{ByForm, Kept, Numbers};
use super::traits::Traits;
use crate::text::{Article, EntryId, Kinds, Span, Token, lex};

/// An article cut into tokens, with what is known of its words.
pub struct Words<'a> {
    pub article: &'a Article<'a>,
    /// Of all blocks, in order.
    pub tokens: Vec<Token>,
    /// The tokens of each block.
    pub(super) ranges: Vec<Range<u32>>,
    /// By [`EntryId`]; the first stands for “no word”.
    pub entries: Vec<Entry>,
    pub(super) numbers: Numbers<'a>,
    pub(super) by_form: OnceLock<ByForm>,
    /// The kinds of the tokens that are no words.
    pub marks: Kinds,
    /// The numbers of the tokens that are quotation marks.
    pub quotes: Vec<usize>,
    /// Those of brackets, hyphens, dashes and odd characters.
    pub(super) signs: Vec<u32>,
    /// The tokens whose form stands among the four tokens before them, too, or that may be the word before
    /// them with other capitals: few, of which some are a word or a phrase said twice.
    pub echoes: Vec<u32>,
    /// The forms of which something [`UNUSUAL`] is known.
    pub(super) unusual: Vec<EntryId>,
}

/// One distinct form (case counts) of an article.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Where it stands first, in the prose.
    pub first: Span,
    /// How often it stands in the article.
    pub count: u32,
    /// By which it is found.
    pub(super) hash: u32,
    pub traits: Traits,
}

/// What few forms of an article have, and many rules ask for.
pub(super) const UNUSUAL: Traits = Traits::UPPER
    .union(Traits::MIXED)
    .union(Traits::LETTER)
    .union(Traits::APOSTROPHE)
    .union(Traits::ACCENTED)
    .union(Traits::UNKNOWN)
    .union(Traits::MISSPELLED)
    .union(Traits::BRAND)
    .union(Traits::US)
    .union(Traits::GB);

/// Some of an article's distinct forms: small enough to be looked at for every token.
pub struct EntrySet {
    bits: Vec<u64>,
    /// How many tokens have them.
    places: usize,
}

impl EntrySet {
    pub fn is_empty(&self) -> bool {
        self.places == 0
    }

    pub fn contains(&self, entry: EntryId) -> bool {
        self.bits[entry.0 as usize / 64] >> (entry.0 % 64) & 1 != 0
    }
}

impl<'a> Words<'a> {
    /// Cuts the article into tokens and sentences, and looks up each distinct form.
    pub fn read(article: &'a Article<'a>, lexicon: &Lexicon) -> Words<'a> {
        let mut interning = Interning::of(article, lexicon);
        let cut = |blocks: Range<usize>| lex::blocks(&article.prose, &article.blocks[blocks]);
        if article.is_long() {
            // While one piece is interned, another processor cuts the next.
            let mut pieces = article.pieces();
            let mut lexed = pieces.next().map(cut);
            while let Some(piece) = lexed {
                let next = pieces.next();
                ((), lexed) = rayon::join(|| interning.take(piece), || next.map(cut));
            }
        } else {
            interning.take(cut(0..article.blocks.len()));
        }
        interning.end()
    }

    /// What `make` says of each distinct form, by [`EntryId`]. It must depend on nothing but the form
    /// and what the lexicon knows of it: it is kept for the next article of the thread.
    pub fn of_each_form<T: Copy>(&self, none: T, kept: &'static Kept<T>, make: impl FnMut(EntryId) -> T) -> Vec<T> {
        let mut make = make;
        let mut memory = kept.take();
        let mut all = Vec::with_capacity(self.entries.len());
        all.push(none);
        all.extend(self.numbers.each(&mut memory, |number| make(EntryId(number))));
        kept.set(memory);
        all
    }

    /// The entry of this form, as written, if it stands in the article.
    pub fn find(&self, form: &str) -> Option<EntryId> {
        let by_form = self.by_form.get_or_init(|| ByForm::of(self.entries[1..].iter().map(|entry| entry.hash)));
        by_form.find(form, |number| self.form(EntryId(number))).map(EntryId)
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
        &self.entries[token.entry().0 as usize]
    }

    /// What is known of the token's word; nothing of what is no word.
    pub fn traits(&self, token: &Token) -> Traits {
        self.entry(token).traits
    }

    /// The text of a distinct form.
    pub fn form(&self, id: EntryId) -> &str {
        &self.article.prose[self.entries[id.0 as usize].first]
    }

    /// Some of the distinct forms.
    pub fn entries_where(&self, chosen: impl Fn(EntryId, &Entry) -> bool) -> EntrySet {
        let all = (0..).map(EntryId).zip(&self.entries).skip(1);
        self.set(all.filter(|(id, entry)| chosen(*id, entry)).map(|(id, _)| id))
    }

    /// The distinct forms of which any of this is known, which must be unusual.
    pub fn forms_with(&self, traits: Traits) -> impl Iterator<Item = (EntryId, &Entry)> {
        debug_assert!(UNUSUAL.contains(traits), "{traits:?}");
        let all = self.unusual.iter().map(|&id| (id, &self.entries[id.0 as usize]));
        all.filter(move |(_, entry)| entry.traits.any(traits))
    }

    /// These distinct forms.
    pub fn set(&self, forms: impl Iterator<Item = EntryId>) -> EntrySet {
        let mut set = EntrySet { bits: vec![0; self.entries.len() / 64 + 1], places: 0 };
        for id in forms {
            set.bits[id.0 as usize / 64] |= 1 << (id.0 % 64);
            set.places += self.entries[id.0 as usize].count as usize;
        }
        set
    }

    /// The numbers of the tokens of one of these kinds, which must be of brackets, hyphens, dashes or odd
    /// characters; in the order of the text.
    pub fn signs(&self, kinds: Kinds) -> impl Iterator<Item = usize> {
        let signs = self.signs.iter().map(|&index| index as usize);
        signs.filter(move |&index| kinds.contains(self.tokens[index].kind))
    }

    /// The numbers of the tokens that have one of these forms, in the order of the text.
    pub fn places(&self, set: &EntrySet) -> impl Iterator<Item = usize> + use<> {
        // All at once: the search is a few steps a token as long as nothing else is done between.
        let mut places = Vec::with_capacity(set.places);
        let mut tokens = self.tokens.iter().enumerate();
        while places.len() < set.places
            && let Some((index, _)) = tokens.find(|(_, token)| set.contains(token.entry()))
        {
            places.push(index as u32);
        }
        places.into_iter().map(|index| index as usize)
    }

    /// The number of the first token that starts at this byte of the prose or after it.
    pub fn token_at(&self, start: u32) -> usize {
        self.tokens.partition_point(|t| t.start() < start)
    }

    /// The number of the block that holds the token with this number.
    pub fn block_of(&self, token: usize) -> usize {
        self.ranges.partition_point(|r| r.end as usize <= token)
    }
}
