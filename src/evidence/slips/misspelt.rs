//! Unknown words that stand for another: which, and how sure that is.

use super::coined::{Coined, coined};
use super::meant::is_introduced;
use super::strange::{FAMILIAR, ODD, SET_APART, STRANGE, strangeness};
use super::{Certainty, Grounds, Slip, SlipKind, Standing};
use crate::evidence::roots::Root;
use crate::lexicon::suggest::{Context, Suggestion};
use crate::lexicon::{Dialect, Traits};
use crate::text::Token;

// Costs of suggestions; see `lexicon::suggest::slips`. Of real misspellings, these proved right in
// 97 of 100 cases, and in 90.
const SURE: f32 = 5.2;
const LIKELY: f32 = 6.4;
const DOUBTFUL: f32 = 8.2;
/// What is said of a word that was coined, or is a part of a compound, must cost no more.
const COINED: f32 = 3.4;
const COMPOUND: f32 = 4.7;
/// What looks like a coined word, but even more like a slip of a word that is not rare.
const COINED_YET_NEAR: f32 = 4.1;
const PLAINLY_NONE: f32 = -2.5;
/// Nobody would doubt these.
const PLAIN: f32 = 3.7;
/// What stands twice must cost no more, if it is not clear what is meant.
const NEAR: f32 = 5.9;
/// From this class on a name is meant as often as a word is.
const WELL_KNOWN: u8 = 7;
/// How much worse the next choice must be.
const SURE_BY: f32 = 1.2;
const LIKELY_BY: f32 = 0.6;
/// Where nothing else is near for this much, and the word is no rare one, it is meant.
const CLEAR_BY: f32 = 1.3;
pub(super) const NOT_RARE: u8 = 6;
/// Words that are met every day.
pub(super) const USUAL: u8 = 7;
/// Words that everybody writes every day.
pub(super) const COMMON: u8 = 10;

