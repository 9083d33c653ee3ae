//! Shortcodes: the calls of a site's templates in its texts, `{{< … >}}`, `{{% … %}}`, `{{ … }}`
//! and `{% … %}`, and lists of attributes, `{: … }` and `[…]{.name}`.
//!
//! What stands between a pair of them is prose, unless the pair is one for code.

use rustc_hash::FxHashMap;

use super::cover::{Cover, Shows};
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

/// Calls of these steer a template and print nothing.
const STEERING: &[&str] = &[
    "assign",
    "block",
    "break",
    "capture",
    "case",
    "continue",
    "cycle",
    "decrement",
    "else",
    "elsif",
    "extends",
    "for",
    "if",
    "increment",
    "layout",
    "load",
    "macro",
    "raw",
    "set",
    "unless",
    "when",
    "with",
];

/// The shortcodes of a source, in order.
pub(super) fn find(source: &str) -> Vec<Cover> {
    let calls = paired(calls(source));
    let mut covers: Vec<Cover> = Vec::with_capacity(calls.len());
    let mut at = 0;
    while at < calls.len() {
        // Those with nothing but white space between them have a line for themselves, or none has.
        let next = calls[at..].windows(2).position(|pair| !is_blank(&source[pair[0].end..pair[1].start]));
        let end = next.map_or(calls.len(), |n| at + n + 1);
        let alone = is_alone(source, calls[at].start, calls[end - 1].end);
        covers.extend(calls[at..end].iter().map(|call| Cover {
            span: Span::new(call.start, call.end),
            shows: if alone { Shows::Blank } else { call.shows },
        }));
        at = end;
    }
    covers
}

/// One shortcode, or a pair with code in it.
struct Call<'s> {
    start: usize,
    end: usize,
    /// Its first word.
    name: &'s str,
    /// It ends the pair of this name.
    closes: Option<&'s str>,
    shows: Shows,
}

fn calls(source: &str) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    let mut at = 0;
    while let Some(n) = memchr::memchr(b'{', &source.as_bytes()[at..]) {
        let call = Call::at(source, at + n);
        at = call.as_ref().map_or(at + n + 1, |call| call.end);
        calls.extend(call);
    }
    calls
}

