//! The findings as a copy editor reads them: what to do first, then the words in question with
//! the place marked, then what they become.
//!
//! codespan-reporting draws the lines of the article and the marks under them. It would show an
//! article's lines whole, so it is given a [`Window`] in place of each.

use std::io;
use std::ops::Range;

use codespan_reporting::diagnostic::{LabelStyle, Severity};
use codespan_reporting::files::Error;
use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use codespan_reporting::term::{Chars, Config, Renderer, Styles, StylesWriter};
use rayon::prelude::*;

use super::change::{Change, NOTHING, Parts, plain};
use super::lines::Lines;
use super::window::{Window, width};
use super::{Checked, place, style, visible};
use crate::diagnostic::{Applicability, Diagnostic, Level, Related};
use crate::text::Span;

/// Writes the findings of at least this level to what `buffer` gives: many to several buffers, side by
/// side, which belong one after the other.
pub fn write<W: WriteColor + Send>(
    checked: Checked,
    least: Level,
    columns: usize,
    buffer: impl Fn() -> W + Sync,
) -> io::Result<Vec<W>> {
    /// Fewer are drawn before a second processor has woken.
    const MANY: usize = 256;
    let shown: Vec<&Diagnostic> = checked.outcome.diagnostics.iter().filter(|d| d.level >= least).collect();
    if shown.is_empty() {
        return Ok(Vec::new());
    }
    let lines = Lines::new(checked.source);
    let last = shown.iter().map(|d| d.span.start).max().unwrap_or(0);
    let gutter = lines.position(last).line.to_string().len().max(2);
    let style = Style::new();
    let draw = |some: &[&Diagnostic]| {
        let mut out = buffer();
        let columns = columns.clamp(40, 120);
        let mut page = Page { out: &mut out, checked, lines: &lines, style: &style, gutter, columns };
        some.iter().try_for_each(|d| page.finding(d))?;
        Ok(out)
    };
    match shown.len() {
        ..=MANY => Ok(vec![draw(&shown)?]),
        _ => shown.par_chunks(MANY).map(draw).collect(),
    }
}

struct Page<'a, W> {
    out: &'a mut W,
    checked: Checked<'a>,
    lines: &'a Lines<'a>,
    style: &'a Style,
    /// The columns that line numbers take.
    gutter: usize,
    columns: usize,
}

/// A line of the article, and what is marked in it.
struct Row {
    at: u32,
    window: Window,
    labels: Vec<Label>,
}

/// A mark in a line, and what is said of it.
type Label = (LabelStyle, Range<usize>, String);

impl Row {
    /// A line around a passage; the message stands at its end.
    fn new(span: Span, window: Window, style: LabelStyle, message: &str) -> Row {
        let last = window.marks.len().saturating_sub(1);
        let text = |i: usize| if i == last { message.to_owned() } else { String::new() };
        let labels = window.marks.iter().enumerate().map(|(i, mark)| (style, mark.clone(), text(i))).collect();
        Row { at: span.start, window, labels }
    }
}

/// No more places than these are shown for one finding.
const PLACES: usize = 3;

