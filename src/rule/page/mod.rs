//! A rule's page: the manual, the metadata, the tests and, for phrase rules, the implementation.
//! `build.rs` turns the pages in `rules/` into statics of these types; `--rules` makes the same
//! values at run time. `rules/README.md` tells how a page is written.

mod blocks;
mod examples;
mod front;
mod parse;

use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Dialect;
use crate::text::{Block, BlockFlags, BlockKind, Format, Span};

pub use super::phrase::pattern::{List, Pattern, Phrase, Text};
pub use parse::parse;

/// What a program needs of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// `family/name`: the page's path without its ending.
    pub id: Text,
    pub title: Text,
    pub level: Level,
    /// How far the rule's first fix can be trusted; `None` for a rule without fixes.
    pub fix: Option<Applicability>,
    pub scope: Scope,
    /// The house styles that switch the rule on; without one it is on by default.
    pub styles: List<Text>,
    /// The only spelling in which the rule holds.
    pub dialect: Option<Dialect>,
    /// The style guides and dictionaries that say so.
    pub sources: List<Text>,
    /// Ids that the rule had before.
    pub was: List<Text>,
    /// What a finding says, with `{match}`, `{fix}`, the pattern's groups (`{1}`) and the check's
    /// own slots.
    pub message: Text,
    /// What is looked for; none where a check does that.
    pub phrases: List<Phrase>,
    /// A match that shares a word with one of these is left alone.
    pub excepts: List<Pattern>,
    /// The whole page, as it is written.
    pub source: Text,
}

/// A page with what only its writer, its readers and its tests need.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub page: Page,
    pub examples: Vec<Example>,
    pub leave_alone: Vec<Example>,
}

/// A small article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// Where it stands in the page.
    pub span: Span,
    pub format: Format,
    pub text: String,
    /// The article after the rule's first fixes, if they change it.
    pub after: Option<String>,
    /// What is found, where the page marks it with `[[…]]`.
    pub marked: Vec<Span>,
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

impl Page {
    /// The part of the id before the slash.
    pub fn family(&self) -> &str {
        self.id.split_once('/').map_or(&self.id, |(family, _)| family)
    }
}

impl Sheet {
    /// The line of the page on which an example starts, from 1.
    pub fn line(&self, example: &Example) -> usize {
        1 + self.page.source[..example.span.start as usize].matches('\n').count()
    }
}

impl Scope {
    /// All blocks but the page's furniture.
    pub const COPY: Scope = Scope { kinds: u8::MAX, without: BlockFlags::FURNITURE, within: BlockFlags::empty() };

    /// The kinds of blocks with their names on a page.
    pub const KINDS: [(&str, BlockKind); 7] = [
        ("heading", BlockKind::Heading(1)),
        ("paragraph", BlockKind::Paragraph),
        ("item", BlockKind::Item),
        ("cell", BlockKind::Cell),
        ("caption", BlockKind::Caption),
        ("turn", BlockKind::Turn),
        ("attribution", BlockKind::Attribution),
    ];

    /// The flags of blocks with their names on a page.
    pub const FLAGS: [(&str, BlockFlags); 5] = [
        ("quotation", BlockFlags::QUOTATION),
        ("list", BlockFlags::LIST),
        ("furniture", BlockFlags::FURNITURE),
        ("lines", BlockFlags::LINES),
        ("term", BlockFlags::TERM),
    ];

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
