//! copydesk reads an article as a copy editor does and says what is wrong with it.
//!
//! An article goes through the parts in the order in which they know each other. [`files`] gives
//! its text; [`text`] makes an [`Article`](text::Article) of it, prose without markup and a map
//! back to the source; [`lexicon`] says what is known of each word beforehand, [`evidence`] what
//! the article itself shows, and a [`Reading`](reading::Reading) holds all of that. The rules (a
//! page in `rules/` each, a function in [`checks`] where the page's phrases are not enough; the
//! [`registry`] puts both together) look at the reading and report. [`lint`] is this pipeline. It
//! ends with diagnostics in spans of the source, which [`fix`] corrects until nothing is left to
//! correct and [`render`] shows. [`clean`] takes the page's furniture away. Files, settings,
//! colours and exit codes are the affair of [`config`] and [`cli`] alone.
//!
//! Start reading at [`lint::Linter::check`]; for a rule, at its page.

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
mod list;
mod nearest;
pub mod reading;
pub mod registry;
pub mod render;
pub mod rule;
mod sieve;
pub mod suppress;
pub mod text;
