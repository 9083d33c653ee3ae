//! Speech in single marks beside speech in double ones. Words that are only mentioned, titles and
//! doubts may have single marks in any house; a comma, or another mark that ends what is said, before
//! the closing one, and a verb of speech behind it, show that somebody speaks.

use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::article("quotes/single-marks", run);

/// So many other places are shown.
const SHOWN: usize = 12;
/// So many quotations show which marks the text has for speech.
const LEAST: usize = 2;

fn run(reading: &Reading, report: &mut Report) {
    if !reading.marks.contains(Kind::CloseSingle) || !reading.marks.contains(Kind::CloseQuote) {
        return;
    }
    let (mut single, mut double, mut pairs) = (Vec::new(), Vec::new(), [0, 0]);
    for at in reading.quotes.iter().map(|&index| reading.at(index)) {
        pairs[0] += usize::from(at.is(Kind::CloseSingle));
        pairs[1] += usize::from(at.is(Kind::CloseQuote));
        match at.kind() {
            Kind::CloseSingle if is_end_of_speech(at) => single.extend(speech(at, Kind::OpenSingle)),
            Kind::CloseQuote if is_end_of_speech(at) => double.extend(speech(at, Kind::OpenQuote)),
            Kind::CloseSingle if goes_on(at) => {
                single.extend(speech(at, Kind::OpenSingle).filter(follows_speech(reading)))
            }
            Kind::CloseQuote if goes_on(at) => {
                double.extend(speech(at, Kind::OpenQuote).filter(follows_speech(reading)))
            }
            _ => {}
        }
    }
    let (odd, main, pairs) =
        if single.len() <= double.len() { (single, double, pairs[1]) } else { (double, single, pairs[0]) };
    if let ([first, others @ ..], [other, ..]) = (&odd[..], &main[..])
        && pairs >= LEAST.max(2 * odd.len())
        && report.looks_at(reading.at(reading.token_at(first.start)).block().block())
    {
        let finding = Finding::at(*first).related(*other, "Most have these.");
        report.add(others.iter().take(SHOWN).fold(finding, |finding, place| finding.related(*place, "Here too.")));
    }
}

/// “…,’ she said”, “…?’ asked Mr Holm”
fn is_end_of_speech(close: At) -> bool {
    let pause =
        close.prev().is_some_and(|mark| matches!(mark.kind(), Kind::Comma | Kind::Question | Kind::Exclamation));
    let after = std::iter::successors(close.next(), |at| at.next()).take(4);
    pause && after.take_while(|at| !at.starts_sentence() && at.kind().is_wordlike()).any(says)
}

/// “…,” she said. “…”: a whole sentence, which nobody only mentions.
fn goes_on(close: At) -> bool {
    close.prev().is_some_and(|mark| mark.is(Kind::Stop))
}

/// Whether the quotation follows what somebody says: “she said.”
fn follows_speech(reading: &Reading) -> impl Fn(&Span) -> bool {
    |quotation| {
        let open = reading.at(reading.token_at(quotation.start));
        let stop = open.prev().filter(|mark| matches!(mark.kind(), Kind::Stop | Kind::Comma | Kind::Colon));
        let words = std::iter::successors(stop.and_then(At::prev), |at| at.prev()).take(3);
        words.take_while(|at| at.kind().is_wordlike()).any(says)
    }
}

fn says(at: At) -> bool {
    ["said", "says", "told", "asked", "asks", "added", "adds", "wrote", "writes"].iter().any(|verb| at.word_is(verb))
}

/// The whole quotation, from the mark that opens it in the same block, if it stands in no other.
fn speech(close: At, kind: Kind) -> Option<Span> {
    const FURTHEST: usize = 80;
    let back = std::iter::successors(close.prev(), |at| at.prev()).take(FURTHEST);
    let open = back.into_iter().find(|at| at.is(kind) || at.is(close.kind()))?;
    let inside = open.prev().is_some_and(|before| close.reading.quotations().contains(before.span()));
    (open.is(kind) && !inside).then(|| open.span().cover(close.span()))
}
