//! Times of the day: “10 a.m.” beside “10am”, “15:00” beside “3 p.m.”.

use super::{Gather, Here, Topic, hash};
use crate::text::{BlockKind, Kind, Span};

impl Gather<'_> {
    /// “10am”, “15:00”
    pub(super) fn time(&mut self, here: Here) {
        let token = *self.token(here.at);
        let text = self.words.text(&token);
        let marker = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        self.timetable(here, text);
        if self.is_stamp(here) {
            return;
        }
        if marker.is_empty() {
            return self.whole_day(here, text);
        }
        // “34:45:3C” is part of a key.
        if !matches!(marker.as_bytes(), [b'a' | b'p' | b'A' | b'P', b'm' | b'M' | b'.', ..]) {
            return;
        }
        self.add(Topic::Clock, 0, clock_form(marker, false), token.span(), here.kind);
        self.half_day(&text[..text.len() - marker.len()], token.span(), here);
    }

    /// “08:15 The party of four enters the cave”: a time at the front of a line.
    pub(super) fn timetable(&mut self, here: Here, text: &str) {
        let fits = here.at == here.start && matches!(here.kind, BlockKind::Paragraph | BlockKind::Item);
        let Some(next) = self.after(here, 1).copied().filter(|_| fits) else { return };
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let time = digits.split_once([':', '.']).filter(|(hour, minute)| {
            let number = |part: &str, most: u8| part.len() < 3 && part.parse().is_ok_and(|part: u8| part < most);
            number(hour, 25) && minute.len() == 2 && number(minute, 60)
        });
        if let Some((hour, _)) = time {
            let half =
                digits.len() < text.len() || matches!(self.classes.get(next.entry()), super::class::Class::Clock);
            let form = u32::from(digits.as_bytes()[hour.len()]) << 1 | u32::from(half);
            self.add(Topic::Timetable, 0, form, self.token(here.at).span(), here.kind);
        }
    }

    /// “Posted December 11, 2014 at 1:40 PM”: a line of the page, which a program writes.
    pub(super) fn is_stamp(&self, here: Here) -> bool {
        const LONGEST: usize = 18;
        let ended = |kind| {
            matches!(
                kind,
                Kind::Stop | Kind::Question | Kind::Exclamation | Kind::CloseQuote | Kind::Abbreviation | Kind::Colon
            )
        };
        here.kind == BlockKind::Paragraph && here.end - here.start <= LONGEST && !ended(self.token(here.end - 1).kind)
    }

    /// A time by the clock of 24 hours, and nothing else with a colon: “at 15:00”, “until 05:40”.
    fn whole_day(&mut self, here: Here, text: &str) {
        const AT: [&str; 11] =
            ["at", "from", "until", "till", "by", "after", "before", "around", "to", "between", "since"];
        let Some((hour, minute)) = text.split_once(':') else { return };
        let hours = hour.len() == 2 && (hour.starts_with('0') || hour.parse().is_ok_and(|h: u8| (13..24).contains(&h)));
        let led = self.before(here).is_some_and(|t| AT.contains(&self.words.text(t)));
        if hours && minute.len() == 2 && led {
            self.add(Topic::ClockHours, 0, 0, self.token(here.at).span(), here.kind);
        }
    }

    /// A time with its half of the day.
    fn half_day(&mut self, digits: &str, span: Span, here: Here) {
        self.add(Topic::ClockHours, 0, 1, span, here.kind);
        let zero = digits.ends_with(":00") || digits.ends_with(".00");
        if zero || digits.len() < 3 {
            self.add(Topic::ClockZero, 0, u32::from(zero), span, here.kind);
        }
        if let Some(mark) = digits.find([':', '.']) {
            self.add(Topic::ClockMark, 0, digits.as_bytes()[mark].into(), span, here.kind);
        }
    }

    /// “a.m.” after a number
    pub(super) fn clock(&mut self, here: Here) {
        let token = *self.token(here.at);
        let hour = self.before(here).copied().filter(|t| matches!(t.kind, Kind::Number | Kind::Time | Kind::Figures));
        let Some(hour) = hour.filter(|_| !self.is_stamp(here)) else { return };
        let digits = self.words.text(&hour);
        // “I am 7 am I not”: an hour has at most two figures, or is a time.
        let hours = digits.len() <= 2 || digits.find('.').is_some_and(|mark| mark < 3 && digits.len() == mark + 3);
        if !hours && hour.kind == Kind::Number || !digits.ends_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        let span = hour.span().cover(token.span());
        let marker = self.words.text(&token);
        // “5 p.m in winter”
        let cut =
            marker.contains('.') && !marker.ends_with('.') && self.after(here, 1).is_none_or(|t| t.kind != Kind::Stop);
        self.add(Topic::Clock, 0, clock_form(marker, token.spaced()) ^ u32::from(cut) << 1, span, here.kind);
        if hour.kind != Kind::Figures {
            self.half_day(digits, span, here);
        }
    }
}

/// The form of a marker of half a day, the same for both halves.
fn clock_form(marker: &str, spaced: bool) -> u32 {
    let morning: String = marker
        .trim_end_matches('.')
        .chars()
        .map(|c| match c {
            'p' => 'a',
            'P' => 'A',
            c => c,
        })
        .collect();
    hash(&morning) ^ u32::from(spaced)
}
