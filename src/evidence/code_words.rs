//! The names of programs and commands: what the article sets as code. “rustup”, once it stands in
//! backticks, has no capital anywhere.

use std::hash::BuildHasher;

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::text::Article;

#[derive(Debug, Default)]
pub struct CodeWords {
    /// The first word of each stretch of code, as it is written, by its hash.
    words: HashSet<u64, FxBuildHasher>,
    /// Where blocks of code are opened and closed by tags, and by fences, in the source.
    opened: Vec<usize>,
    closed: Vec<usize>,
    fences: Vec<usize>,
    /// Whether there are addresses in the source.
    addresses: bool,
}

const OPENS: &str = "<pre";
const CLOSES: &str = "</pre";
const FENCE: &str = "\n```";

/// So many places of a word are looked at.
const MOST: usize = 8;

impl CodeWords {
    pub fn gather(article: &Article) -> CodeWords {
        let source = article.source;
        let places = |mark: &str| memchr::memmem::find_iter(source.as_bytes(), mark).collect();
        let mut words = CodeWords {
            words: HashSet::default(),
            opened: places(OPENS),
            closed: places(CLOSES),
            fences: places(FENCE),
            addresses: memchr::memmem::find(source.as_bytes(), b"://").is_some(),
        };
        for at in memchr::memchr_iter(b'`', source.as_bytes()) {
            words.add(&source[at + 1..]);
        }
        for at in memchr::memmem::find_iter(source.as_bytes(), "<code") {
            let rest = &source[at..];
            words.add(rest.split_once('>').map_or("", |(_, rest)| rest));
        }
        words
    }

    /// Whether the word is a part of an address in the source, from one mark to the next: “meain” of
    /// `https://blog.meain.io/2023/`, “skeema” of `https://www.skeema.io`. A part with hyphens is a title.
    pub fn names_a_site(&self, source: &str, word: &str) -> bool {
        /// An address is no longer, as a rule.
        const FAR: usize = 200;
        if !self.addresses {
            return false;
        }
        let bytes = source.as_bytes();
        memchr::memmem::find_iter(bytes, word).any(|at| {
            let opens = at > 0 && matches!(bytes[at - 1], b'/' | b'.' | b'@');
            let closes = bytes.get(at + word.len()).is_none_or(|b| !b.is_ascii_alphanumeric() && !b"-_%".contains(b));
            let starts = |b: &u8| b.is_ascii_whitespace() || b"()<>\"'[]".contains(b);
            opens && closes && {
                let from = bytes[at.saturating_sub(FAR)..at].iter().rposition(starts).map_or(0, |n| n + 1);
                let from = at.saturating_sub(FAR) + from;
                memchr::memmem::find(&bytes[from..at], b"://").is_some()
            }
        })
    }

    /// Whether the word stands alone in a block of code: the name of a user, a group, a table.
    pub fn is_typed(&self, source: &str, word: &str) -> bool {
        if self.opened.is_empty() && self.fences.is_empty() {
            return false;
        }
        let bytes = source.as_bytes();
        let apart = |b: Option<&u8>| b.is_none_or(|b| b.is_ascii_whitespace() || b"|;:=,()<>'\"".contains(b));
        memchr::memmem::find_iter(bytes, word)
            .filter(|&at| apart(at.checked_sub(1).and_then(|before| bytes.get(before))))
            .filter(|&at| apart(bytes.get(at + word.len())))
            .take(MOST)
            .any(|at| {
                let before = |places: &[usize], mark: &str| places.partition_point(|place| place + mark.len() <= at);
                let last = |places: &[usize], mark| before(places, mark).checked_sub(1).map(|last| places[last]);
                last(&self.opened, OPENS) > last(&self.closed, CLOSES) || before(&self.fences, FENCE) % 2 == 1
            })
    }

    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(&FxBuildHasher.hash_one(word))
    }

    fn add(&mut self, code: &str) {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let end = code.find(|c: char| !inside(c)).unwrap_or(code.len());
        if end > 1 {
            self.words.insert(FxBuildHasher.hash_one(&code[..end]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read::plain;

    #[test]
    fn a_whole_part_of_an_address_names_a_site_and_a_part_of_a_title_does_not() {
        let names = |source: &str, word| CodeWords::gather(&plain::read(source)).names_a_site(source, word);
        assert!(names("See [meain](https://blog.meain.io/2023/git).", "meain"));
        assert!(names("by https://example.org/homeport/dyff", "dyff"));
        assert!(!names("See https://example.org/to-recieve-mail.", "recieve"));
        assert!(!names("They send/recieve. Nobody does.", "recieve"));
        assert!(!names("It is recieve", "recieve"));
    }
}
