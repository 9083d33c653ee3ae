//! Plain text has structure too: paragraphs, headings without marks, lists, attributions.
//!
//! The prose is the source itself and the map is the identity; only the blocks have to be found.
//! Blank lines end blocks. Lines that stand together are one hard-wrapped paragraph where they are
//! as long as a typewriter's and run on from one to the next; otherwise each is a block.

use std::borrow::Cow;

use super::turns;
use crate::text::{Article, Block, BlockFlags, BlockKind, Format, Map, Span};

/// Lines longer than this are paragraphs, not lines of one, in characters.
const WRAP_COLUMN: usize = 100;
/// A shorter line may be one of verse or of a list.
const HALF_LINE: usize = 50;
/// A heading has at most so many words and characters.
const HEADING_WORDS: usize = 16;
const HEADING_CHARS: usize = 120;

/// Reads a text without markup.
pub fn read(source: &str) -> Article<'_> {
    let mut blocks = Vec::with_capacity(source.len() / 128 + 1);
    let mut groups = Groups { source, at: if source.starts_with('\u{FEFF}') { 3 } else { 0 }, lines: Vec::new() };
    while groups.advance() {
        group(source, &groups.lines, &mut blocks);
    }
    turns::mark(source, &mut blocks);
    mark_headings(source, &mut blocks);
    Article {
        source,
        format: Format::Plain,
        prose: Cow::Borrowed(source),
        map: Map::identity(),
        blocks,
        marks: Vec::new(),
        comments: Vec::new(),
        skeleton: 0,
        skipped: Vec::new(),
    }
}

/// Runs of lines between blank lines.
struct Groups<'s> {
    source: &'s str,
    at: usize,
    /// The lines of the run, without the white space around each.
    lines: Vec<Span>,
}

impl Groups<'_> {
    fn advance(&mut self) -> bool {
        self.lines.clear();
        while self.at < self.source.len() {
            let rest = &self.source[self.at..];
            let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
            let line = &rest[..end];
            let text = line.trim();
            let start = self.at + (line.len() - line.trim_start().len());
            let crlf = rest[end..].starts_with("\r\n");
            self.at += end + if crlf { 2 } else { usize::from(end < rest.len()) };
            match (text.is_empty(), self.lines.is_empty()) {
                (true, true) => {}
                (true, false) => return true,
                _ => self.lines.push(Span::new(start, start + text.len())),
            }
        }
        !self.lines.is_empty()
    }
}

/// Cuts one run of lines into blocks.
fn group(source: &str, lines: &[Span], blocks: &mut Vec<Block>) {
    let wrapped = is_wrapped(source, lines);
    let prose = !wrapped && lines.iter().any(|line| line.len() > WRAP_COLUMN);
    let first = blocks.len();
    for (i, &line) in lines.iter().enumerate() {
        let text = &source[line];
        if is_rule(text) {
            continue;
        }
        let attribution = is_attribution(source, lines, i);
        if let Some(marker) = list_marker(text).filter(|_| !attribution) {
            let span = Span { start: line.start + marker as u32, end: line.end };
            blocks.push(Block {
                kind: BlockKind::Item,
                flags: BlockFlags::LIST,
                span,
                label: Span::at(span.start as usize),
            });
        } else if i > 0
            && !attribution
            && blocks.len() > first
            && (wrapped || (prose || lines[i - 1].len() > HALF_LINE) && runs_on(&source[lines[i - 1]], text))
        {
            if let Some(open) = blocks.last_mut() {
                open.span.end = line.end;
            }
        } else {
            let kind = if attribution { BlockKind::Attribution } else { BlockKind::Paragraph };
            let span = without_dash(source, line, kind);
            blocks.push(Block { kind, flags: BlockFlags::empty(), span, label: Span::at(span.start as usize) });
        }
    }
    if is_verse(source, &blocks[first..]) {
        for block in &mut blocks[first..] {
            block.flags |= BlockFlags::LINES;
        }
    }
}

/// Whether the lines are one paragraph broken by a typewriter: none is long, and most end where
/// the next word would not have fitted.
fn is_wrapped(source: &str, lines: &[Span]) -> bool {
    if lines.len() < 2 {
        return false;
    }
    let width = |s: &Span| if s.len() > WRAP_COLUMN * 4 { WRAP_COLUMN * 4 } else { source[*s].chars().count() };
    let column = lines.iter().map(width).max().unwrap_or(0);
    if !(40..=WRAP_COLUMN).contains(&column) {
        return false;
    }
    let full = |pair: &[Span]| {
        let next = source[pair[1]].split_whitespace().next().map_or(0, |w| w.chars().count());
        list_marker(&source[pair[1]]).is_some() || width(&pair[0]) + 1 + next > column.saturating_sub(2)
    };
    let fitting = lines.windows(2).filter(|pair| full(pair)).count();
    // The rows of a page's foot may be of one length by chance; but each begins anew.
    let goes_on = |line: &Span| source[*line].starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
    fitting * 3 >= (lines.len() - 1) * 2 && (lines.len() < 4 || lines[1..].iter().any(goes_on))
}

