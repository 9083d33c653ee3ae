//! A name of several words that is spelled in two ways: “Marc Rubio” and “Marco Rubio”, “Miguel
//! Angel” and “Miguel Ángel”, “J.R.R. Tolkien” and “J. R. R. Tolkien”.
//!
//! Two words that stand side by side in names make a pair. Pairs that share one word are compared
//! in the other; that a first name goes with two surnames a letter apart is rarely chance. Single
//! names are `spelling/name-variant`'s.

use std::hash::{BuildHasher, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::introduced;
use crate::evidence::names::Place;
use crate::lexicon::{Traits, are_said_alike, without_accents};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind, Span, Token};

pub const CHECK: Check = Check::article("names/two-spellings", run);

/// Two words of a name, with what is known of its places.
struct Pair {
    /// The numbers of the two words, without case and possessive ending.
    words: [u32; 2],
    /// The tokens of its first place.
    first: [usize; 2],
    count: u32,
}

/// No more pairs with one word in common than these are compared.
const CROWD: usize = 24;

fn run(reading: &Reading, report: &mut Report) {
    // The words that differ, as numbers of tokens.
    let mut found: Vec<usize> = Vec::new();
    let pairs = Pairs::of(reading);
    let mut doubtful: Vec<Doubt> = Vec::new();
    for shared in [0, 1] {
        let order = pairs.sharing(shared);
        let same = |a: &&Pair, b: &&Pair| a.words[shared] == b.words[shared];
        for group in order.chunk_by(same).filter(|g| g.len() > 1) {
            for (i, &one) in group.iter().take(CROWD).enumerate() {
                for &other in group.iter().take(CROWD).skip(i + 1) {
                    let (odd, main) = if one.count < other.count { (one, other) } else { (other, one) };
                    let differs = 1 - shared;
                    let word = odd.first[differs];
                    if !found.contains(&word) && is_variant(reading, odd, main, differs) {
                        found.push(word);
                        doubtful.push(Doubt { odd, main, differs });
                    }
                }
            }
        }
    }
    let mut told = found.clone();
    for Doubt { odd, main, differs } in one_person(reading, doubtful) {
        told.push(main.first[differs]);
        report.add(finding(reading, span(reading, odd), odd.count, span(reading, main), main.count));
    }
    whole_names(reading, &found, report);
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
    let words = |doubt: &Doubt| [doubt.odd, doubt.main].map(|pair| reading.tokens[pair.first[doubt.differs]].entry);
    let wanted: FxHashSet<EntryId> = doubtful.iter().flat_map(words).collect();
    let set = reading.entries_where(|id, _| wanted.contains(&id));
    let mut places: FxHashMap<EntryId, Vec<usize>> = FxHashMap::default();
    for index in reading.places(&set) {
        places.entry(reading.tokens[index].entry).or_default().push(index);
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
fn is_kin(first: At, last: At) -> bool {
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

/// The pairs of words of the article's names, each distinct one once, in the order of the text.
#[derive(Default)]
struct Pairs {
    all: Vec<Pair>,
    /// How many distinct words they have.
    words: usize,
}

impl Pairs {
    fn of(reading: &Reading) -> Pairs {
        let mut pairs = Pairs::default();
        let mut words = Numbers { by_entry: vec![None; reading.entries.len()], by_key: FxHashMap::default() };
        let mut numbers: FxHashMap<[u32; 2], usize> = FxHashMap::default();
        for place in reading.names().places().iter().filter(|place| place.tokens().len() > 1) {
            let mut before: Option<(usize, u32)> = None;
            for at in place.tokens() {
                let token = &reading.tokens[at];
                if token.kind == Kind::Abbreviation {
                    // “John F. Kennedy”, but “Sen. Kennedy” is no name of two words.
                    before = before.filter(|_| token.span().len() == 2);
                    continue;
                }
                if token.kind != Kind::Word || !token.is_capitalised() {
                    continue;
                }
                let word = words.number(reading, token.entry);
                if let Some((first, first_word)) = before {
                    let words = [first_word, word.number];
                    let number = *numbers.entry(words).or_insert_with(|| {
                        pairs.all.push(Pair { words, first: [first, at], count: 0 });
                        pairs.all.len() - 1
                    });
                    pairs.all[number].count += 1;
                }
                // “Mexico’s Marco” are two names.
                before = word.bare.then_some((at, word.number));
            }
        }
        pairs.words = words.by_key.len();
        pairs
    }

    /// The pairs by their first or second word, those that share it in the order of the text.
    fn sharing(&self, side: usize) -> Vec<&Pair> {
        let mut starts = vec![0; self.words + 1];
        self.all.iter().for_each(|pair| starts[pair.words[side] as usize + 1] += 1);
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut order: Vec<&Pair> = self.all.iter().collect();
        for pair in &self.all {
            let place = &mut starts[pair.words[side] as usize];
            order[*place] = pair;
            *place += 1;
        }
        order
    }
}

/// The words of names, numbered without case and possessive ending.
struct Numbers {
    by_entry: Vec<Option<Word>>,
    by_key: FxHashMap<u64, u32>,
}

#[derive(Clone, Copy)]
struct Word {
    number: u32,
    /// Without a possessive ending.
    bare: bool,
}

impl Numbers {
    fn number(&mut self, reading: &Reading, entry: EntryId) -> Word {
        let by_key = &mut self.by_key;
        *self.by_entry[entry.0 as usize].get_or_insert_with(|| {
            let text = reading.form(entry);
            let next = by_key.len() as u32;
            Word { number: *by_key.entry(key(text)).or_insert(next), bare: stem(text).len() == text.len() }
        })
    }
}

/// Whether the words of two pairs in which they differ are two spellings of one.
fn is_variant(reading: &Reading, odd: &Pair, main: &Pair, differs: usize) -> bool {
    let tokens = [&reading.tokens[odd.first[differs]], &reading.tokens[main.first[differs]]];
    let traits = tokens.map(|t| reading.traits(t));
    let given = traits.iter().all(|t| t.any(Traits::GIVEN_NAME));
    let alike = || are_said_alike(stem(reading.text(tokens[0])), stem(reading.text(tokens[1])));
    let one_given = traits.iter().any(|t| t.any(Traits::GIVEN_NAME)) && !traits.iter().any(|t| t.any(Traits::COMMON));
    let said_alike = differs == 0 && (given || one_given) && odd.count == 1 && alike();
    if !said_alike && !may_be_near(stem(reading.text(tokens[0])), stem(reading.text(tokens[1]))) {
        return false;
    }
    let texts = tokens.map(|t| stem(reading.text(t)).replace('’', "'").to_lowercase());
    if traits.iter().any(|t| t.any(Traits::UPPER | Traits::DEMONYM | Traits::CALENDAR | Traits::NUMERAL)) {
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
    let near = distance == 1 && lengths > 3 || distance == 2 && lengths > 7;
    let common = |t: &Traits| t.any(Traits::COMMON);
    if !near || is_inflected(one, other) || traits.iter().all(common) || distance == 2 && traits.iter().any(common) {
        return false;
    }
    // A slip in a name that stands by itself as well is reported there.
    if is_single_slip(reading, tokens, distance) {
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

/// Whether two words can be one or two letters apart; that most can't is seen at once by their
/// lengths and by which letters they have.
pub fn may_be_near(one: &str, other: &str) -> bool {
    if !one.is_ascii() || !other.is_ascii() {
        return one.len().abs_diff(other.len()) < 8;
    }
    let letters = |word: &str| word.bytes().fold(0u32, |set, b| set | 1 << (b & 31));
    one.len().abs_diff(other.len()) < 3 && (letters(one) ^ letters(other)).count_ones() < 5
}

/// Whether `spelling/name-variant` looks after it: one word stands once, the other often.
fn is_single_slip(reading: &Reading, tokens: [&Token; 2], distance: usize) -> bool {
    let count = |token: &Token| reading.entry(token).count;
    let traits = reading.traits(tokens[0]) | reading.traits(tokens[1]);
    let long = tokens[0].span().len() > 4;
    !traits.any(Traits::COMMON) && distance == 1 && long && count(tokens[0]) == 1 && count(tokens[1]) > 1
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

/// Names that are the same but for the marks between and above their letters.
fn whole_names(reading: &Reading, found: &[usize], report: &mut Report) {
    let names = reading.names();
    let mut first: FxHashMap<u64, usize> = FxHashMap::default();
    for (number, name) in names.names().iter().enumerate() {
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

/// A name's letters without case, accents and what stands between, as one number; `None` for a
/// name that can have no such variant, as most can't.
fn letters(reading: &Reading, place: &Place) -> Option<u64> {
    let tokens = &reading.tokens[place.tokens()];
    let words = tokens.iter().filter(|t| t.kind.is_wordlike()).count();
    let titled =
        tokens.iter().any(|t| t.kind == Kind::Abbreviation && t.span().len() > 2 && !is_initials(reading.text(t)));
    if words < 2 || titled || !place.tells {
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

fn span(reading: &Reading, pair: &Pair) -> Span {
    reading.tokens[pair.first[0]].span().cover(stem_span(reading, pair.first[1]))
}

fn name_span(reading: &Reading, place: &Place) -> Span {
    let tokens = place.tokens();
    reading.tokens[tokens.start].span().cover(stem_span(reading, tokens.end - 1))
}

/// The span of a word without its possessive ending.
pub fn stem_span(reading: &Reading, at: usize) -> Span {
    let span = reading.tokens[at].span();
    Span { end: span.start + stem(&reading.article.prose[span]).len() as u32, ..span }
}

pub fn stem(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text).trim_end_matches(['\'', '’'])
}

fn key(text: &str) -> u64 {
    let text = stem(text);
    if text.bytes().all(|b| b.is_ascii()) {
        let mut hash = 0;
        for chunk in text.as_bytes().chunks(8) {
            let mut bytes = [0; 8];
            bytes[..chunk.len()].copy_from_slice(chunk);
            bytes.make_ascii_lowercase();
            hash = FxBuildHasher.hash_one((hash, u64::from_le_bytes(bytes)));
        }
        return hash;
    }
    FxBuildHasher.hash_one(text.to_lowercase())
}
