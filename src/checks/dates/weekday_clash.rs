use super::date_at;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Span;
use crate::text::date::{Date, Weekday};

pub const CHECK: Check = Check::token("dates/weekday-clash", Wake::traits(Traits::CALENDAR), run);

fn run(at: At, report: &mut Report) {
    if Weekday::named(at.text()).is_none() {
        return;
    }
    let Some((date, span)) = date_at(at) else { return };
    let (Some(stated), Some(true_day)) = (date.weekday, date.falls_on()) else { return };
    if stated == true_day {
        return;
    }
    let day = Span { start: span.start, end: at.span().end };
    let mut finding = Finding::at(span)
        .with("date", written(&date, at.reading.article.text(span)))
        .with("day", true_day.name())
        .replace(day, true_day.name());
    // Often the weekday is right and the year is last year's.
    for year in date.year.into_iter().flat_map(|y| [y + 1, y - 1]) {
        let other = Date { year: Some(year), ..date };
        if other.falls_on() == Some(stated) {
            finding = finding.replace(Span { start: span.end - 4, end: span.end }, year.to_string());
        }
    }
    report.add(finding);
}

/// The date without its weekday, in the order that the article writes it.
fn written(date: &Date, text: &str) -> String {
    let Date { day, month, year, .. } = date;
    let year = year.unwrap_or_default();
    let day_first = text.find(|c: char| c.is_ascii_digit()) < text.find(&month.name()[..3]);
    if day_first { format!("{day} {} {year}", month.name()) } else { format!("{} {day}, {year}", month.name()) }
}
