//! copydesk reads an article as a copy editor does and says what is wrong with it.

pub mod checks;
pub mod clean;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod edits;
pub mod evidence;
pub mod files;
pub mod fix;
pub mod lexicon;
pub mod lint;
mod nearest;
pub mod reading;
pub mod registry;
pub mod render;
pub mod rule;
pub mod suppress;
pub mod text;
