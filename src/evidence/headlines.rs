//! The headlines of an article: one that stands twice, two that compete, and the one of another
//! article that was left in the same file.
//!
//! A section's heading is short and of a kind with the others. The headline of a second article is
//! long among them, names again what the first one named, and opens something: a byline, a quotation
//! in front, an interview.

use std::ops::Range;

use super::{Furniture, Roots};
use crate::lexicon::Words;
use crate::text::{BlockKind, Format, Span};

#[derive(Debug, Default)]
pub struct Headlines {
    /// The same headline twice at the top.
    pub doubled: Option<(Span, Span)>,
    /// Two headlines of one story at the top.
    pub competing: Option<(Span, Span)>,
    /// The headline of a second article.
    pub second: Option<Second>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Second {
    pub block: usize,
    pub span: Span,
    /// The headline of the first article.
    pub first: Span,
}

/// A line that may be a headline.
struct Title {
    block: usize,
    level: Option<u8>,
    /// Its tokens, without a breadcrumb before it.
    tokens: Range<usize>,
    /// The roots of its telling words.
    roots: Vec<u32>,
    words: usize,
}

impl Headlines {
    pub fn gather(words: &Words, roots: &Roots, furniture: &Furniture) -> Headlines {
        let search = Search { words, roots, furniture };
        let top = search.top();
        let mut headlines = Headlines::default();
        for (i, title) in top.iter().enumerate() {
            if let Some(same) = top[..i].iter().find(|t| search.same(t, title)) {
                headlines.doubled = Some((search.span(same), search.span(title)));
            }
        }
        for pair in top.windows(2) {
            if search.compete(&pair[0], &pair[1]) && !search.same(&pair[0], &pair[1]) {
                headlines.competing = Some((search.span(&pair[0]), search.span(&pair[1])));
            }
        }
        if let Some(first) = top.iter().find(|t| t.level.is_some()) {
            headlines.second = search.second(first, top.len());
        }
        headlines
    }
}

struct Search<'w> {
    words: &'w Words<'w>,
    roots: &'w Roots,
    furniture: &'w Furniture,
}

impl Search<'_> {
    /// The lines before the first running text.
    fn top(&self) -> Vec<Title> {
        const MOST: usize = 8;
        let mut top = Vec::new();
        for number in 0..self.words.article.blocks.len().min(MOST) {
            let block = &self.words.article.blocks[number];
            let ended = block.kind == BlockKind::Paragraph
                && self.words.article.prose[block.span].trim_end().ends_with(['.', ':']);
            if ended && self.has_words(number) {
                break;
            }
            let Some(title) = self.title(number) else { continue };
            if title.words > 25 {
                break;
            }
            top.push(title);
        }
        top
    }

    /// The tokens of a block, without a piece of furniture at its start.
    fn tokens(&self, block: usize) -> Range<usize> {
        let mut tokens = self.words.range(block);
        if let Some(piece) = self.furniture.pieces().iter().find(|p| p.blocks.contains(&block)) {
            let end = piece.span.end;
            while tokens.start < tokens.end && self.words.tokens[tokens.start].start() < end {
                tokens.start += 1;
            }
        }
        tokens
    }

    fn has_words(&self, block: usize) -> bool {
        self.words.tokens[self.tokens(block)].iter().any(|token| self.roots.of(self.words, token).form != 0)
    }

    fn title(&self, block: usize) -> Option<Title> {
        let level = match self.words.article.blocks[block].kind {
            BlockKind::Heading(level) => Some(level),
            BlockKind::Paragraph => None,
            _ => return None,
        };
        let tokens = self.tokens(block);
        let mut title = Title { block, level, tokens: tokens.clone(), roots: Vec::new(), words: 0 };
        for token in &self.words.tokens[tokens] {
            let root = self.roots.of(self.words, token);
            title.words += usize::from(root.form != 0);
            let telling = if root.root == 0 && token.kind.is_wordlike() { 0 } else { root.form };
            let key = if root.root == 0 { telling } else { root.root };
            if key != 0 && !title.roots.contains(&key) && title.roots.len() < 40 {
                title.roots.push(key);
            }
        }
        (title.words > 0).then_some(title)
    }

    fn span(&self, title: &Title) -> Span {
        let tokens = &self.words.tokens[title.tokens.clone()];
        tokens
            .first()
            .map_or(Span::default(), |first| Span { start: first.start(), end: tokens[tokens.len() - 1].end() })
    }

    /// Whether they say the same, word for word; one of them is a heading.
    fn same(&self, a: &Title, b: &Title) -> bool {
        let forms = |t: &Title| {
            let tokens = self.words.tokens[t.tokens.clone()].iter();
            tokens.map(|t| self.roots.of(self.words, t).form).filter(|f| *f != 0).collect::<Vec<_>>()
        };
        a.words > 2 && a.words == b.words && (a.level.is_some() || b.level.is_some()) && forms(a) == forms(b)
    }

    /// Whether the one could stand for the other, and neither is under the other.
    fn compete(&self, a: &Title, b: &Title) -> bool {
        let levels = match self.words.article.format {
            Format::Plain => a.level.is_some() && b.level.is_some(),
            _ => a.level.is_some() && a.level == b.level,
        };
        let shared = shared(a, b);
        levels && a.words > 5 && b.words > 5 && shared > 3 && shared * 2 >= a.roots.len().min(b.roots.len())
    }

    fn second(&self, first: &Title, top: usize) -> Option<Second> {
        /// So much text stands before the second headline, and after it, in bytes of prose.
        const ENOUGH: u32 = 400;
        let blocks = &self.words.article.blocks;
        let end = blocks.last()?.span.end;
        let deep = |number: usize| {
            blocks[number].span.start > blocks[first.block].span.end + ENOUGH && blocks[number].span.end + ENOUGH < end
        };
        let later: Vec<Title> = (top..blocks.len())
            .filter(|&n| matches!(blocks[n].kind, BlockKind::Heading(_)) && !self.furniture.contains(n))
            .filter_map(|n| self.title(n))
            .collect();
        let sections = later.len().saturating_sub(1).max(1);
        let all: usize = later.iter().map(|t| t.words).sum();
        let mut found = later.iter().filter(|title| {
            let others = (all - title.words) / sections;
            let long = title.words > 7 && title.words >= 2 * others.max(3);
            deep(title.block)
                && shared(first, title) > 1
                && (long && self.opens(title.block) || self.has_byline(title.block))
        });
        let title = found.next()?;
        // Two and more are a collection, and meant as one.
        let one = found.next().is_none();
        one.then(|| Second { block: title.block, span: self.span(title), first: self.span(first) })
    }

    /// Whether what follows is how an article starts rather than how it goes on.
    fn opens(&self, heading: usize) -> bool {
        let blocks = &self.words.article.blocks;
        let Some(next) = blocks.get(heading + 1) else { return false };
        let text = &self.words.article.prose[next.span];
        let quotation = text.starts_with(['“', '"']) && text.ends_with(['”', '"']);
        let interview = |number: usize| blocks.get(number).is_some_and(|b| b.kind == BlockKind::Turn);
        let first_turn = !blocks[..heading].iter().any(|b| b.kind == BlockKind::Turn);
        quotation || first_turn && (interview(heading + 1) || interview(heading + 2)) || is_dateline(text)
    }

    /// “By Rosa Keane” right under it.
    fn has_byline(&self, heading: usize) -> bool {
        let Some(next) = self.words.article.blocks.get(heading + 1) else { return false };
        is_byline(&self.words.article.prose[next.span])
    }
}

