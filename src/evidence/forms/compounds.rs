//! Compounds: “decision making”, “decision-making”, “decisionmaking”.
//!
//! Before a noun a compound often has a hyphen that it has not elsewhere (“a long-term plan”, “in
//! the long term”), so open and hyphenated places are compared only where they stand in the same
//! position. One word and two are a clash anywhere. The article's own hyphens say what to look for;
//! compounds that are open here and one word there come from the list of variants.

use rustc_hash::FxHashMap;

use super::{Gather, Here, Topic};
use crate::evidence::furniture::Furniture;
use crate::lexicon::{Traits, Words, capitalised, variants};
use crate::sieve::{self, Sieve};
use crate::text::{BlockKind, EntryId, Kind, Span, Token};

/// Sets the keys of compounds in names apart from the others.
const IN_NAMES: u32 = 0x5A5A_5A5A;

/// The places of compounds, as they are met.
#[derive(Debug, Default)]
pub struct Compounds {
    uses: Vec<Use>,
    /// The pairs of words that the article joins with a hyphen, in lower case, and how often.
    hyphenated: FxHashMap<(EntryId, EntryId), u32>,
    /// Compounds in names, by a key: whether their second word is in lower case, and where they stand.
    names: Vec<(u32, bool, Span, BlockKind)>,
}

#[derive(Clone, Copy, Debug)]
struct Use {
    /// Of the compound as one word.
    key: u32,
    /// The numbers of its first and last token, and of those of its block.
    first: u32,
    last: u32,
    start: u32,
    end: u32,
    shape: Shape,
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
    /// After a verb, as how something is done: “they work full-time”.
    Manner,
    Unclear,
}

impl Compounds {
    /// A hyphen.
    pub(super) fn hyphen(&mut self, words: &Words, here: Here) {
        let Here { at, start, end, .. } = here;
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
        if tight && words_only && !longer {
            self.raised(words, here);
        }
        if !tight || !words_only || longer || !words.traits(&second).any(Traits::LOWER) {
            return;
        }
        let Some(first) = lower(words, &first, super::takes_capital(words, at - 1, start)) else { return };
        let function = words.entries[first.0 as usize].traits.any(Traits::FUNCTION);
        let small = function && !is_part(words.text(&second)) && !is_fraction(words.form(first), words.text(&second));
        // “on-line” beside “online”; but who is “in-form” need not inform.
        let closed =
            || is_prefix(words.form(first)) && words.find(&[words.form(first), words.text(&second)].concat()).is_some();
        // “an after-school club”
        let led = || {
            let traits = words.entries[first.0 as usize].traits;
            traits.any(Traits::PREPOSITION) && words.traits(&second).any(Traits::NOUN)
        };
        let no_one = words.form(first).eq_ignore_ascii_case("no") && words.text(&second) == "one";
        if small && !closed() && !led() && !no_one || is_other_word(words.form(first), words.text(&second)) {
            return;
        }
        *self.hyphenated.entry((first, second.entry())).or_default() += 1;
        self.add(key(&[words.form(first), words.text(&second)]), at - 1, at + 1, Shape::Hyphenated, here);
    }

    /// “the First-Tier Tribunal”, “the First-tier Tribunal”: a compound in a name, with the capital of its second
    /// word or without.
    fn raised(&mut self, words: &Words, here: Here) {
        let Here { at, start, kind, .. } = here;
        let (first, second) = (&words.tokens[at - 1], &words.tokens[at + 1]);
        let traits = words.traits(second);
        let named = words.traits(first).any(Traits::TITLE) && !super::takes_capital(words, at - 1, start);
        let common = traits.any(Traits::COMMON) && traits.any(Traits::LOWER | Traits::TITLE);
        if named && common && kind == BlockKind::Paragraph {
            let key = super::hash(&[words.text(first), words.text(second)].concat().to_lowercase());
            self.names.push((key, traits.any(Traits::LOWER), first.span().cover(second.span()), kind));
        }
    }

