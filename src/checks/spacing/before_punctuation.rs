use super::{is_plainly_spaced, is_prose};
use crate::diagnostic::{Applicability, Edit};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockKind, Format, Kind, Span, TokenFlags};

pub const CHECK: Check = Check::token(
    "spacing/before-punctuation",
    Wake::kinds(&[Kind::Comma, Kind::Stop, Kind::Semicolon, Kind::Colon, Kind::Question, Kind::Exclamation]).spaced(),
    run,
);

fn run(mark: At, report: &mut Report) {
    if !is_plainly_spaced(mark) && !is_fixed_space(mark) {
        return;
    }
    let Some(before) = mark.prev().filter(|before| ends_words(mark, *before)) else { return };
    let after = mark.next().filter(|after| !after.spaced());
    // “: )” is a face, too.
    if matches!(mark.kind(), Kind::Colon | Kind::Semicolon) && mark.next().is_some_and(|n| n.is(Kind::CloseBracket)) {
        return;
    }
    let moved = match after.map(|after| follows(mark, before, after)) {
        None | Some(Follows::Nothing) => false,
        Some(Follows::Word) => true,
        Some(Follows::Else) => return,
    };
    if is_layout(mark, before) || is_filled_later(mark, before) {
        return;
    }
    let mut edits = vec![Edit::new(mark.gap(), "")];
    if moved {
        edits.push(Edit::new(Span::at(mark.span().end as usize), " "));
    }
    let word = &before.text()[..before.text().len().min(usize::from(u8::MAX))];
    // “every belief ? even the old ones”: a dash that was lost stands as a question mark.
    let lost = mark.is(Kind::Question) && !moved && mark.next().is_some_and(|next| next.has(Traits::LOWER));
    let applicability = if lost { Applicability::Manual } else { Applicability::Safe };
    report.add(
        Finding::at(before.span().cover(mark.span()))
            .fix(edits)
            .applicability(applicability)
            .with("mark", name(mark.kind()))
            .with("word", word),
    );
}

/// “set to <span class="place"></span>.”: a script puts the words there.
fn is_filled_later(mark: At, before: At) -> bool {
    let article = mark.reading.article;
    let (from, to) = (article.map.source(before.span()).end, article.map.source(mark.span()).start);
    let gap = &article.source[from as usize..to.max(from) as usize];
    // A start tag with its end tag right behind it.
    let empty = |at: usize| gap[..at].rfind('<').is_some_and(|tag| !gap[tag..].starts_with("</"));
    article.format == Format::Html && gap.find("></").is_some_and(empty)
}

/// A no-break space before a comma or a stop, where no language has one.
fn is_fixed_space(mark: At) -> bool {
    let gap = &mark.reading.article.prose[mark.gap()];
    matches!(mark.kind(), Kind::Comma | Kind::Stop) && matches!(gap, "\u{a0}" | "\u{202f}")
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Comma => "comma",
        Kind::Stop => "full stop",
        Kind::Semicolon => "semicolon",
        Kind::Colon => "colon",
        Kind::Question => "question mark",
        _ => "exclamation mark",
    }
}

/// Whether a sentence or clause can end with `before`, so that the mark belongs to it.
fn ends_words(mark: At, before: At) -> bool {
    let clause = matches!(mark.kind(), Kind::Comma | Kind::Stop);
    match before.kind() {
        // French sets a space before : ; ! and ?; a formula may have one too.
        // “add a ? at the end”: there the mark is a word.
        Kind::Word if matches!(before.text(), "a" | "an" | "the" | "each" | "every") => false,
        // “for bugs and , if they find one, …”
        Kind::Word if matches!(before.text(), "and" | "or") => {
            mark.is(Kind::Comma) && mark.next().is_some_and(|next| next.spaced() && next.has(Traits::LOWER))
        }
        Kind::Word => clause && !before.has(Traits::LETTER) || is_prose(before),
        Kind::Abbreviation | Kind::CloseQuote | Kind::CloseSingle | Kind::CloseBracket => true,
        Kind::Number | Kind::Ordinal | Kind::Time | Kind::Figures => {
            (clause || mark.is(Kind::Semicolon))
                && !mark.next().is_some_and(|n| matches!(n.kind(), Kind::Number | Kind::Figures))
        }
        Kind::Address | Kind::Code | Kind::Opaque | Kind::Tag => clause,
        Kind::Symbol => before.text() == "%",
        _ => false,
    }
}

/// What stands right behind the mark.
enum Follows {
    /// Marks that close, or none: the space before the mark is too much.
    Nothing,
    /// A word: the space stands on the wrong side of the mark.
    Word,
    /// Something that makes the mark part of a name, a face or code.
    Else,
}

fn follows(mark: At, before: At, after: At) -> Follows {
    let closes =
        matches!(after.kind(), Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote | Kind::CloseBracket);
    match (mark.kind(), after.kind()) {
        // “:)” and “;)” are faces.
        (Kind::Colon | Kind::Semicolon, Kind::CloseBracket) => Follows::Else,
        _ if closes => Follows::Nothing,
        // “was ??? on Monday”: what nobody knew yet, or a habit of its own.
        (Kind::Question, Kind::Question) if after.next().is_some_and(|n| n.is(Kind::Question) && !n.spaced()) => {
            Follows::Else
        }
        (Kind::Question | Kind::Exclamation, Kind::Question | Kind::Exclamation) => Follows::Nothing,
        (Kind::Comma | Kind::Semicolon | Kind::Question, Kind::Word) if is_prose(after) => Follows::Word,
        // “the .bashrc file”, but “at the end .Then”.
        (Kind::Stop, Kind::Word)
            if is_prose(after)
                && !after.has(Traits::LOWER)
                && (before.has(Traits::LOWER) || before.has(Traits::CALENDAR) && after.has(Traits::FUNCTION)) =>
        {
            Follows::Word
        }
        _ => Follows::Else,
    }
}

/// Whether the space belongs to a layout: a table's cell, an aligned colon, marks that separate
/// the parts of a line.
fn is_layout(mark: At, before: At) -> bool {
    match mark.kind() {
        Kind::Colon | Kind::Question | Kind::Exclamation if mark.block().kind() == BlockKind::Cell => true,
        // « Que faire ? »
        _ if mark.next().is_some_and(|next| next.text() == "»") => true,
        // “it allows : or ;”
        Kind::Colon | Kind::Semicolon if mark.next().is_some_and(|next| next.spaced() && next.word_is("or")) => true,
        Kind::Colon => {
            mark.flags().contains(TokenFlags::WIDE) || !is_prose(before) && before.is(Kind::Word) || is_separator(mark)
        }
        // “Home . News . Sport”, “Paris : France :: Rome : Italy”
        Kind::Stop => mark.next().is_some() && is_separator(mark),
        _ => false,
    }
}

fn is_separator(mark: At) -> bool {
    let alone = |at: At| at.is(mark.kind()) && at.spaced() && at.spaced_after();
    let other = |at: At| alone(at) || at.is(Kind::Colon) && at.next().is_some_and(|n| n.is(Kind::Colon) && !n.spaced());
    let back = std::iter::successors(mark.prev(), |at| at.prev()).take(4).any(other);
    let on = || std::iter::successors(mark.next(), |at| at.next()).take(4).any(other);
    alone(mark) && (back || on())
}
