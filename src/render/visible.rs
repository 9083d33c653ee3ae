//! Characters that a terminal would not show, or would obey, written so that a reader sees them.
//!
//! Whatever comes from a file passes through here before it is printed: an article must not be
//! able to clear the screen or turn the order of the letters round.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// Appends the character as it can be shown; `before` is the one before it.
pub fn push(out: &mut String, c: char, before: Option<char>) {
    match c {
        ' '..='~' => out.push(c),
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
    let plain = |b: u8| (b' '..0x7F).contains(&b);
    if text.bytes().all(plain) || !text.chars().any(|c| c.is_control() || is_hidden(c)) {
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

/// The text without what only a browser reads: the attributes of a tag, the address of a link.
pub fn without_addresses(text: &str) -> Cow<'_, str> {
    let mut short = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'<', b']', &text.as_bytes()[at..]) {
        at += found + 1;
        if let Some(noise) = noise(&text[at - 1..]) {
            short.push_str(&text[kept..at - 1 + noise.start]);
            short.push('…');
            at += noise.end - 1;
            kept = at;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    short.push_str(&text[kept..]);
    Cow::Owned(short)
}

/// What to leave out of a text that starts with a tag or the end of a link's words: the range of
/// its attributes or its address.
fn noise(text: &str) -> Option<Range<usize>> {
    /// Shorter ones are no trouble.
    const SHORT: usize = 12;
    let (start, end) = match text.strip_prefix("](") {
        Some(rest) => (2, 2 + rest.find([')', '\n'])?),
        None => {
            let name = text.strip_prefix('<')?;
            let end = 1 + name.find(['>', '\n'])?;
            let start = 1 + name.find(|c: char| !c.is_ascii_alphanumeric()).filter(|&len| len > 0)?;
            (text[start..end].starts_with(' ').then_some(start + 1)?, end)
        }
    };
    (end - start > SHORT).then_some(start..end)
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
    use super::{text, without_addresses};

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

    #[test]
    fn addresses_and_attributes_are_left_out() {
        let html = "in <a href=\"https://example.com/long\" title=\"A town\">Löwenstein</a>, <em>well</em>";
        assert_eq!(without_addresses(html), "in <a …>Löwenstein</a>, <em>well</em>");
        let markdown = "in [Löwenstein](https://example.com/long \"A town\") and [a](b)";
        assert_eq!(without_addresses(markdown), "in [Löwenstein](…) and [a](b)");
        for plain in ["if a < b and c > d then it is so", "[sic] (he said)", "<", "]("] {
            assert_eq!(without_addresses(plain), plain);
        }
    }
}
