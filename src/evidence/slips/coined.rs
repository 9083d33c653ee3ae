//! Words that writers make of others, as they make names.

use crate::lexicon::{Lexicon, Traits};

/// How people coin words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Coined {
    /// Of two words: “heatmap”.
    OfTwo,
    /// Of one word and a letter before it: “ecommerce”, “ispace”.
    WithLetter,
    /// Of one word and an ending: “reflowable”.
    WithEnding,
}

/// Whether the word is made of known words, and how.
pub(super) fn coined(lexicon: &Lexicon, form: &str) -> Option<Coined> {
    const ENDINGS: &[&str] = &[
        "able",
        "ability",
        "ification",
        "ified",
        "ify",
        "ization",
        "isation",
        "ize",
        "ise",
        "ism",
        "ist",
        "ish",
        "ing",
        "ed",
        "er",
        "ers",
        "ly",
        "ee",
        "ees",
        "or",
        "ors",
        "ive",
        "ives",
        "y",
        "ie",
        "s",
        "al",
        "ian",
        "ness",
    ];
    let known = |part: &str, least: u8| {
        part.len() > 2
            && lexicon.commonness(part).is_some_and(|c| c >= least)
            && lexicon.traits(part).any(Traits::COMMON)
    };
    let cuts = 3..form.len().saturating_sub(2);
    let parts =
        form.is_ascii() && form.len() > 6 && cuts.into_iter().any(|at| known(&form[..at], 6) && known(&form[at..], 6));
    // “dialler”, “shipper”: letters are doubled after one vowel, and in Britain every l.
    let undoubled = |stem: &str| {
        let mut letters = stem.bytes().rev();
        let (last, before) = (letters.next(), letters.next());
        let vowels = stem.bytes().filter(|b| b"aeiouy".contains(b)).count();
        last == before && stem.is_ascii() && (last == Some(b'l') || vowels == 1) && known(&stem[..stem.len() - 1], 4)
    };
    let agent = form.strip_suffix('s').unwrap_or(form).strip_suffix("er").is_some_and(undoubled);
    let stem = |stem: &str| stem.len() > 3 && known(stem, 4);
    // “usable”, but no “opposs” of “oppose”.
    let without_e = |stem: &str| stem.len() > 3 && known(&format!("{stem}e"), 4);
    let with_letter = form.strip_prefix(['e', 'i']).is_some_and(|word| {
        let traits = lexicon.traits(word);
        word.len() > 4 && known(word, 6) && traits.any(Traits::NOUN) && !traits.any(Traits::PAST)
    });
    if parts {
        return Some(Coined::OfTwo);
    }
    if with_letter {
        return Some(Coined::WithLetter);
    }
    let ending = || {
        ENDINGS.iter().any(|ending| {
            let vowel = ending.starts_with(['a', 'e', 'i', 'o', 'y']);
            form.strip_suffix(ending).is_some_and(|word| stem(word) || vowel && without_e(word))
        })
    };
    (agent || ending()).then_some(Coined::WithEnding)
}

/// Whether the two have the same first letter, or the same first two in another order. A name is often
/// a word with a letter before it (“Gaudio”).
pub(super) fn begin_alike(a: &str, b: &str) -> bool {
    let begin = |word: &str| {
        let mut letters = word.chars().flat_map(char::to_lowercase);
        (letters.next(), letters.next())
    };
    let (a, b) = (begin(a), begin(b));
    a.0 == b.0 || a == (b.1, b.0)
}

/// Whether the two differ only as spellings of names do: “Choyce” and “Choice”, “Browne” and
/// “Brown”. Long words are no names.
pub(super) fn differ_as_names_do(a: &str, b: &str) -> bool {
    if a.len() > 8 {
        return false;
    }
    let sound = |word: &str| {
        let mut sound = String::new();
        for c in word.to_lowercase().trim_end_matches('e').replace("ph", "f").chars() {
            let c = match c {
                'y' => 'i',
                'k' => 'c',
                'z' => 's',
                c => c,
            };
            if !sound.ends_with(c) {
                sound.push(c);
            }
        }
        sound
    };
    sound(a) == sound(b)
}
