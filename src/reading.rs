//! An article being read: its words, and the evidence that it gives, each part computed when a
//! rule first asks for it.

use std::ops::Deref;
use std::sync::OnceLock;

use crate::evidence::slips::Grounds;
use crate::evidence::{
    Abbreviations, Brackets, CodeWords, Dashes, Definitions, Doubles, Forms, Furniture, Headings, Headlines, Lists,
    Names, Quotations, Repeats, Roots, Slips, Sorts, Spelling, Starts, UnknownWords, Vocabulary,
};
pub use crate::lexicon::Dialect;
use crate::lexicon::{Entry, Lexicon, Traits, Words};
use crate::text::{Article, Block, BlockFlags, BlockKind, Format, Kind, MarkKind, Span, Token, TokenFlags};

pub struct Reading<'a> {
    words: Words<'a>,
    pub lexicon: &'a Lexicon,
    pub options: &'a Options,
    quotations: OnceLock<Quotations>,
    sorts: OnceLock<Sorts>,
    names: OnceLock<Names>,
    headings: OnceLock<Headings>,
    forms: OnceLock<Forms>,
    furniture: OnceLock<Furniture>,
    brackets: OnceLock<Brackets>,
    abbreviations: OnceLock<Abbreviations>,
    code_words: OnceLock<CodeWords>,
    dashes: OnceLock<Dashes>,
    definitions: OnceLock<Definitions>,
    doubles: OnceLock<Doubles>,
    roots: OnceLock<Roots>,
    repeats: OnceLock<Repeats>,
    starts: OnceLock<Starts>,
    headlines: OnceLock<Headlines>,
    lists: OnceLock<Lists>,
    vocabulary: OnceLock<Vocabulary>,
    unknown_words: OnceLock<UnknownWords>,
    slips: OnceLock<Slips>,
    spelling: OnceLock<Spelling>,
}

/// What the house has decided.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// House styles that are switched on (“ap”, “chicago”, “guardian”, “serial-comma”…).
    pub styles: Vec<String>,
    pub dialect: Option<Dialect>,
}

