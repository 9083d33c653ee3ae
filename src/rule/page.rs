//! A rule's page: the manual, the metadata, the tests and, for phrase rules, the implementation.
//! `build.rs` turns the pages in `rules/` into statics of these types; `--rules` makes the same
//! values at run time.

use std::borrow::Cow;

use crate::diagnostic::{Applicability, Level};
use crate::text::{Block, BlockFlags, BlockKind};

type Text = Cow<'static, str>;
type List<T> = Cow<'static, [T]>;

#[derive(Clone, Debug)]
pub struct Page {
    /// `family/name`: the page's path without its ending.
    pub id: Text,
    pub title: Text,
    pub level: Level,
    /// How far the rule's first fix can be trusted; `None` for a rule without fixes.
    pub fix: Option<Applicability>,
    pub scope: Scope,
    /// The house style that switches the rule on; without one it is on by default.
    pub style: Option<Text>,
    /// Ids that the rule had before.
    pub was: List<Text>,
    /// What a finding says, with `{match}`, `{fix}` and the check's own slots.
    pub message: Text,
    pub examples: List<Example>,
    pub leave_alone: List<Example>,
    /// The whole page, as it is written.
    pub source: Text,
}

/// Which blocks a rule looks at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scope {
    /// Bits by [`Scope::bit`].
    pub kinds: u8,
    /// A block with one of these is left out.
    pub without: BlockFlags,
    /// A block has one of these, if any is named.
    pub within: BlockFlags,
}

/// A piece of text with a fault, or without.
#[derive(Clone, Debug)]
pub struct Example {
    pub before: Text,
}

impl Page {
    /// The part of the id before the slash.
    pub fn family(&self) -> &str {
        self.id.split_once('/').map_or(&self.id, |(family, _)| family)
    }
}

impl Scope {
    /// All blocks but the page's furniture.
    pub const COPY: Scope = Scope { kinds: u8::MAX, without: BlockFlags::FURNITURE, within: BlockFlags::empty() };

    pub const fn bit(kind: BlockKind) -> u8 {
        1 << match kind {
            BlockKind::Heading(_) => 0,
            BlockKind::Paragraph => 1,
            BlockKind::Item => 2,
            BlockKind::Cell => 3,
            BlockKind::Caption => 4,
            BlockKind::Turn => 5,
            BlockKind::Attribution => 6,
        }
    }

    /// Whether the rule looks at this block.
    pub fn admits(&self, block: &Block) -> bool {
        self.kinds & Scope::bit(block.kind) != 0
            && !block.flags.intersects(self.without)
            && (self.within.is_empty() || block.flags.intersects(self.within))
    }
}
