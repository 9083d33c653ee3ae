//! The words around a finding. A paragraph of an article is often one line of a thousand
//! characters: what is shown is the finding and as many whole words on either side as fit.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthChar;

use super::paragraph::{WRAPPED, after, before, floor};
use super::visible;
use crate::text::Span;

/// One line to show, and the parts of it that are the finding: one, or its beginning and its end
/// where it is too long to show whole.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    pub text: String,
    pub marks: Vec<Range<usize>>,
    /// Whether it begins where its paragraph does.
    pub from_start: bool,
    /// The finding in the source.
    span: Range<usize>,
}

/// The columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

impl Window {
    /// The window around `span`, at most `columns` wide.
    pub fn around(source: &str, span: Span, columns: usize) -> Window {
        let columns = columns.max(24);
        let start = boundary(source, span.start as usize, GraphemeCursor::prev_boundary);
        let end = boundary(source, span.end as usize, GraphemeCursor::next_boundary);
        let mark = Shown::mark(&source[start..end], columns * 4 / 5);
        let rest = columns.saturating_sub(mark.iter().map(Shown::width).sum());
        let left = Shown::beside(columns, |reach| before(source, start, reach));
        let right = Shown::beside(columns, |reach| after(source, end, reach));

        // The left side gets two fifths, and what the right side leaves.
        let share = (rest * 2 / 5).max(rest.saturating_sub(right.width()));
        let (left, cut) = left.last_words(share);
        let right = right.first_words(rest.saturating_sub(width(&left)));

        let mut text = left;
        let mut marks = Vec::new();
        for (i, part) in mark.iter().enumerate() {
            if i > 0 {
                text.push_str(GAP);
            }
            marks.push(text.len()..text.len() + part.text.len());
            text.push_str(&part.text);
        }
        text.push_str(&right);
        Window { text, marks, from_start: !cut, span: start..end }
    }

    /// Where another passage of the source stands in the line, if it is beside the finding and
    /// whole.
    pub fn locate(&self, source: &str, passage: Span) -> Option<Range<usize>> {
        let (start, end) = (passage.start as usize, passage.end as usize);
        let shown = |from: usize, to: usize| {
            let text = &source[from..to];
            let near = text.len() <= self.text.len() && !text.contains("\n\n");
            near.then(|| Shown::context((text, false)).text.len())
        };
        let place = if start >= self.span.end {
            let from = self.marks.last()?.end + shown(self.span.end, start)?;
            from..from + shown(start, end)?
        } else if end <= self.span.start {
            let to = self.marks.first()?.start.checked_sub(shown(end, self.span.start)?)?;
            to.checked_sub(shown(start, end)?)?..to
        } else {
            return None;
        };
        let whole = |text: &str| visible::text(&source[start..end]) == text;
        self.text.get(place.clone()).is_some_and(whole).then_some(place)
    }
}

const CUT: char = '…';
const GAP: &str = " … ";

/// Text made fit to be shown.
#[derive(Default)]
struct Shown {
    text: String,
    /// Whether the paragraph goes on beyond it.
    more: bool,
}

