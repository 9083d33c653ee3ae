use crate::diagnostic::{Applicability, Edit};
use crate::evidence::Headings;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, Kind};

pub const CHECK: Check = Check::article("consistency/heading-stop", run);

fn run(reading: &Reading, report: &mut Report) {
    let headings: &Headings = reading.headings();
    let levels = headings.all.iter().map(|h| h.level).max().unwrap_or(0);
    for level in 1..=levels {
        let same = || headings.all.iter().filter(|h| h.level == level).filter_map(|h| last(reading, h.block));
        // Marks that headings have by right say nothing.
        let (with, without): (Vec<At>, Vec<At>) = same()
            .filter(|at| !matches!(at.kind(), Kind::Question | Kind::Exclamation | Kind::Ellipsis | Kind::Abbreviation))
            .partition(|at| at.is(Kind::Stop));
        if with.is_empty() || with.len() >= without.len() {
            continue;
        }
        let edits = with.iter().map(|stop| Edit::new(stop.span(), ""));
        let mut finding = Finding::at(with[0].span()).fix(edits.collect::<Vec<_>>());
        // Where so many have a stop, who says which are right?
        if with.len() * 3 > without.len() {
            finding = finding.applicability(Applicability::Manual);
        }
        finding = finding.with("count", without.len().to_string());
        finding = with[1..].iter().fold(finding, |f, stop| f.related(stop.span(), "here too"));
        report.add(finding);
    }
}

/// The last token of a heading of one sentence.
fn last<'r>(reading: &'r Reading<'r>, block: usize) -> Option<At<'r>> {
    let range = reading.range(block);
    let block = &reading.article.blocks[block];
    let last = reading.at(range.end.checked_sub(1).filter(|&at| at >= range.start)?);
    let sentences = range.filter(|&at| reading.at(at).starts_sentence()).count();
    (sentences < 2 && !block.flags.contains(BlockFlags::LINES)).then_some(last)
}
