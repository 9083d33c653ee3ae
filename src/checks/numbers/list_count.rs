//! “Three reasons”, then a list of four items: one with markers, or headings with numbers. Lists that
//! run in a sentence are `numbers/series-count`'s.

use super::heading_sequence::numbered;
use super::series_count::{in_words, is_part, noun};
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, BlockKind, Format, Kind, numeral};

pub const CHECK: Check = Check::article("numbers/list-count", run);

/// A list of more items is no list of reasons, steps or ways.
const MOST: u64 = 30;

fn run(reading: &Reading, report: &mut Report) {
    headings(reading, report);
    let blocks: Vec<InBlock> = reading.blocks().collect();
    for (number, pair) in blocks.windows(2).enumerate() {
        let (lead, item) = (pair[0], pair[1]);
        if item.kind() != BlockKind::Item || lead.kind() == BlockKind::Item || !report.looks_at(lead.block()) {
            continue;
        }
        let announces = matches!(lead.kind(), BlockKind::Heading(_)) || lead.text().ends_with(':');
        let Some((count, stated)) = announced(lead).filter(|_| announces) else { continue };
        let items = items(reading, &blocks[number + 1..]);
        let Some(items) = items else { continue };
        if items != stated && items > 1 {
            let list = item.span();
            let finding = Finding::at(count.span().cover(noun(count).map_or(count.span(), |n| n.span())))
                .with("items", in_words(items))
                .related(list, "The list starts here.");
            report.add(finding);
        }
    }
}

/// “Seven ways to cook an egg” over headings that are numbered from 1 to 6.
fn headings(reading: &Reading, report: &mut Report) {
    let level = |block: &InBlock| match block.kind() {
        BlockKind::Heading(level) => Some(level),
        _ => None,
    };
    let Some(title) = reading.blocks().next().filter(|title| level(title).is_some() && report.looks_at(title.block()))
    else {
        return;
    };
    let Some((count, stated)) = announced(title) else { return };
    let mut sections = reading.blocks().skip(1).filter(|block| level(block).is_some()).peekable();
    let own = sections.peek().and_then(level);
    let numbers: Vec<u32> = sections.filter(|block| level(block) == own).filter_map(numbered).collect();
    let in_order = numbers.iter().zip(1..).all(|(number, expected)| *number == expected);
    let items = numbers.len() as u64;
    if items > 2 && in_order && items != stated {
        let whole = count.span().cover(noun(count).map_or(count.span(), |n| n.span()));
        report.add(Finding::at(whole).with("items", in_words(items)));
    }
}

/// The one number of things in the last sentence of the block: “There are three reasons:”.
fn announced(lead: InBlock) -> Option<(At, u64)> {
    let start = lead.last()?.sentence_start();
    let counts = std::iter::successors(Some(start), |at| at.next()).filter_map(|at| {
        let value = numeral::value(at.text()).filter(|v| (2..=MOST).contains(v))?;
        let plain = matches!(at.kind(), Kind::Word | Kind::Number) && noun(at).is_some() && !is_part(at);
        plain.then_some((at, value))
    });
    // “We take three of the five:” counts a part.
    let of_more = |at: At| {
        let of = at.prev().filter(|the| the.word_is("the")).and_then(At::prev).filter(|of| of.word_is("of"));
        of.and_then(At::prev).is_some_and(|part| numeral::value(part.text()).is_some())
    };
    let counts: Vec<(At, u64)> = counts.filter(|(at, _)| !of_more(*at)).take(2).collect();
    // With two numbers nobody knows which one counts the list.
    <[_; 1]>::try_from(counts).ok().map(|[count]| count)
}

/// How many items the list has, those of lists within it not counted.
fn items(reading: &Reading, blocks: &[InBlock]) -> Option<u64> {
    let source = reading.article.source;
    let indent = |block: &InBlock| {
        let at = reading.article.map.source(block.span()).start as usize;
        let line = source[..at].rfind('\n').map_or(0, |n| n + 1);
        source[line..at].bytes().take_while(|b| matches!(b, b' ' | b'\t' | b'>')).count()
    };
    let list = blocks.iter().take_while(|b| b.kind() == BlockKind::Item);
    // Lists in HTML nest without a trace in the blocks, and one may follow another.
    if reading.article.format == Format::Html {
        let last = list.clone().last()?;
        let [start, end] = [blocks[0], *last].map(|b| reading.article.map.source(b.span()).start as usize);
        if source[start..end].contains("<ul") || source[start..end].contains("<ol") {
            return None;
        }
        return Some(list.filter(|b| !b.has(BlockFlags::CONTINUED)).count() as u64);
    }
    let own: Vec<usize> = list.filter(|b| !b.has(BlockFlags::CONTINUED)).map(indent).collect();
    let first = own.first().copied().unwrap_or(0);
    Some(own.iter().filter(|indent| **indent <= first).count() as u64)
}
