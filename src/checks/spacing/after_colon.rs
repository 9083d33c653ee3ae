use super::{are_apart_by_layout, is_prose, missing_space};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::token("spacing/after-colon", Wake::kinds(&[Kind::Colon]).glued(), run);

fn run(colon: At, report: &mut Report) {
    let Some(after) = colon.next() else { return };
    let Some(before) = colon.prev().filter(|_| !colon.spaced()) else { return };
    if are_apart_by_layout(colon, after) {
        return;
    }
    if ends_label(colon) && matches!(after.kind(), Kind::Word | Kind::Number | Kind::Abbreviation)
        || introduces(before, after) && !is_key(before, after) && !is_in_query(colon)
    {
        report.add(missing_space(before, after));
    }
}

/// “Interviewer:What now?”
fn ends_label(colon: At) -> bool {
    let block = colon.block();
    block.kind() == BlockKind::Turn && block.block().label.end == colon.span().end
}

/// Whether the words are a sentence's: “one thing:the price”, “Note:The”. Two common nouns with a
/// colon between them are more often a key and its value.
fn introduces(before: At, after: At) -> bool {
    let is_word = match before.kind() {
        // “Stay in touch with GraphLinq:To hear more”
        Kind::Word if before.has(Traits::MIXED) => after.has(Traits::FUNCTION) && after.has(Traits::TITLE),
        Kind::Word => is_prose(before) && !before.has(Traits::LETTER),
        Kind::CloseQuote | Kind::CloseBracket | Kind::Abbreviation => true,
        _ => false,
    };
    is_word && is_prose(after) && (after.has(Traits::FUNCTION) || after.has(Traits::TITLE)) && after.text() != "a"
}

/// “company:Apple AND product:iPhone”: more than one key in a row.
fn is_in_query(colon: At) -> bool {
    const FAR: usize = 12;
    let key = |at: &At| {
        let joins = |at: Option<At>| at.is_some_and(|at| at.is(Kind::Word));
        at.is(Kind::Colon)
            && !at.spaced()
            && joins(at.prev())
            && at.next().is_some_and(|next| !next.spaced() && next.is(Kind::Word))
    };
    let ahead = std::iter::successors(colon.next(), |at| at.next()).take(FAR);
    let behind = std::iter::successors(colon.prev(), |at| at.prev()).take(FAR);
    ahead.chain(behind).any(|at| key(&at))
}

/// “re:Invent”, “to:me from:you”, “xml:lang:en”, “:smile:The”: names and search terms, with a word
/// of a closed class, one that is all capitals or a further colon beside the mark.
fn is_key(before: At, after: At) -> bool {
    let marked =
        |at: Option<At>| at.is_some_and(|a| matches!(a.kind(), Kind::Colon | Kind::Symbol | Kind::OpenBracket));
    before.word_is("re")
        || before.has(Traits::LOWER) && before.has(Traits::FUNCTION)
        || !before.spaced() && marked(before.prev())
        || after.next().is_some_and(|next| !next.spaced()) && marked(after.next())
}
