use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token(
    "punctuation/comma-after-state",
    Wake::kinds(&[Kind::Comma]).before(&[Kind::Abbreviation], Traits::TITLE),
    run,
);

fn run(comma: At, report: &mut Report) {
    let Some(first) = comma.next() else {
        return;
    };
    let Some(last) = state(first) else { return };
    let (Some(city), Some(after)) = (comma.prev(), last.next()) else { return };
    if is_city(city) && goes_on(after) && after.spaced() {
        let at = Span::at(last.span().end as usize);
        let span = city.span().cover(last.span());
        report.add(
            Finding::at(span)
                .replace(at, ",")
                .with("state", &comma.reading.article.prose[first.span().cover(last.span())]),
        );
    }
}

/// The last word of the state's name that starts here.
fn state(first: At) -> Option<At> {
    let text = first.text();
    if STATES.binary_search(&text).is_ok() || first.is(Kind::Abbreviation) && SHORT.binary_search(&text).is_ok() {
        return Some(first);
    }
    let second = first.next().filter(|second| second.spaced())?;
    let two = matches!(
        (text, second.text()),
        ("New", "Hampshire" | "Jersey" | "Mexico" | "York")
            | ("North" | "South", "Carolina" | "Dakota")
            | ("Rhode", "Island")
            | ("West", "Virginia")
            | ("British", "Columbia")
            | ("Nova", "Scotia")
    );
    two.then_some(second)
}

/// Whether a place stands before the comma, and no other state as in a list of them.
fn is_city(city: At) -> bool {
    let named = city.is(Kind::Word) && city.has(Traits::TITLE) && !city.has(Traits::CALENDAR);
    let is_state = STATES.binary_search(&city.text()).is_ok();
    let place =
        city.has(Traits::PLACE) || std::iter::successors(city.prev(), |at| at.prev()).take(3).any(is_whereabouts);
    named && !is_state && place && !city.starts_sentence()
}

fn is_whereabouts(at: At) -> bool {
    matches!(at.text(), "in" | "from" | "near" | "outside" | "of" | "to" | "In" | "From" | "Near" | "Outside")
}

/// Whether the sentence goes on with a word that the state's name is no part of: “Cleveland, Ohio
/// launched”, but “an Austin, Texas company” and “Dallas, Texas and Reno, Nevada”.
fn goes_on(after: At) -> bool {
    let runs = Traits::AUXILIARY.union(Traits::PREPOSITION).union(Traits::CONJUNCTION).union(Traits::PAST);
    let part = matches!(after.text(), "based" | "born" | "and" | "or" | "like" | "plus" | "near" | "area");
    after.is(Kind::Word) && after.has(Traits::LOWER) && after.has(runs) && !part
}

/// Names of one word; “Georgia” is a country too, “Washington” a city, and that changes nothing.
/// Sorted.
const STATES: &[&str] = &[
    "Alabama",
    "Alaska",
    "Alberta",
    "Arizona",
    "Arkansas",
    "California",
    "Colorado",
    "Connecticut",
    "Delaware",
    "Florida",
    "Georgia",
    "Hawaii",
    "Idaho",
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Kentucky",
    "Louisiana",
    "Maine",
    "Manitoba",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Montana",
    "Nebraska",
    "Nevada",
    "Ohio",
    "Oklahoma",
    "Ontario",
    "Oregon",
    "Pennsylvania",
    "Quebec",
    "Saskatchewan",
    "Tennessee",
    "Texas",
    "Utah",
    "Vermont",
    "Virginia",
    "Washington",
    "Wisconsin",
    "Wyoming",
];

/// Sorted.
const SHORT: &[&str] = &[
    "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "D.C.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.", "Md.",
    "Mich.", "Minn.", "Mont.", "N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.", "Neb.", "Nev.", "Okla.", "R.I.", "S.C.",
    "S.D.", "Tenn.", "Tex.", "Va.", "Vt.", "W.Va.", "Wis.", "Wyo.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(STATES.is_sorted());
        assert!(SHORT.is_sorted());
    }
}
