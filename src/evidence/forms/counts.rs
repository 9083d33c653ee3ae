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
    value: u16,
    in_words: bool,
    span: Span,
}

impl Counted {
    /// Whether it would be “forty-two” in words.
    fn is_of_two_words(&self) -> bool {
        (21..100).contains(&self.value) && !self.value.is_multiple_of(10)
    }
}

impl Gather<'_> {
    /// Remembers a number of things.
    pub(super) fn count(&mut self, here: Here, noun: usize, value: u16, in_words: bool) {
        if !matches!(here.kind, BlockKind::Paragraph | BlockKind::Turn) {
            return;
        }
        // “14 crew members”, “14 young men”: the last word says what is counted.
        let modifier = |t: &Token| {
            let traits = self.words.traits(t);
            let other = Traits::FUNCTION | Traits::PLURAL;
            traits.any(Traits::LOWER) && traits.any(Traits::ADJECTIVE | Traits::NOUN) && !traits.any(other)
        };
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
        // “42 boards”, “thirty-six players”: no house has both.
        if !self.index.contains_key(&(Topic::Number, 0)) && clash(&of_two_words) {
            for one in of_two_words {
                self.add(Topic::Number, 0, u32::from(one.in_words), one.span, BlockKind::Paragraph);
            }
        }
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
