//! Which parts of the prose are somebody's words, and which quotation marks stand alone.
//!
//! A quotation that runs over several paragraphs opens again in each and closes in the last; a
//! block that ends with one open is in order if the next block opens one. Guillemets are marks of
//! other languages and of breadcrumbs and count as no marks here; single marks count only in pairs,
//! since one alone may be an apostrophe.

use crate::lexicon::Words;
use crate::text::{Block, BlockFlags, BlockKind, Kind, MarkKind, Span, Token, TokenFlags};

/// A quotation that opens in one block and closes in another is followed over so many lines of
/// verse or items of a list between them.
const FURTHEST: usize = 8;

/// The quotations of an article. Marks are double ones, by the numbers of their tokens.
#[derive(Debug, Default)]
pub struct Quotations {
    /// What stands between the marks, and block quotations; by start, without overlaps.
    spans: Vec<Span>,
    /// Marks that belong together, each from its own side; by the first.
    partners: Vec<(u32, u32)>,
    /// Marks that open and are never closed.
    pub unclosed: Vec<usize>,
    /// Of those, the ones after which another opens at a sentence's start in the same block, as if
    /// two paragraphs of a quotation had been joined.
    pub reopened: Vec<usize>,
    /// Marks that close what was never opened.
    pub unopened: Vec<usize>,
    /// Marks that open inside a quotation in double marks.
    pub nested: Vec<usize>,
    /// Marks that face the wrong way for their place: ”word“.
    pub turned: Vec<usize>,
}

impl Quotations {
    pub fn gather(words: &Words) -> Quotations {
        let mut all = Quotations::default();
        let mut carried = None;
        let blocks = &words.article.blocks;
        let mut marks = &words.quotes[..];
        for (number, block) in blocks.iter().enumerate() {
            let end = words.range(number).end;
            let (here, later) = marks.split_at(marks.iter().take_while(|mark| **mark < end).count());
            marks = later;
            let whole = block.flags.contains(BlockFlags::QUOTATION)
                || blocks.get(number + 1).is_some_and(|next| next.kind == BlockKind::Attribution);
            if whole {
                all.spans.push(block.span);
            }
            if !here.is_empty() || carried.is_some() {
                carried = all.gather_block(words, number, here, carried, whole);
            }
        }
        all.unclosed.extend(carried.map(|c: Carried| c.mark));
        for mark in words.article.marks.iter().filter(|m| m.kind == MarkKind::Quote) {
            all.spans.push(mark.span);
        }
        all.unclosed.sort_unstable();
        all.reopened.sort_unstable();
        // In the order that they close in, which is nearly sorted.
        all.partners.sort();
        all.spans = without_overlaps(all.spans);
        all
    }

    /// Whether the span lies in a quotation (its marks not counted).
    pub fn contains(&self, span: Span) -> bool {
        let after = self.spans.partition_point(|q| q.start <= span.start);
        self.spans[..after].last().is_some_and(|q| q.contains(span))
    }

    /// What stands between quotation marks, and block quotations; by start, without overlaps.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The mark that closes what the one at this token opens.
    pub fn closing(&self, open: usize) -> Option<usize> {
        self.partner(open).filter(|close| *close > open)
    }

    /// The mark that opens what the one at this token closes.
    pub fn opening(&self, close: usize) -> Option<usize> {
        self.partner(close).filter(|open| *open < close)
    }

    fn partner(&self, mark: usize) -> Option<usize> {
        let found = self.partners.binary_search_by_key(&(mark as u32), |pair| pair.0).ok()?;
        Some(self.partners[found].1 as usize)
    }

    /// Walks through the marks of a block; gives the quotation that is open at its end.
    fn gather_block(
        &mut self,
        words: &Words,
        number: usize,
        marks: &[usize],
        carried: Option<Carried>,
        whole: bool,
    ) -> Option<Carried> {
        let range = words.range(number);
        let block = &words.article.blocks[number];
        let tokens = &words.tokens[range.clone()];
        let mut walk = Walk { words, all: self, open: Vec::new(), single: None };
        if let Some(carried) = carried {
            match goes_on(block, tokens) {
                GoesOn::Opens => {}
                GoesOn::Closes => walk.open.push((carried.mark, block.span.start)),
                GoesOn::Silent if carried.blocks < FURTHEST && is_part(block) => {
                    walk.all.spans.push(block.span);
                    return Some(Carried { blocks: carried.blocks + 1, ..carried });
                }
                GoesOn::Silent | GoesOn::Not => walk.all.unclosed.push(carried.mark),
            }
        }
        for &index in marks {
            walk.take(index, &range);
        }
        let (mark, from) = *walk.open.first()?;
        if !whole {
            self.spans.push(Span { start: from, end: block.span.end.max(from) });
        }
        Some(Carried { mark, blocks: 0 })
    }
}

