//! “l” where “I” is meant, and “I” for “l”: they look alike, and what was scanned has one for the other.

use crate::lexicon::{Lexicon, Traits, capitalised};

/// The word that a form looks like: “lnternational”, “l’m”, “wiII”, “SAlD”.
pub(super) fn look_alike(lexicon: &Lexicon, form: &str) -> Option<String> {
    let known = |word: &str| {
        let traits = lexicon.traits(word);
        traits.any(Traits::KNOWN) && !traits.any(Traits::MISSPELLED)
    };
    if let Some(rest) = form.strip_prefix('l').filter(|rest| !rest.contains(char::is_uppercase)) {
        // No English word begins with an l and a consonant; “llama” and “lycra” do with more.
        let second = rest.chars().next()?;
        let right = capitalised(&format!("i{rest}"));
        let odd = !matches!(second, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'l') && second.is_ascii_lowercase();
        let first_person =
            matches!(second, '\'' | '’') && matches!(&rest[second.len_utf8()..], "m" | "ve" | "ll" | "d");
        let common = lexicon.commonness(stem(&right)).is_some_and(|c| c >= 4);
        return (first_person || odd && form.len() > 3 && common && known(&right)).then_some(right);
    }
    let (capitals, letters) = (form.matches(char::is_uppercase).count(), form.chars().count());
    let within = form.char_indices().skip(1).filter(|(_, c)| *c == 'I').count();
    let right = match capitals - form.starts_with(char::is_uppercase) as usize {
        others if others > 0 && others == within => {
            let first = form.chars().next()?.len_utf8();
            format!("{}{}", &form[..first], form[first..].replace('I', "l"))
        }
        _ if form.matches('l').count() + capitals == letters => form.replace('l', "I"),
        _ => return None,
    };
    (letters > 3 && right.is_ascii() && lexicon.traits(&right).any(Traits::COMMON) && known(&right)).then_some(right)
}

fn stem(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_l_is_read_as_the_capital_i_that_it_looks_like() {
        let lexicon = Lexicon::default();
        for (form, right) in [
            ("lnternational", "International"),
            ("ltaly", "Italy"),
            ("lreland’s", "Ireland’s"),
            ("l’ve", "I’ve"),
            ("wiII", "will"),
            ("HeIlo", "Hello"),
            ("SAlD", "SAID"),
        ] {
            assert_eq!(look_alike(&lexicon, form).as_deref(), Some(right), "{form}");
        }
    }

    #[test]
    fn other_letters_are_what_they_are() {
        let lexicon = Lexicon::default();
        for form in ["llama", "lbs", "mIRC", "WebAI", "PCl", "lntl", "VIl", "DeepMind", "l’avenir"] {
            assert_eq!(look_alike(&lexicon, form), None, "{form}");
        }
    }
}
