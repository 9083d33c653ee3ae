use crate::checks::grouped::Grouped;
use crate::diagnostic::{Edit, Level};
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Report};
use crate::text::{Kind, Kinds, Span, TokenFlags};

pub const CHECK: Check = Check::article("punctuation/spaced-hyphen", run);

fn run(reading: &Reading, report: &mut Report) {
    if memchr::memmem::find(reading.article.prose.as_bytes(), b" - ").is_none() {
        return;
    }
    let dashes = reading.dashes();
    let dash = if dashes.any() { dashes.habit() } else { " – " };
    let mut all = Grouped::new(reading);
    let hyphens = reading.signs(Kinds::of(&[Kind::Hyphen]));
    for index in hyphens.filter(|&index| reading.tokens[index].spaced()) {
        let hyphen = reading.at(index);
        if let Some((before, after)) = words_around(hyphen)
            && report.looks_at(&hyphen.block().as_copy())
        {
            let span = Span { start: before.span().end, end: after.span().start };
            all.add("-", before.span().cover(after.span()), [Edit::new(span, dash)]);
        }
    }
    // An article that has dashes elsewhere disagrees with itself.
    all.report(report, |_, finding| {
        let finding = finding.with("dash", dash.trim());
        match first_dash(reading, dash) {
            Some(own) => finding.level(Level::Warning).related(own, "the article’s dash"),
            None => finding,
        }
    });
}

/// Where the article first sets the dash between words that it has.
fn first_dash(reading: &Reading, dash: &str) -> Option<Span> {
    if !reading.dashes().any() {
        return None;
    }
    let dashes = reading.signs(Kinds::of(&[Kind::Dash])).map(|index| reading.at(index));
    let own = |at: &At| at.text() == dash.trim() && at.spaced() == dash.starts_with(' ') && at.prev().is_some();
    let first = dashes.into_iter().find(own);
    first.map(|at| at.span())
}

/// The two words that a hyphen with spaces parts, where it can be meant for a dash.
fn words_around(hyphen: At) -> Option<(At, At)> {
    if hyphen.text() != "-" {
        return None;
    }
    let (before, after) = (hyphen.prev()?, hyphen.next().filter(|after| after.spaced())?);
    // Titles, scores, sums and the parts of a list are joined in the same way.
    let words = |at: At| at.is(Kind::Word) && at.has(Traits::LOWER) && at.has(Traits::KNOWN) && !at.has(Traits::LETTER);
    let broken = after.flags().union(hyphen.flags()).intersects(TokenFlags::LINE | TokenFlags::WIDE);
    (words(before) && words(after) && !broken).then_some((before, after))
}
