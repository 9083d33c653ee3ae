//! `copydesk rule`, `copydesk rules`, `copydesk config`: what there is and what holds.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::Path;

use codespan_reporting::term::termcolor::Buffer;

use super::args::Settings;
use super::screen::Screen;
use super::setup::Setup;
use super::{Failure, Status};
use crate::config::FILE;
use crate::reading::Dialect;
use crate::registry::UnknownRule;
use crate::render::{manual, style};

/// The page of a rule, or of each rule of a family in short.
pub fn rule(id: &str, settings: &Settings) -> Result<Status, Failure> {
    let registry = Setup::new(settings, None, None).registry_here()?;
    let screen = Screen::stdout();
    let mut buffer = screen.buffer();
    let id = id.trim_matches(['[', ']']);
    if let Some(rule) = registry.find(id).filter(|rule| rule.page().family() != id) {
        manual::write(&mut buffer, rule.page(), screen.columns)?;
    } else {
        let family: Vec<_> = registry.rules().iter().filter(|rule| rule.page().family() == id).collect();
        if family.is_empty() {
            let nearest = registry.check_name(id).err().and_then(|UnknownRule { nearest, .. }| nearest);
            let hint = match nearest {
                Some(near) => format!("Did you mean “{near}”?"),
                None => "“copydesk rules” lists them.".to_owned(),
            };
            return Err(Failure::Told(format!("no rule is called “{id}”. {hint}")));
        }
        manual::list(&mut buffer, family.into_iter().map(|rule| (rule.page(), true)), screen.columns)?;
    }
    print(&buffer)
}

/// All rules, and which of them are on here.
pub fn rules(settings: &Settings) -> Result<Status, Failure> {
    let mut setup = Setup::new(settings, None, None);
    let desk = setup.desk(&Path::new(".").join(FILE), true)?;
    let registry = setup.registry_here()?;
    let running: HashSet<&str> = desk.iter().flat_map(|desk| desk.linter.rules()).map(|rule| rule.id()).collect();
    let screen = Screen::stdout();
    let mut buffer = screen.buffer();
    let pages = registry.rules().iter().map(|rule| (rule.page(), running.contains(rule.id())));
    manual::list(&mut buffer, pages, screen.columns)?;
    print(&buffer)
}

/// The settings that hold for a file or folder.
pub fn config(path: &Path, settings: &Settings) -> Result<Status, Failure> {
    let about = path.metadata().map_err(|_| Failure::Told(format!("there is no file or folder {}", path.display())))?;
    // A folder's settings are those of any file in it.
    let file = if about.is_dir() { path.join(FILE) } else { path.to_owned() };
    let mut setup = Setup::new(settings, None, None);
    let Some(desk) = setup.desk(&file, true)? else { return Ok(Status::Clean) };

    let mut buffer = Screen::stdout().buffer();
    let from = match &desk.config {
        Some(config) => config.path.display().to_string(),
        None => format!("no {FILE} found: the settings that copydesk comes with"),
    };
    style::write(&mut buffer, &style::bold(), &from)?;
    writeln!(buffer)?;
    let mut line = |key: &str, value: String| writeln!(buffer, "  {key:<10} {value}");
    let list = |names: &[String], none: &str| if names.is_empty() { none.to_owned() } else { names.join(", ") };
    line("select", list(&desk.selection.select, "every rule without a house style"))?;
    line("ignore", list(&desk.selection.ignore, "none"))?;
    line("level", desk.level.to_string())?;
    line("fail-on", desk.fail_on.to_string())?;
    line("styles", list(&desk.options.styles, "none"))?;
    let dialect = match desk.options.dialect {
        Some(Dialect::American) => "american",
        Some(Dialect::British) => "british",
        None => "as the article shows",
    };
    line("dialect", dialect.to_owned())?;
    line("rules on", desk.linter.rules().len().to_string())?;
    if let Some(config) = &desk.config {
        line("exclude", list(&config.exclude.patterns, "none"))?;
        let folders: Vec<String> = config.rules.iter().map(|folder| folder.display().to_string()).collect();
        line("rules", list(&folders, "none of your own"))?;
        line("words", config.words.len().to_string())?;
        line("reject", config.reject.len().to_string())?;
        for &number in &desk.overrides {
            line("override", config.overrides[number].files.patterns.join(", "))?;
        }
    }
    print(&buffer)
}

fn print(buffer: &Buffer) -> Result<Status, Failure> {
    let mut out = io::stdout().lock();
    out.write_all(buffer.as_slice())?;
    out.flush()?;
    Ok(Status::Clean)
}
