use crate::evidence::repeats::Passage;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("quotes/two-versions", run);

fn run(reading: &Reading, report: &mut Report) {
    for passage in reading.repeats().passages().iter().filter(|p| differs(reading, p)) {
        report.add(Finding::at(passage.places[1]).related(passage.places[0], "The same words stand here otherwise."));
    }
}

/// Whether two quotations of the same words disagree, and do not say so by brackets or dots.
fn differs(reading: &Reading, passage: &Passage) -> bool {
    let marked =
        |span: Span| reading.article.prose[span].contains(['[', '…']) || reading.article.prose[span].contains("...");
    passage.quoted == 2
        && passage.changes > 0
        && passage.telling > 2
        && passage.words > 6
        && !passage.places.iter().take(2).any(|span| marked(*span))
}
