//! How likely an unknown word is one of another language or of a trade, and no slip.
//!
//! Of two explanations the likelier is taken. A slip is a few letters of a word that people use, so
//! it is the less likely the more it costs and the rarer the word is. A word of another language has
//! another word near it by chance: the shorter it is, the oftener. And it ends as English words
//! seldom do, but of letters that meet in names all over the world.

use crate::lexicon::letters::surprise;

/// The scale is that of the costs of suggestions. From here on a word is taken for one of another
/// language; of real misspellings, one in a hundred costs so much.
pub(super) const STRANGE: f32 = 0.7;
/// From here on it may well be.
pub(super) const ODD: f32 = -0.2;
/// Below, one in fifty is.
pub(super) const FAMILIAR: f32 = -0.8;

/// So much stranger is a word that is introduced, or set apart.
pub(super) const SET_APART: f32 = 1.0;

const LETTER: f32 = 0.21;
const CLASS: f32 = 0.13;
const ENDING: f32 = 0.96;
const SURPRISE: f32 = 0.15;

/// How much a form looks like a word of its own rather than a slip of the word that is nearest to it,
/// which is so common and so many slips away.
pub(super) fn strangeness(form: &str, word: &str, cost: f32, commonness: u8) -> f32 {
    let letters = form.chars().count() as f32;
    let ending = if ends_as_foreign(form, word) { ENDING } else { 0.0 };
    cost + ending - LETTER * letters - CLASS * f32::from(commonness) - SURPRISE * surprise(form)
}

/// Whether it ends in a vowel that ends few English words, and the word that may be meant does not.
pub fn ends_as_foreign(form: &str, word: &str) -> bool {
    form.ends_with(['a', 'i', 'o', 'u']) && form.chars().next_back() != word.chars().next_back()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::lexicon::suggest::Context;

    fn strange(form: &str) -> f32 {
        let lexicon = Lexicon::default();
        let first = lexicon.suggest(form, Context::default()).remove(0);
        strangeness(form, &first.text, first.cost, lexicon.commonness(&first.text).unwrap_or(0))
    }

    #[test]
    fn slips_of_common_words_are_not_strange() {
        for form in ["goverment", "recieve", "thier", "becuase", "kithcen", "firsy", "konwn", "includin", "herdders"] {
            assert!(strange(form) < ODD, "{form}: {}", strange(form));
        }
    }

    #[test]
    fn words_of_other_languages_are() {
        for form in ["xalwo", "ojek", "lucuma", "guembri", "taarab", "rondero", "skutsje", "hauora"] {
            assert!(strange(form) > STRANGE, "{form}: {}", strange(form));
        }
    }
}
