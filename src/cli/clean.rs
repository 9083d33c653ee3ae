//! `copydesk clean`: an article without the furniture of its page, in a file beside it.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args;
use super::guard::guarded;
use super::screen::Screen;
use super::setup::Setup;
use super::{Failure, Status};
use crate::clean::{self, Cleaned};
use crate::files::{self, Document, Found};
use crate::lint::Linter;
use crate::render::ledger;
use crate::text::Format;

pub fn run(args: &args::Clean) -> Result<Status, Failure> {
    let settings = args::Settings {
        select: clean::REPAIRS.iter().map(|rule| (*rule).to_owned()).collect(),
        ..args::Settings::default()
    };
    let mut setup = Setup::new(&settings, None, None);
    let run = Run { args, stdout: Screen::stdout(), stderr: Screen::stderr() };
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return run.standard_input(&mut setup);
    }
    let Found { files, troubles } = files::find(&args.paths);
    let mut status = Status::Clean;
    for (path, error) in &troubles {
        complain(&format!("could not read {}: {error}", path.display()));
        status = Status::Failed;
    }
    // What an earlier run wrote is not cleaned again because its folder is.
    for file in files.iter().filter(|file| file.named || !is_cleaned(&file.path)) {
        let Some(desk) = setup.desk(&file.path, file.named)? else { continue };
        let done = guarded(|| run.file(&desk.linter, &file.path)).unwrap_or_else(|what| {
            Err(Failure::Told(format!("could not finish, because copydesk has a fault: {what}. Please report it")))
        });
        match done {
            Ok(()) => {}
            Err(Failure::Told(why)) => {
                complain(&format!("{}: {why}", file.path.display()));
                status = Status::Failed;
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(status)
}

struct Run<'a> {
    args: &'a args::Clean,
    stdout: Screen,
    stderr: Screen,
}

impl Run<'_> {
    fn file(&self, linter: &Linter, path: &Path) -> Result<(), Failure> {
        let document = files::read(path).map_err(|error| Failure::Told(error.to_string()))?;
        let format = files::format(path).unwrap_or(Format::Plain);
        let cleaned = clean::clean(linter, &document.text, format);
        let target = if self.args.in_place { path.to_owned() } else { beside(path) };
        let name = path.display();
        let head = match () {
            () if !cleaned.is_changed() || self.args.dry_run || self.args.in_place => name.to_string(),
            () => format!("{name} → {}", target.display()),
        };
        self.tell(&head, &cleaned)?;
        if self.args.dry_run || !cleaned.is_changed() {
            return Ok(());
        }
        self.ask(&cleaned)?;
        self.write(path, &target, &document, &cleaned.text)
    }

    /// The ledger.
    fn tell(&self, head: &str, cleaned: &Cleaned) -> Result<(), Failure> {
        let mut buffer = self.stdout.buffer();
        ledger::write(
            &mut buffer,
            head,
            cleaned,
            self.goes_on(cleaned),
            self.stdout.terminal.then_some(self.stdout.columns),
        )?;
        let mut out = io::stdout().lock();
        out.write_all(buffer.as_slice())?;
        out.flush()?;
        Ok(())
    }

    /// Whether the article is written without a question.
    fn goes_on(&self, cleaned: &Cleaned) -> bool {
        !self.args.dry_run && (self.args.yes || doubt(cleaned).is_none())
    }

    /// Goes on only with a person's consent where much would go, or two articles stand in one file.
    fn ask(&self, cleaned: &Cleaned) -> Result<(), Failure> {
        let Some(doubt) = doubt(cleaned) else { return Ok(()) };
        if self.args.yes {
            return Ok(());
        }
        if !(io::stdin().is_terminal() && self.stderr.terminal) {
            return Err(Failure::Told(format!("{doubt}. Nothing is written; to go on, add --yes")));
        }
        eprint!("{doubt}. Go on? [y/N] ");
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer)?;
        match answer.trim().to_lowercase().as_str() {
            "y" | "yes" => Ok(()),
            _ => Err(Failure::Told("nothing is written".to_owned())),
        }
    }

    fn write(&self, path: &Path, target: &Path, document: &Document, text: &str) -> Result<(), Failure> {
        let told = |error: files::WriteError| Failure::Told(format!("could not write {}: {error}", target.display()));
        if self.args.in_place {
            return files::replace(path, document, text).map_err(told);
        }
        match files::read(target) {
            Ok(there) if there.text == text => Ok(()),
            Ok(there) if self.args.yes => files::replace(target, &there, text).map_err(told),
            Ok(_) => Err(Failure::Told(format!(
                "{} is there already, with other words in it. To replace it, add --yes",
                target.display()
            ))),
            Err(_) => files::create(target, document.encoding, text).map_err(told),
        }
    }

    /// What is piped in comes out clean; the ledger goes to standard error.
    fn standard_input(&self, setup: &mut Setup) -> Result<Status, Failure> {
        if self.args.paths.len() > 1 {
            return Err(Failure::Told("“-” is what is piped in, and can’t be combined with files".into()));
        }
        let name = self.args.stdin_filename.as_deref().unwrap_or(Path::new("article.txt"));
        let Some(desk) = setup.desk(name, true)? else { return Ok(Status::Clean) };
        let document = files::read_from(io::stdin().lock())
            .map_err(|error| Failure::Told(format!("could not read what was piped in: {error}")))?;
        let format = files::format(name).unwrap_or(Format::Plain);
        let cleaned = clean::clean(&desk.linter, &document.text, format);
        if self.args.dry_run {
            self.tell("<stdin>", &cleaned)?;
            return Ok(Status::Clean);
        }
        let mut buffer = self.stderr.buffer();
        let columns = self.stderr.terminal.then_some(self.stderr.columns);
        ledger::write(&mut buffer, "<stdin>", &cleaned, self.goes_on(&cleaned), columns)?;
        let _ = io::stderr().write_all(buffer.as_slice());
        if let Some(doubt) = doubt(&cleaned).filter(|_| !self.args.yes) {
            return Err(Failure::Told(format!("{doubt}. Nothing is written; to go on, add --yes")));
        }
        let mut out = io::stdout().lock();
        out.write_all(&document.encoding.encode(&cleaned.text))?;
        out.flush()?;
        Ok(Status::Clean)
    }
}

/// What a person should know before the article is written.
fn doubt(cleaned: &Cleaned) -> Option<String> {
    if let Some((line, headline)) = &cleaned.second_article {
        return Some(format!("it seems to hold two articles: another headline stands on line {line}, “{headline}”"));
    }
    let percent = cleaned.removed_words * 100 / cleaned.words.max(1);
    cleaned.takes_much().then(|| format!("{percent}% of its words would go"))
}

/// “pears.txt” → “pears.clean.txt”
fn beside(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    match path.extension() {
        Some(ending) => path.with_file_name(format!("{stem}.clean.{}", ending.to_string_lossy())),
        None => path.with_file_name(format!("{stem}.clean")),
    }
}

fn is_cleaned(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| Path::new(stem).extension().is_some_and(|ending| ending == "clean"))
}

fn complain(message: &str) {
    eprintln!("copydesk: {message}");
}