impl<'a> Reading<'a> {
    pub fn new(article: &'a Article<'a>, lexicon: &'a Lexicon, options: &'a Options) -> Reading<'a> {
        Reading {
            words: Words::read(article, lexicon),
            lexicon,
            options,
            quotations: OnceLock::new(),
            sorts: OnceLock::new(),
            names: OnceLock::new(),
            headings: OnceLock::new(),
            forms: OnceLock::new(),
            furniture: OnceLock::new(),
            brackets: OnceLock::new(),
            abbreviations: OnceLock::new(),
            code_words: OnceLock::new(),
            dashes: OnceLock::new(),
            definitions: OnceLock::new(),
            doubles: OnceLock::new(),
            roots: OnceLock::new(),
            repeats: OnceLock::new(),
            starts: OnceLock::new(),
            headlines: OnceLock::new(),
            lists: OnceLock::new(),
            vocabulary: OnceLock::new(),
            unknown_words: OnceLock::new(),
            slips: OnceLock::new(),
            spelling: OnceLock::new(),
        }
    }

    /// What stands in quotation marks or block quotations.
    pub fn quotations(&self) -> &Quotations {
        self.quotations.get_or_init(|| Quotations::gather(&self.words))
    }

    /// What each form is by itself.
    pub fn sorts(&self) -> &Sorts {
        self.sorts.get_or_init(|| Sorts::gather(&self.words, self.lexicon))
    }

    /// The names that the article uses, and how often each form has a name's capital.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::gather(&self.words, self.furniture()))
    }

    /// How the article writes its headings.
    pub fn headings(&self) -> &Headings {
        self.headings.get_or_init(|| Headings::gather(&self.words, self.names(), self.furniture(), self.quotations()))
    }

    /// What the article writes in more than one form.
    pub fn forms(&self) -> &Forms {
        self.forms.get_or_init(|| Forms::gather(&self.words, self.sorts(), self.furniture(), self.quotations()))
    }

    /// What stands in the text but is no copy.
    pub fn furniture(&self) -> &Furniture {
        self.furniture.get_or_init(|| Furniture::gather(&self.words, self.sorts()))
    }

    /// Which bracket belongs to which.
    pub fn brackets(&self) -> &Brackets {
        self.brackets.get_or_init(|| Brackets::gather(&self.words))
    }

    /// How the article spaces its abbreviations.
    pub fn abbreviations(&self) -> &Abbreviations {
        self.abbreviations.get_or_init(|| Abbreviations::gather(&self.words))
    }

    /// The names of programs that the article sets as code.
    pub fn code_words(&self) -> &CodeWords {
        self.code_words.get_or_init(|| CodeWords::gather(self.words.article))
    }

    /// How the article sets its dashes.
    pub fn dashes(&self) -> &Dashes {
        self.dashes.get_or_init(|| Dashes::gather(&self.words))
    }

    /// The abbreviations that the article explains.
    pub fn definitions(&self) -> &Definitions {
        self.definitions.get_or_init(|| Definitions::gather(&self.words, self.lexicon))
    }

    /// The words and phrases that stand twice in a row.
    pub fn doubles(&self) -> &Doubles {
        self.doubles.get_or_init(|| Doubles::gather(&self.words))
    }

    /// Which forms are one word.
    pub fn roots(&self) -> &Roots {
        self.roots.get_or_init(|| Roots::gather(&self.words, self.sorts()))
    }

    /// What the article says twice.
    pub fn repeats(&self) -> &Repeats {
        self.repeats.get_or_init(|| Repeats::gather(&self.words, self.roots(), self.furniture(), self.quotations()))
    }

    /// How the article's sentences start.
    pub fn starts(&self) -> &Starts {
        self.starts.get_or_init(|| Starts::gather(&self.words))
    }

    /// The headlines that stand twice, compete, or belong to another article.
    pub fn headlines(&self) -> &Headlines {
        self.headlines.get_or_init(|| Headlines::gather(&self.words, self.roots(), self.furniture()))
    }

    /// The lists, also those without markers.
    pub fn lists(&self) -> &Lists {
        self.lists.get_or_init(|| Lists::gather(&self.words))
    }

    /// Whether readers have all of the text before them at once.
    pub fn is_one_screen(&self) -> bool {
        /// In bytes: some 170 words, what a screen shows.
        const SCREEN: usize = 1_000;
        self.article.prose.len() <= SCREEN
    }

    /// Whether the span stands in a quotation that is a block of its own.
    pub fn is_pull_quote(&self, span: Span) -> bool {
        let blocks = &self.article.blocks;
        let number = blocks.partition_point(|b| b.span.start <= span.start).saturating_sub(1);
        let Some(block) = blocks.get(number) else { return false };
        let attributed = blocks.get(number + 1).is_some_and(|next| next.kind == BlockKind::Attribution);
        let text = &self.article.prose[block.span];
        let marked = text.starts_with(['“', '"', '‘']) && text.ends_with(['”', '"', '’']) && !text.contains("” ");
        block.flags.contains(BlockFlags::QUOTATION) || attributed || marked
    }

    /// How often each word stands in the article, in which case.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get_or_init(|| Vocabulary::gather(&self.words, self.roots()))
    }

    /// The words that nothing is known of.
    pub fn unknown_words(&self) -> &UnknownWords {
        self.unknown_words.get_or_init(|| UnknownWords::gather(&self.words))
    }

    /// Which of these are no words, and what they stand for.
    pub fn slips(&self) -> &Slips {
        self.slips.get_or_init(|| {
            Slips::gather(&Grounds {
                words: &self.words,
                lexicon: self.lexicon,
                unknown: self.unknown_words(),
                vocabulary: self.vocabulary(),
                roots: self.roots(),
                names: self.names(),
                dialect: self.dialect(),
            })
        })
    }

    /// How often the article uses words of one spelling.
    pub fn spelling(&self) -> Spelling {
        *self.spelling.get_or_init(|| Spelling::gather(&self.words))
    }

    /// The spelling that the article is read in: the house's, or else the one that it follows.
    pub fn dialect(&self) -> Option<Dialect> {
        self.options.dialect.or_else(|| self.spelling().followed())
    }

    /// All blocks, each with its tokens.
    pub fn blocks(&self) -> impl Iterator<Item = InBlock<'_>> {
        (0..self.article.blocks.len()).map(|number| self.block(number))
    }

    /// The block with this number.
    pub fn block(&self, number: usize) -> InBlock<'_> {
        InBlock { reading: self, number }
    }

    /// The token that starts at this byte of the prose, if one does.
    pub fn starting_at(&self, start: usize) -> Option<At<'_>> {
        let index = self.token_at(start as u32);
        self.tokens.get(index).is_some_and(|token| token.start() as usize == start).then(|| self.at(index))
    }

    /// The token with this number.
    pub fn at(&self, index: usize) -> At<'_> {
        At { reading: self, index, range_start: 0, range_end: 0 }.bounded()
    }
}

