//! Two words run together (“andmore”, “influencedby”).

use super::Suggestion;
use crate::lexicon::fold::Folded;
use crate::lexicon::{Lexicon, Traits, forms, in_case_of};

/// Where a form comes apart into two words.
#[derive(Clone, Debug)]
pub struct Split {
    pub suggestion: Suggestion,
    /// One of the words is of a closed class (“and”, “by”): writers make no compounds with those.
    /// The form does not come apart into two words of weight as well (“games|how”, “game|show”).
    pub function: bool,
}

/// What running two words together costs, on the scale of `slips::Costs`.
const COST: f32 = 3.0;
/// Less, if one is of a closed class.
const FUNCTION: f32 = 0.8;
/// For each class that a word is rarer than the commonest.
const RARE: f32 = 0.27;

impl Lexicon {
    /// The likeliest two words that an unknown form may have been meant as.
    pub fn split(&self, form: &str) -> Option<Split> {
        let folded = Folded::of(form)?;
        let key = folded.as_str();
        if key.len() < 5 || !key.is_ascii() || key.len() != form.len() {
            return None;
        }
        let mut compound = false;
        let splits = (1..key.len() - 1).filter_map(|at| {
            let (left, right) = key.split_at(at);
            let (first, second) = (part(left)?, part(right)?);
            compound |= at >= 4 && right.len() >= 4 && !first.function && !second.function;
            // “we blogger”
            if first.subject && !second.verb {
                return None;
            }
            // A short word is no evidence unless the other is a common one of some length.
            let (short, other, long) =
                if left.len() < right.len() { (left, right, second) } else { (right, left, first) };
            let function = first.function || second.function;
            let common = first.commonness.min(second.commonness);
            let plausible = match short.len() {
                0..=2 => {
                    is_short_word(short)
                        && (other.len() > 5 && long.commonness >= 6
                            || other.len() > 3 && long.commonness >= 8
                            || common >= 13)
                }
                3 => function || common >= 10 && other.len() > 4,
                _ => true,
            };
            if !plausible {
                return None;
            }
            let rarity = RARE * f32::from(30 - first.commonness - second.commonness);
            let cost = COST + rarity - if function { FUNCTION } else { 0.0 };
            let (a, b) = form.split_at(at);
            let text = format!(
                "{} {}",
                in_case_of(a, left),
                if b == right { right.to_string() } else { in_case_of(b, right) }
            );
            Some(Split { suggestion: Suggestion { text, cost }, function })
        });
        let mut best = splits.min_by(|a, b| a.suggestion.cost.total_cmp(&b.suggestion.cost))?;
        best.function &= !compound;
        Some(best)
    }
}

/// A word that can stand alone.
#[derive(Clone, Copy)]
struct Part {
    commonness: u8,
    /// It is of a closed class.
    function: bool,
    /// It can be the subject of a verb, and nothing else.
    subject: bool,
    verb: bool,
}

fn part(word: &str) -> Option<Part> {
    let traits = forms::knowledge(word.as_bytes()).filter(|t| t.any(Traits::COMMON) && !t.any(Traits::MISSPELLED))?;
    let stored = forms::stored(word).filter(|s| s.lower && s.commonness >= 5 && !s.unsuggested)?;
    let function = traits.any(Traits::FUNCTION) && stored.commonness >= 11 && !makes_compounds(word);
    let subject = matches!(word, "we" | "he" | "she" | "they" | "i");
    let verb = traits.any(Traits::VERB | Traits::AUXILIARY | Traits::ADVERB);
    Some(Part { commonness: stored.commonness, function, subject, verb })
}

/// “stepback”, “clickthrough”: new compounds are made with these.
fn makes_compounds(word: &str) -> bool {
    matches!(
        word,
        "back"
            | "away"
            | "out"
            | "over"
            | "up"
            | "off"
            | "down"
            | "under"
            | "through"
            | "around"
            | "about"
            | "along"
            | "after"
            | "together"
            | "one"
            | "all"
            | "like"
            | "self"
            | "on"
            | "in"
            | "before"
            | "few"
            | "more"
            | "most"
            | "less"
    )
}

fn is_short_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "as"
            | "at"
            | "be"
            | "by"
            | "do"
            | "he"
            | "if"
            | "in"
            | "is"
            | "it"
            | "my"
            | "no"
            | "of"
            | "on"
            | "or"
            | "so"
            | "to"
            | "up"
            | "us"
            | "we"
    )
}
