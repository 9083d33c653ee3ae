//! Compiles what would otherwise be read at start-up: rule pages and word lists.

#[path = "build/letters.rs"]
mod letters;
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
    link_at_a_fixed_address();
}

/// The tables of rule pages hold some 57,000 addresses. Where the program may be loaded anywhere, each
/// is an entry of 24 bytes in the file that the loader works off at every start.
fn link_at_a_fixed_address() {
    let is = |variable: &str, value: &str| std::env::var(variable).is_ok_and(|set| set == value);
    let gnu = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    let whole = std::env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|set| set.contains("crt-static"));
    if gnu && !whole && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
