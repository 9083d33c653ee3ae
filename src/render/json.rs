//! The findings as JSON: one array over all files. The shape is fixed, because others read it.
//!
//! Spans count bytes of the file as UTF-8, its byte-order mark included; columns count characters
//! from 1; ends are exclusive; the best fix comes first.

use std::io::{self, Write};

use serde::Serialize;

use super::Checked;
use super::change::Change;
use super::lines::{Lines, Position};
use crate::diagnostic::{Diagnostic, Level};
use crate::text::Span;

/// Writes the array as its files come.
pub struct Array<W: Write> {
    out: W,
    empty: bool,
}

impl<W: Write> Array<W> {
    pub fn open(mut out: W) -> io::Result<Array<W>> {
        out.write_all(b"[")?;
        Ok(Array { out, empty: true })
    }

    /// Adds the findings of one file, as [`objects`] wrote them.
    pub fn add(&mut self, objects: &[u8]) -> io::Result<()> {
        if objects.is_empty() {
            return Ok(());
        }
        self.out.write_all(if self.empty { b"\n" } else { b",\n" })?;
        self.empty = false;
        self.out.write_all(objects)
    }

    pub fn close(mut self) -> io::Result<()> {
        self.out.write_all(if self.empty { b"]\n" } else { b"\n]\n" })?;
        self.out.flush()
    }
}

/// The findings of one file, one object a line, with commas between them.
pub fn objects(checked: Checked, least: Level) -> Vec<u8> {
    let mut out = Vec::new();
    let mut found = checked.outcome.diagnostics.iter().filter(|d| d.level >= least).peekable();
    if found.peek().is_none() {
        return out;
    }
    let lines = Lines::new(checked.source);
    for diagnostic in found {
        if !out.is_empty() {
            out.extend_from_slice(b",\n");
        }
        let finding = Finding::new(&checked, &lines, diagnostic);
        serde_json::to_writer(&mut out, &finding).expect("a finding has nothing that JSON has not");
    }
    out
}

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    rule: &'a str,
    level: &'static str,
    message: &'a str,
    span: Range,
    start: Place,
    end: Place,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Range {
    start: u64,
    end: u64,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    span: Range,
    message: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    applicability: &'static str,
    /// The words before and after, for a menu.
    message: String,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: u64,
    end: u64,
    replacement: &'a str,
}

impl<'a> Finding<'a> {
    fn new(checked: &Checked<'a>, lines: &Lines, diagnostic: &'a Diagnostic) -> Finding<'a> {
        let range = |span: Span| {
            let mark = u64::from(checked.mark);
            Range { start: u64::from(span.start) + mark, end: u64::from(span.end) + mark }
        };
        let place = |at| {
            let Position { line, column } = lines.position(at);
            Place { line, column }
        };
        let related = |r: &'a crate::diagnostic::Related| Related { span: range(r.span), message: &r.message };
        let edit = |e: &'a crate::diagnostic::Edit| {
            let Range { start, end } = range(e.span);
            Edit { start, end, replacement: &e.replacement }
        };
        let fix = |f: &'a crate::diagnostic::Fix| Fix {
            applicability: f.applicability.name(),
            message: Change::of(checked.source, diagnostic.span, f).told(),
            edits: f.edits.iter().map(edit).collect(),
        };
        Finding {
            file: checked.name,
            rule: &diagnostic.rule,
            level: diagnostic.level.name(),
            message: &diagnostic.message,
            span: range(diagnostic.span),
            start: place(diagnostic.span.start),
            end: place(diagnostic.span.end),
            related: diagnostic.related.iter().map(related).collect(),
            fixes: diagnostic.fixes.iter().map(fix).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Applicability, Role};
    use crate::lint::Outcome;

    #[test]
    fn a_finding_has_the_promised_shape() {
        let source = "Élan and factors,including it.";
        let at = source.find("factors").unwrap();
        let span = Span::new(at, at + 17);
        let edit = crate::diagnostic::Edit::new(Span::new(at + 7, at + 8), ", ");
        let fix = crate::diagnostic::Fix { applicability: Applicability::Safe, edits: vec![edit] };
        let related = crate::diagnostic::Related { span: Span::new(0, 5), message: "here too".into() };
        let diagnostic = Diagnostic {
            rule: "spacing/after-comma".into(),
            level: Level::Error,
            span,
            message: "Say “so”.".into(),
            related: vec![related],
            fixes: vec![fix],
            role: Role::Text,
        };
        let outcome = Outcome { diagnostics: vec![diagnostic], ..Outcome::default() };
        let checked = Checked { name: "a.md", source, mark: 3, outcome: &outcome };

        let mut array = Vec::new();
        let mut writer = Array::open(&mut array).unwrap();
        writer.add(&objects(checked, Level::Warning)).unwrap();
        writer.add(&objects(checked, Level::Warning)).unwrap();
        writer.close().unwrap();
        let all: serde_json::Value = serde_json::from_slice(&array).unwrap();
        assert_eq!(all.as_array().unwrap().len(), 2);
        assert_eq!(
            all[0],
            serde_json::json!({
                "file": "a.md", "rule": "spacing/after-comma", "level": "error", "message": "Say “so”.",
                "span": {"start": 13, "end": 30}, "start": {"line": 1, "column": 10}, "end": {"line": 1, "column": 27},
                "related": [{"span": {"start": 3, "end": 8}, "message": "here too"}],
                "fixes": [{"applicability": "safe", "message": "factors,including → factors, including",
                    "edits": [{"start": 20, "end": 21, "replacement": ", "}]}]
            })
        );
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        let mut array = Vec::new();
        Array::open(&mut array).unwrap().close().unwrap();
        assert_eq!(array, b"[]\n");
    }
}
