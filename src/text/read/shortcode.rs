//! Shortcodes: the calls of a site's templates in its texts, `{{< … >}}`, `{{% … %}}`, `{{ … }}`,
//! `{% … %}` and `{: … }`.
//!
//! A parser of Markdown or HTML would take them for text. They are hidden from it under filler of
//! the same number of bytes, so that offsets hold: letters where one stands in a line of text,
//! white space where it has its lines for itself. What stands between a pair of them is prose,
//! unless the pair is one for code.

use std::borrow::Cow;

use crate::text::Span;

/// Pairs of these hold code, not prose.
const CODE: &[&str] = &[
    "chem",
    "code",
    "codeblock",
    "comment",
    "css",
    "gist",
    "highlight",
    "javascript",
    "katex",
    "latex",
    "math",
    "mathjax",
    "mermaid",
    "plantuml",
    "schema",
    "script",
    "style",
    "stylesheet",
    "tikz",
];

#[derive(Debug, Default)]
pub(super) struct Shortcodes {
    /// In lines of text.
    inline: Vec<Span>,
    /// With lines for themselves.
    alone: Vec<Span>,
}

impl Shortcodes {
    pub fn find(source: &str) -> Shortcodes {
        let mut found = Shortcodes::default();
        let mut unpaired = Vec::new();
        let mut group: Vec<Span> = Vec::new();
        let mut at = 0;
        while let Some(call) = Call::next(source, at) {
            at = call.end;
            if call.opens_code() && !unpaired.contains(&call.name) {
                match call.end_of_pair(source) {
                    Some(end) => at = end,
                    None => unpaired.push(call.name),
                }
            }
            if group.last().is_some_and(|last| !is_blank(&source[last.end as usize..call.start])) {
                found.add(source, &mut group);
            }
            group.push(Span::new(call.start, at));
        }
        found.add(source, &mut group);
        found
    }

    /// Those within lines of text, in order.
    pub fn into_inline(self) -> Vec<Span> {
        self.inline
    }

    /// The source with every shortcode under filler.
    pub fn hide<'s>(&self, source: &'s str) -> Cow<'s, str> {
        if self.inline.is_empty() && self.alone.is_empty() {
            return Cow::Borrowed(source);
        }
        let mut hidden = source.as_bytes().to_vec();
        for (spans, filler) in [(&self.inline, b'x'), (&self.alone, b' ')] {
            spans.iter().for_each(|span| hidden[span.range()].fill(filler));
        }
        String::from_utf8(hidden).map_or(Cow::Borrowed(source), Cow::Owned)
    }

    /// Adds shortcodes with nothing but white space between them.
    fn add(&mut self, source: &str, group: &mut Vec<Span>) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
        let before = source[..first.start as usize].trim_end_matches([' ', '\t', '>']);
        let after = source[last.end as usize..].trim_start_matches([' ', '\t', '\r']);
        let starts_line = before.is_empty() || before.ends_with('\n');
        let ends_line = after.is_empty() || after.starts_with('\n');
        if starts_line && ends_line { &mut self.alone } else { &mut self.inline }.append(group);
    }
}

/// One shortcode.
struct Call<'s> {
    start: usize,
    end: usize,
    /// Its first word; the end of a pair is named `/name` or `endname`.
    name: &'s str,
}

impl<'s> Call<'s> {
    /// The first one at or after the byte `from`.
    fn next(source: &'s str, from: usize) -> Option<Call<'s>> {
        let starts = memchr::memchr_iter(b'{', &source.as_bytes()[from..]);
        starts.map(|i| from + i).find_map(|start| Call::at(source, start))
    }

    /// The one that starts at the byte `start`.
    fn at(source: &'s str, start: usize) -> Option<Call<'s>> {
        let rest = &source[start..];
        let (open, close) = match rest.as_bytes() {
            [b'{', b'{', b'<', ..] => ("{{<", ">}}"),
            [b'{', b'{', b'%', ..] => ("{{%", "%}}"),
            [b'{', b'{', ..] => ("{{", "}}"),
            [b'{', b'%', ..] => ("{%", "%}"),
            [b'{', b':', ..] => ("{:", "}"),
            _ => return None,
        };
        let body = &rest[open.len()..];
        let end = end_of_call(body.as_bytes(), close.as_bytes(), open.contains(['<', '%']))?;
        let name = body[..end].trim_start_matches(['-', ' ', '\t', '\n', '\r']);
        let name = name.split([' ', '\t', '\n', '\r', '-']).next().unwrap_or_default();
        Some(Call { start, end: start + open.len() + end + close.len(), name })
    }

    fn opens_code(&self) -> bool {
        CODE.binary_search(&self.name).is_ok()
    }

    /// Where the pair that this call opens ends: at its closing call, if that comes before another
    /// pair of the name.
    fn end_of_pair(&self, source: &str) -> Option<usize> {
        let mut at = self.end;
        while let Some(call) = Call::next(source, at) {
            at = call.end;
            if call.name == self.name {
                return None;
            }
            if call.name.strip_prefix('/').or(call.name.strip_prefix("end")).map(str::trim) == Some(self.name) {
                return Some(call.end);
            }
        }
        None
    }
}

/// Where `close` stands in what follows the opening: before another shortcode, and before a blank
/// line or, if the call may not run over lines, a line end. So no byte is looked at twice.
fn end_of_call(body: &[u8], close: &[u8], over_lines: bool) -> Option<usize> {
    for at in memchr::memchr3_iter(close[0], b'{', b'\n', body) {
        let rest = &body[at..];
        if rest.starts_with(close) {
            return Some(at);
        }
        let ends = match rest {
            [b'\n', line @ ..] => {
                !over_lines || line.iter().find(|b| !matches!(b, b' ' | b'\t' | b'\r')) == Some(&b'\n')
            }
            [b'{', b'{' | b'%', ..] => true,
            _ => false,
        };
        if ends {
            return None;
        }
    }
    None
}

/// Whether there is nothing but white space, all in one line.
fn is_blank(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' ' | b'\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(source: &str) -> String {
        Shortcodes::find(source).hide(source).into_owned()
    }

    #[test]
    fn the_names_of_code_are_in_order_so_that_each_is_found() {
        assert!(CODE.is_sorted());
    }

    #[test]
    fn a_shortcode_in_a_line_becomes_letters_and_one_with_its_own_line_white_space() {
        assert_eq!(hidden("See {{< ref \"a\" >}}.\n"), format!("See {}.\n", "x".repeat(15)));
        assert_eq!(hidden("{% include a.html %}\nText"), format!("{}\nText", " ".repeat(20)));
        assert_eq!(hidden("> {{< a >}} {{< b >}}\n"), format!("> {0} {0}\n", " ".repeat(9)));
    }

    #[test]
    fn what_stands_between_a_pair_is_prose_unless_it_is_code() {
        assert!(hidden("{{% note %}}\nMind this.\n{{% /note %}}").contains("Mind this."));
        assert!(!hidden("{% highlight go %}\nfunc main\n{% endhighlight %}").contains("func"));
        assert!(hidden("{{< gist a b >}}\nProse.\n{{< gist a c >}}").contains("Prose."));
    }

    #[test]
    fn braces_that_never_close_are_text() {
        for text in ["A {{ b", "A {{ b\n}}", "{% a\n\n %}", "{{{{", "{ a }", "{{"] {
            assert_eq!(hidden(text), text);
        }
    }
}
