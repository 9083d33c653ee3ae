//! The same word in the other spelling: “colour” and “color”.

use super::fold::Folded;
use super::{Dialect, Lexicon, Traits, forms, in_case_of, split_possessive};

/// Letters that the British and the American spelling of a word differ in.
const LETTERS: &[(&str, &str)] = &[
    ("our", "or"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("chre", "cher"),
    ("cre", "cer"),
    ("vre", "ver"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("ysi", "yzi"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
    ("aemi", "emi"),
    ("ll", "l"),
    ("l", "ll"),
    ("pp", "p"),
    ("ence", "ense"),
    ("amme", "am"),
    ("gement", "gment"),
    ("geing", "ging"),
    ("ophil", "ofil"),
    ("sceptic", "skeptic"),
    ("tyre", "tire"),
    ("grey", "gray"),
    ("plough", "plow"),
    ("oul", "ol"),
    ("pyjama", "pajama"),
    ("aluminium", "aluminum"),
    ("cosi", "cozi"),
    ("cosy", "cozy"),
    ("jeweller", "jewelr"),
    ("ewellery", "ewelry"),
    ("moustach", "mustach"),
    ("kerb", "curb"),
    ("licenc", "licens"),
    ("practis", "practic"),
    ("yoghurt", "yogurt"),
    ("manoeuvr", "maneuver"),
    ("manoeuvring", "maneuvering"),
    ("manoeuvred", "maneuvered"),
    ("oeuvre", "euver"),
    ("aeroplane", "airplane"),
    ("draught", "draft"),
    ("gaol", "jail"),
    ("cheque", "check"),
    ("ss", "s"),
    ("tt", "t"),
    ("tring", "tering"),
    ("tred", "tered"),
    ("gre", "ger"),
    ("axe", "ax"),
    ("artefact", "artifact"),
    ("ageing", "aging"),
    ("dreamt", "dreamed"),
    ("enquir", "inquir"),
    ("glycerine", "glycerin"),
    ("learnt", "learned"),
    ("liquorice", "licorice"),
    ("maths", "math"),
    ("mollusc", "mollusk"),
    ("pedlar", "peddler"),
    ("phoney", "phony"),
    ("rouble", "ruble"),
    ("specialit", "specialt"),
    ("spilt", "spilled"),
    ("spoilt", "spoiled"),
    ("storey", "story"),
    ("storeys", "stories"),
    ("sulph", "sulf"),
    ("titbit", "tidbit"),
];

impl Lexicon {
    /// The word as the other spelling has it, in the same case; `None` if that spelling has the
    /// word as it is, or none like it.
    pub fn respelt(&self, form: &str, to: Dialect) -> Option<String> {
        let (stem, ending) = split_possessive(form);
        let folded = Folded::of(stem)?;
        let key = folded.as_str();
        let (own, others) = match to {
            Dialect::American => (Traits::US, Traits::GB),
            Dialect::British => (Traits::GB, Traits::US),
        };
        if !forms::knowledge(key.as_bytes())?.any(others) {
            return None;
        }
        let mut best: Option<(bool, String)> = None;
        for &(british, american) in LETTERS {
            let (from, into) = if to == Dialect::American { (british, american) } else { (american, british) };
            for (at, _) in key.match_indices(from) {
                let word = [&key[..at], into, &key[at + from.len()..]].concat();
                let Some(traits) = forms::knowledge(word.as_bytes()) else { continue };
                if traits.any(Traits::COMMON) && !traits.any(others.union(Traits::MISSPELLED)) {
                    let better = traits.any(own);
                    if best.as_ref().is_none_or(|(known, _)| better && !known) {
                        best = Some((better, word));
                    }
                }
            }
        }
        best.map(|(_, word)| in_case_of(stem, &word) + ending)
    }
}
