//! One surname with two sets of initials: “J.R. Whitfield” and “J.P. Whitfield”, “George R.R.
//! Martin” and “George R. Martin”.

use super::two_spellings::{finding, stem_span};
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Report};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::article("names/initials", run);

/// A name with initials.
struct Use<'r> {
    given: Option<&'r str>,
    initials: String,
    surname: &'r str,
    span: Span,
    count: u32,
}

fn run(reading: &Reading, report: &mut Report) {
    let mut uses: Vec<Use> = Vec::new();
    for place in reading.names().places().iter().filter(|place| place.tokens().len() > 1) {
        let tokens = place.tokens();
        for at in tokens.clone().skip(1) {
            let before = tokens.clone().take_while(|&before| before < at).collect::<Vec<_>>();
            let run = before.iter().rev().take_while(|&&at| is_initials(reading, at)).count();
            let surname = &reading.tokens[at];
            if run == 0 || surname.kind != Kind::Word || surname.span().len() < 4 {
                continue;
            }
            let first = at - run;
            let letters = |at: usize| reading.text(&reading.tokens[at]).chars().filter(|c| c.is_alphabetic());
            let given = first.checked_sub(1).filter(|&at| tokens.contains(&at)).map(|at| &reading.tokens[at]);
            let given = given.filter(|t| reading.traits(t).any(Traits::GIVEN_NAME) && t.span().len() > 3);
            let one = Use {
                given: given.map(|t| reading.text(t)),
                initials: (first..at).flat_map(letters).collect(),
                surname: &reading.article.prose[stem_span(reading, at)],
                span: given.map_or(reading.tokens[first].span(), |t| t.span()).cover(stem_span(reading, at)),
                count: 1,
            };
            let same = |u: &&mut Use| (u.given, &u.initials, u.surname) == (one.given, &one.initials, one.surname);
            match uses.iter_mut().find(same) {
                Some(known) => known.count += 1,
                None => uses.push(one),
            }
        }
    }
    for odd in uses.iter().filter(|u| u.count == 1) {
        let namesakes = uses.iter().filter(|u| u.surname == odd.surname && u.given == odd.given);
        let others: Vec<&Use> = namesakes.filter(|u| u.initials != odd.initials).collect();
        // Three of a name are a family.
        if let [main] = others[..]
            && (main.count > 1 || main.span.start < odd.span.start)
            && may_be_one(odd, main)
        {
            report.add(finding(reading, odd.span, odd.count, main.span, main.count));
        }
    }
}

/// A letter more of the same, or one other of two: “George W. Bush” and “George H.W. Bush” are two.
fn may_be_one(odd: &Use, main: &Use) -> bool {
    let (a, b) = (odd.initials.as_bytes(), main.initials.as_bytes());
    let lengths = a.len().abs_diff(b.len());
    let differ = a.iter().zip(b).filter(|(a, b)| a != b).count();
    match lengths {
        0 => main.count > 1 && differ == 1 && (a[0] == b[0] && a.len() > 1 || odd.given.is_some()),
        1 => (odd.given.is_some() || a.len().min(b.len()) > 1) && differ == 0 && a[a.len() - 1] == b[b.len() - 1],
        _ => false,
    }
}

/// “J.”, “R.R.”
fn is_initials(reading: &Reading, at: usize) -> bool {
    let text = reading.text(&reading.tokens[at]).as_bytes();
    reading.tokens[at].kind == Kind::Abbreviation
        && text.len().is_multiple_of(2)
        && text.chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.')
}