/// Whether a line goes on with the sentence of the one above, as where a link was copied as a line
/// of its own: one ends without a stop and the other starts with a small letter or a mark, or what
/// the first ends with wants more.
fn runs_on(above: &str, line: &str) -> bool {
    let last = above.rsplit(char::is_whitespace).next().unwrap_or(above);
    let closed = above.trim_end_matches(['”', '"', '’', '\'', ')']);
    let short_for =
        last.trim_end_matches('.').contains('.') || matches!(last, "Inc." | "Co." | "Corp." | "Ltd." | "Jr.");
    let ended = closed.ends_with(['.', '!', '?', ':', ';', '…']) && !short_for;
    let more = wants_more(last) || above.ends_with(['“', '(']);
    let small = line.starts_with(|c: char| c.is_lowercase() || matches!(c, '.' | ',' | ';' | ')' | '’' | '”' | '?'));
    more || !ended && small || line.starts_with([',', '.', ';', '’']) && !line.starts_with("..")
}

/// Whether no sentence and no heading ends with this word.
fn wants_more(word: &str) -> bool {
    const WANT_MORE: &[&str] = &[
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "its", "of", "on", "or", "the",
        "their", "to", "with",
    ];
    WANT_MORE.iter().any(|more| word.eq_ignore_ascii_case(more))
}

/// Three or more short lines that end without a stop: verse, an address, a recipe's ingredients.
fn is_verse(source: &str, blocks: &[Block]) -> bool {
    let short = |b: &&Block| b.span.len() < 70 && !source[b.span].ends_with('.');
    blocks.len() > 2 && blocks.iter().filter(short).count() * 4 >= blocks.len() * 3
}

/// A line of dashes, stars or underscores.
fn is_rule(text: &str) -> bool {
    text.len() > 2 && text.bytes().all(|b| matches!(b, b'-' | b'*' | b'_' | b'=' | b' ' | b'~' | b'#'))
}

/// The length of a list marker and the space after it.
fn list_marker(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    let marker = if matches!(first, '*' | '-' | '+' | '•' | '‣' | '◦' | '▪' | '●' | '·' | '–') {
        first.len_utf8()
    } else {
        let open = usize::from(first == '(');
        let body = &text[open..];
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        let name = if (1..=2).contains(&digits) {
            digits
        } else if body.as_bytes().first().is_some_and(u8::is_ascii_lowercase) && body.as_bytes().get(1) == Some(&b')') {
            1
        } else {
            return None;
        };
        match body.as_bytes().get(name) {
            Some(b')') => open + name + 1,
            Some(b'.') if open == 0 => name + 1,
            _ => return None,
        }
    };
    let space = text[marker..].len() - text[marker..].trim_start().len();
    (space > 0 && marker + space < text.len()).then_some(marker + space)
}

/// A short line without a stop right under a quotation names its source; so does one that starts
/// with a dash.
fn is_attribution(source: &str, lines: &[Span], i: usize) -> bool {
    let text = &source[lines[i]];
    let short = text.len() <= HEADING_CHARS && !ends_like_a_sentence(text);
    let above = i.checked_sub(1).map(|j| &source[lines[j]]);
    let dashed = |text: &str| text.starts_with(['—', '–']) || text.starts_with("--");
    if dashed(text) {
        return short && text.len() > 4 && i + 1 == lines.len() && !above.is_some_and(dashed);
    }
    i + 1 == lines.len()
        && lines.len() == 2
        && short
        && text.split_whitespace().count() <= HEADING_WORDS
        && text.starts_with(char::is_uppercase)
        && above.is_some_and(|a| a.len() > 60 && ends_like_a_sentence(a))
}

/// An attribution's dash is no part of it.
fn without_dash(source: &str, line: Span, kind: BlockKind) -> Span {
    if kind != BlockKind::Attribution {
        return line;
    }
    let text = &source[line];
    let name = text.trim_start_matches(|c: char| matches!(c, '—' | '–' | '-') || c.is_whitespace());
    if name.is_empty() {
        return line;
    }
    Span { start: line.end - name.len() as u32, end: line.end }
}

fn ends_like_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '’', '\'', ')', ']', '*']).ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// “[Illustration: The mill in winter]”
fn is_caption(text: &str) -> bool {
    let labels = ["[Illustration", "[Photo:", "[Image:", "[Picture:"];
    text.ends_with(']') && labels.iter().any(|label| text.starts_with(label))
}

