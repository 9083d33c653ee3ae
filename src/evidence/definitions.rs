//! Abbreviations that the article explains: “the General Services Administration (GSA)”, “CMS
//! (content management system)”.
//!
//! A short form fits a long one if its letters stand in the long one in their order, the first at
//! the start of a word: GSA, FinCEN, XML (extensible markup language). One that has nearly the
//! initials of the words before it is a misfit (“the Federal Bureau of Investigation (FIB)”), even
//! where its letters happen to stand in the words; unless it is known, as the FSB is, whose letters
//! are those of another language.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::{Lexicon, Traits, Words};
use crate::text::{BlockFlags, BlockKind, EntryId, Kind, Kinds, Token, TokenFlags};

/// The abbreviations that an article explains.
#[derive(Debug, Default)]
pub struct Definitions {
    /// In the order of the text.
    pub all: Vec<Definition>,
    /// Short forms beside words that they nearly fit.
    pub misfits: Vec<Definition>,
    /// Each short form that is explained, with all its places.
    pub terms: Vec<Term>,
}

/// An explanation.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The token of the short form.
    pub short: usize,
    /// The tokens of the long form.
    pub long: Range<usize>,
}

/// A short form that the article explains.
#[derive(Clone, Debug, Default)]
pub struct Term {
    /// Its explanations, as numbers of `Definitions::all`.
    pub explained: Vec<usize>,
    /// How often it is used besides.
    pub uses: u32,
    /// The token of its first use in running text, besides its explanations.
    pub first_use: Option<usize>,
}

impl Definitions {
    pub fn gather(words: &Words, lexicon: &Lexicon) -> Definitions {
        let mut all = Definitions::default();
        for at in words.signs(Kinds::of(&[Kind::OpenBracket])) {
            let number = words.block_of(at);
            let block = &words.article.blocks[number];
            if !block.flags.contains(BlockFlags::FURNITURE) && !matches!(block.kind, BlockKind::Heading(_)) {
                all.bracket(words, lexicon, at, &words.range(number));
            }
        }
        if !all.all.is_empty() {
            all.all.sort_by_key(|d| d.short);
            all.find_uses(words);
        }
        all
    }

    /// Looks at a bracket that may hold a short form, or a long one.
    fn bracket(&mut self, words: &Words, lexicon: &Lexicon, open: usize, block: &Range<usize>) {
        let tokens = &words.tokens[..block.end];
        let is_close = |at: usize| tokens.get(at).is_some_and(|t| t.kind == Kind::CloseBracket);
        if open == block.start {
            return;
        }
        if is_close(open + 2) && is_short(words, open + 1) {
            let letters = letters(words.text(&tokens[open + 1]));
            let before = words_before(words, open, block.start, &letters);
            let definition = |first: usize| Definition { short: open + 1, long: before[first]..open };
            if let Some(first) = misfit(words, lexicon, open + 1, &before) {
                self.misfits.push(definition(first));
            } else if let Some(first) = fit(words, &letters, &before)
                && (open - before[first] > 1 || letters.len() < 3)
            {
                self.all.push(definition(first));
            }
        } else if is_short(words, open - 1) && tokens[open].spaced() {
            let close = (open + 1..tokens.len().min(open + 14)).find(|&at| is_close(at));
            let Some(close) = close else { return };
            let inside: Vec<usize> = (open + 1..close).filter(|&at| tokens[at].kind == Kind::Word).collect();
            let letters = letters(words.text(&tokens[open - 1]));
            let definition = Definition { short: open - 1, long: open + 1..close };
            let whole = |first: usize| inside[..first].iter().all(|&at| is_small(words, at));
            if misfit(words, lexicon, open - 1, &inside).is_some_and(whole) {
                self.misfits.push(definition);
            } else if inside.len() > 1 && fit(words, &letters, &inside) == Some(0) {
                self.all.push(definition);
            }
        }
    }

