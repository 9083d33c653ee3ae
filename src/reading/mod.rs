//! An article being read: its words, and the evidence that it gives, each part computed when a
//! rule first asks for it.

mod at;
mod block;

use std::ops::Deref;
use std::sync::OnceLock;

pub use self::at::{At, Lower};
pub use self::block::InBlock;

use crate::evidence::slips::Grounds;
use crate::evidence::{
    Abbreviations, Brackets, CodeWords, Dashes, Definitions, Doubles, Forms, Furniture, Headings, Headlines, Lists,
    Names, Quotations, Repeats, Roots, Slips, Sorts, Spelling, Starts, UnknownWords, Vocabulary,
};
pub use crate::lexicon::Dialect;
use crate::lexicon::{Lexicon, Words};
use crate::text::{Article, BlockFlags, BlockKind, Span};

pub struct Reading<'a> {
    words: Words<'a>,
    pub lexicon: &'a Lexicon,
    pub options: &'a Options,
    evidence: Evidence,
}

/// Each part is empty until somebody asks for it.
#[derive(Default)]
struct Evidence {
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
        Reading { words: Words::read(article, lexicon), lexicon, options, evidence: Evidence::default() }
    }

    /// What stands in quotation marks or block quotations.
    pub fn quotations(&self) -> &Quotations {
        self.evidence.quotations.get_or_init(|| Quotations::gather(&self.words))
    }

    /// What each form is by itself.
    pub fn sorts(&self) -> &Sorts {
        self.evidence.sorts.get_or_init(|| Sorts::gather(&self.words, self.lexicon))
    }

    /// The names that the article uses, and how often each form has a name's capital.
    pub fn names(&self) -> &Names {
        self.evidence.names.get_or_init(|| Names::gather(&self.words, self.furniture()))
    }

    /// How the article writes its headings.
    pub fn headings(&self) -> &Headings {
        self.evidence
            .headings
            .get_or_init(|| Headings::gather(&self.words, self.names(), self.furniture(), self.quotations()))
    }

    /// What the article writes in more than one form.
    pub fn forms(&self) -> &Forms {
        self.evidence
            .forms
            .get_or_init(|| Forms::gather(&self.words, self.sorts(), self.furniture(), self.quotations()))
    }

    /// What stands in the text but is no copy.
    pub fn furniture(&self) -> &Furniture {
        self.evidence.furniture.get_or_init(|| Furniture::gather(&self.words, self.sorts()))
    }

    /// Which bracket belongs to which.
    pub fn brackets(&self) -> &Brackets {
        self.evidence.brackets.get_or_init(|| Brackets::gather(&self.words))
    }

    /// How the article spaces its abbreviations.
    pub fn abbreviations(&self) -> &Abbreviations {
        self.evidence.abbreviations.get_or_init(|| Abbreviations::gather(&self.words))
    }

    /// The names of programs that the article sets as code.
    pub fn code_words(&self) -> &CodeWords {
        self.evidence.code_words.get_or_init(|| CodeWords::gather(self.words.article))
    }

    /// How the article sets its dashes.
    pub fn dashes(&self) -> &Dashes {
        self.evidence.dashes.get_or_init(|| Dashes::gather(&self.words))
    }

    /// The abbreviations that the article explains.
    pub fn definitions(&self) -> &Definitions {
        self.evidence.definitions.get_or_init(|| Definitions::gather(&self.words, self.lexicon))
    }

    /// The words and phrases that stand twice in a row.
    pub fn doubles(&self) -> &Doubles {
        self.evidence.doubles.get_or_init(|| Doubles::gather(&self.words))
    }

    /// Which forms are one word.
    pub fn roots(&self) -> &Roots {
        self.evidence.roots.get_or_init(|| Roots::gather(&self.words, self.sorts()))
    }

    /// What the article says twice.
    pub fn repeats(&self) -> &Repeats {
        self.evidence
            .repeats
            .get_or_init(|| Repeats::gather(&self.words, self.roots(), self.furniture(), self.quotations()))
    }

    /// How the article's sentences start.
    pub fn starts(&self) -> &Starts {
        self.evidence.starts.get_or_init(|| Starts::gather(&self.words))
    }

    /// The headlines that stand twice, compete, or belong to another article.
    pub fn headlines(&self) -> &Headlines {
        self.evidence.headlines.get_or_init(|| Headlines::gather(&self.words, self.roots(), self.furniture()))
    }

    /// The lists, also those without markers.
    pub fn lists(&self) -> &Lists {
        self.evidence.lists.get_or_init(|| Lists::gather(&self.words))
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
        self.evidence.vocabulary.get_or_init(|| Vocabulary::gather(&self.words, self.roots()))
    }

    /// The words that nothing is known of.
    pub fn unknown_words(&self) -> &UnknownWords {
        self.evidence.unknown_words.get_or_init(|| UnknownWords::gather(&self.words))
    }

    /// Which of these are no words, and what they stand for.
    pub fn slips(&self) -> &Slips {
        self.evidence.slips.get_or_init(|| {
            Slips::gather(&Grounds {
                words: &self.words,
                lexicon: self.lexicon,
                unknown: self.unknown_words(),
                vocabulary: &|| self.vocabulary(),
                roots: self.roots(),
                names: self.names(),
                dialect: self.dialect(),
            })
        })
    }

    /// How often the article uses words of one spelling.
    pub fn spelling(&self) -> Spelling {
        *self.evidence.spelling.get_or_init(|| Spelling::gather(&self.words))
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
        At::within(self, index, &self.words.range(self.words.block_of(index)))
    }
}

impl<'a> Deref for Reading<'a> {
    type Target = Words<'a>;

    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}
