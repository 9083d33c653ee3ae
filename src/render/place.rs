//! Where a finding stands, in an editor's words: a content system has no line numbers, but it has
//! headings and paragraphs that begin with something.

use memchr::memrchr;

use super::visible;
use super::window::width;
use crate::diagnostic::{Diagnostic, Role};
use crate::lint::Outcome;

/// “in a quotation · under “Details of the Extradition””, as far as it applies.
pub fn describe(outcome: &Outcome, diagnostic: &Diagnostic) -> Vec<String> {
    let mut parts = Vec::new();
    let role = match diagnostic.role {
        Role::Text => "",
        Role::Headline => "in the headline",
        Role::Heading => "in a heading",
        Role::Quotation => "in a quotation",
        Role::Caption => "in a caption",
        Role::List => "in a list",
        Role::Table => "in a table",
    };
    if !role.is_empty() {
        parts.push(role.to_owned());
    }
    if !matches!(diagnostic.role, Role::Headline | Role::Heading)
        && let Some(heading) = heading_above(outcome, diagnostic.span.start)
    {
        parts.push(format!("under “{}”", clip(heading, HEADING)));
    }
    parts
}

/// The first words of the paragraph that holds the byte `at`.
pub fn opening(source: &str, at: u32) -> Option<String> {
    let at = at as usize;
    let from = floor(source, at.saturating_sub(REACH));
    let start = match memrchr(b'\n', &source.as_bytes()[from..at]) {
        Some(end) => from + end + 1,
        None if from == 0 => 0,
        None => return None,
    };
    let line = source[start..floor(source, start + REACH)].lines().next()?;
    let words = clip(&without_markup(line), OPENING);
    (!words.is_empty()).then_some(words)
}

/// How far back a paragraph's beginning is looked for.
const REACH: usize = 1 << 16;
const HEADING: usize = 48;
const OPENING: usize = 32;

fn heading_above(outcome: &Outcome, at: u32) -> Option<&str> {
    let after = outcome.headings.partition_point(|(span, _)| span.start <= at);
    let (span, text) = outcome.headings[..after].last()?;
    (span.end <= at).then_some(text)
}

/// A line without the marks that make it a heading, an item or an element.
fn without_markup(line: &str) -> String {
    let mut words = String::with_capacity(line.len().min(256));
    let mut rest = line.trim_start_matches(|c: char| c.is_whitespace() || "#>*+-=".contains(c));
    while words.len() < 4 * OPENING && !rest.is_empty() {
        match rest.split_once('<') {
            Some((before, tag)) if tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c)) => {
                words.push_str(before);
                rest = tag.split_once('>').map_or("", |(_, after)| after);
            }
            _ => {
                words.push_str(rest);
                rest = "";
            }
        }
    }
    words
}

/// The first words that fit, with “…” where there are more.
fn clip(text: &str, columns: usize) -> String {
    let text = visible::text(text.trim());
    if width(&text) <= columns {
        return text.into_owned();
    }
    let mut clipped = String::new();
    for word in text.split_whitespace() {
        if width(&clipped) + width(word) + 2 > columns {
            break;
        }
        clipped.push_str(word);
        clipped.push(' ');
    }
    if clipped.is_empty() {
        clipped.extend(text.chars().take(columns / 2));
    }
    clipped.push('…');
    clipped
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_named_by_its_first_words() {
        let source = "Heading\n\nThe orchestra had rehearsed the second movement for weeks.\n";
        assert_eq!(opening(source, 40).unwrap(), "The orchestra had rehearsed …");
        assert_eq!(opening(source, 3).unwrap(), "Heading");
        assert_eq!(opening(source, 8), None);
    }

    #[test]
    fn markup_is_not_part_of_the_first_words() {
        assert_eq!(opening("<p class=\"x\">The <b>cook</b> stirred.</p>", 20).unwrap(), "The cook stirred.");
        assert_eq!(opening("> - if 2 < 3 stir", 9).unwrap(), "if 2 < 3 stir");
    }
}
