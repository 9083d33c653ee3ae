use super::{is_prose, missing_space};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "spacing/before-opening-quote",
    Wake::kinds(&[Kind::OpenQuote, Kind::OpenSingle, Kind::StraightQuote]),
    run,
);

fn run(quote: At, report: &mut Report) {
    if quote.spaced() || quote.spaced_after() {
        return;
    }
    let (Some(before), Some(after)) = (quote.prev(), quote.next()) else { return };
    let opens =
        matches!(after.kind(), Kind::Word | Kind::Abbreviation | Kind::Number | Kind::OpenSingle | Kind::Ellipsis);
    let punctuated = matches!(before.kind(), Kind::Comma | Kind::Colon | Kind::Stop | Kind::Semicolon | Kind::Question)
        && !before.spaced();
    let sure = opens
        && match quote.text() {
            "“" => punctuated || is_prose(before) && !before.has(Traits::LETTER) || before.is(Kind::Abbreviation),
            "\"" => {
                let closes = quote.reading.quotations().closing(quote.index).is_some();
                closes && (punctuated || is_prose(before) && is_prose(after))
            }
            // A single mark may be an apostrophe or a letter: O‘Brien, Hawai‘i.
            "‘" => punctuated,
            _ => false,
        };
    if sure {
        report.add(missing_space(before, quote).with("word", before.text()));
    }
}
