//! From prose to source, exactly.
//!
//! The prose of a Markdown or HTML article is a row of [`Piece`]s. A verbatim piece is copied
//! from the source byte for byte, so an edit inside it maps exactly. An atomic piece (an entity,
//! an escape, a line break with its `> ` prefix) stands for its source as a whole. A fixed piece
//! (a code span, an image, the gap between two blocks) can't be edited at all. A barrier is a fixed
//! piece that is not seen in the prose: a footnote's mark, which no edit may cross. Plain text
//! needs no pieces: its map is the identity.

use super::span::Span;

/// The map of one article. Prose offsets run without gaps over its pieces.
#[derive(Debug, Default, Clone)]
pub struct Map {
    identity: bool,
    pieces: Vec<Stored>,
    /// The numbers of the pieces whose source is longer than they can say, with its length.
    long: Vec<(u32, u32)>,
    prose_len: u32,
}

/// A piece in 10 bytes, because dense markup has one for every few words.
#[derive(Debug, Clone, Copy)]
#[repr(C, packed(2))]
struct Stored {
    prose: u32,
    source: u32,
    /// The length of its source above its kind above its depth. Of a verbatim piece the length is not
    /// kept, since it is that of its prose.
    rest: u16,
}

/// So many bits has the depth in what is stored of a piece, and so many have kind and depth.
const DEPTH: u32 = 4;
const BELOW_LEN: u32 = DEPTH + 2;

/// Deeper in elements than this is as deep.
const DEEPEST: u8 = (1 << DEPTH) - 1;

/// The length of a source that is too long to be stored in its piece.
const LONG: u16 = u16::MAX >> BELOW_LEN;

impl Stored {
    fn new(prose: u32, source: Span, kind: PieceKind, depth: u8) -> Stored {
        let len = if kind == PieceKind::Verbatim { 0 } else { source.len().min(usize::from(LONG)) as u16 };
        let rest = len << BELOW_LEN | (kind as u16) << DEPTH | u16::from(depth.min(DEEPEST));
        Stored { prose, source: source.start, rest }
    }

    fn kind(self) -> PieceKind {
        match self.rest >> DEPTH & 0b11 {
            0 => PieceKind::Verbatim,
            1 => PieceKind::Atomic,
            _ => PieceKind::Fixed,
        }
    }

    fn depth(self) -> u8 {
        self.rest as u8 & DEEPEST
    }
}

/// A part of the prose that comes from one place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where the piece starts in the prose; it ends where the next one starts.
    pub prose: u32,
    /// Where it stands in the source.
    pub source: Span,
    pub kind: PieceKind,
    /// How many inline elements it stands in, up to fifteen.
    pub depth: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// The same bytes in prose and source.
    Verbatim,
    /// Replaced as a whole or not at all.
    Atomic,
    /// Never edited.
    Fixed,
}

/// A replacement of source bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub span: Span,
    pub text: String,
}

impl Map {
    /// The map of a text whose prose is its source.
    pub fn identity() -> Map {
        Map { identity: true, ..Map::default() }
    }

    /// An empty map with room for so many pieces.
    pub fn with_capacity(pieces: usize) -> Map {
        Map { pieces: Vec::with_capacity(pieces), ..Map::default() }
    }

    pub fn is_identity(&self) -> bool {
        self.identity
    }

