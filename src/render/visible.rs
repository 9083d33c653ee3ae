//! Characters that a terminal would not show, or would obey, written so that a reader sees them.
//!
//! Whatever comes from a file passes through here before it is printed: an article must not be
//! able to clear the screen or turn the order of the letters round.

use std::borrow::Cow;
use std::fmt::Write;

/// Appends the character as it can be shown; `before` is the one before it.
pub fn push(out: &mut String, c: char, before: Option<char>) {
    match c {
        '\u{0}'..='\u{1F}' => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}')),
        '\u{7F}' => out.push('␡'),
        // Joiners build emoji and the letters of Persian and Hindi; between Latin ones they hide.
        '\u{200C}' | '\u{200D}' if before.is_some_and(|b| b > '\u{2FF}') => out.push(c),
        _ if is_hidden(c) => _ = write!(out, "<U+{:04X}>", c as u32),
        _ => out.push(c),
    }
}

/// The text on one line, with nothing hidden in it.
pub fn text(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c.is_control() || is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(' '),
            _ => push(&mut out, c, before),
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

/// Whether a character has no shape of its own, or turns the direction of others.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9F}'
        | '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn control_and_direction_characters_are_spelled_out() {
        assert_eq!(text("a\u{0}b\u{1b}[2J"), "a␀b␛[2J");
        assert_eq!(text("\u{202E}evil"), "<U+202E>evil");
        assert_eq!(text("cor\u{AD}rect\u{200B}"), "cor<U+00AD>rect<U+200B>");
    }

    #[test]
    fn what_can_be_seen_is_left_alone() {
        for plain in ["Treviño’s “Z-40”", "❤️", "👩\u{200D}🍳", "می\u{200C}خواهم", "日本語"] {
            assert_eq!(text(plain), plain);
        }
        assert_eq!(text("an\u{200D}d"), "an<U+200D>d");
    }
}