impl<'a> Deref for Reading<'a> {
    type Target = Words<'a>;

    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}

/// A block of an article being read.
#[derive(Clone, Copy)]
pub struct InBlock<'r> {
    pub reading: &'r Reading<'r>,
    pub number: usize,
}

impl<'r> InBlock<'r> {
    pub fn block(self) -> &'r Block {
        &self.reading.words.article.blocks[self.number]
    }

    /// The block, marked as furniture where it is shown to be by what it says.
    pub fn as_copy(self) -> Block {
        let mut block = *self.block();
        block.flags.set(BlockFlags::FURNITURE, self.is_furniture());
        block
    }

    /// Whether it holds no copy, by its markup or by what it says.
    pub fn is_furniture(self) -> bool {
        self.block().flags.contains(BlockFlags::FURNITURE) || self.reading.furniture().contains(self.number)
    }

    pub fn kind(self) -> BlockKind {
        self.block().kind
    }

    pub fn has(self, flags: BlockFlags) -> bool {
        self.block().flags.intersects(flags)
    }

    pub fn span(self) -> Span {
        self.block().span
    }

    pub fn text(self) -> &'r str {
        &self.reading.words.article.prose[self.span()]
    }

    /// Whether plain text goes on in the next line, without a free one between: what looks like a
    /// block may be a line that was broken there.
    pub fn has_next_line(self) -> bool {
        let article = self.reading.words.article;
        let next = article.blocks.get(self.number + 1).filter(|_| article.format == Format::Plain);
        next.is_some_and(|next| {
            let gap = &article.prose[self.span().end as usize..next.span.start as usize];
            memchr::memchr_iter(b'\n', gap.as_bytes()).count() < 2
        })
    }

    /// Whether all of it is marked so: a bold line is a heading that nobody marked as one, and a
    /// line that is all a link leads elsewhere.
    pub fn is_all(self, kind: MarkKind) -> bool {
        self.reading.words.article.marks_of(self.span()).any(|own| own == kind)
    }

    pub fn tokens(self) -> &'r [Token] {
        &self.reading.words.tokens[self.reading.words.range(self.number)]
    }

    /// A cursor on the token with this number in the block.
    pub fn token(self, number: usize) -> At<'r> {
        let range = self.reading.words.range(self.number);
        At::within(self.reading, range.start + number, &range)
    }

    /// A cursor on the token with this number in the article, which is one of the block's.
    pub fn at(self, index: usize) -> At<'r> {
        At::within(self.reading, index, &self.reading.words.range(self.number))
    }

    /// A cursor on each of its tokens.
    pub fn each(self) -> impl DoubleEndedIterator<Item = At<'r>> {
        let range = self.reading.words.range(self.number);
        let (range_start, range_end) = (range.start as u32, range.end as u32);
        range.map(move |index| At { reading: self.reading, index, range_start, range_end })
    }

    pub fn first(self) -> Option<At<'r>> {
        self.each().next()
    }

    pub fn last(self) -> Option<At<'r>> {
        self.each().next_back()
    }
}

/// A short word in lower case, without an allocation.
pub struct Lower {
    bytes: [u8; Lower::LONGEST],
    len: usize,
}

impl Lower {
    /// In bytes.
    pub const LONGEST: usize = 16;

    fn of(word: &str) -> Lower {
        let mut lower = Lower { bytes: [0; Lower::LONGEST], len: 0 };
        if let Some(bytes) = lower.bytes.get_mut(..word.len()) {
            bytes.copy_from_slice(word.as_bytes());
            bytes.make_ascii_lowercase();
            lower.len = word.len();
        }
        lower
    }
}

impl Deref for Lower {
    type Target = str;

    fn deref(&self) -> &str {
        // ASCII letters have changed, nothing else.
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// A token of an article being read, and the way to its neighbours in the same block.
#[derive(Clone, Copy)]
pub struct At<'r> {
    pub reading: &'r Reading<'r>,
    pub index: usize,
    range_start: u32,
    range_end: u32,
}

impl<'r> At<'r> {
    /// A cursor on the token `index` of a block whose tokens are `range_start..range_end`.
    pub(crate) fn within(reading: &'r Reading<'r>, index: usize, range: &std::ops::Range<usize>) -> At<'r> {
        At { reading, index, range_start: range.start as u32, range_end: range.end as u32 }
    }

