use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("structure/lost-character", run);

/// What a program puts where it could not read what was there.
const LOST: char = '\u{FFFD}';

/// Text loses many characters at once, for one reason: one finding shows all places.
fn run(reading: &Reading, report: &mut Report) {
    const MOST: usize = 20;
    let prose = &reading.article.prose;
    if prose.is_ascii() {
        return;
    }
    let mut places = prose.match_indices(LOST).map(|(at, lost)| Span::new(at, at + lost.len()));
    let copy = |span: &Span| {
        reading.article.block_at(span.start).is_some_and(|b| b.span.contains(*span) && report.looks_at(b))
    };
    let Some(first) = places.by_ref().find(copy) else { return };
    let mut runs = vec![first];
    for place in places.filter(copy) {
        let count = runs.len();
        match &mut runs[count - 1] {
            run if run.end == place.start => run.end = place.end,
            _ if count == MOST => break,
            _ => runs.push(place),
        }
    }
    let finding = Finding::at(runs[0]);
    report.add(runs[1..].iter().fold(finding, |finding, place| finding.related(*place, "Here too.")));
}
