use super::date_at;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::date::{Date, Month};
use crate::text::{Kind, Span};

pub const CHECK: Check =
    Check::token("dates/impossible-date", Wake::traits(Traits::CALENDAR).or_kinds(&[Kind::Number, Kind::Ordinal]), run);

fn run(at: At, report: &mut Report) {
    let figure = matches!(at.kind(), Kind::Number | Kind::Ordinal);
    let starts_with_month = !figure && Month::named(at.text()).is_some();
    if !(starts_with_month || figure && at.span().len() <= 4 && may_be_day(at)) {
        return;
    }
    let Some((date, span)) = date_at(at) else { return };
    if date.exists() || date.day == 0 || starts_with_month && !is_a_day(at, &date, span) || figure && counts(at, &date)
    {
        return;
    }
    let last = date.month.days(date.year);
    let message = match date.year {
        Some(year) if date.month.0 == 2 && last == 28 => {
            format!("February {year} had only 28 days. Please check the date.")
        }
        _ => format!("{} has only {last} days. Please check the date.", date.month.name()),
    };
    report.add(Finding::at(span).say(message));
}

/// Whether a month can follow: “12 May”, “12th of May”.
fn may_be_day(figure: At) -> bool {
    std::iter::successors(figure.next(), |at| at.next()).take(2).any(|at| Month::may_be(at.text()))
}

/// Whether a number after a month is a day: “In March 40 people came” has none. A year, an ordinal
/// ending, or nothing that could be counted must follow.
fn is_a_day(at: At, date: &Date, span: Span) -> bool {
    let mut next = at.next();
    while next.is_some_and(|n| n.span().start < span.end) {
        next = next.and_then(At::next);
    }
    let ordinal = at.reading.article.text(span).ends_with(['t', 'd', 'h']);
    let counted = next.is_some_and(|n| {
        matches!(n.kind(), Kind::Symbol | Kind::Hyphen) || n.is(Kind::Word) && !n.has(Traits::FUNCTION)
    });
    date.year.is_some() || ordinal || !counted
}

/// Whether the figure before a month counts something else: “won 32 May elections”, “$40 May”. A year
/// behind shows a date.
fn counts(at: At, date: &Date) -> bool {
    let before = at.prev();
    let joined = before
        .is_some_and(|b| matches!(b.kind(), Kind::Currency | Kind::Hyphen | Kind::Dash | Kind::Symbol | Kind::Slash));
    joined
        || at.is(Kind::Number)
            && date.year.is_none()
            && !before
                .is_none_or(|b| b.word_is("on") || b.word_is("the") || b.is(Kind::Comma) || b.has(Traits::CALENDAR))
}
