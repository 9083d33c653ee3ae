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
    let mut quotes: Vec<Quote> = quotes.into_iter().filter_map(|span| Quote::of(reading, span)).collect();
    if quotes.is_empty() {
        return;
    }
    for &span in reading.quotations().spans() {
        let heading = reading.article.block_at(span.start).is_some_and(|b| matches!(b.kind, BlockKind::Heading(_)));
        if !heading {
            let text = roots_in(reading, span);
            quotes.iter_mut().for_each(|quote| quote.compare(span, &text));
        }
    }
    for quote in quotes {
        // The words may stand in the text without marks.
        if let Some(near) = quote.near.filter(|_| !quote.right && !stands_unquoted(reading, &quote.words)) {
            report.add(Finding::at(quote.span).related(near, "The text quotes it like this."));
        }
    }
}

/// A quotation in a heading, and what the text has of it.
struct Quote {
    span: Span,
    words: Vec<Root>,
    telling: Vec<u32>,
    /// Whether the text has the same words.
    right: bool,
    /// The first quotation in the text that this one nearly is.
    near: Option<Span>,
}

impl Quote {
    fn of(reading: &Reading, span: Span) -> Option<Quote> {
        let words = roots_in(reading, span);
        let telling = words.iter().map(|w| w.root).filter(|r| *r != 0).collect();
        (words.len() >= LEAST).then_some(Quote { span, words, telling, right: false, near: None })
    }

    /// Lays a quotation of the text beside it.
    fn compare(&mut self, span: Span, text: &[Root]) {
        let Quote { words, telling, .. } = self;
        let same = |row: &[Root]| row.iter().zip(&*words).all(|(a, b)| a.form == b.form);
        self.right |= text.windows(words.len()).any(same);
        // A part of a title is no other version of it.
        let part = text.len() + 1 < words.len();
        if self.near.is_some() || telling.len() < 3 || part {
            return;
        }
        // All words of weight but one, and in the same order.
        let shared = telling.iter().filter(|root| text.iter().any(|t| t.root == **root)).count();
        if shared + 1 >= telling.len() && in_order(telling, text) {
            self.near = Some(span);
        }
    }
}

fn roots_in(reading: &Reading, span: Span) -> Vec<Root> {
    let tokens = &reading.tokens;
    let from = reading.token_at(span.start);
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
