//! What shows that an unknown word is meant as it stands: how it is set, what it touches, how often the
//! article says it.

use super::Grounds;
use super::misspelt::{COMMON, USUAL};
use crate::evidence::unknown_words::is_foreign;
use crate::lexicon::{Traits, Words};
use crate::text::{BlockKind, Kind, Token};

impl Grounds<'_> {
    /// Whether the article uses the word, or another form of it, again and again. `None` if it is
    /// surely no slip: a name of the article, a sound, an abbreviation, or used too often for one.
    pub(super) fn is_used_again(&self, token: &Token) -> Option<bool> {
        let form = self.words.text(token);
        let root = self.roots.of_entry(token.entry());
        let uses = (self.vocabulary)().uses(self.words, root.form);
        let of_root = if root.root == 0 { 0 } else { (self.vocabulary)().unknown_root(root.root) };
        let meant = uses.lower > 5
            || uses.capital > 0
            || of_root > 5
            || form.len() < 3
            || form.ends_with("in’")
            || form.ends_with("in'")
            || is_sound(form) && !self.is_short_of_a_vowel(form) && !self.has_a_letter_thrice(form)
            || self.lexicon.is_abbreviation(form)
            || form.strip_suffix('s').is_some_and(|stem| self.lexicon.is_abbreviation(stem));
        (!meant).then_some(uses.lower >= 3 || of_root >= 3)
    }

    /// “tht”, “wth”, “frm”: one of the commonest words without its vowel.
    fn is_short_of_a_vowel(&self, form: &str) -> bool {
        let with = |at: usize, vowel: char| [&form[..at], vowel.encode_utf8(&mut [0; 4]), &form[at..]].concat();
        let common = |word: String| self.lexicon.commonness(&word).is_some_and(|c| c > COMMON);
        form.len() == 3
            && form.is_ascii()
            && (0..=form.len()).any(|at| ['a', 'e', 'i', 'o', 'u'].into_iter().any(|vowel| common(with(at, vowel))))
    }

    /// “keeep”, “toook”: a common word with one letter more, and none that people draw out as they do
    /// “sooo” and “coool”.
    fn has_a_letter_thrice(&self, form: &str) -> bool {
        let thrice = form.as_bytes().windows(3).position(|w| w[0] == w[1] && w[1] == w[2]);
        thrice.filter(|_| form.is_ascii()).is_some_and(|at| {
            let word = [&form[..at], &form[at + 1..]].concat();
            let traits = self.lexicon.traits(&word);
            traits.any(Traits::VERB | Traits::NOUN)
                && word.contains(['a', 'e', 'i', 'o', 'u'])
                && !traits.any(Traits::ADJECTIVE | Traits::ADVERB)
                && self.lexicon.commonness(&word).is_some_and(|c| c >= USUAL)
        })
    }

    /// Whether the word with its capital stands where any word has one, and nothing else shows it
    /// to be a name.
    pub(super) fn may_be_no_name(&self, index: usize) -> bool {
        let words = self.words;
        let token = &words.tokens[index];
        let number = words.block_of(index);
        let range = words.range(number);
        let heading = matches!(words.article.blocks[number].kind, BlockKind::Heading(_));
        let starts = crate::evidence::names::takes_capital(words, index, range.start);
        let name = |at: usize| {
            range.contains(&at) && {
                let t = &words.tokens[at];
                t.is_capitalised()
                    && !words.traits(t).any(Traits::FUNCTION)
                    && !t.flags.contains(crate::text::TokenFlags::SENTENCE)
            }
        };
        // “May El Gammal”, under a release
        let led = index > range.start && {
            let before = words.text(&words.tokens[index - 1]);
            before.starts_with(char::is_uppercase) && is_foreign(&before.to_lowercase())
        };
        if led {
            return false;
        }
        let alone = || {
            let uses = (self.vocabulary)().uses(self.words, self.roots.of_entry(token.entry()).form);
            uses.capital + uses.lower == 1
        };
        // “Cech, Ferreira and Terry start.”
        let listed = words.tokens.get(index + 1).is_some_and(|t| t.kind == Kind::Comma) && name(index + 2);
        self.names.capitals(token.entry()) == 0
            && (heading && words.text(token).len() > 5 || starts && !name(index + 1) && !listed)
            && alone()
    }

    /// “pre-empt”, “criss-cross”, “docu-drama”: known when written as one word; or a part of a name.
    pub(super) fn is_known_together(&self, index: usize) -> bool {
        let range = self.words.range(self.words.block_of(index));
        let text = |at: usize| self.words.text(&self.words.tokens[at]);
        let hyphen = |at: usize| range.contains(&at) && self.words.tokens[at].kind == Kind::Hyphen;
        let known = |left: usize, right: usize| {
            range.contains(&left) && range.contains(&right) && !self.words.tokens[right].spaced() && {
                let whole = [text(left), text(right)].concat();
                self.lexicon.traits(&whole).any(Traits::COMMON)
            }
        };
        // “Kwon-taek”, “Gore-tex”
        let named = |at: usize| {
            let traits = self.words.traits(&self.words.tokens[at]);
            let from_its_place = || crate::evidence::names::takes_capital(self.words, at, range.start);
            range.contains(&at) && traits.any(Traits::TITLE) && (!traits.any(Traits::COMMON) || !from_its_place())
        };
        index >= 2 && hyphen(index - 1) && (known(index - 2, index) || named(index - 2))
            || hyphen(index + 1) && known(index, index + 2)
    }

    /// “’orrible”, “’ello”: a letter is left out on purpose, and the mark says so.
    pub(super) fn is_as_spoken(&self, index: usize) -> bool {
        let token = &self.words.tokens[index];
        let marked = index > 0 && !token.spaced() && {
            let before = &self.words.tokens[index - 1];
            matches!(before.kind, Kind::OpenSingle | Kind::CloseSingle | Kind::Apostrophe | Kind::StraightQuote)
                && self.words.text(before).starts_with(['\'', '‘', '’'])
        };
        let with = |first: &str| self.lexicon.traits(&[first, self.words.text(token)].concat()).any(Traits::COMMON);
        marked && (with("h") || with("a"))
    }

    /// A single word in quotation marks, or with [sic] after it, is talked about.
    pub(super) fn is_mentioned(&self, index: usize) -> bool {
        let tokens = &self.words.tokens;
        let kind = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|t| t.kind);
        let (before, after) = (kind(index.checked_sub(1)), kind(Some(index + 1)));
        let opens = matches!(before, Some(Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote));
        let closes = matches!(after, Some(Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote));
        let stop_first = matches!(after, Some(Kind::Comma | Kind::Stop))
            && matches!(kind(Some(index + 2)), Some(Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote));
        let sic = after == Some(Kind::OpenBracket)
            && tokens.get(index + 2).is_some_and(|t| self.words.text(t).eq_ignore_ascii_case("sic"));
        opens && (closes || stop_first) || sic
    }
}