    /// A word of the list: one that starts an open compound, or is one in one word.
    pub(super) fn listed(&mut self, words: &Words, here: Here, row: &variants::Row) {
        let token = &words.tokens[here.at];
        if row.compound {
            self.add(key(&[row.form()]), here.at, here.at, Shape::Closed, here);
        }
        if row.seconds.is_empty() {
            return;
        }
        let Some(next) = words.tokens[..here.end].get(here.at + 1) else { return };
        if next.kind != Kind::Word || !next.spaced() || !row.seconds.contains(&words.text(next)) {
            return;
        }
        if !is_joined(words, here.at, here)
            && !is_joined(words, here.at + 1, here)
            && lower(words, token, super::takes_capital(words, here.at, here.start)).is_some()
        {
            self.add(key(&[row.form(), words.text(next)]), here.at, here.at + 1, Shape::Open, here);
        }
    }

    fn add(&mut self, key: u32, first: usize, last: usize, shape: Shape, here: Here) {
        let [first, last, start, end] = [first, last, here.start, here.end].map(|at| at as u32);
        self.uses.push(Use { key, first, last, start, end, shape, kind: here.kind });
    }

    /// The places of the compounds that have more than one shape, by compound, in the order of the text.
    fn in_several_shapes(&mut self) -> Vec<Use> {
        let mut uses = std::mem::take(&mut self.uses);
        // Most have a hyphen wherever they stand.
        let others: Vec<u32> = uses.iter().filter(|u| u.shape != Shape::Hyphenated).map(|u| u.key).collect();
        if others.is_empty() {
            return Vec::new();
        }
        let others = Sieve::of(others.into_iter());
        uses.retain(|u| u.shape != Shape::Hyphenated || others.may_hold(u.key));
        uses.sort_unstable_by_key(|u| (u.key, u.first, u.last));
        uses
    }
}

impl Gather<'_> {
    /// Makes a group of each compound that is written in two ways in one position.
    pub(super) fn clashing_compounds(&mut self, furniture: &Furniture) {
        for (key, lower, span, kind) in std::mem::take(&mut self.compounds.names) {
            self.add(Topic::Compound, key ^ IN_NAMES, u32::from(lower), span, kind);
        }
        self.find_unhyphenated(furniture);
        for same in self.compounds.in_several_shapes().chunk_by(|a, b| a.key == b.key) {
            if same.iter().all(|u| u.shape == same[0].shape) {
                continue;
            }
            let placed: Vec<(Use, Position)> = same.iter().map(|u| (*u, position(self.words, u))).collect();
            let has = |shape, position| placed.iter().any(|(u, its)| u.shape == shape && *its == position);
            let closed = same.iter().any(|u| u.shape == Shape::Closed);
            let clash = |(u, position): &&(Use, Position)| {
                let other = if u.shape == Shape::Open { Shape::Hyphenated } else { Shape::Open };
                match u.shape {
                    Shape::Closed => true,
                    Shape::Hyphenated if closed => true,
                    Shape::Open if closed => !matches!(position, Position::Unclear | Position::Manner),
                    _ => *position != Position::Unclear && has(other, *position),
                }
            };
            let clashing: Vec<Use> = placed.iter().filter(clash).map(|(u, _)| *u).collect();
            if clashing.iter().any(|u| u.shape != clashing[0].shape) {
                for one in clashing {
                    let tokens = &self.words.tokens;
                    let span = tokens[one.first as usize].span().cover(tokens[one.last as usize].span());
                    self.add(Topic::Compound, one.key, one.shape as u32, span, one.kind);
                }
            }
        }
    }

    /// “the sold out concert”
    fn is_between_article_and_noun(&self, here: Here) -> bool {
        let before = self.before(here).filter(|t| t.kind == Kind::Word && self.token(here.at).spaced());
        let after = self.after(here, 2).filter(|t| t.kind == Kind::Word && t.spaced());
        before.is_some_and(|t| self.words.traits(t).any(Traits::DETERMINER))
            && after.is_some_and(|t| {
                let traits = self.words.traits(t);
                traits.any(Traits::NOUN) && traits.any(Traits::LOWER) && !traits.any(Traits::FUNCTION)
            })
    }

    /// Looks for what the article has elsewhere with a hyphen: in two words, or in one.
    fn find_unhyphenated(&mut self, furniture: &Furniture) {
        let words = self.words;
        let Sought { open, closed } = self.compounds.sought(words);
        if open.is_empty() && closed.is_empty() {
            return;
        }
        let mut flagged = vec![false; words.entries.len()];
        open.keys().map(|(first, _)| first).chain(closed.keys()).for_each(|id| flagged[id.0 as usize] = true);
        let pairs = Sieve::of(open.keys().map(|(one, other)| sieve::pair(one.0, other.0)));
        for (number, block) in
            words.article.blocks.iter().enumerate().filter(|(n, _)| super::is_copy(words, furniture, *n))
        {
            let range = words.range(number);
            let tokens = &words.tokens[..range.end];
            for at in range.clone() {
                let token = &tokens[at];
                if !flagged[token.entry().0 as usize] {
                    continue;
                }
                let here = Here { at, start: range.start, end: range.end, kind: block.kind };
                // “the Multipeer Connectivity interface”
                let named = words.traits(token).any(Traits::TITLE) && !super::takes_capital(words, at, range.start);
                if let Some(&key) = closed.get(&token.entry())
                    && (!named || matches!(block.kind, BlockKind::Heading(_)))
                {
                    self.compounds.add(key, at, at, Shape::Closed, here);
                }
                let Some(next) = tokens.get(at + 1) else { continue };
                let pair = (token.entry(), next.entry());
                let Some(&led_only) = open.get(&pair).filter(|_| pairs.may_hold(sieve::pair(pair.0.0, pair.1.0)))
                else {
                    continue;
                };
                if led_only && !self.is_between_article_and_noun(here) {
                    continue;
                }
                // “requirements re key compromise”: a word of its own.
                let re = words.text(token) == "re";
                let apart = next.spaced() && !re && !is_joined(words, at, here) && !is_joined(words, at + 1, here);
                let plain = super::takes_capital(words, at, range.start)
                    || words.traits(token).any(Traits::LOWER | Traits::LETTER);
                if apart && plain {
                    let key = key(&[words.text(token), words.text(next)]);
                    self.compounds.add(key, at, at + 1, Shape::Open, here);
                }
            }
        }
    }
}

