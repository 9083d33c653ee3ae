use super::odd;
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/unit-space", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Unit) {
        odd::in_text(reading, group, mend, report);
    }
}

/// The same measure with a space, or without.
fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let from = &reading.article.prose[place];
    let unit = from.find(|c: char| c.is_alphabetic() || matches!(c, '°' | '%'))?;
    let (number, unit) = (from[..unit].trim_end(), &from[unit..]);
    let space = if to.contains(char::is_whitespace) { " " } else { "" };
    Some(format!("{number}{space}{unit}"))
}
