//! The years of a life and an age that is told beside them: “Ada Holt (1920–2003) … died at 73”.
//!
//! The year of birth wakes the rule. The age is one at death, or at what happened in a year that
//! stands right beside it. It is looked for in the same sentence, and in those next to it if they go
//! on about the same person: with a pronoun, and without another name.

use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, TokenFlags, numeral};

pub const CHECK: Check = Check::token("numbers/age", Wake::words(&["born"]).or_kinds(&[Kind::Figures]), run);

/// A longer sentence tells of more than one person.
const LONGEST: usize = 60;

#[derive(Clone, Copy)]
struct Year<'r> {
    at: At<'r>,
    value: u64,
}

/// An age, and the tokens that say so: “at the age of 70”, “aged 70”, “was 70 when he died”.
struct Age<'r> {
    at: At<'r>,
    value: u64,
    /// Where the words start, in the sentence.
    start: usize,
    /// Where they end.
    end: usize,
    /// They speak of the death themselves.
    at_death: bool,
}

fn run(at: At, report: &mut Report) {
    let Some((birth, death)) = life(at) else { return };
    let own = sentence(at.sentence_start());
    let next = following(&own);
    let before = own.first().and_then(|first| first.prev()).map(|last| sentence(last.sentence_start()));
    let before = before.filter(|s| same_person(&own) && s.iter().any(|at| is_death(*at)));
    for sentence in std::iter::once(own).chain(next).chain(before) {
        let died = sentence.iter().position(|at| is_death(*at));
        let death = died.and_then(|at| year_after(&sentence, at, 10)).or(death);
        for age in ages(&sentence) {
            let told_of_death = age.at_death || died.is_some_and(|died| died < age.start);
            let year = if told_of_death { death } else { event(&sentence, &age, birth) };
            if let Some(year) = year {
                return compare(birth, year, &age, told_of_death, report);
            }
        }
    }
}

fn compare(birth: Year, event: Year, age: &Age, death: bool, report: &mut Report) {
    let lived = event.value.saturating_sub(birth.value);
    // Before or after the birthday.
    if event.value < birth.value || lived == age.value || lived == age.value + 1 {
        return;
    }
    let note = if death { "The year of death." } else { "The year that is meant." };
    let years = if lived == 0 { "less than 1".to_owned() } else { format!("{} or {lived}", lived - 1) };
    let mut finding = Finding::at(age.at.span()).with("years", years).related(birth.at.span(), "The year of birth.");
    if event.at.span() != birth.at.span() {
        finding = finding.related(event.at.span(), note);
    }
    report.add(finding);
}

/// The years of birth and death that are told here: “born in 1920”, “(1920–2003)”.
fn life(at: At) -> Option<(Year, Option<Year>)> {
    if at.is(Kind::Figures) {
        let (birth, death) = at.text().split_once(['–', '-'])?;
        let bracket = |at: Option<At>, kind| at.is_some_and(|at| at.is(kind));
        let own = bracket(at.prev(), Kind::OpenBracket) && bracket(at.next(), Kind::CloseBracket);
        let named = at.prev()?.prev().is_some_and(|name| name.traits().capitalised() || is_person(name));
        let year = |text: &str| (text.len() == 4).then(|| text.parse().ok().map(|value| Year { at, value }))?;
        return (own && named).then_some((year(birth)?, Some(year(death)?)));
    }
    let own = sentence(at.sentence_start());
    let birth = year_after(&own, own.iter().position(|word| word.index == at.index)?, 8)?;
    Some((birth, None))
}