/// What the article has with a hyphen, as it may stand elsewhere.
#[derive(Default)]
struct Sought {
    /// In two words; `true` for those that are a compound only between an article and a noun: “the sold out
    /// concert”, “an after school club”.
    open: FxHashMap<(EntryId, EntryId), bool>,
    /// In one, with the key of the compound.
    closed: FxHashMap<EntryId, u32>,
}

impl Compounds {
    fn sought(&self, words: &Words) -> Sought {
        let mut sought = Sought::default();
        for (&(first, second), &times) in &self.hyphenated {
            let (one, two) = (words.form(first), words.form(second));
            let whole = format!("{one}{two}");
            let listed = variants::find(&whole, Traits::LOWER).is_some_and(|row| variants::row(row).compound);
            // “in-form”, “inform”
            let preposition = words.entries[first.0 as usize].traits.any(Traits::PREPOSITION) && !is_prefix(one);
            if !listed && !preposition {
                let key = key(&[one, two]);
                let other = whole.strip_suffix('s').map_or_else(|| format!("{whole}s"), str::to_owned);
                for form in [capitalised(&whole), capitalised(&other), whole, other] {
                    sought.closed.extend(words.find(&form).map(|entry| (entry, key)));
                }
            }
            // Two words that never stand without each other's hyphen need no search.
            let count = |id: EntryId| words.entries[id.0 as usize].count;
            let second_traits = words.entries[second.0 as usize].traits;
            let led = words.entries[first.0 as usize].traits.any(Traits::PREPOSITION) || is_prefix(one);
            let small = second_traits.any(Traits::FUNCTION | Traits::PREPOSITION) && !is_part(two) || led;
            let small = small && !(one.eq_ignore_ascii_case("no") && two == "one");
            if count(second) <= times {
                continue;
            }
            let listed =
                variants::find(one, Traits::LOWER).is_some_and(|row| variants::row(row).seconds.contains(&two));
            if !listed {
                let capital = words.find(&capitalised(one)).filter(|&capital| capital != first);
                if count(first) + capital.map_or(0, count) > times {
                    sought.open.extend(std::iter::once(first).chain(capital).map(|id| ((id, second), small)));
                }
            }
        }
        sought
    }
}

