//! How the sentences of an article start. Who writes all of them in lower case means it, and is
//! told nothing.

use crate::lexicon::{Traits, Words};
use crate::text::{BlockFlags, BlockKind, TokenFlags};

/// The first words of the article's sentences, in running text and outside block quotations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Starts {
    pub capitalised: u32,
    pub lower: u32,
    /// Of these, the first words of speakers' turns.
    pub capitalised_turns: u32,
    pub lower_turns: u32,
}

impl Starts {
    pub fn gather(words: &Words) -> Starts {
        let mut starts = Starts::default();
        for (number, block) in words.article.blocks.iter().enumerate() {
            let running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Turn)
                && !block.flags.intersects(BlockFlags::QUOTATION | BlockFlags::LINES);
            if !running {
                continue;
            }
            for token in &words.tokens[words.range(number)] {
                if token.flags.contains(TokenFlags::SENTENCE) && token.kind.is_wordlike() {
                    let traits = words.traits(token);
                    let (lower, capitalised) = (u32::from(traits.any(Traits::LOWER)), u32::from(traits.capitalised()));
                    starts.lower += lower;
                    starts.capitalised += capitalised;
                    if block.kind == BlockKind::Turn
                        && token.flags.contains(TokenFlags::BLOCK)
                        && token.start() >= block.label.end
                    {
                        starts.lower_turns += lower;
                        starts.capitalised_turns += capitalised;
                    }
                }
            }
        }
        starts
    }

    /// Whether small letters follow the labels of turns as often as capitals: then the labels are
    /// those of notes (“Goals: we had none”), or the whole is meant so.
    pub fn turns_are_lower(&self) -> bool {
        self.lower_turns > 2 && self.lower_turns >= self.capitalised_turns
    }

    /// Whether sentences start in lower case here by intent.
    pub fn are_lower(&self) -> bool {
        self.lower > 3 && self.lower > self.capitalised
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    fn are_lower(source: &str) -> bool {
        let article = plain::read(source);
        Starts::gather(&Words::read(&article, &Lexicon::default())).are_lower()
    }

    #[test]
    fn one_who_never_writes_capitals_means_it() {
        assert!(are_lower("we played it twice. nobody clapped. the drummer slept. it was a good night.\n"));
        assert!(!are_lower("We played it twice. nobody clapped. the drummer slept. It was a good night.\n"));
        assert!(!are_lower("we played it twice. nobody clapped.\n"), "two sentences are no style");
    }
}