    fn bounded(self) -> At<'r> {
        let range = self.reading.words.range(self.reading.words.block_of(self.index));
        At { range_start: range.start as u32, range_end: range.end as u32, ..self }
    }

    pub fn token(self) -> &'r Token {
        &self.reading.words.tokens[self.index]
    }

    pub fn kind(self) -> Kind {
        self.token().kind
    }

    pub fn is(self, kind: Kind) -> bool {
        self.kind() == kind
    }

    pub fn flags(self) -> TokenFlags {
        self.token().flags
    }

    pub fn span(self) -> Span {
        self.token().span()
    }

    #[inline]
    pub fn text(self) -> &'r str {
        &self.reading.words.article.prose[self.span()]
    }

    pub fn entry(self) -> &'r Entry {
        self.reading.words.entry(self.token())
    }

    pub fn traits(self) -> Traits {
        self.entry().traits
    }

    /// Whether any of these traits is the word's.
    pub fn has(self, traits: Traits) -> bool {
        self.traits().any(traits)
    }

    /// Whether white space stands before it (or it starts its block).
    pub fn spaced(self) -> bool {
        self.token().spaced()
    }

    /// Whether white space stands after it (or it ends its block).
    pub fn spaced_after(self) -> bool {
        self.next().is_none_or(|next| next.spaced())
    }

    /// Whether a sentence starts here for sure.
    pub fn starts_sentence(self) -> bool {
        self.flags().contains(TokenFlags::SENTENCE)
    }

    pub fn next(self) -> Option<At<'r>> {
        (self.index + 1 < self.range_end as usize).then(|| At { index: self.index + 1, ..self })
    }

    pub fn prev(self) -> Option<At<'r>> {
        (self.index > self.range_start as usize).then(|| At { index: self.index - 1, ..self })
    }

    /// The numbers of the tokens of its block.
    pub fn bounds(self) -> std::ops::Range<usize> {
        self.range_start as usize..self.range_end as usize
    }

    /// The block that it stands in.
    pub fn block(self) -> InBlock<'r> {
        InBlock { reading: self.reading, number: self.reading.words.block_of(self.index) }
    }

    /// The text between the end of the token before and this token's start: white space or
    /// nothing. Empty at the start of a block.
    pub fn gap(self) -> Span {
        let end = self.span().start;
        Span { start: self.prev().map_or(end, |p| p.span().end), end }
    }

    /// Whether the word is this one, in lower or upper case.
    #[inline]
    pub fn word_is(self, word: &str) -> bool {
        // Most words are told apart by their length and their first letter.
        let span = self.span();
        let first = self.reading.words.article.prose.as_bytes().get(span.start as usize);
        span.len() == word.len()
            && first.zip(word.as_bytes().first()).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
            && self.text().eq_ignore_ascii_case(word)
    }

    /// The word in lower case, for telling which of several it is; nothing of a longer one than
    /// [`Lower`] holds.
    #[inline]
    pub fn lower(self) -> Lower {
        Lower::of(self.text())
    }

    /// Whether it stands in a quotation.
    pub fn quoted(self) -> bool {
        self.reading.quotations().contains(self.span())
    }

    /// Whether it stands in inline markup of this kind.
    pub fn marked(self, kind: MarkKind) -> bool {
        // Marks may stand in one another, but seldom more than a few deep.
        const DEEP: usize = 8;
        let marks = &self.reading.article.marks;
        let after = marks.partition_point(|m| m.span.start <= self.span().start);
        marks[..after].iter().rev().take(DEEP).any(|m| m.kind == kind && m.span.contains(self.span()))
    }

    /// The first token of the sentence that it stands in, as far as that goes.
    pub fn sentence_start(self) -> At<'r> {
        /// What is longer is no sentence, and walking back through it from each of its words would
        /// take a square of time.
        const LONGEST: usize = 300;
        let mut at = self;
        for _ in 0..LONGEST {
            match at.prev().filter(|_| !at.starts_sentence()) {
                Some(prev) => at = prev,
                None => break,
            }
        }
        at
    }
}
