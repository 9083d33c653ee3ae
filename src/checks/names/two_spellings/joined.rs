//! Names whose small parts are written in two ways: “al-Rahmani” and “el-Rahmani”, “Hatcher & Dunne” and
//! “Hatcher and Dunne”.

use rustc_hash::FxHashMap;

use super::{finding, stem, stem_span};
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::Report;
use crate::text::{BlockKind, EntryId, Kind, Span};

/// The places of one name in each of its two ways.
type Ways = [Vec<Span>; 2];

pub fn run(reading: &Reading, report: &mut Report) {
    arabic_articles(reading, report);
    ampersands(reading, report);
}

/// The Arabic article, as it is said in the Gulf and in Egypt.
fn arabic_articles(reading: &Reading, report: &mut Report) {
    let found =
        |forms: [&str; 2], way| forms.map(|form| reading.find(form)).into_iter().flatten().map(move |id| (id, way));
    let mut forms: Vec<(EntryId, usize)> = found(["el", "El"], 0).collect();
    if forms.is_empty() {
        return;
    }
    forms.extend(found(["al", "Al"], 1));
    let mut names: FxHashMap<&str, Ways> = FxHashMap::default();
    for at in reading.places(&reading.set(forms.iter().map(|(form, _)| *form))).map(|index| reading.at(index)) {
        let Some(hyphen) = at.next().filter(|hyphen| hyphen.is(Kind::Hyphen) && !hyphen.spaced()) else { continue };
        let Some(name) = hyphen.next().filter(|name| !name.spaced() && name.token().is_capitalised()) else { continue };
        let Some((_, way)) = forms.iter().find(|(form, _)| *form == at.token().entry()) else { continue };
        let span = at.span().cover(stem_span(reading, name.index));
        names.entry(stem(name.text())).or_default()[*way].push(span);
    }
    tell(reading, names.into_values(), report);
}

/// A firm or work of two names, with “&” here and “and” there. Headings are short of room.
fn ampersands(reading: &Reading, report: &mut Report) {
    if !reading.marks.contains(Kind::Symbol) {
        return;
    }
    let mut names: FxHashMap<(EntryId, &str), Ways> = FxHashMap::default();
    for start in memchr::memchr_iter(b'&', reading.article.prose.as_bytes()) {
        if let Some(sign) = reading.starting_at(start).filter(|sign| sign.text() == "&")
            && let Some((key, span)) = two_names(reading, sign)
        {
            names.entry(key).or_default()[0].push(span);
        }
    }
    if names.is_empty() {
        return;
    }
    for at in reading.places(&reading.set(names.keys().map(|(first, _)| *first))).map(|index| reading.at(index)) {
        if let Some(and) = at.next().filter(|and| and.word_is("and"))
            && let Some((key, span)) = two_names(reading, and)
            && let Some(ways) = names.get_mut(&key)
        {
            ways[1].push(span);
        }
    }
    tell(reading, names.into_values(), report);
}

/// The two names that a sign or word joins in running text, with the span of both. What is longer on either
/// side is another.
fn two_names<'r>(reading: &'r Reading, joint: At<'r>) -> Option<((EntryId, &'r str), Span)> {
    let (first, second) = (joint.prev()?, joint.next()?);
    let copy = matches!(joint.block().kind(), BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn);
    let name = |at: At| at.is(Kind::Word) && at.token().is_capitalised() && !at.has(Traits::FUNCTION | Traits::LETTER);
    let longer =
        [first.prev(), second.next()].into_iter().flatten().any(|at| at.token().is_capitalised() && at.is(Kind::Word));
    (copy && !longer && joint.spaced() && second.spaced() && name(first) && name(second)).then(|| {
        let key = (first.token().entry(), stem(second.text()));
        (key, first.span().cover(stem_span(reading, second.index)))
    })
}

/// Reports each name that is written in both ways, in the order of the text.
fn tell(reading: &Reading, names: impl Iterator<Item = Ways>, report: &mut Report) {
    let mut clashing: Vec<Ways> = names.filter(|ways| ways.iter().all(|places| !places.is_empty())).collect();
    clashing.sort_by_key(|ways| ways[0][0]);
    for [one, other] in &clashing {
        let (odd, main) = if one.len() < other.len() { (one, other) } else { (other, one) };
        report.add(finding(reading, odd[0], odd.len() as u32, main[0], main.len() as u32));
    }
}