impl Shown {
    /// The words beside a finding, as many as `columns` can hold. Plain text takes a byte a column;
    /// more is looked at only where other letters, tags or addresses take more.
    fn beside<'s>(columns: usize, text: impl Fn(usize) -> (&'s str, bool)) -> Shown {
        let (near, more) = text(columns.max(2 * WRAPPED));
        let open = |b: u8| matches!(b, b' '..0x7F) && !matches!(b, b'<' | b'>' | b'[' | b']' | b'(' | b')');
        if near.bytes().all(open) && !near.contains("  ") {
            return Shown { text: near.to_owned(), more };
        }
        Shown::context(text(columns * 8))
    }

    /// The words beside a finding: runs of white space become one space.
    fn context((text, more): (&str, bool)) -> Shown {
        let mut shown = String::with_capacity(text.len());
        let mut last = None;
        for c in visible::without_addresses(text).chars() {
            if !c.is_whitespace() {
                visible::push(&mut shown, c, last);
            } else if last.is_none_or(|l: char| !l.is_whitespace()) {
                shown.push(' ');
            }
            last = Some(c);
        }
        Shown { text: shown, more }
    }

    /// The finding itself, whose white space may be the fault; its two ends if it is too long.
    fn mark(text: &str, columns: usize) -> Vec<Shown> {
        let reach = columns * 8;
        let whole = |text: &str| Shown { text: marked(text), more: false };
        if text.len() <= 2 * reach {
            let shown = whole(text);
            if shown.width() <= columns {
                return vec![shown];
            }
        }
        let head = Shown { text: marked(&text[..floor(text, reach)]), more: true };
        let tail = Shown { text: marked(&text[floor(text, text.len().saturating_sub(reach))..]), more: true };
        let head = head.first_words(columns * 3 / 5);
        let tail = tail.last_words(columns * 2 / 5).0;
        [head.trim_end_matches([CUT, ' ']), tail.trim_start_matches([CUT, ' '])].map(whole).into()
    }

    fn width(&self) -> usize {
        width(&self.text)
    }

    /// As many of its last words as fit, and whether some were cut.
    fn last_words(&self, columns: usize) -> (String, bool) {
        let text = self.text.trim_start();
        if !self.more && width(text) <= columns {
            return (text.to_owned(), false);
        }
        let cut = fitting_end(text, columns.saturating_sub(2));
        let word = text[cut..].find(' ').map_or(cut, |space| cut + space);
        (format!("{CUT}{}", &text[word..]), true)
    }

    /// As many of its first words as fit.
    fn first_words(&self, columns: usize) -> String {
        let text = self.text.trim_end();
        if !self.more && width(text) <= columns {
            return text.to_owned();
        }
        let cut = fitting_start(text, columns.saturating_sub(2));
        // The space after the last word that fits may be the first thing that does not.
        let whole = if text[cut..].starts_with(' ') { cut + 1 } else { cut };
        let word = text[..whole].rfind(' ').map_or(cut, |space| space + 1);
        format!("{}{CUT}", &text[..word])
    }
}

/// Where the part of the text that starts with it and fits the columns ends.
fn fitting_start(text: &str, columns: usize) -> usize {
    if is_plain(text) {
        return columns.min(text.len());
    }
    let mut used = 0;
    let fits = |(_, grapheme): &(usize, &str)| {
        used += width(grapheme);
        used <= columns
    };
    text.grapheme_indices(true).take_while(fits).last().map_or(0, |(at, grapheme)| at + grapheme.len())
}

/// Where the part of the text that ends with it and fits the columns starts.
fn fitting_end(text: &str, columns: usize) -> usize {
    if is_plain(text) {
        return text.len().saturating_sub(columns);
    }
    let mut used = 0;
    let fits = |(_, grapheme): &(usize, &str)| {
        used += width(grapheme);
        used <= columns
    };
    text.grapheme_indices(true).rev().take_while(fits).last().map_or(text.len(), |(at, _)| at)
}

/// Whether each byte is one character that takes one column.
fn is_plain(text: &str) -> bool {
    // Without a way out before the end, many bytes are looked at together.
    text.bytes().fold(true, |plain, b| plain & matches!(b, b' '..0x7F))
}

/// A finding's text on one line.
fn marked(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let mut last = None;
    for c in text.chars() {
        match c {
            '\r' => {}
            '\n' => shown.push('↵'),
            '\u{A0}' | '\u{202F}' => shown.push('⍽'),
            _ => visible::push(&mut shown, c, last),
        }
        last = Some(c);
    }
    shown
}

