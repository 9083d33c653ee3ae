//! The pages in `rules/`, as `build.rs` compiled them.
// What the pages don't need today they may need tomorrow.
#![allow(unused_imports)]

use std::borrow::Cow::Borrowed;

use super::page::{Page, Scope};
use super::phrase::index::{Index, Key, Place};
use super::phrase::pattern::{Atom, Beside, Glances, Part, Pattern, Phrase, Piece, Replacement, Slot, Source};
use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Dialect;
use crate::text::BlockFlags;

include!(concat!(env!("OUT_DIR"), "/pages.rs"));
