use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token(
    "punctuation/comma-after-year",
    Wake::kinds(&[Kind::Comma]).before(&[Kind::Number], Traits::empty()),
    run,
);

fn run(comma: At, report: &mut Report) {
    let Some(year) = comma.next().filter(|year| is_year(year.text())) else { return };
    let Some(day) = comma.prev().filter(|day| day.is(Kind::Number) && day.span().len() < 3) else { return };
    let Some(month) = day.prev().filter(|month| is_month(*month)) else { return };
    let Some(after) = year.next().filter(|after| after.spaced() && after.is(Kind::Word)) else { return };
    let apart = !is_attribute(month, after) && !is_range(after) && !gives_hour(after);
    if after.has(Traits::LOWER) && stands_in_sentence(month) && apart {
        let finding = Finding::at(month.span().cover(year.span()));
        report.add(finding.replace(Span::at(year.span().end as usize), ","));
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with(['1', '2']) && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_month(at: At) -> bool {
    let short = at.is(Kind::Abbreviation)
        && matches!(at.text(), "Jan." | "Feb." | "Aug." | "Sep." | "Sept." | "Oct." | "Nov." | "Dec.");
    short || at.has(Traits::CALENDAR) && at.has(Traits::TITLE) && !at.text().ends_with("day")
}

/// A line that starts with its date (“May 5, 2024 by Ann Lee”) is no sentence, and neither is
/// “Published May 5, 2024 in News”.
fn stands_in_sentence(month: At) -> bool {
    let words_before =
        std::iter::successors(month.prev(), |at| at.prev()).take(4).filter(|at| at.is(Kind::Word)).count();
    let words_in_block = month.block().tokens().iter().filter(|token| token.kind == Kind::Word).take(12).count();
    words_before > 0 && words_in_block > 9
}

/// “from April 3, 2019 through April 5, 2019”: two dates make one time.
fn is_range(after: At) -> bool {
    let joins = matches!(after.text(), "to" | "through" | "until" | "till" | "and");
    joins && after.next().is_some_and(|next| is_month(next) || next.is(Kind::Number) && is_year(next.text()))
}

/// “October 15, 2013 at 9:00”: a date and its hour are one time, too.
fn gives_hour(after: At) -> bool {
    let opens = matches!(after.text(), "at" | "from" | "by" | "before" | "after");
    opens && after.next().is_some_and(|hour| matches!(hour.kind(), Kind::Time | Kind::Number | Kind::Figures))
}

/// “the May 5, 2024 meeting”: houses differ on a date before its noun.
fn is_attribute(month: At, after: At) -> bool {
    let determined =
        month.prev().is_some_and(|before| before.has(Traits::DETERMINER) || before.has(Traits::POSSESSIVE));
    let noun = after.has(Traits::NOUN) && !after.has(Traits::FUNCTION);
    determined || noun && !after.has(Traits::PAST.union(Traits::AUXILIARY))
}
