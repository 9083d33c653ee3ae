//! Tags and Markdown that readers would see, because the text was pasted where nobody reads them.

use crate::diagnostic::{Applicability, Edit};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Format, Kind, Span};

pub const CHECK: Check = Check::token("structure/markup-as-text", Wake::kinds(&[Kind::Symbol, Kind::OpenBracket]), run);

fn run(at: At, report: &mut Report) {
    // In Markdown both are markup where they stand, unless they are escaped with care.
    if at.reading.article.format == Format::Markdown {
        return;
    }
    let finding = match at.text() {
        "<" => tag(at),
        "*" => strong(at),
        "[" => link(at),
        _ => None,
    };
    if let Some(finding) = finding {
        report.add(finding);
    }
}

/// Tags that only mark up words: without them the text is right.
const INLINE: &[&str] = &["a", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"];

const BLOCK: &[&str] = &[
    "blockquote",
    "br",
    "center",
    "div",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
];

/// “<br>”, “</strong>”, “<a href="…">”
fn tag(at: At) -> Option<Finding> {
    let rest = near(at);
    let body = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name = &body[..body.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let is = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    if !is(INLINE) && !is(BLOCK) {
        return None;
    }
    let inside = &body[name.len()..body.find('>')?];
    let attributes =
        inside.is_empty() || inside.trim() == "/" || inside.starts_with(char::is_whitespace) && inside.contains('=');
    if !attributes || inside.contains('<') || is_spoken_of(at, rest.find('>')?) {
        return None;
    }
    let start = at.span().start as usize;
    let span = Span::new(start, start + rest.find('>')? + 1);
    let finding = Finding::at(span);
    Some(if is(INLINE) { finding.replace(span, "").applicability(Applicability::Unsafe) } else { finding })
}

/// “**word**”
fn strong(at: At) -> Option<Finding> {
    const LONGEST: usize = 60;
    let star = |at: At| at.is(Kind::Symbol) && at.text() == "*";
    let second = at.next().filter(|next| star(*next) && !next.spaced())?;
    let opens =
        at.spaced() || at.prev().is_some_and(|p| matches!(p.kind(), Kind::OpenBracket | Kind::OpenQuote | Kind::Dash));
    let mut last = second.next().filter(|next| !next.spaced() && !star(*next))?;
    if !opens {
        return None;
    }
    for _ in 0..LONGEST {
        let next = last.next()?;
        if star(next) && !next.spaced() {
            let end = next.next().filter(|end| star(*end) && !end.spaced())?;
            let (front, back) = (at.span().cover(second.span()), next.span().cover(end.span()));
            let finding = Finding::at(front.cover(back)).fix([Edit::new(front, ""), Edit::new(back, "")]);
            return Some(finding.applicability(Applicability::Unsafe));
        }
        last = next;
    }
    None
}

/// “[text](https://…)”
fn link(at: At) -> Option<Finding> {
    let near = near(at);
    let close = near.find("](")?;
    let text = &near[1..close];
    let target = &near[close + 2..];
    let end = target.find(')')?;
    let target = &target[..end];
    let address = target.starts_with("http") || target.starts_with('/') || target.starts_with("mailto:");
    if text.is_empty() || text.contains(['[', ']']) || !address || target.contains(char::is_whitespace) {
        return None;
    }
    let start = at.span().start as usize;
    let (front, back) = (Span::new(start, start + 1), Span::new(start + close, start + close + 2 + end + 1));
    let finding = Finding::at(front.cover(back)).fix([Edit::new(front, ""), Edit::new(back, "")]);
    Some(finding.applicability(Applicability::Unsafe))
}

/// “the <br> tag”, ‘type “<b>” here’
fn is_spoken_of(at: At, length: usize) -> bool {
    let end = at.span().start + length as u32;
    let after = std::iter::successors(at.next(), |at| at.next()).take(32).find(|next| next.span().start > end);
    let names_it = after.is_some_and(|next| {
        matches!(next.text(), "tag" | "tags" | "element" | "elements" | "attribute" | "and" | "or" | "for")
            || next.is(Kind::Comma)
    });
    names_it || at.prev().is_some_and(|p| matches!(p.kind(), Kind::OpenQuote | Kind::OpenSingle) || p.text() == "`")
}

/// The text of the block from here, as far as a tag or link may reach.
fn near(at: At<'_>) -> &str {
    const LONGEST: usize = 400;
    let rest = at.reading.article.text(Span { start: at.span().start, end: at.block().span().end });
    rest.char_indices().nth(LONGEST).map_or(rest, |(end, _)| &rest[..end])
}
