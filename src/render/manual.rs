//! A rule's page at a terminal, and the list of all rules.

use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, TextMergeStream};

use super::style::{self, bold, dim, sign, write as styled};
use super::visible;
use super::window::width;
use crate::diagnostic::Applicability;
use crate::rule::Page;

/// Writes the page of a rule.
pub fn write<W: WriteColor>(out: &mut W, page: &Page, columns: usize) -> io::Result<()> {
    let columns = columns.clamp(30, 88);
    styled(out, &style::level(page.level), sign(page.level))?;
    styled(out, &bold(), &format!(" {}", page.id))?;
    styled(out, &dim(), &format!(" · {} · {}", page.level, repair(page.fix)))?;
    if !page.styles.is_empty() {
        styled(out, &dim(), &format!(" · only with the style “{}”", page.styles.join("” or “")))?;
    }
    writeln!(out)?;
    let mut text = Text { out, columns, words: Vec::new(), indent: 0, bullet: None };
    text.markdown(body(&page.source))
}

/// Writes one line a rule, family by family. `runs` says of each whether it is on.
pub fn list<'p, W: WriteColor>(
    out: &mut W,
    pages: impl Iterator<Item = (&'p Page, bool)>,
    columns: usize,
) -> io::Result<()> {
    let mut family = "";
    let pages: Vec<_> = pages.collect();
    let longest = pages.iter().map(|(page, _)| page.id.len()).max().unwrap_or(0);
    for (page, runs) in &pages {
        if page.family() != family {
            if !family.is_empty() {
                writeln!(out)?;
            }
            family = page.family();
            styled(out, &bold(), family)?;
            writeln!(out)?;
        }
        let (mark, style) = if *runs { (sign(page.level), style::level(page.level)) } else { ("-", dim()) };
        out.write_all(b"  ")?;
        styled(out, &style, mark)?;
        let fix = match page.fix {
            Some(Applicability::Safe) => "✓",
            Some(_) => "?",
            None => " ",
        };
        write!(out, " {:longest$} ", page.id)?;
        styled(out, &fix_style(), fix)?;
        let room = columns.saturating_sub(longest + 8);
        let title = visible::text(&page.title);
        if width(&title) <= room {
            write!(out, "  ")?;
            styled(out, &dim(), &title)?;
        }
        writeln!(out)?;
    }
    writeln!(out)?;
    let legend = "✗ error  ! warning  · suggestion  - off    ✓ --fix corrects it  ? look first";
    styled(out, &dim(), legend)?;
    writeln!(out)
}

fn repair(fix: Option<Applicability>) -> &'static str {
    match fix {
        Some(Applicability::Safe) => "--fix corrects it",
        Some(Applicability::Unsafe) => "--unsafe-fixes corrects it",
        Some(Applicability::Manual) => "shows what it could become",
        None => "shows the place",
    }
}

/// The page without its front matter.
fn body(source: &str) -> &str {
    let Some(rest) = source.strip_prefix("---") else { return source };
    rest.split_once("\n---").map_or(source, |(_, body)| body.trim_start_matches(['\r', '-']))
}

/// Running text, filled line by line.
struct Text<'w, W> {
    out: &'w mut W,
    columns: usize,
    /// Words in pieces of one style each; a space stands between words.
    words: Vec<Vec<(ColorSpec, String)>>,
    indent: usize,
    bullet: Option<String>,
}

impl<W: WriteColor> Text<'_, W> {
    fn markdown(&mut self, source: &str) -> io::Result<()> {
        let mut style = ColorSpec::new();
        let mut in_list = false;
        let mut code = false;
        for event in TextMergeStream::new(Parser::new(source)) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    writeln!(self.out)?;
                    style = if level == HeadingLevel::H1 { bold() } else { heading() };
                }
                Event::End(TagEnd::Heading(_)) => {
                    self.flush()?;
                    style = ColorSpec::new();
                    in_list = false;
                }
                Event::Start(Tag::Paragraph) if self.indent == 0 => writeln!(self.out)?,
                Event::End(TagEnd::Paragraph) => self.flush()?,
                Event::Start(Tag::List(_)) => in_list = true,
                Event::Start(Tag::Item) => {
                    self.flush()?;
                    self.bullet = Some("• ".into());
                    self.indent += 2;
                }
                Event::End(TagEnd::Item) => {
                    self.flush()?;
                    self.indent -= 2;
                }
                Event::Start(Tag::CodeBlock(_)) => {
                    self.flush()?;
                    if !in_list {
                        writeln!(self.out)?;
                    }
                    code = true;
                }
                Event::End(TagEnd::CodeBlock) => code = false,
                Event::Start(Tag::Emphasis) => _ = style.set_italic(true),
                Event::End(TagEnd::Emphasis) => _ = style.set_italic(false),
                Event::Start(Tag::Strong) => _ = style.set_bold(true),
                Event::End(TagEnd::Strong) => _ = style.set_bold(false),
                Event::Text(text) if code => {
                    for line in text.lines() {
                        write!(self.out, "    ")?;
                        styled(self.out, &dim(), &visible::text(line))?;
                        writeln!(self.out)?;
                    }
                }
                Event::Text(text) => self.push(&text, &style),
                Event::Code(text) => self.push(&text, ColorSpec::new().set_fg(Some(Color::Cyan))),
                Event::Html(text) | Event::InlineHtml(text) => self.push(&text, &style),
                Event::SoftBreak | Event::HardBreak => self.push(" ", &style),
                _ => {}
            }
        }
        self.flush()
    }

    fn push(&mut self, text: &str, style: &ColorSpec) {
        for (i, word) in text.split([' ', '\n']).enumerate() {
            if i > 0 || self.words.is_empty() {
                self.words.push(Vec::new());
            }
            if !word.is_empty()
                && let Some(last) = self.words.last_mut()
            {
                let style = if word == "→" { fix_style() } else { style.clone() };
                last.push((style, visible::text(word).into_owned()));
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let words: Vec<_> = std::mem::take(&mut self.words).into_iter().filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Ok(());
        }
        let bullet = self.bullet.take();
        let hang = self.indent;
        let first = hang - bullet.as_ref().map_or(0, |_| 2);
        write!(self.out, "{:first$}{}", "", bullet.unwrap_or_default())?;
        let mut column = hang;
        for (i, word) in words.iter().enumerate() {
            let wide: usize = word.iter().map(|(_, text)| width(text)).sum();
            if i > 0 && column + 1 + wide > self.columns {
                write!(self.out, "\n{:hang$}", "")?;
                column = hang;
            } else if i > 0 {
                write!(self.out, " ")?;
                column += 1;
            }
            for (style, text) in word {
                styled(self.out, style, text)?;
            }
            column += wide;
        }
        writeln!(self.out)
    }
}

fn heading() -> ColorSpec {
    let mut style = bold();
    style.set_fg(Some(Color::Blue));
    style
}

fn fix_style() -> ColorSpec {
    style::colour(Color::Green)
}
