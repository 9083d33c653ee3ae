//! “a” before a consonant sound, “an” before a vowel sound. The sound of a word is the lexicon's
//! matter; here is when “a” is no article, and what stands between it and the word.

use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::lexicon::sound::vowel_sound;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockKind, Kind, MarkKind};

pub const CHECK: Check = Check::token("grammar/a-an", Wake::traits(Traits::INDEFINITE), run);

fn run(article: At, report: &mut Report) {
    let Some(mark_or_word) = article.next().filter(|next| next.spaced() && !next.starts_sentence()) else { return };
    let Some(word) = past_quotation_mark(mark_or_word) else { return };
    let has_n = article.text().len() > 1;
    if sounds_as_spelt(word, has_n) {
        return;
    }
    let Some(vowel) = sound(word) else { return };
    if vowel == has_n || !is_article(article, word) || !may_follow(word) || suits_what_is_meant(word, has_n) {
        return;
    }
    let right = other(article.text(), article.text() == "A" && is_shouted(word) && word.has(Traits::UPPER));
    let plain = mark_or_word.index == word.index && is_plain(word);
    let finding = Finding::at(article.span().cover(word.span()))
        .with("sound", if vowel { "a vowel sound" } else { "a consonant sound" })
        .with("right", right)
        .with("word", word.text())
        .replace(article.span(), right);
    report.add(if plain { finding } else { finding.applicability(Applicability::Unsafe) });
}

/// Whether the word is a slip (“an lnternational”), and the article is that of the word which is meant.
fn suits_what_is_meant(word: At, has_n: bool) -> bool {
    word.has(Traits::UNKNOWN)
        && word
            .reading
            .slips()
            .at(word.index)
            .and_then(|slip| slip.choices.first())
            .and_then(|meant| vowel_sound(meant))
            == Some(has_n)
}

/// The word itself, or the one that a quotation mark right before it holds.
fn past_quotation_mark(at: At) -> Option<At> {
    if matches!(at.kind(), Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote | Kind::Currency) {
        return at.next().filter(|next| !next.spaced());
    }
    Some(at)
}

/// Nearly every article stands before a word whose first letter tells.
fn sounds_as_spelt(word: At, has_n: bool) -> bool {
    let first = word.text().as_bytes()[0];
    let vowel = matches!(first, b'a' | b'e' | b'i' | b'o' | b'u');
    word.is(Kind::Word) && first.is_ascii_lowercase() && vowel == has_n && !word.has(Traits::ODD_SOUND | Traits::LETTER)
}

fn sound(word: At) -> Option<bool> {
    let text = word.text();
    match word.kind() {
        Kind::Word if word.has(Traits::UPPER) && is_shouted(word) => vowel_sound(&text.to_lowercase()),
        Kind::Word | Kind::Abbreviation | Kind::Number | Kind::Ordinal => vowel_sound(text),
        // “an 8-0 win”, “an 11:30 train”
        Kind::Figures | Kind::Time => vowel_sound(text.split([':', '-', '–', '/', '.']).next().unwrap_or(text)),
        _ => None,
    }
}

/// Whether the capitals are those of a word that is shouted, not of an abbreviation: “AN URGENT
/// CALL”, “a FREE event”.
fn is_shouted(word: At) -> bool {
    const SHORTEST: usize = 4;
    let text = word.text();
    let common = word.has(Traits::COMMON) && text.len() >= SHORTEST && text.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
    let article = word.prev();
    let in_capitals = |at: Option<At>| at.is_some_and(|at| at.has(Traits::UPPER) && at.text().len() >= SHORTEST);
    article.is_some_and(|a| a.has(Traits::UPPER))
        || common
        || article.is_some_and(|a| a.text() == "A")
            && in_capitals(article.and_then(At::prev))
            && in_capitals(word.next())
}

/// Whether “a” or “an” is the article here: not the letter, the note, the name (Serie A, Hoi An,
/// An Post) or a word of another language.
fn is_article(article: At, word: At) -> bool {
    let text = article.text();
    let joined = !article.spaced() && !article.prev().is_some_and(opens);
    if joined || article.marked(MarkKind::Foreign) || word.marked(MarkKind::Foreign) {
        return false;
    }
    let prev = article.prev().filter(|_| !article.starts_sentence());
    // “couldn’t a understood it”: a for have.
    let have = prev.is_some_and(|p| p.has(Traits::AUXILIARY))
        && word.has(Traits::PAST)
        && !word.has(Traits::ADJECTIVE | Traits::NOUN);
    let unknown = |at: At| at.is(Kind::Word) && at.has(Traits::LOWER) && !at.has(Traits::KNOWN | Traits::MISSPELLED);
    if have || !word.is(Kind::Word) && prev.is_some_and(unknown) || is_odd_word(word) {
        return false;
    }
    if prev.is_some_and(|p| takes_no_article(p) || names_a_letter(p)) || is_odd_name(word) {
        return false;
    }
    if text.starts_with('A') {
        let is_name = !matches!(article.block().kind(), BlockKind::Heading(_)) || is_name_in_heading(article);
        let opens_speech = prev.is_some_and(|p| matches!(p.kind(), Kind::Colon | Kind::Dash) || opens(p));
        if prev.is_some() && !opens_speech && is_name {
            return false;
        }
        // “An Taoiseach”, “An Nguyen”: a name begins here.
        let own = Traits::COMMON | Traits::DEMONYM | Traits::CALENDAR | Traits::BRAND;
        let name = text == "An" && word.has(Traits::TITLE) && !word.has(own);
        return !name;
    }
    // Words of Spanish, French, Italian: “a el”, “a été”, “a ir”.
    let short = |at: At| at.text().len() < 3 && !at.has(Traits::FUNCTION) && !matches!(at.text(), "ad" | "ox" | "ax");
    let foreign = |at: At| {
        let unknown = !at.has(Traits::KNOWN | Traits::MISSPELLED) || short(at) && !is_joined(at);
        at.is(Kind::Word) && at.has(Traits::LOWER) && unknown
    };
    !(foreign(word) && (prev.is_some_and(foreign) || word.next().is_some_and(foreign) || prev.is_none()))
}

