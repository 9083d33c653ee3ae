use super::odd;
use crate::evidence::forms::Topic;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/year-range", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::YearRange) {
        odd::in_text(reading, group, mend, report);
    }
    for group in reading.forms().of(Topic::YearMark) {
        odd::in_text(reading, group, mend_mark, report);
    }
}

/// The same years, with the other mark.
fn mend_mark(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let marks = ['-', '–', '/'];
    let (first, last) = reading.article.prose[place].split_once(marks)?;
    let mark = to.chars().find(|c| marks.contains(c))?;
    Some(format!("{first}{mark}{last}"))
}

/// The same years, with the last in four figures or in two.
fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let from = &reading.article.prose[place];
    let (first, last) = from.split_once(['-', '–', '/'])?;
    let mark = &from[first.len()..from.len() - last.len()];
    let (_, wanted) = to.split_once(['-', '–', '/'])?;
    let last = if wanted.len() == 4 { format!("{}{last}", &first[..2]) } else { last[last.len() - 2..].to_owned() };
    Some(format!("{first}{mark}{last}"))
}
