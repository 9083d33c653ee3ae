//! Landmarks that hold copy after all. An `<aside>` is a sidebar on one page and a pull quote, a
//! caption or a box of facts on another; a `<form>` may be wrapped around a whole page, and a
//! `<footer>` may hold a transcript. What stands in such an element tells: running text is copy.

use std::ops::Range;

use super::super::element::Element;
use crate::text::{Block, BlockFlags, BlockKind, Mark, MarkKind};

/// An aside of no more words is a pull quote or a caption, which repeats the text by design.
const SHORT: usize = 60;
/// So many words of running text make a form or a footer copy.
const LONG: usize = 150;
/// A sentence of running text has so many words.
const SENTENCE: usize = 8;

/// In more landmarks than this no copy is looked for.
const DEEP: usize = 8;

/// What has been decided: the blocks that are furniture whatever stands around them.
#[derive(Default)]
pub struct Landmarks {
    furniture: Vec<Range<usize>>,
    /// How many are open.
    depth: usize,
}

impl Landmarks {
    /// An element starts, which may be a landmark.
    pub fn enter(&mut self, is_landmark: bool) {
        self.depth += usize::from(is_landmark);
    }

    /// Decides on the blocks from `first` on, which an element that has ended held. If it stands in
    /// another landmark, that one decides.
    pub fn leave(&mut self, element: Option<Element>, first: usize, prose: &str, blocks: &mut [Block], marks: &[Mark]) {
        self.depth -= 1;
        let open = self.undecided(first, blocks.len());
        let each = || open.iter().flat_map(Range::clone);
        let words = |n: usize| prose[blocks[n].span.range()].split_whitespace().count();
        let all = || each().map(words).sum::<usize>();
        let running = || each().filter(|n| is_running(prose, &blocks[*n], marks)).map(words).sum::<usize>();
        let copy = match element {
            _ if self.depth >= DEEP => false,
            Some(Element::ASIDE) => running() * 2 > all(),
            Some(Element::FORM | Element::FOOTER) => running() >= LONG,
            _ => false,
        };
        if !copy {
            while self.furniture.pop_if(|range| range.start >= first).is_some() {}
            self.furniture.push(first..blocks.len());
        } else if self.depth == 0 {
            let pulled = element == Some(Element::ASIDE) && all() <= SHORT;
            for n in open.into_iter().flatten() {
                blocks[n].flags.remove(BlockFlags::FURNITURE);
                if pulled && matches!(blocks[n].kind, BlockKind::Paragraph | BlockKind::Heading(_)) {
                    blocks[n].kind = BlockKind::Caption;
                }
            }
        }
    }

    /// The blocks from `first` to `end` on which no inner landmark has decided.
    fn undecided(&self, first: usize, end: usize) -> Vec<Range<usize>> {
        let from = self.furniture.partition_point(|range| range.start < first);
        let mut open = Vec::new();
        let mut at = first;
        for range in &self.furniture[from..] {
            open.push(at..range.start);
            at = range.end;
        }
        open.push(at..end);
        open
    }
}

/// Whether a block ends as sentences do and is no row of links.
fn is_running(prose: &str, block: &Block, marks: &[Mark]) -> bool {
    let text = &prose[block.span.range()];
    let ended = text.trim_end_matches(['”', '"', '’', ')', ']']).ends_with(['.', '!', '?', '…']);
    // Marks come in the order of their ends.
    let from = marks.partition_point(|mark| mark.span.end <= block.span.start);
    let inner = marks[from..].iter().take_while(|mark| mark.span.end <= block.span.end);
    let linked: usize = inner.filter(|mark| mark.kind == MarkKind::Link).map(|mark| mark.span.len()).sum();
    ended && text.split_whitespace().nth(SENTENCE - 1).is_some() && linked * 2 < text.len()
}
