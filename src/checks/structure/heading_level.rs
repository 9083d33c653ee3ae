use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::Format;

pub const CHECK: Check = Check::article("structure/heading-level", run);

fn run(reading: &Reading, report: &mut Report) {
    // In plain text levels are guessed.
    if reading.article.format == Format::Plain {
        return;
    }
    let headings = &reading.headings().all;
    let mut found: Option<Finding> = None;
    for pair in headings.windows(2).filter(|pair| pair[1].level > pair[0].level + 1) {
        let span = |at: usize| reading.article.blocks[pair[at].block].span;
        found = Some(match found {
            Some(finding) => finding.related(span(1), "here too"),
            None => Finding::at(span(1))
                .with("level", pair[1].level.to_string())
                .with("above", pair[0].level.to_string())
                .related(span(0), format!("a heading of level {}", pair[0].level)),
        });
    }
    found.into_iter().for_each(|finding| report.add(finding));
}
