//! The code page of Windows (1252), in which much junk has its cause.

/// The character with this number from 0x80 to 0x9F, where Unicode has controls.
pub fn character(code: u32) -> Option<char> {
    let index = usize::try_from(code.checked_sub(0x80)?).ok()?;
    HIGH.get(index).copied().filter(|c| *c != NOTHING)
}

/// The byte that shows as this character, if it is one above ASCII. Control characters stand for
/// themselves, as they do where a program reads Latin-1.
pub fn byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{FF}' => Some(c as u8),
        _ => HIGH.iter().position(|high| *high == c).map(|i| 0x80 + i as u8),
    }
}

const NOTHING: char = '\0';

/// From 0x80 on.
const HIGH: [char; 32] = [
    '€', NOTHING, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', NOTHING, 'Ž', NOTHING, NOTHING, '‘', '’', '“',
    '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', NOTHING, 'ž', 'Ÿ',
];
