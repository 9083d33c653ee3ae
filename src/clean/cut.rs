//! What a piece of furniture is in the source, and the proof that it can go.

use std::ops::Range;

use super::elements::Elements;
use crate::diagnostic::Edit;
use crate::edits;
use crate::evidence::FurnitureKind;
use crate::evidence::furniture::Piece;
use crate::text::{Article, BlockKind, Format, Span, read};

/// A piece that may go.
#[derive(Clone, Debug)]
pub struct Cut {
    pub kind: FurnitureKind,
    /// The words that go.
    pub prose: Span,
    /// The blocks that go, or that lose their front.
    pub blocks: Range<usize>,
    /// Whether the blocks go as a whole.
    pub whole: bool,
    edits: Vec<Edit>,
    /// Whether the article without it is the article without it.
    pub holds: bool,
}

/// The cuts of all pieces; what stands in one element of a page goes at once.
pub fn all(article: &Article, pieces: impl Iterator<Item = (Piece, bool)>) -> Vec<Cut> {
    let pieces: Vec<(Piece, bool)> = pieces.collect();
    let mut kept = vec![true; article.blocks.len()];
    for (piece, _) in pieces.iter().filter(|(_, whole)| *whole) {
        kept[piece.blocks.clone()].fill(false);
    }
    let mut cuts: Vec<Cut> = match article.format {
        Format::Html => elements(article, &pieces, &kept),
        _ => pieces.iter().map(|(piece, whole)| lines(article, piece, *whole)).collect(),
    };
    cuts.dedup_by(|next, cut| {
        let within = |edits: &[Edit]| edits.first().map(|e| e.span);
        let (Some(inner), Some(outer)) = (within(&next.edits), within(&cut.edits)) else { return false };
        let same = cut.whole && next.whole && outer.contains(inner);
        if same {
            cut.blocks.end = cut.blocks.end.max(next.blocks.end);
            cut.prose = cut.prose.cover(next.prose);
        }
        same
    });
    cuts
}

/// Marks the cuts that don't hold, and gives the edits of those that do.
pub fn prove(article: &Article, cuts: &mut [Cut]) -> Vec<Edit> {
    let open: Vec<usize> = (0..cuts.len()).filter(|&i| cuts[i].holds).collect();
    find_failing(article, cuts, &open);
    let kept: Vec<usize> = (0..cuts.len()).filter(|&i| cuts[i].holds).collect();
    if !holds(article, cuts, &kept) {
        cuts.iter_mut().for_each(|cut| cut.holds = false);
    }
    edits_of(article, cuts, &(0..cuts.len()).filter(|&i| cuts[i].holds).collect::<Vec<_>>())
}

/// Halves the cuts until those that fail are found.
fn find_failing(article: &Article, cuts: &mut [Cut], numbers: &[usize]) {
    if numbers.is_empty() || holds(article, cuts, numbers) {
        return;
    }
    if let [one] = numbers {
        cuts[*one].holds = false;
        return;
    }
    let (front, back) = numbers.split_at(numbers.len() / 2);
    find_failing(article, cuts, front);
    find_failing(article, cuts, back);
}

/// Whether the article without these cuts reads as it should: all other blocks, and nothing else.
fn holds(article: &Article, cuts: &[Cut], numbers: &[usize]) -> bool {
    let mut expected: Vec<&str> = article.blocks.iter().map(|b| &article.prose[b.span]).collect();
    let mut gone = vec![false; expected.len()];
    for cut in numbers.iter().map(|&i| &cuts[i]) {
        if cut.whole {
            gone[cut.blocks.clone()].fill(true);
        } else {
            let block = article.blocks[cut.blocks.start].span;
            expected[cut.blocks.start] = article.prose[Span { start: cut.prose.end, end: block.end }].trim_start();
        }
    }
    let source = edits::apply(article.source, &edits_of(article, cuts, numbers));
    let left = read::read(&source, article.format);
    let mut blocks = left.blocks.iter().map(|b| &left.prose[b.span]);
    let mut gone = gone.into_iter();
    expected.retain(|_| !gone.next().unwrap_or_default());
    expected.into_iter().all(|text| blocks.next() == Some(text)) && blocks.next().is_none()
}

fn edits_of(article: &Article, cuts: &[Cut], numbers: &[usize]) -> Vec<Edit> {
    let mut all: Vec<Edit> = numbers.iter().flat_map(|&i| cuts[i].edits.iter().cloned()).collect();
    all.sort_by_key(|edit| edit.span);
    // Two that stand in one line would take it twice.
    all.dedup_by(|next, edit| {
        let overlap = edit.span.overlaps(next.span) || edit.span == next.span;
        if overlap {
            edit.span = edit.span.cover(next.span);
        }
        overlap
    });
    if article.format != Format::Html {
        join_at_end(article.source, &mut all);
    }
    all
}

/// What goes at the end of a text goes with the free lines before it; its last line keeps its end.
fn join_at_end(source: &str, edits: &mut Vec<Edit>) {
    let Some(mut last) = edits.pop_if(|edit| edit.span.end as usize == source.len() && edit.replacement.is_empty())
    else {
        return;
    };
    while let Some(before) =
        edits.pop_if(|edit| source[edit.span.end as usize..last.span.start as usize].trim().is_empty())
    {
        last.span.start = before.span.start;
    }
    let before = source[..last.span.start as usize].trim_end().len();
    last.span.start = last.span.start.min(line_end(source, before) as u32);
    edits.push(last);
}