    /// The pieces, each with its span of the prose. They tile the prose.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = (Span, Piece)> {
        (0..self.pieces.len()).map(|i| (Span { start: self.pieces[i].prose, end: self.piece_end(i) }, self.piece(i)))
    }

    /// Adds a piece for the `prose_len` bytes of prose that were just written; one that goes on
    /// where the last verbatim piece ended is joined to it.
    pub fn push(&mut self, prose_len: usize, source: Span, kind: PieceKind, depth: u8) {
        if prose_len == 0 {
            return;
        }
        let start = self.prose_len;
        self.prose_len += prose_len as u32;
        if let Some(last) = self.pieces.last()
            && kind == PieceKind::Verbatim
            && last.kind() == PieceKind::Verbatim
            && last.source + (start - last.prose) == source.start
            && last.depth() == depth.min(DEEPEST)
        {
            return;
        }
        self.store(start, source, kind, depth);
    }

    /// Adds a piece that is not seen in the prose and that no edit may cross.
    pub fn push_barrier(&mut self, source: Span, depth: u8) {
        self.store(self.prose_len, source, PieceKind::Fixed, depth);
    }

    fn store(&mut self, prose: u32, source: Span, kind: PieceKind, depth: u8) {
        if kind != PieceKind::Verbatim && source.len() >= usize::from(LONG) {
            self.long.push((self.pieces.len() as u32, source.len() as u32));
        }
        self.pieces.push(Stored::new(prose, source, kind, depth));
    }

    fn piece(&self, i: usize) -> Piece {
        let stored = self.pieces[i];
        let len = match stored.rest >> BELOW_LEN {
            _ if stored.kind() == PieceKind::Verbatim => self.piece_end(i) - stored.prose,
            LONG => self.long[self.long.partition_point(|long| long.0 < i as u32)].1,
            len => u32::from(len),
        };
        let source = Span { start: stored.source, end: stored.source + len };
        Piece { prose: stored.prose, source, kind: stored.kind(), depth: stored.depth() }
    }

    /// Gives back the memory that was taken in advance.
    pub fn shrink_to_fit(&mut self) {
        self.pieces.shrink_to_fit();
    }

    /// Where a span of the prose stands in the source. Of an atomic or fixed piece that the span
    /// touches, the whole source counts.
    pub fn source(&self, prose: Span) -> Span {
        if self.is_identity() {
            return prose;
        }
        if prose.is_empty() {
            return Span::at(self.source_offset(prose.start) as usize);
        }
        let first = self.piece_at(prose.start);
        let last = self.piece_at(prose.end - 1);
        let start = match first.kind {
            PieceKind::Verbatim => first.source.start + (prose.start - first.prose),
            _ => first.source.start,
        };
        let end = match last.kind {
            PieceKind::Verbatim => last.source.start + (prose.end - last.prose),
            _ => last.source.end,
        };
        Span { start, end: end.max(start) }
    }

    /// The changes to the source that replace `prose` by `text`, or `None` where that can't be
    /// done without touching what is not prose.
    ///
    /// A replacement that spans several pieces becomes one change per piece: what goes is cut
    /// from each, what comes is put where the least markup surrounds it.
    pub fn changes(&self, prose: Span, text: &str) -> Option<Vec<Change>> {
        if self.is_identity() {
            return Some(vec![Change { span: prose, text: text.to_owned() }]);
        }
        if prose.is_empty() {
            let at = self.insertion_point(prose.start, text)?;
            return Some(vec![Change { span: Span::at(at as usize), text: text.to_owned() }]);
        }
        let first = self.index_at(prose.start);
        let last = self.index_at(prose.end - 1);
        let mut cuts = Vec::new();
        for i in first..=last {
            let piece = self.piece(i);
            let from = prose.start.max(piece.prose);
            let to = prose.end.min(self.piece_end(i));
            let source = match piece.kind {
                PieceKind::Verbatim => Span {
                    start: piece.source.start + (from - piece.prose),
                    end: piece.source.start + (to - piece.prose),
                },
                // Replaced as a whole or not at all.
                PieceKind::Atomic if from == piece.prose && to == self.piece_end(i) => piece.source,
                _ => return None,
            };
            cuts.push((piece.depth, Change { span: source, text: String::new() }));
        }
        let home = (0..cuts.len()).min_by_key(|&i| cuts[i].0)?;
        cuts[home].1.text = text.to_owned();
        Some(cuts.into_iter().map(|(_, change)| change).collect())
    }

    /// Where a span of the source stands in the prose: the inverse of [`Map::changes`], so the span
    /// lies within one piece.
    pub fn prose(&self, source: Span) -> Span {
        if self.is_identity() {
            return source;
        }
        // Pieces are in the order of the source too. A place between two belongs to the one that
        // an insertion there would go to; both give the same place in the prose.
        let i = self.pieces.partition_point(|p| p.source <= source.start).saturating_sub(1);
        let piece = self.piece(i);
        let at = |offset: u32| match piece.kind {
            PieceKind::Verbatim => (piece.prose + (offset - piece.source.start)).min(self.piece_end(i)),
            _ if offset <= piece.source.start => piece.prose,
            _ => self.piece_end(i),
        };
        Span { start: at(source.start), end: at(source.end) }
    }

    /// The byte of the source at which the byte `at` of the prose starts.
    fn source_offset(&self, at: u32) -> u32 {
        if let Some(point) = self.insertion_point(at, "") {
            return point;
        }
        if at >= self.prose_len {
            return self.pieces.len().checked_sub(1).map_or(0, |last| self.piece(last).source.end);
        }
        self.piece_at(at).source.start
    }

    /// Where in the source a text goes that is inserted before the byte `at` of the prose. Between
    /// two pieces it is the side with less markup around it; beside a barrier, white space goes
    /// behind it, since a footnote's mark belongs to the word that it follows; `None` between two
    /// fixed pieces.
    fn insertion_point(&self, at: u32, text: &str) -> Option<u32> {
        let open = |p: &Piece| p.kind != PieceKind::Fixed;
        let i = self.pieces.partition_point(|p| p.prose < at);
        // The pieces that end at or around `at`, that start there unseen, and that go on from there.
        let before = i.checked_sub(1).map(|i| self.piece(i));
        let unseen = (i..self.pieces.len()).take_while(|&i| self.piece_end(i) == at).count();
        let next = (i + unseen < self.pieces.len()).then(|| self.piece(i + unseen));
        if let Some(p) = before
            && at < next.map_or(self.prose_len, |n| n.prose)
        {
            return (p.kind == PieceKind::Verbatim).then(|| p.source.start + (at - p.prose));
        }
        let behind = unseen > 0 && text.starts_with(char::is_whitespace);
        match (before.filter(open), next.filter(open)) {
            (Some(p), Some(n)) if behind || (unseen == 0 && n.depth < p.depth) => Some(n.source.start),
            (Some(p), _) if !behind => Some(p.source.end),
            (_, Some(n)) => Some(n.source.start),
            _ => None,
        }
    }

    fn piece_at(&self, at: u32) -> Piece {
        self.piece(self.index_at(at))
    }

    fn index_at(&self, at: u32) -> usize {
        self.pieces.partition_point(|p| p.prose <= at).saturating_sub(1)
    }

    fn piece_end(&self, i: usize) -> u32 {
        self.pieces.get(i + 1).map_or(self.prose_len, |p| p.prose)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PieceKind::*;

    /// The map of `one **two** three`.
    fn emphasis() -> Map {
        let mut map = Map::default();
        map.push(4, Span::new(0, 4), Verbatim, 0);
        map.push(3, Span::new(6, 9), Verbatim, 1);
        map.push(6, Span::new(11, 17), Verbatim, 0);
        map
    }

    #[test]
    fn a_span_in_one_piece_maps_exactly() {
        assert_eq!(emphasis().source(Span::new(8, 13)), Span::new(12, 17));
    }

    #[test]
    fn a_span_across_markup_covers_the_markup() {
        assert_eq!(emphasis().source(Span::new(0, 7)), Span::new(0, 9));
    }

    #[test]
    fn white_space_inserted_beside_an_element_goes_outside_it() {
        let map = emphasis();
        assert_eq!(map.changes(Span::at(4), "x").unwrap()[0].span, Span::at(4));
        assert_eq!(map.changes(Span::at(7), "x").unwrap()[0].span, Span::at(11));
    }

    #[test]
    fn a_replacement_across_markup_leaves_the_markup() {
        let changes = emphasis().changes(Span::new(2, 6), "X").unwrap();
        assert_eq!(
            changes,
            [Change { span: Span::new(2, 4), text: "X".into() }, Change { span: Span::new(6, 8), text: "".into() }]
        );
    }

    #[test]
    fn no_edit_crosses_a_footnote_s_mark_and_white_space_goes_behind_it() {
        // `end.[^1]Next`
        let mut map = Map::default();
        map.push(4, Span::new(0, 4), Verbatim, 0);
        map.push_barrier(Span::new(4, 8), 0);
        map.push(4, Span::new(8, 12), Verbatim, 0);
        assert_eq!(map.changes(Span::new(3, 5), "x"), None);
        assert_eq!(map.changes(Span::at(4), " ").unwrap()[0].span, Span::at(8));
        assert_eq!(map.changes(Span::at(4), ",").unwrap()[0].span, Span::at(4));
        assert_eq!(map.source(Span::new(3, 5)), Span::new(3, 9));
    }

    #[test]
    fn a_fixed_piece_is_never_changed_and_an_atomic_one_only_whole() {
        let mut map = Map::default();
        map.push(3, Span::new(0, 3), Fixed, 0);
        map.push(2, Span::new(3, 9), Atomic, 0);
        assert_eq!(map.changes(Span::new(1, 2), ""), None);
        assert_eq!(map.changes(Span::new(3, 4), ""), None);
        assert_eq!(map.changes(Span::new(3, 5), "&").unwrap()[0].span, Span::new(3, 9));
    }

    #[test]
    fn a_piece_may_stand_for_a_source_of_any_length() {
        // A block of code between two paragraphs.
        let long = u32::from(LONG);
        let end = long + 7;
        let mut map = Map::default();
        map.push(3, Span { start: 0, end: 3 }, Verbatim, 0);
        map.push(2, Span { start: 3, end }, Fixed, 0);
        map.push(2, Span { start: end, end: end + long }, Atomic, 0);
        map.push(4, Span { start: end + long, end: end + long + 4 }, Verbatim, u8::MAX);
        assert_eq!(map.source(Span::new(3, 5)), Span { start: 3, end });
        assert_eq!(map.source(Span::new(5, 7)), Span { start: end, end: end + long });
        assert_eq!(map.source(Span::new(7, 8)), Span { start: end + long, end: end + long + 1 });
    }
}
