//! Text that was written in UTF-8 and read as something older: “donâ€™t”, “CafÃ©”, “Â£5”.
//!
//! Each character of such junk stands for a byte. If the bytes are one character of UTF-8, and a
//! character that turns up in English copy, that is what was meant: no real text has “Ã©” or “â€™”.

use super::windows;
use crate::checks::grouped::Grouped;
use crate::diagnostic::{Applicability, Edit};
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("structure/mojibake", run);

fn run(reading: &Reading, report: &mut Report) {
    let (mut sure, mut unsure) = (Grouped::new(reading), Grouped::new(reading));
    // All junk begins with a letter: what the first byte shows as.
    let strange = reading.forms_with(Traits::ACCENTED).map(|(id, _)| id);
    let strange = reading.set(strange.filter(|id| reading.form(*id).contains(LEADS)));
    for token in reading.places(&strange).map(|index| &reading.tokens[index]) {
        let Some(block) = reading.article.block_at(token.start()).filter(|b| report.looks_at(b)) else { continue };
        let prose = &reading.article.prose[..block.span.end as usize];
        for (place, piece) in pieces(prose, token.span()) {
            let span = Span::new(place, place + piece.len);
            let edit = Edit::new(span, replacement(prose, span, piece));
            if piece.sure { &mut sure } else { &mut unsure }.add(&reading.article.prose[span], span, [edit]);
        }
    }
    sure.report(report, |junk, finding| finding.with("meant", stands_for(junk)));
    unsure.report(report, |junk, finding| finding.with("meant", stands_for(junk)).applicability(Applicability::Unsafe));
}

/// The pieces of junk that begin in a word.
fn pieces(prose: &str, word: Span) -> Vec<(usize, Piece)> {
    let (start, end) = (word.start as usize, word.end as usize);
    let mut pieces = Vec::new();
    let mut from = start;
    while from < end
        && let Some(found) = prose[from..end].find(LEADS)
    {
        let place = from + found;
        let piece = decode(&prose[place..]).filter(|piece| !may_be_meant(prose, place, *piece));
        match piece.or_else(|| remains(prose, start, place)) {
            Some(piece) => {
                pieces.push((place, piece));
                from = place + piece.len;
            }
            None => from = place + prose[place..].chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces
}

/// What the first byte of a character outside ASCII shows as, for the characters of our copy.
const LEADS: [char; 7] = ['Â', 'Ã', 'Ä', 'Å', 'â', 'ï', 'ð'];

/// A piece of junk.
#[derive(Clone, Copy)]
struct Piece {
    /// In bytes of the prose.
    len: usize,
    /// What it stands for; `None` for nothing.
    meant: Option<char>,
    sure: bool,
}

fn replacement(prose: &str, span: Span, piece: Piece) -> String {
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match piece.meant {
        // No-break spaces that a page is full of.
        Some('\u{A0}') => {
            let after = spaced(prose[span.end as usize..].chars().next());
            let before = spaced(prose[..span.start as usize].chars().next_back());
            if before || after { String::new() } else { " ".to_owned() }
        }
        Some('\u{FEFF}' | '\u{AD}' | '\u{200B}'..='\u{200F}') | None => String::new(),
        Some(c) => c.to_string(),
    }
}

fn stands_for(junk: &str) -> String {
    let meant = decode(junk).or_else(|| remains(junk, 0, 0)).and_then(|piece| piece.meant);
    match meant {
        Some('\u{A0}' | '\u{FEFF}' | '\u{AD}' | '\u{200B}'..='\u{200F}') | None => "a space or nothing".to_owned(),
        Some(c) => format!("“{c}”"),
    }
}

/// The character that the junk at the start of `text` stands for.
fn decode(text: &str) -> Option<Piece> {
    let mut bytes = [0; 4];
    let mut chars = text.chars();
    let first = chars.next()?;
    bytes[0] = windows::byte(first)?;
    let count = match bytes[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut len = first.len_utf8();
    for byte in &mut bytes[1..count] {
        let c = chars.next()?;
        *byte = windows::byte(c)?;
        len += c.len_utf8();
    }
    let c = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    let ours = matches!(c, '\u{A0}'..='\u{17F}' | '\u{2010}'..='\u{2026}' | '\u{2030}'..='\u{203A}' | '\u{20AC}' | '\u{2122}'
        | '\u{200B}'..='\u{200F}' | '\u{2002}'..='\u{200A}' | '\u{2190}'..='\u{2199}' | '\u{2212}' | '\u{2248}' | '\u{2260}'
        | '\u{2264}' | '\u{2265}' | '\u{2600}'..='\u{27BF}' | '\u{FB01}' | '\u{FB02}' | '\u{FEFF}' | '\u{1F300}'..='\u{1FAFF}');
    ours.then_some(Piece { len, meant: Some(c), sure: true })
}

/// Whether a letter and the mark behind it can stand there by intent: “CORAÇÃO»”, “på Å”.
fn may_be_meant(prose: &str, place: usize, piece: Piece) -> bool {
    let mut chars = prose[place..place + piece.len].chars();
    let (lead, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    let marks =
        matches!(second, '»' | '«' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '‹' | '›' | '\u{A0}' | '°' | '·');
    let in_capitals = prose[..place].chars().next_back().is_some_and(char::is_uppercase);
    marks && (in_capitals && lead != 'â' || matches!(lead, 'Ä' | 'Å'))
}

/// Junk of which a byte was lost: “â€” for a closing quotation mark, “Â” for a space.
fn remains(prose: &str, word: usize, place: usize) -> Option<Piece> {
    let mut chars = prose[place..].chars();
    let (lead, second) = (chars.next()?, chars.next());
    if lead == 'â' && second == Some('€') {
        let ends = chars.next().is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
        return ends.then_some(Piece { len: "â€".len(), meant: Some('”'), sure: false });
    }
    let after_word = place > word && prose[..place].ends_with(|c: char| c.is_ascii_lowercase());
    let alone = place == word && prose[..place].ends_with(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    let before_space = second.is_none_or(char::is_whitespace);
    (lead == 'Â' && before_space && (after_word || alone)).then_some(Piece {
        len: "Â".len(),
        meant: None,
        sure: after_word,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn junk_is_read_as_the_bytes_that_it_shows() {
        for (junk, meant) in [
            ("â€™s", '’'),
            ("â€œThe", '“'),
            ("â€”", '—'),
            ("Ã©tÃ©", 'é'),
            ("Â£5", '£'),
            ("â‚¬20", '€'),
            ("Å‚", 'ł'),
            ("â\u{80}\u{99}", '’'),
            ("ðŸ˜€", '😀'),
        ] {
            assert_eq!(decode(junk).and_then(|p| p.meant), Some(meant), "{junk}");
        }
    }

    #[test]
    fn real_letters_are_no_junk() {
        for text in ["Ângela", "São", "Ã", "château", "naïve", "Åse", "ærlig", "âme", "Äpfel", "ïle"] {
            for (i, _) in text.char_indices() {
                assert!(decode(&text[i..]).is_none(), "{text}");
            }
        }
    }
}
