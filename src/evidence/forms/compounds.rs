//! Compounds: “decision making”, “decision-making”, “decisionmaking”.
//!
//! Before a noun a compound often has a hyphen that it has not elsewhere (“a long-term plan”, “in
//! the long term”), so open and hyphenated places are compared only where they stand in the same
//! position. One word and two are a clash anywhere. The article's own hyphens say what to look for;
//! compounds that are open here and one word there come from the list of variants.

use rustc_hash::FxHashMap;

use super::{Gather, Here, Topic, hash};
use crate::evidence::furniture::Furniture;
use crate::lexicon::{Traits, Words, capitalised, variants};
use crate::text::{BlockKind, EntryId, Kind, Token};

/// The places of compounds, as they are met.
#[derive(Debug, Default)]
pub struct Compounds {
    uses: Vec<Use>,
    /// The pairs of words that the article joins with a hyphen, in lower case, and how often.
    hyphenated: FxHashMap<(EntryId, EntryId), u32>,
}

#[derive(Clone, Copy, Debug)]
struct Use {
    /// Of the compound as one word.
    key: u32,
    /// The numbers of its first and last token.
    first: u32,
    last: u32,
    shape: Shape,
    position: Position,
    kind: BlockKind,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Shape {
    Closed,
    Hyphenated,
    Open,
}

/// How a compound stands in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Position {
    /// Before a noun: “a decision-making body”.
    Attributive,
    /// As a noun itself: “decision-making is slow”.
    Noun,
    /// After a form of “be”: “the talks are long-term”.
    Predicative,
    Unclear,
}

impl Compounds {
    /// A hyphen.
    pub(super) fn hyphen(&mut self, words: &Words, here: Here) {
        let Here { at, start, end, kind } = here;
        if at == start || at + 1 >= end {
            return;
        }
        let tokens = &words.tokens;
        let (first, second) = (tokens[at - 1], tokens[at + 1]);
        let tight = !tokens[at].spaced() && !second.spaced();
        let words_only = first.kind == Kind::Word && second.kind == Kind::Word;
        // “state-of-the-art”
        let longer = at >= start + 2 && tokens[at - 2].kind == Kind::Hyphen && !first.spaced()
            || at + 2 < end && tokens[at + 2].kind == Kind::Hyphen && !tokens[at + 2].spaced();
        if !tight || !words_only || longer || !words.traits(&second).any(Traits::LOWER) {
            return;
        }
        let Some(first) = lower(words, &first, super::takes_capital(words, at - 1, start)) else { return };
        let function = words.entries[first.0 as usize].traits.any(Traits::FUNCTION);
        if function && !is_part(words.text(&second)) || is_other_word(words.form(first), words.text(&second)) {
            return;
        }
        *self.hyphenated.entry((first, second.entry)).or_default() += 1;
        let key = key(words.form(first), words.text(&second));
        self.add(words, key, at - 1, at + 1, Shape::Hyphenated, here, kind);
    }

