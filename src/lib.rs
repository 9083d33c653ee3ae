//! copydesk reads an article as a copy editor does and says what is wrong with it.

pub mod checks;
pub mod diagnostic;
pub mod evidence;
pub mod fix;
pub mod lexicon;
pub mod lint;
pub mod reading;
pub mod registry;
pub mod rule;
pub mod text;
