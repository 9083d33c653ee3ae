//! “Three reasons”, then four of them in the same sentence, or a fourth in one that starts with
//! “Fourth”.
//!
//! Commas separate items and what is said of them, so only a series that can be read in one way is
//! counted: short items, one conjunction, no article here and name there.

use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, TokenFlags, numeral};

pub const CHECK: Check = Check::token(
    "numbers/series-count",
    Wake::words(&["third", "thirdly", "fourth", "fourthly", "fifth", "fifthly", "sixth"])
        .or_traits(Traits::NUMERAL)
        .or_kinds(&[Kind::Colon]),
    run,
);

/// A longer series is a table.
const MOST: u64 = 12;
/// A longer item has a comma of its own sooner or later.
const LONGEST: usize = 5;

fn run(at: At, report: &mut Report) {
    if at.is(Kind::Colon) {
        in_sentence(at, report);
    } else if at.has(Traits::NUMERAL) {
        of_names(at, report);
    } else if at.starts_sentence() {
        in_sentences(at, report);
    }
}

/// “The two winners are Anna Lind, Per Holt and Maria Costa.” Without a colon only a series of names
/// shows that it is one.
fn of_names(count: At, report: &mut Report) {
    let Some((_, stated)) = stated(count) else { return };
    let Some(mark) = noun(count).and_then(At::next) else { return };
    let opens = matches!(mark.kind(), Kind::Comma | Kind::Dash | Kind::OpenBracket);
    if !opens && !["are", "were"].iter().any(|word| mark.word_is(word)) {
        return;
    }
    let mut names = 0;
    let mut joints = 0;
    let mut at = mark.next();
    while let Some(name) = at.filter(|at| is_name(*at)) {
        names += 1;
        let end = std::iter::successors(Some(name), |at| at.next()).take(4).find(|at| !is_name(*at));
        let Some(end) = end else { return };
        match end.kind() {
            Kind::Comma => {
                at = end
                    .next()
                    .map(|next| {
                        if is_joint(next) {
                            joints += 1;
                            next.next()
                        } else {
                            Some(next)
                        }
                    })
                    .unwrap_or(None)
            }
            _ if is_joint(end) => {
                joints += 1;
                at = end.next();
            }
            // The series ends as it began, or with the sentence.
            kind => {
                let closed = if opens && kind != Kind::Stop { closes(mark.kind()) == kind } else { kind == Kind::Stop };
                if closed && joints == 1 && names > 1 && names != stated {
                    add(count, names, report);
                }
                return;
            }
        }
    }
}

fn closes(mark: Kind) -> Kind {
    if mark == Kind::OpenBracket { Kind::CloseBracket } else { mark }
}

/// A word of a person's name or of a place: no title, and nothing that says what somebody is.
fn is_name(at: At) -> bool {
    at.is(Kind::Word) && at.traits().capitalised() && !at.has(Traits::FUNCTION | Traits::DEMONYM | Traits::CALENDAR)
}

/// “There are three reasons for it: cost, time, noise and dust.”
fn in_sentence(colon: At, report: &mut Report) {
    const NEAR: usize = 6;
    let back: Vec<At> = std::iter::successors(colon.prev(), |at| at.prev()).take(NEAR).collect();
    let back = back.iter().take_while(|at| at.is(Kind::Word) || at.is(Kind::Number));
    let counts: Vec<(At, u64)> = back.filter_map(|at| stated(*at)).collect();
    let [(count, stated)] = counts[..] else { return };
    if let Some(items) = items_after(colon).filter(|items| *items != stated) {
        add(count, items, report);
    }
}

/// “He names three reasons. First, … Second, … Third, … Fourth, …”
fn in_sentences(ordinal: At, report: &mut Report) {
    const FAR: usize = 600;
    let Some(number) = ordinal_of(ordinal).filter(|_| ordinal.next().is_some_and(|next| next.is(Kind::Comma))) else {
        return;
    };
    let reading = ordinal.reading;
    let from = ordinal.index.saturating_sub(FAR);
    let starts = |index: &usize| reading.tokens[*index].flags.contains(TokenFlags::SENTENCE);
    let starts = (from..ordinal.index).rev().filter(starts).map(|index| reading.at(index));
    let mut expected = number - 1;
    for at in starts {
        if expected > 0 {
            expected -= u64::from(ordinal_of(at) == Some(expected));
            continue;
        }
        // The sentence before “First”.
        let sentence = std::iter::successors(Some(at), |at| at.next()).take(40);
        let sentence = sentence.take_while(|word| word.index == at.index || !word.starts_sentence());
        let counts: Vec<(At, u64)> = sentence.filter_map(stated).collect();
        if let [(count, stated)] = counts[..]
            && number == stated + 1
        {
            add(count, number, report);
        }
        return;
    }
}

fn ordinal_of(at: At) -> Option<u64> {
    const WORDS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let text = at.text().to_ascii_lowercase();
    let word = text.strip_suffix("ly").unwrap_or(&text);
    WORDS.iter().position(|ordinal| *ordinal == word).map(|at| at as u64 + 1)
}

fn add(count: At, items: u64, report: &mut Report) {
    let whole = count.span().cover(noun(count).map_or(count.span(), |noun| noun.span()));
    report.add(Finding::at(whole).with("items", in_words(items)));
}

