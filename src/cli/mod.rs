//! The command line: the only part that knows of files, colours and exit codes.

mod args;
mod check;
mod clean;
mod guard;
mod screen;
mod setup;
mod show;

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::config::ConfigError;
use args::{Args, Command};

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Status {
    Clean = 0,
    Findings = 1,
    Failed = 2,
}

/// Why a run could not go on. The display is what the person is told.
#[derive(Debug)]
pub enum Failure {
    Told(String),
    Settings(ConfigError),
    Output(io::Error),
}

/// Runs the command that was typed.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    let status = match args.command {
        Command::Check(args) => check::run(&args),
        Command::Clean(args) => clean::run(&args),
        Command::Rule { rule, settings } => show::rule(&rule, &settings),
        Command::Rules { settings } => show::rules(&settings),
        Command::Config { path, settings } => show::config(&path, &settings),
    };
    let status = status.unwrap_or_else(|failure| match failure {
        // Whoever read the output has read enough.
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Clean,
        Failure::Settings(error) => {
            eprintln!("{error}");
            Status::Failed
        }
        failure => {
            eprintln!("copydesk: {failure}");
            Status::Failed
        }
    });
    ExitCode::from(status as u8)
}

/// Help, the version, or what was typed wrong; a forgotten “check” is the commonest slip.
fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(path) = std::env::args().nth(1)
        && Path::new(&path).exists()
    {
        eprintln!("To read that article: copydesk check {path}");
    }
    ExitCode::from(error.exit_code() as u8)
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Failure {
        Failure::Settings(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Told(message) => f.write_str(message),
            Failure::Settings(error) => write!(f, "{error}"),
            Failure::Output(error) => write!(f, "the output can’t be written: {error}"),
        }
    }
}