/// “By Rosa Keane, staff writer”
pub fn is_byline(text: &str) -> bool {
    let name = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")).or_else(|| text.strip_prefix("by "));
    name.is_some_and(|name| {
        text.len() < 80
            && name.starts_with(char::is_uppercase)
            && !name.ends_with(['.', ':', '!', '?'])
            && name.split_whitespace().take(2).all(|w| w.starts_with(char::is_uppercase))
    })
}

/// “PARIS (AP) — …”, “LONDON, May 4 — …”
fn is_dateline(text: &str) -> bool {
    let Some((place, _)) = text.split_once(['—', '–']) else { return false };
    let town = place.split([',', '(']).next().unwrap_or_default().trim();
    let letters = town.chars().filter(|c| c.is_alphabetic()).count();
    place.len() < 50 && letters > 2 && town.chars().all(|c| !c.is_lowercase())
}

fn shared(a: &Title, b: &Title) -> usize {
    a.roots.iter().filter(|root| b.roots.contains(root)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Sorts;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    fn gathered(source: &str) -> (Option<&str>, Option<&str>, Option<&str>) {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let sorts = Sorts::gather(&words, &lexicon);
        let furniture = Furniture::gather(&words, &sorts);
        let found = Headlines::gather(&words, &Roots::gather(&words, &sorts), &furniture);
        let text = |span: Span| &source[span];
        (found.doubled.map(|d| text(d.1)), found.competing.map(|c| text(c.1)), found.second.map(|s| text(s.span)))
    }

    fn story(words: &str) -> String {
        format!("{words} ").repeat(30).trim_end().to_owned() + ".\n\n"
    }

    #[test]
    fn a_headline_that_repeats_the_end_of_a_breadcrumb_is_doubled() {
        let text = "Home » Music » Festival Moves Its Main Stage to the Harbour This Summer\n\n\
                    Festival Moves Its Main Stage to the Harbour This Summer\n\nThe organisers said so on Monday.\n";
        assert_eq!(gathered(text).0, Some("Festival Moves Its Main Stage to the Harbour This Summer"));
    }

    #[test]
    fn two_headlines_of_one_story_compete_and_a_deck_does_not() {
        let text = "Festival Moves Its Main Stage to the Harbour\n\n\
                    Harbour Gets the Main Stage as Festival Moves\n\nThe organisers said so on Monday.\n";
        assert_eq!(gathered(text).1, Some("Harbour Gets the Main Stage as Festival Moves"));
        let text = "Festival Moves Its Main Stage to the Harbour\n\n\
                    Neighbours fear for their sleep and their gardens\n\nThe organisers said so on Monday.\n";
        assert_eq!(gathered(text).1, None);
    }

    #[test]
    fn a_long_heading_that_opens_an_interview_starts_a_second_article() {
        let news = format!("Festival Moves Its Stage\n\n{}", story("The stage stands by the water now"));
        let sections =
            format!("Who Pays\n\n{}What Comes Next\n\n{}", story("The town will pay"), story("More will come"));
        let interview = "Why the Festival Moved Its Stage: A Talk With the Director\n\n";
        let turns = format!(
            "Q: Why did it move?\n\nAnna Lind: {}Q: And now?\n\nAnna Lind: {}",
            story("we had to move"),
            story("we build it up")
        );
        let text = format!("{news}{sections}{interview}{turns}");
        assert_eq!(gathered(&text).2, Some("Why the Festival Moved Its Stage: A Talk With the Director"));
        let text =
            format!("{news}{sections}How the Festival Moved a Stage of Forty Tons\n\n{}", story("it took two nights"));
        assert_eq!(gathered(&text).2, None, "a long heading of a section");
    }
}
