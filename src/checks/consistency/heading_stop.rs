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
        let telling: Vec<At> = same()
            .filter(|at| !matches!(at.kind(), Kind::Question | Kind::Exclamation | Kind::Ellipsis | Kind::Abbreviation))
            .collect();
        for (kind, mark) in [(Kind::Stop, "full stop"), (Kind::Colon, "colon")] {
            odd(&telling, kind, mark, report);
        }
    }
}

/// Reports the headings that end with this mark, if they are the fewer.
fn odd(headings: &[At], kind: Kind, mark: &str, report: &mut Report) {
    let (with, others): (Vec<At>, Vec<At>) = headings.iter().partition(|at| at.is(kind));
    let without = others.iter().filter(|at| !matches!(at.kind(), Kind::Stop | Kind::Colon)).count();
    if with.is_empty() || with.len() >= without {
        return;
    }
    let edits = with.iter().map(|mark| Edit::new(mark.span(), ""));
    let mut finding = Finding::at(with[0].span()).fix(edits.collect::<Vec<_>>());
    // Where so many have one, who says which are right?
    if with.len() * 3 > without {
        finding = finding.applicability(Applicability::Manual);
    }
    finding = finding.with("mark", mark).with("count", without.to_string());
    finding = with[1..].iter().fold(finding, |f, mark| f.related(mark.span(), "here too"));
    report.add(finding);
}

/// The last token of a heading of one sentence.
fn last<'r>(reading: &'r Reading<'r>, block: usize) -> Option<At<'r>> {
    let range = reading.range(block);
    let block = &reading.article.blocks[block];
    let last = reading.at(range.end.checked_sub(1).filter(|&at| at >= range.start)?);
    let sentences = range.filter(|&at| reading.at(at).starts_sentence()).count();
    (sentences < 2 && !block.flags.contains(BlockFlags::LINES)).then_some(last)
}