/// Finds the pairs. Of a pair, only what it holds is seen; if that is code, the pair is one call.
fn paired(calls: Vec<Call<'_>>) -> Vec<Call<'_>> {
    let mut open: FxHashMap<&str, usize> = FxHashMap::default();
    let mut kept: Vec<Call> = Vec::with_capacity(calls.len());
    for call in calls {
        let Some(name) = call.closes else {
            open.insert(call.name, kept.len());
            kept.push(call);
            continue;
        };
        match open.remove(name).filter(|&at| kept.get(at).is_some_and(|opening| opening.name == name)) {
            Some(at) if CODE.binary_search(&name).is_ok() => {
                kept.truncate(at + 1);
                kept[at].end = call.end;
            }
            opening => {
                opening.into_iter().for_each(|at| kept[at].shows = Shows::Nothing);
                kept.push(call);
            }
        }
    }
    kept
}

impl<'s> Call<'s> {
    /// The one that starts at the byte `start`.
    fn at(source: &'s str, start: usize) -> Option<Call<'s>> {
        let rest = &source[start..];
        let (open, close) = match rest.as_bytes() {
            [b'{', b'{', b'<', ..] => ("{{<", ">}}"),
            [b'{', b'{', b'%', ..] => ("{{%", "%}}"),
            [b'{', b'{', ..] => ("{{", "}}"),
            [b'{', b'%', ..] => ("{%", "%}"),
            [b'{', b':', ..] => ("{:", "}"),
            [b'{', ..] if has_attributes(source, start) => ("{", "}"),
            _ => return None,
        };
        let body = &rest[open.len()..];
        if open == "{{"
            && let Some((name, len)) = go_code(body)
        {
            let end = start + open.len() + len;
            return Some(Call { start, end, name, closes: None, shows: Shows::Opaque });
        }
        let end = end_of_call(body.as_bytes(), close.as_bytes(), open.contains(['<', '%']))?;
        let name = body[..end].trim_start_matches(['-', ' ', '\t', '\n', '\r']);
        let name = name.split([' ', '\t', '\n', '\r', '-']).next().unwrap_or_default();
        let closes = name.strip_prefix(if open == "{%" { "end" } else { "/" }).filter(|name| !name.is_empty());
        let silent = close == "}" || closes.is_some() || (open == "{%" && STEERING.binary_search(&name).is_ok());
        let shows = if silent { Shows::Nothing } else { Shows::Opaque };
        Some(Call { start, end: start + open.len() + end + close.len(), name, closes, shows })
    }
}

/// Go's templates print code of many lines: {{raw `…`}}. The name of the function, and the length of the
/// call behind its opening.
fn go_code(body: &str) -> Option<(&str, usize)> {
    const LONGEST: usize = 20_000;
    let name = &body[..body.bytes().take_while(u8::is_ascii_lowercase).count()];
    let code = body[name.len()..].strip_prefix(" `").filter(|_| !name.is_empty())?;
    let within = &code.as_bytes()[..code.len().min(LONGEST)];
    let end = memchr::memmem::find(within, b"`}}")?;
    Some((name, body.len() - code.len() + end + 3))
}

/// Whether the brace at the byte `at` opens the attributes of what ends before it, as in
/// `[text]{.small}` or `![](a.png){width=50%}`.
fn has_attributes(source: &str, at: usize) -> bool {
    let after = at.checked_sub(1).is_some_and(|i| matches!(source.as_bytes()[i], b')' | b']' | b'`'));
    let inner = &source[at + 1..];
    let key = inner.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
    after && (inner.starts_with(['.', '#', '=']) || key.len() < inner.len() && key.starts_with('='))
}

/// Whether a range of the source has its lines for itself.
pub(super) fn is_alone(source: &str, start: usize, end: usize) -> bool {
    let before = source[..start].trim_end_matches([' ', '\t', '>']);
    let after = source[end..].trim_start_matches([' ', '\t', '\r']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
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
            [b'{', ..] if close == b"}" => true,
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
    use super::super::cover::cover;
    use super::*;

    fn hidden(source: &str) -> String {
        cover(source, 0..source.len(), &find(source)).into_owned()
    }

    #[test]
    fn the_names_are_in_order_so_that_each_is_found() {
        assert!(CODE.is_sorted() && STEERING.is_sorted());
    }

    #[test]
    fn a_shortcode_in_a_line_becomes_letters_and_one_with_its_own_line_white_space() {
        assert_eq!(hidden("See {{< ref \"a\" >}}.\n"), format!("See {}.\n", "x".repeat(15)));
        assert_eq!(hidden("{% include a.html %}\nText"), format!("{}\nText", " ".repeat(20)));
        assert_eq!(hidden("> {{< a >}} {{< b >}}\n"), format!("> {0} {0}\n", " ".repeat(9)));
    }

    #[test]
    fn what_stands_between_a_pair_is_prose_unless_it_is_code() {
        assert_eq!(
            find("A {{< abbr >}}b{{< /abbr >}} {{ endpoint }}").iter().map(|c| c.shows).collect::<Vec<_>>(),
            [Shows::Nothing, Shows::Nothing, Shows::Opaque]
        );
        assert!(hidden("{{% note %}}\nMind this.\n{{% /note %}}").contains("Mind this."));
        assert!(!hidden("{% highlight go %}\nfunc main\n{% endhighlight %}").contains("func"));
        assert!(hidden("{{< gist a b >}}\nProse.\n{{< gist a c >}}").contains("Prose."));
    }

    #[test]
    fn what_go_prints_as_it_stands_is_code() {
        let source = "Before.\n\n{{raw `\n\ttype Tree struct {\n\n\t\tleft  *Tree\n\t}\n`}}\n\nAfter.";
        assert!(!hidden(source).contains("Tree"), "{}", hidden(source));
        assert!(hidden(source).contains("After."));
    }

    #[test]
    fn braces_that_never_close_are_text() {
        for text in ["f(x){return}", "A {{ b", "A {{ b\n}}", "{% a\n\n %}", "{{{{", "{ a }", "{{"] {
            assert_eq!(hidden(text), text);
        }
    }
}
