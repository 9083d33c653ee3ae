//! The pipeline: an article in, its diagnostics out.
//!
//! Rules work in spans of the prose. What they find is mapped to the source here, once for all
//! output: a fix that can't be made without touching markup becomes a choice or goes, and the
//! automatic fixes of a Markdown or HTML article are proved on a second reading before anybody is
//! offered them.

mod calls;
mod dispatch;
mod resolve;
mod verify;
mod wakes;

use crate::diagnostic::{Diagnostic, Edit, Role};
use crate::lexicon::Lexicon;
use crate::reading::{Dialect, Options, Reading};
use crate::registry::{Resting, Rule, Rules};
use crate::suppress;
use crate::text::{Article, BlockKind, Format, Skipped, Span, read};

use self::dispatch::Dispatch;

/// The rules that run, with all that they need; made once and used for every file, from any
/// thread.
pub struct Linter {
    lexicon: Lexicon,
    options: Options,
    dispatch: Dispatch,
    /// Those that don't run; a comment in an article may name them.
    resting: Vec<Resting>,
}

/// What a reading of one article gave. All spans are of the source.
#[derive(Debug, Default)]
pub struct Outcome {
    /// In reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// The article's headings (span and text), so that a finding can be placed without line numbers.
    pub headings: Vec<(Span, String)>,
    /// The dialect that the article was read in, and why.
    pub dialect: Option<(Dialect, String)>,
    pub skipped: Vec<Skipped>,
}

/// The same, in spans of the prose.
struct Findings {
    diagnostics: Vec<Diagnostic>,
    dialect: Option<(Dialect, String)>,
}

impl Linter {
    pub fn new(mut rules: Rules, lexicon: Lexicon, options: Options) -> Linter {
        let resting = std::mem::take(&mut rules.resting);
        Linter { lexicon, options, dispatch: Dispatch::new(rules), resting }
    }

    /// The rules that run.
    pub fn rules(&self) -> &[Rule] {
        self.dispatch.rules()
    }

    /// An article as the rules see it.
    pub fn read<'a>(&'a self, article: &'a Article<'a>) -> Reading<'a> {
        Reading::new(article, &self.lexicon, &self.options)
    }

    /// Reads an article and says what is wrong with it.
    pub fn check(&self, source: &str, format: Format) -> Outcome {
        self.check_all(&[(source, format)]).pop().expect("an outcome for each article")
    }

    /// Reads some articles and says what is wrong with each. Short ones are read faster together than
    /// one by one.
    pub fn check_all(&self, sources: &[(&str, Format)]) -> Vec<Outcome> {
        let articles: Vec<Article> = sources.iter().map(|(source, format)| read::read(source, *format)).collect();
        let findings = self.find(&articles);
        let outcome = |(mut article, mut found): (Article, Findings)| {
            resolve::to_source(&article, &mut found.diagnostics);
            suppress::apply(&article, self.rules(), &self.resting, &mut found.diagnostics);
            let (headings, skipped) = (headings(&article), std::mem::take(&mut article.skipped));
            verify::prove(article, &mut found.diagnostics);
            Outcome { diagnostics: found.diagnostics, headings, dialect: found.dialect, skipped }
        };
        articles.into_iter().zip(findings).map(outcome).collect()
    }

    /// What the rules find in each article.
    fn find(&self, articles: &[Article]) -> Vec<Findings> {
        let readings: Vec<Reading> = articles.iter().map(|article| self.read(article)).collect();
        let findings = |(reading, mut diagnostics): (&Reading, Vec<Diagnostic>)| {
            let headline = reading.article.blocks.iter().find(|b| matches!(b.kind, BlockKind::Heading(_)));
            let headline = headline.map(|block| block.span);
            for diagnostic in &mut diagnostics {
                diagnostic.role = role(reading, diagnostic.span, headline);
            }
            merge(&mut diagnostics);
            Findings { diagnostics, dialect: dialect(reading) }
        };
        readings.iter().zip(self.dispatch.run(&readings)).map(findings).collect()
    }
}

/// The spelling that the article was read in, and why.
fn dialect(reading: &Reading) -> Option<(Dialect, String)> {
    let dialect = reading.dialect()?;
    let why = match reading.options.dialect {
        Some(_) => "the settings say so".to_owned(),
        None => reading.spelling().evidence(reading, dialect),
    };
    Some((dialect, why))
}

/// In reading order. What makes the same edits in the same words is one finding: the widest, and of
/// equal ones the gravest.
fn merge(found: &mut Vec<Diagnostic>) {
    found.sort_by(|a, b| {
        let place = |d: &Diagnostic| (d.span.start, std::cmp::Reverse(d.span.end));
        place(a).cmp(&place(b)).then(b.level.cmp(&a.level)).then_with(|| a.rule.cmp(&b.rule))
    });
    found.dedup_by(|later, first| {
        let (edits, others) = (first_edits(first), first_edits(later));
        let same = if edits.is_empty() {
            later.span == first.span && later.rule == first.rule
        } else {
            later.span.overlaps(first.span)
        };
        same && edits == others
    });
}

fn first_edits(diagnostic: &Diagnostic) -> &[Edit] {
    diagnostic.fixes.first().map_or(&[], |fix| &fix.edits)
}

fn role(reading: &Reading, span: Span, headline: Option<Span>) -> Role {
    let article = reading.article;
    let Some(block) = article.block_at(span.start) else { return Role::Text };
    if reading.quotations().contains(span) {
        return Role::Quotation;
    }
    match block.kind {
        BlockKind::Heading(_) if headline == Some(block.span) => Role::Headline,
        BlockKind::Heading(_) => Role::Heading,
        BlockKind::Caption => Role::Caption,
        BlockKind::Item => Role::List,
        BlockKind::Cell => Role::Table,
        _ => Role::Text,
    }
}

fn headings(article: &Article) -> Vec<(Span, String)> {
    let headings = article.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Heading(_)));
    headings.map(|b| (article.map.source(b.span), article.text(b.span).to_owned())).collect()
}
