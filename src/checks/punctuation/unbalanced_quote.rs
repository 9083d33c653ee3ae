use crate::evidence::Quotations;
use crate::lexicon::Traits;
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind, Span};

pub const CHECK: Check = Check::article("punctuation/unbalanced-quote", run);

/// One that opens in a paragraph and closes in another is followed over so many blocks.
const FURTHEST: usize = 6;

/// From so many on, quotations that open again before they have closed are one finding: paragraphs
/// have been joined.
const HABIT: usize = 3;
/// Of those, so many are shown.
const SHOWN: usize = 8;

fn run(reading: &Reading, report: &mut Report) {
    let Quotations { unclosed, unopened, reopened, .. } = reading.quotations();
    let joined = if reopened.len() < HABIT { &[] } else { reopened.as_slice() };
    if let Some((first, others)) = joined.split_first()
        && !is_doubtful(reading.at(*first), Opens::Yes, report)
    {
        report.add(joined_paragraphs(reading.at(*first), others));
    }
    let mut closed = 0;
    for &open in unclosed {
        let next = unopened[closed..].partition_point(|close| *close < open) + closed;
        lone(&unopened[closed..next], reading, report);
        closed = next;
        if joined.binary_search(&open).is_err() && !is_doubtful(reading.at(open), Opens::Yes, report) {
            let close = unopened.get(closed).filter(|close| runs_over(reading, open, **close));
            closed += usize::from(close.is_some());
            report.add(unclosed_at(reading.at(open), close.map(|close| reading.at(*close))));
        }
    }
    lone(&unopened[closed..], reading, report);
}

fn joined_paragraphs(first: At, others: &[usize]) -> Finding {
    let finding = Finding::at(with_next(first))
        .say("Quotations open again here before they have closed. Please close each, or start a new paragraph.");
    let others = others.iter().take(SHOWN).map(|other| first.reading.at(*other));
    others.fold(finding, |finding, other| finding.related(with_next(other), "So does this one."))
}

/// Reports marks that close what was never opened.
fn lone(marks: &[usize], reading: &Reading, report: &mut Report) {
    for mark in marks.iter().map(|mark| reading.at(*mark)) {
        if !is_doubtful(mark, Opens::No, report) {
            let message = "This quotation closes but never opens. Please check where the speaker’s words begin.";
            report.add(Finding::at(with_previous(mark)).say(message));
        }
    }
}

fn unclosed_at(open: At, close: Option<At>) -> Finding {
    let finding = Finding::at(with_next(open));
    match close {
        Some(close) => finding
            .say("This quotation closes in a later paragraph. Please open it again at the start of each.")
            .related(with_previous(close), "It closes here."),
        None => finding,
    }
}

fn runs_over(reading: &Reading, open: usize, close: usize) -> bool {
    let (from, to) = (reading.block_of(open), reading.block_of(close));
    from != to && to - from <= FURTHEST
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    Yes,
    No,
}

/// Whether the mark may be something else than a quotation’s.
fn is_doubtful(mark: At, opens: Opens, report: &Report) -> bool {
    let block = mark.block();
    let sure = match mark.text() {
        "“" => true,
        // 6” wide, 5° 30’ 12”
        "”" => !mark.prev().is_some_and(|before| before.is(Kind::Number) && !mark.spaced()),
        "\"" => is_quotation(mark, block),
        _ => false,
    };
    let looked_at = report.looks_at(&block.as_copy()) && block.kind() != BlockKind::Cell;
    !sure || !looked_at || opens == Opens::Yes && is_cut_short(block)
}

/// A straight mark may be inches, seconds, a sign in code or “ditto”: it is a quotation’s only where
/// words stand beside it and the block has no figures with such marks.
fn is_quotation(mark: At, block: InBlock) -> bool {
    // In a block of a book's length, which has lost its line ends, nothing is sure; to look at all of
    // it for each mark would not be linear either.
    const LONGEST: usize = 5000;
    let tokens = block.tokens();
    if tokens.len() > LONGEST {
        return false;
    }
    let odd = tokens.iter().filter(|token| block.reading.text(token) == "\"").count() % 2 == 1;
    let word = |at: Option<At>| at.is_some_and(|at| at.is(Kind::Word) && at.has(Traits::KNOWN) || is_end(at));
    let beside = word(mark.next()) && !mark.spaced_after() || word(mark.prev()) && !mark.spaced();
    let code = |kind: Kind| matches!(kind, Kind::Prime | Kind::Code | Kind::Symbol | Kind::Opaque);
    let number = mark.prev().is_some_and(|before| before.is(Kind::Number));
    odd && beside && !number && !tokens.iter().any(|token| code(token.kind))
}

fn is_end(at: At) -> bool {
    matches!(at.kind(), Kind::Comma | Kind::Stop | Kind::Question | Kind::Exclamation)
}

/// A teaser that breaks off (“We are going to…) closes nothing.
fn is_cut_short(block: InBlock) -> bool {
    block.last().is_some_and(|last| last.is(Kind::Ellipsis))
}

fn with_next(mark: At) -> Span {
    mark.next().map_or(mark.span(), |next| mark.span().cover(next.span()))
}

fn with_previous(mark: At) -> Span {
    let word = std::iter::successors(mark.prev(), |at| at.prev()).take(2).find(|at| !is_end(*at)).or(mark.prev());
    word.map_or(mark.span(), |word| word.span().cover(mark.span()))
}
