//! A paragraph of running text that ends without a stop. Much else ends without one and rightly:
//! headings, items, captions, lines that introduce a list or code, credits, teasers. So a paragraph
//! must show by its own sentences, or by those around it, that it is one.

use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Block, BlockFlags, BlockKind, Format, Kind, MarkKind, Span};

pub const CHECK: Check = Check::article("punctuation/missing-final-stop", run);

/// A single sentence must have so many words to be taken for one.
const LONG: usize = 12;

fn run(reading: &Reading, report: &mut Report) {
    let mut habit = None;
    if has_captions(reading) {
        return;
    }
    for block in reading.blocks().filter(|block| is_running_text(*block)) {
        let Some(last) = block.last().filter(|last| lacks_stop(*last)) else { continue };
        if !report.looks_at(&block.as_copy()) || introduces(block) || is_numbered_caption(block) {
            continue;
        }
        let Some(sentence) = Sentence::last_of(block).filter(Sentence::is_whole) else { continue };
        let interrupted = block.kind() == BlockKind::Turn || block.has_next_line() || last.has(Traits::PREPOSITION);
        if block.has_next_line() && !*habit.get_or_insert_with(|| paragraphs_end_with_stops(reading)) {
            continue;
        }
        let applicability = if sentence.follows_another && last.is(Kind::Word) && !interrupted {
            Applicability::Safe
        } else if sentence.follows_another
            || sentence.words >= LONG
                && follows_text(block)
                && *habit.get_or_insert_with(|| paragraphs_end_with_stops(reading))
        {
            Applicability::Unsafe
        } else {
            continue;
        };
        let inside = matches!(last.kind(), Kind::CloseQuote) && (last.text() == "”" || stops_stand_inside(reading));
        let at = if inside { last.span().start } else { last.span().end };
        let finding = Finding::at(last.span()).applicability(applicability);
        // The text of a link is no place for the stop.
        report.add(if ends_link(last) { finding } else { finding.replace(Span::at(at as usize), ".") });
    }
}

/// Whether the article sets stops before straight quotation marks that close rather than behind them.
fn stops_stand_inside(reading: &Reading) -> bool {
    let times = |marks: &str| memchr::memmem::find_iter(reading.article.prose.as_bytes(), marks).count();
    times(".\"") > times("\".")
}

fn ends_link(last: At) -> bool {
    let (end, marks) = (last.span().end, &last.reading.article.marks);
    let before = marks.partition_point(|mark| mark.span.start < end);
    marks[..before].iter().rev().take(8).any(|mark| mark.kind == MarkKind::Link && mark.span.end == end)
}

fn is_running_text(block: InBlock) -> bool {
    let other = BlockFlags::LIST | BlockFlags::LINES | BlockFlags::TERM | BlockFlags::QUOTATION;
    matches!(block.kind(), BlockKind::Paragraph | BlockKind::Turn)
        && !block.has(other)
        && !block.is_all(MarkKind::Strong)
}

/// Whether the last token is one behind which a stop may be missing.
fn lacks_stop(last: At) -> bool {
    match last.kind() {
        // “:x” is a face.
        Kind::Word if !last.spaced() && last.prev().is_some_and(|p| p.is(Kind::Colon)) => false,
        Kind::Word => !last.has(Traits::CONJUNCTION.union(Traits::DETERMINER)) || last.has(Traits::PRONOUN),
        Kind::Number => last.span().len() == 4,
        Kind::CloseQuote => last.prev().is_some_and(|inner| inner.is(Kind::Word)),
        Kind::CloseBracket => last.text() == ")" && !closes_remark(last),
        _ => false,
    }
}

/// “…by then. (Photo: Ann Lee)”, “(It was.)”
fn closes_remark(close: At) -> bool {
    let ends = |at: Option<At>| {
        at.is_none_or(|at| matches!(at.kind(), Kind::Stop | Kind::Question | Kind::Exclamation | Kind::CloseQuote))
    };
    let open = close.reading.brackets().partner(close.index);
    ends(close.prev()) || open.is_none_or(|open| ends(close.reading.at(open).prev()))
}

/// “Figure 3. How the pump works”: the words under a picture that has a number.
fn is_numbered_caption(block: InBlock) -> bool {
    const LABELS: &[&str] = &[
        "Box",
        "Chart",
        "Diagram",
        "Exhibit",
        "Fig",
        "Figure",
        "Graph",
        "Image",
        "Listing",
        "Map",
        "Photo",
        "Plate",
        "Screenshot",
        "Table",
    ];
    let mut each = block.each();
    let label = each.next().is_some_and(|at| LABELS.contains(&at.text().trim_end_matches('.')));
    label && each.next().is_some_and(|at| matches!(at.kind(), Kind::Number | Kind::Code | Kind::Figures))
}

/// Whether what follows the block hangs on it: a list, a table, code, the rest of a sentence.
fn introduces(block: InBlock) -> bool {
    let reading = block.reading;
    let article = reading.article;
    let after = article.map.source(block.span()).end;
    let Some(next) = article.blocks.get(block.number + 1) else {
        return hides_something(&article.source[after as usize..]);
    };
    let between = &article.source[after as usize..(article.map.source(next.span).start.max(after)) as usize];
    let goes_on = article.text(next.span).starts_with(char::is_lowercase);
    let hangs = matches!(next.kind, BlockKind::Item | BlockKind::Cell | BlockKind::Attribution)
        || next.flags.intersects(BlockFlags::LIST | BlockFlags::LINES | BlockFlags::QUOTATION);
    hangs || goes_on || hides_something(between) || is_set_in(block, next, between)
}

