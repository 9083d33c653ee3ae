//! What this article shows: its quotations, its names, its forms, its headings, its repeats. One
//! type each, gathered from `lexicon::Words` on first use.

pub mod abbreviations;
pub mod brackets;
pub mod code_words;
pub mod dashes;
pub mod definitions;
pub mod doubles;
pub mod forms;
pub mod furniture;
pub mod headings;
pub mod headlines;
pub mod lists;
pub mod names;
pub mod quotations;
pub mod repeats;
pub mod roots;
pub mod slips;
pub mod sorts;
pub mod spelling;
pub mod starts;
pub mod unknown_words;
pub mod vocabulary;

pub use abbreviations::Abbreviations;
pub use brackets::Brackets;
pub use code_words::CodeWords;
pub use dashes::Dashes;
pub use definitions::Definitions;
pub use doubles::Doubles;
pub use forms::Forms;
pub use furniture::{Furniture, FurnitureKind};
pub use headings::Headings;
pub use headlines::Headlines;
pub use lists::Lists;
pub use names::Names;
pub use quotations::Quotations;
pub use repeats::Repeats;
pub use roots::Roots;
pub use slips::Slips;
pub use sorts::{Marks, Sorts};
pub use spelling::Spelling;
pub use starts::Starts;
pub use unknown_words::UnknownWords;
pub use vocabulary::Vocabulary;
