use crate::evidence::lists;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Span};

pub const CHECK: Check = Check::article("structure/lost-list-markers", run);

fn run(reading: &Reading, report: &mut Report) {
    let blocks = &reading.article.blocks;
    for list in reading.lists().all.iter().filter(|list| list.has_lost_markers()) {
        let mut lost = list.items.iter().filter(|&&n| blocks[n].kind != BlockKind::Item);
        let shown = |n: usize| lists::label(reading, n).unwrap_or_else(|| first_words(reading, n));
        let Some(&first) = lost.next() else { continue };
        let finding = Finding::at(shown(first)).with("count", list.items.len().to_string());
        report.add(lost.fold(finding, |finding, &n| finding.related(shown(n), "An item, too.")));
    }
}

fn first_words(reading: &Reading, block: usize) -> Span {
    let tokens = &reading.tokens[reading.range(block)];
    tokens.first().map_or(Span::default(), |first| first.span().cover(tokens[tokens.len().min(4) - 1].span()))
}
