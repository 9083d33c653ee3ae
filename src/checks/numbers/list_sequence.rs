use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Format, Span};

pub const CHECK: Check = Check::article("numbers/list-sequence", run);

/// Numbered items count up by one. In Markdown and HTML readers see the numbers that the program gives.
fn run(reading: &Reading, report: &mut Report) {
    if reading.article.format != Format::Plain {
        return;
    }
    let mut before: Option<Item> = None;
    let blocks = reading.blocks().filter(|block| block.kind() == BlockKind::Item && report.looks_at(block.block()));
    for item in blocks.map(item).collect::<Vec<_>>() {
        if let (Some(last), Some(item)) = (before, item)
            && last.block + 1 == item.block
        {
            let counted = last.counts || last.number == 1;
            let goes_on = item.number == last.number + 1;
            // A new list starts with 1; the best of ten come last.
            if counted && !goes_on && item.number != 1 && last.number != item.number + 1 {
                let finding = Finding::at(item.marker)
                    .with("number", item.number.to_string())
                    .with("last", last.number.to_string())
                    .related(last.marker, "The numbered item before it.");
                report.add(finding);
            }
            before = Some(Item { counts: goes_on || counted && item.number > last.number, ..item });
        } else {
            before = item;
        }
    }
}

#[derive(Clone, Copy)]
struct Item {
    number: u32,
    block: usize,
    /// Its number, without the mark behind it.
    marker: Span,
    /// Whether the items before it count up to it.
    counts: bool,
}

/// The number before an item, with a stop or bracket after it.
fn item(block: InBlock) -> Option<Item> {
    let (prose, end) = (&block.reading.article.prose, block.span().start as usize);
    let line = prose[..end].rfind('\n').map_or(0, |at| at + 1);
    let start = line + prose[line..end].find(|c: char| c.is_ascii_digit())?;
    let digits = prose[start..end].bytes().take_while(u8::is_ascii_digit).count();
    let number = prose[start..start + digits].parse().ok()?;
    Some(Item { number, block: block.number, marker: Span::new(start, start + digits), counts: false })
}
