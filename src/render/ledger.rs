//! What `copydesk clean` took out of an article, piece by piece with the reason.

use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::style::write as styled;
use super::visible;
use crate::clean::{Cleaned, Removal};

/// Writes the ledger of an article; `head` says where it comes from and goes to, `done` whether it
/// does, or only would. Texts are cut where the line ends if the ledger is for a screen of so many
/// columns.
pub fn write<W: WriteColor>(
    out: &mut W,
    head: &str,
    cleaned: &Cleaned,
    done: bool,
    columns: Option<usize>,
) -> io::Result<()> {
    let mut bold = ColorSpec::new();
    bold.set_bold(true);
    styled(out, &bold, &visible::text(head))?;
    writeln!(out)?;
    let wide = cleaned.removals.iter().chain(&cleaned.left).map(|r| r.reason.width()).max().unwrap_or(0);
    let line = cleaned.removals.iter().chain(&cleaned.left).map(|r| r.line).max().unwrap_or(0).to_string().len();
    for removal in &cleaned.removals {
        write_row(out, removal, line, wide, columns, Color::Red, "−")?;
    }
    for removal in &cleaned.left {
        write_row(out, removal, line, wide, columns, Color::Yellow, "?")?;
    }
    writeln!(out, "  {}", sum(cleaned, done))
}

fn write_row<W: WriteColor>(
    out: &mut W,
    removal: &Removal,
    line: usize,
    wide: usize,
    columns: Option<usize>,
    color: Color,
    sign: &str,
) -> io::Result<()> {
    let mut spec = ColorSpec::new();
    spec.set_fg(Some(color));
    write!(out, "  ")?;
    styled(out, &spec, sign)?;
    let head =
        format!(" line {:>line$}  {}{}  ", removal.line, removal.reason, " ".repeat(wide - removal.reason.width()));
    let text = visible::text(&removal.text);
    let room = columns.map(|columns| columns.saturating_sub(head.width() + 4).max(20));
    writeln!(out, "{head}{}", room.map_or_else(|| text.to_string(), |room| cut(&text, room)))
}

/// “3 pieces taken out (41 of 1,867 words), 2 repairs”
fn sum(cleaned: &Cleaned, done: bool) -> String {
    let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let mut parts = Vec::new();
    if !cleaned.removals.is_empty() {
        let pieces = count(cleaned.removals.len(), "piece", "pieces");
        let taken = if done { "taken out" } else { "to take out" };
        parts.push(format!("{pieces} {taken} ({} of {} words)", cleaned.removed_words, cleaned.words));
    }
    if cleaned.repairs > 0 {
        parts.push(count(cleaned.repairs, "repair", "repairs"));
    }
    if !cleaned.left.is_empty() {
        parts.push(format!("{} left in, which could break the page", count(cleaned.left.len(), "piece", "pieces")));
    }
    if parts.is_empty() { "nothing to take out".to_owned() } else { parts.join(", ") }
}

/// The text, or as much of it as fits with a mark that more follows.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut left = room - 1;
    let fits = |c: &char| {
        let width = c.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use codespan_reporting::term::termcolor::Buffer;

    #[test]
    fn each_piece_has_its_line_its_reason_and_its_words() {
        let removal = |line, reason, text: &str| Removal { line, reason, text: text.into() };
        let cleaned = Cleaned {
            removals: vec![
                removal(1, "breadcrumb", "Home » Food"),
                removal(105, "comment form", "Leave a Comment, please"),
            ],
            repairs: 1,
            words: 1867,
            removed_words: 6,
            ..Cleaned::default()
        };
        let mut out = Buffer::no_color();
        write(&mut out, "pears.txt → pears.clean.txt", &cleaned, true, Some(49)).unwrap();
        assert_eq!(
            String::from_utf8(out.into_inner()).unwrap(),
            "pears.txt → pears.clean.txt\n\
             \x20 − line   1  breadcrumb    Home » Food\n\
             \x20 − line 105  comment form  Leave a Comment, pl…\n\
             \x20 2 pieces taken out (6 of 1867 words), 1 repair\n"
        );
    }
}