/// The sentences after this one that go on about the same person. Those between must not bring in
/// anybody else, who may be the one that the next speaks of.
fn following<'r>(own: &[At<'r>]) -> Vec<Vec<At<'r>>> {
    const FURTHEST: usize = 3;
    let mut all: Vec<Vec<At>> = Vec::new();
    let mut last = own.last().copied();
    for step in 0..FURTHEST {
        let Some(next) = last.and_then(At::next).map(sentence) else { break };
        let apart = step > 0 && !names_nobody(&next);
        if apart || own.iter().any(|at| is_kin(*at)) {
            break;
        }
        last = next.last().copied();
        let alone = names_nobody(&next);
        // “Holt died in 2003 …”, after the sentence that has her whole name.
        let named = own.iter().any(|at| at.traits().capitalised() && at.token().entry() == next[0].token().entry());
        let again = named && is_surname(next[0]) && names_nobody(&next);
        if same_person(&next) || again {
            all.push(next);
        }
        if !alone {
            break;
        }
    }
    all
}

/// “the poet”, “a chemist”
fn is_person(noun: At) -> bool {
    const WHO: [&str; 12] = [
        "poet", "painter", "writer", "singer", "composer", "actor", "author", "king", "queen", "maker", "doctor",
        "teacher",
    ];
    let text = noun.text();
    noun.has(Traits::NOUN) && ["ist", "ian", "man"].iter().any(|end| text.ends_with(end)) || WHO.contains(&text)
}

fn is_surname(at: At) -> bool {
    at.is(Kind::Word) && at.traits().capitalised() && !at.has(Traits::COMMON | Traits::FUNCTION | Traits::PLACE)
}

/// Whether a sentence names nobody, and no kin.
fn names_nobody(sentence: &[At]) -> bool {
    let place = Traits::PLACE | Traits::CALENDAR | Traits::DEMONYM;
    let named = |at: &At| at.traits().capitalised() && !at.has(place) && !at.has(Traits::PRONOUN);
    sentence.iter().skip(1).all(|at| !named(at) && !is_kin(*at))
}

fn is_kin(at: At) -> bool {
    const KIN: [&str; 16] = [
        "son", "sons", "daughter", "father", "mother", "brother", "sister", "husband", "wife", "child", "children",
        "friend", "king", "uncle", "aunt", "partner",
    ];
    KIN.iter().any(|word| at.word_is(word))
}

/// The ages that a sentence tells.
fn ages<'r>(sentence: &[At<'r>]) -> Vec<Age<'r>> {
    let is = |at: usize, words: &[&str]| sentence.get(at).is_some_and(|t| words.iter().any(|w| t.word_is(w)));
    let kind = |at: usize, kinds: &[Kind]| sentence.get(at).is_none_or(|t| kinds.contains(&t.kind()));
    let age = |at: usize| -> Option<Age<'r>> {
        let number = sentence[at];
        let value = value(number).filter(|age| (1..130).contains(age))?;
        let hyphen = kind(at + 1, &[Kind::Hyphen]) && at + 1 < sentence.len();
        if hyphen || is(at + 1, &["on", "per", "percent", "%"]) && !is(at + 2, &["the", "his", "her"]) {
            return None;
        }
        let [one, two] = [at.wrapping_sub(1), at.wrapping_sub(2)];
        let pause = kind(at + 1, &[Kind::Comma, Kind::Stop, Kind::Semicolon, Kind::CloseBracket]);
        // “by a driver aged 22” is somebody else.
        let apart = at < 2 || kind(two, &[Kind::Comma]) || is(two, &["died", "dies"]);
        let (start, at_death) = match () {
            () if is(one, &["aged"]) && apart => (one, false),
            () if is(one, &["of"]) && is(two, &["age"]) => (at - 4.min(at), false),
            () if is(one, &["age"]) && is(two, &["at"]) => (two, false),
            () if is(one, &["at"]) && is(two, &["died"]) && is(at + 1, &["in", "on", "after", "from"]) => (one, false),
            () if is(one, &["at"]) && pause && (is(two, &["died"]) || kind(two, &[Kind::Comma, Kind::Number])) => {
                (one, false)
            }
            // “wrote his first play at 31, in 1922”
            () if is(one, &["at"]) && kind(at + 1, &[Kind::Comma]) && is(at + 2, &["in"]) => (one, false),
            () if is(one, &["was"]) && is_when(sentence, at) => (one, dies(&sentence[at..])),
            () if is(at + 1, &["years"]) && is(at + 2, &["old"]) && is(one, &["was"]) => (one, dies(&sentence[at..])),
            // “Holt, 44, was born in 1962 and died in 2016”
            () if kind(one, &[Kind::Comma]) && kind(at + 1, &[Kind::Comma]) && is(at + 3, &["born"]) => (one, true),
            () => return None,
        };
        Some(Age { at: number, value, start, end: at, at_death })
    };
    (0..sentence.len()).filter_map(age).collect()
}

