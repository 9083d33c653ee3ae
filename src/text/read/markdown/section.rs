//! Long articles are parsed section by section, because what the parser builds of a text takes
//! several times its room.
//!
//! A section ends at a blank line with a paragraph or a heading above it and a line of text below:
//! nothing is open there. What refers to another section are the names of links and the numbers of
//! notes, so the definitions of all sections are gathered first.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};
use rustc_hash::FxHashSet;

use super::OPTIONS;
use crate::text::read::cover::{Cover, cover};

/// An article of no more bytes is parsed as a whole.
pub(super) const LONGEST: usize = 1 << 20;

/// The sections of a longer one have about so many bytes: what the parser builds of them stays small
/// beside the article.
const LENGTH: usize = 1 << 18;

/// The sections of an article and what they define for each other.
#[derive(Clone, Debug)]
pub struct Sections {
    /// They tile the article.
    pub ranges: Vec<Range<usize>>,
    links: FxHashSet<String>,
    notes: FxHashSet<String>,
}

impl Sections {
    /// A text that is parsed as a whole.
    pub fn one(range: Range<usize>) -> Sections {
        Sections { ranges: vec![range], links: FxHashSet::default(), notes: FxHashSet::default() }
    }

    /// The sections of an article whose text begins at `start`; a short one is not cut.
    pub fn of(source: &str, start: usize, covers: &[Cover]) -> Sections {
        let length = if source.len() > LONGEST { LENGTH } else { LONGEST };
        Sections::find(source, start, covers, length)
    }

    /// Cuts the text from `start` on into sections of about `length` bytes.
    pub fn find(source: &str, start: usize, covers: &[Cover], length: usize) -> Sections {
        let mut found = Sections { ranges: Vec::new(), ..Sections::one(0..0) };
        let (mut from, mut to) = (start, start);
        while source.len() - from > length {
            to = break_at(source, to.max(from + length), covers);
            let text = cover(source, from..to, covers);
            match found.gather(&text, |at| is_break(source, from + at) && !is_covered(from + at, covers)) {
                Some(end) => {
                    found.ranges.push(from..from + end);
                    from += end;
                }
                // What has no end of a section may be long: each try takes twice as much.
                None if to < source.len() => to = (to + (to - from)).min(source.len()),
                None => break,
            }
        }
        if from < source.len() {
            if !found.ranges.is_empty() {
                found.gather(&cover(source, from..source.len(), covers), |_| false);
            }
            found.ranges.push(from..source.len());
        }
        found
    }

    /// Gathers what a text defines. The last place in it, or its end, at which nothing is open and
    /// that is a break; the text is not all of the article, and what it ends with may go on.
    fn gather(&mut self, text: &str, is_break: impl Fn(usize) -> bool) -> Option<usize> {
        let parser = Parser::new_ext(text, OPTIONS);
        self.links.extend(parser.reference_definitions().iter().map(|(name, _)| folded(name)));
        let (mut depth, mut closed, mut last) = (0, false, None);
        for (event, range) in parser.into_offset_iter() {
            match event {
                Event::Start(tag) => {
                    if depth == 0 {
                        if closed && is_break(range.start) {
                            last = Some(range.start);
                        }
                        closed = matches!(tag, Tag::Paragraph | Tag::Heading { .. });
                    }
                    if let Tag::FootnoteDefinition(name) = tag {
                        self.notes.insert(folded(&name));
                    }
                    depth += 1;
                }
                Event::End(_) => depth -= 1,
                _ => closed &= depth > 0,
            }
        }
        if closed && is_break(text.len()) { Some(text.len()) } else { last }
    }

    /// The sections of the same text with some edits in it, `moved` by them. What an edit opens or
    /// defines shows in its own section, so that they need no search.
    pub fn moved(&self, source: &str, start: usize, moved: impl Fn(usize) -> usize) -> Sections {
        let starts = self.ranges.iter().skip(1).map(|range| moved(range.start));
        let starts = starts.filter(|&at| at > start && is_break(source, at));
        let bounds: Vec<usize> = [start].into_iter().chain(starts).chain([source.len()]).collect();
        Sections { ranges: bounds.windows(2).map(|pair| pair[0]..pair[1]).collect(), ..self.clone() }
    }

    /// Whether a section defines a link of this name.
    pub fn has_link(&self, name: &str) -> bool {
        !self.links.is_empty() && self.links.contains(&folded(name))
    }

    /// Definitions of the notes that a section speaks of: the parser knows no mark of a note that
    /// its text does not define.
    pub fn notes_of(&self, text: &str) -> String {
        let mut definitions = String::new();
        if self.notes.is_empty() || self.ranges.len() == 1 {
            return definitions;
        }
        let mut known = FxHashSet::default();
        for at in memchr::memmem::find_iter(text.as_bytes(), "[^") {
            let rest = &text[at + 2..];
            let Some(end) = memchr::memchr2(b']', b'\n', rest.as_bytes()) else { break };
            let name = &rest[..end];
            if self.notes.contains(&folded(name)) && known.insert(name) {
                definitions.extend(["[^", name, "]: x\n"]);
            }
        }
        definitions
    }
}

/// As the parser compares names.
fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        let space = if folded.is_empty() { "" } else { " " };
        folded.extend([space, &word.to_lowercase()]);
    }
    folded
}

/// The first line of text behind a blank one at `from` or after it, or else the end.
fn break_at(source: &str, from: usize, covers: &[Cover]) -> usize {
    let starts = memchr::memchr_iter(b'\n', &source.as_bytes()[from..]).map(|end| from + end + 1);
    { starts }.find(|&at| is_break(source, at) && !is_covered(at, covers)).unwrap_or(source.len())
}

/// Whether a line of text starts here, below a blank one.
fn is_break(source: &str, at: usize) -> bool {
    let Some((before, rest)) = source.as_bytes().split_at_checked(at) else { return false };
    let blank = before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n");
    let text = match rest {
        // No mark of a list, which has a space behind it, and no rule across the page.
        [b'*' | b'_', letter, ..] => letter.is_ascii_alphabetic(),
        [first, ..] => first.is_ascii_alphabetic() || *first == b'#',
        [] => false,
    };
    blank && text
}

/// Whether what is covered reaches over this byte or to it.
fn is_covered(at: usize, covers: &[Cover]) -> bool {
    let before = covers.partition_point(|cover| cover.span.range().start <= at);
    covers[..before].last().is_some_and(|cover| cover.span.range().end >= at)
}
