//! The words of an article that nothing is known of, and which of them are another language's.

use std::ops::Range;

use crate::lexicon::{Traits, Words};
use crate::text::{BlockFlags, Kind, MarkKind, Token};

/// Where unknown words stand, in the order of the text.
#[derive(Debug, Default)]
pub struct UnknownWords {
    places: Vec<UnknownWord>,
    /// So many of the article's words are unknown that it is in another language, or in a jargon
    /// that the lexicon has not.
    pub everywhere: bool,
    /// How much likelier than elsewhere an unknown word is another language's, for the names that
    /// nobody knows.
    pub remoteness: f32,
}

#[derive(Clone, Copy, Debug)]
pub struct UnknownWord {
    /// The number of its token.
    pub token: u32,
    /// In a passage in another language.
    pub foreign: bool,
    /// In italics or other markup that sets words apart, or right behind an unknown name.
    pub marked: bool,
}

impl UnknownWords {
    pub fn gather(words: &Words) -> UnknownWords {
        let mut all = UnknownWords { everywhere: is_everywhere(words), ..UnknownWords::default() };
        let unknown = words.set(words.forms_with(Traits::UNKNOWN).map(|(id, _)| id));
        if unknown.is_empty() {
            return all;
        }
        all.remoteness = remoteness(words);
        let mut marks = words.article.marks.iter().filter(|m| sets_apart(m.kind)).map(|m| m.span).peekable();
        let mut marked_to = 0;
        let mut unknown = words.places(&unknown).filter(|&at| words.tokens[at].kind == Kind::Word).peekable();
        while let Some(&first) = unknown.peek() {
            let number = words.block_of(first);
            let range = words.range(number);
            let furniture = words.article.blocks[number].flags.contains(BlockFlags::FURNITURE);
            let before = all.places.len();
            while let Some(at) = unknown.next_if(|&at| at < range.end) {
                if furniture {
                    continue;
                }
                let token = &words.tokens[at];
                while let Some(mark) = marks.next_if(|m| m.start <= token.start()) {
                    marked_to = marked_to.max(mark.end);
                }
                let marked = token.start() < marked_to;
                all.places.push(UnknownWord { token: at as u32, foreign: false, marked });
            }
            mark_foreign(words, range, &mut all.places[before..]);
        }
        all
    }

    pub fn places(&self) -> &[UnknownWord] {
        &self.places
    }

    /// Whether a passage in another language is within a few words of the token.
    pub fn foreign_near(&self, words: &Words, token: usize) -> bool {
        let from = self.places.partition_point(|p| (p.token as usize) + NEAR < token);
        let near = self.places[from..].iter().take_while(|p| p.token as usize <= token + NEAR);
        near.filter(|p| p.foreign).any(|p| words.block_of(p.token as usize) == words.block_of(token))
    }
}

const NEAR: usize = 4;

fn sets_apart(kind: MarkKind) -> bool {
    matches!(kind, MarkKind::Emphasis | MarkKind::Foreign | MarkKind::Cite | MarkKind::Quote)
}

/// Whether a twentieth of the article's distinct words, and more than a few, are unknown.
fn is_everywhere(words: &Words) -> bool {
    let is_lower = |traits: Traits| traits.any(Traits::LOWER);
    let unknown = words.forms_with(Traits::UNKNOWN).filter(|(_, entry)| is_lower(entry.traits)).count();
    unknown > 40 && unknown * 14 > words.entries.iter().filter(|entry| is_lower(entry.traits)).count()
}

/// By how many of the article's names nobody knows, on the scale of `slips::strange`.
fn remoteness(words: &Words) -> f32 {
    const AT_HOME: f32 = -0.4;
    const AWAY: f32 = 0.3;
    let names = words.forms_with(Traits::UNKNOWN).filter(|(_, entry)| entry.traits.any(Traits::TITLE)).count();
    match names {
        0 => AT_HOME,
        // An unknown name in so many tokens.
        _ if names * 60 >= words.tokens.len() => AWAY,
        _ => 0.0,
    }
}

