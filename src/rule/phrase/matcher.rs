//! Matches a pattern against the tokens around a word.

use std::ops::Range;

use super::index::same;
use super::parse::LONGEST;
use super::pattern::{Atom, Part, Pattern, Slot};
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::text::{Kind, Span, TokenFlags};

/// Where a pattern stands in an article. Tokens are named by their numbers.
pub struct Match<'r> {
    pub reading: &'r Reading<'r>,
    pub tokens: Range<usize>,
    groups: Groups,
    pub case: Case,
}

type Groups = [Option<Group>; Pattern::GROUPS];

/// What a group matched.
#[derive(Clone)]
struct Group {
    tokens: Range<usize>,
    choice: u8,
}

/// How the words of a match are written where the page has them in lower case, by bits: the
/// match's first token is bit 0, and those after the 64th don't count.
#[derive(Clone, Copy, Default, Debug)]
pub struct Case {
    /// Words of two letters or more that the page spells out.
    spelled: u64,
    /// With a capital that the page does not have.
    raised: u64,
    /// In capitals only.
    shouted: u64,
}

impl<'r> Match<'r> {
    pub fn first(&self) -> At<'r> {
        self.reading.at(self.tokens.start)
    }

    pub fn span(&self) -> Span {
        self.span_of(&self.tokens)
    }

    /// The text of some tokens of the match, as it stands.
    pub fn text(&self, tokens: Range<usize>) -> &'r str {
        &self.reading.article.prose[self.span_of(&tokens)]
    }

    /// The tokens of a group, counted from 1, and which of its choices it is.
    pub fn group(&self, group: u8) -> Option<(Range<usize>, usize)> {
        let group = self.groups[usize::from(group) - 1].as_ref()?;
        Some((group.tokens.clone(), group.choice.into()))
    }

    fn span_of(&self, tokens: &Range<usize>) -> Span {
        match &self.reading.tokens[tokens.clone()] {
            [] => Span::default(),
            [one] => one.span(),
            [first, .., last] => first.span().cover(last.span()),
        }
    }
}

impl Case {
    /// All words in capitals.
    pub fn is_shouted(self) -> bool {
        self.spelled != 0 && self.spelled == self.shouted
    }

    /// Each word with a capital, as in a headline.
    pub fn is_title(self) -> bool {
        self.spelled.count_ones() > 1 && self.spelled & self.raised == self.spelled
    }

    /// The first word with a capital.
    pub fn is_raised(self) -> bool {
        self.raised & 1 != 0
    }

    fn note(&mut self, bit: usize, spelled: Option<&str>, text: &str) {
        let Some(bit) = u32::try_from(bit).ok().and_then(|bit| 1u64.checked_shl(bit)) else { return };
        let lower = spelled.is_some_and(|word| word.starts_with(char::is_lowercase));
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        for (mask, holds) in [
            (&mut self.spelled, lower && letters().nth(1).is_some()),
            (&mut self.raised, lower && text.starts_with(char::is_uppercase)),
            (&mut self.shouted, lower && letters().nth(1).is_some() && letters().all(char::is_uppercase)),
        ] {
            *mask = if holds { *mask | bit } else { *mask & !bit };
        }
    }
}

impl Pattern {
    /// The match whose anchor is the token `at`.
    pub fn find<'r>(&self, at: At<'r>) -> Option<Match<'r>> {
        if !self.has_neighbours(at) {
            return None;
        }
        let block = at.bounds();
        let (least, most) = self.before;
        // From the farthest on: words that may be there belong to the match where they are.
        (usize::from(least)..=usize::from(most))
            .rev()
            .filter_map(|n| at.index.checked_sub(n))
            .filter(|start| block.contains(start))
            .find_map(|start| self.matched(at, start, block.end))
    }

    /// Whether the pattern stands somewhere on the tokens of the match.
    pub fn touches(&self, matched: &Match) -> bool {
        let words = self.keys();
        let block = matched.first().bounds();
        // Far enough to both sides for any pattern that shares a token with the match.
        let from = matched.tokens.start.saturating_sub(LONGEST).max(block.start);
        let to = (matched.tokens.end + LONGEST).min(block.end);
        (from..to)
            .map(|index| At::within(matched.reading, index, &block))
            .filter(|at| words.iter().any(|word| same(word, at.text())))
            .filter_map(|at| self.find(at))
            .any(|other| other.tokens.start < matched.tokens.end && matched.tokens.start < other.tokens.end)
    }

    /// Whether the words beside the anchor are those of the pattern, as far as that is cheap to
    /// say: it turns nearly every try away.
    fn has_neighbours(&self, at: At) -> bool {
        let anchor = usize::from(self.anchor);
        let single = match &self.parts[anchor].atom {
            Atom::OneOf { choices, .. } => choices.iter().all(|choice| choice.len() == 1),
            _ => true,
        };
        let before = anchor.checked_sub(1).is_none_or(|i| may_be(&self.parts[i].atom, at.prev(), End::Last));
        before && (!single || self.parts.get(anchor + 1).is_none_or(|part| may_be(&part.atom, at.next(), End::First)))
    }

    fn matched<'r>(&self, anchor: At<'r>, start: usize, limit: usize) -> Option<Match<'r>> {
        let mut attempt = Attempt {
            anchor,
            part: &self.parts[usize::from(self.anchor)],
            limit,
            start,
            groups: Groups::default(),
            case: Case::default(),
        };
        let mut end = start;
        let whole = attempt.parts(&self.parts, start, &mut |attempt, at| {
            end = at;
            attempt.stands_alone(at)
        });
        whole.then_some(Match {
            reading: anchor.reading,
            tokens: start..end,
            groups: attempt.groups,
            case: attempt.case,
        })
    }
}

