//! Dates, decades and ranges of years.

use super::{Gather, Here, Topic};
use crate::text::{BlockKind, Kind, Token};

impl Gather<'_> {
    /// A month with a day.
    pub(super) fn month(&mut self, here: Here, number: u8, short: bool) {
        if here.kind == BlockKind::Cell || self.is_stamp(here) {
            return;
        }
        let token = *self.token(here.at);
        let day_before = self.before(here).copied().filter(|t| token.spaced() && self.is_day(t));
        let of = self.before(here).filter(|t| self.words.text(t) == "of").is_some();
        let day_before = match here.at.checked_sub(2).filter(|&at| of && at >= here.start) {
            Some(at) => Some(*self.token(at)).filter(|t| t.kind == Kind::Ordinal && self.is_day(t)),
            None => day_before,
        };
        let day_after = self.after(here, 1).copied().filter(|t| t.spaced() && self.is_day(t));
        let (day, order) = match (day_before, day_after) {
            (Some(day), _) => (day, 0),
            (None, Some(day)) => (day, 1),
            _ => return,
        };
        // That of the attacks is a name.
        if number == 9 && self.words.text(&day).starts_with("11") {
            return;
        }
        let span = token.span().cover(day.span());
        self.add(Topic::DateFigures, 0, 1, span, here.kind);
        self.add(Topic::DateOrder, 0, order, span, here.kind);
        self.add(Topic::DateOrdinal, order, u32::from(day.kind == Kind::Ordinal), span, here.kind);
        // AP never shortens the months from March to July.
        if !(3..=7).contains(&number) {
            self.add(Topic::Month, 0, u32::from(short), span, here.kind);
        }
    }

    /// Figures that a mark joins.
    pub(super) fn figures(&mut self, here: Here) {
        self.fraction_in_figures(here);
        self.range(here);
        self.date_in_figures(here);
    }

    /// “03/04/2024” among dates with names, or “on 2024-04-03” in running text.
    fn date_in_figures(&mut self, here: Here) {
        let token = self.token(here.at);
        if is_iso(self.words.text(token)) {
            let led = |by: usize, words: &[&str]| {
                let at = here.at.checked_sub(by).filter(|&at| at >= here.start);
                at.is_some_and(|at| words.contains(&self.words.text(self.token(at))))
            };
            let stamp = led(2, &["posted", "updated", "created", "published", "edited", "written"]);
            if led(1, &["on", "On", "by", "until", "since", "before", "after"])
                && !stamp
                && here.kind == BlockKind::Paragraph
                && !self.is_stamp(here)
            {
                self.add(Topic::DateFigures, 0, 2, token.span(), here.kind);
            }
            return;
        }
        let pages = self.before(here).is_some_and(|t| matches!(self.words.text(t), "pages" | "page" | "pp." | "p."));
        if let Some((mark, long)) = year_range(self.words.text(token)).filter(|_| !pages) {
            let span = token.span();
            self.add(Topic::YearRange, 0, u32::from(long), span, here.kind);
            self.add(Topic::YearMark, 0, mark.into(), span, here.kind);
            return;
        }
        let mut parts = self.words.text(token).split('/');
        let mut part = |len: std::ops::RangeInclusive<usize>| {
            parts.next().is_some_and(|p| len.contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
        };
        if part(1..=2) && part(1..=2) && part(4..=4) && here.kind != BlockKind::Cell {
            self.add(Topic::DateFigures, 0, 0, token.span(), here.kind);
        }
    }

    fn is_day(&self, token: &Token) -> bool {
        let text = self.words.text(token);
        let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let fits = matches!(token.kind, Kind::Number if digits.len() == text.len()) || token.kind == Kind::Ordinal;
        fits && digits.len() < 3 && digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
    }

    /// “the eighties”, but “in her eighties”
    pub(super) fn decade(&mut self, here: Here) {
        let led =
            self.before(here).is_some_and(|t| matches!(self.words.text(t), "the" | "The" | "early" | "late" | "mid"));
        if led {
            self.add(Topic::Decade, 0, 1, self.token(here.at).span(), here.kind);
        }
    }
}

/// “2024-04-03”
fn is_iso(text: &str) -> bool {
    let digits = |at: std::ops::Range<usize>| text.as_bytes()[at].iter().all(u8::is_ascii_digit);
    text.len() == 10
        && [4, 7].iter().all(|&at| text.as_bytes()[at] == b'-')
        && digits(0..4)
        && digits(5..7)
        && digits(8..10)
}

/// “2022–23” (`false`), “2022/2023” (`true`): years of one century, of which the second may be short, and
/// the mark between them.
fn year_range(text: &str) -> Option<(char, bool)> {
    let mark = text.chars().find(|c| matches!(c, '-' | '–' | '/'))?;
    let (from, to) = text.split_once(mark)?;
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let century = matches!(from.as_bytes(), [b'1', b'5'..=b'9', _, _] | [b'2', b'0', _, _]);
    let short = to.len() == 2 && from.get(2..).is_some_and(|start| to > start);
    let long = to.len() == 4 && from.get(..2) == to.get(..2) && to > from;
    (century && figures(from) && figures(to) && (short || long)).then_some((mark, long))
}