impl<W: WriteColor> Page<'_, W> {
    fn finding(&mut self, diagnostic: &Diagnostic) -> io::Result<()> {
        self.message(diagnostic)?;
        let window = self.window(diagnostic.span);
        self.locus(diagnostic, &window)?;
        self.places(diagnostic, window)?;
        self.fixes(diagnostic)?;
        self.note("└", &[(&self.style.dim, &diagnostic.rule)])?;
        writeln!(self.out)
    }

    /// `✗ Add a space after the comma.`
    fn message(&mut self, diagnostic: &Diagnostic) -> io::Result<()> {
        self.styled(&style::level(diagnostic.level), style::sign(diagnostic.level))?;
        let message = visible::text(&diagnostic.message);
        for (i, line) in wrap(&message, self.columns - 2).iter().enumerate() {
            self.out.write_all(if i == 0 { b" " } else { b"  " })?;
            self.styled(&self.style.bold, line)?;
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// `┌─ extradition.txt:59:55 · under “Implications” · “The long-term …”`
    fn locus(&mut self, diagnostic: &Diagnostic, window: &Window) -> io::Result<()> {
        let at = self.lines.position(diagnostic.span.start);
        let name = visible::text(self.checked.name);
        let mut line = format!("{name}:{}:{}", at.line, at.column);
        if let Some(role) = place::role(diagnostic.role) {
            line.push_str(" · ");
            line.push_str(role);
        }
        // The paragraph's first words and the heading share what room there is.
        let room = |line: &str| self.columns.saturating_sub(self.gutter + 4 + width(line) + 5);
        let heading = place::heading(self.checked.outcome, diagnostic.span.start);
        let opening = if window.from_start { None } else { place::opening(self.checked.source, diagnostic.span.start) };
        let opening = opening.map(|words| {
            let share = if heading.is_some() { room(&line) * 2 / 5 } else { room(&line) };
            place::clip(&words, share.min(32))
        });
        let taken = opening.as_ref().map_or(0, |words| width(words) + 5);
        if let Some(heading) = heading {
            let clipped = place::clip(heading, room(&line).saturating_sub(taken + 6).min(60));
            if width(&clipped) >= 8 || clipped == heading {
                line.push_str(&format!(" · under “{clipped}”"));
            }
        }
        if let Some(words) = opening.filter(|words| width(words) >= 8 && width(words) <= room(&line)) {
            line.push_str(&format!(" · “{words}”"));
        }
        self.gutter_space()?;
        self.styled(&self.style.border, "┌─")?;
        self.out.write_all(b" ")?;
        self.styled(&self.style.dim, &line)?;
        writeln!(self.out)
    }

    fn window(&self, span: Span) -> Window {
        Window::around(self.checked.source, span, self.columns - self.gutter - 3)
    }

    /// The lines of the article with the finding and the places that it rests on.
    fn places(&mut self, diagnostic: &Diagnostic, window: Window) -> io::Result<()> {
        let mut rows = vec![Row::new(diagnostic.span, window, LabelStyle::Primary, "")];
        let (shown, more) = diagnostic.related.split_at(diagnostic.related.len().min(PLACES));
        for Related { span, message } in shown {
            let message = visible::text(message).into_owned();
            let in_line = rows.iter_mut().find_map(|row| Some((row.window.locate(self.checked.source, *span)?, row)));
            match in_line {
                Some((place, row)) => row.labels.push((LabelStyle::Secondary, place, message)),
                None => rows.push(Row::new(*span, self.window(*span), LabelStyle::Secondary, &message)),
            }
        }
        rows.into_iter().try_for_each(|row| self.row(diagnostic.level, row))?;
        if !more.is_empty() {
            let mut numbers: Vec<usize> = more.iter().map(|r| self.lines.position(r.span.start).line).collect();
            numbers.dedup();
            let lines = if numbers.len() == 1 { "line" } else { "lines" };
            let mut list = numbers.iter().take(8).map(usize::to_string).collect::<Vec<_>>().join(", ");
            if numbers.len() > 8 {
                list.push_str(" …");
            }
            let text = format!("and {} more: {lines} {list}", more.len());
            self.note("│", &[(&self.style.other, &text)])?;
        }
        Ok(())
    }

    fn row(&mut self, level: Level, mut row: Row) -> io::Result<()> {
        once(&mut row.labels);
        // A message that would run out of the line stands under it.
        let mut under = Vec::new();
        for (_, place, message) in &mut row.labels {
            let column = self.gutter + 3 + width(&row.window.text[..place.end.min(row.window.text.len())]);
            if !message.is_empty() && column + 1 + width(message) > self.columns {
                under.push(std::mem::take(message));
            }
        }
        let line = self.lines.position(row.at).line;
        let labels: Vec<_> = row
            .labels
            .iter()
            .map(|(style, place, message)| (*style, place.start..place.end.max(place.start + 1), message.as_str()))
            .collect();
        let mut writer = StylesWriter::new(&mut *self.out, &self.style.codespan);
        Renderer::new(&mut writer, &self.style.config)
            .render_snippet_source(self.gutter, line, &row.window.text, severity(level), &labels, 0, &[])
            .map_err(|error| match error {
                Error::Io(error) => error,
                other => io::Error::other(other.to_string()),
            })?;
        under.iter().try_for_each(|message| self.note("│", &[(&self.style.other, message)]))
    }

    /// `✓ factors,including → factors, including`
    fn fixes(&mut self, diagnostic: &Diagnostic) -> io::Result<()> {
        let Some(best) = diagnostic.fixes.first() else {
            return Ok(());
        };
        let source = self.checked.source;
        let change = Change::of(source, diagnostic.span, best);
        let sign = if best.applicability == Applicability::Safe { "✓" } else { "?" };
        let room = self.columns.saturating_sub(self.gutter + 3 + 3);
        if change.before.is_empty() && change.after.is_empty() || change.width() > 2 * room {
            return Ok(());
        }
        let mut text: Vec<(&ColorSpec, String)> = Vec::new();
        let (gone, come) = (&self.style.gone, &self.style.come);
        push(&mut text, &change.before, &self.style.plain, gone);
        text.push((&self.style.dim, " → ".into()));
        if change.after.is_empty() {
            text.push((&self.style.dim, NOTHING.into()));
        }
        push(&mut text, &change.after, &self.style.plain, come);
        let before = plain(&change.before);
        let others = diagnostic.fixes[1..].iter().map(|fix| Change::of(source, diagnostic.span, fix));
        for other in others.filter(|other| plain(&other.before) == before) {
            let used: usize = text.iter().map(|(_, text)| width(text)).sum();
            let after = plain(&other.after);
            if used + width(&after) + 4 > room {
                text.push((&self.style.dim, " …".into()));
                break;
            }
            text.push((&self.style.dim, ", ".into()));
            push(&mut text, &other.after, &self.style.plain, come);
        }
        let text: Vec<(&ColorSpec, &str)> = text.iter().map(|(style, text)| (*style, text.as_str())).collect();
        self.note(sign, &text)
    }

    /// A line under the article's, with a sign in the border.
    fn note(&mut self, sign: &str, parts: &[(&ColorSpec, &str)]) -> io::Result<()> {
        self.gutter_space()?;
        self.styled(&self.style.border, sign)?;
        self.out.write_all(b" ")?;
        for (style, text) in parts {
            self.styled(style, text)?;
        }
        writeln!(self.out)
    }

    fn gutter_space(&mut self) -> io::Result<()> {
        write!(self.out, "{:width$}", "", width = self.gutter + 1)
    }

    fn styled(&mut self, style: &ColorSpec, text: &str) -> io::Result<()> {
        style::write(self.out, style, text)
    }
}

/// What is said of several places in a line in the same words stands at the last of them.
fn once(labels: &mut [Label]) {
    labels.sort_by_key(|(_, place, _)| place.start);
    for at in 0..labels.len() {
        if labels[at + 1..].iter().any(|later| later.2 == labels[at].2) {
            labels[at].2.clear();
        }
    }
}

fn push<'a>(text: &mut Vec<(&'a ColorSpec, String)>, parts: &Parts, plain: &'a ColorSpec, marked: &'a ColorSpec) {
    text.extend(parts.iter().map(|(mark, part)| (if *mark { marked } else { plain }, part.clone())));
}

