//! An article's tokens, each distinct word interned and looked up once.

use std::ops::Range;

use super::Lexicon;
use super::interner::{Kept, Numbered, Numbers};
use super::traits::Traits;
use crate::text::{Article, EntryId, Kind, Kinds, Span, Token, TokenFlags, lex};

/// An article cut into tokens, with what is known of its words.
pub struct Words<'a> {
    pub article: &'a Article<'a>,
    /// Of all blocks, in order.
    pub tokens: Vec<Token>,
    /// The tokens of each block.
    ranges: Vec<Range<u32>>,
    /// By [`EntryId`]; the first stands for “no word”.
    pub entries: Vec<Entry>,
    numbers: Numbers<'a>,
    /// The kinds of the tokens that are no words.
    pub marks: Kinds,
    /// The numbers of the tokens that are quotation marks.
    pub quotes: Vec<usize>,
    /// Those of brackets, hyphens, dashes and odd characters.
    signs: Vec<u32>,
    /// The tokens whose form stands among the four tokens before them, too, or that may be the word before
    /// them with other capitals: few, of which some are a word or a phrase said twice.
    pub echoes: Vec<u32>,
    /// The forms of which something [`UNUSUAL`] is known.
    unusual: Vec<EntryId>,
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

const QUOTES: Kinds =
    Kinds::of(&[Kind::OpenQuote, Kind::CloseQuote, Kind::StraightQuote, Kind::OpenSingle, Kind::CloseSingle]);

const SIGNS: Kinds = Kinds::of(&[Kind::OpenBracket, Kind::CloseBracket, Kind::Hyphen, Kind::Dash, Kind::Odd]);

/// What few forms of an article have, and many rules ask for.
const UNUSUAL: Traits = Traits::UPPER
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
        let mut tokens = Vec::with_capacity(article.prose.len() / 5);
        let mut ranges = Vec::with_capacity(article.blocks.len());
        for block in &article.blocks {
            let start = tokens.len() as u32;
            lex::block(&article.prose, block, &mut tokens);
            ranges.push(start..tokens.len() as u32);
        }
        let mut words = Words {
            article,
            tokens,
            ranges,
            entries: Vec::with_capacity(Numbers::likely(&article.prose)),
            numbers: Numbers::new(&article.prose, lexicon.number),
            marks: Kinds::NONE,
            quotes: Vec::new(),
            signs: Vec::new(),
            echoes: Vec::new(),
            unusual: Vec::new(),
        };
        words.intern(lexicon);
        words
    }

    /// Gives each token the number of its form, and looks each form up when it is met first.
    fn intern(&mut self, lexicon: &Lexicon) {
        let prose = &self.article.prose;
        self.entries.push(Entry { first: Span::default(), count: 0, traits: Traits::empty() });
        let mut numbering = self.numbers.begin();
        // The forms of the tokens before, the nearest first, and how long that one is and whether it has a
        // capital.
        let (mut before, mut last) = ([0; 4], (0, false));
        for (index, token) in self.tokens.iter_mut().enumerate() {
            let (others, (last_len, last_capital)) = (before, std::mem::take(&mut last));
            before = [0, others[0], others[1], others[2]];
            if !token.kind.is_wordlike() {
                self.marks.insert(token.kind);
                if QUOTES.contains(token.kind) {
                    self.quotes.push(index);
                } else if SIGNS.contains(token.kind) {
                    self.signs.push(index as u32);
                }
                continue;
            }
            if token.is_long() {
                continue;
            }
            let span = token.span();
            let Numbered { number, flags, new } = numbering.number(prose, span, || lexicon.traits(&prose[span]));
            if let Some(traits) = new {
                if traits.any(UNUSUAL) {
                    self.unusual.push(EntryId(number));
                }
                self.entries.push(Entry { first: span, count: 0, traits });
            }
            let capital = flags.contains(TokenFlags::CAPITAL);
            if others.contains(&number) || span.len() == last_len && (capital || last_capital) {
                self.echoes.push(index as u32);
            }
            (before[0], last) = (number, (span.len(), capital));
            token.set_entry(EntryId(number));
            token.flags |= flags;
            self.entries[number as usize].count += 1;
        }
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
        self.numbers.find(form).map(EntryId)
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
