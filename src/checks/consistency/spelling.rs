use super::odd::{self, Manner, ask};
use crate::evidence::forms::{Role, Topic};
use crate::lexicon::{Traits, capitalised, in_case_of, variants};
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/spelling", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Word) {
        let said = group.within(&[Role::Heading, Role::Text]);
        odd::report(reading, &said, &Manner::of(mend), report);
    }
    for group in reading.forms().of(Topic::Raised) {
        odd::in_text(reading, group, ask, report);
    }
}

fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let from = &reading.article.prose[place];
    // “World War II” beside “the Second World War”.
    if from.contains(' ') {
        return None;
    }
    let stem = |text: &str| text.trim_end_matches("’s").trim_end_matches("'s").len();
    let ending = &from[stem(from)..];
    let bare = &to[..stem(to)];
    // The capitals of “OK” and “Wi-Fi” are their own: they keep them, and give them to nothing else.
    if has_capitals_within(bare) {
        return Some(bare.to_owned() + ending);
    }
    if has_capitals_within(from) {
        let starts = reading.at(reading.token_at(place.start)).starts_sentence();
        return Some(if starts { capitalised(&bare.to_lowercase()) } else { bare.to_lowercase() });
    }
    let lower = bare.to_lowercase();
    // “archeologist” beside “archaeologists”
    let row = |text: &str| variants::find(text, Traits::LOWER).map(variants::row);
    let same = row(&from[..stem(from)].to_lowercase()).zip(row(&lower)).and_then(|(from, to)| from.spelled_like(to));
    Some(in_case_of(from, same.unwrap_or(&lower)) + ending)
}

fn has_capitals_within(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && word.chars().count() < 6
}
