//! The names of programs and commands: what the article sets as code. “rustup”, once it stands in
//! backticks, has no capital anywhere.

use std::hash::BuildHasher;

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::text::Article;

/// The first word of each stretch of code, as it is written, by its hash.
#[derive(Debug, Default)]
pub struct CodeWords(HashSet<u64, FxBuildHasher>);

impl CodeWords {
    pub fn gather(article: &Article) -> CodeWords {
        let source = article.source;
        let mut words = CodeWords::default();
        for at in memchr::memchr_iter(b'`', source.as_bytes()) {
            words.add(&source[at + 1..]);
        }
        for at in memchr::memmem::find_iter(source.as_bytes(), "<code") {
            let rest = &source[at..];
            words.add(rest.split_once('>').map_or("", |(_, rest)| rest));
        }
        words
    }

    pub fn contains(&self, word: &str) -> bool {
        self.0.contains(&FxBuildHasher.hash_one(word))
    }

    fn add(&mut self, code: &str) {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let end = code.find(|c: char| !inside(c)).unwrap_or(code.len());
        if end > 1 {
            self.0.insert(FxBuildHasher.hash_one(&code[..end]));
        }
    }
}