/// A quotation that is open at the end of a block.
#[derive(Clone, Copy)]
struct Carried {
    mark: usize,
    /// For how many blocks without a mark.
    blocks: usize,
}

/// What a block does with a quotation that is open before it.
enum GoesOn {
    /// It opens again, as each paragraph of a quotation does.
    Opens,
    /// A mark closes before any opens.
    Closes,
    /// It has no mark.
    Silent,
    Not,
}

/// Whether the block is a line of verse, an item or a part of a block quotation, where a quotation
/// need not open again as in a paragraph.
fn is_part(block: &Block) -> bool {
    block.kind == BlockKind::Item || block.flags.intersects(BlockFlags::LINES | BlockFlags::QUOTATION)
}

fn goes_on(block: &Block, tokens: &[Token]) -> GoesOn {
    let first = tokens.iter().find(|t| t.start() >= block.label.end).map(|t| t.kind);
    if matches!(first, Some(Kind::OpenQuote | Kind::StraightQuote)) {
        return GoesOn::Opens;
    }
    let is_mark = |k: &Kind| matches!(k, Kind::OpenQuote | Kind::CloseQuote | Kind::StraightQuote);
    match tokens.iter().map(|t| t.kind).find(is_mark) {
        None => GoesOn::Silent,
        Some(Kind::CloseQuote) => GoesOn::Closes,
        Some(_) => GoesOn::Not,
    }
}

/// The walk through the tokens of a block.
struct Walk<'w, 'a> {
    words: &'w Words<'a>,
    all: &'w mut Quotations,
    /// The double marks that are open, outermost first, and where what they quote starts.
    open: Vec<(usize, u32)>,
    /// The single mark that is open.
    single: Option<usize>,
}

/// Which way a double mark faces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Faces {
    Opens,
    Closes,
    /// A straight mark between spaces.
    Either,
}

impl Walk<'_, '_> {
    fn take(&mut self, index: usize, range: &std::ops::Range<usize>) {
        let token = self.words.tokens[index];
        let faces = match token.kind {
            Kind::OpenQuote => Faces::Opens,
            Kind::CloseQuote => Faces::Closes,
            Kind::StraightQuote => Faces::Either,
            Kind::OpenSingle => {
                self.single = Some(index);
                return;
            }
            Kind::CloseSingle => return self.close_single(token),
            _ => return,
        };
        let tokens = &self.words.tokens[range.clone()];
        let (before, after) = tokens.split_at(index - range.start);
        let place = place(before.last(), after[0], after.get(1));
        match (self.words.text(&token), faces) {
            ("«" | "»" | "‹" | "›", _) => {}
            // „German“ marks, and a mark that closes by its place: ”We go.“
            ("“", _) if place == Some(Faces::Closes) && self.is_open() => {
                if !self.opened_by("„") {
                    self.all.turned.push(index);
                }
                self.close(index);
            }
            ("”", _) if place == Some(Faces::Opens) && !self.is_open() => {
                self.all.turned.push(index);
                self.open.push((index, token.end()));
            }
            (_, Faces::Opens) => self.open(index, &after[1..]),
            (_, Faces::Either) if !self.is_open() => self.open.push((index, token.end())),
            (_, Faces::Closes | Faces::Either) => self.close(index),
        }
    }

    fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    fn opened_by(&self, mark: &str) -> bool {
        self.open.last().is_some_and(|(open, _)| self.words.text(&self.words.tokens[*open]) == mark)
    }

