use super::odd;
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/percent", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Percent) {
        odd::in_text(reading, group, mend, report);
    }
}

/// The number as it is, with the other sign or word.
fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let number = number(&reading.article.prose[place]);
    let sign = &to[self::number(to).len()..];
    // “five%” is in nobody's style.
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    (figures || sign != "%").then(|| format!("{number}{sign}"))
}

fn number(text: &str) -> &str {
    text.split([' ', '\u{a0}', '%', '\n']).next().unwrap_or(text)
}
