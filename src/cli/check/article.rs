//! One article: read, checked, corrected, written back.

use std::path::PathBuf;
use std::sync::Arc;

use codespan_reporting::term::termcolor::Buffer;

use super::{Run, unread};
use crate::cli::args::OutputFormat;
use crate::cli::guard::guarded;
use crate::cli::screen::Screen;
use crate::cli::setup::Desk;
use crate::diagnostic::{Applicability, Level};
use crate::files::{self, Document};
use crate::fix::{self, Fixed};
use crate::lint::Outcome;
use crate::render::summary::Tally;
use crate::render::{Checked, concise, diff, json, terminal};
use crate::text::Format;

/// Articles are read together until they have so many bytes: one rule reads them all before the next
/// does, and more would not fit where a processor has them at hand.
const TOGETHER: usize = 1 << 18;

/// An article to be read.
pub struct Job {
    pub path: PathBuf,
    /// What it is called in the output.
    pub name: String,
    pub format: Format,
    pub desk: Arc<Desk>,
}

/// What came of an article.
#[derive(Default)]
pub struct Answer {
    /// For the output, in the form that was asked for.
    pub output: Vec<u8>,
    /// For standard error.
    pub complaints: Vec<String>,
    pub tally: Tally,
    /// Whether it makes the run end with 1.
    pub fails: bool,
}

impl Job {
    pub fn new(path: PathBuf, desk: Arc<Desk>) -> Job {
        let name = path.to_string_lossy().into_owned();
        let format = files::format(&path).unwrap_or(Format::Plain);
        Job { path, name, format, desk }
    }

    pub fn check(&self, document: &Document) -> Outcome {
        self.desk.linter.check(&document.text, self.format)
    }
}

impl Answer {
    pub fn counted(job: &Job, outcome: &Outcome) -> Answer {
        let mut answer = Answer::default();
        answer.tally.add(outcome, job.desk.level);
        answer.fails = outcome.diagnostics.iter().any(|d| d.level >= job.desk.fail_on);
        answer
    }

    pub fn failed(complaint: String) -> Answer {
        let mut answer = Answer::default();
        answer.fail(complaint);
        answer
    }

    pub fn fail(&mut self, complaint: String) {
        self.complaints.push(complaint);
        self.tally.failed += 1;
    }
}

