//! Compiles what would otherwise be read at start-up: rule pages.

#[path = "build/pages.rs"]
mod pages;

// The parts of the crate that the build script shares, at the paths that they have there.
#[allow(dead_code)]
#[path = "src/diagnostic.rs"]
mod diagnostic;

#[allow(dead_code)]
#[path = "src/lexicon"]
mod lexicon {
    mod dialect;
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
}
