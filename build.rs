//! Compiles what would otherwise be read at start-up: rule pages and word lists.

#[path = "build/pages.rs"]
mod pages;
#[path = "build/variants.rs"]
mod variants;
#[path = "build/lexicon.rs"]
mod word_lists;

// The parts of the crate that the build script shares, at the paths that they have there.
#[allow(dead_code)]
#[path = "src/diagnostic.rs"]
mod diagnostic;

#[path = "src/nearest.rs"]
mod nearest;

#[allow(dead_code)]
#[path = "src/lexicon"]
mod lexicon {
    mod dialect;
    pub mod layout;
    pub mod sound;
    pub mod traits;
    pub mod variants_layout;
    pub use dialect::Dialect;
}

#[allow(dead_code)]
#[path = "src/text"]
mod text {
    mod article;
    mod map;
    mod span;
    pub use article::{Block, BlockFlags, BlockKind, Format};
    pub use span::Span;
}

#[allow(dead_code)]
#[path = "src/rule"]
mod rule {
    pub mod error;
    pub mod page;
    #[path = "phrase"]
    pub mod phrase {
        pub mod index;
        pub mod parse;
        pub mod pattern;
    }
}

fn main() {
    pages::compile();
    word_lists::compile();
    variants::compile();
}
