//! `copydesk check`: every article read, every finding told, every correction made or shown.

mod article;
mod output;
mod side_by_side;
mod standard_input;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::{Check, OutputFormat};
use super::screen::{Progress, Screen};
use super::setup::Setup;
use super::{Failure, Status};
use crate::diagnostic::Level;
use crate::files::{self, Found, ReadError};
use crate::render::summary::Tally;
use article::Job;
use output::Output;

pub fn run(args: &Check) -> Result<Status, Failure> {
    let run = Run { args, stdout: Screen::stdout(), stderr: Screen::stderr() };
    let mut setup = Setup::new(&args.settings, args.level.map(Level::from), args.fail_on.map(Level::from));
    if run.filters() {
        return run.standard_input(&mut setup);
    }
    let Found { files, troubles } = files::find(&args.paths);
    let mut total = Tally::default();
    let mut jobs = Vec::with_capacity(files.len());
    for file in files {
        match setup.desk(&file.path, file.named)? {
            Some(desk) => jobs.push(Job::new(file.path, desk)),
            None => total.excluded += 1,
        }
    }
    for (path, error) in &troubles {
        complain(&unread(&path.to_string_lossy(), error, &args.paths));
        total.failed += 1;
    }
    run.articles(&jobs, total)
}

/// What was asked, and where the answers go.
struct Run<'a> {
    args: &'a Check,
    stdout: Screen,
    stderr: Screen,
}

impl Run<'_> {
    /// Whether the article is piped in.
    fn filters(&self) -> bool {
        self.args.paths.iter().any(|path| path == Path::new("-"))
    }

    /// Reads all articles and tells of each in order.
    fn articles(&self, jobs: &[Job], mut total: Tally) -> Result<Status, Failure> {
        let mut output = Output::open(self.args)?;
        let mut progress = Progress::new(jobs.len(), self.stderr);
        let mut fails = false;
        side_by_side::answers(
            jobs.len(),
            |numbers| self.some(&jobs[numbers]),
            |done, answer| {
                if let Some(answer) = answer {
                    progress.clear();
                    answer.complaints.iter().for_each(|complaint| complain(complaint));
                    fails |= answer.fails;
                    total.merge(answer.tally);
                    output.add(&answer.output)?;
                }
                progress.at(done, jobs.len());
                Ok(())
            },
        )?;
        progress.clear();
        output.close()?;
        self.end(&total, fails)
    }

    /// Sums up for people, and decides how the run ends.
    fn end(&self, total: &Tally, fails: bool) -> Result<Status, Failure> {
        if self.args.output_format == OutputFormat::Terminal {
            self.summarise(total)?;
        } else if let Some(why) = total.nothing_read() {
            // A check that reads nothing because of a slip in a path must not pass in silence.
            complain(why);
        }
        Ok(match () {
            () if total.failed > 0 => Status::Failed,
            () if fails => Status::Findings,
            () => Status::Clean,
        })
    }

    /// Where the output is a text or a patch, the summary goes to standard error.
    fn summarise(&self, total: &Tally) -> io::Result<()> {
        let fixing = self.args.fix || self.args.diff;
        if self.args.diff || (self.args.fix && self.filters()) {
            let mut buffer = self.stderr.buffer();
            total.write(&mut buffer, fixing)?;
            let _ = io::stderr().write_all(buffer.as_slice());
            return Ok(());
        }
        let mut buffer = self.stdout.buffer();
        total.write(&mut buffer, fixing)?;
        let mut out = io::stdout().lock();
        out.write_all(buffer.as_slice())?;
        out.flush()
    }
}

fn complain(message: &str) {
    eprintln!("copydesk: {message}");
}

/// What is told of an article that can't be read; a slip in a name that was typed is found.
fn unread(name: &str, error: &ReadError, typed: &[PathBuf]) -> String {
    let mut message = format!("could not read {name}: {error}");
    let missing = matches!(error, ReadError::Io(error) if error.kind() == io::ErrorKind::NotFound);
    if missing
        && typed.iter().any(|path| path == Path::new(name))
        && let Some(near) = files::nearest(Path::new(name))
    {
        message.push_str(&format!(". Did you mean {}?", near.display()));
    }
    message
}
