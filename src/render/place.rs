//! Where a finding stands, in an editor's words: a content system has no line numbers, but it has
//! headings and paragraphs that begin with something.

use memchr::memrchr;

use super::paragraph::floor;
use super::visible;
use super::window::width;
use crate::diagnostic::Role;
use crate::lint::Outcome;

/// What role a text has that is not running text.
pub fn role(role: Role) -> Option<&'static str> {
    match role {
        Role::Text => None,
        Role::Headline => Some("in the headline"),
        Role::Heading => Some("in a heading"),
        Role::Quotation => Some("in a quotation"),
        Role::Caption => Some("in a caption"),
        Role::List => Some("in a list"),
        Role::Table => Some("in a table"),
    }
}

/// The heading that the byte `at` stands under; of a heading itself, none.
pub fn heading(outcome: &Outcome, at: u32) -> Option<&str> {
    let after = outcome.headings.partition_point(|(span, _)| span.start <= at);
    let (span, text) = outcome.headings[..after].last()?;
    (span.end <= at).then_some(text)
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
    let words = without_markup(line).trim().to_owned();
    (!words.is_empty()).then_some(words)
}

/// How far back a paragraph's beginning is looked for.
const REACH: usize = 1 << 16;
/// No more of a paragraph's beginning is needed.
const OPENING: usize = 64;

/// A line without the marks that make it a heading, an item or an element.
fn without_markup(line: &str) -> String {
    let mut words = String::new();
    let mut rest = line.trim_start_matches(|c: char| c.is_whitespace() || "#>*+-=".contains(c));
    while words.len() < OPENING && !rest.is_empty() {
        match rest.split_once('<') {
            Some((before, tag)) if tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c)) => {
                words.push_str(before);
                rest = tag.split_once('>').map_or("", |(_, after)| after);
            }
            _ => {
                words.push_str(&rest[..floor(rest, 4 * OPENING)]);
                rest = "";
            }
        }
    }
    words
}

/// The first words that fit, with “…” where there are more, to stand in quotation marks: those in
/// them are single.
pub fn clip(text: &str, columns: usize) -> String {
    let text = visible::text(text.trim()).replace('“', "‘").replace('”', "’").replace('"', "'");
    if width(&text) <= columns {
        return text;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_named_by_its_first_words() {
        let source = "Heading\n\nThe orchestra had rehearsed the second movement for weeks.\n";
        let words = opening(source, 40).unwrap();
        assert_eq!(clip(&words, 32), "The orchestra had rehearsed …");
        assert_eq!(opening(source, 3).unwrap(), "Heading");
        assert_eq!(opening(source, 8), None);
        assert_eq!(clip("“I Count in Fives”: a \"talk\"", 32), "‘I Count in Fives’: a 'talk'");
    }

    #[test]
    fn markup_is_not_part_of_the_first_words() {
        assert_eq!(opening("<p class=\"x\">The <b>cook</b> stirred.</p>", 20).unwrap(), "The cook stirred.");
        assert_eq!(opening("> - if 2 < 3 stir", 9).unwrap(), "if 2 < 3 stir");
    }
}
