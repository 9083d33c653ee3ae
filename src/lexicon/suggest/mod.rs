//! What the writer may have meant by an unknown word: words a slip or two away, or two words run
//! together, ranked as a person would.

mod search;
pub mod slips;
mod split;

use super::fold::Folded;
use super::layout::Stored;
use super::{Lexicon, capitalised, forms, shape, split_possessive, with_ending};
use crate::lexicon::Traits;
use slips::Costs;

pub use split::Split;

/// A word that may be meant.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// With the capitals and the possessive ending of the word that it stands for.
    pub text: String,
    /// The lower, the likelier.
    pub cost: f32,
}

/// What is known of the place where the word stands.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// How often the article has a word (in lower case).
    pub in_article: Option<&'c dyn Fn(&str) -> u32>,
    /// Words more slips away than this are of no use; the search for them takes the longest.
    pub most_slips: u8,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Context { in_article: None, most_slips: search::MOST_SLIPS }
    }
}

/// How many suggestions are kept.
const MOST: usize = 6;

impl Lexicon {
    /// What may be meant by an unknown word, the likeliest first.
    pub fn suggest(&self, form: &str, context: Context) -> Vec<Suggestion> {
        let costs = &Costs::DEFAULT;
        let (stem, ending) = split_possessive(form);
        let Some(folded) = Folded::of(stem) else { return Vec::new() };
        let key = folded.as_str();
        let mut best = Best { of: Vec::with_capacity(MOST + 1) };
        let weigh = |word: &str, stored: Stored, distance: u8, best: &mut Best| {
            if stored.unsuggested || word == key {
                return;
            }
            let known = rarity(stored, costs) - favour(word, context);
            if f32::from(distance) * LEAST_COST + known < best.limit() {
                best.add(word, stored, costs.between(key.as_bytes(), word.as_bytes()) + known);
            }
        };
        // A syllable that was said once too few is two slips, and as likely as one (“determing”).
        if key.is_ascii() && context.most_slips > 1 {
            for at in 2..=key.len() {
                let word = [&key[..at], &key[at - 2..]].concat();
                if let Some(stored) = forms::stored(&word) {
                    weigh(&word, stored, 1, &mut best);
                }
            }
        }
        for &most in slips_allowed(key) {
            let clear = CLEAR[usize::from(most - 1)];
            if most > context.most_slips || best.of.first().is_some_and(|(_, _, cost)| *cost < clear) {
                break;
            }
            search::near(key, most, &mut |word, stored, distance| weigh(word, stored, distance, &mut best));
        }
        best.of
            .into_iter()
            .map(|(word, stored, cost)| Suggestion { text: with_ending(written(&word, stored, stem), ending), cost })
            .collect()
    }

    /// What it costs to take a form for a word, on the scale of the suggestions.
    pub fn cost(&self, form: &str, word: &str) -> Option<f32> {
        let (form, word) = (Folded::of(split_possessive(form).0)?, Folded::of(split_possessive(word).0)?);
        let (form, word) = (form.as_str(), word.as_str());
        let costs = &Costs::DEFAULT;
        let stored = forms::stored(word).filter(|_| form.len().max(word.len()) <= search::LONGEST)?;
        Some(rarity(stored, costs) + costs.between(form.as_bytes(), word.as_bytes()))
    }
}

/// A word that costs less than this is not beaten by one that is so many slips away.
const CLEAR: [f32; 3] = [0.0, 4.2, 7.0];

/// What the cheapest slip costs.
const LEAST_COST: f32 = 0.4;

/// How many slips are looked for first, and if nothing good is found, then.
fn slips_allowed(key: &str) -> &'static [u8] {
    match key.len() {
        0..=3 => &[1],
        4..=6 => &[1, 2],
        _ => &[1, 2, 3],
    }
}

fn rarity(stored: Stored, costs: &Costs) -> f32 {
    let name = match stored.lower {
        true if stored.title => costs.namesake,
        true => 0.0,
        false => 2.0,
    };
    f32::from(15 - stored.commonness) * costs.rare + name
}

fn favour(word: &str, context: Context) -> f32 {
    match context.in_article.map_or(0, |count| count(word)) {
        0 => 0.0,
        1 => 0.7,
        _ => 1.0,
    }
}

struct Best {
    of: Vec<(String, Stored, f32)>,
}

impl Best {
    /// What costs more is not kept.
    fn limit(&self) -> f32 {
        if self.of.len() < MOST { f32::INFINITY } else { self.of[MOST - 1].2 }
    }

    fn add(&mut self, word: &str, stored: Stored, cost: f32) {
        if cost >= self.limit() || self.of.iter().any(|(known, ..)| known == word) {
            return;
        }
        let at = self.of.partition_point(|(_, _, c)| *c <= cost);
        self.of.insert(at, (word.to_string(), stored, cost));
        self.of.truncate(MOST);
    }
}

/// The word with its own capitals, or else those of the form that it stands for.
fn written(word: &str, stored: Stored, form: &str) -> String {
    let shape = shape::of(form);
    if let Some(own) = stored.own.filter(|_| !stored.lower) {
        return forms::own_capitals(own).to_string();
    }
    if shape.any(Traits::UPPER) || !stored.lower && !stored.title && stored.capitals {
        word.to_uppercase()
    } else if form.starts_with(char::is_uppercase) || !stored.lower {
        capitalised(word)
    } else {
        word.to_string()
    }
}

#[cfg(test)]
mod tests;
