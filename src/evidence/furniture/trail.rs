//! “Home » News » Politics”

use super::line::Line;
use crate::text::Span;

/// A part of a trail has at most so many words, but for the last one, which is the page's title.
const PART: usize = 5;

/// The trail of links at the start of a block: all of it, or up to the title that ends it.
pub fn breadcrumb(line: &Line) -> Option<Span> {
    let separators: Vec<usize> = (0..line.tokens.len()).filter(|&i| separates(line, i)).collect();
    let (&first, &last) = (separators.first()?, separators.last()?);
    let starts = line.words.trim_start();
    let home = ["home ", "homepage ", "front page ", "start ", "you are here : ", "index "];
    let from_home = home.iter().any(|h| starts.starts_with(h)) && first <= 4;
    // “Alert → Check → Report” is how many draw a process.
    let arrows = separators.iter().filter(|&&i| matches!(line.text(&line.tokens[i]), "»" | "›")).count();
    let is_trail = from_home || arrows > 1 && arrows == separators.len();
    let short = |pair: &[usize]| (2..=PART + 3).contains(&(pair[1] - pair[0]));
    if !is_trail || first == 0 || first > PART + 2 || !separators.windows(2).all(short) {
        return None;
    }
    let title = &line.tokens[last + 1..];
    let words = title.iter().filter(|t| t.kind.is_wordlike()).count();
    let end = if words > PART { title[0].start() } else { line.block.span.end };
    Some(Span { start: line.tokens[0].start(), end })
}

/// Whether the token with this number is a mark between two parts, with spaces around it.
fn separates(line: &Line, i: usize) -> bool {
    let token = &line.tokens[i];
    let spaced = token.spaced() && line.tokens.get(i + 1).is_none_or(|next| next.spaced());
    let text = line.text(token);
    // « Guillemets » may have spaces within, too.
    spaced && (is_arrow(text) && !line.prose[line.block.span].contains('«') || matches!(text, "/" | ">" | "|"))
}

fn is_arrow(text: &str) -> bool {
    matches!(text, "»" | "›" | "→")
}
