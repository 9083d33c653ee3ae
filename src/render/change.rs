//! A fix as an editor reads it: the words before, the words after, and what differs in them.

use super::visible;
use super::window::width;
use crate::diagnostic::{Edit, Fix};
use crate::text::Span;

/// Words in parts, of which some are marked as changed.
pub type Parts = Vec<(bool, String)>;

/// The words that a fix touches, before and after.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    pub before: Parts,
    pub after: Parts,
}

impl Change {
    /// What the fix of a finding at `span` does.
    pub fn of(source: &str, span: Span, fix: &Fix) -> Change {
        let mut change = Change { before: Parts::new(), after: Parts::new() };
        for (i, passage) in passages(source, span, &fix.edits).iter().enumerate() {
            if i > 0 {
                change.both(" … ");
            }
            change.passage(source, passage);
        }
        trim(&mut change.before);
        trim(&mut change.after);
        change
    }

    fn passage(&mut self, source: &str, passage: &Passage) {
        let mut at = passage.span.start;
        for edit in passage.edits {
            self.both(&visible::text(&source[Span { start: at, end: edit.span.start }]));
            let removed = &source[edit.span];
            if !removed.is_empty() {
                self.before.push((true, white_space_seen(removed)));
            }
            if !edit.replacement.is_empty() {
                self.after.push((true, visible::text(&edit.replacement).into_owned()));
            }
            at = edit.span.end;
        }
        self.both(&visible::text(&source[Span { start: at, end: passage.span.end }]));
    }

    fn both(&mut self, text: &str) {
        if !text.is_empty() {
            self.before.push((false, text.to_owned()));
            self.after.push((false, text.to_owned()));
        }
    }

    /// `factors,including → factors, including`
    pub fn told(&self) -> String {
        let after = plain(&self.after);
        format!("{} → {}", plain(&self.before), if after.is_empty() { NOTHING } else { &after })
    }

    pub fn width(&self) -> usize {
        self.before.iter().chain(&self.after).map(|(_, text)| width(text)).sum()
    }
}

/// What stands after the arrow where all goes.
pub const NOTHING: &str = "(nothing)";

/// The text of parts.
pub fn plain(parts: &Parts) -> String {
    parts.iter().map(|(_, text)| text.as_str()).collect()
}

/// A stretch of the source that is shown whole, and the edits in it.
struct Passage<'a> {
    span: Span,
    edits: &'a [Edit],
}

/// A finding up to this long is shown whole.
const SHORT: usize = 40;
/// Edits this close are shown in one passage.
const NEAR: u32 = 16;

fn passages<'a>(source: &str, span: Span, edits: &'a [Edit]) -> Vec<Passage<'a>> {
    let (Some(first), Some(last)) = (edits.first(), edits.last()) else {
        return Vec::new();
    };
    let all = first.span.cover(last.span);
    let whole = all.cover(span);
    if whole.len() <= SHORT {
        let mut span = to_words(source, whole);
        if let [Edit { span: gone, replacement }] = edits
            && replacement.is_empty()
            && gone.contains(span)
        {
            // Of what goes altogether, the next word tells the place.
            let after = &source[span.end as usize..];
            let word = after.trim_start();
            let word = word.char_indices().take(SHORT).take_while(|(_, c)| !c.is_whitespace()).last();
            let gap = after.len() - after.trim_start().len();
            span.end += word.map_or(0, |(at, c)| gap + at + c.len_utf8()) as u32;
        }
        return vec![Passage { span, edits }];
    }
    edits
        .chunk_by(|a, b| b.span.start - a.span.end <= NEAR)
        .map(|edits| {
            let span = edits[0].span.cover(edits[edits.len() - 1].span);
            Passage { span: to_words(source, span), edits }
        })
        .collect()
}