impl Run<'_> {
    /// Reads one article; a fault of copydesk in it costs this one only.
    pub fn one(&self, job: &Job) -> Answer {
        guarded(|| match files::read(&job.path) {
            Ok(document) => self.article(job, &document),
            Err(error) => Answer::failed(unread(&job.name, &error, &[])),
        })
        .unwrap_or_else(|what| Answer::failed(broken(&job.name, &what)))
    }

    /// Reads some articles. Short ones that are only to be told of are read together.
    pub fn some(&self, jobs: &[Job]) -> Vec<Answer> {
        if self.args.fix || self.args.diff || jobs.len() == 1 {
            return jobs.iter().map(|job| self.one(job)).collect();
        }
        let same_desk = |a: &Job, b: &Job| Arc::ptr_eq(&a.desk, &b.desk);
        let together = jobs.chunk_by(same_desk).flat_map(|jobs| {
            // What breaks on one of them is found out one by one.
            guarded(|| self.together(jobs)).unwrap_or_else(|_| jobs.iter().map(|job| self.one(job)).collect())
        });
        together.collect()
    }

    /// What is found in each of some articles with the same settings.
    fn together(&self, jobs: &[Job]) -> Vec<Answer> {
        let mut answers = Vec::with_capacity(jobs.len());
        let mut left = jobs;
        while !left.is_empty() {
            let mut documents = Vec::new();
            let mut bytes = 0;
            while bytes < TOGETHER
                && let Some(job) = left.get(documents.len())
            {
                documents.push(files::read(&job.path));
                bytes += documents.last().and_then(|read| read.as_ref().ok()).map_or(0, |document| document.text.len());
            }
            let (jobs, rest) = left.split_at(documents.len());
            left = rest;
            let read = jobs.iter().zip(&documents).filter_map(|(job, document)| Some((job, document.as_ref().ok()?)));
            let sources: Vec<_> = read.map(|(job, document)| (document.text.as_str(), job.format)).collect();
            let mut outcomes = jobs[0].desk.linter.check_all(&sources).into_iter();
            answers.extend(jobs.iter().zip(&documents).map(|(job, document)| match document {
                Ok(document) => self.told(job, document, &outcomes.next().expect("an outcome for each article")),
                Err(error) => Answer::failed(unread(&job.name, error, &[])),
            }));
        }
        answers
    }

    /// Does with an article what was asked.
    pub fn article(&self, job: &Job, document: &Document) -> Answer {
        match () {
            () if self.args.fix => self.write_back(job, document),
            () if self.args.diff => self.difference(job, document),
            () => self.told(job, document, &job.check(document)),
        }
    }

    /// The findings.
    fn told(&self, job: &Job, document: &Document, outcome: &Outcome) -> Answer {
        let mut answer = Answer::counted(job, outcome);
        answer.output = self.rendered(job, document, outcome, self.stdout);
        answer
    }

    pub fn rendered(&self, job: &Job, document: &Document, outcome: &Outcome, screen: Screen) -> Vec<u8> {
        let checked = Checked { name: &job.name, source: &document.text, mark: document.mark(), outcome };
        let least: Level = job.desk.level;
        match self.args.output_format {
            OutputFormat::Terminal => {
                let buffers = terminal::write(checked, least, screen.columns, || screen.buffer());
                let buffers = buffers.expect("memory can be written to");
                let joined = |mut all: Vec<u8>, mut more: Vec<u8>| {
                    all.append(&mut more);
                    all
                };
                buffers.into_iter().map(Buffer::into_inner).reduce(joined).unwrap_or_default()
            }
            OutputFormat::Concise => {
                let mut buffer = Vec::new();
                concise::write(&mut buffer, checked, least).expect("memory can be written to");
                buffer
            }
            OutputFormat::Json => json::objects(checked, least),
        }
    }

    /// The article with its corrections made, or why they can't be.
    pub fn corrected(&self, job: &Job, document: &Document) -> Result<Fixed, String> {
        let least = if self.args.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        fix::fix(&job.desk.linter, &document.text, job.format, least).map_err(|restless| {
            let rules = restless.rules.join(", ");
            format!(
                "left {} as it is, because the corrections of {rules} work against each other. Please report it",
                job.name
            )
        })
    }

    /// The corrected text in place of the old one, and the findings that remain.
    fn write_back(&self, job: &Job, document: &Document) -> Answer {
        let uncorrected = |complaint: String| {
            let mut answer = self.told(job, document, &job.check(document));
            answer.fail(complaint);
            answer
        };
        let fixed = match self.corrected(job, document) {
            Ok(fixed) => fixed,
            Err(complaint) => return uncorrected(complaint),
        };
        if fixed.text != document.text
            && let Err(error) = files::replace(&job.path, document, &fixed.text)
        {
            return uncorrected(format!("could not correct {}: {error}", job.name));
        }
        let new = Document { text: fixed.text, encoding: document.encoding };
        let mut answer = self.told(job, &new, &fixed.remaining);
        answer.tally.fixed = fixed.applied;
        answer.tally.fixed_articles = usize::from(fixed.applied > 0);
        answer
    }

    /// The corrections as a diff.
    fn difference(&self, job: &Job, document: &Document) -> Answer {
        let mut answer = Answer::counted(job, &job.check(document));
        match self.corrected(job, document) {
            Ok(fixed) if !self.stdout.terminal && !document.is_utf8() => {
                // Git holds such a file for no text.
                if fixed.applied > 0 {
                    let name = &job.name;
                    answer.complaints.push(format!("left {name} out of the patch, because it is in UTF-16. Use --fix"));
                }
            }
            Ok(fixed) => {
                let reader = if self.stdout.terminal { diff::Reader::Person } else { diff::Reader::Patch };
                let marked = |text: &str| if document.mark() > 0 { format!("\u{FEFF}{text}") } else { text.to_owned() };
                let (old, new) = (marked(&document.text), marked(&fixed.text));
                let mut buffer = self.stdout.buffer();
                diff::write(&mut buffer, reader, &job.name, &old, &new).expect("memory can be written to");
                answer.output = buffer.into_inner();
            }
            Err(complaint) => answer.fail(complaint),
        }
        answer
    }
}

/// What is told when copydesk itself breaks.
pub fn broken(name: &str, what: &str) -> String {
    format!("could not finish {name}, because copydesk has a fault: {what}. Please report it")
}
