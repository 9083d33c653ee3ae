//! What stands in the text but is no copy: the parts of a web page that came along when an article
//! was copied from it (breadcrumbs, share bars, comment forms, notices), and the fields of a
//! template that were never filled in or taken out.
//!
//! Most furniture gives itself away: nobody writes “Leave a Comment” as a paragraph. Such lines are
//! *sure*. Others, like “Share” or “Menu”, are words that a heading may also consist of; they count
//! only in company. Evidence that a block is furniture keeps the other rules away from it, so what
//! is not plain to see stays copy.

mod gate;
mod labels;
mod line;
mod lines;
mod prompts;
mod services;
mod trail;

use std::ops::Range;

use super::Sorts;
use crate::lexicon::Words;
use crate::text::{BlockFlags, BlockKind, Span};

use gate::{Gate, Suspicion};
pub use gate::{LITTLE, MUCH, telling};
use line::Line;

/// The furniture of an article.
#[derive(Debug, Default)]
pub struct Furniture {
    pieces: Vec<Piece>,
    /// One bit a block; empty where an article has no furniture, as most have not.
    blocks: Vec<u64>,
}

/// A piece of furniture: a block, a row of blocks, or the label at the start of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub kind: FurnitureKind,
    /// In the prose.
    pub span: Span,
    /// The blocks that it stands in.
    pub blocks: Range<usize>,
    /// How much of the blocks it is.
    pub part: Part,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// All of them.
    Whole,
    /// Something before the copy: it may go, the rest stays.
    Front,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FurnitureKind {
    /// “Home » News » …”
    Breadcrumb,
    /// “Share on Facebook”
    Share,
    /// “Leave a Comment”
    Comments,
    /// “This site uses cookies.”
    Notice,
    /// “You may also like”, and the links under it
    Related,
    /// “Subscribe to our newsletter.”
    Newsletter,
    /// “About the author”, “View all posts by …”
    AuthorBox,
    /// “© 2024 … All rights reserved.”
    Copyright,
    /// “Advertisement”
    Advertisement,
    /// “Meta description:”
    Template,
    /// “[Insert image here]”
    Placeholder,
    /// “What do you think? Tell us in the comments below!”
    Engagement,
    /// “Skip to content”, “5 min read”, “Enlarge this image”
    Controls,
    /// An element of the page that holds no copy, by its own markup.
    Element,
}

impl Furniture {
    pub fn gather(words: &Words, sorts: &Sorts) -> Furniture {
        let mut found = Furniture::default();
        let blocks = &words.article.blocks;
        let mut candidates = Vec::new();
        let gate = Gate::new(words, sorts);
        for number in 0..blocks.len() {
            if blocks[number].flags.contains(BlockFlags::FURNITURE) {
                candidates.push(Candidate::sure(FurnitureKind::Element, number, blocks[number].span));
                continue;
            }
            let suspicion = gate.suspects(number);
            if suspicion.line || suspicion.prompt {
                inspect(&Line::of(words, number), suspicion, number, blocks.len(), &mut candidates);
            }
        }
        keep_company(&mut candidates);
        for candidate in candidates {
            found.take(words, &candidate);
        }
        found
    }

    /// By where they stand.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether there is any.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether the block with this number is furniture, wholly or at its start.
    pub fn contains(&self, block: usize) -> bool {
        self.blocks.get(block / 64).is_some_and(|bits| bits & (1 << (block % 64)) != 0)
    }

    fn take(&mut self, words: &Words, candidate: &Candidate) {
        let blocks = &words.article.blocks;
        let mut end = candidate.block + 1;
        if candidate.kind == FurnitureKind::Related && candidate.opens {
            end = links_end(words, candidate.block);
            // “More from Greece” may be any heading, “You may also like” is none.
            if candidate.heads && end == candidate.block + 1 && end < blocks.len() {
                return;
            }
        } else if candidate.kind == FurnitureKind::AuthorBox && candidate.opens {
            end = (end + 1).min(blocks.len());
        }
        if self.pieces.last().is_some_and(|last| last.blocks.contains(&candidate.block) && last.part == Part::Whole) {
            return;
        }
        let span = Span { start: candidate.span.start, end: candidate.span.end.max(blocks[end - 1].span.end) };
        let span = if candidate.part == Part::Front { candidate.span } else { span };
        // A placeholder is a fault of the copy, and the rule about it looks at copy.
        if candidate.kind != FurnitureKind::Placeholder {
            self.blocks.resize(blocks.len().div_ceil(64), 0);
            for block in candidate.block..end {
                self.blocks[block / 64] |= 1 << (block % 64);
            }
        }
        self.pieces.push(Piece { kind: candidate.kind, span, blocks: candidate.block..end, part: candidate.part });
    }
}

