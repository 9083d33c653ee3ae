//! The names of an article: runs of words with a capital that no sentence start asks for.
//!
//! “the Webb County Sheriff’s Office”, “Juan Ramón de la Fuente” and “DEA” are runs of four, five
//! and one words. Where headline style, a list of titles or a table's head capitalises every word,
//! capitals tell nothing: such runs are kept, but not counted.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::furniture::Furniture;
use crate::lexicon::{Traits, Words};
use crate::text::{BlockFlags, BlockKind, EntryId, Kind, Token, TokenFlags};

/// The names of an article.
#[derive(Debug, Default)]
pub struct Names {
    /// Each distinct run of words once.
    names: Vec<Name>,
    /// Every run, in the order of the text.
    places: Vec<Place>,
    /// By entry: how often the form stands with a capital that only a name has.
    capitals: Vec<u32>,
    /// The forms that do, by first place.
    forms: Vec<EntryId>,
}

/// One distinct run of words.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// The number of its first place.
    pub first: u32,
    /// How often it stands where its capitals tell.
    pub count: u32,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    start: u32,
    /// In tokens.
    len: u16,
    /// The number of its block.
    pub block: u32,
    /// Whether its first word would have its capital anyway: at the start of a sentence, of a
    /// quotation, after a colon.
    pub at_start: bool,
    /// Whether capitals tell where it stands.
    pub tells: bool,
}

impl Place {
    /// The numbers of its tokens.
    pub fn tokens(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.len)
    }
}

impl Names {
    pub fn gather(words: &Words, furniture: &Furniture) -> Names {
        // A tenth of the words of most articles are names.
        let likely = words.tokens.len() / 12;
        let mut all = Names {
            capitals: vec![0; words.entries.len()],
            forms: Vec::with_capacity(likely),
            names: Vec::with_capacity(likely),
            places: Vec::with_capacity(likely),
        };
        let mut known = Known { alone: vec![None; words.entries.len()], several: FxHashMap::default() };
        for (number, block) in words.article.blocks.iter().enumerate() {
            if furniture.contains(number) || block.flags.contains(BlockFlags::FURNITURE) {
                continue;
            }
            let range = words.range(number);
            let tells = capitals_tell(words, block.kind, range.clone());
            let mut at = range.start;
            while at < range.end {
                if !starts_name(words, at) {
                    at += 1;
                    continue;
                }
                // No name has as many words as a place can count.
                let last = range.end.min(at + usize::from(u16::MAX));
                let len = name_end(words, at, last) - at;
                let at_start = takes_capital(words, at, range.start);
                let place = Place { start: at as u32, len: len as u16, block: number as u32, at_start, tells };
                all.add(words, &mut known, place);
                at += len;
            }
        }
        all
    }

    /// How often the form stands with a capital that only a name has.
    pub fn capitals(&self, form: EntryId) -> u32 {
        self.capitals[form.0 as usize]
    }

    /// Each form that stands with a capital that only a name has, by first place.
    pub fn forms(&self) -> &[EntryId] {
        &self.forms
    }

    /// Each distinct run of words once, by first place.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Every run, in the order of the text.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Where a name stands first.
    pub fn first(&self, name: &Name) -> &Place {
        &self.places[name.first as usize]
    }

    /// Adds a place, of a name that is known or not.
    fn add(&mut self, words: &Words, known: &mut Known, place: Place) {
        let run = &words.tokens[place.tokens()];
        if place.tells {
            let own = usize::from(place.at_start);
            for token in run.iter().skip(own).filter(|t| t.is_capitalised()) {
                let capitals = &mut self.capitals[token.entry().0 as usize];
                *capitals += 1;
                if *capitals == 1 {
                    self.forms.push(token.entry());
                }
            }
        }
        let number = match *known.name(run) {
            Some(number) => number,
            ref mut new => {
                self.names.push(Name { first: self.places.len() as u32, count: 0 });
                *new.insert(self.names.len() as u32 - 1)
            }
        };
        self.names[number as usize].count += u32::from(place.tells);
        self.places.push(place);
    }
}

/// The numbers of the names that have been met.
struct Known {
    /// Of those of one word, by entry.
    alone: Vec<Option<u32>>,
    /// Of the others, by a hash of their words: two that meet by chance are rarer than misprints.
    several: FxHashMap<u64, Option<u32>>,
}

impl Known {
    fn name(&mut self, run: &[Token]) -> &mut Option<u32> {
        const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
        match run {
            [word] => &mut self.alone[word.entry().0 as usize],
            words => {
                let add = |hash: u64, word: &Token| hash.wrapping_add(word.entry().0.into()).wrapping_mul(SPREAD);
                self.several.entry(words.iter().fold(0, add)).or_default()
            }
        }
    }
}

/// Whether a word at this place would have a capital in any case: nothing stands before it, or
/// what ends a sentence or opens something.
pub fn takes_capital(words: &Words, at: usize, block_start: usize) -> bool {
    let token = &words.tokens[at];
    let flags = TokenFlags::SENTENCE | TokenFlags::MAYBE_SENTENCE | TokenFlags::BLOCK;
    at == block_start
        || token.flags.intersects(flags)
        || matches!(
            words.tokens[at - 1].kind,
            Kind::Colon
                | Kind::OpenQuote
                | Kind::OpenSingle
                | Kind::StraightQuote
                | Kind::OpenBracket
                | Kind::Ellipsis
                | Kind::Emoji
                | Kind::Symbol
                | Kind::Opaque
                | Kind::Stop
                | Kind::Question
                | Kind::Exclamation
        )
}

