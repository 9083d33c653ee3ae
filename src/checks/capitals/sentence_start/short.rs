//! Words before a stop that may be short for something, and numbers that count what follows.

use crate::lexicon::Traits;
use crate::reading::At;
use crate::text::Kind;

/// “writing down 1. what we do, and 2. what we want”
pub(super) fn is_in_numbered_row(number: At) -> bool {
    const FAR: usize = 60;
    let Ok(value) = number.text().parse::<u8>() else { return false };
    let neighbour = |at: &At| {
        at.is(Kind::Number)
            && at.text().parse::<u8>().is_ok_and(|other| other.abs_diff(value) == 1)
            && at.next().is_some_and(|stop| stop.is(Kind::Stop) && stop.next().is_some_and(|w| w.has(Traits::LOWER)))
    };
    let ahead = std::iter::successors(number.next(), |at| at.next()).take(FAR);
    let behind = std::iter::successors(number.prev(), |at| at.prev()).take(FAR);
    ahead.chain(behind).any(|at| neighbour(&at))
}

/// Whether the word before a stop may be an abbreviation: “min. five”, “pkwy. exit”, “E. coli”.
pub(super) fn is_short_for_something(word: At) -> bool {
    const DOUBTFUL: &[&str] = &[
        "abs", "adj", "aka", "alt", "arr", "art", "cal", "cap", "cat", "co", "cont", "cu", "deg", "ed", "eds", "esp",
        "est", "excl", "ext", "fig", "figs", "ft", "gal", "gen", "hr", "hrs", "in", "incl", "int", "lab", "lb", "lbs",
        "lit", "max", "mi", "min", "mins", "mm", "no", "nos", "op", "oz", "par", "pop", "pt", "qt", "resp", "rev",
        "sec", "secs", "sing", "sp", "sq", "sub", "tel", "temp", "trans", "var", "ver", "vol", "yd", "yds", "yr",
        "yrs",
    ];
    // Among these, words that end sentences too, unless figures stand before them.
    const WORDS: &[&str] = &[
        "art", "cat", "fig", "figs", "in", "lab", "lit", "no", "par", "pop", "sing", "sub", "min", "max", "sec", "temp",
    ];
    let text = word.text();
    // “Robert I. and William II. of Sicily”
    let roman = text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let reigns = || word.prev().is_some_and(|p| p.has(Traits::GIVEN_NAME) && p.traits().capitalised());
    // “in Ferguson, Mo. early on Tuesday”
    let state = matches!(text, "La" | "Mass" | "Miss" | "Mo" | "Ore" | "Pa" | "Wash" | "Me" | "Del")
        && word.prev().is_some_and(|p| p.is(Kind::Comma));
    // “Id. at 30”, as lawyers cite
    let cited = || word.next().and_then(At::next).is_some_and(|next| next.word_is("at"));
    if matches!(text, "MS" | "MSS") || roman && reigns() || state || matches!(text, "Id" | "ID" | "Ibid") && cited() {
        return true;
    }
    // “twenty per cent. of the crop”, as it was printed
    if text == "cent" && word.prev().is_some_and(|per| per.word_is("per")) {
        return true;
    }
    // “Office of the Under Sec’y of Def. for Acquisition”, “solvents (ex. white spirit)”
    const CITED: &[&str] =
        &["Admin", "Comm", "Ctr", "Def", "Dir", "Exec", "Fed", "Inst", "Reg", "Subcomm", "Supp", "Univ"];
    let bracket = || word.prev().is_some_and(|p| p.is(Kind::OpenBracket));
    if CITED.contains(&text) || text == "ex" && bracket() {
        return true;
    }
    // “LTVCo. has many employees”
    if word.has(Traits::MIXED) && text.ends_with("Co") {
        return true;
    }
    if word.has(Traits::LETTER) {
        return text != "I";
    }
    // “the STOP.THINK.CONNECT. campaign”
    if word.has(Traits::UPPER) && !word.spaced() && word.prev().is_some_and(|p| p.is(Kind::Stop)) {
        return true;
    }
    let after_figures = word.prev().is_some_and(|p| matches!(p.kind(), Kind::Number | Kind::Figures));
    if WORDS.contains(&text) {
        return after_figures || matches!(text, "min" | "max" | "sec" | "temp");
    }
    let no_vowel = !text.bytes().any(|b| b"aeiouyAEIOUY".contains(&b) || b >= 128);
    DOUBTFUL.contains(&text)
        || no_vowel && !word.has(Traits::UPPER)
        || word.has(Traits::LOWER) && text.len() < 6 && !word.has(Traits::KNOWN | Traits::MISSPELLED)
}
