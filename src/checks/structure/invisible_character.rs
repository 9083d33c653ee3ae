//! Characters that nobody sees and that come along with pasted text. They split words for search
//! and for spelling, and turn up as boxes.

use crate::checks::grouped::Grouped;
use crate::diagnostic::Edit;
use crate::reading::{At, Reading};
use crate::rule::{Check, Report};
use crate::text::{Format, Kind, Kinds, Span};

pub const CHECK: Check = Check::article("structure/invisible-character", run);

fn run(reading: &Reading, report: &mut Report) {
    let mut junk = Grouped::new(reading);
    for at in reading.signs(Kinds::of(&[Kind::Odd])).map(|index| reading.at(index)) {
        let start = at.token().start() as usize;
        for (i, c) in at.text().char_indices().filter(|(_, c)| is_junk(*c, reading.article.format)) {
            let span = Span::new(start + i, start + i + c.len_utf8());
            if report.looks_at(at.block().block()) && !has_use_for_them(at) {
                junk.add(name(c), span, [Edit::new(span, "")]);
            }
        }
    }
    junk.report(report, |name, finding| finding.with("name", name));
}

/// Soft hyphens and word joiners are hints for line breaks that pages may want.
fn is_junk(c: char, format: Format) -> bool {
    match c {
        '\u{AD}' | '\u{2060}' => format == Format::Plain,
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2061}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => true,
        _ => c.is_control(),
    }
}

fn name(c: char) -> &'static str {
    match c {
        '\u{AD}' => "soft hyphen",
        '\u{200B}' => "zero-width space",
        '\u{200C}' | '\u{200D}' => "zero-width joiner",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "mark of direction",
        '\u{2060}'..='\u{2064}' => "word joiner",
        '\u{FEFF}' => "byte-order mark",
        _ => "control character",
    }
}

/// Arabic, Hebrew, Persian, Hindi and others need joiners and marks of direction; emoji are joined.
fn has_use_for_them(at: At) -> bool {
    const NEAR: usize = 40;
    let prose = &at.reading.article.prose;
    let before = prose[..at.span().start as usize].chars().rev().take(NEAR);
    let after = prose[at.span().end as usize..].chars().take(NEAR);
    let needs_them = |c: char| matches!(c, '\u{590}'..='\u{10FF}' | '\u{1780}'..='\u{17FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    before.chain(at.text().chars()).chain(after).any(needs_them)
        || at.prev().is_some_and(|p| p.is(Kind::Emoji) && !at.spaced())
        || at.next().is_some_and(|n| n.is(Kind::Emoji) && !n.spaced())
}
