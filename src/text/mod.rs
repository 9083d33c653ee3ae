//! Prose as data: an article, its blocks, its tokens and its sentences. Knows nothing of rules.

pub mod abbreviation;
pub mod article;
pub mod date;
pub mod lex;
pub mod map;
pub mod numeral;
pub mod read;
pub mod sentence;
pub mod span;
pub mod token;

pub use article::{Article, Block, BlockFlags, BlockKind, Comment, Format, Mark, MarkKind, OPAQUE, Skipped};
pub use map::{Change, Map, Piece, PieceKind};
pub use span::Span;
pub use token::{EntryId, Kind, Kinds, Token, TokenFlags};
