//! Which parts of the prose are somebody's words, and which quotation marks stand alone.
//!
//! A quotation that runs over several paragraphs opens again in each and closes in the last; a
//! block that ends with one open is in order if the next block opens one. Guillemets are marks of
//! other languages and of breadcrumbs and count as no marks here; single marks count only in pairs,
//! since one alone may be an apostrophe.

use crate::lexicon::Words;
use crate::text::{BlockFlags, BlockKind, Kind, MarkKind, Span};

/// The quotations of an article.
#[derive(Debug, Default)]
pub struct Quotations {
    /// What stands between the marks, and block quotations; by start, without overlaps.
    spans: Vec<Span>,
    /// Double marks that open and are never closed, as numbers of tokens.
    pub unclosed: Vec<usize>,
    /// Double marks that close what was never opened.
    pub unopened: Vec<usize>,
    /// Double marks that open inside a quotation in double marks.
    pub nested: Vec<usize>,
}

impl Quotations {
    pub fn gather(words: &Words) -> Quotations {
        let mut all = Quotations::default();
        // The token that opened a quotation which runs on over the end of its block.
        let mut carried: Option<usize> = None;
        let blocks = &words.article.blocks;
        for (number, block) in blocks.iter().enumerate() {
            let whole = block.flags.contains(BlockFlags::QUOTATION)
                || blocks.get(number + 1).is_some_and(|next| next.kind == BlockKind::Attribution);
            if whole {
                all.spans.push(block.span);
            }
            carried = all.gather_block(words, number, carried, whole);
        }
        all.unclosed.extend(carried);
        for mark in words.article.marks.iter().filter(|m| m.kind == MarkKind::Quote) {
            all.spans.push(mark.span);
        }
        all.unclosed.sort_unstable();
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

    /// Walks a block; gives the mark that is open at its end.
    fn gather_block(&mut self, words: &Words, number: usize, carried: Option<usize>, whole: bool) -> Option<usize> {
        let range = words.range(number);
        let block = &words.article.blocks[number];
        let tokens = &words.tokens[range.clone()];
        let first_mark = tokens.iter().find(|t| t.start() >= block.label.end).map(|t| t.kind);
        let mut open: Option<usize> = None;
        let mut single: Option<usize> = None;
        if let Some(carried) = carried {
            let quotes_on = matches!(first_mark, Some(Kind::OpenQuote | Kind::StraightQuote));
            let runs_on = matches!(block.kind, BlockKind::Item) || closes_first(tokens.iter().map(|t| t.kind));
            if runs_on && !quotes_on {
                open = Some(carried);
                self.spans.extend(tokens.first().map(|t| Span { start: t.start(), end: t.start() }));
            } else if !quotes_on {
                self.unclosed.push(carried);
            }
        }
        let mut quoted_from = block.span.start;
        for (i, token) in range.clone().zip(tokens) {
            let guillemet = matches!(&words.article.prose[token.span()], "«" | "»" | "‹" | "›");
            match token.kind {
                _ if guillemet => {}
                Kind::OpenQuote => {
                    if let Some(before) = open {
                        // A mark that opens in a quotation: the one before was never closed, or
                        // this one should be a single mark.
                        if closes_twice(tokens[i - range.start + 1..].iter().map(|t| t.kind)) {
                            self.nested.push(i);
                            continue;
                        }
                        self.unclosed.push(before);
                    }
                    open = Some(i);
                    single = None;
                    quoted_from = token.end();
                }
                Kind::CloseQuote => self.close(&mut open, i, quoted_from, token.start()),
                Kind::StraightQuote if open.is_some() => self.close(&mut open, i, quoted_from, token.start()),
                Kind::StraightQuote => {
                    open = Some(i);
                    quoted_from = token.end();
                }
                Kind::OpenSingle if open.is_none() => single = Some(i),
                Kind::CloseSingle => {
                    if let Some(start) = single.take()
                        && open.is_none()
                    {
                        self.spans.push(Span { start: words.tokens[start].end(), end: token.start() });
                    }
                }
                _ => {}
            }
        }
        if open.is_some() && !whole {
            self.spans.push(Span { start: quoted_from, end: block.span.end.max(quoted_from) });
        }
        open
    }

    fn close(&mut self, open: &mut Option<usize>, mark: usize, from: u32, to: u32) {
        if open.take().is_some() {
            self.spans.push(Span { start: from, end: to.max(from) });
        } else if self.nested.is_empty() {
            self.unopened.push(mark);
        }
        // Else an inner quotation's mark has closed the outer one, and this is the outer one's.
    }
}

/// Whether a mark closes before any opens.
fn closes_first(kinds: impl Iterator<Item = Kind>) -> bool {
    let mut marks = kinds.filter(|k| matches!(k, Kind::OpenQuote | Kind::CloseQuote));
    marks.next() == Some(Kind::CloseQuote)
}

/// Whether two marks close before another opens.
fn closes_twice(kinds: impl Iterator<Item = Kind>) -> bool {
    let mut marks = kinds.filter(|k| matches!(k, Kind::OpenQuote | Kind::CloseQuote));
    marks.next() == Some(Kind::CloseQuote) && marks.next() == Some(Kind::CloseQuote)
}

fn without_overlaps(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
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
