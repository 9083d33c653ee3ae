use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check =
    Check::token("punctuation/doubled-comma", Wake::kinds(&[Kind::Comma]).before(&[Kind::Comma], Traits::empty()), run);

fn run(first: At, report: &mut Report) {
    let Some(second) = first.next() else { return };
    let Some(before) = first.prev() else { return };
    let more = before.is(Kind::Comma) || second.next().is_some_and(|next| next.is(Kind::Comma));
    // „Low marks” typed as two commas.
    let opens = first.spaced() && !second.spaced_after();
    if more || opens {
        return;
    }
    let cut = Span { start: first.span().end, end: second.span().end };
    // Between two commas that stand apart a word may be missing.
    let applicability = if second.spaced() { Applicability::Unsafe } else { Applicability::Safe };
    report.add(Finding::at(before.span().cover(second.span())).replace(cut, "").applicability(applicability));
}
