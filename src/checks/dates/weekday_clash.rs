use super::date_at;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::date::{Date, Weekday};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("dates/weekday-clash", Wake::traits(Traits::CALENDAR), run);

fn run(at: At, report: &mut Report) {
    if Weekday::named(at.text()).is_none() {
        return;
    }
    let Some((date, span)) = date_at(at).filter(|(date, _)| date.weekday.is_some()) else { return };
    // “Tuesday, March 4” in an article of 3 March 2025 is of that year.
    let written_on = if date.year.is_none() { dateline(at) } else { None };
    let dated = written_on.and_then(|(day, _)| near(&date, &day)).unwrap_or(date);
    let (Some(stated), Some(true_day)) = (dated.weekday, dated.falls_on()) else { return };
    if stated == true_day {
        return;
    }
    let day = Span { start: span.start, end: at.span().end };
    let mut finding = Finding::at(span)
        .with("date", written(&dated, at.reading.article.text(span)))
        .with("day", true_day.name())
        .replace(day, true_day.name());
    if let Some((_, dateline)) = written_on {
        finding = finding.related(dateline, "the date of the article");
    }
    // Often the weekday is right and the year is last year's.
    for year in date.year.into_iter().flat_map(|y| [y + 1, y - 1]) {
        let other = Date { year: Some(year), ..date };
        if other.falls_on() == Some(stated) {
            finding = finding.replace(Span { start: span.end - 4, end: span.end }, year.to_string());
        }
    }
    report.add(finding);
}

/// The date under the headline, if the article has one there: “Published 3 March 2025”.
fn dateline(at: At) -> Option<(Date, Span)> {
    /// So many blocks may stand above it, and so many tokens in its line.
    const BLOCKS: usize = 6;
    const LINE: usize = 20;
    let lines = at.reading.blocks().take(BLOCKS).filter(|block| block.tokens().len() <= LINE);
    let starts = lines
        .flat_map(|block| block.each())
        .filter(|start| start.has(Traits::CALENDAR) || start.is(Kind::Number) && start.span().len() <= 2);
    starts.filter_map(date_at).find(|(date, _)| date.year.is_some() && date.exists())
}

/// The date in the year in which it is within a few weeks of the day on which the article was written.
fn near(date: &Date, written_on: &Date) -> Option<Date> {
    const WEEKS: i32 = 6;
    let day_of = |date: &Date| Some(date.year? * 365 + (i32::from(date.month.0) - 1) * 30 + date.day as i32);
    let here = day_of(written_on)?;
    let year = written_on.year?;
    let in_year = |year| Date { year: Some(year), ..*date };
    [year, year - 1, year + 1]
        .map(in_year)
        .into_iter()
        .find(|date| day_of(date).is_some_and(|day| (day - here).abs() <= WEEKS * 7))
}

/// The date without its weekday, in the order that the article writes it.
fn written(date: &Date, text: &str) -> String {
    let Date { day, month, year, .. } = date;
    let year = year.unwrap_or_default();
    let day_first = text.find(|c: char| c.is_ascii_digit()) < text.find(&month.name()[..3]);
    if day_first { format!("{day} {} {year}", month.name()) } else { format!("{} {day}, {year}", month.name()) }
}
