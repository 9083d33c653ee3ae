//! Where a word, or a row of a few words, stands twice, one right behind the other. Few tokens do, and
//! every one must be looked at, so they are noted as the words are read.

use crate::lexicon::Words;
use crate::text::{Kind, Token};

/// The most words that a doubled row is looked for in.
const LONGEST: usize = 4;

/// The doubled words and phrases of an article, across the ends of its blocks too.
#[derive(Debug, Default)]
pub struct Doubles {
    words: Vec<usize>,
    phrases: Vec<(usize, usize)>,
}

impl Doubles {
    pub fn gather(words: &Words) -> Doubles {
        let mut found = Doubles::default();
        for index in words.echoes.iter().map(|&index| index as usize) {
            found.take_word(words, index);
            found.take_phrases(words, index);
        }
        found.phrases.sort_unstable();
        found
    }

    /// The tokens that are one word with the token before them.
    pub fn words(&self) -> &[usize] {
        &self.words
    }

    /// Where the first two words of a row stand again behind it: the token that it starts with, and how
    /// many words it has. In order.
    pub fn phrases(&self) -> &[(usize, usize)] {
        &self.phrases
    }

    fn take_word(&mut self, words: &Words, index: usize) {
        if index > 0 && same_word(words, &words.tokens[index - 1], &words.tokens[index]) {
            self.words.push(index);
        }
    }

    /// Takes the rows whose second word stands again at this token.
    fn take_phrases(&mut self, words: &Words, index: usize) {
        let tokens = &words.tokens;
        for len in 2..=LONGEST.min(index.saturating_sub(1)) {
            let start = index - len - 1;
            if tokens[start + 1].entry() == tokens[index].entry()
                && same_word(words, &tokens[start], &tokens[index - 1])
            {
                self.phrases.push((start, len));
            }
        }
    }
}

/// Whether the two tokens are one word, in capitals or not.
pub fn same_word(words: &Words, first: &Token, second: &Token) -> bool {
    if first.entry() == second.entry() {
        return first.kind == Kind::Word;
    }
    may_differ_in_capitals(first, second)
        && first.kind == Kind::Word
        && second.kind == Kind::Word
        && words.text(first).eq_ignore_ascii_case(words.text(second))
}

/// Whether two tokens may be forms of one word: then one of them has a capital.
fn may_differ_in_capitals(first: &Token, second: &Token) -> bool {
    (first.is_capitalised() || second.is_capitalised()) && first.span().len() == second.span().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    /// The doubled words, and the rows of words that begin as the row behind them does.
    fn gathered(source: &str) -> (Vec<&str>, Vec<(&str, usize)>) {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let found = Doubles::gather(&words);
        let text = |token: usize| &source[words.tokens[token].span()];
        let phrases = found.phrases.iter().map(|(start, len)| (text(*start), *len));
        (found.words.iter().map(|token| text(*token)).collect(), phrases.collect())
    }

    #[test]
    fn words_are_doubled_whatever_their_capitals_and_marks_never() {
        let text = "“The the barge,” he said, “lay at at the quay … … and and AND waited.”\n";
        assert_eq!(gathered(text).0, ["the", "at", "and", "AND"]);
    }

    #[test]
    fn a_row_of_two_to_four_words_is_doubled_where_it_begins_again_right_behind_itself() {
        assert_eq!(gathered("In the in the barn stood a cart.\n").1, [("In", 2)]);
        assert_eq!(gathered("The end of the week of the fair came.\n").1, [("of", 3)], "only its begin is looked at");
        assert_eq!(gathered("He went out to the he went out to the barn.\n").1, [], "five words");
        assert_eq!(gathered("They sold all of it all of it.\n").1, [("all", 3), ("of", 3)]);
        assert_eq!(gathered("Again and again.\n").1, []);
    }
}