/// A short paragraph without a stop, with running text after it, is a heading; the first one at
/// the top is the headline.
fn mark_headings(source: &str, blocks: &mut [Block]) {
    let mut seen = false;
    for i in 0..blocks.len() {
        let text = &source[blocks[i].span];
        let plain = blocks[i].kind == BlockKind::Paragraph && !blocks[i].flags.contains(BlockFlags::LINES);
        if plain && is_caption(text) {
            blocks[i].kind = BlockKind::Caption;
            continue;
        }
        if !plain || !looks_like_heading(text) || blocks[i + 1..].is_empty() {
            continue;
        }
        let level = if seen { 2 } else { 1 };
        seen = true;
        blocks[i].kind = BlockKind::Heading(level);
    }
}

fn looks_like_heading(text: &str) -> bool {
    let start = text.trim_start_matches(['“', '"', '‘', '\'']).chars().next();
    let ends = text.trim_end_matches(['”', '"', '’', '\'']).chars().next_back();
    text.len() <= HEADING_CHARS
        && text.split_whitespace().count() <= HEADING_WORDS
        && start.is_some_and(|c| {
            c.is_uppercase() || c.is_ascii_digit() || c.is_alphabetic() && text.contains(char::is_uppercase)
        })
        && ends.is_some_and(|c| !matches!(c, '.' | ',' | ';' | ':' | '…' | '—' | '-'))
        && text.contains(char::is_alphabetic)
        && !is_quoted_whole(text)
        && text.matches('“').count() == text.matches('”').count()
        && !text.rsplit(' ').next().is_some_and(|last| matches!(last, "a" | "an" | "and" | "of" | "or" | "the"))
}

/// “Whole lines in quotation marks” are pull quotes.
fn is_quoted_whole(text: &str) -> bool {
    text.starts_with(['“', '"']) && text.ends_with(['”', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(source: &str) -> Vec<(BlockKind, &str)> {
        read(source).blocks.iter().map(|b| (b.kind, &source[b.span])).collect()
    }

    #[test]
    fn bare_lines_between_paragraphs_are_headings() {
        let text = "Floods Close Two Bridges\n\nThe river rose on Monday.\n\nWhat Comes Next\n\nMore rain, they say.\n";
        assert_eq!(
            outline(text),
            [
                (BlockKind::Heading(1), "Floods Close Two Bridges"),
                (BlockKind::Paragraph, "The river rose on Monday."),
                (BlockKind::Heading(2), "What Comes Next"),
                (BlockKind::Paragraph, "More rain, they say."),
            ]
        );
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph_and_long_lines_are_each_their_own() {
        let wrapped = "The committee met on Tuesday to hear what the engineers\nhad found under the bridge, and it \
                       heard little that\nit did not know.\n";
        assert_eq!(outline(wrapped).len(), 1);
        let long = format!("{}.\n{}.\n", "A sentence that goes on ".repeat(8).trim(), "Another one ".repeat(12).trim());
        assert_eq!(outline(&long).len(), 2);
    }

    #[test]
    fn rows_that_each_begin_anew_are_no_paragraph_however_alike_they_are_in_length() {
        let foot = "Read more: Why the harbour froze over\nRead more: The ships that never came\nPhotos: Ida \
                    Holm and Per Lie, Bergen\n© 2024 The Harbour News and partners\n";
        assert_eq!(outline(foot).len(), 4);
    }

    #[test]
    fn a_line_that_goes_on_with_a_sentence_is_no_paragraph() {
        let long = "Two men were charged on Monday with the theft of a boat that had lain on the quay of the town for as long \
                    as anybody can tell, from";
        let text =
            format!("{long}\nOperation Low Tide\n, said the harbour master.\nThe Harbour Office\nwill sell it.\n");
        let blocks = outline(&text);
        assert_eq!(blocks.len(), 2, "{blocks:?}");
        assert_eq!(blocks[1], (BlockKind::Paragraph, "The Harbour Office\nwill sell it."));
        assert_eq!(outline("o my love\nis like a rose\nthat is red\n").len(), 3, "verse keeps its lines");
    }

    #[test]
    fn items_lose_their_markers_and_rules_are_no_text() {
        assert_eq!(
            outline("* one\n* two\n\n---\n\n1. three\n(b) four\n"),
            [(BlockKind::Item, "one"), (BlockKind::Item, "two"), (BlockKind::Item, "three"), (BlockKind::Item, "four"),]
        );
    }

    #[test]
    fn a_short_line_right_under_a_quotation_is_its_attribution() {
        let text = "We have done what could be done, and we will go on doing it as long as we can.\nThe mayor of Bergen\n\n\
                    — Anna Lind, engineer\n";
        let kinds: Vec<BlockKind> = outline(text).iter().map(|b| b.0).collect();
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Attribution, BlockKind::Attribution]);
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_are_no_text() {
        assert_eq!(
            outline("\u{FEFF}One two.\r\n\r\nThree four.\r\n"),
            [(BlockKind::Paragraph, "One two."), (BlockKind::Paragraph, "Three four."),]
        );
    }
}