    /// A word of the list: one that starts an open compound, or is one in one word.
    pub(super) fn listed(&mut self, words: &Words, here: Here, row: &variants::Row) {
        let token = &words.tokens[here.at];
        if row.compound {
            self.add(words, closed_key(row.form()), here.at, here.at, Shape::Closed, here, here.kind);
        }
        if row.seconds.is_empty() || is_joined(words, here.at, here) {
            return;
        }
        let Some(next) = words.tokens[..here.end].get(here.at + 1) else { return };
        if next.kind != Kind::Word || !next.spaced() || is_joined(words, here.at + 1, here) {
            return;
        }
        let second = words.text(next);
        if row.seconds.contains(&second)
            && lower(words, token, super::takes_capital(words, here.at, here.start)).is_some()
        {
            self.add(words, key(row.form(), second), here.at, here.at + 1, Shape::Open, here, here.kind);
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn add(&mut self, words: &Words, key: u32, first: usize, last: usize, shape: Shape, here: Here, kind: BlockKind) {
        let position = position(words, first, last, here);
        self.uses.push(Use { key, first: first as u32, last: last as u32, shape, position, kind });
    }
}

impl Gather<'_> {
    /// Makes a group of each compound that is written in two ways in one position.
    pub(super) fn clashing_compounds(&mut self, furniture: &Furniture) {
        self.find_unhyphenated(furniture);
        let mut uses = std::mem::take(&mut self.compounds.uses);
        uses.sort_by_key(|u| (u.key, u.first));
        for same in uses.chunk_by(|a, b| a.key == b.key) {
            let has = |shape, position| same.iter().any(|u| u.shape == shape && u.position == position);
            let closed = same.iter().any(|u| u.shape == Shape::Closed);
            let clash = |u: &&Use| {
                let other = if u.shape == Shape::Open { Shape::Hyphenated } else { Shape::Open };
                match u.shape {
                    Shape::Closed => true,
                    Shape::Hyphenated if closed => true,
                    Shape::Open if closed => u.position != Position::Unclear,
                    _ => u.position != Position::Unclear && has(other, u.position),
                }
            };
            let clashing: Vec<Use> = same.iter().filter(clash).copied().collect();
            if clashing.iter().any(|u| u.shape != clashing[0].shape) {
                for one in clashing {
                    let tokens = &self.words.tokens;
                    let span = tokens[one.first as usize].span().cover(tokens[one.last as usize].span());
                    self.add(Topic::Compound, one.key, one.shape as u32, span, one.kind);
                }
            }
        }
    }

    /// Looks for what the article has elsewhere with a hyphen: in two words, or in one.
    fn find_unhyphenated(&mut self, furniture: &Furniture) {
        let words = self.words;
        let mut firsts: FxHashMap<EntryId, Vec<EntryId>> = FxHashMap::default();
        let mut closed: FxHashMap<EntryId, u32> = FxHashMap::default();
        let hyphenated = &self.compounds.hyphenated;
        for (&(first, second), &times) in hyphenated {
            let (one, two) = (words.form(first), words.form(second));
            let whole = format!("{one}{two}");
            let key = closed_key(&whole);
            let listed = variants::find(&whole, Traits::LOWER).is_some_and(|row| variants::row(row).compound);
            if !listed {
                let other = whole.strip_suffix('s').map_or_else(|| format!("{whole}s"), str::to_owned);
                for form in [capitalised(&whole), capitalised(&other), whole, other] {
                    closed.extend(words.find(&form).map(|entry| (entry, key)));
                }
            }
            // Two words that never stand without each other's hyphen need no search.
            let count = |id: EntryId| words.entries[id.0 as usize].count;
            let second_traits = words.entries[second.0 as usize].traits;
            let listed =
                variants::find(one, Traits::LOWER).is_some_and(|row| variants::row(row).seconds.contains(&two));
            let small = second_traits.any(Traits::FUNCTION | Traits::PREPOSITION) && !is_part(two);
            if !listed && count(second) > times && !small {
                let capital = words.find(&capitalised(one)).filter(|&capital| capital != first);
                if count(first) + capital.map_or(0, count) > times {
                    for id in std::iter::once(first).chain(capital) {
                        firsts.entry(id).or_default().push(second);
                    }
                }
            }
        }
        if firsts.is_empty() && closed.is_empty() {
            return;
        }
        let mut flagged = vec![false; words.entries.len()];
        firsts.keys().chain(closed.keys()).for_each(|id| flagged[id.0 as usize] = true);
        for (number, block) in
            words.article.blocks.iter().enumerate().filter(|(n, _)| super::is_copy(words, furniture, *n))
        {
            let range = words.range(number);
            for at in range.clone() {
                let token = &words.tokens[at];
                if !flagged[token.entry.0 as usize] {
                    continue;
                }
                let here = Here { at, start: range.start, end: range.end, kind: block.kind };
                if let Some(&key) = closed.get(&token.entry) {
                    self.compounds.add(words, key, at, at, Shape::Closed, here, block.kind);
                }
                let Some(seconds) = firsts.get(&token.entry) else { continue };
                let Some(next) = words.tokens[..range.end].get(at + 1) else { continue };
                let apart = next.spaced() && !is_joined(words, at, here) && !is_joined(words, at + 1, here);
                let plain = super::takes_capital(words, at, range.start) || words.traits(token).any(Traits::LOWER);
                if apart && plain && seconds.contains(&next.entry) {
                    let key = key(words.text(token), words.text(next));
                    self.compounds.add(words, key, at, at + 1, Shape::Open, here, block.kind);
                }
            }
        }
    }
}

/// The entry of the word in lower case, unless its capital makes it part of a name.
fn lower(words: &Words, token: &Token, takes_capital: bool) -> Option<EntryId> {
    let traits = words.traits(token);
    if traits.any(Traits::LOWER) {
        return Some(token.entry);
    }
    if !traits.any(Traits::TITLE) || !takes_capital {
        return None;
    }
    Some(words.find(&words.text(token).to_lowercase()).unwrap_or(token.entry))
}

/// Whether the word is joined to another with a hyphen or slash.
fn is_joined(words: &Words, at: usize, here: Here) -> bool {
    let mark = |at: usize| words.tokens[..here.end].get(at).filter(|t| matches!(t.kind, Kind::Hyphen | Kind::Slash));
    let before = at > here.start && mark(at - 1).is_some() && !words.tokens[at].spaced();
    before || mark(at + 1).is_some_and(|t| !t.spaced())
}

fn key(first: &str, second: &str) -> u32 {
    closed_key(&format!("{first}{second}"))
}

/// The same for one and for several.
fn closed_key(whole: &str) -> u32 {
    let whole = whole.to_lowercase();
    hash(whole.strip_suffix('s').unwrap_or(&whole))
}

/// How the compound of the tokens `first..=last` stands in its sentence.
fn position(words: &Words, first: usize, last: usize, here: Here) -> Position {
    let tokens = &words.tokens[..here.end];
    let before = first.checked_sub(1).filter(|&at| at >= here.start).map(|at| &tokens[at]);
    let before = before.filter(|t| t.kind == Kind::Word).map_or(Traits::empty(), |t| words.traits(t));
    let is_to = first > here.start && words.text(&tokens[first - 1]) == "to";
    let (one, two) = (words.traits(&tokens[first]), words.traits(&tokens[last]));
    // “Decision making”: what is done to a thing is no object of the word before it.
    let may_be_verb = one.any(Traits::VERB) && !one.any(Traits::ADJECTIVE) && !two.any(Traits::ING);
    let introduced = before.any(Traits::DETERMINER | Traits::ADJECTIVE | Traits::POSSESSIVE);
    // “said that decision making is slow”, “that decision making was slow”
    let that = first > here.start && words.text(&tokens[first - 1]) == "that";
    if is_to && one.any(Traits::VERB) || before.any(Traits::PRONOUN) && !before.any(Traits::DETERMINER) && !that {
        return Position::Unclear;
    }
    // “the first time users log in”, but “the second half display”
    if last > first && is_pointing(words.text(&tokens[first])) && !is_part(words.text(&tokens[last])) {
        return Position::Unclear;
    }
    let next = tokens.get(last + 1);
    let next_word = next.filter(|t| t.kind == Kind::Word && t.spaced()).map(|t| words.traits(t));
    if let Some(next) = next_word
        && next.any(Traits::LOWER)
        && !next.any(Traits::FUNCTION | Traits::PREPOSITION)
    {
        let noun = next.any(Traits::NOUN) && !next.any(Traits::PAST);
        // “decision making rules were old”, but “decision making rules the day”
        let object = Traits::DETERMINER | Traits::NOUN | Traits::PRONOUN | Traits::ADVERB;
        let acts = tokens.get(last + 2).is_some_and(|t| {
            let after = words.traits(t);
            after.any(object) && !after.any(Traits::AUXILIARY | Traits::PREPOSITION)
        });
        let verb_form = next.any(Traits::THIRD_PERSON) && acts && !two.any(Traits::PAST | Traits::ADJECTIVE);
        let modifier = next.any(Traits::ADJECTIVE) && !next.any(Traits::VERB | Traits::ADVERB);
        if noun && !verb_form || modifier {
            return if !may_be_verb || introduced { Position::Attributive } else { Position::Unclear };
        }
        // “the web site came back”, “the web site failed again”
        let described = next.any(Traits::ADJECTIVE)
            && !tokens.get(last + 2).is_some_and(|t| {
                let after = words.traits(t);
                t.kind != Kind::Word || after.any(Traits::ADVERB | Traits::PREPOSITION | Traits::DETERMINER)
            });
        if !next.any(Traits::PAST | Traits::THIRD_PERSON) || described {
            return Position::Unclear;
        }
    }
    // “fourth-quarter 2004 profits”
    if next.is_some_and(|t| t.kind == Kind::Number && t.spaced())
        || next_word.is_some_and(|t| t.any(Traits::TITLE | Traits::UPPER | Traits::MIXED))
    {
        return Position::Unclear;
    }
    if before.any(Traits::AUXILIARY | Traits::ADVERB) {
        return Position::Predicative;
    }
    let starts = super::takes_capital(words, first, here.start);
    // “nobody likes decision-making”
    let object = before.any(Traits::VERB) && two.any(Traits::ING);
    if object
        || introduced
        || that && !may_be_verb
        || before.any(Traits::PREPOSITION | Traits::CONJUNCTION)
        || starts && !may_be_verb
    {
        return Position::Noun;
    }
    Position::Unclear
}

/// Words that point at the next rather than make a compound with it.
fn is_pointing(word: &str) -> bool {
    matches!(word, "first" | "last" | "next" | "same" | "one" | "other" | "second" | "third" | "only" | "best" | "most")
}

/// Words that make a compound with an ordinal: “first-half”, “third-round”.
fn is_part(word: &str) -> bool {
    matches!(word, "half" | "quarter" | "round" | "class" | "hand" | "minute" | "degree" | "party" | "person" | "team")
}

/// Whether the two words joined to one would be another word: “re-cover”, “co-op”.
fn is_other_word(first: &str, second: &str) -> bool {
    match first {
        "re" => matches!(
            second,
            "cover"
                | "covered"
                | "covering"
                | "create"
                | "created"
                | "creation"
                | "creations"
                | "form"
                | "formed"
                | "sign"
                | "signed"
                | "signing"
                | "sent"
                | "send"
                | "present"
                | "presented"
                | "lease"
                | "leased"
                | "mark"
                | "marked"
                | "count"
                | "counted"
                | "act"
                | "lay"
                | "press"
                | "dress"
                | "treat"
                | "sort"
                | "serve"
                | "store"
                | "pose"
                | "call"
                | "tire"
                | "solve"
                | "place"
                | "search"
                | "view"
        ),
        "co" => matches!(second, "op" | "ops"),
        "de" => second == "fuse",
        "pre" => matches!(second, "sent" | "position"),
        _ => false,
    }
}
