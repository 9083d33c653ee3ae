//! What the lexer (`text::lex`) cuts prose into. White space is no token: a token knows whether
//! some stands before it.

use bitflags::bitflags;

use super::span::Span;

/// A word, number, mark or address in the prose; 10 bytes, because an article of 100 MB has
/// twenty million of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C, packed(2))]
pub struct Token {
    start: u32,
    pub kind: Kind,
    pub flags: TokenFlags,
    /// Its length in bytes above the number of its form. A long token has no form: `LONG` above its
    /// length.
    tail: u32,
}

/// What is known of the word takes so many bits of the tail.
const NUMBER: u32 = 24;

/// Above the length of what is too long to have it above a number.
const LONG: u32 = u8::MAX as u32;

impl Token {
    /// The most bytes that one token may have; the lexer cuts longer runs.
    pub const MAX_LEN: usize = u16::MAX as usize;

    pub fn new(span: Span, kind: Kind, flags: TokenFlags) -> Token {
        debug_assert!(span.len() <= Token::MAX_LEN);
        let len = span.len() as u32;
        let tail = if len < LONG { len << NUMBER } else { LONG << NUMBER | len };
        Token { start: span.start, kind, flags, tail }
    }

    /// In the prose.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end() }
    }

    pub fn start(&self) -> u32 {
        self.start
    }

    pub fn end(&self) -> u32 {
        let above = self.tail >> NUMBER;
        self.start + if above == LONG { self.number() } else { above }
    }

    /// Whether it is longer than words are, so that no form is kept of it.
    pub fn is_long(&self) -> bool {
        self.tail >> NUMBER == LONG
    }

    /// What is known of the word; [`EntryId::NONE`] for what is no word or a long one.
    pub fn entry(&self) -> EntryId {
        if self.is_long() { EntryId::NONE } else { EntryId(self.number()) }
    }

    /// Says which form the word has. Past the sixteen million forms that can be told apart it is a
    /// word of none.
    pub fn set_entry(&mut self, EntryId(number): EntryId) {
        if number >> NUMBER == 0 && !self.is_long() {
            self.tail = self.tail >> NUMBER << NUMBER | number;
        }
    }

    fn number(&self) -> u32 {
        self.tail & ((1 << NUMBER) - 1)
    }

    /// Whether it is a word or an abbreviation with a capital at its front.
    pub fn is_capitalised(&self) -> bool {
        self.flags.contains(TokenFlags::CAPITAL)
    }

    /// Whether white space (or the start of the block) stands before it.
    pub fn spaced(&self) -> bool {
        self.flags.contains(TokenFlags::SPACE)
    }
}

/// The number of a distinct word form of an article; see `lexicon::Words`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct EntryId(pub u32);

impl EntryId {
    pub const NONE: EntryId = EntryId(0);
}

bitflags! {
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct TokenFlags: u8 {
        /// White space stands before it, or it starts its block.
        const SPACE = 1;
        /// The white space before it holds a line break.
        const LINE = 1 << 1;
        /// A sentence starts here.
        const SENTENCE = 1 << 2;
        /// A sentence may start here: the stop before it may be an abbreviation's only.
        const MAYBE_SENTENCE = 1 << 3;
        /// It starts its block (after the block's label or marker, if it has one).
        const BLOCK = 1 << 4;
        /// More than one white space character stands before it, or an odd one (tab, no-break).
        const WIDE = 1 << 5;
        /// It is a word with a capital at its front, or with such capitals of its own (“iPhone”); set
        /// when the words are looked up.
        const CAPITAL = 1 << 6;
    }
}

/// The kind of a token.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum Kind {
    /// Letters, with apostrophes inside (“don’t”, “Mexico’s”, “’em”). Compounds are cut at their
    /// hyphens.
    Word,
    /// An abbreviation with its stops: “U.S.”, “a.m.”, “Dr.”, “e.g.”; initials: “J.R.R.”
    Abbreviation,
    /// 7, 3.5, 1,000, 1980s, .375, ½
    Number,
    /// 21st
    Ordinal,
    /// 3:15, 10.30pm
    Time,
    /// 2:1, 6-4, 2010–15, 3/4, 3:16: figures joined by a mark, all one token
    Figures,
    /// A letter-and-figure name: B2B, 4K, G20, COVID19, mp3, 10k
    Code,
    /// URL, e-mail address, domain, file name or path
    Address,
    /// @handle, #tag
    Tag,
    /// A code span, an image, a shortcode: one opaque character
    Opaque,
    Comma,
    /// A full stop that belongs to no abbreviation or number
    Stop,
    /// … or two or more stops in a row
    Ellipsis,
    Semicolon,
    Colon,
    Question,
    Exclamation,
    Hyphen,
    /// – — and runs of hyphens
    Dash,
    Slash,
    /// ' or ’ that is neither in a word nor a quotation mark: “dogs’”’s mark is in its word
    Apostrophe,
    /// “ « „ or a straight mark in that place
    OpenQuote,
    /// ” » or a straight mark in that place
    CloseQuote,
    /// A straight double mark that may open or close
    StraightQuote,
    /// ‘ or a straight single mark in that place
    OpenSingle,
    /// ’ that closes a quotation, or a straight one
    CloseSingle,
    /// ( [ {
    OpenBracket,
    /// ) ] }
    CloseBracket,
    /// ′ ″ or a straight mark after a figure (6' 2")
    Prime,
    /// $ £ € ¥ and other currency signs
    Currency,
    /// % ‰ ° & + = * _ ~ | < > § © and all else
    Symbol,
    Emoji,
    /// Control, zero-width and private-use characters, replacement characters
    Odd,
}

impl Kind {
    pub const COUNT: usize = Kind::Odd as usize + 1;

    /// Whether it is a word or an abbreviation.
    pub fn is_wordlike(self) -> bool {
        matches!(self, Kind::Word | Kind::Abbreviation)
    }
}

/// A set of token kinds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Kinds(u64);

impl Kinds {
    pub const NONE: Kinds = Kinds(0);

    pub const fn of(kinds: &[Kind]) -> Kinds {
        let mut set = 0;
        let mut i = 0;
        while i < kinds.len() {
            set |= 1 << kinds[i] as u8;
            i += 1;
        }
        Kinds(set)
    }

    pub fn insert(&mut self, kind: Kind) {
        self.0 |= 1 << kind as u8;
    }

    pub const fn contains(self, kind: Kind) -> bool {
        self.has_number(kind as usize)
    }

    /// Whether it holds the kind with this number (`kind as usize`).
    pub const fn has_number(self, kind: usize) -> bool {
        self.0 & (1 << kind) != 0
    }
}
