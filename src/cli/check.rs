//! `copydesk check`: every article read, every finding told, every correction made or shown.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use super::args::{Check, OutputFormat};
use super::guard::guarded;
use super::screen::{Progress, Screen};
use super::setup::{Desk, Setup};
use super::{Failure, Status};
use crate::diagnostic::{Applicability, Level};
use crate::files::{self, Document, Found, ReadError};
use crate::fix::{self, Fixed};
use crate::lint::Outcome;
use crate::render::summary::Tally;
use crate::render::{Checked, concise, diff, json, terminal};
use crate::text::Format;

pub fn run(args: &Check) -> Result<Status, Failure> {
    let run = Run { args, stdout: Screen::stdout(), stderr: Screen::stderr() };
    let mut setup = Setup::new(&args.settings, args.level.map(Level::from), args.fail_on.map(Level::from));
    if args.paths.iter().any(|path| path == Path::new("-")) {
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
        run.complain(&unread(&path.to_string_lossy(), error, &args.paths));
        total.failed += 1;
    }
    run.all(&jobs, total)
}

/// What was asked, and where the answers go.
struct Run<'a> {
    args: &'a Check,
    stdout: Screen,
    stderr: Screen,
}

/// An article to be read.
struct Job {
    path: PathBuf,
    name: String,
    format: Format,
    desk: Arc<Desk>,
}

/// What came of an article.
#[derive(Default)]
struct Answer {
    /// For the output, in the form that was asked for.
    output: Vec<u8>,
    /// For standard error.
    complaints: Vec<String>,
    tally: Tally,
    /// Whether it makes the run end with 1.
    fails: bool,
}

impl Job {
    fn new(path: PathBuf, desk: Arc<Desk>) -> Job {
        let name = path.to_string_lossy().into_owned();
        let format = files::format(&path).unwrap_or(Format::Plain);
        Job { path, name, format, desk }
    }
}

