//! Comments in an article that silence rules:
//!
//! ```html
//! <!-- copydesk-disable-next-line spelling, spacing/after-comma: the poet’s own -->
//! <!-- copydesk-disable quotes -->  …  <!-- copydesk-enable quotes -->
//! <!-- copydesk-disable-file dates -->
//! ```
//!
//! “Next line” is the next block: a paragraph, a heading, an item. Without a name all rules are
//! meant. A finding is silenced by where its span starts. A comment that silences nothing is
//! itself a finding, so that none outlives its reason.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Role};
use crate::nearest::nearest;
use crate::registry::{Resting, Rule};
use crate::text::{Article, BlockKind, Comment, Span};

/// The rule under which comments that do nothing are reported.
pub const ID: &str = "structure/unused-suppression";

/// Takes away what the article's comments silence, and adds what is wrong with the comments. All
/// spans are of the source, the findings in reading order.
pub fn apply(article: &Article, running: &[Rule], resting: &[Resting], found: &mut Vec<Diagnostic>) {
    let rules = Rules { running, resting };
    let mut comments: Vec<Suppression> =
        article.comments.iter().filter_map(|comment| Suppression::read(article, comment)).collect();
    if comments.is_empty() {
        return;
    }
    comments.sort_by_key(|comment| comment.span);
    silence(&rules, &mut comments, found);
    if let Some(page) = running.iter().find(|rule| rule.id() == ID) {
        let level = page.page().level;
        found.extend(comments.iter().flat_map(|comment| comment.complaints(&rules)).map(|(span, message)| {
            Diagnostic {
                rule: Cow::Borrowed(ID),
                level,
                span,
                message,
                related: Vec::new(),
                fixes: Vec::new(),
                role: Role::Text,
            }
        }));
        found.sort_by_key(|diagnostic| diagnostic.span.start);
    }
}

/// A comment that is addressed to copydesk.
struct Suppression<'a> {
    span: Span,
    kind: Kind<'a>,
    names: Vec<Name<'a>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind<'a> {
    /// The findings in this stretch: the next block, or the whole file.
    Stretch(Span),
    /// All from here to where it is enabled again.
    Disable,
    Enable,
    Unknown(&'a str),
}

/// A rule or family that a comment names; the empty name is of all rules.
struct Name<'a> {
    text: &'a str,
    span: Span,
    /// Whether it has silenced something.
    used: bool,
}

const KINDS: [&str; 4] = ["disable-next-line", "disable-file", "disable", "enable"];

impl<'a> Suppression<'a> {
    fn read(article: &Article<'a>, comment: &Comment<'a>) -> Option<Suppression<'a>> {
        let rest = comment.text.strip_prefix("copydesk-")?;
        let end = rest.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(rest.len());
        let (kind, rest) = rest.split_at(end);
        let kind = match kind {
            "disable-next-line" => Kind::Stretch(next_block(article, comment.span.end)),
            "disable-file" => Kind::Stretch(Span::new(0, article.source.len())),
            "disable" => Kind::Disable,
            "enable" => Kind::Enable,
            other => Kind::Unknown(other),
        };
        let names = rest.split_once(':').map_or(rest, |(names, _reason)| names);
        let mut names: Vec<Name> = names
            .split(',')
            .filter_map(|name| name.split_whitespace().next())
            .map(|text| Name { text, span: place(article.source, text), used: false })
            .collect();
        if names.is_empty() {
            names.push(Name { text: "", span: comment.span, used: false });
        }
        Some(Suppression { span: comment.span, kind, names })
    }

    /// What is wrong with the comment.
    fn complaints(&self, rules: &Rules) -> Vec<(Span, String)> {
        if let Kind::Unknown(kind) = self.kind {
            let hint = nearest(kind, KINDS).unwrap_or(KINDS[0]);
            let message = format!("“copydesk-{kind}” says nothing to copydesk. Did you mean “copydesk-{hint}”?");
            return vec![(self.span, message)];
        }
        self.names.iter().filter_map(|name| Some((name.span, self.complaint(rules, name)?))).collect()
    }

    fn complaint(&self, rules: &Rules, name: &Name) -> Option<String> {
        let text = name.text;
        if !rules.exist(text) {
            return Some(match nearest(text, rules.names()) {
                Some(near) => format!("No rule is called “{text}”. Did you mean “{near}”?"),
                None => format!("No rule is called “{text}”, so this comment does nothing."),
            });
        }
        if self.kind == Kind::Enable || name.used || !rules.all_run(text) {
            return None;
        }
        Some(match text {
            "" => "This comment silences nothing. You can remove it.".to_owned(),
            _ => format!("“{text}” has nothing to say here. You can take it out of this comment."),
        })
    }
}

