use crate::checks::grouped::Grouped;
use crate::diagnostic::Edit;
use crate::reading::{At, Reading};
use crate::rule::{Check, Report};
use crate::text::{Span, TokenFlags};

pub const CHECK: Check = Check::article("structure/no-break-spaces", run);

const NO_BREAK: char = '\u{A0}';

/// A no-break space beside another space: an editor's program has kept what was typed twice.
fn run(reading: &Reading, report: &mut Report) {
    if !reading.article.prose.contains(NO_BREAK) {
        return;
    }
    let mut gaps = Grouped::new(reading);
    for (index, _) in reading.tokens.iter().enumerate().filter(|(_, t)| t.flags.contains(TokenFlags::WIDE)) {
        let at = reading.at(index);
        if let Some(gap) = doubled(at).filter(|_| report.looks_at(at.block().block())) {
            gaps.add("gap", gap, [Edit::new(gap, " ")]);
        }
    }
    gaps.report(report, |_, finding| finding);
}

fn doubled(at: At) -> Option<Span> {
    let gap = at.gap();
    let text = at.reading.article.text(gap);
    let doubled = text.contains(NO_BREAK) && text.chars().nth(1).is_some() && !text.contains(['\n', '\t']);
    // Columns are set with them.
    let columns = text.chars().nth(4).is_some();
    (doubled && !columns).then_some(gap)
}
