//! A name of several words that is spelled in two ways: “Marc Rubio” and “Marco Rubio”, “Miguel
//! Angel” and “Miguel Ángel”, “J.R.R. Tolkien” and “J. R. R. Tolkien”.
//!
//! Two words that stand side by side in names make a pair. Pairs that share one word are compared
//! in the other; that a first name goes with two surnames a letter apart is rarely chance. Single
//! names are `spelling/name-variant`'s.

mod joined;
mod look;
mod pairs;
mod whole;

use rustc_hash::{FxHashMap, FxHashSet};

pub use self::look::Look;
use self::pairs::{Pair, Pairs};
use super::introduced;
use crate::lexicon::{Traits, are_said_alike, without_accents};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind, Span, Token};

pub const CHECK: Check = Check::article("names/two-spellings", run);

fn run(reading: &Reading, report: &mut Report) {
    // The words that differ, as numbers of tokens.
    let mut found: Vec<usize> = Vec::new();
    let pairs = Pairs::of(reading);
    let mut doubtful: Vec<Doubt> = Vec::new();
    for shared in [0, 1] {
        pairs.each_two_alike(shared, |one, other| {
            let (odd, main) = if one.count < other.count { (one, other) } else { (other, one) };
            let differs = 1 - shared;
            let word = odd.first[differs];
            if !found.contains(&word) && is_variant(reading, odd, main, differs) {
                found.push(word);
                doubtful.push(Doubt { odd, main, differs });
            }
        });
    }
    let mut told = found.clone();
    for Doubt { odd, main, differs } in one_person(reading, doubtful) {
        told.push(main.first[differs]);
        report.add(finding(reading, span(reading, odd), odd.count, span(reading, main), main.count));
    }
    whole::run(reading, &found, report);
    joined::run(reading, report);
    introduced::run(reading, &told, report);
}

/// So many words apart at most and in one sentence, two names stand side by side: “Dr Brown and his colleague, Dr Browne”.
const BESIDE: usize = 7;

/// Two pairs that may name one person.
struct Doubt<'p> {
    odd: &'p Pair,
    main: &'p Pair,
    /// In which word.
    differs: usize,
}

/// Leaves out those where the text itself shows two people: side by side, or the one called the
/// other’s kin.
fn one_person<'p>(reading: &Reading, doubtful: Vec<Doubt<'p>>) -> Vec<Doubt<'p>> {
    if doubtful.is_empty() {
        return doubtful;
    }
    let words = |doubt: &Doubt| [doubt.odd, doubt.main].map(|pair| reading.tokens[pair.first[doubt.differs]].entry());
    let wanted: FxHashSet<EntryId> = doubtful.iter().flat_map(words).collect();
    let set = reading.set(wanted.iter().copied());
    let mut places: FxHashMap<EntryId, Vec<usize>> = FxHashMap::default();
    for index in reading.places(&set) {
        places.entry(reading.tokens[index].entry()).or_default().push(index);
    }
    let sentence = |at: usize| reading.at(at).sentence_start().index;
    let two = |doubt: &Doubt| {
        let [one, other] = words(doubt).map(|entry| &places[&entry]);
        let side_by_side = one.iter().any(|&at| {
            let nearest = other.partition_point(|&other| other + BESIDE < at);
            let near = other.get(nearest).filter(|&&other| other <= at + BESIDE);
            near.is_some_and(|&other| sentence(other) == sentence(at))
        });
        let kin =
            [doubt.odd, doubt.main].iter().any(|pair| is_kin(reading.at(pair.first[0]), reading.at(pair.first[1])));
        !differ_in_marks(reading, doubt) && (side_by_side || kin)
    };
    doubtful.into_iter().filter(|doubt| !two(doubt)).collect()
}

/// “Miguel Angel” and “Miguel Ángel” are one, wherever they stand.
fn differ_in_marks(reading: &Reading, doubt: &Doubt) -> bool {
    let bare = |pair: &Pair| {
        let text = stem(reading.text(&reading.tokens[pair.first[doubt.differs]])).to_lowercase();
        without_accents(&text).unwrap_or(text)
    };
    bare(doubt.odd) == bare(doubt.main)
}