/// Whether capitals in the block mark names: not in headings, nor in a short text whose every
/// word of weight has one.
fn capitals_tell(words: &Words, kind: BlockKind, range: Range<usize>) -> bool {
    const SHORT: usize = 24;
    match kind {
        BlockKind::Heading(_) => false,
        _ if range.len() > SHORT => true,
        _ => {
            let plain = |t: &&Token| {
                let traits = words.traits(t);
                traits.any(Traits::LOWER) && !traits.any(Traits::FUNCTION | Traits::PREPOSITION) && t.span().len() > 2
            };
            words.tokens[range].iter().filter(plain).nth(1).is_some()
        }
    }
}

fn starts_name(words: &Words, at: usize) -> bool {
    let token = &words.tokens[at];
    // “A. E. Housman”: an initial is no article.
    let initial = token.kind == Kind::Abbreviation && token.span().len() == 2;
    token.is_capitalised() && (initial || !words.traits(token).any(Traits::FUNCTION))
}

/// The end of the name that starts at `at`: the words with capitals that follow, with the
/// particles and marks that join them.
fn name_end(words: &Words, at: usize, block_end: usize) -> usize {
    let mut end = at + 1;
    while let Some(next) = joined(words, end, block_end) {
        end = next;
    }
    end
}

/// If the name that ends before `at` goes on there, the end of what it goes on with.
fn joined(words: &Words, at: usize, block_end: usize) -> Option<usize> {
    let tokens = &words.tokens[..block_end];
    let token = tokens.get(at)?;
    // “J. R. R. Tolkien”, “J.R.R. Tolkien”
    let after_initial = at > 0
        && tokens[at - 1].kind == Kind::Abbreviation
        && words.text(&tokens[at - 1]).as_bytes().get(1) == Some(&b'.');
    if token.flags.contains(TokenFlags::SENTENCE) || token.flags.contains(TokenFlags::MAYBE_SENTENCE) && !after_initial
    {
        return None;
    }
    let goes_on = |at: usize| tokens.get(at).is_some_and(|t| t.is_capitalised());
    match token.kind {
        // “Anglo-American”, “Treviño-Morales”
        Kind::Hyphen => {
            let tight = !token.spaced() && tokens.get(at + 1).is_some_and(|t| !t.spaced());
            (tight && goes_on(at + 1)).then_some(at + 2)
        }
        // “Johnson & Johnson”
        Kind::Symbol if words.text(token) == "&" => (token.spaced() && goes_on(at + 1)).then_some(at + 2),
        _ if !token.spaced() => None,
        Kind::Word | Kind::Abbreviation if token.is_capitalised() => {
            let plain = !words.traits(token).any(Traits::FUNCTION);
            // “Gone With the Wind”, but not “in London I saw”
            (plain || words.text(token) != "I" && goes_on(at + 1)).then_some(at + 1)
        }
        Kind::Word => {
            let mut at = at;
            for _ in 0..3 {
                if !tokens.get(at).is_some_and(|t| t.kind == Kind::Word && is_particle(words.text(t))) {
                    return None;
                }
                at += 1;
                // “Bashar al-Assad”
                if tokens.get(at).is_some_and(|t| t.kind == Kind::Hyphen && !t.spaced()) {
                    at += 1;
                }
                if goes_on(at) && starts_name(words, at) {
                    return Some(at + 1);
                }
            }
            None
        }
        _ => None,
    }
}

/// Lower-case words that stand within names.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "de"
            | "la"
            | "las"
            | "los"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "le"
            | "les"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "zu"
            | "bin"
            | "bint"
            | "ibn"
            | "al"
            | "el"
            | "y"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Sorts;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    fn names(source: &str) -> Vec<(String, u32)> {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let sorts = Sorts::gather(&words, &lexicon);
        let all = Names::gather(&words, &Furniture::gather(&words, &sorts));
        let text = |name: &Name| {
            let tokens = &words.tokens[all.first(name).tokens()];
            let span = tokens[0].span().cover(tokens[tokens.len() - 1].span());
            source[span].to_owned()
        };
        all.names.iter().map(|name| (text(name), name.count)).collect()
    }

    #[test]
    fn a_name_is_a_run_of_capitals_with_its_particles() {
        let text = "She met Juan Ramón de la Fuente and Bashar al-Assad at the Bank of England with staff of \
                    Johnson & Johnson and Jean-Claude Anglo-Smith on the way from there to the old harbour.\n";
        let found: Vec<String> = names(text).into_iter().map(|n| n.0).filter(|n| n != "She").collect();
        assert_eq!(
            found,
            [
                "Juan Ramón de la Fuente",
                "Bashar al-Assad",
                "Bank of England",
                "Johnson & Johnson",
                "Jean-Claude Anglo-Smith"
            ]
        );
    }

    #[test]
    fn only_running_text_counts() {
        let text = "Floods Close Oslo Bridges\n\nThe bridges of Oslo are closed and nobody can say for how long. \
                    People in Oslo wait by the river and look at the water as it rises.\n";
        let found = names(text);
        assert!(found.contains(&("Oslo".into(), 2)), "{found:?}");
        assert!(found.iter().any(|(name, count)| name.contains("Floods") && *count == 0), "{found:?}");
    }
}
