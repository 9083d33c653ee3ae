//! Dates as articles write them: “Thursday, February 27, 2025”, “27 Feb 2025”, “the 31st of June”.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n, take_while1};
use nom::character::complete::{char, space1};
use nom::combinator::{map, map_opt, not, opt, peek, recognize, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// A date as it is written, which may be one that no calendar has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Date {
    pub weekday: Option<Weekday>,
    /// From 1.
    pub day: u32,
    pub month: Month,
    pub year: Option<i32>,
}

/// From Monday, 0, to Sunday, 6.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Weekday(pub u8);

/// From January, 1, to December, 12.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month(pub u8);

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// By number, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Reads the date at the start of `text`; gives it with its length in bytes. A weekday, if
    /// there is one, comes first; a month and a day are needed.
    pub fn read(text: &str) -> Option<(Date, usize)> {
        let (rest, date) = date(text).ok()?;
        Some((date, text.len() - rest.len()))
    }

    /// Whether the calendar has the day. Without a year, 29 February counts as one that it has.
    pub fn exists(&self) -> bool {
        (1..=self.month.days(self.year)).contains(&self.day)
    }

    /// The weekday on which it falls, by the Gregorian calendar (Zeller's congruence); `None`
    /// without a year, for a day that does not exist, and before the calendar was in use in
    /// English-speaking countries.
    pub fn falls_on(&self) -> Option<Weekday> {
        let year = self.year.filter(|year| (1753..=9999).contains(year))?;
        if !self.exists() {
            return None;
        }
        // The congruence counts January and February with the year before.
        let month = i32::from(self.month.0);
        let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
        let days = self.day as i32 + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400;
        // Zeller's week starts on Saturday.
        Some(Weekday(((days + 5) % 7) as u8))
    }
}

impl Weekday {
    pub fn name(self) -> &'static str {
        WEEKDAYS[self.0 as usize % 7]
    }

    /// The weekday with this name or abbreviation, its stop left out.
    pub fn named(word: &str) -> Option<Weekday> {
        let word = word.strip_suffix('.').unwrap_or(word);
        let is = |name: &str| word == name || (word.len() >= 3 && word.len() <= 5 && name.starts_with(word));
        WEEKDAYS.iter().position(|name| is(name)).map(|n| Weekday(n as u8))
    }
}