impl Grounds<'_> {
    /// A lower-case word, or one that has its capital from its place.
    pub(super) fn lower(&self, index: usize, standing: Standing, one_slip: bool, marked: bool) -> Option<Slip> {
        let token = &self.words.tokens[index];
        let form = self.words.text(token);
        let in_article = |word: &str| {
            let uses = (self.vocabulary)().uses(self.words, Root::of(word).form);
            uses.lower + uses.capital
        };
        let split = (standing == Standing::Alone).then(|| self.lexicon.split(form)).flatten();
        let coined = coined(self.lexicon, form);
        let most_slips = match () {
            () if one_slip || coined.is_some() => 1,
            () if split.is_some() || standing == Standing::Compound => 2,
            () => 3,
        };
        let mut found = self.lexicon.suggest(form, Context { in_article: Some(&in_article), most_slips });
        self.keep_to_dialect(&mut found);
        let cost = found.first().map_or(f32::INFINITY, |s| s.cost);
        let strangeness = found.first().map_or(f32::INFINITY, |first| {
            let commonness = self.lexicon.commonness(&first.text).unwrap_or(0);
            strangeness(form, &first.text, first.cost, commonness)
                + self.unknown.remoteness
                + if marked || is_introduced(self.words, index) { SET_APART } else { 0.0 }
        });
        let slip = |kind, choices, certainty, plain| {
            let (span, word, familiar) = (token.span(), form.to_string(), strangeness < FAMILIAR);
            Some(Slip { token: index, span, kind, word, choices, certainty, plain, familiar })
        };
        if let Some(split) = split.filter(|s| s.suggestion.cost < cost && !s.suggestion.text.ends_with(" or")) {
            // Two words of weight are often a new compound (“heatmap”).
            let certainty = match split.function {
                true if split.suggestion.cost + 1.5 < cost && form.len() > 4 => Certainty::Sure,
                true => Certainty::Likely,
                false => return None,
            };
            return slip(SlipKind::Joined, vec![split.suggestion.text], certainty, false);
        }
        let certainty = self.certainty(token, standing, coined, &found, strangeness)?;
        let plain = cost <= PLAIN && certainty >= Certainty::Likely;
        let choices = found.into_iter().take(4).filter(|s| s.cost < cost + 3.0).map(|s| s.text).collect();
        slip(SlipKind::Misspelt, choices, certainty, plain)
    }

    /// How sure it is that the first of the suggestions is meant; `None` if the word had better be
    /// left alone.
    fn certainty(
        &self,
        token: &Token,
        standing: Standing,
        coined: Option<Coined>,
        found: &[Suggestion],
        strangeness: f32,
    ) -> Option<Certainty> {
        let form = self.words.text(token);
        let Some(first) = found.first() else { return coined.is_none().then_some(Certainty::Unknown) };
        let margin = found.get(1).map_or(f32::INFINITY, |s| s.cost - first.cost);
        let letters = form.chars().count();
        let twice = self.words.entries[token.entry().0 as usize].count > 1;
        let common = self.lexicon.commonness(&first.text).unwrap_or(0);
        // “altways” may be coined of “alt” and “ways”, but “always” is the only word near it.
        let clear = first.cost <= SURE && margin >= CLEAR_BY && common >= NOT_RARE;
        // A short word, a coined one, a part of a compound, and one that stands twice is right more
        // often: it must be nearer to another for a guess.
        let farthest = match () {
            () if letters <= 3 => 3.0,
            () if coined == Some(Coined::OfTwo) && clear => LIKELY,
            () if coined.is_some() && strangeness < PLAINLY_NONE && common >= NOT_RARE => COINED_YET_NEAR,
            () if coined.is_some() || first.text.strip_suffix('s') == Some(form) => COINED,
            () if standing == Standing::Compound => COMPOUND,
            () if twice => LIKELY,
            () => f32::INFINITY,
        };
        if first.cost > farthest || letters <= 3 && margin < LIKELY_BY && common < COMMON {
            return None;
        }
        // “sing-alongs”
        let stem = form.strip_suffix('s').unwrap_or(form);
        if standing == Standing::Compound && self.lexicon.traits(stem).any(Traits::COMMON) {
            return None;
        }
        // “hexapods”: the plural of a word that is known in the singular.
        if form.strip_suffix('s') == Some(&first.text) && letters > 5 && !form.ends_with("ss") {
            return None;
        }
        let foreign = is_foreign_form_of(form, &first.text);
        // Abbreviations and words of a trade are short.
        let sure = match letters {
            0..=4 => 0.0,
            _ if foreign => 0.0,
            5 => PLAIN,
            _ => SURE,
        };
        let certainty = match () {
            () if first.cost <= sure && margin >= SURE_BY && farthest == f32::INFINITY => Certainty::Sure,
            () if first.cost <= LIKELY && margin >= LIKELY_BY && !foreign => Certainty::Likely,
            () if first.cost <= DOUBTFUL => Certainty::Doubtful,
            () => return Some(Certainty::Unknown),
        };
        let certainty = match strangeness {
            s if s > STRANGE => return Some(Certainty::Unknown),
            s if s > ODD => certainty.min(Certainty::Doubtful),
            s if s > FAMILIAR => certainty.min(Certainty::Likely),
            _ => certainty,
        };
        // Rare words and names are near many words, and seldom meant.
        let traits = self.lexicon.traits(&first.text.to_lowercase());
        let (name, place) = (traits.any(Traits::PROPER), traits.any(Traits::PLACE));
        Some(match certainty {
            Certainty::Doubtful if twice && first.cost > NEAR || common < 3 || name => Certainty::Unknown,
            Certainty::Likely if common < 4 || name && letters < 7 => Certainty::Doubtful,
            Certainty::Sure if name && letters < 6 => Certainty::Doubtful,
            Certainty::Sure if name && common < WELL_KNOWN => Certainty::Likely,
            // “inotify”, “gzip”: programs are named so. Writers seldom begin with a letter too many.
            Certainty::Sure if begins_late(form, &first.text) => Certainty::Likely,
            Certainty::Likely if begins_late(form, &first.text) => Certainty::Doubtful,
            // Of a place and a word (“shanghai”) the word is the rarer.
            Certainty::Sure if place && letters < 8 => Certainty::Likely,
            certainty => certainty,
        })
    }

    /// Leaves out words of the other spelling where the article's own is among the choices.
    fn keep_to_dialect(&self, found: &mut Vec<Suggestion>) {
        let dialect = self.dialect.unwrap_or(Dialect::American);
        let mut at = 0;
        while at < found.len() {
            let twin = self.lexicon.respelt(&found[at].text, dialect);
            match twin {
                Some(twin) if self.dialect.is_some() => {
                    // The article's spelling takes the place of the other.
                    if found.iter().any(|s| s.text == twin) {
                        let cost = found[at].cost;
                        found.remove(at);
                        if let Some(own) = found.iter_mut().find(|s| s.text == twin) {
                            own.cost = own.cost.min(cost);
                        }
                    } else {
                        found[at].text = twin;
                        at += 1;
                    }
                }
                Some(twin) if found[..at].iter().any(|s| s.text == twin) => {
                    found.remove(at);
                }
                _ => at += 1,
            }
        }
        found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    }
}

/// “granita” beside “granite”, “stricto” beside “strict”: so words of other languages end.
fn is_foreign_form_of(form: &str, word: &str) -> bool {
    let Some(stem) = form.strip_suffix(['a', 'i', 'o']) else { return false };
    stem == word || form.len() == word.len() && word.starts_with(stem) || word.strip_suffix(['l', 's']) == Some(form)
}

/// Whether the form is the word with a letter before it.
fn begins_late(form: &str, word: &str) -> bool {
    form.char_indices().nth(1).is_some_and(|(second, _)| form[second..] == *word)
}
