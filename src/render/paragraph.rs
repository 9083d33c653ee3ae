//! The paragraph around a place in a source, found from that place alone: an article of one line of
//! 50 MB is not read from its start for each finding.

use std::ops::Range;

use memchr::{memchr, memrchr};

/// A line longer than this is no line of a hard-wrapped paragraph: it is a paragraph.
pub const WRAPPED: usize = 120;

/// The text of the paragraph before `at`, no more than `reach` bytes of it, and whether there is
/// more.
pub fn before(source: &str, at: usize, reach: usize) -> (&str, bool) {
    let least = ceil(source, at.saturating_sub(reach));
    let mut line = line_at(source, at, least, floor(source, at + reach));
    while line.start > least {
        let above = line_at(source, line.start - 1, least, line.start - 1);
        let text = &source[line];
        if !wraps(text) || begins(text) || !wraps(&source[above.clone()]) {
            return (&source[above.end + 1..at], false);
        }
        line = above;
    }
    (&source[line.start..at], line.start > 0)
}

/// The text of the paragraph after `at`, likewise.
pub fn after(source: &str, at: usize, reach: usize) -> (&str, bool) {
    let most = floor(source, at.saturating_add(reach));
    let mut line = line_at(source, at, ceil(source, at.saturating_sub(reach)), most);
    while line.end < most {
        let below = line_at(source, line.end + 1, line.end + 1, most);
        let text = &source[below.clone()];
        if !wraps(&source[line.clone()]) || begins(text) || !wraps(text) {
            return (&source[at..line.end], false);
        }
        line = below;
    }
    (&source[at..line.end], line.end < source.len())
}

/// The line that holds the byte `at`, without its end, as far as it lies in `least..most`.
fn line_at(source: &str, at: usize, least: usize, most: usize) -> Range<usize> {
    let start = memrchr(b'\n', &source.as_bytes()[least..at]).map_or(least, |i| least + i + 1);
    let end = memchr(b'\n', &source.as_bytes()[at..most]).map_or(most, |i| at + i);
    start..end
}

/// Whether this line may be one of several of a paragraph.
fn wraps(line: &str) -> bool {
    line.len() <= WRAPPED && !line.trim().is_empty()
}

/// Whether a line begins an item, a row, a heading or an element.
fn begins(line: &str) -> bool {
    let line = line.trim_start();
    let figures = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['-', '*', '+', '•', '#', '|', '<']) || (figures.len() < line.len() && figures.starts_with(". "))
}

/// The nearest edge of a character at or before the byte.
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The nearest edge of a character at or after the byte.
pub fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
