use super::odd;
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/thousands", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Thousands) {
        odd::in_text(reading, group, mend, report);
    }
}

/// The same number with commas or spaces, or without.
fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let digits: Vec<char> = reading.article.prose[place].chars().filter(char::is_ascii_digit).collect();
    let mark = to.chars().find(|c| matches!(c, ',' | ' ' | '\u{a0}'));
    let mut text = String::new();
    for (at, digit) in digits.iter().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.extend(mark);
        }
        text.push(*digit);
    }
    Some(text)
}
