use crate::diagnostic::Edit;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("spacing/after-comma", Wake::kinds(&[Kind::Comma]), run);

fn run(comma: At, report: &mut Report) {
    let (Some(before), Some(after)) = (comma.prev(), comma.next()) else { return };
    // “1,2” and “x,y” may be coordinates, lists of figures, code: only words tell.
    let runs_together = !after.spaced() && before.kind().is_wordlike() && after.kind().is_wordlike();
    if runs_together {
        let span = before.span().cover(after.span());
        let gap = Span::at(after.span().start as usize);
        report.add(Finding::at(span).fix([Edit::new(gap, " ")]));
    }
}