/// Whether the text says what the word means, or that it is a word: “hokim, or mayor”, “known as
/// preferentes”, “shen (spirit)”.
pub fn is_introduced(words: &Words, index: usize) -> bool {
    let range = words.range(words.block_of(index));
    let word = |at: Option<usize>| at.filter(|at| range.contains(at)).map_or("", |at| words.text(&words.tokens[at]));
    // “called the allee”, “they call it besa”
    let led = matches!(word(index.checked_sub(1)), "a" | "an" | "the" | "it" | "them");
    let (before, first) = match led {
        true => (word(index.checked_sub(2)), word(index.checked_sub(3))),
        false => (word(index.checked_sub(1)), word(index.checked_sub(2))),
    };
    let (after, second) = (word(Some(index + 1)), word(Some(index + 2)));
    match before {
        "called" | "call" | "termed" | "dubbed" | "nicknamed" | "word" | "term" | "spelled" | "spelt" => true,
        "as" if matches!(first, "known" | "to" | "styled") => true,
        "or" if first == "," && !led => true,
        _ => after == "(" || after == "," && second == "or",
    }
}

/// A drawn-out word or a noise: “sooo”, “hmm”, “aargh”, “pshtt”.
fn is_sound(form: &str) -> bool {
    let bytes = form.as_bytes();
    let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let no_vowel = form.is_ascii() && !bytes.iter().any(vowel);
    let doubled = bytes.windows(2).any(|w| w[0] == w[1]);
    let drawn_out = bytes.windows(3).any(|w| w[0] == w[1] && w[1] == w[2] && (vowel(&w[0]) || bytes.ends_with(w)));
    no_vowel && (bytes.len() < 4 || doubled && bytes.len() > 4) || drawn_out
}
