//! Titles, offices and what else there is one of, with a capital here and without one there.
//!
//! Two habits are compared. In apposition (“the Secretary of State, Marco Rubio”) any titles are
//! compared with one another, since a house that lowers one lowers all. Standing alone (“the
//! President said”) a title is compared only with itself.

use super::odd::times;
use crate::evidence::Marks;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind, Span};

pub const CHECK: Check = Check::article("consistency/title-capitals", run);

/// A title where its capital is the writer's choice.
struct Use {
    span: Span,
    /// The title as it is written.
    text: String,
    capital: bool,
    apposition: bool,
}

fn run(reading: &Reading, report: &mut Report) {
    let uses = uses(reading);
    let short = reading.is_one_screen();
    compare(uses.iter().filter(|u| u.apposition), 2, false, report);
    let mut alone: Vec<&Use> = uses.iter().filter(|u| !u.apposition).collect();
    alone.sort_by_key(|u| (u.text.to_lowercase(), u.span));
    for same in alone.chunk_by(|a, b| a.text.eq_ignore_ascii_case(&b.text)) {
        compare(same.iter().copied(), 1, short, report);
    }
}

/// Reports the fewer of those with a capital and those without, if the others are at least so many; and two of
/// each, where readers see them all.
fn compare<'u>(uses: impl Iterator<Item = &'u Use>, least: usize, ties: bool, report: &mut Report) {
    let (with, without): (Vec<&Use>, Vec<&Use>) = uses.partition(|u| u.capital);
    let (odd, main) = if with.len() < without.len() { (&with, &without) } else { (&without, &with) };
    let Some(first) = odd.first() else { return };
    if main.len() < least || main.len() == odd.len() && main.len() > 1 && !ties {
        return;
    }
    let mut finding = Finding::at(first.span).say(message(first, main));
    finding = odd[1..].iter().take(10).fold(finding, |f, u| f.related(u.span, "here too"));
    finding = main.iter().take(5).fold(finding, |f, u| f.related(u.span, format!("“{}” here", u.text)));
    report.add(finding);
}

fn message(odd: &Use, main: &[&Use]) -> String {
    let (one, other) = (&odd.text, &main[0].text);
    let alike = one.eq_ignore_ascii_case(other);
    match (alike, main.len()) {
        (true, 1) => format!("“{one}” here, “{other}” in another place. Please choose one form."),
        (true, n) => format!("“{one}” here, “{other}” {}. Please choose one form.", times(n)),
        (false, _) => {
            let (here, there) = if odd.capital { ("a capital", "none") } else { ("no capital", "one") };
            format!("“{one}” has {here} here, other titles like “{other}” have {there}. Please choose one form.")
        }
    }
}

/// The titles whose capital is free, in the order of the text. None, if all are written one way.
fn uses(reading: &Reading) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    let sorts = reading.sorts();
    let both = |lower, capital| sorts.any(lower) && sorts.any(capital);
    if !both(Marks::OFFICE, Marks::OFFICE_IN_CAPITALS) && !both(Marks::BODY, Marks::BODY_IN_CAPITALS) {
        return uses;
    }
    let mut after = 0;
    let offices = Marks::OFFICE | Marks::OFFICE_IN_CAPITALS | Marks::BODY | Marks::BODY_IN_CAPITALS;
    let offices = reading.set(sorts.with(offices));
    for at in reading.places(&offices).map(|index| reading.at(index)) {
        let block = at.block();
        if at.index >= after
            && matches!(block.kind(), BlockKind::Paragraph | BlockKind::Turn)
            && !block.is_furniture()
            && let Some((found, end)) = title(at)
        {
            after = end;
            uses.push(found);
        }
    }
    uses
}

/// The title that starts at a title's word, and the token after it; `None` where its capital is
/// not free: before a name, at a sentence start, in a quotation.
fn title(first: At) -> Option<(Use, usize)> {
    let is_title = |at: &At| is_office(at) && at.spaced();
    let mut last = first;
    while let Some(next) = last.next().filter(|n| is_title(n) || is_second(n)) {
        last = next;
    }
    let capital = first.token().is_capitalised();
    if first.quoted()
        || first.starts_sentence()
        || first.has(Traits::POSSESSIVE)
        || last.has(Traits::POSSESSIVE | Traits::PLURAL)
    {
        return None;
    }
    let several = last.index > first.index;
    let before = introduced(first, several)?;
    let text = first.reading.article.prose[first.span().cover(last.span())].to_owned();
    let of = domain(last);
    let end = of.unwrap_or(last);
    let next = end.next();
    let apposition = next.is_some_and(|comma| comma.is(Kind::Comma) && is_person(comma.next()));
    let free = next.is_none_or(|n| !n.token().is_capitalised() && !n.is(Kind::Hyphen));
    let span = first.span().cover(last.span());
    let found = |apposition| Use { span, text: text.clone(), capital, apposition };
    // “its chief executive, Ann Kay”: of another house than the Minister.
    let own = first.prev().is_some_and(|at| !at.word_is("the")) && several;
    match apposition {
        true if own && before => None,
        true => Some((found(true), end.index + 1)),
        // “the president of the club” need not be the President.
        false if free && of.is_none() && before => Some((found(false), end.index + 1)),
        false => None,
    }
}

pub fn is_office(at: &At) -> bool {
    at.reading.sorts().of(at.token().entry()).marks.intersects(Marks::OFFICE | Marks::OFFICE_IN_CAPITALS)
}

/// Whether “the” stands before the title: directly (`true`), or with words between. Before a title of several
/// words, “its” and “became” do as well.
fn introduced(first: At, several: bool) -> Option<bool> {
    const LED: [&str; 9] = ["its", "his", "her", "their", "as", "became", "become", "elected", "appointed"];
    let mut at = first.prev()?;
    if several && LED.contains(&at.text()) {
        return Some(true);
    }
    for steps in 0..4 {
        if !at.is(Kind::Word) && !at.is(Kind::Abbreviation) {
            return None;
        }
        if at.word_is("the") {
            return Some(steps == 0);
        }
        if at.has(Traits::VERB) && !at.has(Traits::NOUN | Traits::ADJECTIVE) {
            return None;
        }
        at = at.prev()?;
    }
    None
}

/// What follows a title as its domain (“of State”, “of Security and Citizen Protection”): its last
/// word.
fn domain(title: At) -> Option<At> {
    const LONGEST: usize = 8;
    let mut at = title.next().filter(|n| matches!(n.text(), "of" | "for"))?;
    let mut last = None;
    for _ in 0..LONGEST {
        let Some(next) = at.next() else { break };
        let inside = next.token().is_capitalised() || matches!(next.text(), "the" | "and" | "of" | "for");
        let plain = next.is(Kind::Word) && next.has(Traits::NOUN) && !next.has(Traits::FUNCTION);
        if !inside && !plain {
            break;
        }
        at = next;
        if !matches!(next.text(), "the" | "and" | "of" | "for") {
            last = Some(next);
        }
    }
    last
}

/// “general” of “attorney general”.
fn is_second(at: &At) -> bool {
    at.spaced() && matches!(at.text(), "general" | "General" | "executive" | "Executive" | "officer" | "Officer")
}

fn is_person(at: Option<At>) -> bool {
    at.is_some_and(|at| {
        let name = |at: At| at.token().is_capitalised() && !at.has(Traits::FUNCTION | Traits::CALENDAR | Traits::UPPER);
        name(at)
            && at.next().is_some_and(|next| name(next) || matches!(next.text(), "de" | "van" | "von" | "al" | "bin"))
    })
}
