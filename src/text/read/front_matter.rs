//! The fields that a page generator reads at the top of a file, in YAML or TOML.

use super::flow::Flow;
use crate::text::Span;

/// Where the text starts: behind a byte-order mark and front matter in YAML or TOML.
pub(super) fn skip(source: &str, flow: &mut Flow<'_>) -> usize {
    let start = source.len() - source.trim_start_matches('\u{FEFF}').len();
    let mut lines = source[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let ends: &[&str] = match first.trim_end() {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return start,
    };
    let mut at = start + first.len();
    let mut loose = false;
    for (i, line) in lines.enumerate() {
        at += line.len();
        let text = line.trim_end();
        if ends.contains(&text) {
            flow.draft.skip(Span::new(start, at), "front matter");
            return at;
        }
        // A rule and a paragraph; but some leave a line free above their fields.
        loose |= i == 0 && text.is_empty();
        if loose && !is_field(text) {
            break;
        }
    }
    start
}

/// “date: 2024-10-30”, an item of a list in a field, a comment, or nothing.
fn is_field(line: &str) -> bool {
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let named = |(key, _): (&str, &str)| !key.trim().is_empty() && key.trim_end().chars().all(name);
    line.is_empty() || line.starts_with([' ', '-', '#']) || line.split_once([':', '=']).is_some_and(named)
}
