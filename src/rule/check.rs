use crate::lexicon::Traits;
use crate::reading::{At, InBlock, Reading};
use crate::rule::report::Report;
use crate::text::{Kind, Kinds, TokenFlags};

/// A rule in code. Its page, `rules/<id>.md`, says the rest: level, message, where it looks.
#[derive(Clone, Copy)]
pub struct Check {
    /// `family/name`, as the page's path and, with underscores, the check's file.
    pub id: &'static str,
    pub run: Run,
}

/// When a check is called, and with what.
#[derive(Clone, Copy)]
pub enum Run {
    /// At each token that wakes it, so that fifty checks do not cost fifty passes.
    Token(Wake, fn(At, &mut Report)),
    /// At each block.
    Block(fn(InBlock, &mut Report)),
    /// Once an article. The check itself minds which blocks its page's `where` leaves out:
    /// [`Report::looks_at`].
    Article(fn(&Reading, &mut Report)),
}

/// The tokens at which a check is called: those of one of the kinds, those whose word has one of
/// the traits or is one of the words (in any case), and those with one of the flags; of these only the
/// ones that meet all conditions. A condition spares the call where it would come to nothing.
#[derive(Clone, Copy, Debug)]
pub struct Wake {
    pub kinds: Kinds,
    pub traits: Traits,
    pub words: &'static [&'static str],
    pub flags: TokenFlags,
    pub only: Only,
}

/// Conditions of a [`Wake`].
#[derive(Clone, Copy, Debug)]
pub struct Only {
    /// A word that wakes it by a trait or by itself has one of these, too, if any are named.
    pub having: Traits,
    /// And none of these.
    pub lacking: Traits,
    /// The next token of the block is of one of these kinds, or a word with one of these traits.
    pub before: Option<(Kinds, Traits)>,
    /// No white space stands before that token.
    pub glued: bool,
    /// White space stands before this token.
    pub spaced: bool,
}

impl Check {
    pub const fn token(id: &'static str, wake: Wake, run: fn(At, &mut Report)) -> Check {
        Check { id, run: Run::Token(wake, run) }
    }

    pub const fn block(id: &'static str, run: fn(InBlock, &mut Report)) -> Check {
        Check { id, run: Run::Block(run) }
    }

    pub const fn article(id: &'static str, run: fn(&Reading, &mut Report)) -> Check {
        Check { id, run: Run::Article(run) }
    }
}

impl Wake {
    const NONE: Wake = Wake {
        kinds: Kinds::NONE,
        traits: Traits::empty(),
        words: &[],
        flags: TokenFlags::empty(),
        only: Only { having: Traits::empty(), lacking: Traits::empty(), before: None, glued: false, spaced: false },
    };

    pub const fn kinds(kinds: &[Kind]) -> Wake {
        Wake { kinds: Kinds::of(kinds), ..Wake::NONE }
    }

    pub const fn traits(traits: Traits) -> Wake {
        Wake { traits, ..Wake::NONE }
    }

    pub const fn words(words: &'static [&'static str]) -> Wake {
        Wake { words, ..Wake::NONE }
    }

    pub const fn flags(flags: TokenFlags) -> Wake {
        Wake { flags, ..Wake::NONE }
    }

    pub const fn or_traits(mut self, traits: Traits) -> Wake {
        self.traits = traits;
        self
    }

    pub const fn or_kinds(mut self, kinds: &[Kind]) -> Wake {
        self.kinds = Kinds::of(kinds);
        self
    }

    pub const fn or_flags(mut self, flags: TokenFlags) -> Wake {
        self.flags = flags;
        self
    }
    /// Only words that have one of these traits, too.
    pub const fn having(mut self, traits: Traits) -> Wake {
        self.only.having = traits;
        self
    }

    /// Only words that have none of these traits.
    pub const fn lacking(mut self, traits: Traits) -> Wake {
        self.only.lacking = traits;
        self
    }

    /// Only where the next token is of one of these kinds, or a word with one of the traits.
    pub const fn before(mut self, kinds: &[Kind], traits: Traits) -> Wake {
        self.only.before = Some((Kinds::of(kinds), traits));
        self
    }

    /// Only where the next token follows without white space.
    pub const fn glued(mut self) -> Wake {
        self.only.glued = true;
        self
    }

    /// Only where white space stands before it.
    pub const fn spaced(mut self) -> Wake {
        self.only.spaced = true;
        self
    }
}
