use crate::diagnostic::Level;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check = Check::token("punctuation/spaced-hyphen", Wake::kinds(&[Kind::Hyphen]), run);

fn run(hyphen: At, report: &mut Report) {
    if !hyphen.spaced() || hyphen.text() != "-" {
        return;
    }
    let (Some(before), Some(after)) = (hyphen.prev(), hyphen.next().filter(|after| after.spaced())) else { return };
    // Titles, scores, sums and the parts of a list are joined in the same way.
    let words = |at: At| at.is(Kind::Word) && at.has(Traits::LOWER) && at.has(Traits::KNOWN) && !at.has(Traits::LETTER);
    let broken = after.flags().union(hyphen.flags()).intersects(TokenFlags::LINE | TokenFlags::WIDE);
    if !words(before) || !words(after) || broken {
        return;
    }
    let dashes = hyphen.reading.dashes();
    let dash = if dashes.any() { dashes.habit() } else { " – " };
    let span = Span { start: before.span().end, end: after.span().start };
    let finding = Finding::at(before.span().cover(after.span())).replace(span, dash).with("dash", dash.trim());
    // An article that has dashes elsewhere disagrees with itself.
    report.add(if dashes.any() { finding.level(Level::Warning) } else { finding });
}
