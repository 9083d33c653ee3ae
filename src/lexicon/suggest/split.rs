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
    /// Two little words that follow one another all the time (“of the”, “it was”, “can be”).
    pub pair: bool,
}

/// What running two words together costs, on the scale of `slips::Costs`.
const COST: f32 = 3.0;
/// Less, if one is of a closed class.
const FUNCTION: f32 = 0.8;
/// Less again, for a pair of little words.
const PAIR: f32 = 1.5;
/// A reading as two words of weight is taken for a compound if it costs no more than this beyond.
const COMPOUND_BY: f32 = 0.6;
/// For each class that a word is rarer than the commonest.
const RARE: f32 = 0.27;

impl Lexicon {
    /// The likeliest two words that an unknown form may have been meant as.
    pub fn split(&self, form: &str) -> Option<Split> {
        let folded = Folded::of(form)?;
        let key = folded.as_str();
        if key.len() < 4 || !key.is_ascii() || key.len() != form.len() {
            return None;
        }
        let mut compound = f32::INFINITY;
        let splits = (1..key.len() - 1).filter_map(|at| {
            let (left, right) = key.split_at(at);
            let (first, second) = (part(left)?, part(right)?);
            let rarity = RARE * f32::from(30 - first.commonness - second.commonness);
            if at >= 4 && right.len() >= 4 && !first.function && !second.function {
                compound = compound.min(rarity);
            }
            // “we blogger”
            if first.subject && !second.verb {
                return None;
            }
            // A short word is no evidence unless the other is a common one of some length.
            let (short, other, long) =
                if left.len() < right.len() { (left, right, second) } else { (right, left, first) };
            let pair = are_pair((left, first), (right, second));
            let phrasal = first.past && is_particle(right);
            let function = pair || phrasal || first.function || second.function;
            let common = first.commonness.min(second.commonness);
            // After an article any noun may come.
            let plausible = match short.len() {
                _ if pair => true,
                _ if key.len() < 5 => false,
                _ if long.commonness < 5 && !(left == "the" && other.len() > 6) => false,
                0..=2 => {
                    left == "a" && other.len() > 3 && second.noun && long.commonness >= 6
                        || phrasal
                        || is_short_word(short)
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
            let less = if function { FUNCTION } else { 0.0 } + if pair { PAIR } else { 0.0 };
            let cost = COST + rarity - less;
            let (a, b) = form.split_at(at);
            let text = format!(
                "{} {}",
                in_case_of(a, left),
                if b == right { right.to_string() } else { in_case_of(b, right) }
            );
            Some((rarity, phrasal, Split { suggestion: Suggestion { text, cost }, function, pair }))
        });
        let (rarity, phrasal, mut best) = splits.min_by(|a, b| a.2.suggestion.cost.total_cmp(&b.2.suggestion.cost))?;
        best.function &= best.pair || phrasal || compound > rarity + COMPOUND_BY;
        Some(best)
    }
}

/// A word that can stand alone.
#[derive(Clone, Copy)]
struct Part {
    traits: Traits,
    commonness: u8,
    /// It is of a closed class.
    function: bool,
    /// It can be the subject of a verb, and nothing else.
    subject: bool,
    verb: bool,
    noun: bool,
    /// It is the past of a verb and nothing else: “took”, “turned”, not “cut” and “feed”.
    past: bool,
}

fn part(word: &str) -> Option<Part> {
    let traits = forms::knowledge(word.as_bytes()).filter(|t| t.any(Traits::COMMON) && !t.any(Traits::MISSPELLED))?;
    let stored = forms::stored(word).filter(|s| s.lower && s.commonness >= 2 && !s.unsuggested)?;
    let function = traits.any(Traits::FUNCTION) && stored.commonness >= 11 && !makes_compounds(word);
    let subject = matches!(word, "we" | "he" | "she" | "they" | "i");
    let verb = traits.any(Traits::VERB | Traits::AUXILIARY | Traits::ADVERB);
    let noun = traits.any(Traits::NOUN);
    let past = traits.contains(Traits::VERB | Traits::PAST) && (word.ends_with("ed") || is_irregular_past(word));
    Some(Part { traits, commonness: stored.commonness, function, subject, verb, noun, past })
}

/// “of the”, “it was”, “can be”, “to have”, “has been”, “and then”, “so long”
fn are_pair((left, first): (&str, Part), (right, second): (&str, Part)) -> bool {
    let is = |part: Part, traits: Traits| part.traits.any(traits);
    let subject = first.subject || matches!(left, "it" | "you" | "that" | "there" | "this" | "who" | "which");
    let helper = is(first, Traits::AUXILIARY);
    let joins = is(first, Traits::PREPOSITION | Traits::CONJUNCTION);
    let plain = matches!(right, "be" | "have" | "do" | "get" | "go" | "make" | "take" | "see" | "say");
    first.commonness >= 9
        && second.commonness >= 9
        && match right {
            "be" | "been" | "not" | "have" if helper => true,
            "the" => joins || helper,
            "a" | "an" | "this" | "that" | "his" | "her" | "their" | "our" | "my" | "your" => joins && right.len() > 2,
            "long" | "far" | "much" | "many" | "well" | "soon" => matches!(left, "so" | "as" | "too" | "how" | "very"),
            "to" | "of" => matches!(
                (left, right),
                ("up" | "due" | "able" | "have" | "going" | "want" | "need", "to")
                    | ("out" | "all" | "one" | "some" | "most" | "kind" | "sort", "of")
            ),
            "then" | "so" | "if" | "though" => matches!(left, "and" | "but" | "even" | "as" | "what"),
            _ if plain => left == "to",
            _ if is(second, Traits::AUXILIARY) => subject,
            _ => second.subject && is(first, Traits::CONJUNCTION),
        }
}

/// “bornin”, “tookout”, “turnedup”: compounds are made with other forms of the verb.
fn is_particle(word: &str) -> bool {
    matches!(word, "in" | "on" | "up" | "out" | "off" | "over" | "down" | "back" | "away" | "into" | "about")
}

fn is_irregular_past(word: &str) -> bool {
    matches!(
        word,
        "began"
            | "born"
            | "broke"
            | "brought"
            | "came"
            | "fell"
            | "found"
            | "gave"
            | "given"
            | "gone"
            | "got"
            | "grew"
            | "held"
            | "kept"
            | "left"
            | "made"
            | "said"
            | "told"
            | "lost"
            | "spent"
            | "met"
            | "ran"
            | "sat"
            | "paid"
            | "built"
            | "sent"
            | "stood"
            | "taken"
            | "thought"
            | "threw"
            | "thrown"
            | "took"
            | "went"
            | "wore"
            | "worn"
    )
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