/// A quotation with space before it, as plain text has it, in a text that has none before its paragraphs.
fn is_set_in(block: InBlock, next: &Block, between: &str) -> bool {
    let article = block.reading.article;
    let quoted = article.text(next.span).starts_with(['"', '“', '‘', '\'']);
    quoted && article.format == Format::Plain && between.ends_with("  ") && {
        let before = &article.source[..article.map.source(block.span()).start as usize];
        !before.ends_with(' ')
    }
}

/// Whether source that is no prose holds more than the marks between two paragraphs.
fn hides_something(source: &str) -> bool {
    ["```", "~~~", "{{", "{%", "<pre", "<table", "<img", "<iframe", "\n    ", "\n\t", "$$", "!["]
        .iter()
        .any(|mark| source.contains(mark))
}

/// Whether the paragraph before ends as one does; the deck under a headline often has no stop.
fn follows_text(block: InBlock) -> bool {
    let before = block.number.checked_sub(1).map(|number| InBlock { number, ..block });
    before.is_some_and(|before| is_running_text(before) && before.last().is_some_and(|last| !lacks_stop(last)))
}

/// The last sentence of a block.
struct Sentence<'r> {
    first: At<'r>,
    last: At<'r>,
    words: usize,
    follows_another: bool,
}

impl<'r> Sentence<'r> {
    fn last_of(block: InBlock<'r>) -> Option<Sentence<'r>> {
        let last = block.last()?;
        let first = last.sentence_start();
        let words = first.span().cover(last.span());
        let words = block.each().filter(|at| words.contains(at.span()) && at.kind().is_wordlike()).count();
        let ends = |at: At| match at.kind() {
            Kind::Stop => true,
            Kind::CloseQuote | Kind::CloseBracket => at.prev().is_some_and(|inner| inner.is(Kind::Stop)),
            _ => false,
        };
        let follows_another = first.prev().is_some_and(ends);
        Some(Sentence { first, last, words, follows_another })
    }

    /// Whether it has what a sentence has: a capital, a verb, some words, and no label, trail or
    /// name at its end.
    fn is_whole(&self) -> bool {
        let each =
            || std::iter::successors(Some(self.first), |at| at.next()).take_while(|at| at.index <= self.last.index);
        let verb = Traits::AUXILIARY.union(Traits::PAST).union(Traits::THIRD_PERSON).union(Traits::VERB);
        let has_verb = each().any(|at| at.has(verb) && at.has(Traits::LOWER));
        let capital = each().find(|at| at.is(Kind::Word)).is_some_and(|at| !at.has(Traits::LOWER));
        let label = each().take(5).any(|at| at.is(Kind::Colon));
        let trail = each().any(|at| {
            matches!(at.kind(), Kind::Emoji | Kind::Tag | Kind::Odd) || matches!(at.text(), "|" | "•" | "»" | "©" | "→")
        });
        let named = each().filter(|at| at.is(Kind::Dash)).last().is_some_and(|dash| self.is_name_after(dash));
        let capitals = each().filter(|at| at.is(Kind::Word) && !at.has(Traits::LOWER)).count();
        let headline = capitals * 2 > self.words;
        self.words > 4
            && !headline
            && has_verb
            && capital
            && !label
            && !trail
            && !named
            && !self.is_link()
            && !self.is_prompt()
    }

    /// “—Amy Lind, head of the Farm Labor Branch”
    fn is_name_after(&self, dash: At) -> bool {
        let words = || std::iter::successors(dash.next(), |at| at.next()).filter(|at| at.is(Kind::Word));
        let (all, lower) = (words().count(), words().filter(|at| at.has(Traits::LOWER)).count());
        self.last.index - dash.index < 6 || lower * 2 < all
    }

    /// A line that is a link as a whole leads elsewhere: “Read the whole report here”.
    fn is_link(&self) -> bool {
        let sentence = self.first.span().cover(self.last.span());
        let marks = &self.first.reading.article.marks;
        let from = marks.partition_point(|mark| mark.span.start < sentence.start);
        let inside = marks[from..].iter().take_while(|mark| mark.span.start < sentence.end);
        let links = inside.filter(|mark| mark.kind == MarkKind::Link);
        links.map(|mark| mark.span.len()).sum::<usize>() * 2 > sentence.len()
    }

    fn is_prompt(&self) -> bool {
        matches!(
            self.first.text(),
            "Read"
                | "Click"
                | "See"
                | "Follow"
                | "Subscribe"
                | "Share"
                | "Photo"
                | "Image"
                | "Source"
                | "By"
                | "Updated"
                | "Posted"
                | "Published"
                | "Contact"
                | "Download"
                | "Watch"
                | "Listen"
                | "Related"
                | "Copyright"
        )
    }
}

/// Whether several paragraphs end without a stop: then the captions of pictures that the text has
/// lost stand among the others.
fn has_captions(reading: &Reading) -> bool {
    const SEVERAL: usize = 3;
    const SHORT: usize = 10;
    let caption = |block: &InBlock| {
        (is_running_text(*block) || matches!(block.kind(), BlockKind::Heading(_)))
            && block.last().is_some_and(lacks_stop)
            && block.each().filter(|at| at.kind().is_wordlike()).take(SHORT).count() == SHORT
            && !introduces(*block)
    };
    reading.article.format == Format::Plain && reading.blocks().filter(caption).take(SEVERAL).count() == SEVERAL
}

/// Whether nine in ten paragraphs of the article end as paragraphs do.
fn paragraphs_end_with_stops(reading: &Reading) -> bool {
    let (mut all, mut ended) = (0, 0);
    for block in reading.blocks().filter(|block| is_running_text(*block) && block.tokens().len() >= LONG) {
        all += 1;
        ended += usize::from(block.last().is_some_and(|last| !lacks_stop(last)));
    }
    all > 4 && ended * 10 >= all * 9
}