/// A try to match a pattern from one token on. Optional parts make it a search: each step is
/// given what remains to be done after it.
struct Attempt<'p, 'r> {
    anchor: At<'r>,
    /// The part that the anchor must be matched by.
    part: &'p Part,
    start: usize,
    /// The end of the block.
    limit: usize,
    groups: Groups,
    case: Case,
}

type Then<'f, 'p, 'r> = &'f mut dyn FnMut(&mut Attempt<'p, 'r>, usize) -> bool;

impl<'p, 'r> Attempt<'p, 'r> {
    fn parts(&mut self, parts: &'p [Part], at: usize, then: Then<'_, 'p, 'r>) -> bool {
        let Some((part, rest)) = parts.split_first() else { return then(self, at) };
        if std::ptr::eq(part, self.part) && at != self.anchor.index {
            return false;
        }
        match &part.atom {
            Atom::Token(text) => {
                self.takes(part, at, |token| Written::of(token).is(text)) && {
                    self.note(at, Some(text));
                    self.parts(rest, at + 1, then)
                }
            }
            Atom::Slot { group, slot } => {
                self.takes(part, at, |token| fits(token, *slot)) && {
                    self.note(at, None);
                    self.set(*group, at..at + 1, 0);
                    self.parts(rest, at + 1, then)
                }
            }
            Atom::OneOf { group, choices } => {
                let Some(here) = self.token(at).map(Written::of) else { return false };
                (0..).zip(choices.iter()).any(|(number, choice)| {
                    here.may_be(&choice[0].atom, End::First)
                        && self.parts(choice, at, &mut |attempt, end| {
                            attempt.set(*group, at..end, number);
                            attempt.parts(rest, end, then)
                        })
                })
            }
            Atom::Optional { group, parts } => {
                self.parts(parts, at, &mut |attempt, end| {
                    attempt.set(*group, at..end, 0);
                    attempt.parts(rest, end, then)
                }) || {
                    self.forget(*group);
                    self.parts(rest, at, then)
                }
            }
            Atom::Start => self.token(at).is_some_and(starts) && self.parts(rest, at, then),
            Atom::End => self.token(at).is_none_or(ends) && self.parts(rest, at, then),
        }
    }

    fn token(&self, at: usize) -> Option<At<'r>> {
        let reading = self.anchor.reading;
        (at < self.limit).then(|| At::within(reading, at, &(self.start..self.limit)))
    }

    /// Whether the token is one that the part takes, with white space before it or without as the
    /// part has it.
    fn takes(&self, part: &Part, at: usize, fits: impl Fn(At) -> bool) -> bool {
        self.joins(part, at) && self.token(at).is_some_and(fits)
    }

    fn joins(&self, part: &Part, at: usize) -> bool {
        // Nothing crosses into another sentence.
        at == self.start || self.token(at).is_some_and(|token| token.spaced() != part.glued && !token.starts_sentence())
    }

    /// Whether the match is more than a part of some longer word: no “cost-free reign”.
    fn stands_alone(&self, end: usize) -> bool {
        let reading = self.anchor.reading;
        let joint = |kind| matches!(kind, Kind::Hyphen | Kind::Slash | Kind::Apostrophe | Kind::Word | Kind::Address);
        let first = reading.at(self.start);
        let before = first.prev().filter(|_| !first.spaced()).is_some_and(|prev| joint(prev.kind()));
        let after = self.token(end).filter(|next| !next.spaced()).is_some_and(|next| joint(next.kind()));
        !before && !after
    }

    fn note(&mut self, at: usize, spelled: Option<&str>) {
        if let Some(token) = self.token(at) {
            self.case.note(at - self.start, spelled, token.text());
        }
    }

    fn set(&mut self, group: u8, tokens: Range<usize>, choice: u8) {
        if let Some(place) = usize::from(group).checked_sub(1) {
            self.groups[place] = Some(Group { tokens, choice });
        }
    }

    fn forget(&mut self, group: u8) {
        if let Some(place) = usize::from(group).checked_sub(1) {
            self.groups[place] = None;
        }
    }
}

