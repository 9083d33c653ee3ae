use super::missing_space;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check =
    Check::token("spacing/after-closing-quote", Wake::kinds(&[Kind::CloseQuote, Kind::CloseSingle]).glued(), run);

fn run(quote: At, report: &mut Report) {
    let Some(after) = quote.next().filter(|after| after.is(Kind::Word)) else { return };
    let Some(before) = quote.prev().filter(|_| !quote.spaced()) else { return };
    if is_ending(after.text()) || !after.has(Traits::KNOWN.union(Traits::TITLE)) || matches!(quote.text(), "»" | "›")
    {
        return;
    }
    // “(”yes”)”, “role=”button””: a mark that is turned the wrong way opens.
    let opens = matches!(before.kind(), Kind::OpenBracket | Kind::Symbol | Kind::Dash | Kind::Colon | Kind::OpenQuote);
    if opens || quote.reading.quotations().turned.contains(&quote.index) {
        return;
    }
    let punctuated = matches!(before.kind(), Kind::Comma | Kind::Stop | Kind::Question | Kind::Exclamation);
    let sure = match quote.text() {
        "”" => !after.has(Traits::LETTER) || matches!(after.text(), "I" | "a" | "A"),
        // A mark that looks the same on both sides closes for sure only behind another mark, and a
        // single one may be an apostrophe.
        _ => punctuated && after.has(Traits::KNOWN),
    };
    if sure {
        report.add(missing_space(quote, after).with("word", after.text()));
    }
}

/// Endings that a quoted word may take: “yes”es, “OK”ed, “Google”ing, “no”s.
fn is_ending(text: &str) -> bool {
    matches!(text, "s" | "es" | "ed" | "d" | "ing" | "er" | "ers" | "ish" | "ly" | "like" | "th" | "ness" | "ism")
}
