//! One surname with two sets of initials: “J.R. Whitfield” and “J.P. Whitfield”, “George R.R.
//! Martin” and “George R. Martin”.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::two_spellings::{finding, is_kin, stem_span};
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::article("names/initials", run);

/// Three of a name are a family: more need not be told apart.
const FAMILY: usize = 3;

/// A name with initials.
struct Use {
    initials: String,
    span: Span,
    count: u32,
}

/// A surname, with the given name before the initials if there is one.
type Person<'r> = (Option<&'r str>, &'r str);

fn run(reading: &Reading, report: &mut Report) {
    let mut uses: FxHashMap<Person, Vec<Use>> = FxHashMap::default();
    for place in reading.names().places().iter().filter(|place| place.tokens().len() > 1) {
        let mut run = 0;
        for at in place.tokens() {
            if is_initials(reading, at) {
                run += 1;
            } else {
                let initials = at - std::mem::take(&mut run)..at;
                if !initials.is_empty() {
                    add(reading, place.tokens(), initials, &mut uses);
                }
            }
        }
    }
    for (person, uses) in &uses {
        let [one, other] = &uses[..] else { continue };
        for (odd, main) in [(one, other), (other, one)] {
            if odd.count == 1
                && (main.count > 1 || main.span.start < odd.span.start && !are_two(reading, odd, main))
                && may_be_one(person, odd, main)
            {
                report.add(finding(reading, odd.span, odd.count, main.span, main.count));
            }
        }
    }
}

/// Whether the text shows two people: in one sentence, or the one called the other’s kin.
fn are_two(reading: &Reading, odd: &Use, main: &Use) -> bool {
    let ends = |of: &Use| (reading.at(reading.token_at(of.span.start)), reading.at(reading.token_at(of.span.end) - 1));
    let [(first, last), (other, _)] = [odd, main].map(ends);
    first.sentence_start().index == other.sentence_start().index || is_kin(first, last)
}

/// Adds the use of a name with these initials, if a surname stands behind them.
fn add<'r>(
    reading: &'r Reading,
    name: Range<usize>,
    initials: Range<usize>,
    uses: &mut FxHashMap<Person<'r>, Vec<Use>>,
) {
    let surname = &reading.tokens[initials.end];
    if surname.kind != Kind::Word || surname.span().len() < 4 {
        return;
    }
    let given = initials.start.checked_sub(1).filter(|at| name.contains(at)).map(|at| &reading.tokens[at]);
    let given = given.filter(|t| reading.traits(t).any(Traits::GIVEN_NAME) && t.span().len() > 3);
    let stem = stem_span(reading, initials.end);
    let span = given.unwrap_or(&reading.tokens[initials.start]).span().cover(stem);
    let letters = |at: usize| reading.text(&reading.tokens[at]).chars().filter(|c| c.is_alphabetic());
    let initials: String = initials.flat_map(letters).collect();
    let person = (given.map(|t| reading.text(t)), &reading.article.prose[stem]);
    let namesakes = uses.entry(person).or_default();
    if let Some(known) = namesakes.iter_mut().find(|known| known.initials == initials) {
        known.count += 1;
    } else if namesakes.len() < FAMILY {
        namesakes.push(Use { initials, span, count: 1 });
    }
}

/// A letter more of the same, or one other of two: “George W. Bush” and “George H.W. Bush” are two.
fn may_be_one((given, _): &Person, odd: &Use, main: &Use) -> bool {
    let (a, b) = (odd.initials.as_bytes(), main.initials.as_bytes());
    let lengths = a.len().abs_diff(b.len());
    let differ = a.iter().zip(b).filter(|(a, b)| a != b).count();
    match lengths {
        0 => differ == 1 && (given.is_some() || main.count > 1 && a[0] == b[0] && a.len() > 1),
        1 => (given.is_some() || a.len().min(b.len()) > 1) && differ == 0 && a[a.len() - 1] == b[b.len() - 1],
        _ => false,
    }
}

/// “J.”, “R.R.”
fn is_initials(reading: &Reading, at: usize) -> bool {
    if reading.tokens[at].kind != Kind::Abbreviation {
        return false;
    }
    let text = reading.text(&reading.tokens[at]).as_bytes();
    text.len().is_multiple_of(2) && text.chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.')
}