    /// Looks for the uses of the short forms that are explained.
    fn find_uses(&mut self, words: &Words) {
        let mut numbers: FxHashMap<EntryId, usize> = FxHashMap::default();
        for (number, definition) in self.all.iter().enumerate() {
            let text = words.text(&words.tokens[definition.short]);
            let stem = text.strip_suffix('s').unwrap_or(text);
            let forms = ["", "s", "’s", "'s"].map(|ending| words.find(&format!("{stem}{ending}")));
            let known = forms.iter().flatten().find_map(|form| numbers.get(form)).copied();
            let term = known.unwrap_or_else(|| {
                self.terms.push(Term::default());
                self.terms.len() - 1
            });
            self.terms[term].explained.push(number);
            for form in forms.into_iter().flatten() {
                numbers.insert(form, term);
            }
        }
        let forms = words.set(numbers.keys().copied());
        for at in words.places(&forms) {
            if self.all.binary_search_by_key(&at, |d| d.short).is_ok() {
                continue;
            }
            let term = &mut self.terms[numbers[&words.tokens[at].entry()]];
            term.uses += 1;
            let kind = words.article.blocks[words.block_of(at)].kind;
            if term.first_use.is_none() && matches!(kind, BlockKind::Paragraph | BlockKind::Turn | BlockKind::Item) {
                term.first_use = Some(at);
            }
        }
    }
}

/// Whether the token is written like a short form: two to eight letters, most of them capitals.
fn is_short(words: &Words, at: usize) -> bool {
    let token = &words.tokens[at];
    let text = words.text(token);
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    token.kind == Kind::Word
        && words.traits(token).any(Traits::UPPER | Traits::MIXED)
        && (2..=8).contains(&text.chars().count())
        && capitals > 1
        && capitals * 2 > text.chars().count()
        && text.starts_with(char::is_uppercase)
}