/// The nearest edge of a whole character as a reader sees it.
fn boundary(
    source: &str,
    at: usize,
    toward: fn(&mut GraphemeCursor, &str, usize) -> Result<Option<usize>, unicode_segmentation::GraphemeIncomplete>,
) -> usize {
    let at = floor(source, at);
    let mut cursor = GraphemeCursor::new(at, source.len(), true);
    match cursor.is_boundary(source, 0) {
        Ok(false) => toward(&mut cursor, source, 0).ok().flatten().unwrap_or(at),
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The window with its marks in square brackets.
    fn show(source: &str, find: &str, columns: usize) -> String {
        let start = source.find(find).unwrap();
        let window = Window::around(source, Span::new(start, start + find.len()), columns);
        assert!(width(&window.text) <= columns, "{:?} is too wide", window.text);
        let mut shown = window.text;
        for mark in window.marks.iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        shown
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(show("The cook stirred teh soup.\n", "teh", 60), "The cook stirred [teh] soup.");
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        let line = "The orchestra had rehearsed the second movement for weeks before teh conductor, who was never \
                    satisfied with the brass, asked for one more evening of it.";
        assert_eq!(show(line, "teh", 50), "… weeks before [teh] conductor, who was never …");
    }

    #[test]
    fn a_side_that_is_short_leaves_its_room_to_the_other() {
        let line = "Teh orchestra had rehearsed the second movement for weeks before the conductor was satisfied.";
        assert_eq!(show(line, "Teh", 50), "[Teh] orchestra had rehearsed the second movement …");
        let line = "The orchestra had rehearsed the second movement for weeks before the end was any good.";
        assert_eq!(show(line, "good", 50), "… movement for weeks before the end was any [good].");
    }

    #[test]
    fn the_lines_of_a_wrapped_paragraph_are_joined_and_others_left_out() {
        let text = "A heading\n\nThe match ended\nin a draw the the\ncrowd had expected.\n\nNext.\n";
        assert_eq!(show(text, "the the", 70), "The match ended in a draw [the the] crowd had expected.");
        assert_eq!(show(text, "the\ncrowd", 70), "The match ended in a draw the [the↵crowd] had expected.");
    }

    #[test]
    fn a_long_line_is_a_paragraph_of_its_own() {
        let text = format!("{}\nThe mayor said teh vote was over.\n{}", "word ".repeat(40), "word ".repeat(40));
        assert_eq!(show(&text, "teh", 70), "The mayor said [teh] vote was over.");
        let text = format!("{}teh end.\nJoint statement", "word ".repeat(40));
        assert!(show(&text, "teh", 70).ends_with("word [teh] end."));
    }

    #[test]
    fn a_long_finding_shows_its_two_ends() {
        let text = format!("It {}ends so.", "goes on and on and ".repeat(20));
        let shown = show(&text, &text, 60);
        assert!(shown.starts_with("[It goes on and"), "{shown}");
        assert!(shown.contains("] … ["), "{shown}");
        assert!(shown.ends_with("ends so.]"), "{shown}");
    }

    #[test]
    fn hidden_characters_show_in_the_finding_and_beside_it() {
        let text = "in\u{AD}visible\u{A0}\u{A0}marks\u{202E} here";
        assert_eq!(show(text, "\u{A0}\u{A0}", 70), "in<U+00AD>visible[⍽⍽]marks<U+202E> here");
    }

    #[test]
    fn a_mark_covers_whole_characters() {
        let text = "a cafe\u{301} near";
        let at = text.find('\u{301}').unwrap();
        let window = Window::around(text, Span::new(at, at + 2), 40);
        assert_eq!(&window.text[window.marks[0].clone()], "e\u{301}");
    }

    #[test]
    fn text_without_spaces_is_cut_all_the_same() {
        let text = "漢".repeat(200) + "字" + &"語".repeat(200);
        let shown = show(&text, "字", 40);
        assert!(shown.starts_with("…漢") && shown.ends_with("語…"), "{shown}");
    }

    #[test]
    fn other_passages_are_found_in_the_line_if_they_are_in_it() {
        let text = "The dialog of the two was a dialogue of the deaf, and the\ndialogue that had ended began anew.";
        let window = Window::around(text, Span::new(28, 36), 60);
        let place =
            |start: usize, end: usize| window.locate(text, Span::new(start, end)).map(|place| &window.text[place]);
        assert_eq!(window.text, "… of the two was a dialogue of the deaf, and the dialogue …");
        assert_eq!(place(18, 21), Some("two"));
        assert_eq!(place(58, 66), Some("dialogue"));
        assert_eq!(place(4, 10), None);
        assert_eq!(place(72, 77), None);
        assert_eq!(place(30, 40), None);
    }

    #[test]
    fn an_empty_span_at_the_end_marks_the_end() {
        let text = "It ends here";
        let window = Window::around(text, Span::at(text.len()), 40);
        assert_eq!(window.marks.as_slice(), std::slice::from_ref(&(12..12)));
    }
}
