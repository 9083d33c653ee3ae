use crate::diagnostic::Level;
use crate::evidence::roots::Root;
use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::sieve::Sieve;
use crate::text::{BlockFlags, BlockKind, Span, Token};

pub const CHECK: Check = Check::article("quotes/heading-misquotes", run);

/// So many quotations in headings are looked for.
const MOST: usize = 8;
/// A quotation of fewer words may be an expression, which nobody has to have said.
const SAYING: usize = 4;
/// In an article of fewer tokens the quotation may be all that it has to say.
const ARTICLE: usize = 60;

fn run(reading: &Reading, report: &mut Report) {
    let spans = reading.quotations().spans();
    // A heading within a block quotation is quoted itself.
    let open = |b: &InBlock| is_heading(*b) && !b.has(BlockFlags::QUOTATION) && report.looks_at(b.block());
    let headings = reading.blocks().filter(open).map(InBlock::span);
    let quoted = headings.flat_map(|heading| {
        let from = spans.partition_point(|s| s.start < heading.start);
        // A line whose quotation goes on in the next is no heading.
        spans[from..].iter().copied().take_while(move |s| s.end < heading.end)
    });
    let mut quotes: Vec<Quote> = quoted.take(MOST).filter_map(|span| Quote::of(reading, span)).collect();
    if quotes.is_empty() {
        return;
    }
    // Most quotations of a long text share no word with those in its headings.
    let telling = || quotes.iter().flat_map(|quote| &quote.telling);
    let mut sought = Sieve::new(4 * telling().count());
    for root in telling() {
        sought.insert(*root);
    }
    for &span in spans {
        let root = |token: &Token| reading.roots().of_entry(token.entry()).root;
        if !tokens_in(reading, span).iter().map(root).any(|root| root != 0 && sought.may_hold(root)) {
            continue;
        }
        let heading = reading.article.block_at(span.start).is_some_and(|b| matches!(b.kind, BlockKind::Heading(_)));
        if !heading {
            let text = roots_in(reading, span);
            quotes.iter_mut().for_each(|quote| quote.compare(reading, span, &text));
        }
    }
    let title = reading.blocks().next().filter(|b| is_heading(*b)).map(InBlock::span);
    for quote in quotes.iter().filter(|quote| !quote.right) {
        let headline = title.is_some_and(|title| title.contains(quote.span)) && is_speech(reading, quote.span);
        // The words may stand in the text without marks.
        if quote.near.is_none() && !headline || stands_unquoted(reading, &quote.words) {
            continue;
        }
        let finding = Finding::at(quote.span);
        report.add(match quote.near {
            Some(near) => finding.related(near, "The text quotes it like this."),
            None => finding
                .say("The text does not have this quotation. Please check that somebody said it.")
                .level(Level::Suggestion),
        });
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
        let telling: Vec<u32> = words.iter().map(|w| w.root).filter(|r| *r != 0).collect();
        (words.len() > 1 && !telling.is_empty()).then_some(Quote { span, words, telling, right: false, near: None })
    }

    /// Lays a quotation of the text beside it.
    fn compare(&mut self, reading: &Reading, span: Span, text: &[Root]) {
        let shared = self.telling.iter().filter(|root| text.iter().any(|t| t.root == **root)).count();
        if self.right || 2 * shared < self.telling.len() {
            return;
        }
        let changes = distance(&self.words, text);
        self.right = changes == 0;
        if self.near.is_none() && is_near(&self.words, text, changes) && !is_title(reading, span) {
            self.near = Some(span);
        }
    }
}

/// Whether so many changes make one quotation of another. Where little is quoted of much, both its
/// ends must stand in the text, or it only shares a phrase with it.
fn is_near(quote: &[Root], text: &[Root], changes: usize) -> bool {
    let has = |word: &Root| text.iter().any(|t| t.form == word.form);
    let (first, last) = (&quote[0], &quote[quote.len() - 1]);
    let short = text.len() < quote.len() + 4;
    match quote.len() {
        // “a silent epidemic” for “a quiet epidemic”
        2 => changes == 1 && text.len() == 2 && has(last),
        3..=5 => changes == 1 && (short || has(first) && has(last)),
        _ => changes < 3,
    }
}

/// How many words must be changed, added or left out for the quotation to stand in the text.
fn distance(quote: &[Root], text: &[Root]) -> usize {
    let mut row: Vec<usize> = (0..=quote.len()).collect();
    let mut best = quote.len();
    for word in text {
        let mut diagonal = 0;
        for at in 1..=quote.len() {
            let changed = diagonal + usize::from(!is_same(quote, &quote[at - 1], word));
            diagonal = row[at];
            row[at] = changed.min(diagonal + 1).min(row[at - 1] + 1);
        }
        best = best.min(row[quote.len()]);
    }
    best
}

/// Whether a word of a quotation is one of the text; a few words may be inflected as the heading needs
/// it.
fn is_same(quote: &[Root], word: &Root, other: &Root) -> bool {
    word.form == other.form || quote.len() < SAYING && word.root != 0 && word.root == other.root
}

/// Whether somebody speaks of himself or to others, so that no title or saying is meant.
fn is_speech(reading: &Reading, quote: Span) -> bool {
    const SPEAKER: [&str; 10] = ["I", "I’m", "I'm", "we", "We", "my", "My", "our", "Our", "me"];
    let words: Vec<&str> = reading.article.prose[quote].split_whitespace().collect();
    let speaks = |word: &&str| SPEAKER.contains(word);
    let asks = reading.article.prose[quote].ends_with('?');
    words.len() >= SAYING && words.iter().any(speaks) && !asks && reading.tokens.len() > ARTICLE
}

/// Whether each word has the capital of a title.
fn is_title(reading: &Reading, span: Span) -> bool {
    let text = &reading.article.prose[span];
    let capitals = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    capitals > 1 && 2 * capitals > text.split_whitespace().count()
}

fn is_heading(block: InBlock) -> bool {
    matches!(block.kind(), BlockKind::Heading(_))
}

fn tokens_in<'r>(reading: &'r Reading, span: Span) -> &'r [Token] {
    let from = &reading.tokens[reading.token_at(span.start)..];
    &from[..from.iter().take_while(|t| t.end() <= span.end).count()]
}

fn roots_in(reading: &Reading, span: Span) -> Vec<Root> {
    let roots = tokens_in(reading, span).iter().map(|t| reading.roots().of(reading, t));
    roots.filter(|r| r.form != 0).collect()
}

fn stands_unquoted(reading: &Reading, words: &[Root]) -> bool {
    let is_quote = |row: &[Root]| words.iter().zip(row).all(|(word, other)| is_same(words, word, other));
    let texts = reading.blocks().filter(|b| !is_heading(*b)).map(|block| roots_in(reading, block.span()));
    { texts }.any(|text| text.windows(words.len()).any(is_quote))
}
