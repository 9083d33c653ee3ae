//! Figures in all their forms.

use crate::text::Kind;

/// The number at the start of `chunk` (which starts with a digit), and its length in bytes.
pub fn recognise(chunk: &str) -> (usize, Kind) {
    let bytes = chunk.as_bytes();
    let plain = plain(bytes);
    let mut at = plain;
    let mut kind = Kind::Number;
    // 3.5.1 is a version, 127.0.0.1 an address.
    let stops = bytes[..at].iter().filter(|b| **b == b'.').count();
    if stops > 1 {
        kind = Kind::Code;
    }
    // 3:15, 6-4, 2010–15, 3/4, 24/7
    while let Some(joint) = joint(&chunk[at..]) {
        let colon = bytes[at] == b':' || bytes[at] == b'.';
        let more = self::plain(&bytes[at + joint..]);
        let minutes = &bytes[at + joint..at + joint + more];
        kind = match kind {
            Kind::Number if colon && at <= 2 && minutes.len() == 2 => Kind::Time,
            Kind::Time if colon => Kind::Time,
            _ => Kind::Figures,
        };
        at += joint + more;
    }
    let tail = &bytes[at..];
    let letters = tail.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let suffix = &chunk[at..at + letters];
    let digits_after = tail.get(letters).is_some_and(u8::is_ascii_digit);
    if letters == 0 {
        return (with_plural(chunk, at), kind);
    }
    if digits_after || letters > 5 {
        // 4x4, 23andMe, 1920x1080: names, not numbers. A longer tail may be a glued word.
        let len = at + tail.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        return if digits_after || is_name(&chunk[..len]) { (len, Kind::Code) } else { (at, kind) };
    }
    let lower = suffix.to_ascii_lowercase();
    match lower.as_str() {
        "st" | "nd" | "rd" | "th" => (at + letters, Kind::Ordinal),
        "am" | "pm" => (at + letters, Kind::Time),
        // a.m. after a figure is an abbreviation of its own: 5a.m.
        "a" | "p" if chunk[at + letters..].starts_with('.') => (at, kind),
        _ if is_unit(&lower) => (at + letters, kind),
        _ if letters <= 2 || is_name(&chunk[..at + letters]) => (at + letters, Kind::Code),
        _ => (at, kind),
    }
}

/// The length of a plain number: figures with commas between groups of three, and a decimal point.
fn plain(bytes: &[u8]) -> usize {
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut at = digits(0);
    if at <= 3 {
        while bytes.get(at) == Some(&b',') && digits(at + 1) == 3 {
            at += 4;
        }
    }
    while bytes.get(at) == Some(&b'.') && digits(at + 1) > 0 {
        at += 1 + digits(at + 1);
    }
    at
}

/// The length of a mark that joins figures at the start of `text`, if a figure follows it.
fn joint(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|c| matches!(c, '-' | '–' | '‑' | '/' | ':' | '×' | '−'))?;
    let len = mark.len_utf8();
    text.as_bytes().get(len).is_some_and(u8::is_ascii_digit).then_some(len)
}

/// 1980’s, with either mark.
fn with_plural(chunk: &str, at: usize) -> usize {
    for ending in ["'s", "’s"] {
        if chunk[at..].starts_with(ending) && !chunk[at + ending.len()..].starts_with(|c: char| c.is_alphanumeric()) {
            return at + ending.len();
        }
    }
    at
}

/// Names that start with a figure and are written as one word.
fn is_name(text: &str) -> bool {
    matches!(text, "23andMe" | "50cent" | "30for30")
}

/// Units and other endings that figures carry without a space.
fn is_unit(ending: &str) -> bool {
    matches!(
        ending,
        "s" | "k"
            | "m"
            | "g"
            | "b"
            | "x"
            | "c"
            | "f"
            | "h"
            | "l"
            | "t"
            | "w"
            | "v"
            | "p"
            | "d"
            | "in"
            | "ft"
            | "km"
            | "cm"
            | "mm"
            | "kg"
            | "mg"
            | "ml"
            | "mph"
            | "kph"
            | "lb"
            | "lbs"
            | "oz"
            | "bn"
            | "tn"
            | "mb"
            | "gb"
            | "tb"
            | "kb"
            | "hz"
            | "khz"
            | "mhz"
            | "ghz"
            | "kw"
            | "mw"
            | "gw"
            | "kwh"
            | "mwh"
            | "px"
            | "pt"
            | "em"
            | "rem"
            | "dpi"
            | "ms"
            | "sec"
            | "min"
            | "hr"
            | "hrs"
            | "yr"
            | "yrs"
            | "mya"
            | "ppm"
            | "fps"
            | "bpm"
            | "mbps"
            | "gbps"
            | "cc"
            | "nm"
            | "db"
            | "vs"
            | "bce"
            | "bc"
            | "ad"
            | "ce"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_apart_by_their_form() {
        for (chunk, text, kind) in [
            ("1,000.5,", "1,000.5", Kind::Number),
            ("2010.The", "2010", Kind::Number),
            ("5,and", "5", Kind::Number),
            ("1980s", "1980s", Kind::Number),
            ("1980’s.", "1980’s", Kind::Number),
            ("21th", "21th", Kind::Ordinal),
            ("3:15", "3:15", Kind::Time),
            ("10pm", "10pm", Kind::Time),
            ("10.30pm", "10.30pm", Kind::Time),
            ("6-4,", "6-4", Kind::Figures),
            ("2010–15", "2010–15", Kind::Figures),
            ("18-year-old", "18", Kind::Number),
            ("3.5.1", "3.5.1", Kind::Code),
            ("4x4", "4x4", Kind::Code),
            ("8m.", "8m", Kind::Number),
            ("29prisoners", "29", Kind::Number),
            ("24/7", "24/7", Kind::Figures),
        ] {
            let (len, found) = recognise(chunk);
            assert_eq!((&chunk[..len], found), (text, kind), "{chunk}");
        }
    }
}