/// The text in lines of whole words.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split(' ') {
        let its = width(word);
        if !line.is_empty() && used + 1 + its > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += its;
    }
    lines.push(line);
    lines
}

fn severity(level: Level) -> Severity {
    match level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Suggestion => Severity::Help,
    }
}

/// Colours and signs: few, so that the words stand out.
struct Style {
    config: Config,
    codespan: Styles,
    plain: ColorSpec,
    bold: ColorSpec,
    dim: ColorSpec,
    border: ColorSpec,
    /// Other places.
    other: ColorSpec,
    /// What a fix takes away, and what it brings.
    gone: ColorSpec,
    come: ColorSpec,
}

impl Style {
    fn new() -> Style {
        let chars = Chars { single_primary_caret: '━', single_secondary_caret: '─', ..Chars::box_drawing() };
        let border = style::colour(Color::Blue);
        let codespan = Styles {
            primary_label_error: style::colour(Color::Red),
            primary_label_warning: style::colour(Color::Yellow),
            primary_label_help: style::colour(Color::Cyan),
            secondary_label: style::colour(Color::Blue),
            line_number: border.clone(),
            source_border: border.clone(),
            ..Styles::no_color()
        };
        Style {
            config: Config { chars, ..Config::default() },
            codespan,
            plain: ColorSpec::new(),
            bold: style::bold(),
            dim: style::dim(),
            border,
            other: style::colour(Color::Blue),
            gone: style::colour(Color::Red),
            come: style::colour(Color::Green),
        }
    }
}
