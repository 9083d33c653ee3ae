use super::odd_item;
use crate::lexicon::Traits;
use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, Kind, MarkKind, Span};

pub const CHECK: Check = Check::article("structure/odd-item-ending", run);

/// How an item ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Stop,
    Nothing,
    /// In a list that is one sentence.
    Comma,
    Semicolon,
}

fn run(reading: &Reading, report: &mut Report) {
    for (_, items) in odd_item::lists(reading) {
        // Colons lead to lists in it.
        if items.iter().any(|item| item.last().is_some_and(|at| at.is(Kind::Colon))) {
            continue;
        }
        let mut endings: Vec<Option<Ending>> = items.iter().map(|item| ending(*item)).collect();
        if endings.iter().any(|ending| matches!(ending, Some(Ending::Comma | Ending::Semicolon))) {
            in_sentence(&items, &mut endings, report);
            continue;
        }
        let Some((odd, common)) = odd_item::find(&endings) else { continue };
        let stops = endings[odd] == Some(Ending::Stop);
        let sentences = items[odd].each().filter(|at| at.starts_sentence()).count();
        // A stop after the last of several fragments ends the sentence that they make; and where one
        // item is two sentences, the first of them needs a stop and gets company.
        if stops && (odd + 1 == items.len() || sentences > 1) || !report.looks_at(items[odd].block()) {
            continue;
        }
        let (Some(last), Some(other)) = (items[odd].last(), items[common].last()) else { continue };
        // The stop of a title
        if stops && last.marked(MarkKind::Link) {
            continue;
        }
        let finding = if stops {
            Finding::at(last.span()).with("what", "a full stop").replace(last.span(), "")
        } else {
            let end = Span { start: last.span().end, end: last.span().end };
            Finding::at(last.span()).with("what", "no full stop").replace(end, ".")
        };
        report.add(finding.related(other.span(), "The others end like this."));
    }
}

/// A list that is one sentence has commas or semicolons, and ends as it likes.
fn in_sentence(items: &[InBlock], endings: &mut [Option<Ending>], report: &mut Report) {
    if let [.., before, last] = endings {
        (*before, *last) = (before.filter(|ending| *ending != Ending::Nothing), None);
    }
    let Some((odd, common)) = odd_item::find(endings) else { return };
    let (Some(last), Some(other)) = (items[odd].last(), items[common].last()) else { return };
    let what = match endings[odd] {
        Some(Ending::Stop) => "a full stop",
        Some(Ending::Comma) => "a comma",
        Some(Ending::Semicolon) => "a semicolon",
        _ => "no mark",
    };
    let several = items[odd].each().filter(|at| at.starts_sentence()).count() > 1;
    let joined = matches!(endings[common], Some(Ending::Comma | Ending::Semicolon));
    if !joined || several || last.word_is("and") || last.word_is("or") || !report.looks_at(items[odd].block()) {
        return;
    }
    let mark = other.text();
    let finding = match last.kind() {
        Kind::Word => Finding::at(last.span()).replace(Span { start: last.span().end, end: last.span().end }, mark),
        _ => Finding::at(last.span()).replace(last.span(), mark),
    };
    report.add(finding.with("what", what).related(other.span(), "The others end like this."));
}

fn ending(item: InBlock) -> Option<Ending> {
    let next = item.reading.article.blocks.get(item.number + 1);
    if next.is_some_and(|b| b.flags.contains(BlockFlags::CONTINUED)) {
        return None;
    }
    let last = item.last()?;
    match last.kind() {
        // “Jan B.”
        Kind::Stop if last.prev().is_some_and(|prev| prev.has(Traits::LETTER)) => None,
        Kind::Stop => Some(Ending::Stop),
        Kind::Word => Some(Ending::Nothing),
        Kind::Comma => Some(Ending::Comma),
        Kind::Semicolon => Some(Ending::Semicolon),
        _ => None,
    }
}
