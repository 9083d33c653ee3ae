//! One person with two forms of address: “Mrs Cadwallader” and “Ms Cadwallader”, “Mr Strachan” and “Dr Strachan”,
//! “Professor Lind” and “Prof Lind”.

use rustc_hash::FxHashMap;

use super::two_spellings::{stem, stem_span};
use crate::checks::consistency::times;
use crate::evidence::Marks;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, EntryId, Kind, Span};

pub const CHECK: Check = Check::article("names/form-of-address", run);

/// What a form of address says of somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Address {
    Man,
    /// Mrs, Miss, Ms: whether she is married
    Woman,
    Learned,
    /// A rank or an office, by its number in `SHORT`.
    Rank(u8),
}

/// Titles that have a short form, with it.
const SHORT: [(&str, &str); 19] = [
    ("Professor", "Prof"),
    ("Senator", "Sen"),
    ("Representative", "Rep"),
    ("Governor", "Gov"),
    ("General", "Gen"),
    ("Colonel", "Col"),
    ("Captain", "Capt"),
    ("Major", "Maj"),
    ("Lieutenant", "Lt"),
    ("Sergeant", "Sgt"),
    ("Corporal", "Cpl"),
    ("Admiral", "Adm"),
    ("Commander", "Cmdr"),
    ("Reverend", "Rev"),
    ("Father", "Fr"),
    ("Inspector", "Insp"),
    ("Superintendent", "Supt"),
    ("Councillor", "Cllr"),
    ("Doctor", "Dr"),
];

/// Somebody addressed.
struct Use<'r> {
    title: &'r str,
    address: Address,
    /// Whether the given name stands between.
    full: bool,
    /// “Mr and Mrs Hall”, “Dr Ann and Mr Jon Hall” are two.
    couple: bool,
    surname: &'r str,
    span: Span,
}

fn run(reading: &Reading, report: &mut Report) {
    let forms: Vec<EntryId> = reading.sorts().with(Marks::ADDRESS).collect();
    if forms.len() < 2 {
        return;
    }
    let mut people: FxHashMap<&str, Vec<Use>> = FxHashMap::default();
    for at in reading.places(&reading.set(forms.iter().copied())).map(|index| reading.at(index)) {
        if let Some(found) = addressed(reading, at) {
            people.entry(found.surname).or_default().push(found);
        }
    }
    let mut people: Vec<Vec<Use>> =
        people.into_values().filter(|uses| uses.len() > 1 && !uses.iter().any(|u| u.couple)).collect();
    people.sort_by_key(|uses| uses[0].span);
    for uses in &people {
        if let Some((odd, main)) = clash(uses)
            && are_one_person(reading, uses[0].surname)
        {
            report.add(finding(reading, &odd, &main));
        }
    }
}

fn address(title: &str) -> Option<Address> {
    Some(match title {
        "Mr" => Address::Man,
        "Mrs" | "Ms" | "Miss" => Address::Woman,
        "Dr" | "Doctor" => Address::Learned,
        _ => Address::Rank(SHORT.iter().position(|(long, short)| title == *long || title == *short)? as u8),
    })
}

/// The person addressed here in running text.
fn addressed<'r>(reading: &'r Reading, at: At<'r>) -> Option<Use<'r>> {
    const LONGEST: usize = 4;
    let copy = matches!(at.block().kind(), BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn);
    let title = at.text().trim_end_matches('.');
    let address = address(title)?;
    if !copy || at.quoted() || at.block().is_furniture() {
        return None;
    }
    let (mut last, mut words) = (at, 0);
    while words < LONGEST
        && let Some(next) = last.next()
        && (next.spaced() || last.is(Kind::Hyphen))
        && next.token().is_capitalised()
        && !next.has(Traits::FUNCTION | Traits::CALENDAR)
        && matches!(next.kind(), Kind::Word | Kind::Abbreviation)
    {
        (last, words) = (next, words + 1);
        // “Mrs Hall’s dog”
        if last.has(Traits::POSSESSIVE) {
            break;
        }
        // “Aubrac-Lemoine”
        if let Some(second) = last.next().filter(|h| h.is(Kind::Hyphen) && !h.spaced()).and_then(At::next)
            && second.token().is_capitalised()
        {
            last = second;
        }
    }
    let joined = at.prev().filter(|and| matches!(and.text(), "and" | "&"));
    let couple = joined.and_then(At::prev).is_some_and(|before| before.token().is_capitalised());
    let (surname, span) = (stem(last.text()), at.span().cover(stem_span(reading, last.index)));
    (words > 0).then_some(Use { title, address, full: words > 1, couple, surname, span })
}

/// The uses of the form that is rarer, or comes later, and of the one that is held against it.
fn clash<'u, 'r>(uses: &'u [Use<'r>]) -> Option<(Vec<&'u Use<'r>>, Vec<&'u Use<'r>>)> {
    let clashing = |one: &Use, other: &Use| {
        let same = one.address == other.address;
        match (one.address, other.address) {
            (Address::Woman, Address::Woman) => one.title != other.title,
            // “Professor Anna Lind”, then “Prof Lind”, is a rule of its own.
            (Address::Rank(_), Address::Rank(_)) | (Address::Learned, Address::Learned) => {
                same && one.title != other.title && one.full == other.full
            }
            (Address::Learned, Address::Man | Address::Woman) | (Address::Man | Address::Woman, Address::Learned) => {
                true
            }
            _ => false,
        }
    };
    let other = uses.iter().find_map(|one| uses.iter().find(|other| clashing(one, other)).map(|other| (one, other)));
    let (first, second) = other?;
    let of = |like: &Use| uses.iter().filter(|u| u.title == like.title).collect::<Vec<_>>();
    let (first, second) = (of(first), of(second));
    Some(if second.len() > first.len() { (first, second) } else { (second, first) })
}

/// Whether the article has no two people of this surname.
fn are_one_person(reading: &Reading, surname: &str) -> bool {
    let mut given: Option<&str> = None;
    for place in reading.names().places().iter().filter(|place| place.tokens().len() > 1) {
        let tokens = &reading.tokens[place.tokens()];
        if stem(reading.text(&tokens[tokens.len() - 1])) != surname {
            continue;
        }
        let is_name = |t: &&crate::text::Token| {
            t.kind == Kind::Word && address(reading.text(t)).is_none() && stem(reading.text(t)) != surname
        };
        let Some(first) = tokens.iter().find(is_name).map(|t| reading.text(t)) else { continue };
        if given.is_some_and(|given| given != first) {
            return false;
        }
        given = Some(first);
    }
    true
}

fn finding(reading: &Reading, odd: &[&Use], main: &[&Use]) -> Finding {
    let text = |u: &Use| reading.article.prose[u.span].split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!(
        "“{}” here, “{}” {}. If this is one person, please choose one form.",
        short(&text(odd[0])),
        short(&text(main[0])),
        times(main.len())
    );
    let finding = Finding::at(odd[0].span).say(message);
    let finding = odd[1..].iter().take(8).fold(finding, |f, u| f.related(u.span, "here too"));
    finding.related(main[0].span, "the other form")
}

fn short(name: &str) -> &str {
    name.char_indices().nth(28).map_or(name, |(at, _)| &name[..at])
}