/// “his son, Steven Reed”, “John Clarke, no relation”
pub fn is_kin(first: At, last: At) -> bool {
    const KIN: &[&str] = &[
        "aunt",
        "brother",
        "colleague",
        "cousin",
        "daughter",
        "father",
        "husband",
        "mother",
        "namesake",
        "nephew",
        "niece",
        "partner",
        "sibling",
        "sister",
        "son",
        "twin",
        "uncle",
        "wife",
        "elder",
        "younger",
    ];
    let before = std::iter::successors(first.prev(), |at| at.prev()).take(3);
    let after = std::iter::successors(last.next(), |at| at.next()).take(4);
    before.into_iter().any(|at| KIN.contains(&at.text())) || after.into_iter().any(|at| at.word_is("relation"))
}

pub fn finding(reading: &Reading, odd: Span, odd_count: u32, main: Span, main_count: u32) -> Finding {
    let text = |span: Span| reading.article.prose[span].split_whitespace().collect::<Vec<_>>().join(" ");
    let times = |count: u32| match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    };
    let (one, other) = (text(odd), text(main));
    let message = format!(
        "“{}” appears {}, “{}” {}. If they are the same, please correct one.",
        short(&one),
        times(odd_count),
        short(&other),
        times(main_count)
    );
    Finding::at(odd).say(message).related(main, "the other spelling").replace(odd, other)
}

fn short(name: &str) -> &str {
    name.char_indices().nth(28).map_or(name, |(at, _)| &name[..at])
}

/// Whether the words of two pairs in which they differ are two spellings of one.
fn is_variant(reading: &Reading, odd: &Pair, main: &Pair, differs: usize) -> bool {
    let tokens = [&reading.tokens[odd.first[differs]], &reading.tokens[main.first[differs]]];
    let traits = tokens.map(|t| reading.traits(t));
    let given = traits.iter().all(|t| t.any(Traits::GIVEN_NAME));
    let alike = || are_said_alike(stem(reading.text(tokens[0])), stem(reading.text(tokens[1])));
    let one_given = traits.iter().any(|t| t.any(Traits::GIVEN_NAME)) && !traits.iter().any(|t| t.any(Traits::COMMON));
    let said_alike = differs == 0 && (given || one_given) && odd.count == 1 && alike();
    let looks = || tokens.map(|t| Look::of(stem(reading.text(t))));
    if !said_alike && !matches!(looks(), [one, other] if one.may_be_near(other)) {
        return false;
    }
    let texts = tokens.map(|t| stem(reading.text(t)).replace('’', "'").to_lowercase());
    // “Core Data Apps” and “Core Data APIs”
    let letters = |token: &&Token| reading.text(token).trim_end_matches('s').chars().all(char::is_uppercase);
    if traits.iter().any(|t| t.any(Traits::UPPER | Traits::DEMONYM | Traits::CALENDAR | Traits::NUMERAL))
        || tokens.iter().any(letters)
    {
        return false;
    }
    let shared = reading.traits(&reading.tokens[odd.first[1 - differs]]);
    if shared.any(Traits::UPPER | Traits::FUNCTION | Traits::CALENDAR) {
        return false;
    }
    let bare = texts.clone().map(|text| without_accents(&text).unwrap_or(text));
    if bare[0] == bare[1] {
        return texts[0] != texts[1];
    }
    let surname = reading.traits(&reading.tokens[odd.first[1]]);
    if said_alike && (surname.any(Traits::SURNAME) || !surname.any(Traits::COMMON)) {
        return !is_told_by_title(reading, odd, main);
    }
    let [one, other] = &bare;
    let lengths = one.len().min(other.len());
    let distance = strsim::osa_distance(one, other);
    // “Beatrix” and “Beatrice”, “Daniela” and “Danielle”: before one surname, the same name in two languages.
    let start = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let forms = differs == 0 && given && odd.count == 1 && start > 4 && one.len().max(other.len()) - start < 4;
    // “Suzette Aubrac-Lemoine” and “Suzanne Aubrac-Lemoine”: such a surname has no two in an article.
    let double = || reading.at(odd.first[1]).next().is_some_and(|h| h.is(Kind::Hyphen) && !h.spaced());
    let forms = forms || differs == 0 && given && odd.count == 1 && start > 2 && double();
    let near = distance == 1 && lengths > 3 || distance == 2 && lengths > 7 || forms;
    let common = |t: &Traits| t.any(Traits::COMMON);
    // “Goldman Sach”: what is cut off from one name is no plural of another.
    let cut = differs == 1
        && main.count > 1
        && odd.count == 1
        && one.strip_suffix('s').is_none()
        && other.strip_suffix('s') == Some(one)
        && !traits.iter().any(common);
    if !near
        || is_inflected(one, other) && !cut
        || traits.iter().all(common)
        || distance == 2 && traits.iter().any(common)
    {
        return false;
    }
    // A slip in a name that stands by itself as well is reported there, if no other name is written so.
    let other_name = differs == 0 && traits[0].any(Traits::KNOWN);
    if !other_name && is_single_slip(reading, tokens, distance) {
        return false;
    }
    // A slip of the finger seldom hits the first letter: Chen and Shen are two people.
    let first = |text: &str| text.chars().next();
    if main.count == 1 && first(one) != first(other) {
        return false;
    }
    match differs {
        // First names in a family differ like this: Paul and Paula, Maria and Mario.
        0 if given && differ_in_last_vowel(one, other) => odd.count == 1 && main.count > 1 && differ_in_o(one, other),
        0 => !given || odd.count == 1,
        // Two people named John may be Clark and Clarke, if each is named again.
        _ => odd.count == 1 || traits.iter().any(|t| !t.any(Traits::KNOWN)),
    }
}

