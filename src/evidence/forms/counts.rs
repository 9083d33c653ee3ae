//! Things that are counted: “12 people” beside “twelve people”.

use super::{Gather, Here, Topic};
use crate::evidence::quotations::Quotations;
use crate::lexicon::Traits;
use crate::text::{BlockKind, EntryId, Kind, Span, Token};

/// A number of things: “12 people”, “twelve people”.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Counted {
    /// The word for the things.
    of: EntryId,
    value: u32,
    in_words: bool,
    span: Span,
}

impl Counted {
    /// Whether it would be “forty-two” in words.
    fn is_of_two_words(&self) -> bool {
        (21..1000).contains(&self.value) && !self.value.is_multiple_of(10)
    }

    fn is_small(&self) -> bool {
        self.value < 10
    }
}

impl Gather<'_> {
    /// Remembers a number of things.
    pub(super) fn count(&mut self, here: Here, noun: usize, value: u32, in_words: bool) {
        if !matches!(here.kind, BlockKind::Paragraph | BlockKind::Turn) {
            return;
        }
        // “14 crew members”, “14 young men”: the last word says what is counted.
        let modifier = |t: &Token| {
            let traits = self.words.traits(t);
            let other = Traits::FUNCTION | Traits::PLURAL;
            traits.any(Traits::LOWER) && traits.any(Traits::ADJECTIVE | Traits::NOUN) && !traits.any(other)
        };
        // “Radio 2 listeners”, “COX-2 inhibitors”
        let named = self.before(here).is_some_and(|t| {
            let traits = self.words.traits(t);
            let name =
                t.kind == Kind::Word && t.is_capitalised() && !traits.any(Traits::FUNCTION | Traits::PREPOSITION);
            name || t.kind == Kind::Hyphen && !self.token(here.at).spaced()
        });
        if named && !in_words {
            return;
        }
        // “seven other families”
        let more = matches!(self.words.text(self.token(noun)), "other" | "more" | "further");
        let noun = noun + usize::from(more && noun + 1 < here.end);
        let next = self.words.tokens[..here.end].get(noun + 1);
        let head = next.filter(|t| t.kind == Kind::Word && t.spaced() && modifier(self.token(noun)));
        let noun = noun + usize::from(head.is_some());
        let of = self.token(noun);
        let traits = self.words.traits(of);
        let plural = traits.any(Traits::LOWER) && traits.any(Traits::PLURAL) && !traits.any(Traits::FUNCTION);
        // Ages and measures have figures in some styles whatever the number.
        let old = self.words.tokens[..here.end].get(noun + 1).is_some_and(|t| self.words.text(t) == "old");
        if !plural || old || is_measure(self.words.text(of)) {
            return;
        }
        let span = self.token(here.at).span().cover(of.span());
        self.counted.push(Counted { of: of.entry(), value, in_words, span });
    }

    /// Makes a group of each number of the same things that stands in figures and in words.
    pub(super) fn clashing_numbers(&mut self, quotations: &Quotations) {
        let mut counted = std::mem::take(&mut self.counted);
        if !(counted.iter().any(|c| c.in_words) && counted.iter().any(|c| !c.in_words)) {
            return;
        }
        let clash = |same: &[Counted]| same.iter().any(|c| c.in_words != same[0].in_words);
        let of_two_words: Vec<Counted> =
            counted.iter().filter(|c| c.is_of_two_words() && !quotations.contains(c.span)).copied().collect();
        let small: Vec<Counted> =
            counted.iter().filter(|c| c.is_small() && !quotations.contains(c.span)).copied().collect();
        let small = if is_slip(&small, &counted) { small } else { Vec::new() };
        counted.sort_unstable();
        let groups = counted.chunk_by(|a, b| (a.of, a.value) == (b.of, b.value));
        for (key, same) in groups.filter(|same| clash(same)).enumerate() {
            let mut same: Vec<Counted> = same.iter().filter(|c| !quotations.contains(c.span)).copied().collect();
            if clash(&same) {
                same.sort_unstable_by_key(|c| c.span);
                for one in same {
                    self.add(Topic::Number, key as u32, u32::from(one.in_words), one.span, BlockKind::Paragraph);
                }
            }
        }
        // “42 boards”, “thirty-six players”: no house has both. “9 days”, “2 boys”, “3 dogs” and “seven cats”.
        for group in [of_two_words, small] {
            if !self.index.contains_key(&(Topic::Number, 0)) && clash(&group) {
                for one in group {
                    self.add(Topic::Number, 0, u32::from(one.in_words), one.span, BlockKind::Paragraph);
                }
            }
        }
    }
}

/// Whether one of the small numbers is written otherwise than all others: in words among figures, or in figures
/// among words and far from greater numbers, beside which figures may be right.
fn is_slip(small: &[Counted], all: &[Counted]) -> bool {
    const NEAR: u32 = 150;
    let (words, figures): (Vec<&Counted>, Vec<&Counted>) = small.iter().partition(|c| c.in_words);
    let beside_greater = |odd: &Counted| {
        all.iter().any(|c| !c.in_words && !c.is_small() && c.span.start.abs_diff(odd.span.start) < NEAR)
    };
    match (&words[..], &figures[..]) {
        // “3 months, 6 months, 9 months” are figures for what they measure.
        ([_], figures) => figures.len() > 2 && figures.iter().any(|c| c.of != figures[0].of),
        (words, [odd]) => words.len() > 4 && !beside_greater(odd),
        _ => false,
    }
}

fn is_measure(noun: &str) -> bool {
    matches!(
        noun,
        "percent"
            | "degrees"
            | "miles"
            | "kilometres"
            | "kilometers"
            | "metres"
            | "meters"
            | "feet"
            | "inches"
            | "pounds"
            | "grams"
            | "kilograms"
            | "ounces"
            | "litres"
            | "liters"
            | "gallons"
            | "acres"
            | "hectares"
            | "dollars"
            | "euros"
            | "cents"
            | "points"
            | "hours"
            | "minutes"
            | "seconds"
    )
}
