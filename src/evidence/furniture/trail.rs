//! “Home » News » Politics”

use super::line::Line;
use crate::text::{Kind, Span, Token};

/// A part of a trail has at most so many words, but for the last one, which is the page's title.
const PART: usize = 5;

/// The trail of links at the start of a block: all of it, or up to the title that ends it.
pub fn breadcrumb(line: &Line) -> Option<Span> {
    let separators: Vec<usize> =
        (0..line.tokens.len()).filter(|&i| separates(line.text(&line.tokens[i]), &line.tokens[i])).collect();
    let first = *separators.first()?;
    let last = *separators.last()?;
    let starts = line.words.trim_start();
    let home = ["home ", "homepage ", "front page ", "start ", "you are here : ", "index "];
    let from_home = home.iter().any(|h| starts.starts_with(h)) && first <= 4;
    let arrows = separators.iter().filter(|&&i| is_arrow(line.text(&line.tokens[i]))).count();
    if first == 0 || !(from_home || arrows > 1 && arrows == separators.len()) {
        return None;
    }
    let mut from = 0;
    for &at in &separators {
        let part = at - from;
        if part == 0 && from > 0 || part > PART + 2 {
            return None;
        }
        from = at + 1;
    }
    let title = &line.tokens[last + 1..];
    let words = title.iter().filter(|t| t.kind.is_wordlike()).count();
    let trail_end = line.tokens[last].end();
    let end = if words > PART { title[0].start().min(line.block.span.end) } else { line.block.span.end };
    (trail_end <= end)
        .then(|| Span { start: line.tokens[0].start(), end: if words > PART { end } else { line.block.span.end } })
}

fn separates(text: &str, token: &Token) -> bool {
    is_arrow(text) || token.spaced() && matches!(text, "/" | ">" | "|") && token.kind != Kind::Word
}

fn is_arrow(text: &str) -> bool {
    matches!(text, "»" | "›" | "→")
}
