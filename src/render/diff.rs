//! The repairs as a unified diff. In a file or a pipe it is a patch that `git apply` takes; on a
//! terminal the changed words in a changed line are marked, since a line is a paragraph.

use std::borrow::Cow;
use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use similar::udiff::UnifiedHunkHeader;
use similar::{Algorithm, ChangeTag, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};
use unicode_segmentation::UnicodeSegmentation;

use super::style::{self, bold, colour};
use super::visible;

/// Whom the diff is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reader {
    /// `git apply` and its like: every byte as it is.
    Patch,
    /// A person at a terminal.
    Person,
}

/// Writes the difference between two texts of a file, with their byte-order marks; nothing if
/// there is none.
pub fn write<W: WriteColor>(out: &mut W, reader: Reader, path: &str, old: &str, new: &str) -> io::Result<()> {
    let (old, new): (Vec<&str>, Vec<&str>) = (split(old), split(new));
    // Lines of prose are nearly all distinct, which this algorithm is good at.
    let ops = capture_diff_slices(Algorithm::Patience, &old, &new);
    let hunks = group_diff_ops(ops, 3);
    if hunks.iter().all(Vec::is_empty) {
        return Ok(());
    }
    style::write(out, &bold(), &format!("--- {}\n+++ {}\n", file_name("a/", path), file_name("b/", path)))?;
    let mut hunk = Hunk { out, reader, old: &old, new: &new };
    hunks.iter().filter(|ops| !ops.is_empty()).try_for_each(|ops| hunk.write(ops))
}

struct Hunk<'a, W> {
    out: &'a mut W,
    reader: Reader,
    old: &'a [&'a str],
    new: &'a [&'a str],
}

impl<W: WriteColor> Hunk<'_, W> {
    fn write(&mut self, ops: &[DiffOp]) -> io::Result<()> {
        style::write(self.out, &colour(Color::Cyan), &format!("{}\n", UnifiedHunkHeader::new(ops)))?;
        for op in ops {
            let (old, new) = (&self.old[op.old_range()], &self.new[op.new_range()]);
            match op.tag() {
                DiffTag::Equal => old.iter().try_for_each(|line| self.line(" ", None, &[(false, line)]))?,
                DiffTag::Replace if self.reader == Reader::Person && old.len() == new.len() => {
                    let pairs: Vec<_> = old.iter().zip(new).map(|(old, new)| words(old, new)).collect();
                    pairs.iter().try_for_each(|(old, _)| self.line("-", Some(Color::Red), old))?;
                    pairs.iter().try_for_each(|(_, new)| self.line("+", Some(Color::Green), new))?;
                }
                _ => {
                    old.iter().try_for_each(|line| self.line("-", Some(Color::Red), &[(false, line)]))?;
                    new.iter().try_for_each(|line| self.line("+", Some(Color::Green), &[(false, line)]))?;
                }
            }
        }
        Ok(())
    }

    /// A line in parts, of which some are marked.
    fn line(&mut self, sign: &str, fg: Option<Color>, parts: &[(bool, &str)]) -> io::Result<()> {
        let mut plain = ColorSpec::new();
        plain.set_fg(fg);
        let mut marked = ColorSpec::new();
        marked.set_fg(Some(Color::Black)).set_bg(fg);
        style::write(self.out, &plain, sign)?;
        for (mark, part) in parts {
            let text = match self.reader {
                Reader::Patch => Cow::Borrowed(*part),
                Reader::Person => visible::text(part.trim_end_matches(['\n', '\r'])),
            };
            let style = if *mark { &marked } else { &plain };
            style::write(self.out, style, &text)?;
        }
        let ended = parts.last().is_some_and(|(_, text)| text.ends_with('\n'));
        if self.reader == Reader::Person || !ended {
            writeln!(self.out)?;
        }
        if !ended {
            writeln!(self.out, "\\ No newline at end of file")?;
        }
        Ok(())
    }
}

/// Lines with their ends. Only a line feed ends one, as in a patch.
fn split(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

type Parts<'a> = Vec<(bool, &'a str)>;

/// Two versions of a line, each cut into what changed and what did not.
fn words<'a>(old: &'a str, new: &'a str) -> (Parts<'a>, Parts<'a>) {
    /// Nobody reads the marks in a longer one.
    const LONG: usize = 100_000;
    if old.len() + new.len() > LONG {
        return (vec![(false, old)], vec![(false, new)]);
    }
    let old_words: Vec<&str> = old.split_word_bounds().collect();
    let new_words: Vec<&str> = new.split_word_bounds().collect();
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        for change in op.iter_changes(&old_words, &new_words) {
            let part = change.value();
            match change.tag() {
                ChangeTag::Equal => {
                    before.push((false, part));
                    after.push((false, part));
                }
                ChangeTag::Delete => before.push((true, part)),
                ChangeTag::Insert => after.push((true, part)),
            }
        }
    }
    (before, after)
}

/// The name of a file as a patch states it: quoted as C strings are where it has such characters,
/// and closed by a tab where it has spaces.
fn file_name(prefix: &str, path: &str) -> String {
    let path = path.trim_start_matches("./").trim_start_matches('/');
    let odd = |c: char| c.is_control() || matches!(c, '"' | '\\');
    if !path.contains(odd) {
        let end = if path.contains(' ') { "\t" } else { "" };
        return format!("{prefix}{path}{end}");
    }
    let mut quoted = format!("\"{prefix}");
    for c in path.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if c.is_control() => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    quoted.push_str(&format!("\\{byte:03o}"));
                }
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use codespan_reporting::term::termcolor::Buffer;

    use super::*;

    fn patch(old: &str, new: &str) -> String {
        let mut out = Buffer::no_color();
        write(&mut out, Reader::Patch, "a.md", old, new).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    #[test]
    fn texts_that_agree_have_no_diff() {
        assert_eq!(patch("One.\n", "One.\n"), "");
    }

    #[test]
    fn line_ends_and_missing_last_ones_are_kept() {
        assert_eq!(
            patch("One.\r\nteh end", "One.\r\nthe end\r\n"),
            "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n One.\r\n-teh end\n\\ No newline at end of file\n+the end\r\n"
        );
    }

    #[test]
    fn only_a_line_feed_ends_a_line() {
        assert_eq!(
            patch("One\rteh\u{2028}end\n", "One\rthe\u{2028}end\n"),
            "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-One\rteh\u{2028}end\n+One\rthe\u{2028}end\n"
        );
    }

    #[test]
    fn on_a_terminal_the_changed_words_are_marked_and_nothing_is_obeyed() {
        let mut out = Buffer::ansi();
        write(&mut out, Reader::Person, "a.md", "See teh \u{1b}[2J end\n", "See the \u{1b}[2J end\n").unwrap();
        let shown = String::from_utf8(out.into_inner()).unwrap();
        assert!(shown.contains("\u{1b}[41mteh\u{1b}[0m"), "{shown:?}");
        assert!(shown.contains("\u{1b}[42mthe\u{1b}[0m"), "{shown:?}");
        assert!(shown.contains("␛[2J") || shown.contains('␛'), "{shown:?}");
        assert!(!shown.contains("\u{1b}[2J"), "{shown:?}");
    }

    #[test]
    fn odd_file_names_are_written_as_git_reads_them() {
        assert_eq!(file_name("a/", "press/news.md"), "a/press/news.md");
        assert_eq!(file_name("a/", "./my news.md"), "a/my news.md\t");
        assert_eq!(file_name("a/", "/desk/news.md"), "a/desk/news.md");
        assert_eq!(file_name("a/", "a\"b\n.md"), "\"a/a\\\"b\\n.md\"");
    }
}