/// What may be furniture.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    kind: FurnitureKind,
    block: usize,
    span: Span,
    part: Part,
    /// Not in need of company.
    sure: bool,
    /// What follows may belong to it.
    opens: bool,
    /// If nothing does, it is copy.
    heads: bool,
}

impl Candidate {
    fn sure(kind: FurnitureKind, block: usize, span: Span) -> Candidate {
        Candidate { kind, block, span, part: Part::Whole, sure: true, opens: false, heads: false }
    }
}

/// Looks at one block; it may be two pieces (a template's label before a prompt).
fn inspect(line: &Line, suspicion: Suspicion, number: usize, blocks: usize, candidates: &mut Vec<Candidate>) {
    let whole = |kind| Candidate::sure(kind, number, line.block.span);
    if let Some(label) = labels::template(line) {
        candidates.push(Candidate { span: label.span, part: Part::Front, ..whole(FurnitureKind::Template) });
        if !label.keeps_rest {
            candidates.push(whole(prompts::kind(line).unwrap_or(FurnitureKind::Template)));
        }
        return;
    }
    let of_a_page = suspicion.line.then(|| of_a_page(line, number, blocks)).flatten();
    let prompt = || prompts::kind(line).filter(|_| suspicion.prompt).map(whole);
    candidates.extend(of_a_page.or_else(prompt));
}

/// The line of a page, if it is one.
fn of_a_page(line: &Line, number: usize, blocks: usize) -> Option<Candidate> {
    let whole = |kind| Candidate::sure(kind, number, line.block.span);
    if labels::is_placeholder(line) {
        return Some(whole(FurnitureKind::Placeholder));
    }
    if let Some(trail) = trail::breadcrumb(line) {
        let part = if trail.end < line.block.span.end { Part::Front } else { Part::Whole };
        return Some(Candidate { span: trail, part, ..whole(FurnitureKind::Breadcrumb) });
    }
    let found = lines::kind(line)?;
    // An author's box ends an article; at its head stands a byline.
    let placed = found.kind != FurnitureKind::AuthorBox || !found.opens || number + 4 >= blocks;
    placed.then(|| Candidate { sure: found.sure, opens: found.opens, heads: found.heads, ..whole(found.kind) })
}

/// Of what is not sure, only what stands right beside another piece remains.
fn keep_company(candidates: &mut Vec<Candidate>) {
    let beside: Vec<bool> = (0..candidates.len())
        .map(|i| {
            let here = candidates[i].block;
            let near = |other: &Candidate| other.block.abs_diff(here) == 1;
            let before = i.checked_sub(1).is_some_and(|j| near(&candidates[j]));
            candidates[i].sure || before || candidates.get(i + 1).is_some_and(near)
        })
        .collect();
    let mut beside = beside.into_iter();
    candidates.retain(|_| beside.next().unwrap_or(true));
}

/// The end of the links under “Related articles”: list items, and lines that are no sentences, up
/// to the heading of what comes next.
fn links_end(words: &Words, opener: usize) -> usize {
    const MOST: usize = 15;
    let blocks = &words.article.blocks;
    let rest = &blocks[opener + 1..];
    let prose = &words.article.prose;
    if rest.first().is_some_and(|b| b.kind == BlockKind::Item) {
        return opener + 1 + rest.iter().take(MOST).take_while(|b| b.kind == BlockKind::Item).count();
    }
    let is_link = |b: &&crate::text::Block| {
        matches!(b.kind, BlockKind::Heading(_) | BlockKind::Paragraph)
            && b.span.len() < 150
            && !prose[b.span].ends_with(['.', ':', '”', '"'])
    };
    let links = rest.iter().take(MOST).take_while(is_link).count();
    // The last line before running text is that text's heading.
    opener + 1 + if links == rest.len() { links } else { links.saturating_sub(1) }
}

#[cfg(test)]
mod tests;