/// Removes the silenced findings and marks the names that silenced them.
fn silence(rules: &Rules, comments: &mut [Suppression], found: &mut Vec<Diagnostic>) {
    let (stretches, switches): (Vec<usize>, Vec<usize>) =
        (0..comments.len()).partition(|&i| matches!(comments[i].kind, Kind::Stretch(_)));
    let mut switches = switches.into_iter().peekable();
    // What “disable” and “enable” have said so far, by comment and name; the last word counts.
    let mut said: Vec<(usize, usize)> = Vec::new();
    found.retain(|diagnostic| {
        let at = diagnostic.span.start;
        while let Some(comment) = switches.next_if(|&i| comments[i].span.end <= at) {
            said.extend((0..comments[comment].names.len()).map(|name| (comment, name)));
        }
        let covers = |comments: &[Suppression], (comment, name): (usize, usize)| {
            rules.covers(comments[comment].names[name].text, diagnostic)
        };
        let last = said.iter().rev().find(|&&place| covers(comments, place)).copied();
        let mut silencing: Vec<_> = last.into_iter().filter(|&(i, _)| comments[i].kind == Kind::Disable).collect();
        for &comment in &stretches {
            if matches!(comments[comment].kind, Kind::Stretch(span) if span.start <= at && at <= span.end) {
                let names = (0..comments[comment].names.len()).map(|name| (comment, name));
                silencing.extend(names.filter(|&place| covers(comments, place)));
            }
        }
        for &(comment, name) in &silencing {
            comments[comment].names[name].used = true;
        }
        silencing.is_empty()
    });
}

/// The rules that a comment may name.
struct Rules<'a> {
    running: &'a [Rule],
    resting: &'a [Resting],
}

impl<'a> Rules<'a> {
    fn all(&self) -> impl Iterator<Item = &'a Rule> {
        self.running.iter().chain(self.resting.iter().map(|resting| &resting.rule))
    }

    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.all().flat_map(|rule| [rule.id(), rule.page().family()])
    }

    fn exist(&self, name: &str) -> bool {
        name.is_empty() || self.all().any(|rule| rule.answers_to(name))
    }

    /// Whether everything runs that the name stands for, but for what a house style has to switch
    /// on: only then can a comment be said to silence nothing.
    fn all_run(&self, name: &str) -> bool {
        let stands_for = |rule: &Rule| name.is_empty() || rule.answers_to(name);
        self.running.iter().any(stands_for)
            && !self.resting.iter().any(|resting| resting.left_out && stands_for(&resting.rule))
    }

    /// Whether the name stands for the rule of this finding.
    fn covers(&self, name: &str, diagnostic: &Diagnostic) -> bool {
        let id = &*diagnostic.rule;
        name.is_empty()
            || name == id
            || id.split_once('/').is_some_and(|(family, _)| family == name)
            || self.all().any(|rule| rule.id() == id && rule.answers_to(name))
    }
}

/// The first block that starts at or after this byte of the source. Of a table it is the row.
fn next_block(article: &Article, after: u32) -> Span {
    let number = article.blocks.partition_point(|block| article.map.source(block.span).start < after);
    let Some(block) = article.blocks.get(number) else { return Span::at(article.source.len()) };
    let mut span = article.map.source(block.span);
    if block.kind == BlockKind::Cell {
        let row = &article.source[span.start as usize..];
        span.end = span.end.max(span.start + row.find('\n').unwrap_or(row.len()) as u32);
    }
    span
}

/// Where a part of the source stands in it.
fn place(source: &str, part: &str) -> Span {
    let start = part.as_ptr().addr() - source.as_ptr().addr();
    Span::new(start, start + part.len())
}