    fn open(&mut self, index: usize, after: &[Token]) {
        let token = self.words.tokens[index];
        if self.is_open() {
            // A mark that opens in a quotation: it should be a single one, a new line opens again
            // what goes on, or the one before was never closed.
            let innermost = self.open[self.open.len() - 1].0;
            if self.single.is_some_and(|single| single > innermost) {
                // “He told me, ‘She said, “Go.” ’ ”
                return self.open.push((index, token.end()));
            }
            if self.open.len() == 1 && closes_twice(after.iter().map(|t| t.kind)) {
                self.all.nested.push(index);
            } else if token.flags.contains(TokenFlags::LINE) {
                self.open.clear();
            } else {
                if token.flags.contains(TokenFlags::SENTENCE) {
                    let (mark, from) = self.open[0];
                    self.all.reopened.push(mark);
                    self.all.spans.push(Span { start: from, end: token.start().max(from) });
                }
                self.all.unclosed.extend(self.open.drain(..).map(|(mark, _)| mark));
            }
        }
        self.open.push((index, token.end()));
        self.single = None;
    }

    fn close(&mut self, index: usize) {
        let Some((open, from)) = self.open.pop() else { return self.all.unopened.push(index) };
        let to = self.words.tokens[index].start();
        if self.open.is_empty() {
            self.all.spans.push(Span { start: from, end: to.max(from) });
        }
        self.all.partners.extend([(open as u32, index as u32), (index as u32, open as u32)]);
    }

    fn close_single(&mut self, token: Token) {
        if let Some(start) = self.single.take()
            && self.open.is_empty()
        {
            self.all.spans.push(Span { start: self.words.tokens[start].end(), end: token.start() });
        }
    }
}

/// Which way a mark faces by what stands on either side, where that is sure.
fn place(before: Option<&Token>, mark: Token, after: Option<&Token>) -> Option<Faces> {
    let wordlike = |t: &Token| matches!(t.kind, Kind::Word | Kind::Abbreviation | Kind::Number);
    let stops = |t: &Token| {
        matches!(t.kind, Kind::Stop | Kind::Comma | Kind::Question | Kind::Exclamation | Kind::CloseBracket)
    };
    let free_before = mark.spaced() || before.is_none_or(|b| b.kind == Kind::OpenBracket);
    let free_after = after.is_none_or(|a| a.spaced() || a.kind == Kind::CloseBracket || stops(a));
    let glued_before = !mark.spaced() && before.is_some_and(|b| wordlike(b) || stops(b));
    let glued_after = after.is_some_and(|a| !a.spaced() && wordlike(a));
    match () {
        () if free_before && glued_after => Some(Faces::Opens),
        () if free_after && glued_before => Some(Faces::Closes),
        () => None,
    }
}

/// Whether two marks close before another opens.
fn closes_twice(kinds: impl Iterator<Item = Kind>) -> bool {
    let mut marks = kinds.filter(|k| matches!(k, Kind::OpenQuote | Kind::CloseQuote));
    marks.next() == Some(Kind::CloseQuote) && marks.next() == Some(Kind::CloseQuote)
}

fn without_overlaps(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    /// The quoted parts, then the marks that are never closed and never opened.
    fn gathered(source: &str) -> (Vec<String>, usize, usize) {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let all = Quotations::gather(&words);
        let quoted = all.spans.iter().map(|s| source[*s].to_owned()).collect();
        (quoted, all.unclosed.len(), all.unopened.len())
    }

    #[test]
    fn what_stands_between_marks_is_quoted() {
        assert_eq!(gathered("He said, “we go,” and “now.”\n").0, ["we go,", "now."]);
        assert_eq!(gathered("He said, \"we go,\" and 'now' went.\n").0, ["we go,", "now"]);
    }

    #[test]
    fn a_quotation_may_run_over_paragraphs_if_it_reopens() {
        let text = "“We came first, he said, and it went on for long.\n\n“We left last.” Then silence.\n";
        assert_eq!(
            gathered(text),
            (vec!["We came first, he said, and it went on for long.".into(), "We left last.".into()], 0, 0)
        );
    }

    #[test]
    fn marks_that_stand_alone_are_known() {
        let (_, unclosed, unopened) = gathered("He said, “we go, and left.\n\nShe said so” too.\n\nNothing else.\n");
        assert_eq!((unclosed, unopened), (0, 0), "closed in the next paragraph without opening again");
        let (_, unclosed, unopened) = gathered("He said, “we go, and left.\n\nNothing else.\n\nShe said so” too.\n");
        assert_eq!((unclosed, unopened), (1, 1));
    }

    #[test]
    fn the_words_above_an_attribution_are_a_quotation() {
        let text =
            "We have done what could be done, and we will go on doing it as long as we can.\nThe mayor of Bergen\n";
        assert_eq!(gathered(text).0.len(), 1);
    }
}
