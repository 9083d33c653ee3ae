//! Where checks put what they find. The report gives a finding what its page says (level,
//! message, how far its fix is safe) and holds what is true of every rule: inside quotation marks
//! no fix is safe unless it is one of spelling, spacing or capitals.

use std::borrow::Cow;

use super::page::Page;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Level, Related, Role};
use crate::reading::{InBlock, Reading};
use crate::text::{Block, Span};

pub struct Report<'r> {
    page: &'r Page,
    reading: &'r Reading<'r>,
    found: &'r mut Vec<Diagnostic>,
}

/// A finding as a check states it; the [`Report`] adds what the page says.
#[derive(Debug)]
pub struct Finding {
    span: Span,
    message: Option<String>,
    values: Vec<(&'static str, String)>,
    level: Option<Level>,
    related: Vec<Related>,
    fixes: Vec<Fix>,
    /// Of the first fix, if the page's does not hold.
    applicability: Option<Applicability>,
}

impl<'r> Report<'r> {
    pub fn new(page: &'r Page, reading: &'r Reading<'r>, found: &'r mut Vec<Diagnostic>) -> Report<'r> {
        Report { page, reading, found }
    }

    /// Whether the page's `where` holds of the block; for checks that walk an article themselves.
    pub fn looks_at(&self, block: &Block) -> bool {
        let number = self.reading.article.blocks.partition_point(|b| b.span.start < block.span.start);
        self.page.scope.admits(&InBlock { reading: self.reading, number }.as_copy())
    }

    /// Takes a finding.
    pub fn add(&mut self, finding: Finding) {
        let Finding { span, message, values, level, related, mut fixes, applicability } = finding;
        let best = applicability.or(self.page.fix).unwrap_or(Applicability::Manual);
        let reworded = !matches!(self.page.family(), "spelling" | "spacing" | "capitals");
        for (i, fix) in fixes.iter_mut().enumerate() {
            let quoted = || fix.edits.iter().any(|e| self.reading.quotations().contains(e.span));
            fix.applicability = match i {
                0 if best > Applicability::Manual && reworded && quoted() => Applicability::Manual,
                0 => best,
                _ => Applicability::Manual,
            };
        }
        let prose = &self.reading.article.prose;
        let message = message.unwrap_or_else(|| {
            let first = fixes.first().map(|f| applied(prose, span, &f.edits)).unwrap_or_default();
            fill(&self.page.message, &prose[span], &first, &values)
        });
        self.found.push(Diagnostic {
            rule: Cow::clone(&self.page.id),
            level: level.unwrap_or(self.page.level),
            span,
            message,
            related,
            fixes,
            role: Role::Text,
        });
    }
}

impl Finding {
    /// A finding on this span of the prose: the words at fault, with no more around them than a
    /// reader needs to see the fault.
    pub fn at(span: Span) -> Finding {
        Finding {
            span,
            message: None,
            values: Vec::new(),
            level: None,
            related: Vec::new(),
            fixes: Vec::new(),
            applicability: None,
        }
    }

    /// A message of its own, where the page's does not fit.
    pub fn say(mut self, message: impl Into<String>) -> Finding {
        self.message = Some(message.into());
        self
    }

    /// The value of `{name}` in the page's message.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Finding {
        self.values.push((name, value.into()));
        self
    }

    pub fn level(mut self, level: Level) -> Finding {
        self.level = Some(level);
        self
    }

    pub fn related(mut self, span: Span, message: impl Into<String>) -> Finding {
        self.related.push(Related { span, message: message.into() });
        self
    }

    /// The next-best fix: the first one given is the fix, the others are choices.
    pub fn fix(mut self, edits: impl IntoIterator<Item = Edit>) -> Finding {
        let edits = edits.into_iter().collect();
        self.fixes.push(Fix { applicability: Applicability::Manual, edits });
        self
    }

    /// A fix of one edit.
    pub fn replace(self, span: Span, replacement: impl Into<String>) -> Finding {
        self.fix([Edit::new(span, replacement)])
    }

    /// How far the first fix can be trusted here, if not as the page says.
    pub fn applicability(mut self, applicability: Applicability) -> Finding {
        self.applicability = Some(applicability);
        self
    }
}

/// The text of `span` after the edits that lie in it.
fn applied(prose: &str, span: Span, edits: &[Edit]) -> String {
    let mut text = String::new();
    let mut at = span.start;
    for edit in edits.iter().filter(|e| span.contains(e.span)) {
        text.push_str(&prose[Span { start: at, end: edit.span.start }]);
        text.push_str(&edit.replacement);
        at = edit.span.end;
    }
    text.push_str(&prose[Span { start: at, end: span.end }]);
    text
}

/// Fills the slots of a page's message: `{match}`, `{fix}`, and those that the check names.
fn fill(template: &str, matched: &str, fix: &str, values: &[(&'static str, String)]) -> String {
    let mut text = String::with_capacity(template.len() + matched.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match name {
            "match" => text.push_str(matched),
            "fix" => text.push_str(fix),
            _ => text.push_str(values.iter().find(|(n, _)| *n == name).map_or("…", |(_, v)| v)),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}
