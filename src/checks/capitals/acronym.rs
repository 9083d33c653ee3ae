use super::{is_all_of_a_link, is_among_english, is_in_compound, is_no_prose};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "capitals/acronym",
    Wake::words(FORMATS).or_traits(Traits::ORGANISATION).having(Traits::LOWER).lacking(
        Traits::PROPER.union(Traits::FUNCTION).union(Traits::NOUN).union(Traits::VERB).union(Traits::ADJECTIVE),
    ),
    run,
);

/// What files and pages are written in.
const FORMATS: &[&str] = &["api", "css", "html", "json", "pdf", "xml"];

/// Two letters are too many things.
const SHORTEST: usize = 3;
/// What stands more often is meant so.
const MOST: u32 = 3;

fn run(at: At, report: &mut Report) {
    let text = at.text();
    if !at.is(Kind::Word)
        || text.len() < SHORTEST
        || at.entry().count > MOST
        || at.has(Traits::KNOWN | Traits::COMMON) && !FORMATS.contains(&text)
        || !at.reading.lexicon.is_abbreviation(text)
    {
        return;
    }
    let prose = !is_no_prose(at) && !is_in_compound(at) && !is_all_of_a_link(at) && is_among_english(at);
    if prose && stands_like_a_name(at) {
        report.add(Finding::at(at.span()).replace(at.span(), text.to_ascii_uppercase()));
    }
}

/// “the fbi arrested”, “by nasa”: after a little word, where a file or a command has none.
fn stands_like_a_name(at: At) -> bool {
    let little = Traits::PREPOSITION | Traits::DETERMINER | Traits::CONJUNCTION;
    let led = at.prev().is_some_and(|before| before.is(Kind::Word) && before.has(little));
    let ends = at.next().is_some_and(|stop| matches!(stop.kind(), Kind::Stop | Kind::Comma) && stop.spaced_after());
    led && at.spaced() && (at.spaced_after() || ends)
        || at.prev().is_none() && at.next().is_some_and(|n| n.has(Traits::VERB))
}
