use super::odd_item;
use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, Kind, Span};

pub const CHECK: Check = Check::article("structure/odd-item-ending", run);

/// How an item ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Stop,
    Nothing,
}

fn run(reading: &Reading, report: &mut Report) {
    for (_, items) in odd_item::lists(reading) {
        // A list that is one sentence has commas or semicolons, and one with lists in it colons.
        let joined = |item: &InBlock| {
            item.last().is_some_and(|at| matches!(at.kind(), Kind::Comma | Kind::Semicolon | Kind::Colon))
        };
        if items.iter().any(joined) {
            continue;
        }
        let endings: Vec<Option<Ending>> = items.iter().map(|item| ending(*item)).collect();
        let Some((odd, common)) = odd_item::find(&endings) else { continue };
        let stops = endings[odd] == Some(Ending::Stop);
        let sentences = items[odd].each().filter(|at| at.starts_sentence()).count();
        // A stop after the last of several fragments ends the sentence that they make; and where one
        // item is two sentences, the first of them needs a stop and gets company.
        if stops && (odd + 1 == items.len() || sentences > 1) || !report.looks_at(items[odd].block()) {
            continue;
        }
        let (Some(last), Some(other)) = (items[odd].last(), items[common].last()) else { continue };
        let finding = if stops {
            Finding::at(last.span()).with("what", "a full stop").replace(last.span(), "")
        } else {
            let end = Span { start: last.span().end, end: last.span().end };
            Finding::at(last.span()).with("what", "no full stop").replace(end, ".")
        };
        report.add(finding.related(other.span(), "The others end like this."));
    }
}

fn ending(item: InBlock) -> Option<Ending> {
    let next = item.reading.article.blocks.get(item.number + 1);
    if next.is_some_and(|b| b.flags.contains(BlockFlags::CONTINUED)) {
        return None;
    }
    match item.last()?.kind() {
        Kind::Stop => Some(Ending::Stop),
        Kind::Word => Some(Ending::Nothing),
        _ => None,
    }
}
