use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("structure/lost-character", Wake::kinds(&[Kind::Odd]), run);

/// U+FFFD stands where a program could not read what was there. A run of them is one finding.
fn run(at: At, report: &mut Report) {
    let lost = |at: At| at.text().starts_with('\u{FFFD}');
    if !lost(at) || at.prev().is_some_and(|prev| lost(prev) && !at.spaced()) {
        return;
    }
    let mut last = at;
    while let Some(next) = last.next().filter(|next| lost(*next) && !next.spaced()) {
        last = next;
    }
    report.add(Finding::at(at.span().cover(last.span())));
}
