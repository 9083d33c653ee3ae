use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::article("numbers/heading-sequence", run);

/// Numbered headings (“1. …”, “2. …”) count up by one; one that skips or repeats a number was
/// moved, lost or pasted. A list of the best counts down.
fn run(reading: &Reading, report: &mut Report) {
    let numbered: Vec<(u32, InBlock)> = reading
        .blocks()
        .filter(|block| matches!(block.kind(), BlockKind::Heading(_)) && report.looks_at(block.block()))
        .filter_map(|block| numbered(block).map(|number| (number, block)))
        .collect();
    let counts_down = |pair: Option<&[(u32, InBlock)]>| pair.is_some_and(|p| p[0].0 == p[1].0 + 1);
    for at in 1..numbered.len() {
        let ((last, previous), (number, block)) = (numbered[at - 1], numbered[at]);
        let steps = [
            numbered.get(at - 1..=at),
            at.checked_sub(2).and_then(|from| numbered.get(from..at)),
            numbered.get(at..at + 2),
        ];
        let countdown = counts_down(steps[0]) && steps[1..].iter().any(|pair| counts_down(*pair));
        if block.kind() == previous.kind() && number != last + 1 && number != 1 && !countdown {
            let finding = Finding::at(block.first().map_or(block.span(), |f| f.span()))
                .with("number", number.to_string())
                .with("last", last.to_string())
                .related(previous.span(), "The numbered heading before it.");
            report.add(finding);
        }
    }
}

/// The number at the start of a heading, with a stop or bracket after it.
pub fn numbered(block: InBlock) -> Option<u32> {
    let first = block.first().filter(|t| t.is(Kind::Number))?;
    let mark = first.next().filter(|n| !n.spaced() && matches!(n.kind(), Kind::Stop | Kind::CloseBracket))?;
    let number = first.text().parse().ok().filter(|n| *n < 100)?;
    mark.next().filter(|n| n.spaced()).map(|_| number)
}
