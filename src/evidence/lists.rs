//! The lists of an article: those with markers, and those that have lost them.
//!
//! A list that was copied without its markers is a row of paragraphs of one shape under a line that
//! ends in a colon: each starts with a label, or ends with a semicolon.

use crate::lexicon::Words;
use crate::text::{BlockFlags, BlockKind, Format, Kind, Span, Token};

/// The lists, in order.
#[derive(Debug, Default)]
pub struct Lists {
    pub all: Vec<List>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct List {
    /// The block that announces it, with a colon at its end.
    pub intro: Option<usize>,
    /// The blocks of its items; of an item with several paragraphs the first.
    pub items: Vec<usize>,
    /// The items whose marker is lost.
    pub unmarked: usize,
    /// Each item starts with a label (“Cost: …”).
    pub labelled: bool,
}

impl Lists {
    pub fn gather(words: &Words) -> Lists {
        let blocks = &words.article.blocks;
        let mut lists = Lists::default();
        let mut at = 0;
        while at < blocks.len() {
            let found = lost(words, at).or_else(|| marked(words, at));
            match found {
                Some((list, end)) => {
                    lists.all.push(list);
                    at = end;
                }
                None => at += 1,
            }
        }
        lists
    }

    /// The list of which the block is an item.
    pub fn of(&self, block: usize) -> Option<&List> {
        let after = self.all.partition_point(|list| list.items[0] <= block);
        self.all[..after].last().filter(|list| list.items.contains(&block))
    }
}

impl List {
    pub fn has_lost_markers(&self) -> bool {
        self.unmarked > 0
    }
}

/// A run of items with markers that starts at this block, and where it ends.
fn marked(words: &Words, start: usize) -> Option<(List, usize)> {
    let blocks = &words.article.blocks;
    if blocks[start].kind != BlockKind::Item {
        return None;
    }
    let len = blocks[start..].iter().take_while(|b| b.kind == BlockKind::Item).count();
    let end = start + len;
    let items: Vec<usize> = (start..end).filter(|&n| !blocks[n].flags.contains(BlockFlags::CONTINUED)).collect();
    let labelled = items.iter().all(|&n| label(words, n).is_some());
    let intro = start.checked_sub(1).filter(|&n| announces(words, n));
    (!items.is_empty()).then_some((List { intro, items, unmarked: 0, labelled }, end))
}

/// A list that has lost its markers, announced by the block at `intro`, and where it ends.
fn lost(words: &Words, intro: usize) -> Option<(List, usize)> {
    const LEAST: usize = 3;
    let blocks = &words.article.blocks;
    if !announces(words, intro) {
        return None;
    }
    let may_be = |n: usize| {
        // Only in plain text may one item in a row of paragraphs be a slip: elsewhere markup made it.
        let item = blocks[n].kind == BlockKind::Item && words.article.format == Format::Plain;
        (item || blocks[n].kind == BlockKind::Paragraph) && !blocks[n].flags.contains(BlockFlags::LINES)
    };
    let row = |shape: &dyn Fn(usize) -> bool| -> Vec<usize> {
        (intro + 1..blocks.len()).take_while(|&n| may_be(n) && shape(n)).collect()
    };
    // Each a label and a sentence; links and figures stand as well in lines of their own.
    // A bold label, or one that is a link, sets its paragraph off as well as a marker does.
    let labelled = row(&|n| label(words, n).is_some() && ends_with(words, n, Kind::Stop) && !starts_marked(words, n));
    let mut items = labelled.clone();
    if items.len() < LEAST {
        items = row(&|n| ends_with(words, n, Kind::Semicolon) || ends_in_and(words, n));
        // The last one ends with a stop.
        let last = intro + 1 + items.len();
        if items.len() >= LEAST - 1 && last < blocks.len() && may_be(last) {
            items.push(last);
        }
    }
    if items.len() < LEAST && words.article.format == Format::Plain {
        items = row(&|n| is_bare(words, n));
    }
    let unmarked = items.iter().filter(|&&n| blocks[n].kind == BlockKind::Paragraph).count();
    let end = intro + 1 + items.len();
    let list = List { intro: Some(intro), labelled: labelled.len() >= LEAST, items, unmarked };
    (list.items.len() >= LEAST && unmarked > 0).then_some((list, end))
}

/// The label at the start of a block (“Cost: …”), with its colon: a few words, then a capital.
pub fn label(words: &Words, block: usize) -> Option<Span> {
    const LONGEST: usize = 8;
    let tokens = &words.tokens[words.range(block)];
    let colon = tokens.iter().take(LONGEST + 1).position(|t| t.kind == Kind::Colon)?;
    let named = colon > 0 && tokens[..colon].iter().all(|t| t.kind.is_wordlike() || is_joint(t.kind));
    let next = tokens.get(colon + 1)?;
    let capital = |text: &str| !text.starts_with(char::is_lowercase);
    (named && capital(words.text(&tokens[0])) && capital(words.text(next)) && next.spaced())
        .then(|| Span { start: tokens[0].start(), end: tokens[colon].end() })
}

fn starts_marked(words: &Words, block: usize) -> bool {
    let (start, marks) = (words.article.blocks[block].span.start, &words.article.marks);
    marks.get(marks.partition_point(|mark| mark.span.start < start)).is_some_and(|mark| mark.span.start == start)
}

fn is_joint(kind: Kind) -> bool {
    matches!(kind, Kind::Hyphen | Kind::Slash | Kind::Comma | Kind::Symbol | Kind::Number | Kind::Code)
}

/// Whether the block ends with a colon.
fn announces(words: &Words, block: usize) -> bool {
    let running = matches!(
        words.article.blocks[block].kind,
        BlockKind::Paragraph | BlockKind::Turn | BlockKind::Item | BlockKind::Heading(_)
    );
    running && ends_with(words, block, Kind::Colon)
}

/// A few words in lower case and no mark at their end: “salt and pepper”.
fn is_bare(words: &Words, block: usize) -> bool {
    const LONGEST: usize = 6;
    let tokens = &words.tokens[words.range(block)];
    let small = |token: &Token| token.kind == Kind::Word && words.text(token).starts_with(char::is_lowercase);
    tokens.len() <= LONGEST
        && tokens.first().is_some_and(small)
        && tokens.iter().all(|t| t.kind.is_wordlike() || is_joint(t.kind))
}

fn ends_with(words: &Words, block: usize, kind: Kind) -> bool {
    words.tokens[words.range(block)].last().is_some_and(|t| t.kind == kind)
}

/// “…; and” at the end of the last item but one.
fn ends_in_and(words: &Words, block: usize) -> bool {
    let tokens = &words.tokens[words.range(block)];
    let [.., mark, word] = tokens else { return false };
    mark.kind == Kind::Semicolon && matches!(words.text(word), "and" | "or")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::read::plain;

    fn lists(source: &str) -> Vec<(usize, usize)> {
        let article = plain::read(source);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        Lists::gather(&words).all.iter().map(|l| (l.items.len(), l.unmarked)).collect()
    }

    #[test]
    fn labelled_paragraphs_under_a_colon_are_a_list_without_markers() {
        let text = "The cook names three tools:\n\nA good knife: It does most of the work.\n\nA heavy pan: Nothing browns in \
                    a thin one.\n\n* A clean cloth: It dries the fish.\n\nThat is all, and all else is for show.\n";
        assert_eq!(lists(text), [(3, 2)]);
    }

    #[test]
    fn paragraphs_that_end_with_semicolons_are_one_too() {
        let text = "The court held that:\n\nthe contract was void;\n\nthe price must be paid back; and\n\n\
                    each side bears its costs.\n\nNobody appealed.\n";
        assert_eq!(lists(text), [(3, 3)]);
    }

    #[test]
    fn a_list_with_markers_has_lost_none() {
        assert_eq!(lists("Bring:\n\n* bread\n* salt\n* wine\n\nCome early, if you can.\n"), [(3, 0)]);
        assert_eq!(lists("Note: Bring bread.\n\nNote: Bring salt.\n\nNote: Bring wine.\n"), []);
    }
}