/// The entry of the word in lower case, unless its capital makes it part of a name.
fn lower(words: &Words, token: &Token, takes_capital: bool) -> Option<EntryId> {
    let traits = words.traits(token);
    // “X-ray”
    if traits.any(Traits::LOWER | Traits::LETTER) {
        return Some(token.entry());
    }
    if !traits.any(Traits::TITLE) || !takes_capital {
        return None;
    }
    Some(words.find(&words.text(token).to_lowercase()).unwrap_or(token.entry()))
}

/// Whether the word is joined to another with a hyphen or slash.
fn is_joined(words: &Words, at: usize, here: Here) -> bool {
    let mark = |at: usize| words.tokens[..here.end].get(at).filter(|t| matches!(t.kind, Kind::Hyphen | Kind::Slash));
    let before = at > here.start && mark(at - 1).is_some() && !words.tokens[at].spaced();
    before || mark(at + 1).is_some_and(|t| !t.spaced())
}

/// The key of a compound that is made of these words: the same for one and for several, and for all
/// cases.
fn key(words: &[&str]) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let letters = words.iter().flat_map(|word| word.chars()).flat_map(char::to_lowercase);
    let (mut hash, mut before, mut last) = (0u64, 0, ' ');
    for letter in letters {
        before = hash;
        hash = (hash.rotate_left(5) ^ u64::from(letter)).wrapping_mul(SPREAD);
        last = letter;
    }
    let hash = if last == 's' { before } else { hash };
    ((hash ^ hash >> 32).wrapping_mul(SPREAD) >> 32) as u32
}

