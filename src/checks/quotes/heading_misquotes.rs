use crate::evidence::roots::Root;
use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Span};

pub const CHECK: Check = Check::article("quotes/heading-misquotes", run);

/// So many quotations in headings are looked for.
const MOST: usize = 8;
/// A quotation of fewer words may be an expression or a title.
const LEAST: usize = 4;

fn run(reading: &Reading, report: &mut Report) {
    let quoted = |block: &InBlock| {
        let spans = reading.quotations().spans();
        let from = spans.partition_point(|s| s.start < block.span().start);
        spans[from..].iter().copied().take_while(|s| s.end <= block.span().end).collect::<Vec<Span>>()
    };
    let headings = reading.blocks().filter(|b| matches!(b.kind(), BlockKind::Heading(_)) && report.looks_at(b.block()));
    let quotes: Vec<Span> = headings.flat_map(|heading| quoted(&heading)).take(MOST).collect();
    for quote in quotes {
        if let Some(near) = misquoted(reading, quote) {
            report.add(Finding::at(quote).related(near, "The text quotes it like this."));
        }
    }
}

/// The quotation in the text that this one in a heading nearly is; none if the text has the words.
fn misquoted(reading: &Reading, quote: Span) -> Option<Span> {
    let words = roots_in(reading, quote);
    if words.len() < LEAST {
        return None;
    }
    let telling: Vec<u32> = words.iter().map(|w| w.root).filter(|r| *r != 0).collect();
    let mut near = None;
    for &span in reading.quotations().spans().iter().filter(|s| **s != quote) {
        let heading = reading.article.block_at(span.start).is_some_and(|b| matches!(b.kind, BlockKind::Heading(_)));
        if heading {
            continue;
        }
        let text = roots_in(reading, span);
        if text.windows(words.len()).any(|row| row.iter().zip(&words).all(|(a, b)| a.form == b.form)) {
            return None;
        }
        let shared = telling.iter().filter(|root| text.iter().any(|t| t.root == **root)).count();
        // All words of weight but one, and in the same order.
        if telling.len() > 2 && shared + 1 >= telling.len() && in_order(&telling, &text) {
            near = near.or(Some(span));
        }
    }
    // The words may stand in the text without marks.
    near.filter(|_| !stands_unquoted(reading, &words))
}

fn roots_in(reading: &Reading, span: Span) -> Vec<Root> {
    let tokens = &reading.tokens;
    let from = tokens.partition_point(|t| t.start() < span.start);
    let inside = tokens[from..].iter().take_while(|t| t.end() <= span.end);
    inside.map(|t| reading.roots().of(reading, t)).filter(|r| r.form != 0).collect()
}

/// Whether the shared words come in the same order in the text.
fn in_order(telling: &[u32], text: &[Root]) -> bool {
    let mut places = telling.iter().filter_map(|root| text.iter().position(|t| t.root == *root));
    let Some(mut last) = places.next() else { return false };
    places.all(|place| std::mem::replace(&mut last, place) < place)
}

fn stands_unquoted(reading: &Reading, words: &[Root]) -> bool {
    reading.blocks().filter(|b| !matches!(b.kind(), BlockKind::Heading(_))).any(|block| {
        let roots = roots_in(reading, block.span());
        roots.windows(words.len()).any(|row| row.iter().zip(words).all(|(a, b)| a.form == b.form))
    })
}
