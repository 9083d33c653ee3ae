use super::odd::{self, Manner};
use crate::evidence::forms::{Group, Role, Topic};
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/abbreviation-stops", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Stops) {
        // Headlines follow their own rule: AP has “US” there and “U.S.” in the text.
        let quoted = group.within(&[Role::Quotation]);
        let quoted = quoted.forms.iter().flat_map(|f| &f.places).map(|p| (p.span, "also in a quotation"));
        let quoted: Vec<_> = quoted.take(3).collect();
        if are_two_saints(reading, group) {
            continue;
        }
        for (role, headings) in [(Role::Heading, true), (Role::Text, false)] {
            odd::report(
                reading,
                &group.within(&[role]),
                &Manner { headings, glaring: headings, also: &quoted, ..Manner::of(mend) },
                report,
            );
        }
    }
}

/// “A team from St Mary’s has beaten one from St. Mary’s.”
fn are_two_saints(reading: &Reading, group: &Group) -> bool {
    let place = group.forms[0].places[0];
    let title = matches!(reading.article.prose[place.span].trim_end_matches('.'), "St" | "Mt");
    title && odd::stand_in_one_sentence(reading, group)
}

/// The stop of an abbreviation may be the sentence's as well.
fn mend(reading: &Reading, place: Span, to: &str) -> Option<String> {
    let prose = &reading.article.prose;
    let from = &prose[place];
    let stop_follows = prose[place.end as usize..].starts_with('.');
    let ends_sentence = from.ends_with('.') && ends_sentence(reading, place);
    let bare = to.trim_end_matches('.');
    Some(match () {
        () if stop_follows => bare.to_owned(),
        () if ends_sentence && !to.ends_with('.') => format!("{to}."),
        () => to.to_owned(),
    })
}

fn ends_sentence(reading: &Reading, place: Span) -> bool {
    let at = reading.token_at(place.start);
    reading.at(at).next().is_none_or(|next| next.starts_sentence())
}
