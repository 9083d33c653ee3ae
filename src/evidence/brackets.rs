//! Which bracket belongs to which, and which stand alone.

use crate::lexicon::Words;
use crate::text::{Kind, Kinds};

/// Brackets that are open at once are looked through so far back only, so that a text of brackets
/// takes no longer than another.
const DEEPEST: usize = 64;

/// The brackets of an article, as numbers of tokens. A pair lies within one block.
#[derive(Debug, Default)]
pub struct Brackets {
    /// Opening and closing brackets that belong together, each from its own side; by the first.
    partners: Vec<(u32, u32)>,
    pub unclosed: Vec<usize>,
    pub unopened: Vec<usize>,
}

impl Brackets {
    pub fn gather(words: &Words) -> Brackets {
        let mut all = Brackets::default();
        let mut open = Vec::new();
        let mut block = 0..0;
        for index in words.signs(Kinds::of(&[Kind::OpenBracket, Kind::CloseBracket])) {
            if !block.contains(&index) {
                all.unclosed.append(&mut open);
                block = words.range(words.block_of(index));
            }
            match words.tokens[index].kind {
                _ if is_face(words, index) => {}
                Kind::OpenBracket => open.push(index),
                _ => all.close(words, &mut open, index),
            }
        }
        all.unclosed.append(&mut open);
        all.partners.sort_unstable();
        all.unclosed.sort_unstable();
        all
    }

    /// The bracket that closes what the one at this token opens, or opens what it closes.
    pub fn partner(&self, token: usize) -> Option<usize> {
        let found = self.partners.binary_search_by_key(&(token as u32), |pair| pair.0).ok()?;
        Some(self.partners[found].1 as usize)
    }

    fn close(&mut self, words: &Words, open: &mut Vec<usize>, index: usize) {
        let kind = opener(words.text(&words.tokens[index]));
        // Brackets of the same kind belong together; failing that, of any: a half-open interval
        // [0, 1) is in order.
        let near = open.len().saturating_sub(DEEPEST);
        let same = open[near..].iter().rposition(|&o| words.text(&words.tokens[o]) == kind).map(|at| near + at);
        let Some(at) = same.or(open.len().checked_sub(1)) else { return self.unopened.push(index) };
        self.unclosed.extend(open.drain(at + 1..));
        let (from, to) = (open.pop().unwrap_or_default() as u32, index as u32);
        self.partners.extend([(from, to), (to, from)]);
    }
}

/// Whether the bracket is the mouth of a face: :) ;-( =)
fn is_face(words: &Words, index: usize) -> bool {
    let nose = |i: usize| !words.tokens[i].spaced() && words.tokens[i].kind == Kind::Hyphen;
    let eyes = |i: usize| {
        let token = &words.tokens[i];
        token.spaced() && (matches!(token.kind, Kind::Colon | Kind::Semicolon) || words.text(token) == "=")
    };
    let glued = index > 0 && !words.tokens[index].spaced();
    glued && (eyes(index - 1) || index > 1 && nose(index - 1) && eyes(index - 2))
}

/// The opening bracket that a closing one answers.
fn opener(closing: &str) -> &'static str {
    match closing {
        ")" => "(",
        "]" => "[",
        _ => "{",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    /// How many pairs there are, and the words at the brackets that stand alone.
    fn gathered(source: &str) -> (usize, usize, usize) {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let all = Brackets::gather(&words);
        (all.partners.len() / 2, all.unclosed.len(), all.unopened.len())
    }

    #[test]
    fn brackets_pair_within_a_block_and_by_their_kind() {
        assert_eq!(gathered("The bill (as amended [in May] and June) passed.\n"), (2, 0, 0));
        assert_eq!(gathered("The bill (as amended [in May) passed.\n"), (1, 1, 0));
        assert_eq!(gathered("Take x in [0, 1) for now.\n"), (1, 0, 0));
        assert_eq!(gathered("We lost :( and then won ;-) at last.\n"), (0, 0, 0));
        assert_eq!(gathered("The bill (as amended passed.\n\nIt failed) again.\n"), (0, 1, 1));
    }
}
