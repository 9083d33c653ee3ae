//! Dates and times that can't be right, whatever happened.

use crate::reading::At;
use crate::rule::Check;
use crate::text::Span;
use crate::text::date::Date;

mod impossible_date;
mod impossible_time;
mod weekday_clash;

pub const CHECKS: &[Check] = &[impossible_date::CHECK, impossible_time::CHECK, weekday_clash::CHECK];

/// The date that starts at this token, and where it stands.
fn date_at(at: At) -> Option<(Date, Span)> {
    let block = at.block().span();
    let start = at.span().start;
    let (date, len) = Date::read(&at.reading.article.prose[Span { start, end: block.end }])?;
    Some((date, Span { start, end: start + len as u32 }))
}
