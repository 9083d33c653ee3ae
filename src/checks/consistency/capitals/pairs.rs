//! The pairs of common words that names have with capitals, as far as anybody asks for them.
//!
//! An article has a pair in nearly every name of several words, and hardly one of them stands
//! elsewhere with only some of its capitals. So the places that may lack a capital are looked for
//! first: beside a name, a word in lower case that the article also has with one. What their pairs
//! would be is kept in a [`Sieve`], and only names that may have one of these are read.

use rustc_hash::FxHashMap;

use super::{is_common, is_of_place, is_own_name, is_side};
use crate::evidence::names::Place;
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::sieve::{self, Sieve};
use crate::text::{EntryId, Kind};

/// Two words that both have their capitals, in a name.
pub type Key = (EntryId, EntryId);

/// Where they have them.
#[derive(Clone, Copy)]
pub struct Pair {
    pub count: u32,
    /// The tokens of the first place.
    pub first: (usize, usize),
    /// Where the name starts of which it is a part.
    pub name: usize,
    /// Whether a name ends with the second word.
    pub ends: bool,
}

pub type Pairs = FxHashMap<Key, Pair>;

/// The names beside which a capital may be missing, in the order of the text.
pub struct Doubts {
    /// By entry, the form with a capital of a common word in lower case, if a name has it.
    raised: Vec<EntryId>,
    of: Option<EntryId>,
    doubts: Vec<Doubt>,
    /// The pairs that are asked for besides those of the doubts.
    others: Vec<Key>,
}

/// A name, and the first of the pairs that would show that a word beside it lacks its capital.
#[derive(Clone, Copy)]
struct Doubt {
    place: u32,
    key: Key,
}

impl Doubts {
    /// `None` where the article has no such word, or no name beside one.
    pub fn of(reading: &Reading) -> Option<Doubts> {
        let raised = raised(reading)?;
        let mut all = Doubts { raised, of: reading.find("of"), doubts: Vec::new(), others: Vec::new() };
        for (number, place) in reading.names().places().iter().enumerate().filter(|(_, p)| p.tells) {
            all.look_after(reading, number as u32, place);
            if !place.at_start {
                all.look_before(reading, number as u32, place);
            }
        }
        (!all.doubts.is_empty()).then_some(all)
    }

    /// The form with a capital of a common word in lower case, if a name has it.
    pub fn raised(&self, lower: EntryId) -> Option<EntryId> {
        Some(self.raised[lower.0 as usize]).filter(|raised| *raised != EntryId::NONE)
    }

    /// The names beside which one of these pairs lacks a capital, as far as their forms tell; each once.
    pub fn places<'r>(&'r self, reading: &'r Reading, pairs: &'r Pairs) -> impl Iterator<Item = &'r Place> {
        let mut last = None;
        let doubts = self.doubts.iter().filter(|doubt| pairs.contains_key(&doubt.key));
        let new = doubts.filter(move |doubt| last.replace(doubt.place) != Some(doubt.place));
        new.map(|doubt| &reading.names().places()[doubt.place as usize])
    }

    fn look_after(&mut self, reading: &Reading, number: u32, place: &Place) {
        let end = reading.range(place.block as usize).end;
        let tokens = &reading.tokens[..end];
        let mut next = place.tokens().end;
        next += usize::from(tokens.get(next).is_some_and(|token| Some(token.entry()) == self.of));
        let Some(token) = tokens.get(next) else { return };
        let capital = self.raised[token.entry().0 as usize];
        if capital != EntryId::NONE {
            let key = (tokens[place.tokens().end - 1].entry(), capital);
            self.doubts.push(Doubt { place: number, key });
        }
    }

    fn look_before(&mut self, reading: &Reading, number: u32, place: &Place) {
        let start = reading.range(place.block as usize).start;
        let before = &reading.tokens[start..=place.tokens().start];
        let [before @ .., first] = before else { return };
        let (mut before, mut entry, mut found) = (before, first.entry(), false);
        while let [rest @ .., last] = before {
            let (rest, last) = match rest {
                [rest @ .., above] if Some(last.entry()) == self.of => (rest, above),
                _ => (rest, last),
            };
            let capital = self.raised[last.entry().0 as usize];
            if capital == EntryId::NONE {
                return;
            }
            match found {
                false => self.doubts.push(Doubt { place: number, key: (capital, entry) }),
                true => self.others.push((capital, entry)),
            }
            (before, entry, found) = (rest, capital, true);
        }
    }

    /// Those of the pairs that doubts ask for: the common words that stand side by side with capitals,
    /// or with “of” between them.
    pub fn pairs(&self, reading: &Reading) -> Pairs {
        let mut asked = Sieve::new(self.doubts.len() + self.others.len());
        for (one, other) in self.doubts.iter().map(|doubt| &doubt.key).chain(&self.others) {
            asked.insert(sieve::pair(one.0, other.0));
        }
        let mut pairs = Pairs::default();
        for place in reading.names().places().iter().filter(|p| p.tells && p.tokens().len() > 1) {
            let mut before = EntryId::NONE;
            let may_have_one =
                reading.tokens[place.tokens()].iter().filter(|token| token.is_capitalised()).any(|token| {
                    let key = (std::mem::replace(&mut before, token.entry()), token.entry());
                    asked.may_hold(sieve::pair(key.0.0, key.1.0))
                });
            // What stands in quotation marks may be a title: “Why We Love Vim”.
            if may_have_one && !reading.quotations().contains(reading.tokens[place.tokens().start].span()) {
                add_pairs(reading, place, &asked, &mut pairs);
            }
        }
        pairs
    }
}

