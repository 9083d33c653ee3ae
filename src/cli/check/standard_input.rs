//! An article that is piped in. With `--fix` copydesk is a filter: the corrected text goes to
//! standard output, the findings to standard error.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::article::{Answer, Job, broken};
use super::output::Output;
use super::{Run, complain, unread};
use crate::cli::args::OutputFormat;
use crate::cli::guard::guarded;
use crate::cli::setup::Setup;
use crate::cli::{Failure, Status};
use crate::files::{self, Document};

impl Run<'_> {
    pub fn standard_input(&self, setup: &mut Setup) -> Result<Status, Failure> {
        if self.args.paths.len() > 1 {
            return Err(Failure::Told("“-” is what is piped in, and can’t be combined with files".into()));
        }
        // Without a name it has the settings of the working folder.
        let name = self.args.stdin_filename.as_deref();
        let path = name.unwrap_or(Path::new("article.txt"));
        let Some(desk) = setup.desk(path, true)? else { return Ok(Status::Clean) };
        let mut job = Job::new(PathBuf::from(path), desk);
        if name.is_none() {
            job.name = "<stdin>".to_owned();
        }
        let document =
            files::read_from(io::stdin().lock()).map_err(|error| Failure::Told(unread(&job.name, &error, &[])))?;
        let work = || if self.args.fix { self.filtered(&job, &document) } else { self.article(&job, &document) };
        let answer = guarded(work).unwrap_or_else(|what| {
            let mut answer = Answer::failed(broken(&job.name, &what));
            if self.args.fix {
                // Whoever reads on gets the article at least as it was.
                answer.output = document.encoding.encode(&document.text);
            }
            answer
        });
        answer.complaints.iter().for_each(|complaint| complain(complaint));
        if self.args.fix {
            let mut out = io::stdout().lock();
            out.write_all(&answer.output)?;
            out.flush()?;
        } else {
            let mut output = Output::open(self.args)?;
            output.add(&answer.output)?;
            output.close()?;
        }
        self.end(&answer.tally, answer.fails)
    }

    /// The corrected text as the answer; the findings that remain are told at once.
    fn filtered(&self, job: &Job, document: &Document) -> Answer {
        let (text, outcome, applied, complaint) = match self.corrected(job, document) {
            Ok(fixed) => (fixed.text, fixed.remaining, fixed.applied, None),
            Err(complaint) => (document.text.clone(), job.check(document), 0, Some(complaint)),
        };
        let mut answer = Answer::counted(job, &outcome);
        answer.output = document.encoding.encode(&text);
        answer.tally.fixed = applied;
        if let Some(complaint) = complaint {
            answer.fail(complaint);
        }
        let new = Document { text, encoding: document.encoding };
        let mut findings = self.rendered(job, &new, &outcome, self.stderr);
        if self.args.output_format == OutputFormat::Json {
            findings = [b"[", findings.as_slice(), b"]\n"].concat();
        }
        // What can't be told there can't be told at all.
        let _ = io::stderr().write_all(&findings);
        answer
    }
}
