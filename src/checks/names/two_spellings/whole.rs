//! Names that are the same but for the marks between and above their letters: “J.R.R. Tolkien” and
//! “J. R. R. Tolkien”, “Jean-Claude” and “Jean Claude”.

use std::hash::{BuildHasher, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{finding, stem, stem_span};
use crate::evidence::names::Place;
use crate::lexicon::{Traits, without_accents};
use crate::reading::{At, Reading};
use crate::rule::Report;
use crate::sieve::Sieve;
use crate::text::{Kind, Span};

/// Reports such names, unless a word of them has been found to be misspelt.
pub fn run(reading: &Reading, found: &[usize], report: &mut Report) {
    let names = reading.names();
    let mut first: FxHashMap<u64, usize> = FxHashMap::default();
    for number in names_with_some_letters(reading) {
        let name = &names.names()[number];
        let place = names.first(name);
        let Some(key) = letters(reading, place) else { continue };
        let Some(&before) = first.get(&key) else {
            first.insert(key, number);
            continue;
        };
        let other = &names.names()[before];
        let (one, two) = (name_span(reading, place), name_span(reading, names.first(other)));
        let (a, b) = (&reading.article.prose[one], &reading.article.prose[two]);
        let seen = |span: Span| found.iter().any(|at| span.contains(reading.tokens[*at].span()));
        let parts = [place, names.first(other)].iter().any(|place| is_part(reading, place));
        if name.count == 0 || other.count == 0 || same_but_for_case(a, b) || seen(one) || seen(two) || parts {
            continue;
        }
        let (odd, main) = if name.count <= other.count {
            ((one, name.count), (two, other.count))
        } else {
            ((two, other.count), (one, name.count))
        };
        report.add(finding(reading, odd.0, odd.1, main.0, main.1));
    }
}

/// The numbers of the names that may have the letters of another, in whatever order: hardly any.
fn names_with_some_letters(reading: &Reading) -> Vec<usize> {
    let names = reading.names();
    let sums: Vec<(usize, u32)> = names
        .names()
        .iter()
        .enumerate()
        .filter_map(|(number, name)| Some((number, sum_of_letters(reading, names.first(name))?)))
        .collect();
    let mut sieve = Sieve::new(sums.len());
    let twice: Vec<u32> = sums.iter().map(|(_, sum)| *sum).filter(|sum| sieve.insert(*sum)).collect();
    if twice.is_empty() {
        return Vec::new();
    }
    let twice = Sieve::of(twice.into_iter());
    sums.into_iter().filter(|(_, sum)| twice.may_hold(*sum)).map(|(number, _)| number).collect()
}

/// The same for all names that have the same letters; `None` for one that can have no variant.
fn sum_of_letters(reading: &Reading, place: &Place) -> Option<u32> {
    if place.tokens().len() < 2 && !may_be_two(reading, place) || !place.tells {
        return None;
    }
    let text = stem(&reading.article.prose[name_span(reading, place)]);
    match text.is_ascii() {
        true => Some(sum(text)),
        false => {
            let text = text.to_lowercase();
            Some(sum(&without_accents(&text).unwrap_or(text)))
        }
    }
}

/// “Brightwater” may be “Bright Water”: a long name that nobody knows.
fn may_be_two(reading: &Reading, place: &Place) -> bool {
    const LONG: usize = 8;
    let token = &reading.tokens[place.tokens().start];
    let traits = reading.traits(token);
    traits.any(Traits::UNKNOWN) && !traits.any(Traits::MIXED) && token.span().len() >= LONG && token.kind == Kind::Word
}

fn sum(text: &str) -> u32 {
    const SPREAD: u32 = 0x9E37_79B1;
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).map(|letter| u32::from(letter & 31));
    letters
        .fold(0, |sum: u32, letter| sum.wrapping_add((letter * letter * letter + 7 * letter) << 4 | 1))
        .wrapping_mul(SPREAD)
}

/// A name's letters without case, accents and what stands between, as one number; `None` for a
/// name that can have no such variant, as most can't.
fn letters(reading: &Reading, place: &Place) -> Option<u64> {
    let tokens = &reading.tokens[place.tokens()];
    let words = tokens.iter().filter(|t| t.kind.is_wordlike()).count();
    let titled =
        tokens.iter().any(|t| t.kind == Kind::Abbreviation && t.span().len() > 2 && !is_initials(reading.text(t)));
    if words < 2 && !may_be_two(reading, place) || titled || !place.tells {
        return None;
    }
    let text = stem(&reading.article.prose[name_span(reading, place)]);
    if text.is_ascii() {
        return letters_in(text);
    }
    let text = text.to_lowercase();
    letters_in(&without_accents(&text).unwrap_or(text))
}

fn letters_in(text: &str) -> Option<u64> {
    let mut hasher = FxBuildHasher.build_hasher();
    let mut count = 0;
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        hasher.write_u32(letter.to_ascii_lowercase().into());
        count += 1;
    }
    (count > 5).then(|| hasher.finish())
}

/// “Roman-Empire-questions”: what a hyphen or an address joins to more is another name.
fn is_part(reading: &Reading, place: &Place) -> bool {
    let tokens = place.tokens();
    let (first, last) = (reading.at(tokens.start), reading.at(tokens.end - 1));
    let joined = |at: At, mark: Option<At>| !at.spaced() && mark.is_some_and(|mark| mark.is(Kind::Hyphen));
    joined(first, first.prev()) || last.next().is_some_and(|next| joined(next, Some(next)))
}

fn is_initials(text: &str) -> bool {
    text.len() > 3 && text.as_bytes().get(1) == Some(&b'.')
}

fn same_but_for_case(a: &str, b: &str) -> bool {
    // Which marks and stops stand in them is for other rules: “Sony’s PlayStation”, “Washington, D.C.”
    let plain = |text: &str| {
        let words = stem(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let whole = words.strip_suffix('.').unwrap_or(&words).replace('’', "'").to_lowercase();
        let (front, last) = whole.rsplit_once(' ').unwrap_or(("", &whole));
        format!("{front} {}", if is_initials(last) || last.len() < 4 { last.replace('.', "") } else { last.to_owned() })
    };
    plain(a) == plain(b)
}

fn name_span(reading: &Reading, place: &Place) -> Span {
    let tokens = place.tokens();
    reading.tokens[tokens.start].span().cover(stem_span(reading, tokens.end - 1))
}
