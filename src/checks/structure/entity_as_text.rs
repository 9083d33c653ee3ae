//! Character references that readers would see: `&mdash;`, `&nbsp;`, `&#8217;`.

mod table;

use super::windows;
use crate::checks::grouped::Grouped;
use crate::diagnostic::{Applicability, Edit};
use crate::reading::{At, Reading};
use crate::rule::{Check, Report};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::article("structure/entity-as-text", run);

/// What tells references to the marks of markup from others.
const MARKUP: &str = "markup";

fn run(reading: &Reading, report: &mut Report) {
    if !reading.marks.contains(Kind::Symbol) {
        return;
    }
    let prose = &reading.article.prose;
    let mut references = Grouped::new(reading);
    let (mut first, mut first_of_markup) = (None, None);
    let mut done = 0;
    for start in memchr::memchr_iter(b'&', prose.as_bytes()) {
        let Some(block) = reading.article.block_at(start as u32).filter(|b| report.looks_at(b)) else { continue };
        let rest = prose.get(start..block.span.end as usize).unwrap_or("");
        let Some((len, character)) = decode(rest).filter(|_| start >= done) else { continue };
        let span = Span::new(start, start + len);
        let token = reading.tokens.partition_point(|t| (t.start() as usize) < start);
        if reading.tokens.get(token).is_none_or(|t| t.kind != Kind::Symbol || t.start() != span.start)
            || is_spoken_of(reading.at(token), span)
        {
            continue;
        }
        done = start + len;
        // “&lt;” may be meant in a text about markup; all others came along together.
        let kind = if matches!(character, '<' | '>') { MARKUP } else { "" };
        let first = if kind == MARKUP { &mut first_of_markup } else { &mut first };
        first.get_or_insert(character);
        references.add(kind, span, [Edit::new(span, replacement(character, prose, span))]);
    }
    references.report(report, |kind, finding| {
        let first = if kind == MARKUP { first_of_markup } else { first };
        let finding = finding.with("character", shown(first.unwrap_or('&')));
        if kind == MARKUP { finding.applicability(Applicability::Unsafe) } else { finding }
    });
}

/// The character that a reference at the start of `text` stands for, and its length. A reference
/// that was escaped twice (`&amp;mdash;`) is one.
fn decode(text: &str) -> Option<(usize, char)> {
    let (len, character) = decode_once(text)?;
    if character == '&'
        && let Some(more) = text.as_bytes()[len..].iter().take(LONGEST).position(|b| *b == b';')
        && let Some((inner, character)) = decode_once(&format!("&{}", &text[len..=len + more]))
    {
        return Some((len + inner - 1, character));
    }
    Some((len, character))
}

const LONGEST: usize = 10;

fn decode_once(text: &str) -> Option<(usize, char)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = &body[..end];
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            // Old pages number the characters of Windows.
            windows::character(code).or_else(|| char::from_u32(code)).filter(|c| !c.is_control())?
        }
        None => table::named(name)?,
    };
    Some((end + 2, character))
}

/// Spaces are joined with what stands around; joiners and soft hyphens go.
fn replacement(character: char, prose: &str, span: Span) -> String {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match character {
        '\u{A0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => {
            let (before, after) = (&prose[..span.start as usize], &prose[span.end as usize..]);
            let doubled =
                space(before.chars().next_back()) || space(after.chars().next()) || after.starts_with("&nbsp;");
            if doubled { String::new() } else { " ".to_owned() }
        }
        '\u{AD}' | '\u{200B}'..='\u{200F}' => String::new(),
        c => c.to_string(),
    }
}

fn shown(character: char) -> String {
    match character {
        '\u{A0}' => "a space".to_owned(),
        c if c.is_whitespace() => "a space".to_owned(),
        '\u{AD}' => "a soft hyphen".to_owned(),
        '\u{200B}'..='\u{200F}' => "an invisible mark".to_owned(),
        c => format!("“{c}”"),
    }
}

/// Whether the text speaks of the reference, or it stands in an address or code.
fn is_spoken_of(at: At, span: Span) -> bool {
    let after = std::iter::successors(at.next(), |at| at.next()).take(8).find(|next| next.span().start >= span.end);
    let named =
        after.is_some_and(|next| matches!(next.text(), "entity" | "entities" | "character" | "characters" | "code"));
    let quoted = at.prev().is_some_and(|p| matches!(p.kind(), Kind::OpenQuote | Kind::OpenSingle) || p.text() == "`")
        && after.is_some_and(|next| {
            matches!(next.kind(), Kind::CloseQuote | Kind::CloseSingle | Kind::Apostrophe) || next.text() == "`"
        });
    let code = !at.spaced()
        && at.prev().is_some_and(|p| matches!(p.kind(), Kind::Code | Kind::Address))
        && after.is_some_and(|next| next.next().is_some_and(|sign| sign.text() == "="));
    named || quoted || code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_by_name_and_number_and_when_escaped_twice() {
        assert_eq!(decode("&mdash; and"), Some((7, '—')));
        assert_eq!(decode("&#8217;s"), Some((7, '’')));
        assert_eq!(decode("&#x2019;s"), Some((8, '’')));
        assert_eq!(decode("&#146;s"), Some((6, '’')), "Windows’ numbers");
        assert_eq!(decode("&amp;mdash;x"), Some((11, '—')));
        assert_eq!(decode("&amp; Sons; more"), Some((5, '&')));
        assert_eq!(decode("& Sons;"), None);
        assert_eq!(decode("&#0;"), None);
    }
}