/// The span with the rest of the words that it cuts. At a mark, that is all up to white space.
fn to_words(source: &str, span: Span) -> Span {
    let (before, after) = (&source[..span.start as usize], &source[span.end as usize..]);
    let inside = &source[span];
    let blank = inside.chars().all(char::is_whitespace);
    let rest = |first: Option<char>, outside: &mut dyn Iterator<Item = char>| -> usize {
        let goes_on = |c: char| match first {
            // White space alone says nothing without the words beside it.
            Some(first) if first.is_whitespace() => blank && !c.is_whitespace(),
            Some(first) if in_word(first) => in_word(c),
            // Tags around it are no words.
            _ => !c.is_whitespace() && !matches!(c, '<' | '>'),
        };
        outside.take_while(|&c| goes_on(c)).take(SHORT).map(char::len_utf8).sum()
    };
    let left = rest(inside.chars().next(), &mut before.chars().rev());
    let right = rest(inside.chars().next_back(), &mut after.chars());
    Span { start: span.start - left as u32, end: span.end + right as u32 }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '’' | '\'' | '-')
}

/// White space that goes, made to be seen.
fn white_space_seen(text: &str) -> String {
    if !text.contains(|c: char| !c.is_whitespace()) {
        let seen = |c| match c {
            '\n' => '↵',
            '\u{A0}' | '\u{202F}' => '⍽',
            _ => '␣',
        };
        return text.chars().filter(|&c| c != '\r').map(seen).collect();
    }
    visible::text(text).into_owned()
}

fn trim(parts: &mut Parts) {
    if let Some((_, first)) = parts.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some((_, last)) = parts.last_mut() {
        *last = last.trim_end().to_owned();
    }
    parts.retain(|(_, text)| !text.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Applicability;

    /// `before → after` of a fix that replaces each of the passages, with the finding on `at`.
    fn change(source: &str, at: &str, edits: &[(usize, usize, &str)]) -> String {
        let start = source.find(at).unwrap();
        let edits = edits.iter().map(|&(start, end, new)| Edit::new(Span::new(start, end), new)).collect();
        let fix = Fix { applicability: Applicability::Safe, edits };
        Change::of(source, Span::new(start, start + at.len()), &fix).told()
    }

    #[test]
    fn whole_words_are_shown() {
        let text = "It depends on factors,including these.";
        assert_eq!(change(text, "factors,including", &[(22, 22, " ")]), "factors,including → factors, including");
        assert_eq!(change(text, ",", &[(22, 22, " ")]), "factors,including → factors, including");
    }

    #[test]
    fn neighbours_that_are_glued_on_too_are_left_out() {
        let text = "Invest in training,technology,and tools.";
        assert_eq!(change(text, "technology,and", &[(30, 30, " ")]), "technology,and → technology, and");
    }

    #[test]
    fn tags_beside_a_change_are_no_part_of_it() {
        assert_eq!(change("<p>&amp;mdash; A man</p>", "&amp;mdash;", &[(3, 14, "—")]), "&amp;mdash; → —");
    }

    #[test]
    fn a_doubled_word_shows_both() {
        assert_eq!(change("Stir the the soup.", "the the", &[(8, 12, "")]), "the the → the");
    }

    #[test]
    fn white_space_that_goes_is_seen() {
        assert_eq!(change("It ends.  So be it.", "  ", &[(8, 9, "")]), "ends.␣ So → ends. So");
        assert_eq!(change("Salt , please.", "Salt ,", &[(4, 5, "")]), "Salt␣, → Salt,");
    }

    #[test]
    fn what_goes_altogether_is_shown_with_the_next_word() {
        assert_eq!(change("* Promoting trade", "*", &[(0, 2, "")]), "* Promoting → Promoting");
        assert_eq!(change("It ends TK", "TK", &[(8, 10, "")]), "TK → (nothing)");
    }

    #[test]
    fn edits_far_apart_are_shown_apart() {
        let text = "[A long aside about the weather in the north of the country, and more.";
        let shown = change(text, text, &[(0, 1, "("), (text.len() - 1, text.len(), ").")]);
        assert_eq!(shown, "[A … more. → (A … more).");
    }
}