/// A number of things that a series can tell one by one.
fn stated(at: At) -> Option<(At, u64)> {
    let value = numeral::value(at.text()).filter(|value| (2..=MOST).contains(value))?;
    (matches!(at.kind(), Kind::Word | Kind::Number) && noun(at).is_some() && !is_part(at)).then_some((at, value))
}

/// How many items the series after a colon has; `None` if it can be read in two ways, or is none.
fn items_after(colon: At) -> Option<u64> {
    let mut items: Vec<Vec<At>> = vec![Vec::new()];
    let mut semicolons = false;
    let rest = std::iter::successors(colon.next(), |at| at.next()).take_while(|at| !at.starts_sentence());
    for at in rest {
        match at.kind() {
            Kind::Comma => items.push(Vec::new()),
            Kind::Semicolon => {
                semicolons = true;
                items.push(Vec::new());
            }
            Kind::Stop | Kind::Exclamation => break,
            Kind::Word | Kind::Abbreviation | Kind::Number | Kind::Code | Kind::Hyphen | Kind::Ordinal => {
                items.last_mut()?.push(at);
            }
            _ => return None,
        }
    }
    let joints = |item: &[At]| item.iter().filter(|at| is_joint(**at)).count();
    let (last, others) = items.split_last()?;
    let serial = last.first().is_some_and(|at| is_joint(*at));
    let count = items.len() as u64;
    // “low taxes and a weak currency” are two.
    let short = |item: &[At]| item.split(|at| is_joint(*at)).all(|part| part.len() <= LONGEST);
    let plain = |item: &Vec<At>| !item.is_empty() && short(item) && !item.iter().any(|at| is_clause(*at));
    if semicolons || !items.iter().all(plain) || !alike(&items) {
        return None;
    }
    match joints(last) {
        // “more trees, and parks and roads”
        1 if serial => Some(count),
        1 if others.iter().all(|item| joints(item) == 0) => Some(count + 1),
        0 if count > 2 && others.iter().all(|item| joints(item) == 0) => Some(count),
        _ => None,
    }
}

fn is_joint(at: At) -> bool {
    at.word_is("and") || at.word_is("or")
}

/// A word that makes more of an item than a thing, or leaves the series open.
fn is_clause(at: At) -> bool {
    const WORDS: &List =
        list!("who which that those others more etc etc. including both either but not plus also i with");
    WORDS.has(at.text()) || at.has(Traits::AUXILIARY)
}

/// Whether all items begin like things of one kind. “Anna Lind, the mayor, and Per Holt, a baker” are
/// two.
fn alike(items: &[Vec<At>]) -> bool {
    let starts: Vec<At> = items.iter().filter_map(|item| item.iter().copied().find(|at| !is_joint(*at))).collect();
    let capital = |at: &At| at.traits().capitalised() && !at.has(Traits::FUNCTION);
    let article = |at: &At| at.has(Traits::DETERMINER);
    let both = |is: &dyn Fn(&At) -> bool| starts.iter().all(is) || !starts.iter().any(is);
    both(&capital) && both(&article)
}

/// The plural that a number counts: “three main reasons”. Only what a list can be of.
pub fn noun(count: At) -> Option<At> {
    let ahead = std::iter::successors(count.next(), |at| at.next()).take(3);
    let own = |at: &At| at.is(Kind::Word) && !at.has(Traits::DETERMINER | Traits::PREPOSITION | Traits::CONJUNCTION);
    ahead.take_while(own).find(|at| LISTED.has(at.text()))
}

/// “One of three reasons”, “the first three steps”, “at least five ways”: the list may be longer or
/// shorter. “These two questions and other experiences” and “LLVM 19” count no list.
pub fn is_part(count: At) -> bool {
    let before = count.prev();
    const PARTS: &List =
        list!("of first last other than least about around nearly almost over top to or and another next");
    before.is_some_and(|b| PARTS.has(b.text()))
        || is_label(count)
        || noun(count).and_then(At::next).is_some_and(|next| next.word_is("and"))
        || before.is_some_and(|b| matches!(b.kind(), Kind::Hyphen | Kind::Dash | Kind::Currency))
        || count.next().is_some_and(|n| n.word_is("or") || n.word_is("to") || n.word_is("more") || n.is(Kind::Hyphen))
}

/// “Slide 25”, “LLVM 19”: a figure that names what stands before it.
fn is_label(count: At) -> bool {
    let named = |before: At| before.traits().capitalised() && before.has(Traits::NOUN | Traits::UPPER);
    let word = count.prev().filter(|before| count.is(Kind::Number) && before.is(Kind::Word));
    word.is_some_and(|before| !before.has(Traits::FUNCTION) && named(before))
}

pub fn in_words(count: u64) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count as usize).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// What lists are announced as. A plural of anything else may be a number of other things (“sold
/// three houses:”).
const LISTED: &List = list!(
    "reasons aims courses objectives causes concerns issues values pillars measures subjects sports \
     dishes symptoms signs tasks duties elements components qualities skills habits barriers risks \
     threats obstacles ways steps tips things points questions rules principles factors areas goals \
     lessons options examples types kinds categories features benefits items ideas stages phases parts \
     recommendations suggestions facts problems challenges priorities conditions criteria takeaways \
     themes trends strategies tools changes demands ingredients mistakes children sons daughters \
     brothers sisters cities towns countries languages winners finalists offices colours colors books \
     albums"
);
