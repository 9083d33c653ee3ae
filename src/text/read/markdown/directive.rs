//! Lines and marks that extensions of Markdown add and pulldown-cmark does not know: containers
//! (`:::note`), a table of contents (`[TOC]`), the kind of a callout (`> [!tip]+`), and what MDX
//! takes from JavaScript (imports, exports, attributes in braces).

use crate::text::Span;
use crate::text::read::cover::{Cover, Shows};

/// Adds the ranges to cover to those of the shortcodes.
pub(super) fn find(source: &str, covers: &mut Vec<Cover>) {
    let before = covers.len();
    let mut lines = Lines { source, at: 0 };
    let mut blank_above = true;
    while let Some(line) = lines.next() {
        let text = &source[line];
        let bare = text.trim_start_matches([' ', '\t', '>']);
        match bare.as_bytes().first() {
            Some(b':' | b'[') if is_directive(bare.trim_end()) => {
                covers.push(Cover { span: line, shows: Shows::Blank })
            }
            Some(b'[') => covers.extend(callout(text, bare, line)),
            Some(b'i' | b'e') if blank_above && is_module_line(text) => {
                let end = lines.end_of_statement(text, line);
                covers.push(Cover { span: Span { start: line.start, end }, shows: Shows::Blank });
                continue;
            }
            _ => attributes_in_braces(text, line, covers),
        }
        blank_above = bare.trim_end().is_empty();
    }
    if before > 0 && covers.len() > before {
        merge(covers);
    }
}

/// The lines of a source, each without its end.
struct Lines<'s> {
    source: &'s str,
    at: usize,
}

impl Lines<'_> {
    fn next(&mut self) -> Option<Span> {
        let start = self.at;
        let rest = self.source.as_bytes().get(start..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr(b'\n', rest).map_or(self.source.len(), |n| start + n);
        self.at = end + 1;
        Some(Span::new(start, end))
    }

    /// Where the import or export that starts in this line ends: before the next blank line.
    fn end_of_statement(&mut self, first: &str, line: Span) -> u32 {
        let mut end = line.end;
        let mut open = opens(first);
        while open > 0
            && let Some(next) = self.next()
            && !self.source[next].trim().is_empty()
        {
            open += opens(&self.source[next]);
            end = next.end;
        }
        end
    }
}

/// How many more brackets a line opens than it closes.
fn opens(line: &str) -> i32 {
    line.bytes().fold(0, |n, b| match b {
        b'{' | b'(' | b'[' => n + 1,
        b'}' | b')' | b']' => n - 1,
        _ => n,
    })
}

fn is_directive(line: &str) -> bool {
    line.starts_with(":::") || ["[toc]", "[[toc]]", "[[_toc_]]"].iter().any(|name| line.eq_ignore_ascii_case(name))
}

/// The kind of a callout, `[!tip]`, unless it is one that pulldown-cmark knows.
fn callout(line: &str, bare: &str, span: Span) -> Option<Cover> {
    const ALERTS: &[&str] = &["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
    let (kind, rest) = bare.strip_prefix("[!")?.split_once(']')?;
    let in_quotation = line.trim_start().starts_with('>');
    let known = rest.trim().is_empty() && ALERTS.iter().any(|alert| alert.eq_ignore_ascii_case(kind));
    if !in_quotation || known || !kind.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return None;
    }
    let title = rest.trim_start_matches(['+', '-']).trim();
    let start = span.end - bare.len() as u32;
    let end = if title.is_empty() { span.end } else { span.end - title.len() as u32 - trailing(bare) };
    let shows = if title.is_empty() { Shows::Blank } else { Shows::Nothing };
    Some(Cover { span: Span { start, end }, shows })
}

/// The white space at a line's end.
fn trailing(line: &str) -> u32 {
    (line.len() - line.trim_end().len()) as u32
}

/// `import A from 'b'`, `export const a = {`.
fn is_module_line(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(';');
    if let Some(import) = line.strip_prefix("import ") {
        let quoted = import.ends_with(['\'', '"']) && (import.contains(" from ") || import.starts_with(['\'', '"']));
        return quoted || import == "{";
    }
    let export = line.strip_prefix("export ").unwrap_or_default();
    let keyword = export.split([' ', '(']).next().unwrap_or_default();
    matches!(keyword, "const" | "let" | "function" | "default" | "async") && export.contains(['=', '(', '{'])
}

/// The values of attributes in braces, `<Chart data={rows} />`, which HTML does not have.
fn attributes_in_braces(text: &str, line: Span, covers: &mut Vec<Cover>) {
    let Some(tag) = memchr::memchr(b'<', text.as_bytes()) else { return };
    let mut at = tag;
    while let Some(n) = memchr::memmem::find(&text.as_bytes()[at..], b"={") {
        let start = at + n + 1;
        let mut depth = 0;
        let end = text[start..].bytes().position(|b| {
            depth += i32::from(b == b'{') - i32::from(b == b'}');
            depth == 0
        });
        at = end.map_or(text.len(), |n| start + n + 1);
        if end.is_some() {
            let span = Span { start: line.start + start as u32, end: line.start + at as u32 };
            covers.push(Cover { span, shows: Shows::Opaque });
        }
    }
}

/// Puts the covers in order; of two that overlap, the first stays.
fn merge(covers: &mut Vec<Cover>) {
    covers.sort_by_key(|cover| cover.span.start);
    let mut done = 0;
    covers.retain(|cover| {
        let apart = cover.span.start >= done;
        done = done.max(if apart { cover.span.end } else { done });
        apart
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read::cover::cover;

    fn covered(source: &str) -> String {
        let mut covers = Vec::new();
        find(source, &mut covers);
        cover(source, 0..source.len(), &covers).into_owned()
    }

    #[test]
    fn the_fences_of_containers_are_blank_and_their_text_stays() {
        assert_eq!(covered(":::tip\nSalt it.\n:::\n"), "      \nSalt it.\n   \n");
    }

    #[test]
    fn the_kind_of_a_callout_goes_and_its_title_stays() {
        assert_eq!(covered("> [!abstract]- In short"), format!("> {}In short", "x".repeat(13)));
        assert_eq!(covered("> [!NOTE]\n> Text"), "> [!NOTE]\n> Text");
    }

    #[test]
    fn what_is_javascript_in_mdx_is_no_text() {
        assert_eq!(covered("import A from './a'\n\nText").trim(), "Text");
        assert_eq!(covered("export const meta = {\n  a: 1,\n}\n\nText").trim(), "Text");
        assert_eq!(covered("<Chart rows={[1, {a: 2}]} />"), format!("<Chart rows={} />", "x".repeat(13)));
    }

    #[test]
    fn prose_that_begins_like_javascript_is_prose() {
        for text in ["import duties rose.", "The tax on\nexport default rates", "export controls", "[see] a", ": a"] {
            assert_eq!(covered(text), text);
        }
    }
}
