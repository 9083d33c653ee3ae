//! `copydesk clean`: an article without the furniture of the page that it was copied from.
//!
//! What goes is what the evidence says is furniture, whole blocks and labels in front of copy, and
//! nothing else; what was broken on the way (entities, mojibake, invisible characters, words cut at a
//! line's end) is repaired by the safe fixes of the rules about that. Each removal is proved: the new
//! source, read again, has the blocks that it should have and no other. What fails the proof stays.
//!
//! Both are done until nothing more is found, so that a second run changes nothing.

mod cut;
mod elements;

use crate::diagnostic::{Applicability, Edit};
use crate::edits;
use crate::evidence::FurnitureKind;
use crate::evidence::furniture::{Part, Piece};
use crate::fix;
use crate::lint::Linter;
use crate::text::{Article, Format, Span, read};

/// Furniture may uncover more of its kind, but not for ever.
const PASSES: usize = 6;
/// More than this part of the words may not go unasked.
const MUCH: f64 = 0.2;

/// The rules whose safe fixes repair what copying has broken.
pub const REPAIRS: &[&str] =
    &["structure/entity-as-text", "structure/invisible-character", "structure/mojibake", "structure/no-break-spaces"];

/// An article after cleaning.
#[derive(Debug, Default)]
pub struct Cleaned {
    pub text: String,
    /// What is gone, in the order of the article.
    pub removals: Vec<Removal>,
    /// What looks like furniture and could not be taken out without breaking the page.
    pub left: Vec<Removal>,
    /// How many repairs were made.
    pub repairs: usize,
    /// How many words the article had, and how many of them are gone.
    pub words: usize,
    pub removed_words: usize,
    /// The line and the words of a second article's headline.
    pub second_article: Option<(usize, String)>,
}

/// Something that is gone from an article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Removal {
    /// The line of the source that it started on, from 1.
    pub line: usize,
    pub reason: &'static str,
    /// Its words, in one line.
    pub text: String,
}

impl Cleaned {
    /// Whether anything is gone or repaired.
    pub fn is_changed(&self) -> bool {
        !self.removals.is_empty() || self.repairs > 0
    }

    /// Whether so much goes that a person should say yes first.
    pub fn takes_much(&self) -> bool {
        self.removed_words as f64 > self.words as f64 * MUCH
    }
}

/// Cleans an article. The linter runs the [`REPAIRS`] and no other rules.
pub fn clean(linter: &Linter, source: &str, format: Format) -> Cleaned {
    let mut cleaned =
        Cleaned { text: source.to_owned(), words: words(&read::read(source, format).prose), ..Cleaned::default() };
    // The lines of the source that are left, by their numbers there.
    let mut lines: Vec<usize> = (1..=source.lines().count() + 1).collect();
    for pass in 0..PASSES {
        let gone = remove(linter, &mut cleaned, format, &mut lines, pass == 0);
        let mended = repair(linter, &mut cleaned, format);
        if !gone && !mended {
            break;
        }
    }
    cleaned.removals.sort_by_key(|removal| removal.line);
    cleaned
}

/// Takes out all furniture that is found in one reading. Whether there was any.
fn remove(linter: &Linter, cleaned: &mut Cleaned, format: Format, lines: &mut Vec<usize>, first: bool) -> bool {
    let text = std::mem::take(&mut cleaned.text);
    let article = read::read(&text, format);
    let reading = linter.read(&article);
    let place = Place { article: &article, lines };
    if first {
        let second = reading.headlines().second;
        cleaned.second_article = second.map(|s| (place.line(s.span), one_line(&article.prose[s.span])));
    }
    let pieces = reading.furniture().pieces();
    let title = reading.headlines().doubled.map(|(first, _)| first);
    let going = pieces.iter().filter(|piece| !is_label_of(piece, pieces)).map(|piece| {
        // The title at the end of a breadcrumb goes with it if it stands again as the headline.
        let titled = title.is_some_and(|title| article.blocks[piece.blocks.start].span.contains(title));
        (piece.clone(), piece.part == Part::Whole || titled)
    });
    let mut cuts = cut::all(&article, going);
    let edits = cut::prove(&article, &mut cuts);
    cleaned.left = cuts.iter().filter(|cut| !cut.holds).map(|cut| place.removal(cut)).collect();
    for cut in cuts.iter().filter(|cut| cut.holds) {
        cleaned.removed_words += words(&article.prose[cut.prose]);
        cleaned.removals.push(place.removal(cut));
    }
    cleaned.text = edits::apply(&text, &edits);
    forget_lines(&text, &edits, lines);
    !edits.is_empty()
}

/// Whether the piece is the label in front of a block that goes as a whole.
fn is_label_of(piece: &Piece, pieces: &[Piece]) -> bool {
    piece.part == Part::Front && pieces.iter().any(|p| p.part == Part::Whole && p.blocks == piece.blocks)
}

/// Repairs what copying has broken. Whether anything was.
fn repair(linter: &Linter, cleaned: &mut Cleaned, format: Format) -> bool {
    match fix::fix(linter, &cleaned.text, format, Applicability::Safe) {
        Ok(fixed) if fixed.applied > 0 => {
            cleaned.text = fixed.text;
            cleaned.repairs += fixed.applied;
            true
        }
        _ => false,
    }
}

/// Where things stand in the source that was given.
struct Place<'a> {
    article: &'a Article<'a>,
    lines: &'a [usize],
}

impl Place<'_> {
    fn line(&self, prose: Span) -> usize {
        let start = self.article.map.source(prose).start as usize;
        let line = memchr::memchr_iter(b'\n', &self.article.source.as_bytes()[..start]).count();
        self.lines.get(line).copied().unwrap_or(line + 1)
    }

    fn removal(&self, cut: &cut::Cut) -> Removal {
        Removal { line: self.line(cut.prose), reason: reason(cut.kind), text: one_line(&self.article.prose[cut.prose]) }
    }
}

/// Leaves out the numbers of the lines that are gone.
fn forget_lines(text: &str, edits: &[Edit], lines: &mut Vec<usize>) {
    let mut edits = edits.iter().map(|edit| edit.span.range()).peekable();
    let mut start = 0;
    let mut left = Vec::with_capacity(lines.len());
    for (line, number) in text.split_inclusive('\n').zip(lines.iter()) {
        let end = start + line.len();
        while edits.peek().is_some_and(|edit| edit.end <= start) {
            edits.next();
        }
        if edits.peek().is_none_or(|edit| edit.start > start || edit.end < end) {
            left.push(*number);
        }
        start = end;
    }
    *lines = left;
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a reader of the ledger is told.
pub fn reason(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Breadcrumb => "breadcrumb",
        FurnitureKind::Share => "share bar",
        FurnitureKind::Comments => "comment form",
        FurnitureKind::Notice => "notice of the website",
        FurnitureKind::Related => "links to other articles",
        FurnitureKind::Newsletter => "prompt to subscribe",
        FurnitureKind::AuthorBox => "box about the author",
        FurnitureKind::Copyright => "copyright line",
        FurnitureKind::Advertisement => "label of an advertisement",
        FurnitureKind::Template => "field of a template",
        FurnitureKind::Placeholder => "placeholder",
        FurnitureKind::Engagement => "prompt to comment or share",
        FurnitureKind::Controls => "button or label of the page",
        FurnitureKind::Element => "element of the page without copy",
    }
}

#[cfg(test)]
mod tests;
