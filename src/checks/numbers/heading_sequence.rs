use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::article("numbers/heading-sequence", run);

/// Numbered headings (“1. …”, “2. …”) count up by one; one that skips or repeats a number was
/// moved, lost or pasted.
fn run(reading: &Reading, report: &mut Report) {
    let mut before: Option<(u32, InBlock)> = None;
    for block in reading.blocks() {
        let BlockKind::Heading(level) = block.kind() else { continue };
        let same_level = |other: InBlock| matches!(other.kind(), BlockKind::Heading(l) if l == level);
        let Some(number) = numbered(block).filter(|_| report.looks_at(block.block())) else { continue };
        if let Some((last, previous)) = before.filter(|(_, b)| same_level(*b))
            && number != last + 1
            && number != 1
        {
            let finding = Finding::at(block.first().map_or(block.span(), |f| f.span()))
                .with("number", number.to_string())
                .with("last", last.to_string())
                .related(previous.span(), "The numbered heading before it.");
            // Where the count started in the middle nobody knows what it counts.
            report.add(finding);
        }
        before = Some((number, block));
    }
}

/// The number at the start of a heading, with a stop or bracket after it.
fn numbered(block: InBlock) -> Option<u32> {
    let first = block.first().filter(|t| t.is(Kind::Number))?;
    let mark = first.next().filter(|n| !n.spaced() && matches!(n.kind(), Kind::Stop | Kind::CloseBracket))?;
    let number = first.text().parse().ok().filter(|n| *n < 100)?;
    mark.next().filter(|n| n.spaced()).map(|_| number)
}
