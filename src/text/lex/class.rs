//! What a character is to the lexer.

/// The class of each byte; bytes from 128 up start or continue a longer character.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    Letter,
    Digit,
    Space,
    /// A mark with a meaning of its own.
    Mark,
    /// Control characters other than white space.
    Control,
    /// Part of a character outside ASCII.
    High,
}

pub static CLASS: [Class; 256] = table();

const fn table() -> [Class; 256] {
    let mut table = [Class::High; 256];
    let mut b = 0;
    while b < 128 {
        let byte = b as u8;
        table[b] = if byte.is_ascii_alphabetic() {
            Class::Letter
        } else if byte.is_ascii_digit() {
            Class::Digit
        } else if byte == b' ' || (byte >= b'\t' && byte <= b'\r') {
            Class::Space
        } else if byte < 32 || byte == 127 {
            Class::Control
        } else {
            Class::Mark
        };
        b += 1;
    }
    table
}

/// How many ASCII letters stand at the start of `bytes`. Eight bytes are looked at together: four in
/// five bytes of an article are letters.
pub fn letters(bytes: &[u8]) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut at = 0;
    while let Some(chunk) = bytes[at..].first_chunk::<8>() {
        let chunk = u64::from_le_bytes(*chunk);
        let lower = (chunk | (EACH * 0x20)) & !HIGH;
        // In each byte the high bit says: from “a” on; beyond “z”.
        let from_a = lower + EACH * (0x80 - b'a' as u64);
        let beyond_z = lower + EACH * (0x7f - b'z' as u64);
        let others = !(from_a & !beyond_z & !chunk) & HIGH;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count()
}

/// Whether a character outside ASCII belongs to a word: a letter, or a mark on one.
pub fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'ª' | 'º') || is_combining(c)
}

/// Combining marks stand on the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20F0}' | '\u{FE20}'..='\u{FE2F}')
}

/// Characters that nobody sees and that belong in no copy: soft hyphen, zero-width space, word
/// joiner, byte-order mark within a text, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Pictures: emoji, dingbats, arrows and other symbols drawn as pictures, with their modifiers.
pub fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{FE0E}' | '\u{FE0F}'
        | '\u{E0020}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_alike_eight_at_a_time_and_one_by_one() {
        for byte in 0..=255u8 {
            for place in 0..20 {
                let mut bytes = [b'q'; 20];
                bytes[place] = byte;
                let expected = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                assert_eq!(letters(&bytes), expected, "byte {byte} at {place}");
            }
        }
    }
}
