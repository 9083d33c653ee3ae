//! The elements of a page, as far as taking some out needs them: where each starts and ends.

use crate::text::Span;

/// The elements of a page, outer ones before those within them.
pub struct Elements<'s> {
    source: &'s str,
    all: Vec<Element<'s>>,
}

struct Element<'s> {
    name: &'s str,
    /// With its tags.
    span: Span,
    parent: Option<usize>,
}

/// Elements without an end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose text is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title"];

/// Elements that end where another of their kind starts.
const LOOSE: &[&str] = &["p", "li", "dt", "dd", "tr", "td", "th", "option"];

/// Elements that hold the article, too.
const FRAMES: &[&str] = &["html", "body", "main", "article"];

/// Elements that hold no copy by their nature.
const LANDMARKS: &[&str] = &["nav", "footer", "aside", "form", "menu", "header"];

impl<'s> Elements<'s> {
    pub fn of(source: &'s str) -> Elements<'s> {
        let mut tree = Elements { source, all: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'<', &source.as_bytes()[at..]) {
            let start = at + found;
            let rest = &source[start..];
            if rest.starts_with("<!--") {
                at = rest.find("-->").map_or(source.len(), |end| start + end + 3);
                continue;
            }
            let Some(end) = tag_end(rest).map(|end| start + end) else { break };
            at = end;
            let closing = rest.starts_with("</");
            let name = name(&rest[1 + usize::from(closing)..]);
            if name.is_empty() {
                at = start + 1;
                continue;
            }
            let is = |element: &usize, tree: &Elements| tree.all[*element].name.eq_ignore_ascii_case(name);
            if closing {
                // What was left open in it ends with it.
                if let Some(place) = open.iter().rposition(|e| is(e, &tree)) {
                    for (depth, element) in open.drain(place..).enumerate() {
                        tree.all[element].span.end = if depth == 0 { end } else { start } as u32;
                    }
                }
                continue;
            }
            let one_of = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
            if one_of(LOOSE) && open.last().is_some_and(|e| is(e, &tree)) {
                let element = open.pop().unwrap_or_default();
                tree.all[element].span.end = start as u32;
            }
            let number = tree.all.len();
            tree.all.push(Element { name, span: Span::new(start, end), parent: open.last().copied() });
            if one_of(RAW) {
                at = end + raw_len(&source[end..], name);
                tree.all[number].span.end = at as u32;
            } else if !one_of(VOID) && !source[start..end].ends_with("/>") {
                open.push(number);
            }
        }
        for element in open {
            tree.all[element].span.end = source.len() as u32;
        }
        tree
    }

    /// The outermost element around a text that has nothing else in it; the text itself where it
    /// stands beside copy. `is_free` says of a span whether only furniture stands in it.
    pub fn around(&self, text: Span, is_free: impl Fn(Span) -> bool) -> Option<Span> {
        let mut span = None;
        let mut inner = text;
        let mut next = self.innermost(text);
        while let Some(number) = next {
            let element = &self.all[number];
            let frame = FRAMES.iter().any(|n| n.eq_ignore_ascii_case(element.name));
            let bare = span.is_none() || self.is_empty_beside(element.span, inner);
            if frame || !is_free(element.span) || !bare {
                break;
            }
            inner = element.span;
            span = Some(inner);
            next = element.parent;
        }
        let plain = !self.source[text.range()].contains(['<', '>']);
        span.or(plain.then_some(text))
    }

    /// The outermost landmark around a text that holds no copy.
    pub fn landmark_around(&self, text: Span, is_free: impl Fn(Span) -> bool) -> Option<Span> {
        let mut span = None;
        let mut next = self.innermost(text);
        while let Some(number) = next {
            let element = &self.all[number];
            if !is_free(element.span) {
                break;
            }
            if LANDMARKS.iter().any(|n| n.eq_ignore_ascii_case(element.name)) {
                span = Some(element.span);
            }
            next = element.parent;
        }
        span.or_else(|| self.around(text, is_free))
    }

    fn innermost(&self, text: Span) -> Option<usize> {
        let after = self.all.partition_point(|e| e.span.start <= text.start);
        let mut next = after.checked_sub(1);
        while let Some(number) = next {
            if self.all[number].span.contains(text) {
                return Some(number);
            }
            next = self.all[number].parent;
        }
        None
    }

    /// Whether an element holds nothing but its own tags and what stands at `inner`.
    fn is_empty_beside(&self, outer: Span, inner: Span) -> bool {
        let before = &self.source[outer.start as usize..inner.start as usize];
        let after = &self.source[inner.end as usize..outer.end as usize];
        let own = |text: &str| text.matches('<').count() == 1;
        let start = tag_end(before).map_or("", |end| &before[end..]);
        let end = after.rfind('<').map_or("", |at| &after[..at]);
        own(before) && own(after) && start.trim().is_empty() && end.trim().is_empty()
    }
}

/// The length of a tag, quoted values and all.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn name(tag: &str) -> &str {
    let len = tag.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
    &tag[..len]
}

/// How far the text of an element reaches that holds no markup, with its end tag.
fn raw_len(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(found) = text[from..].find("</") {
        let at = from + found;
        let rest = &text[at + 2..];
        if rest.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return at + rest.find('>').map_or(text.len() - at, |end| end + 3);
        }
        from = at + 2;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(source: &str, text: &str, kept: &str) -> Option<String> {
        let at = |words: &str| {
            let start = source.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let kept = at(kept);
        let found = Elements::of(source).around(at(text), |span| !span.overlaps(kept));
        found.map(|span| source[span.range()].to_owned())
    }

    #[test]
    fn an_element_goes_with_all_that_it_fills() {
        let page = "<body><div class=\"a>b\"><p>Share this</p></div><p>The bread is baked.</p></body>";
        assert_eq!(
            around(page, "Share this", "The bread").as_deref(),
            Some("<div class=\"a>b\"><p>Share this</p></div>")
        );
    }

    #[test]
    fn an_element_stays_that_holds_a_picture_or_copy() {
        let page = "<body><div><img src=x><p>Share this</p></div><p>The bread is baked.</p></body>";
        assert_eq!(around(page, "Share this", "The bread").as_deref(), Some("<p>Share this</p>"));
        let page = "<body>Share this<p>The bread is baked.</p></body>";
        assert_eq!(around(page, "Share this", "The bread").as_deref(), Some("Share this"));
    }

    #[test]
    fn loose_and_raw_elements_are_understood() {
        let page = "<body><script>if (a < b) '<p>'</script><ul><li>Share this<li>The bread is baked.</ul></body>";
        assert_eq!(around(page, "Share this", "The bread").as_deref(), Some("<li>Share this"));
    }
}