/// “was 19 when she left”, “was 54 years old when he died”
fn is_when(sentence: &[At], number: usize) -> bool {
    let old = sentence.get(number + 1).is_some_and(|at| at.word_is("years"));
    let when = if old { number + 3 } else { number + 1 };
    let is = |at: usize, words: &[&str]| sentence.get(at).is_some_and(|t| words.iter().any(|w| t.word_is(w)));
    is(when, &["when"]) && is(when + 1, &["he", "she"])
}

/// Whether the words after an age speak of the end.
fn dies(after: &[At]) -> bool {
    after.iter().take(8).any(|at| is_death(*at))
}

fn is_death(at: At) -> bool {
    ["died", "dies", "killed", "death"].iter().any(|word| at.word_is(word))
}

/// The year right beside an age: “at 31, in 1922”, “in 2006, aged 28”; or of “was 19 when she left
/// … in 1990” the only one in the sentence besides that of birth.
fn event<'r>(sentence: &[At<'r>], age: &Age, birth: Year) -> Option<Year<'r>> {
    let comma = |at: usize| usize::from(sentence.get(at).is_some_and(|t| t.is(Kind::Comma)));
    let own = |y: &Year| y.at.index != birth.at.index;
    let in_year = |at: usize| year(*sentence.get(at)?).filter(|y| sentence[at - 1].word_is("in") && own(y));
    let after = age.end + 1 + comma(age.end + 1);
    let found = in_year(after + 1).or_else(|| {
        let before = age.start.checked_sub(1)?;
        in_year(before.checked_sub(comma(before))?.max(1))
    });
    let when = is_when(sentence, age.end);
    found.or_else(|| {
        let mut years = sentence.iter().filter_map(|at| year(*at)).filter(own);
        let only = years.next().filter(|_| when && years.next().is_none());
        only.filter(|only| only.at.index > age.at.index)
    })
}

/// The first year within so many tokens.
fn year_after<'r>(sentence: &[At<'r>], at: usize, tokens: usize) -> Option<Year<'r>> {
    sentence[at + 1..].iter().take(tokens).find_map(|at| year(*at))
}

fn year(at: At) -> Option<Year> {
    let value = value(at).filter(|y| (1000..2200).contains(y) && at.is(Kind::Number) && at.span().len() == 4)?;
    Some(Year { at, value })
}

/// The tokens of the sentence that starts here.
fn sentence(start: At) -> Vec<At> {
    let rest = std::iter::successors(start.next(), |at| at.next()).take(LONGEST).take_while(|at| !at.starts_sentence());
    std::iter::once(start).chain(rest).collect()
}

/// Whether a sentence speaks of him or her who was named before, and of nobody else.
fn same_person(sentence: &[At]) -> bool {
    let pronoun = sentence.iter().any(|at| ["he", "she"].iter().any(|word| at.word_is(word)));
    let inner = |at: &At| !at.flags().intersects(TokenFlags::SENTENCE | TokenFlags::BLOCK);
    let given =
        |at: &At| at.has(Traits::GIVEN_NAME) && at.has(Traits::TITLE) && !at.has(Traits::COMMON | Traits::PLACE);
    pronoun && !sentence.iter().any(|at| inner(at) && given(at))
}

fn value(at: At) -> Option<u64> {
    numeral::value(at.text())
}
