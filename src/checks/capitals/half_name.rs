//! Names of two words that have a capital on only one of them, or on none: “the new York Times”, “the
//! United states”, “from sri lanka”.
//!
//! Where each word by itself may be anything, no dictionary of words can tell; so the pairs are listed.
//! Left out are pairs that are right without the name: “a new Mexico policy”, “the west Bank branch”.

use crate::diagnostic::Edit;
use crate::lexicon::{Traits, capitalised};
use crate::list::Marks;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::token("capitals/half-name", Wake::words(FIRSTS), run);

const FIRSTS: &[&str] = &[
    "united", "south", "north", "new", "los", "las", "san", "santa", "el", "sri", "costa", "puerto", "sierra",
    "burkina", "buenos", "tel", "kuala", "abu", "addis", "middle", "white", "soviet", "northern", "great", "rio",
    "european", "hong", "saudi",
];

/// What may follow each, in the order of `FIRSTS`.
const SECONDS: [&[&str]; 28] = [
    &["states", "kingdom", "nations"],
    &["africa", "korea", "sudan", "dakota", "carolina"],
    &["korea", "macedonia", "dakota", "carolina"],
    &["york", "zealand", "delhi", "jersey", "orleans", "hampshire", "yorkers", "zealanders"],
    &["angeles"],
    &["vegas"],
    &["francisco", "diego", "antonio", "jose", "salvador"],
    &["monica", "barbara", "fe"],
    &["salvador", "paso"],
    &["lanka"],
    &["rica"],
    &["rico"],
    &["leone"],
    &["faso"],
    &["aires"],
    &["aviv"],
    &["lumpur"],
    &["dhabi"],
    &["ababa"],
    &["east"],
    &["house"],
    &["union"],
    &["ireland"],
    &["britain"],
    &["grande", "tinto"],
    &["union"],
    &["kong"],
    &["arabia"],
];

/// Of all that may follow.
static MARKS: Marks = {
    let (mut marks, mut row) = (Marks::NONE, 0);
    while row < SECONDS.len() {
        let mut word = 0;
        while word < SECONDS[row].len() {
            marks = marks.with(SECONDS[row][word]);
            word += 1;
        }
        row += 1;
    }
    marks
};

/// Pairs that small letters make something else: “the white house on the hill”, “the south korea”.
const ELSE: &[&str] = &["white", "south", "north", "northern", "great", "santa", "rio"];

fn run(first: At, report: &mut Report) {
    let Some(second) = first.next().filter(|next| next.is(Kind::Word) && next.spaced()) else { return };
    let text = second.text();
    let bare = text.strip_suffix("’s").or_else(|| text.strip_suffix("'s")).unwrap_or(text);
    if !MARKS.may_have(bare) {
        return;
    }
    let Some(row) = FIRSTS.iter().position(|word| first.word_is(word)) else { return };
    if !SECONDS[row].iter().any(|word| bare.eq_ignore_ascii_case(word)) {
        return;
    }
    let lower = |at: At| at.has(Traits::LOWER);
    // A name beside a common word is seen by itself (“new york”).
    let seen = second.has(Traits::PROPER) && first.has(Traits::COMMON);
    let whole_name = !ELSE.iter().any(|word| first.word_is(word)) && !seen;
    let words = match (lower(first), lower(second)) {
        (true, true) if whole_name => vec![first, second],
        // “the north Korea border” is a name; “white House music” needs the article.
        (true, false) if second.has(Traits::TITLE) && !first.starts_sentence() => vec![first],
        // A sentence gives the first word its capital, and some second words are names already.
        (false, true) if first.has(Traits::TITLE) && !starts(first) && second.has(Traits::COMMON) => vec![second],
        _ => return,
    };
    let article = first.prev().is_some_and(|the| the.word_is("the"));
    // “a new York stone path”
    if first.word_is("new") && first.prev().is_some_and(|a| a.word_is("a")) {
        return;
    }
    if matches!(row, 0 | 19 | 20 | 21 | 25) && !article || first.block().is_furniture() || first.quoted() {
        return;
    }
    let span = first.span().cover(second.span());
    let heading = matches!(first.block().kind(), BlockKind::Heading(_));
    if !heading || words[0].index == first.index {
        let whole = format!("{} {}", capitalised(first.text()), capitalised(text));
        let edits = words.iter().map(|word| Edit::new(word.span(), capitalised(word.text())));
        report.add(Finding::at(span).with("name", whole).fix(edits.collect::<Vec<_>>()));
    }
}

/// Whether a sentence or a quotation gives the word its capital.
fn starts(at: At) -> bool {
    at.starts_sentence() || at.prev().is_none_or(|before| !before.kind().is_wordlike() && before.kind() != Kind::Comma)
}
