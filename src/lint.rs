//! The pipeline: an article in, its diagnostics out.
//!
//! Rules work in spans of the prose. What they find is mapped to the source here, once for all
//! output: a fix that can't be made without touching markup becomes a choice or goes, and the
//! automatic fixes of a Markdown or HTML article are proved on a second reading before anybody is
//! offered them.

mod calls;
mod dispatch;
mod resolve;
mod shares;
mod verify;
mod wakes;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Applicability, Diagnostic, Edit, Level, Related, Role};
use crate::lexicon::{Lexicon, split_possessive};
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

/// So many other places of one cause are shown.
const PLACES: usize = 20;

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
        match sources {
            // The processors that share the work out wait for each other less within their pool.
            [(source, _)] if Article::LONG.contains(&source.len()) => rayon::scope(|_| self.check_here(sources)),
            _ => self.check_here(sources),
        }
    }

    /// The same, on this thread as far as the work is not shared out.
    fn check_here(&self, sources: &[(&str, Format)]) -> Vec<Outcome> {
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
            gather_names(&mut diagnostics);
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

/// A name that lacks its capitals in several places is one cause: the first place is the finding, and its
/// fix mends them all.
fn gather_names(found: &mut Vec<Diagnostic>) {
    let mut firsts: FxHashMap<(String, Applicability), usize> = FxHashMap::default();
    let mut gathered: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for mut diagnostic in found.drain(..) {
        let Some(name) = name_without_capitals(&diagnostic) else {
            gathered.push(diagnostic);
            continue;
        };
        let number = *firsts.entry((name, diagnostic.fixes[0].applicability)).or_insert(gathered.len());
        let Some(first) = gathered.get_mut(number) else {
            gathered.push(diagnostic);
            continue;
        };
        let again = Related { span: diagnostic.span, message: "Here too.".to_owned() };
        let room = PLACES.saturating_sub(first.related.len());
        first.related.extend(std::iter::once(again).chain(diagnostic.related).take(room));
        first.fixes[0].edits.append(&mut diagnostic.fixes[0].edits);
        first.fixes[0].edits.sort_by_key(|edit| edit.span);
        // Two rules may have said it of one place.
        first.fixes[0].edits.dedup();
    }
    *found = gathered;
}

/// The name that a finding gives its capitals, if that is a doubt. What is sure is an error, and told place
/// by place.
fn name_without_capitals(diagnostic: &Diagnostic) -> Option<String> {
    let [fix] = &diagnostic.fixes[..] else { return None };
    let doubt = diagnostic.level == Level::Warning && diagnostic.rule.starts_with("capitals/");
    let name = &fix.edits.first().filter(|_| doubt)?.replacement;
    Some(split_possessive(name).0.to_owned())
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
