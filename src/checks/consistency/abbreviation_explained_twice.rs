use crate::diagnostic::Level;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{MarkKind, Span};

pub const CHECK: Check = Check::article("consistency/abbreviation-explained-twice", run);

/// Within so many tokens of the first explanation, readers still know it.
const NEAR: usize = 200;

fn run(reading: &Reading, report: &mut Report) {
    let definitions = reading.definitions();
    if !definitions.terms.iter().any(|term| term.explained.len() > 1) {
        return;
    }
    let repeats = Repeats::of(reading);
    for term in &definitions.terms {
        let [first, again @ ..] = term.explained.as_slice() else { continue };
        let place = |number: usize| reading.tokens[definitions.all[number].short].span();
        let long = |number: usize| super::abbreviation_meaning::long_form(reading, &definitions.all[number]);
        let again: Vec<usize> = again.iter().copied().filter(|&n| long(n) == long(*first)).collect();
        let index = |number: usize| definitions.all[number].short;
        let again: Vec<usize> = again.into_iter().filter(|&n| !repeats.contain(place(n))).collect();
        let Some((second, rest)) = again.split_first() else { continue };
        let finding = Finding::at(place(*second)).related(place(*first), "explained here first");
        let own = [*first, *second].into_iter().all(|number| !is_anothers(reading.at(index(number))));
        let near = own && index(*second) - index(*first) <= NEAR;
        let finding = if near { finding } else { finding.level(Level::Suggestion) };
        report.add(rest.iter().fold(finding, |f, &n| f.related(place(n), "and here again")));
    }
}

/// The sentences that stand twice, where they stand again: what is in one of them is one fault, not two.
/// By start, each with the farthest end of those up to it.
struct Repeats(Vec<Span>);

impl Repeats {
    fn of(reading: &Reading) -> Repeats {
        let passages = reading.repeats().passages().iter().filter(|p| p.sentences > 0);
        let mut again: Vec<Span> = passages.flat_map(|p| &p.places[1..]).copied().collect();
        again.sort_unstable();
        let mut end = 0;
        for span in &mut again {
            end = end.max(span.end);
            span.end = end;
        }
        Repeats(again)
    }

    fn contain(&self, place: Span) -> bool {
        let before = self.0.partition_point(|repeat| repeat.start <= place.start);
        self.0[..before].last().is_some_and(|repeat| repeat.end >= place.end)
    }
}

/// Whether it stands in somebody else's words: a quotation, or a link that gives the title of another
/// text.
fn is_anothers(at: At) -> bool {
    at.quoted() || at.marked(MarkKind::Link)
}