/// Marks the words of a block that make a foreign passage: a third of all, or three close together.
fn mark_foreign(words: &Words, range: Range<usize>, places: &mut [UnknownWord]) {
    let Some(first) = places.first() else { return };
    let is_lower = |p: &UnknownWord| words.traits(&words.tokens[p.token as usize]).any(Traits::LOWER);
    let unknown = places.iter().filter(|p| is_lower(p)).count();
    let lower = |t: &&Token| t.kind == Kind::Word && words.traits(t).any(Traits::LOWER);
    let many = unknown >= 3 && unknown * 3 >= words.tokens[range.clone()].iter().filter(lower).count();
    let block = words.article.blocks[words.block_of(first.token as usize)].span;
    if many || words.article.prose[block].contains('«') {
        places.iter_mut().for_each(|p| p.foreign = true);
        return;
    }
    // “la lucha sigue”, “Glosario ambiental bilingüe”: the short words between may be English too.
    let close = |a: &UnknownWord, b: &UnknownWord| {
        let between = &words.tokens[a.token as usize + 1..b.token as usize];
        between.len() <= 2
            && between.iter().all(|t| t.kind == Kind::Word && t.span().len() <= 3 && !is_english(words, t))
    };
    let mut start = 0;
    for i in 1..=places.len() {
        if i < places.len() && close(&places[i - 1], &places[i]) {
            continue;
        }
        let run = &mut places[start..i];
        let (first, last) = (run[0].token as usize, run[run.len() - 1].token as usize);
        // “joie de vivre”, “Piero della Francesca”
        let within = words.tokens[first..=last].iter().any(|t| is_foreign(words.text(t)));
        if within || beside(words, &range, first, last) {
            run.iter_mut().for_each(|p| p.foreign = true);
        }
        let accented = run.iter().any(|p| words.traits(&words.tokens[p.token as usize]).any(Traits::ACCENTED));
        let pair = run.len() == 2 && accented;
        // “Fildes ttells his team”: who speaks has a name that nobody knows.
        let named = run.len() == 2 && !pair && !is_lower(&run[0]) && is_lower(&run[1]);
        if named {
            run[1].marked = true;
        } else if run.len() >= 3 || pair || run.len() == 2 && !run.iter().all(is_lower) {
            run.iter_mut().for_each(|p| p.foreign = true);
        }
        start = i;
    }
}

/// Whether the word before, or the one after, is a little word of another language (“à la turque”). It
/// has a capital where a title begins (“La notte”), but so it has in a name (“De Bruyne scorred”).
fn beside(words: &Words, range: &Range<usize>, first: usize, last: usize) -> bool {
    let text = |at: usize| if range.contains(&at) { words.text(&words.tokens[at]) } else { "" };
    let before = first.checked_sub(1).map_or("", text);
    let title = before.len() < 4
        && before.starts_with(char::is_uppercase)
        && words.traits(&words.tokens[first]).any(Traits::LOWER)
        && is_foreign(&before.to_lowercase());
    title || is_foreign(before) || is_foreign(text(last + 1))
}

fn is_english(words: &Words, token: &Token) -> bool {
    words.traits(token).any(Traits::FUNCTION) && !is_foreign(words.text(token))
}

/// Whether it is a short word of the languages that English copy quotes most, and of no other use
/// in English.
pub fn is_foreign(word: &str) -> bool {
    matches!(
        word,
        "la" | "le"
            | "les"
            | "el"
            | "los"
            | "las"
            | "de"
            | "del"
            | "des"
            | "della"
            | "du"
            | "di"
            | "der"
            | "das"
            | "und"
            | "et"
            | "una"
            | "une"
            | "il"
            | "por"
            | "que"
            | "con"
            | "est"
            | "von"
            | "je"
            | "à"
            | "al"
            | "au"
            | "aux"
            | "alla"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    fn foreign(text: &str) -> Vec<String> {
        let article = plain::read(text);
        let words = Words::read(&article, &Lexicon::default());
        let all = UnknownWords::gather(&words);
        let marked = all.places().iter().filter(|p| p.foreign);
        marked.map(|p| words.text(&words.tokens[p.token as usize]).to_string()).collect()
    }

    #[test]
    fn a_run_of_unknown_words_is_another_languages() {
        let text = "The banner said todos somos iguales ante nosotros, and the crowd cheered for an hour.\n";
        assert!(foreign(text).contains(&"iguales".to_string()), "{:?}", foreign(text));
    }

    #[test]
    fn so_is_a_word_beside_an_article_of_that_language() {
        assert_eq!(foreign("They ate lobster à la plancha by the sea and drank until dawn.\n"), ["plancha"]);
    }

    #[test]
    fn a_slip_alone_is_not() {
        assert_eq!(foreign("The chef lets the onnions melt, and the ministter waits for the next trrain.\n"), [""; 0]);
    }
}