#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

/// Whether the token (or none, at an end of the block) may be the first or last of what the atom
/// matches.
fn may_be(atom: &Atom, token: Option<At>, end: End) -> bool {
    let Some(token) = token else {
        return match atom {
            Atom::Token(_) | Atom::Slot { .. } => false,
            Atom::OneOf { choices, .. } => choices.iter().any(|choice| may_be(&end.of(choice).atom, None, end)),
            Atom::Optional { .. } | Atom::Start | Atom::End => true,
        };
    };
    match atom {
        Atom::Slot { slot, .. } => fits(token, *slot),
        _ => Written::of(token).may_be(atom, end),
    }
}

/// How a token is written, for comparing it with many words.
#[derive(Clone, Copy)]
struct Written<'r> {
    kind: Kind,
    text: &'r str,
    /// The first letter of a word in lower case, if that is ASCII: it tells nearly all words apart.
    first: Option<u8>,
}

impl<'r> Written<'r> {
    fn of(token: At<'r>) -> Written<'r> {
        let (kind, text) = (token.kind(), token.text());
        let first = text.bytes().next().filter(|byte| kind == Kind::Word && byte.is_ascii());
        Written { kind, text, first: first.map(|byte| byte.to_ascii_lowercase()) }
    }

    /// Whether the atom may start (or end) with the token.
    fn may_be(self, atom: &Atom, end: End) -> bool {
        match atom {
            Atom::Token(text) => self.is(text),
            Atom::OneOf { choices, .. } => choices.iter().any(|choice| self.may_be(&end.of(choice).atom, end)),
            Atom::Slot { .. } | Atom::Optional { .. } | Atom::Start | Atom::End => true,
        }
    }

    /// Whether the token is what a page spells out.
    #[inline]
    fn is(self, text: &str) -> bool {
        if let (Some(first), Some(byte)) = (self.first, text.bytes().next())
            && byte.is_ascii()
            && byte.to_ascii_lowercase() != first
        {
            return false;
        }
        let own = self.text;
        match self.kind {
            Kind::Word | Kind::Number | Kind::Ordinal | Kind::Time | Kind::Figures | Kind::Code => same(text, own),
            Kind::Abbreviation => same(text, own) || own.strip_suffix('.').is_some_and(|own| same(text, own)),
            Kind::Hyphen => text == "-",
            Kind::Dash => matches!(text, "–" | "—" | "--"),
            Kind::Apostrophe => matches!(text, "'" | "’"),
            Kind::Address | Kind::Tag | Kind::Opaque => false,
            _ => text == own,
        }
    }
}

impl End {
    /// The part of a choice, which has one at least, at this end.
    fn of(self, choice: &[Part]) -> &Part {
        match self {
            End::First => &choice[0],
            End::Last => &choice[choice.len() - 1],
        }
    }
}

/// Whether the token is one that a slot takes.
fn fits(token: At, slot: Slot) -> bool {
    let traits = match slot {
        Slot::Number => return token.is(Kind::Number) || token.has(Traits::NUMERAL),
        Slot::Currency => return token.is(Kind::Currency),
        Slot::Word => return token.is(Kind::Word),
        Slot::Name => return token.kind().is_wordlike() && token.traits().capitalised(),
        Slot::Noun => Traits::NOUN,
        Slot::Plural => Traits::PLURAL,
        Slot::Verb => Traits::VERB,
        Slot::Past => Traits::PAST,
        Slot::Ing => Traits::ING,
        Slot::Adjective => Traits::ADJECTIVE,
        Slot::Adverb => Traits::ADVERB,
        Slot::Pronoun => Traits::PRONOUN,
        Slot::Determiner => Traits::DETERMINER,
        Slot::Preposition => Traits::PREPOSITION,
    };
    token.has(traits)
}

fn starts(token: At) -> bool {
    token.flags().intersects(TokenFlags::SENTENCE | TokenFlags::BLOCK)
}

/// Whether the sentence before the token ends here.
fn ends(token: At) -> bool {
    matches!(token.kind(), Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis) || starts(token)
}