/// The letters of a short form in lower case, without the s of a plural.
fn letters(short: &str) -> Vec<char> {
    let stem = short.strip_suffix('s').unwrap_or(short);
    stem.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// The words of the sentence before a bracket, as many as a short form of so many letters may
/// stand for.
fn words_before(words: &Words, open: usize, start: usize, letters: &[char]) -> Vec<usize> {
    let most = (letters.len() * 2).min(letters.len() + 5);
    let mut before = Vec::new();
    for at in (start..open).rev() {
        let token = &words.tokens[at];
        match token.kind {
            Kind::Word => before.push(at),
            Kind::Hyphen | Kind::Slash | Kind::Apostrophe | Kind::Abbreviation => {}
            // “Bureau of Alcohol, Tobacco, Firearms and Explosives”, “Research & Development”
            Kind::Comma | Kind::Symbol | Kind::CloseQuote => {}
            _ => break,
        }
        let starts = words.tokens[at].flags.contains(TokenFlags::SENTENCE);
        if before.len() == most || starts {
            break;
        }
    }
    before.reverse();
    before
}

/// The number of the word with which the long form of these letters begins, if the words end
/// with one.
fn fit(words: &Words, letters: &[char], before: &[usize]) -> Option<usize> {
    // “the mayor of Lyon (OL)” explains nothing.
    let starts = |&n: &usize| !is_small(words, before[n]) || words.traits(&words.tokens[before[n]]).any(Traits::TITLE);
    by_initials(words, letters, before, false)
        .or_else(|| by_initials(words, letters, before, true).filter(starts))
        .or_else(|| by_letters(words, letters, before).filter(starts))
}

/// One word for each letter; small words (“of”, “and”) need none, or may have one.
fn by_initials(words: &Words, letters: &[char], before: &[usize], small_too: bool) -> Option<usize> {
    let mut left = letters;
    for (number, &at) in before.iter().enumerate().rev() {
        let initial = words.text(&words.tokens[at]).chars().next().and_then(|c| c.to_lowercase().next());
        match left {
            [rest @ .., last] if initial == Some(*last) && (small_too || !is_small(words, at)) => left = rest,
            _ if is_small(words, at) => continue,
            _ => return None,
        }
        if left.is_empty() {
            return Some(number);
        }
    }
    None
}

/// The letters in their order anywhere in the words, the first at the start of one (“extensible
/// markup language” has an X in its first syllable).
fn by_letters(words: &Words, letters: &[char], before: &[usize]) -> Option<usize> {
    let mut left = letters;
    for (number, &at) in before.iter().enumerate().rev() {
        let word = words.text(&words.tokens[at]).to_lowercase();
        for (i, c) in word.char_indices().rev() {
            let [rest @ .., last] = left else { return None };
            let first = rest.is_empty();
            if c == *last && (!first || i == 0) || first && is_ex(*last, &word, i) {
                left = rest;
            }
            if left.is_empty() {
                return Some(number);
            }
        }
    }
    None
}

/// X for “ex”.
fn is_ex(letter: char, word: &str, at: usize) -> bool {
    letter == 'x' && at == 0 && word.starts_with("ex")
}

/// If the last words before the bracket, one for each letter, have nearly the initials that the
/// short form has, the first of them.
fn misfit(words: &Words, lexicon: &Lexicon, short: usize, before: &[usize]) -> Option<usize> {
    let letters = letters(words.text(&words.tokens[short]));
    if letters.len() < 3
        || by_initials(words, &letters, before, false).or(by_initials(words, &letters, before, true)).is_some()
    {
        return None;
    }
    // “XPCOM (Cross-Platform Component Object Model)”
    if letters.contains(&'x') && before.iter().any(|&at| words.text(&words.tokens[at]).eq_ignore_ascii_case("cross")) {
        return None;
    }
    // “Extensible Stylesheet Language (XSL)”
    let ex = |at: &usize| words.text(&words.tokens[*at]).get(..2).is_some_and(|start| start.eq_ignore_ascii_case("ex"));
    if letters.contains(&'x') && before.iter().any(ex) {
        return None;
    }
    // “PlayStation Portable”, “U.S. Web Design System”, “CT Front-End”: the capitals within count as well.
    let inside = before.first()?.saturating_sub(1)..*before.last()?;
    let lettered = |t: &Token| t.kind == Kind::Abbreviation || words.traits(t).any(Traits::MIXED);
    let close = &before[before.len().saturating_sub(letters.len())..];
    let in_capitals = |at: &usize| words.traits(&words.tokens[*at]).any(Traits::UPPER);
    if words.tokens[inside].iter().any(lettered) || close.iter().any(in_capitals) {
        return None;
    }
    // “Co-operation” has one initial, “post-traumatic” has two.
    let second = |at: usize| at > 0 && words.tokens[at - 1].kind == Kind::Hyphen && !words.tokens[at].spaced();
    let readings = [true, false].map(|seconds| {
        let counts = |n: &usize| !is_small(words, before[*n]) && (seconds || !second(before[*n]));
        let main: Vec<usize> = (0..before.len()).filter(counts).collect();
        Some(main[main.len().checked_sub(letters.len())?..].to_vec())
    });
    let readings: Vec<LongForm> =
        readings.into_iter().flatten().map(|main| LongForm::of(words, before, &main)).collect();
    if readings.iter().any(|long| long.initials == letters) {
        return None;
    }
    let found = readings.iter().find(|long| long.is_missed_by(words, lexicon, short, &letters, before))?;
    Some(found.first)
}

/// The words that a short form of so many letters would stand for.
struct LongForm {
    /// The number of its first word.
    first: usize,
    initials: Vec<char>,
    /// Each word of weight has a capital.
    name: bool,
    /// The word before it has a capital as well, or there is a comma in it.
    loose: bool,
    /// Nothing that could be part of it stands before it.
    whole: bool,
}

impl LongForm {
    fn of(words: &Words, before: &[usize], main: &[usize]) -> LongForm {
        let token = |n: usize| &words.tokens[before[n]];
        let capital = |n: usize| words.traits(token(n)).capitalised();
        let first = main[0];
        let comma = (before[first]..before[before.len() - 1]).any(|at| words.tokens[at].kind == Kind::Comma);
        LongForm {
            first,
            initials: main
                .iter()
                .filter_map(|&n| words.text(token(n)).chars().next().and_then(|c| c.to_lowercase().next()))
                .collect(),
            name: main.iter().all(|&n| capital(n)),
            whole: first == 0 || !capital(first - 1),
            loose: comma || first > 0 && capital(first - 1) && !is_small(words, before[first - 1]),
        }
    }

    /// Whether the short form was meant to have these initials.
    fn is_missed_by(&self, words: &Words, lexicon: &Lexicon, short: usize, letters: &[char], before: &[usize]) -> bool {
        let text = |letters: &[char]| letters.iter().collect::<String>().to_uppercase();
        let (written, meant) = (text(letters), text(&self.initials));
        if matches!(&*written, "ISO" | "UTC" | "TAI" | "CERN" | "FIFA" | "OWL") || !self.name && self.loose {
            return false;
        }
        let differ = letters.iter().zip(&self.initials).filter(|(a, b)| a != b).count();
        let distance = strsim::osa_distance(&written, &meant);
        let swapped = differ == 2 && distance == 1;
        let again = words.entry(&words.tokens[short]).count > 2;
        let known = lexicon.is_abbreviation(&written);
        if words.find(&meant).is_some() {
            return swapped || differ == 1 || self.name && distance == 2 && letters.len() > 3;
        }
        if !self.name {
            return swapped && !known;
        }
        if lexicon.is_abbreviation(&meant) {
            return (swapped || differ == 1 || distance == 2 && letters.len() > 3) && !(known && again);
        }
        // Of as many words as letters, each gives its first one; an x stands for “ex” or “cross”.
        let inside = |first: usize| first == self.first && self.whole && letters.len() > 2 && !letters.contains(&'x');
        // “the Inland Water Trust (IWA)”: a word of the name has no letter in it. Those of other nations have
        // letters of their own languages.
        let foreign = || {
            let first = &words.tokens[before[self.first]];
            words.traits(first).any(Traits::DEMONYM)
                && !matches!(words.text(first), "European" | "African" | "British" | "American")
        };
        let lost = || self.whole && letters.len() > 2 && !holds_in_order(letters, &self.initials) && !foreign();
        let one_off = || {
            differ == 1
                && !self.loose
                && if again { lost() } else { by_letters(words, letters, before).is_none_or(inside) }
        };
        !known && (swapped || one_off())
    }
}

/// Whether the letters have these among them, in their order.
fn holds_in_order(letters: &[char], these: &[char]) -> bool {
    let mut letters = letters.iter();
    these.iter().all(|this| letters.any(|letter| letter == this))
}

fn is_small(words: &Words, at: usize) -> bool {
    words.traits(&words.tokens[at]).any(Traits::FUNCTION | Traits::PREPOSITION | Traits::CONJUNCTION)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    /// The short and long forms that are explained, then those that nearly fit.
    fn gathered(source: &str) -> (Vec<(String, String)>, Vec<String>) {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let all = Definitions::gather(&words, &lexicon);
        let long = |d: &Definition| {
            let tokens = &words.tokens[d.long.clone()];
            source[tokens[0].span().cover(tokens[tokens.len() - 1].span())].to_owned()
        };
        let short = |d: &Definition| words.text(&words.tokens[d.short]).to_owned();
        let explained = all.all.iter().map(|d| (short(d), long(d))).collect();
        (explained, all.misfits.iter().map(short).collect())
    }

    #[test]
    fn a_short_form_is_explained_by_words_that_have_its_letters() {
        let text = "The Office of Management and Budget (OMB) uses extensible markup language (XML), and a CMS \
                    (content management system) keeps the application programming interfaces (APIs) in order.\n";
        let (explained, misfits) = gathered(text);
        let explained: Vec<(&str, &str)> = explained.iter().map(|(s, l)| (&**s, &**l)).collect();
        assert_eq!(
            explained,
            [
                ("OMB", "Office of Management and Budget"),
                ("XML", "extensible markup language"),
                ("CMS", "content management system"),
                ("APIs", "application programming interfaces"),
            ]
        );
        assert!(misfits.is_empty());
    }

    #[test]
    fn a_short_form_that_nearly_fits_is_a_misfit_and_one_in_another_language_is_not() {
        let (_, misfits) = gathered("The Federal Communications Commission (FFC) met in the spring of that year.\n");
        assert_eq!(misfits, ["FFC"]);
        let (_, misfits) = gathered("The International Olympic Committee (CIO) met doctors (MSF) and others (BBC).\n");
        assert!(misfits.is_empty(), "{misfits:?}");
    }
}