/// How a compound stands in its sentence.
fn position(words: &Words, place: &Use) -> Position {
    let [first, last, start, end] = [place.first, place.last, place.start, place.end].map(|at| at as usize);
    let tokens = &words.tokens[..end];
    let before = first.checked_sub(1).filter(|&at| at >= start).map(|at| &tokens[at]);
    let before = before.filter(|t| t.kind == Kind::Word).map_or(Traits::empty(), |t| words.traits(t));
    let is_to = first > start && words.text(&tokens[first - 1]) == "to";
    let (one, two) = (words.traits(&tokens[first]), words.traits(&tokens[last]));
    // “Decision making”: what is done to a thing is no object of the word before it.
    let may_be_verb =
        one.any(Traits::VERB) && !one.any(Traits::ADJECTIVE | Traits::MOSTLY_NOUN) && !two.any(Traits::ING);
    // “is used long-term” says how.
    let participle = before.any(Traits::PAST) && !before.any(Traits::DETERMINER);
    let introduced = before.any(Traits::DETERMINER | Traits::ADJECTIVE | Traits::POSSESSIVE) && !participle;
    // “said that decision making is slow”, “that decision making was slow”
    let that = first > start && words.text(&tokens[first - 1]) == "that";
    // “There is nothing part-time about it”: what is said of it stands behind it.
    let behind = tokens.get(last + 1).is_none_or(|t| t.kind != Kind::Word || words.traits(t).any(Traits::PREPOSITION));
    if behind && first > start && is_indefinite(words.text(&tokens[first - 1])) && !one.any(Traits::AUXILIARY) {
        return Position::Attributive;
    }
    // “work part-time from May”, “bought it second-hand”
    let how =
        one.any(Traits::ADJECTIVE | Traits::NOUN) && two.any(Traits::NOUN) && !two.any(Traits::ING | Traits::PLURAL);
    let done = before.any(Traits::VERB | Traits::PRONOUN)
        && !before.any(Traits::DETERMINER | Traits::AUXILIARY | Traits::ADJECTIVE);
    let ends =
        behind || tokens.get(last + 1).is_some_and(|t| words.traits(t).any(Traits::AUXILIARY | Traits::CONJUNCTION));
    if ends && how && done && last > first {
        return Position::Manner;
    }
    // “No one knows”, but “no one person”
    if words.text(&tokens[last]) == "one" && words.text(&tokens[first]).eq_ignore_ascii_case("no") {
        let thing = tokens.get(last + 1).map(|t| words.traits(t));
        let lends =
            thing.is_some_and(|t| t.any(Traits::NOUN) && !t.any(Traits::VERB | Traits::PREPOSITION | Traits::ADVERB));
        return if lends { Position::Unclear } else { Position::Noun };
    }
    // “Decision makers wanted to know.”
    if two.any(Traits::PLURAL) && two.any(Traits::NOUN) && !two.any(Traits::ADJECTIVE) && !may_be_verb && last > first {
        return Position::Noun;
    }
    if is_to && one.any(Traits::VERB) && !one.any(Traits::ADJECTIVE)
        || before.any(Traits::PRONOUN) && !before.any(Traits::DETERMINER | Traits::NUMERAL) && !that
    {
        return Position::Unclear;
    }
    // “the first time users log in”, but “the second half display”
    if last > first
        && is_pointing(words.text(&tokens[first]))
        && !is_part(words.text(&tokens[last]))
        && !is_fraction(&words.text(&tokens[first]).to_lowercase(), words.text(&tokens[last]))
        && !(two.any(Traits::ING | Traits::PAST) && two.any(Traits::VERB))
    {
        return Position::Unclear;
    }
    let next = tokens.get(last + 1);
    let next_word = next.filter(|t| t.kind == Kind::Word && t.spaced()).map(|t| words.traits(t));
    if let Some(next) = next_word
        && next.any(Traits::LOWER)
        && !next.any(Traits::FUNCTION | Traits::PREPOSITION)
    {
        // “began the second half well”
        let noun = next.any(Traits::NOUN) && !next.any(Traits::PAST | Traits::ADVERB);
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
    // “fourth-quarter 2004 profits”, “top-level `await`”
    if next.is_some_and(|t| matches!(t.kind, Kind::Number | Kind::Opaque) && t.spaced())
        || next_word.is_some_and(|t| t.any(Traits::TITLE | Traits::UPPER | Traits::MIXED))
    {
        return Position::Unclear;
    }
    if before.any(Traits::AUXILIARY | Traits::ADVERB) && !that {
        return Position::Predicative;
    }
    let starts = super::takes_capital(words, first, start);
    // “nobody likes decision-making”
    let object = before.any(Traits::VERB) && two.any(Traits::ING);
    if object
        || introduced
        || that && !may_be_verb
        || before.any(Traits::PREPOSITION | Traits::CONJUNCTION)
        || starts && (!may_be_verb || two.any(Traits::PLURAL) && next_word.is_some_and(|t| t.any(Traits::AUXILIARY)))
    {
        return Position::Noun;
    }
    Position::Unclear
}

/// Words that point at the next rather than make a compound with it.
fn is_pointing(word: &str) -> bool {
    matches!(word, "first" | "last" | "next" | "same" | "one" | "other" | "second" | "third" | "only" | "best" | "most")
}

/// Pronouns behind which an adjective stands: “nothing new”.
fn is_indefinite(word: &str) -> bool {
    matches!(
        word,
        "nothing" | "something" | "anything" | "everything" | "nobody" | "somebody" | "anybody" | "someone" | "anyone"
    )
}

/// Words that make a compound with an ordinal: “first-half”, “third-round”.
fn is_part(word: &str) -> bool {
    matches!(word, "half" | "quarter" | "round" | "class" | "hand" | "minute" | "degree" | "party" | "person" | "team")
}

/// “one-third”, “two-fifths”
fn is_fraction(first: &str, second: &str) -> bool {
    matches!(first, "one" | "two" | "three" | "four")
        && matches!(second, "third" | "thirds" | "quarter" | "quarters" | "fifth" | "fifths" | "tenth" | "tenths")
}

/// Small words that are the first part of many a word.
fn is_prefix(word: &str) -> bool {
    matches!(word, "on" | "off" | "over" | "under" | "up" | "down" | "out" | "by" | "any" | "every" | "some" | "half")
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
        "on" => second == "set",
        "de" => second == "fuse",
        "pre" => matches!(second, "sent" | "position"),
        _ => false,
    }
}
