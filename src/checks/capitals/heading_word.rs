use super::is_program_here;
use crate::diagnostic::{Applicability, Edit, Level};
use crate::evidence::headings::{Belief, Heading};
use crate::lexicon::{Traits, capitalised};
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::Kind;

pub const CHECK: Check = Check::article("capitals/heading-word", run);

/// A short word, in bytes.
const SHORT: usize = 4;

fn run(reading: &Reading, report: &mut Report) {
    let headings = reading.headings();
    for heading in &headings.all {
        if report.looks_at(&reading.article.blocks[heading.block])
            && let Some(belief) = headings.meant_as_headline(heading)
        {
            finding(reading, heading, belief).into_iter().for_each(|finding| report.add(finding));
        }
    }
}

fn finding(reading: &Reading, heading: &Heading, belief: Belief) -> Option<Finding> {
    let lowered = heading.lowered.iter().map(|&at| reading.at(at));
    let words: Vec<_> = lowered.filter(|word| !is_program_here(*word) && !ends_pointer(*word)).collect();
    let first = words.first()?;
    // Every headline style has “Is” and “Your”, but many who know their style miss them; longer words
    // of these classes (“Could”, “Another”) look wrong to them too.
    let closed = |traits: Traits| words.iter().all(|w| w.has(traits));
    let short = words.iter().all(|w| w.text().len() <= SHORT);
    let pronouns = closed(Traits::PRONOUN | Traits::DETERMINER);
    let broken = InBlock { reading, number: heading.block }.has_next_line();
    let safe = belief == Belief::Sure && !pronouns && !broken;
    let edits = words.iter().map(|w| Edit::new(w.span(), capitalised(w.text())));
    let mut finding = Finding::at(first.span()).fix(edits.collect::<Vec<_>>());
    if short && (pronouns || closed(Traits::AUXILIARY)) {
        finding = finding.level(Level::Suggestion);
    } else if !safe {
        finding = finding.level(Level::Warning);
    }
    if !safe {
        finding = finding.applicability(Applicability::Unsafe);
    }
    if let [first, second, ..] = words[..] {
        let message = format!(
            "“{}” and “{}” have no capital, unlike the other main words of this heading.",
            first.text(),
            second.text()
        );
        finding = finding.say(message);
        for word in &words[1..] {
            finding = finding.related(word.span(), "also without a capital");
        }
    }
    Some(finding)
}

/// “Also read: Mill Burns Down”, “See video: …”: what points to another piece is no part of its headline.
fn ends_pointer(word: At) -> bool {
    let opens = |at: At| matches!(at.text(), "Also" | "See" | "More" | "Watch" | "Read" | "Must" | "Next");
    word.next().is_some_and(|next| next.is(Kind::Colon)) && word.prev().is_some_and(|p| opens(p) && p.prev().is_none())
}
