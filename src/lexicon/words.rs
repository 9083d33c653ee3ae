//! An article's tokens, each distinct word interned and looked up once.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::Lexicon;
use super::traits::Traits;
use crate::text::{Article, EntryId, Kind, Span, Token, lex};

/// An article cut into tokens, with what is known of its words.
pub struct Words<'a> {
    pub article: &'a Article<'a>,
    /// Of all blocks, in order.
    pub tokens: Vec<Token>,
    /// The tokens of each block.
    ranges: Vec<Range<u32>>,
    /// By [`EntryId`]; the first stands for “no word”.
    pub entries: Vec<Entry>,
    /// The numbers of the entries by their forms.
    table: HashTable<u32>,
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
        let (entries, table) = intern(&article.prose, &mut tokens, lexicon);
        Words { article, tokens, ranges, entries, table }
    }

    /// The entry of this form, as written, if it stands in the article.
    pub fn find(&self, form: &str) -> Option<EntryId> {
        let same = |&id: &u32| &self.article.prose[self.entries[id as usize].first] == form;
        self.table.find(FxBuildHasher.hash_one(form), same).map(|&id| EntryId(id))
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

fn intern(prose: &str, tokens: &mut [Token], lexicon: &Lexicon) -> (Vec<Entry>, HashTable<u32>) {
    let mut entries = vec![Entry { first: Span::default(), count: 0, traits: Traits::empty() }];
    let mut table: HashTable<u32> = HashTable::new();
    let hasher = FxBuildHasher;
    for token in tokens {
        if !matches!(token.kind, Kind::Word | Kind::Abbreviation) {
            continue;
        }
        let text = &prose[token.span()];
        let hash = hasher.hash_one(text);
        let same = |&id: &u32| &prose[entries[id as usize].first] == text;
        let id = match table.find(hash, same) {
            Some(&id) => id,
            None => {
                let id = entries.len() as u32;
                entries.push(Entry { first: token.span(), count: 0, traits: lexicon.traits(text) });
                table.insert_unique(hash, id, |&id| hasher.hash_one(&prose[entries[id as usize].first]));
                id
            }
        };
        entries[id as usize].count += 1;
        token.entry = EntryId(id);
    }
    (entries, table)
}
