use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Span;

pub const CHECK: Check = Check::token("capitals/acronym-plural", Wake::words(PLURALS).having(Traits::UPPER), run);

/// Acronyms of what is counted, with their S; none is the acronym of something else that papers write of.
const PLURALS: &[&str] = &[
    "atms", "ceos", "cfos", "cpus", "ctos", "dvds", "faqs", "gpus", "ipos", "ngos", "pdfs", "suvs", "tvs", "urls",
    "vips",
];

fn run(at: At, report: &mut Report) {
    // In a heading or a label all words may be in capitals.
    let in_capitals = |beside: Option<At>| beside.is_some_and(|at| at.has(Traits::UPPER) && at.span().len() > 1);
    if !in_capitals(at.prev()) && !in_capitals(at.next()) && at.block().tokens().len() > 3 {
        let end = at.span().end as usize;
        report.add(Finding::at(at.span()).replace(Span::new(end - 1, end), "s"));
    }
}
