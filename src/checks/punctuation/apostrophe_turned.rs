use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("punctuation/apostrophe-turned", Wake::kinds(&[Kind::OpenSingle]), run);

fn run(mark: At, report: &mut Report) {
    if mark.text() != "‘" {
        return;
    }
    let Some(word) = mark.next().filter(|word| !word.spaced()) else { return };
    let before = mark.prev().filter(|_| !mark.spaced());
    let turned = match before {
        Some(before) if before.is(Kind::Word) => is_inside_word(before, word),
        Some(before) if !before.is(Kind::Hyphen) => false,
        _ => is_decade(word) || is_elided(mark, word),
    };
    if turned {
        let span = before.map_or(mark.span(), |before| before.span()).cover(word.span());
        report.add(Finding::at(span).replace(mark.span(), "’"));
    }
}

/// “don‘t”, “Mexico‘s”, “O‘Brien”; but in Hawai‘i and Qur‘an the mark is a letter.
fn is_inside_word(before: At, word: At) -> bool {
    word.spaced_after() && matches!(word.text(), "s" | "t" | "re" | "ve" | "ll" | "d" | "m")
        || before.text() == "O" && word.is(Kind::Word) && word.has(Traits::TITLE)
}

/// “the ‘90s”; a quotation may start with a number, too, and then it closes.
fn is_decade(word: At) -> bool {
    let text = word.text();
    let decade = text.len() == 3 && text.ends_with("0s") && text.as_bytes()[0].is_ascii_digit();
    word.is(Kind::Number) && decade && !closes_soon(word)
}

/// “‘em”, “‘til”, “rock ‘n’ roll”
fn is_elided(mark: At, word: At) -> bool {
    match word.text() {
        "n" | "N" => mark.prev().is_some_and(|p| p.is(Kind::Word)) && word.next().is_some_and(|n| n.text() == "’"),
        "em" | "tis" | "Tis" | "twas" | "Twas" | "til" | "Til" | "nuff" => !closes_soon(word),
        _ => false,
    }
}

/// Whether a single mark closes in the same sentence.
fn closes_soon(word: At) -> bool {
    std::iter::successors(word.next(), |at| at.next())
        .take_while(|at| !at.starts_sentence())
        .take(40)
        .any(|at| at.is(Kind::CloseSingle))
}
