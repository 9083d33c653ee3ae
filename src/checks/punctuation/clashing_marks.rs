use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "punctuation/clashing-marks",
    Wake::kinds(&[Kind::Comma, Kind::Stop, Kind::Semicolon, Kind::Colon, Kind::Question, Kind::Exclamation])
        .before(&[Kind::Comma, Kind::Stop, Kind::Semicolon, Kind::Colon], Traits::empty())
        .glued(),
    run,
);

fn run(first: At, report: &mut Report) {
    let Some(second) = first.next() else { return };
    if first.spaced() {
        return;
    }
    let Some(before) = first.prev().filter(|before| is_plain(*before)) else { return };
    let free =
        second.next().is_none_or(|next| next.spaced() || matches!(next.kind(), Kind::CloseQuote | Kind::CloseBracket));
    let Some((keep, applicability)) = keep(before, first, second).filter(|_| free) else { return };
    let both = first.span().cover(second.span());
    let finding = Finding::at(before.span().cover(second.span()));
    let drop = |kept: At| if kept.index == first.index { second.span() } else { first.span() };
    let other = if keep.index == first.index { second } else { first };
    let finding = finding.replace(drop(keep), "").replace(drop(other), "");
    let marks = &first.reading.article.prose[both];
    report.add(finding.with("marks", marks).applicability(applicability));
}

/// A word, and no abbreviation that is unknown here: its stop may go with any mark.
fn is_plain(before: At) -> bool {
    match before.kind() {
        // `with:context:` and “:dragon:” have marks of their own.
        Kind::Word if !before.spaced() && before.prev().is_some_and(|mark| mark.is(Kind::Colon)) => false,
        Kind::Word => before.has(Traits::KNOWN) && !before.has(Traits::LETTER),
        Kind::CloseBracket => true,
        _ => false,
    }
}

/// Which of the two marks stays, and how sure that is.
fn keep<'r>(before: At<'r>, first: At<'r>, second: At<'r>) -> Option<(At<'r>, Applicability)> {
    use Applicability::{Manual, Safe, Unsafe};
    let next = second.next();
    let sentence_ends = next.is_none_or(|next| !next.has(Traits::LOWER) && !next.is(Kind::Number));
    match (first.kind(), second.kind()) {
        (a, b) if a == b => None,
        (Kind::Comma, Kind::Stop) if sentence_ends => Some((second, Safe)),
        (Kind::Comma, Kind::Stop) => Some((first, Unsafe)),
        (Kind::Semicolon | Kind::Colon, Kind::Stop) => Some((second, Unsafe)),
        // “Dept., ” and the like: a longer word in lower case is none.
        (Kind::Stop, _) if before.span().len() < 5 || !before.has(Traits::LOWER) || before.is(Kind::CloseBracket) => {
            None
        }
        (Kind::Stop, Kind::Comma) if sentence_ends => Some((first, Unsafe)),
        (Kind::Stop, _) => Some((second, Unsafe)),
        // “Who’s Afraid of Virginia Woolf?, ” is right, and so is “Yahoo!.” for some.
        (Kind::Question | Kind::Exclamation, Kind::Stop) if before.has(Traits::LOWER) && !ends_element(first) => {
            Some((first, Safe))
        }
        (Kind::Question | Kind::Exclamation, _) => None,
        _ => Some((first, Manual)),
    }
}

/// Whether emphasis or a link ends with the mark: it belongs to a title.
fn ends_element(mark: At) -> bool {
    let end = mark.span().end;
    let marks = &mark.reading.article.marks;
    let before = marks.partition_point(|element| element.span.start < end);
    marks[..before].iter().rev().take(8).any(|element| element.span.end == end)
}
