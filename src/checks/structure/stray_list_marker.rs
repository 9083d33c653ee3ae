use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Span};

pub const CHECK: Check = Check::article("structure/stray-list-marker", run);

/// In a list without markers one item that has kept its own.
fn run(reading: &Reading, report: &mut Report) {
    let article = reading.article;
    for list in reading.lists().all.iter().filter(|list| list.has_lost_markers()) {
        let mut kept = list.items.iter().filter(|&&n| article.blocks[n].kind == BlockKind::Item);
        let (Some(&item), None) = (kept.next(), kept.next()) else { continue };
        let text = article.blocks[item].span;
        // In plain text the marker stands in the prose, before the block.
        let before = &article.prose[..text.start as usize];
        let line = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line = line + (before[line..].len() - before[line..].trim_start().len());
        let marker = Span { start: line as u32, end: text.start };
        if !marker.is_empty() {
            let others = list.items.iter().filter(|&&n| n != item).map(|&n| article.blocks[n].span.start);
            let places = others.map(|start| Span { start, end: start });
            report.add(places.fold(Finding::at(marker).replace(marker, ""), |f, place| {
                f.related(place, "This item has no marker.")
            }));
        }
    }
}