fn opens(at: At) -> bool {
    matches!(
        at.kind(),
        Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote | Kind::OpenBracket | Kind::Dash | Kind::Ellipsis
    )
}

/// “the a”, “an a”, “your a”: here “a” is a noun, or one article too many.
fn takes_no_article(prev: At) -> bool {
    ["the", "a", "an", "each", "every", "my", "your", "our"].iter().any(|word| prev.word_is(word))
}

/// Names whose first letters say little: Ubisoft and Uber, Ewan, Hermès.
fn is_odd_name(word: At) -> bool {
    let text = word.text();
    let odd = text.starts_with(['U', 'H']) && word.has(Traits::ACCENTED)
        || text.starts_with('U')
        || text.starts_with("Ew")
        || text.starts_with("Ou");
    odd && word.has(Traits::TITLE) && !word.has(Traits::COMMON | Traits::ODD_SOUND | Traits::LETTER | Traits::DEMONYM)
}

/// Small words of programs: “a udev rule”, “a ui test”, “an xtask”.
fn is_odd_word(word: At) -> bool {
    let text = word.text();
    let unknown = !word.has(Traits::KNOWN | Traits::MISSPELLED);
    word.is(Kind::Word)
        && word.has(Traits::LOWER)
        && text.starts_with(['u', 'x'])
        && (unknown || text.len() < 4 && text != "urn" && !is_joined(word))
}

/// “the letter a”, “vitamin a”, “part a”
fn names_a_letter(prev: At) -> bool {
    const NOUNS: &[&str] = &[
        "appendix",
        "category",
        "chapter",
        "class",
        "exhibit",
        "figure",
        "grade",
        "group",
        "hepatitis",
        "influenza",
        "item",
        "league",
        "letter",
        "letters",
        "level",
        "note",
        "option",
        "page",
        "part",
        "phase",
        "plan",
        "point",
        "schedule",
        "section",
        "segment",
        "serie",
        "series",
        "side",
        "step",
        "table",
        "team",
        "type",
        "variable",
        "vitamin",
        "vowel",
    ];
    NOUNS.iter().any(|noun| prev.word_is(noun)) && !prev.has(Traits::PREPOSITION)
}

/// In a heading every word may have a capital, so what stands before must tell: “Serie A Opens”.
fn is_name_in_heading(article: At) -> bool {
    article.prev().is_some_and(|p| names_a_letter(p) || p.has(Traits::TITLE) && !p.has(Traits::COMMON))
}

/// Whether the word can follow an article at all. “a is”, “an and”: whatever is wrong there, it is
/// not the article's n.
fn may_follow(word: At) -> bool {
    if word.has(Traits::LETTER) && !word.is(Kind::Abbreviation) {
        return is_joined(word);
    }
    // “A owes B a hundred”
    if word.has(Traits::THIRD_PERSON) && !word.has(Traits::NOUN | Traits::PLURAL) {
        return false;
    }
    if !word.has(Traits::FUNCTION) || !word.has(Traits::LOWER) {
        return true;
    }
    // “an up-to-date list”, “an almost empty hall”, “a one-day strike”
    let adverb = word.has(Traits::ADVERB) && !word.has(Traits::PREPOSITION | Traits::CONJUNCTION | Traits::PRONOUN);
    is_joined(word)
        || adverb
        || word.has(Traits::NUMERAL)
        || matches!(word.text(), "only" | "even" | "once" | "own" | "few" | "little" | "half" | "while" | "lot" | "all")
}

/// Whether a hyphen joins it to the next word.
fn is_joined(word: At) -> bool {
    word.next().is_some_and(|next| next.is(Kind::Hyphen) && !next.spaced())
}

/// Whether the word is one of which everybody knows the sound, so that nobody need look.
fn is_plain(word: At) -> bool {
    let known = word.has(Traits::KNOWN) && word.is(Kind::Word);
    let plural = word.has(Traits::PLURAL) && !word.has(Traits::ADJECTIVE) && !is_joined(word);
    known && !plural && word.has(Traits::LOWER | Traits::TITLE) && !word.has(Traits::LETTER | Traits::ACCENTED)
}

/// The other form of the article, in the case of this one.
fn other(article: &str, shouted: bool) -> &'static str {
    match article {
        "a" => "an",
        "A" if shouted => "AN",
        "A" => "An",
        "an" => "a",
        _ => "A",
    }
}
