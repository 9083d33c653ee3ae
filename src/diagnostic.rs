//! What a rule says of a place in an article, and how it can be mended.

use std::borrow::Cow;
use std::fmt;

use crate::text::Span;

/// A finding of one rule. Its spans are of the prose while rules run, of the source afterwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// `family/name`
    pub rule: Cow<'static, str>,
    pub level: Level,
    pub span: Span,
    /// A sentence with its stop, at most 120 characters.
    pub message: String,
    /// Other places that the finding rests on.
    pub related: Vec<Related>,
    /// The best one first; only the first may be safe or unsafe.
    pub fixes: Vec<Fix>,
    pub role: Role,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    pub span: Span,
    pub message: String,
}

/// One way to mend a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    pub applicability: Applicability,
    /// By start; they do not overlap.
    pub edits: Vec<Edit>,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Edit {
    pub span: Span,
    pub replacement: String,
}

/// How far a fix can be trusted, least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Applicability {
    /// A choice or advice: a person decides.
    Manual,
    /// Likely right; look first.
    Unsafe,
    /// An editor would take it unseen.
    Safe,
}

/// How sure it is that a finding is a fault, least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Could read better.
    Suggestion,
    /// The article disagrees with itself, or a likely fault.
    Warning,
    /// Wrong in any style.
    Error,
}

/// Where in an article a finding stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Role {
    #[default]
    Text,
    /// The first heading of an article.
    Headline,
    Heading,
    Quotation,
    Caption,
    List,
    Table,
}

impl Edit {
    pub fn new(span: Span, replacement: impl Into<String>) -> Edit {
        Edit { span, replacement: replacement.into() }
    }
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Error, Level::Warning, Level::Suggestion];

    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Suggestion => "suggestion",
        }
    }
}

impl Applicability {
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "unsafe",
            Applicability::Manual => "manual",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Applicability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
