use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, BlockKind, Format, Kind, Span, TokenFlags};

pub const CHECK: Check = Check::article("structure/stray-list-marker", run);

fn run(reading: &Reading, report: &mut Report) {
    among_unmarked(reading, report);
    alone(reading, report);
    in_line(reading, report);
}

/// In a list without markers one item that has kept its own.
fn among_unmarked(reading: &Reading, report: &mut Report) {
    let blocks = &reading.article.blocks;
    for list in reading.lists().all.iter().filter(|list| list.has_lost_markers()) {
        let mut kept = list.items.iter().filter(|&&n| blocks[n].kind == BlockKind::Item);
        let (Some(&item), None) = (kept.next(), kept.next()) else { continue };
        let marker = marker(reading, item);
        if !marker.is_empty() {
            let others = list.items.iter().filter(|&&n| n != item).map(|&n| blocks[n].span.start);
            let places = others.map(|start| Span { start, end: start });
            report.add(places.fold(Finding::at(marker).replace(marker, ""), |f, place| {
                f.related(place, "This item has no marker.")
            }));
        }
    }
}

/// The only item of a text, a sentence between paragraphs.
fn alone(reading: &Reading, report: &mut Report) {
    let mut items = reading.lists().all.iter().flat_map(|list| &list.items);
    let (Some(&item), None) = (items.next(), items.next()) else { return };
    let block = |number: usize| InBlock { reading, number };
    let paragraph = |number: usize| {
        number < reading.article.blocks.len()
            && block(number).kind() == BlockKind::Paragraph
            && block(number).last().is_some_and(|at| at.is(Kind::Stop))
            && !block(number).has(BlockFlags::LINES)
    };
    let plain = reading.article.format == Format::Plain && block(item).kind() == BlockKind::Item;
    let sentence = block(item).last().is_some_and(|at| at.is(Kind::Stop));
    let between = item > 0 && paragraph(item - 1) && paragraph(item + 1);
    let marker = marker(reading, item);
    let plain = plain && !is_note(reading, marker);
    if plain && sentence && between && !marker.is_empty() && report.looks_at(block(item).block()) {
        let message = "This marker stands before a paragraph that is no list. Please take it out, or set the list.";
        report.add(Finding::at(marker).say(message).replace(marker, ""));
    }
}

/// “in the country*, …”: a star behind a word sends readers to the note that starts with it.
fn is_note(reading: &Reading, marker: Span) -> bool {
    let prose = reading.article.prose.as_bytes();
    let star = reading.article.text(marker).trim() == "*";
    star && memchr::memchr_iter(b'*', prose).any(|at| {
        let before = at.checked_sub(1).map(|before| prose[before]);
        before.is_some_and(|b| b.is_ascii_alphanumeric()) && !prose.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
    })
}

/// Bullets in a line of running text: “The bag holds: • a lamp • a rope.”
fn in_line(reading: &Reading, report: &mut Report) {
    if !reading.marks.contains(Kind::Symbol) || !reading.article.prose.contains('•') {
        return;
    }
    for block in reading.blocks().filter(|b| b.kind() == BlockKind::Paragraph) {
        if !block.text().contains('•') || !report.looks_at(block.block()) {
            continue;
        }
        let inner = |at: &At| !at.flags().contains(TokenFlags::LINE) && at.next().is_some();
        let mut bullets = block.each().filter(|at| at.text() == "•" && inner(at));
        // Between the names of a line the bullet is an ornament.
        let Some(first) = bullets.next().filter(|first| first.prev().is_some_and(introduces)) else { continue };
        let message =
            "This list runs on in one line. Please set each item in a line of its own, or take the bullets out.";
        let finding = Finding::at(first.span()).say(message);
        report.add(bullets.take(8).fold(finding, |finding, at| finding.related(at.span(), "Another bullet.")));
    }
}

fn introduces(before: At) -> bool {
    matches!(before.kind(), Kind::Stop | Kind::Colon)
}

/// In plain text the marker stands in the prose, before the block.
fn marker(reading: &Reading, item: usize) -> Span {
    let article = reading.article;
    let text = article.blocks[item].span;
    let before = &article.prose[..text.start as usize];
    let line = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line = line + (before[line..].len() - before[line..].trim_start().len());
    Span { start: line as u32, end: text.start }
}
