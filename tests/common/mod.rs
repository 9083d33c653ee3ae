//! What tests of the readers share.

use copydesk::text::{Article, BlockKind, OPAQUE, Piece, PieceKind, Span};

/// An article as a person can read it: a line for each block, its kind and flags before its prose.
/// An opaque character shows as ▢, a line break as ↵; what stands for another source is shown with
/// it.
pub fn outline(article: &Article) -> String {
    let mut out = String::new();
    for block in &article.blocks {
        let flags: String = block.flags.iter_names().map(|(name, _)| format!(" {}", name.to_lowercase())).collect();
        let text = article.text(block.span).replace(OPAQUE, "▢").replace('\n', "↵");
        let text = text.replace('\r', "␍").replace('\u{a0}', "⍽").replace('\0', "␀");
        out += &format!("{}{flags} | {text}\n", kind(block.kind));
    }
    for mark in &article.marks {
        out += &format!("{:?}: {}\n", mark.kind, article.text(mark.span).replace(OPAQUE, "▢").replace('\n', "↵"));
    }
    for comment in &article.comments {
        out += &format!("comment: {}\n", comment.text);
    }
    for skipped in &article.skipped {
        let start: String = article.source[skipped.span].chars().take(40).collect();
        out += &format!("skipped {}: {start:?}\n", skipped.what);
    }
    out
}

fn kind(kind: BlockKind) -> String {
    match kind {
        BlockKind::Heading(level) => format!("heading {level}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// What holds of every article.
pub fn check(article: &Article) {
    let (prose, source) = (&*article.prose, article.source);
    if article.map.is_identity() {
        assert_eq!(prose, source);
    } else {
        check_pieces(article, &article.map.pieces().collect::<Vec<_>>());
    }
    let mut done = 0;
    for block in &article.blocks {
        assert!(done <= block.span.start, "blocks come in order and don't overlap: {block:?}");
        let text = article.text(block.span);
        assert!(!text.is_empty() && text == text.trim(), "a block has no white space around it: {text:?}");
        assert!(block.span.contains(block.label) && prose.is_char_boundary(block.label.end as usize));
        done = block.span.end;
    }
    let mut start = 0;
    for mark in &article.marks {
        assert!(start <= mark.span.start && !article.text(mark.span).is_empty(), "marks come in order: {mark:?}");
        start = mark.span.start;
    }
    for comment in &article.comments {
        assert!(source[comment.span].starts_with("<!--") && source[comment.span].contains(comment.text));
    }
    for skipped in &article.skipped {
        assert!(source.get(skipped.span.range()).is_some());
    }
}

fn check_pieces(article: &Article, pieces: &[(Span, Piece)]) {
    let (prose, source) = (&*article.prose, article.source);
    let (mut prose_end, mut source_end) = (0, 0);
    for &(span, piece) in pieces {
        assert_eq!(span.start, prose_end, "pieces tile the prose");
        assert!(prose.is_char_boundary(span.end as usize) && span.start <= span.end);
        assert!(source_end <= piece.source.start, "pieces come in the order of the source: {piece:?}");
        let original = source.get(piece.source.range()).expect("a piece stands on char boundaries");
        if piece.kind == PieceKind::Verbatim {
            assert_eq!(&prose[span.range()], original, "a verbatim piece is its source");
            assert!(!span.is_empty());
        }
        if !span.is_empty() {
            assert_eq!(article.map.source(span), piece.source, "a piece maps to its source");
        }
        (prose_end, source_end) = (span.end, piece.source.end);
    }
    assert_eq!(prose_end as usize, prose.len(), "pieces tile the prose");
}