fn raised(reading: &Reading) -> Option<Vec<EntryId>> {
    let traits = |form: EntryId| reading.entries[form.0 as usize].traits;
    let common = |form: EntryId| is_common(traits(form));
    let form_of = |id: EntryId| reading.roots().of_entry(id).form;
    let names = reading.names().forms().iter().filter(|form| traits(**form).any(Traits::TITLE) && common(**form));
    let capitals: FxHashMap<u32, EntryId> = names.map(|&capital| (form_of(capital), capital)).collect();
    let sought = Sieve::of(capitals.keys().copied());
    let mut raised = Vec::new();
    for lower in (1..reading.entries.len() as u32).map(EntryId) {
        if traits(lower).any(Traits::LOWER) & sought.may_hold(form_of(lower))
            && common(lower)
            && let Some(&capital) = capitals.get(&form_of(lower))
        {
            raised.resize(reading.entries.len(), EntryId::NONE);
            raised[lower.0 as usize] = capital;
        }
    }
    (!raised.is_empty()).then_some(raised)
}

fn add_pairs(reading: &Reading, place: &Place, asked: &Sieve, pairs: &mut Pairs) {
    let tokens = place.tokens();
    let sure = is_own_name(reading.traits(&reading.tokens[tokens.start]));
    let own = tokens.start + usize::from(place.at_start && !sure);
    let mut before: Option<usize> = None;
    for at in own..tokens.end {
        let token = &reading.tokens[at];
        if !token.is_capitalised() {
            before = before.filter(|_| reading.text(token) == "of");
            continue;
        }
        let common = is_common(reading.traits(token));
        // “Webb County”, but “Webb” and “Hill” are a person’s names.
        let person = reading.traits(token).any(Traits::SURNAME | Traits::GIVEN_NAME);
        let bare = common && (!person || is_of_place(reading.at(at)));
        let named = |first: usize| is_common(reading.traits(&reading.tokens[first])) || bare;
        let side = |first: usize| is_own_name(reading.traits(token)) && is_side(reading.at(first));
        if let Some(first) = before.filter(|&first| common && named(first) || side(first)) {
            let key = (reading.tokens[first].entry(), token.entry());
            let after = reading.tokens[..tokens.end].get(at + 1);
            let ends = after.is_none_or(|t| reading.text(t) == "of");
            // “Flight 370”: a number makes a name of any noun.
            if ends && reading.at(at).next().is_some_and(|next| next.is(Kind::Number)) {
                before = None;
                continue;
            }
            if asked.may_hold(sieve::pair(key.0.0, key.1.0)) {
                let pair = pairs.entry(key).or_insert(Pair { count: 0, first: (first, at), name: own, ends });
                pair.count += 1;
                pair.ends |= ends;
            }
        }
        let traits = reading.traits(token);
        before = (common || is_own_name(traits) || traits.any(Traits::DEMONYM)).then_some(at);
    }
}
