//! The Markdown of a page, as far as a page may use it: headings, quoted lines, list items, fenced
//! blocks, and anything else as prose.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::{line_ending, space0, space1};
use nom::combinator::{eof, map, not, peek, recognize, verify};
use nom::multi::{many0, many0_count, many1_count};
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Offset, Parser};

/// A piece of a page; all text is a slice of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'p> {
    Heading {
        level: usize,
        text: &'p str,
    },
    /// A line of a quotation.
    Quoted(&'p str),
    /// An item of a list, with the indented lines that continue it.
    Item(&'p str),
    /// A fenced block: what follows its opening marks, and its lines.
    Fence {
        info: &'p str,
        body: &'p str,
        closed: bool,
    },
    /// A line of anything else.
    Prose(&'p str),
}

/// Cuts what follows the front matter. Every text can be cut.
pub fn pieces(page: &str) -> Vec<Piece<'_>> {
    let blank = || recognize(many0_count(verify(line, |l: &str| l.trim().is_empty())));
    let piece = alt((fence, heading, quoted, item, map(line, Piece::Prose)));
    many0(preceded(blank(), piece)).parse(page).map_or_else(|_| Vec::new(), |(_, pieces)| pieces)
}

/// A line without its end; not the nothing after the last one.
pub fn line(i: &str) -> IResult<&str, &str> {
    let text = map(take_while(|c| c != '\n'), |text: &str| text.strip_suffix('\r').unwrap_or(text));
    preceded(not(eof), terminated(text, alt((tag("\n"), eof)))).parse(i)
}

fn heading(i: &str) -> IResult<&str, Piece<'_>> {
    let marks = terminated(verify(many1_count(tag("#")), |&n| n <= 6), peek(alt((space1, line_ending, eof))));
    map(pair(marks, line), |(level, text)| Piece::Heading { level, text: text.trim() }).parse(i)
}

fn quoted(i: &str) -> IResult<&str, Piece<'_>> {
    map(preceded(tag(">"), line), |text| Piece::Quoted(text.trim())).parse(i)
}

fn item(i: &str) -> IResult<&str, Piece<'_>> {
    let marker = pair(alt((tag("- "), tag("* "))), space0);
    let continued = pair(verify(space1, |s: &str| s.len() > 1), verify(line, |l: &str| !l.trim().is_empty()));
    let text = recognize(pair(line, many0_count(continued)));
    map(preceded(marker, text), |text: &str| Piece::Item(text.trim_end())).parse(i)
}

fn fence(i: &str) -> IResult<&str, Piece<'_>> {
    let (after, marks) = take_while_m_n(3, usize::MAX, |c| c == '`').parse(i)?;
    let (start, info) = line(after)?;
    let mut rest = start;
    while let Ok((next, text)) = line(rest) {
        if text.trim_end().strip_prefix(marks).is_some_and(|more| more.bytes().all(|b| b == b'`')) {
            return Ok((next, Piece::Fence { info: info.trim(), body: &start[..start.offset(rest)], closed: true }));
        }
        rest = next;
    }
    Ok((rest, Piece::Fence { info: info.trim(), body: start, closed: false }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_into_its_pieces() {
        let page = "# Title\r\n> a {b}\n\nProse\n## Examples\n- one\n  more\n* two\n```text\na\n\nb\n```\n→";
        assert_eq!(
            pieces(page),
            [
                Piece::Heading { level: 1, text: "Title" },
                Piece::Quoted("a {b}"),
                Piece::Prose("Prose"),
                Piece::Heading { level: 2, text: "Examples" },
                Piece::Item("one\n  more"),
                Piece::Item("two"),
                Piece::Fence { info: "text", body: "a\n\nb\n", closed: true },
                Piece::Prose("→"),
            ]
        );
    }

    #[test]
    fn a_fence_that_never_closes_takes_the_rest() {
        assert_eq!(pieces("````\n```\n"), [Piece::Fence { info: "", body: "```\n", closed: false }]);
    }
}