/// Whether `spelling/name-variant` has it, by what stands before both names.
fn is_told_by_title(reading: &Reading, odd: &Pair, main: &Pair) -> bool {
    let words = [odd, main].map(|pair| &reading.tokens[pair.first[0]]);
    let before = [odd, main].map(|pair| reading.at(pair.first[0]).prev());
    let same = before.iter().all(|p| p.is_some_and(|p| p.has(Traits::TITLE) && !p.has(Traits::FUNCTION)))
        && before[0].map(At::text) == before[1].map(At::text);
    same && is_single_slip(reading, words, strsim::osa_distance(reading.text(words[0]), reading.text(words[1])))
}

/// Whether `spelling/name-variant` looks after it: one word stands once, the other often.
fn is_single_slip(reading: &Reading, tokens: [&Token; 2], distance: usize) -> bool {
    let count = |token: &Token| reading.entry(token).count;
    let traits = reading.traits(tokens[0]) | reading.traits(tokens[1]);
    let long = tokens[0].span().len() > 4;
    // “Bagatsing-Oliver”: a known name that nothing but a hyphen ties to the other.
    let second = || reading.at(reading.token_at(tokens[0].start())).prev().is_some_and(|h| h.is(Kind::Hyphen));
    let other_name = reading.traits(tokens[0]).any(Traits::KNOWN) && second();
    !other_name && !traits.any(Traits::COMMON) && distance == 1 && long && count(tokens[0]) == 1 && count(tokens[1]) > 1
}

/// Whether one is made from the other as languages make plurals, peoples and feminines.
fn is_inflected(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let endings = ["s", "es", "n", "an", "ed", "er", "r", "d", "i", "y", "ly", "al", "ic", "a"];
    long.strip_prefix(short).is_some_and(|rest| endings.contains(&rest))
        || short.strip_suffix('y').is_some_and(|stem| long.strip_prefix(stem) == Some("ies"))
}

fn differ_in_last_vowel(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches(['a', 'e', 'o', 'i', 'y']).to_owned();
    stem(one) == stem(other)
}

/// “Marc” and “Marco” are one man’s name, in two languages.
fn differ_in_o(one: &str, other: &str) -> bool {
    let plain = |word: &str| !word.ends_with(['a', 'e', 'i', 'y']);
    plain(one) && plain(other)
}

fn span(reading: &Reading, pair: &Pair) -> Span {
    reading.tokens[pair.first[0]].span().cover(stem_span(reading, pair.first[1]))
}

/// The span of a word without its possessive ending.
pub fn stem_span(reading: &Reading, at: usize) -> Span {
    let span = reading.tokens[at].span();
    Span { end: span.start + stem(&reading.article.prose[span]).len() as u32, ..span }
}

pub fn stem(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text).trim_end_matches(['\'', '’'])
}