impl Month {
    pub fn name(self) -> &'static str {
        MONTHS[usize::from(self.0 + 11) % 12]
    }

    /// The month with this name or abbreviation, its stop left out.
    pub fn named(word: &str) -> Option<Month> {
        if !Month::may_be(word) {
            return None;
        }
        let word = word.strip_suffix('.').unwrap_or(word);
        let is = |name: &str| {
            word == name || word.len() == 3 && name.starts_with(word) || word == "Sept" && name == "September"
        };
        MONTHS.iter().position(|name| is(name)).map(|n| Month(n as u8 + 1))
    }

    /// Whether a text may begin with the name of one, as far as its first letter tells.
    pub fn may_be(text: &str) -> bool {
        matches!(text.as_bytes().first(), Some(b'J' | b'F' | b'M' | b'A' | b'S' | b'O' | b'N' | b'D'))
    }

    /// How many days it has; of February 29 where the year is not known.
    pub fn days(self, year: Option<i32>) -> u32 {
        match self.0 {
            2 => match year {
                Some(y) if y % 4 != 0 || y % 100 == 0 && y % 400 != 0 => 28,
                _ => 29,
            },
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

fn date(input: &str) -> IResult<&str, Date> {
    let (input, weekday) =
        opt(terminated(weekday, (opt(char(',')), space, opt((tag_no_case("the"), space))))).parse(input)?;
    let (input, (day, month)) = alt((day_month, month_day)).parse(input)?;
    let (input, year) = opt(preceded((opt(char(',')), space), year)).parse(input)?;
    Ok((input, Date { weekday, day, month, year }))
}

fn day_month(input: &str) -> IResult<&str, (u32, Month)> {
    (terminated(day, (space, opt((tag("of"), space)))), month).parse(input)
}

fn month_day(input: &str) -> IResult<&str, (u32, Month)> {
    map((terminated(month, space), day), |(month, day)| (day, month)).parse(input)
}

fn day(input: &str) -> IResult<&str, u32> {
    let number = map_opt(take_while_m_n(1, 2, |c: char| c.is_ascii_digit()), |d: &str| d.parse().ok());
    let ending = alt((tag("st"), tag("nd"), tag("rd"), tag("th")));
    terminated(number, (opt(ending), word_end)).parse(input)
}

fn year(input: &str) -> IResult<&str, i32> {
    let four =
        verify(take_while_m_n(4, 4, |c: char| c.is_ascii_digit()), |y: &str| matches!(y.as_bytes()[0], b'1' | b'2'));
    terminated(map_opt(four, |y: &str| y.parse().ok()), word_end).parse(input)
}

fn month(input: &str) -> IResult<&str, Month> {
    map_opt(name, Month::named).parse(input)
}

fn weekday(input: &str) -> IResult<&str, Weekday> {
    map_opt(name, Weekday::named).parse(input)
}

/// A name, with its stop if it is an abbreviation.
fn name(input: &str) -> IResult<&str, &str> {
    let (rest, word) = take_while1(|c: char| c.is_ascii_alphabetic()).parse(input)?;
    let whole = WEEKDAYS.contains(&word) || MONTHS.contains(&word);
    if whole { Ok((rest, word)) } else { recognize((tag(word), opt(char('.')))).parse(input) }
}

/// White space within a date: at most a line's end.
fn space(input: &str) -> IResult<&str, &str> {
    alt((space1, tag("\n"), tag("\r\n"), tag("\u{a0}"), delimited(tag(""), tag(" \n"), tag("")))).parse(input)
}

/// The end of a figure: “2025” of “2025s”, “20250” or “2025.5” is no year.
fn word_end(input: &str) -> IResult<&str, ()> {
    let goes_on = alt((
        recognize(take_while_m_n(1, 1, |c: char| c.is_alphanumeric())),
        recognize((alt((char('.'), char(','), char(':'))), take_while_m_n(1, 1, |c: char| c.is_ascii_digit()))),
    ));
    peek(not(goes_on)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<&'static str>, u32, &'static str, Option<i32>)> {
        Date::read(text).map(|(d, _)| (d.weekday.map(Weekday::name), d.day, d.month.name(), d.year))
    }

    #[test]
    fn dates_are_read_in_either_order() {
        assert_eq!(read("Thursday, February 27, 2025, he"), Some((Some("Thursday"), 27, "February", Some(2025))));
        assert_eq!(read("Thursday 27 Feb 2025."), Some((Some("Thursday"), 27, "February", Some(2025))));
        assert_eq!(read("the 31st"), None);
        assert_eq!(read("31st of June"), Some((None, 31, "June", None)));
        assert_eq!(read("Sept. 4 at"), Some((None, 4, "September", None)));
        assert_eq!(read("May 2025"), None, "a month and a year are no day");
        assert_eq!(read("June 5, 20250"), Some((None, 5, "June", None)));
        assert_eq!(read("March 3.5 million"), None);
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        for (text, day) in [
            ("February 27, 2025", "Thursday"),
            ("July 20, 1969", "Sunday"),
            ("29 February 2000", "Tuesday"),
            ("1 January 2024", "Monday"),
            ("31 December 1999", "Friday"),
        ] {
            assert_eq!(Date::read(text).unwrap().0.falls_on().map(Weekday::name), Some(day), "{text}");
        }
    }

    #[test]
    fn days_that_no_calendar_has_do_not_exist() {
        for (text, exists) in [
            ("31 June 2024", false),
            ("29 February 2023", false),
            ("29 February 2024", true),
            ("29 February", true),
            ("February 30", false),
            ("29 February 1900", false),
        ] {
            assert_eq!(Date::read(text).unwrap().0.exists(), exists, "{text}");
        }
    }
}
