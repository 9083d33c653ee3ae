//! The names of programs, commands, users and sites: what the article sets as code or shows in an
//! address. “rustup”, once it stands in backticks, has no capital anywhere.

use std::hash::BuildHasher;

use hashbrown::HashSet;
use memchr::memmem;
use rustc_hash::FxBuildHasher;

use crate::text::Article;

type Words = HashSet<u64, FxBuildHasher>;

/// Words as they are written, by their hashes.
#[derive(Debug, Default)]
pub struct CodeWords {
    /// The first of each stretch of code.
    first: Words,
    /// Those that stand alone in a block of code.
    typed: Words,
    /// Those that are a part of an address.
    sites: Words,
    /// Whether there is code at all, or what looks like a command’s option.
    shown: bool,
}

impl CodeWords {
    pub fn gather(article: &Article) -> CodeWords {
        let source = article.source;
        let mut words = CodeWords::default();
        let ticks = memchr::memchr_iter(b'`', source.as_bytes()).map(|at| &source[at + 1..]);
        let elements = memmem::find_iter(source.as_bytes(), "<code").map(|at| &source[at..]);
        let elements = elements.filter_map(|code| start_of(code).find('>').map(|end| &code[end + 1..]));
        for code in ticks.chain(elements) {
            words.shown = true;
            words.add_first(code);
        }
        for block in fenced(source).chain(preformatted(source)) {
            words.shown = true;
            words.add_typed(block);
        }
        for at in memmem::find_iter(source.as_bytes(), "://") {
            words.add_address(start_of(&source[at + 3..]).split(is_around_address).next().unwrap_or_default());
        }
        words.shown |=
            [" --", "$ ", "<tt"].iter().any(|mark| memmem::find(source.as_bytes(), mark.as_bytes()).is_some());
        words
    }

    /// Whether a stretch of code starts with the word.
    pub fn contains(&self, word: &str) -> bool {
        self.first.contains(&hash(word))
    }

    /// Whether the word stands alone in a block of code: the name of a user, a group, a table.
    pub fn are_typed(&self, word: &str) -> bool {
        self.typed.contains(&hash(word))
    }

    /// Whether the word is a part of an address in the source, from one mark to the next: “meain” of
    /// `https://blog.meain.io/2023/`, “skeema” of `https://www.skeema.io`. A part with hyphens is a title.
    pub fn name_a_site(&self, word: &str) -> bool {
        self.sites.contains(&hash(word))
    }

    /// Whether the article shows code, so that a hyphen before a word may be a program’s.
    pub fn are_shown(&self) -> bool {
        self.shown
    }

    fn add_first(&mut self, code: &str) {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let end = code.find(|c: char| !inside(c)).unwrap_or(code.len());
        if end > 1 {
            self.first.insert(hash(&code[..end]));
        }
    }

    fn add_typed(&mut self, block: &str) {
        let apart = |c: char| c.is_ascii_whitespace() || "|;:=,()<>'\"".contains(c);
        self.typed.extend(block.split(apart).filter(|word| !word.is_empty()).map(hash));
    }

    fn add_address(&mut self, address: &str) {
        for part in address.split(['/', '.', '@']) {
            let end = part.find(|c: char| !c.is_alphanumeric() && !"-_%".contains(c)).unwrap_or(part.len());
            self.sites.insert(hash(&part[..end]));
        }
    }
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// As much of it as an address or a tag has, as a rule: looking further from each would take a square of time.
fn start_of(text: &str) -> &str {
    const FAR: usize = 200;
    &text[..text.floor_char_boundary(FAR)]
}

/// What stands between fences.
fn fenced(source: &str) -> impl Iterator<Item = &str> {
    let mut fences = memmem::find_iter(source.as_bytes(), "\n```");
    std::iter::from_fn(move || {
        let open = fences.next()?;
        Some(&source[open + 4..fences.next().unwrap_or(source.len())])
    })
}

/// What stands in `pre` elements, their tags’ ends included.
fn preformatted(source: &str) -> impl Iterator<Item = &str> {
    let mut rest = source;
    std::iter::from_fn(move || {
        let (_, block) = rest.split_once("<pre")?;
        let (block, after) = block.split_once("</pre").unwrap_or((block, ""));
        rest = after;
        Some(block)
    })
}

fn is_around_address(c: char) -> bool {
    c.is_ascii_whitespace() || "()<>\"'[]".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Format;
    use crate::text::read::read;

    fn of(source: &str) -> CodeWords {
        CodeWords::gather(&read(source, Format::Markdown))
    }

    #[test]
    fn a_whole_part_of_an_address_names_a_site_and_a_part_of_a_title_does_not() {
        let names = |source: &str, word| of(source).name_a_site(word);
        assert!(names("See [meain](https://blog.meain.io/2023/git).", "meain"));
        assert!(names("by https://example.org/homeport/dyff", "dyff"));
        assert!(!names("See https://example.org/to-recieve-mail.", "recieve"));
        assert!(!names("They send/recieve. Nobody does.", "recieve"));
        assert!(!names("It is recieve", "recieve"));
    }

    #[test]
    fn a_word_of_a_block_of_code_is_typed_and_one_between_two_blocks_is_not() {
        let words = of("One\n\n```\nadd miriam; ls\n```\n\nand samuel\n\n```\nx\n```\n\n<pre>cd tobias</pre> judith");
        assert!(words.are_typed("miriam") && words.are_typed("tobias"));
        assert!(!words.are_typed("samuel") && !words.are_typed("judith"));
    }

    #[test]
    fn an_article_shows_code_by_its_marks_or_by_an_option() {
        assert!(of("Type `ls` here.").are_shown() && of("Use git --all for it.").are_shown());
        assert!(!of("A well-known road, £5, and a dash – here.").are_shown());
    }
}