impl Run<'_> {
    /// Reads all articles, as many at once as there are processors, and tells of each in order.
    fn all(&self, jobs: &[Job], mut total: Tally) -> Result<Status, Failure> {
        let mut output = Output::new(self.args, self.stdout)?;
        let mut fails = false;
        let mut take = |answer: Answer| -> io::Result<()> {
            for complaint in &answer.complaints {
                self.complain(complaint);
            }
            fails |= answer.fails;
            total.merge(answer.tally);
            output.add(&answer.output)
        };
        match jobs {
            [job] => take(self.one(job))?,
            jobs => {
                let mut progress = Progress::new(jobs.len(), self.stderr);
                self.side_by_side(jobs, &mut progress, &mut take)?;
            }
        }
        output.close()?;
        self.summarise(&total)?;
        Ok(if total.failed > 0 {
            Status::Failed
        } else if fails {
            Status::Findings
        } else {
            Status::Clean
        })
    }

    fn side_by_side(
        &self,
        jobs: &[Job],
        progress: &mut Progress,
        take: &mut impl FnMut(Answer) -> io::Result<()>,
    ) -> io::Result<()> {
        let next = AtomicUsize::new(0);
        let stop = AtomicBool::new(false);
        let (sender, receiver) = mpsc::channel();
        let work = |sender: mpsc::Sender<(usize, Answer)>| {
            while !stop.load(Ordering::Relaxed) {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(job) = jobs.get(number) else { break };
                if sender.send((number, self.one(job))).is_err() {
                    break;
                }
            }
        };
        std::thread::scope(|threads| {
            threads.spawn(|| {
                rayon::scope(|pool| {
                    for _ in 0..rayon::current_num_threads() {
                        let sender = sender.clone();
                        pool.spawn(|_| work(sender));
                    }
                });
                drop(sender);
            });
            let result = in_order(jobs.len(), &receiver, progress, take);
            stop.store(true, Ordering::Relaxed);
            result
        })
    }

    /// Reads one article; a fault of copydesk in it costs this one only.
    fn one(&self, job: &Job) -> Answer {
        guarded(|| match files::read(&job.path) {
            Ok(document) => self.article(job, &document),
            Err(error) => Answer::failed(unread(&job.name, &error, &[])),
        })
        .unwrap_or_else(|what| Answer::failed(broken(&job.name, &what)))
    }

    fn article(&self, job: &Job, document: &Document) -> Answer {
        if self.args.fix {
            match self.corrected(job, document) {
                Ok(fixed) => self.write_back(job, document, fixed),
                Err(complaint) => {
                    let mut answer = self.told(job, document, &job.desk.linter.check(&document.text, job.format));
                    answer.complaints.push(complaint);
                    answer.tally.failed += 1;
                    answer
                }
            }
        } else if self.args.diff {
            self.difference(job, document)
        } else {
            self.told(job, document, &job.desk.linter.check(&document.text, job.format))
        }
    }

    /// The findings.
    fn told(&self, job: &Job, document: &Document, outcome: &Outcome) -> Answer {
        let mut answer = Answer::counted(job, outcome);
        let checked = Checked { name: &job.name, source: &document.text, mark: document.mark(), outcome };
        answer.output = self.rendered(checked, job.desk.level, self.stdout);
        answer
    }

    fn rendered(&self, checked: Checked, least: Level, screen: Screen) -> Vec<u8> {
        match self.args.output_format {
            OutputFormat::Terminal => {
                let mut buffer = screen.buffer();
                terminal::write(&mut buffer, checked, least, screen.columns).expect("memory can be written to");
                buffer.into_inner()
            }
            OutputFormat::Concise => {
                let mut buffer = Vec::new();
                concise::write(&mut buffer, checked, least).expect("memory can be written to");
                buffer
            }
            OutputFormat::Json => json::objects(checked, least),
        }
    }

    fn corrected(&self, job: &Job, document: &Document) -> Result<Fixed, String> {
        let least = if self.args.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        fix::fix(&job.desk.linter, &document.text, job.format, least).map_err(|restless| {
            let rules = restless.rules.join(", ");
            format!(
                "{} was left as it is: the corrections of {rules} work against each other. Please report it",
                job.name
            )
        })
    }

    /// The corrected text in place of the old one, and the findings that remain.
    fn write_back(&self, job: &Job, document: &Document, fixed: Fixed) -> Answer {
        if fixed.text != document.text
            && let Err(error) = files::replace(&job.path, document, &fixed.text)
        {
            let mut answer = self.told(job, document, &job.desk.linter.check(&document.text, job.format));
            answer.complaints.push(format!("could not correct {}: {error}", job.name));
            answer.tally.failed += 1;
            return answer;
        }
        let new = Document { text: fixed.text, encoding: document.encoding };
        let mut answer = self.told(job, &new, &fixed.remaining);
        answer.tally.fixed = fixed.applied;
        answer.tally.fixed_articles = usize::from(fixed.applied > 0);
        answer
    }

    /// The corrections as a diff.
    fn difference(&self, job: &Job, document: &Document) -> Answer {
        let outcome = job.desk.linter.check(&document.text, job.format);
        let mut answer = Answer::counted(job, &outcome);
        match self.corrected(job, document) {
            Ok(fixed) => {
                let reader = if self.stdout.terminal { diff::Reader::Person } else { diff::Reader::Patch };
                let marked = |text: &str| if document.mark() > 0 { format!("\u{FEFF}{text}") } else { text.to_owned() };
                let mut buffer = self.stdout.buffer();
                diff::write(&mut buffer, reader, &job.name, &marked(&document.text), &marked(&fixed.text))
                    .expect("memory can be written to");
                answer.output = buffer.into_inner();
            }
            Err(complaint) => {
                answer.complaints.push(complaint);
                answer.tally.failed += 1;
            }
        }
        answer
    }

    /// An article that is piped in. With `--fix` the corrected text goes to standard output and
    /// the findings to standard error.
    fn standard_input(&self, setup: &mut Setup) -> Result<Status, Failure> {
        if self.args.paths.len() > 1 {
            return Err(Failure::Told("“-” reads what is piped in, and can’t be combined with files".into()));
        }
        let name = self.args.stdin_filename.clone();
        let path = name.clone().unwrap_or_else(|| PathBuf::from("article.txt"));
        let Some(desk) = setup.desk(&path, true)? else { return Ok(Status::Clean) };
        let mut job = Job::new(path, desk);
        if name.is_none() {
            job.name = "<stdin>".to_owned();
        }
        let document = match files::read_from(io::stdin().lock()) {
            Ok(document) => document,
            Err(error) => return Err(Failure::Told(unread(&job.name, &error, &[]))),
        };
        let answer =
            guarded(|| if self.args.fix { self.filtered(&job, &document) } else { self.article(&job, &document) });
        let answer = match answer {
            Ok(answer) => answer,
            Err(what) => {
                let message = broken(&job.name, &what);
                if self.args.fix {
                    io::stdout().write_all(&document.encoding.encode(&document.text))?;
                }
                return Err(Failure::Told(message));
            }
        };
        for complaint in &answer.complaints {
            self.complain(complaint);
        }
        if self.args.fix {
            let mut out = io::stdout().lock();
            out.write_all(&answer.output)?;
            out.flush()?;
        } else {
            let mut output = Output::new(self.args, self.stdout)?;
            output.add(&answer.output)?;
            output.close()?;
        }
        self.summarise(&answer.tally)?;
        Ok(if answer.tally.failed > 0 {
            Status::Failed
        } else if answer.fails {
            Status::Findings
        } else {
            Status::Clean
        })
    }

    /// The corrected text as the answer, and the findings that remain as complaints.
    fn filtered(&self, job: &Job, document: &Document) -> Answer {
        let (text, outcome, applied, complaint) = match self.corrected(job, document) {
            Ok(fixed) => (fixed.text, fixed.remaining, fixed.applied, None),
            Err(complaint) => {
                let outcome = job.desk.linter.check(&document.text, job.format);
                (document.text.clone(), outcome, 0, Some(complaint))
            }
        };
        let mut answer = Answer::counted(job, &outcome);
        answer.output = document.encoding.encode(&text);
        let checked = Checked { name: &job.name, source: &text, mark: document.mark(), outcome: &outcome };
        let mut findings = self.rendered(checked, job.desk.level, self.stderr);
        if self.args.output_format == OutputFormat::Json {
            findings = [b"[", findings.as_slice(), b"]\n"].concat();
        }
        let _ = io::stderr().write_all(&findings);
        answer.tally.fixed = applied;
        answer.tally.failed = usize::from(complaint.is_some());
        answer.complaints.extend(complaint);
        answer
    }

    /// The summary ends the output for people; where the output is a text or a patch it goes to
    /// standard error.
    fn summarise(&self, total: &Tally) -> io::Result<()> {
        if self.args.output_format != OutputFormat::Terminal {
            return Ok(());
        }
        let filtering = self.args.fix && self.args.paths.iter().any(|path| path == Path::new("-"));
        let fixing = self.args.fix || self.args.diff;
        if self.args.diff || filtering {
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

    fn complain(&self, message: &str) {
        eprintln!("copydesk: {message}");
    }
}

impl Answer {
    fn failed(complaint: String) -> Answer {
        let mut answer = Answer { complaints: vec![complaint], ..Answer::default() };
        answer.tally.failed = 1;
        answer
    }

    fn counted(job: &Job, outcome: &Outcome) -> Answer {
        let mut answer = Answer::default();
        answer.tally.add(outcome, job.desk.level);
        answer.fails = outcome.diagnostics.iter().any(|d| d.level >= job.desk.fail_on);
        answer
    }
}

/// Hands the answers on in the order of their articles.
fn in_order(
    count: usize,
    receiver: &mpsc::Receiver<(usize, Answer)>,
    progress: &mut Progress,
    take: &mut impl FnMut(Answer) -> io::Result<()>,
) -> io::Result<()> {
    let mut early: std::collections::BTreeMap<usize, Answer> = Default::default();
    let mut next = 0;
    while next < count {
        match receiver.recv_timeout(Duration::from_millis(100)) {
            Ok((number, answer)) => _ = early.insert(number, answer),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
        while let Some(answer) = early.remove(&next) {
            progress.clear();
            take(answer)?;
            next += 1;
        }
        progress.at(next + early.len(), count);
    }
    progress.clear();
    Ok(())
}

/// Standard output in the form that was asked for.
enum Output {
    Text(BufWriter<io::Stdout>),
    Json(json::Array<BufWriter<io::Stdout>>),
}

impl Output {
    fn new(args: &Check, _: Screen) -> io::Result<Output> {
        let out = BufWriter::new(io::stdout());
        if args.output_format == OutputFormat::Json && !args.diff {
            return Ok(Output::Json(json::Array::open(out)?));
        }
        Ok(Output::Text(out))
    }

    fn add(&mut self, answer: &[u8]) -> io::Result<()> {
        match self {
            Output::Text(out) => out.write_all(answer),
            Output::Json(array) => array.add(answer),
        }
    }

    fn close(self) -> io::Result<()> {
        match self {
            Output::Text(mut out) => out.flush(),
            Output::Json(array) => array.close(),
        }
    }
}

/// What is told of an article that can't be read; a slip in its name is found.
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

/// What is told when copydesk itself breaks.
fn broken(name: &str, what: &str) -> String {
    format!("could not finish {name}, because copydesk has a fault: {what}. Please report it")
}
