//! Words cut in two: by a hyphen that a line end has left behind, or by a space.

use std::ops::Range;

use super::{Certainty, Grounds, Slip, SlipKind};
use crate::lexicon::Traits;
use crate::text::{Kind, Kinds};

impl Grounds<'_> {
    /// “cor- rectness”, “commit- tee”: the halves may be words.
    pub(super) fn cut_at_line_ends(&self) -> Vec<Slip> {
        let words = self.words;
        let hyphens = words.signs(Kinds::of(&[Kind::Hyphen]));
        let cuts = hyphens.filter_map(|at| {
            let whole = self.is_cut(&words.range(words.block_of(at)), at)?;
            let span = words.tokens[at - 1].span().cover(words.tokens[at + 1].span());
            Some(Slip {
                token: at - 1,
                span,
                kind: SlipKind::Split,
                word: words.article.prose[span].to_string(),
                choices: vec![whole],
                certainty: Certainty::Sure,
                plain: false,
                familiar: true,
            })
        });
        cuts.collect()
    }

    /// The word that the hyphen at a line end has cut, if there is one, and no compound: “well- being”
    /// and “pre- and post-war” are none.
    fn is_cut(&self, range: &Range<usize>, hyphen: usize) -> Option<String> {
        let words = self.words;
        let (left, right) = (hyphen.checked_sub(1)?, hyphen + 1);
        if !range.contains(&left) || !range.contains(&right) {
            return None;
        }
        let [a, mark, b] = [left, hyphen, right].map(|at| &words.tokens[at]);
        let shapes = words.traits(a).any(Traits::LOWER | Traits::TITLE) && words.traits(b).any(Traits::LOWER);
        if mark.kind != Kind::Hyphen || mark.spaced() || !b.spaced() || !shapes {
            return None;
        }
        let whole = [words.text(a), words.text(b)].concat();
        let common = |word: &str| match self.lexicon.traits(word) {
            traits if traits.any(Traits::COMMON) && !traits.any(Traits::MISSPELLED) => self.lexicon.commonness(word),
            _ => None,
        };
        let halves = common(words.text(a)).min(common(words.text(b)));
        let long = whole.len() >= 6 && a.span().len() > 1 && b.span().len() > 1;
        (long && common(&whole).is_some_and(|c| c >= 4) && common(&whole) >= halves).then_some(whole)
    }

    /// “infor mation”. The slip is the first half's; the other half is none.
    pub(super) fn cut_in_two(&self, index: usize) -> Option<Option<Slip>> {
        let words = self.words;
        let range = words.range(words.block_of(index));
        let lower = |at: usize| {
            range.contains(&at)
                && words.tokens[at].kind == Kind::Word
                && words.traits(&words.tokens[at]).any(Traits::LOWER)
        };
        let unknown = |at: usize| words.traits(&words.tokens[at]).any(Traits::UNKNOWN);
        let cut = |at: usize| self.is_cut(&range, at).is_some();
        if cut(index + 1) || index > 0 && cut(index - 1) {
            return Some(None);
        }
        let (before, after) = (index.checked_sub(1)?, index + 1);
        for (left, right) in [(index, after), (before, index)] {
            // Copied from a page set in type, a word may be cut behind its ligature (“offi cer”).
            let ligature = range.contains(&left)
                && ["fi", "fl", "ff"].iter().any(|end| words.text(&words.tokens[left]).ends_with(end));
            let titled = ligature && words.traits(&words.tokens[left]).any(Traits::TITLE);
            if !(lower(left) || titled) || !lower(right) || !words.tokens[right].spaced() {
                continue;
            }
            let (a, b) = (&words.tokens[left], &words.tokens[right]);
            let whole = [words.text(a), words.text(b)].concat();
            let commonness = self.lexicon.commonness(&whole).unwrap_or(0);
            let known = self.lexicon.traits(&whole).any(Traits::COMMON);
            // One half alone is less proof than two.
            let halves = [left, right].into_iter().filter(|half| unknown(*half)).count();
            let least = if halves == 2 || ligature && halves == 1 { 4 } else { 7 };
            if known && commonness >= least && whole.len() >= 6 && words.text(a).len() > 1 && words.text(b).len() > 1 {
                let first_in_order = left == index || titled || !unknown(left);
                let span = a.span().cover(b.span());
                let certainty = if least == 4 { Certainty::Sure } else { Certainty::Likely };
                return Some(first_in_order.then_some(Slip {
                    token: index,
                    span,
                    kind: SlipKind::Split,
                    word: words.article.prose[span].to_string(),
                    choices: vec![whole],
                    certainty,
                    plain: false,
                    familiar: true,
                }));
            }
        }
        None
    }
}