/// A cut of whole lines, or of the words before the copy.
fn lines(article: &Article, piece: &Piece, whole: bool) -> Cut {
    let mut cut = Cut {
        kind: piece.kind,
        prose: piece.span,
        blocks: piece.blocks.clone(),
        whole,
        edits: Vec::new(),
        holds: true,
    };
    if !whole {
        let end = article.blocks[piece.blocks.start].span.end;
        let after = &article.prose[Span { start: piece.span.end, end }];
        let space = after.len() - after.trim_start().len();
        cut.prose.end += space as u32;
        match article.map.changes(cut.prose, "") {
            Some(changes) => cut.edits = changes.into_iter().map(|c| Edit::new(c.span, c.text)).collect(),
            None => cut.holds = false,
        }
        return cut;
    }
    let blocks = &article.blocks[piece.blocks.clone()];
    let prose = blocks[0].span.cover(blocks[blocks.len() - 1].span);
    cut.prose = prose;
    let heading = matches!(blocks[blocks.len() - 1].kind, BlockKind::Heading(_)) && article.format == Format::Markdown;
    let (span, text) = whole_lines(article.source, article.map.source(prose), heading);
    cut.edits.push(Edit::new(span, text));
    cut
}

/// The lines of a span with the free lines after them, and what stands in their place.
fn whole_lines(source: &str, span: Span, heading: bool) -> (Span, &'static str) {
    let bytes = source.as_bytes();
    let start = memchr::memrchr2(b'\n', b'\r', &bytes[..span.start as usize]).map_or(0, |at| at + 1);
    let start = if start == 0 && source.starts_with('\u{FEFF}') { 3 } else { start };
    let mut end = line_end(source, span.end as usize);
    // The line under a heading that makes it one.
    let under = &source[end..line_end(source, end)];
    if heading && under.len() > 1 && under.trim_end().bytes().all(|b| b == b'=') {
        end = line_end(source, end);
    }
    let free_before =
        start == 0 || source[..start].trim_end_matches([' ', '\t']).ends_with(['\n', '\r']) && is_free(source, start);
    let mut after = end;
    while after < source.len() && source[after..line_end(source, after)].trim().is_empty() {
        after = line_end(source, after);
    }
    let free_after = after > end || after == source.len();
    if after == source.len() {
        return (Span::new(start, after), "");
    }
    match (free_before, free_after) {
        (_, true) => (Span::new(start, after), if free_before { "" } else { "\n" }),
        (true, false) => (Span::new(start, end), ""),
        // Between two lines that it kept apart.
        (false, false) => (Span::new(start, end), "\n"),
    }
}

/// Whether the line before the one that starts here is free.
fn is_free(source: &str, start: usize) -> bool {
    let before = source[..start].trim_end_matches(['\n', '\r']);
    source[before.len()..start].matches('\n').count().max(source[before.len()..start].matches('\r').count()) > 1
        || before.is_empty()
}

/// Where the line of this byte ends, its end included.
fn line_end(source: &str, from: usize) -> usize {
    let rest = &source.as_bytes()[from.min(source.len())..];
    match memchr::memchr2(b'\n', b'\r', rest) {
        Some(at) if rest[at] == b'\r' && rest.get(at + 1) == Some(&b'\n') => from + at + 2,
        Some(at) => from + at + 1,
        None => source.len(),
    }
}

/// The cuts of whole elements of a page.
fn elements(article: &Article, pieces: &[(Piece, bool)], kept: &[bool]) -> Vec<Cut> {
    let tree = Elements::of(article.source);
    let sources: Vec<Span> = article.blocks.iter().map(|b| article.map.source(b.span)).collect();
    let is_free = |span: Span| {
        let from = sources.partition_point(|s| s.end <= span.start);
        let to = sources.partition_point(|s| s.start < span.end);
        (from..to).all(|number| !kept[number])
    };
    let mut cuts = Vec::new();
    for (piece, whole) in pieces {
        if !whole {
            cuts.push(lines(article, piece, false));
            continue;
        }
        for number in piece.blocks.clone() {
            let text = sources[number];
            let span = match piece.kind {
                FurnitureKind::Element => tree.landmark_around(text, is_free),
                _ => tree.around(text, is_free),
            };
            cuts.push(Cut {
                kind: piece.kind,
                prose: article.blocks[number].span,
                blocks: number..number + 1,
                whole: true,
                edits: span.map(|span| Edit::new(with_line(article.source, span), "")).into_iter().collect(),
                holds: span.is_some(),
            });
        }
    }
    cuts
}

/// An element that has its lines for itself goes with them.
fn with_line(source: &str, span: Span) -> Span {
    let before = &source[..span.start as usize];
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let start = span.start as usize - indent;
    let end = line_end(source, span.end as usize);
    let alone =
        (start == 0 || before[..start].ends_with(['\n', '\r'])) && source[span.end as usize..end].trim().is_empty();
    if alone { Span::new(start, end) } else { span }
}
