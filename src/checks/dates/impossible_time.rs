use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("dates/impossible-time", Wake::kinds(&[Kind::Time, Kind::Number]), run);

fn run(at: At, report: &mut Report) {
    let text = at.text();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &text[digits.len()..];
    let half = at.next().filter(|n| matches!(n.text(), "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "A.M." | "P.M."));
    let twelve = half.is_some() || suffix.eq_ignore_ascii_case("am") || suffix.eq_ignore_ascii_case("pm");
    let mut parts = digits.split([':', '.']).map(|part| part.parse::<u32>().ok());
    let (Some(Some(hours)), minutes, None) = (parts.next(), parts.next().flatten(), parts.next()) else { return };
    if !twelve && at.is(Kind::Number) {
        return;
    }
    // “730AM The Game” is a radio station.
    if digits.len() > 2
        && !digits.contains([':', '.'])
        && suffix.bytes().all(|b| b.is_ascii_uppercase())
        && !suffix.is_empty()
    {
        return;
    }
    let span = half.filter(|_| suffix.is_empty()).map_or(at.span(), |half| at.span().cover(half.span()));
    let message = match minutes {
        Some(minutes) if minutes > 59 && (twelve || is_named_a_time(at) && hours < 25) => {
            "An hour has only 60 minutes. Please check the time.".to_owned()
        }
        _ if twelve && hours > 24 => "No clock shows this time. Please check it.".to_owned(),
        _ if twelve && hours > 12 => format!("“{}” is a time by the 24-hour clock: it needs no a.m. or p.m.", digits),
        Some(minutes) if !twelve && (hours, minutes) > (24, 0) && is_named_a_time(at) && digits.contains(':') => {
            "A day has only 24 hours. Please check the time.".to_owned()
        }
        _ => return,
    };
    report.add(Finding::at(span).say(message));
}

/// Whether the words before say that it is a time of day, not a score, a ratio or a running time.
fn is_named_a_time(at: At) -> bool {
    let goes_on = at.next().is_some_and(|n| {
        let day = n.word_is("on") && n.next().is_some_and(|day| day.has(Traits::CALENDAR));
        !day && ["on", "minutes", "into", "mark", "of"].iter().any(|word| n.word_is(word))
    });
    !goes_on && at.prev().is_some_and(|p| p.word_is("at") || p.word_is("until") || p.word_is("o’clock"))
}
