//! “The” before a name with its capital and without: “fans of The Lanterns”, “fans of the Lanterns”.

use rustc_hash::FxHashMap;

use super::two_spellings::stem_span;
use crate::checks::consistency::times;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, MarkKind, Span};

pub const CHECK: Check = Check::article("names/leading-the", run);

fn run(reading: &Reading, report: &mut Report) {
    let (Some(the), Some(_)) = (reading.find("The"), reading.find("the")) else { return };
    // Most stand where a sentence starts.
    let capital = |at: usize| reading.tokens[at].entry() == the && !reading.at(at).starts_sentence();
    let led = |at: usize| at.checked_sub(1).filter(|&at| reading.at(at).word_is("the"));
    let places = reading.names().places();
    if !places.iter().any(|place| led(place.tokens().start).is_some_and(capital)) {
        return;
    }
    let mut names: FxHashMap<&str, [Vec<Span>; 2]> = FxHashMap::default();
    for place in places.iter().filter(|place| place.tells) {
        let (first, last) = (place.tokens().start, place.tokens().end - 1);
        let Some(the) = led(first).map(|at| reading.at(at)) else { continue };
        let own = reading.tokens[first].span().cover(stem_span(reading, last));
        if reading.at(first).spaced() && tells(the, reading.at(last)) {
            let lower = usize::from(!the.token().is_capitalised());
            names.entry(&reading.article.prose[own]).or_default()[lower].push(the.span().cover(own));
        }
    }
    let mut clashing: Vec<[Vec<Span>; 2]> =
        names.into_values().filter(|ways| ways.iter().all(|places| !places.is_empty())).collect();
    clashing.sort_by_key(|ways| ways[0][0]);
    for [capital, lower] in &clashing {
        let (odd, main) = if lower.len() <= capital.len() { (lower, capital) } else { (capital, lower) };
        report.add(finding(reading, odd, main));
    }
}

/// Whether the capital of “the” is the writer’s choice here.
fn tells(the: At, last: At) -> bool {
    let starts = the.starts_sentence();
    // “Meet The Lanterns” may be a title as a whole; “the Times reporter” is the reporter.
    let longer = the.prev().is_none_or(|before| before.token().is_capitalised() || !before.is(Kind::Word));
    let lends = last.next().is_some_and(|next| {
        next.spaced()
            && next.is(Kind::Word)
            && next.has(Traits::NOUN | Traits::ADJECTIVE)
            && !next.has(Traits::FUNCTION)
            || next.is(Kind::Hyphen)
    });
    let of_another = the.quoted() || the.marked(MarkKind::Emphasis) || the.marked(MarkKind::Link);
    !starts && !longer && !lends && !of_another && !last.has(Traits::POSSESSIVE) && !the.block().is_furniture()
}

fn finding(reading: &Reading, odd: &[Span], main: &[Span]) -> Finding {
    let text = |span: Span| {
        let text = reading.article.prose[span].split_whitespace().collect::<Vec<_>>().join(" ");
        text.chars().take(28).collect::<String>()
    };
    let message =
        format!("“{}” here, “{}” {}. Please choose one form.", text(odd[0]), text(main[0]), times(main.len()));
    let finding = Finding::at(odd[0]).say(message);
    let finding = odd[1..].iter().take(8).fold(finding, |f, span| f.related(*span, "here too"));
    finding.related(main[0], "the other form")
}
