//! `copydesk.toml`: what a house has decided. The nearest one in the folders above a file holds
//! for that file, alone.

mod error;
mod pages;
mod table;

use std::io;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

pub use error::{ConfigError, Fault};
pub use pages::{names, pages};

use crate::diagnostic::Level;
use crate::files::{self, ReadError};
use crate::reading::Dialect;
use crate::rule::Page;
use table::{Table, Value};

/// A `copydesk.toml` as it stands in its file.
#[derive(Debug)]
pub struct Config {
    pub path: PathBuf,
    /// What the file says, for errors that point into it.
    pub text: String,
    pub choices: Choices,
    /// Files that are no copy.
    pub exclude: Globs,
    pub overrides: Vec<Override>,
    /// Folders with rule pages.
    pub rules: Vec<PathBuf>,
    pub words: Vec<String>,
    /// Words that the house does not use, and what it writes for each.
    pub reject: Vec<(Name, Name)>,
    /// The rule that finds them.
    pub rejected: Option<Page>,
}

/// What may differ from file to file.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    pub select: Option<Vec<Name>>,
    pub ignore: Vec<Name>,
    pub level: Option<Level>,
    pub fail_on: Option<Level>,
    pub styles: Option<Vec<Name>>,
    pub dialect: Option<Dialect>,
}

/// The name of a rule, family or style, and where it stands in the file.
#[derive(Clone, Debug)]
pub struct Name {
    pub text: String,
    pub span: std::ops::Range<usize>,
}

/// Choices for the files that fit.
#[derive(Debug)]
pub struct Override {
    pub files: Globs,
    pub choices: Choices,
}

/// Patterns for paths below the configuration's folder.
#[derive(Debug, Default)]
pub struct Globs {
    pub patterns: Vec<String>,
    set: GlobSet,
}

/// The name that is looked for.
pub const FILE: &str = "copydesk.toml";

/// The configuration that holds for files in this folder (an absolute path), if there is one.
pub fn nearest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file())
}

impl Config {
    pub fn load(path: &Path) -> Result<Config, ConfigError> {
        match files::read(path) {
            Ok(document) => Config::parse(path, &document.text),
            Err(why) => Err(ConfigError::unreadable(path, why)),
        }
    }

    pub fn parse(path: &Path, text: &str) -> Result<Config, ConfigError> {
        Config::read(path, text).map_err(|fault| ConfigError::new(path, text, vec![fault]))
    }

    /// The folder that its paths and patterns start from.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// The path below the configuration's folder; patterns are asked with it.
    pub fn relative<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        path.strip_prefix(self.folder()).ok()
    }

    /// An error that points to a name in this file.
    pub fn fault(&self, name: &Name, message: String, help: Option<String>) -> ConfigError {
        ConfigError::new(&self.path, &self.text, vec![Fault { span: name.span.clone(), message, help }])
    }

    fn read(path: &Path, text: &str) -> Result<Config, Fault> {
        let document = toml::de::DeTable::parse(text).map_err(Fault::from_toml)?;
        let mut table = Table::new(&document);
        let choices = Choices::take(&mut table)?;
        let exclude = table.take("exclude").map_or(Ok(Globs::default()), |v| Globs::read(&v))?;
        let overrides = match table.take("overrides") {
            Some(list) => list.tables()?.into_iter().map(Override::read).collect::<Result<_, _>>()?,
            None => Vec::new(),
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let rules = table.take("rules").map_or(Ok(Vec::new()), |v| v.names())?;
        for rule in &rules {
            if !folder.join(&rule.text).is_dir() {
                let message = format!("there is no folder “{}” beside this file", rule.text);
                return Err(Fault { span: rule.span.clone(), message, help: None });
            }
        }
        let mut words = table.take("words").map_or(Ok(Vec::new()), |v| v.strings())?;
        if let Some(file) = table.take("words-file") {
            words.extend(words_in(folder, &file)?);
        }
        let reject = table.take("reject").map_or(Ok(Vec::new()), |v| v.pairs())?;
        let rejected = pages::rejected(&reject)?;
        table.finish()?;
        let rules = rules.into_iter().map(|rule| folder.join(rule.text)).collect();
        Ok(Config {
            path: path.to_owned(),
            text: text.to_owned(),
            choices,
            exclude,
            overrides,
            rules,
            words,
            reject,
            rejected,
        })
    }
}

impl Choices {
    fn take(table: &mut Table) -> Result<Choices, Fault> {
        let names = |value: Option<Value>| value.map(|v| v.names()).transpose();
        let level = |value: Option<Value>| value.map(|v| v.one_of(&LEVELS)).transpose();
        Ok(Choices {
            select: names(table.take("select"))?,
            ignore: names(table.take("ignore"))?.unwrap_or_default(),
            level: level(table.take("level"))?,
            fail_on: level(table.take("fail-on"))?,
            styles: names(table.take("styles"))?,
            dialect: table.take("dialect").map(|v| v.one_of(&DIALECTS)).transpose()?,
        })
    }

    /// These choices, and where they say nothing the others.
    pub fn or(self, other: &Choices) -> Choices {
        let ignore = other.ignore.iter().cloned().chain(self.ignore).collect();
        Choices {
            select: self.select.or_else(|| other.select.clone()),
            ignore,
            level: self.level.or(other.level),
            fail_on: self.fail_on.or(other.fail_on),
            styles: self.styles.or_else(|| other.styles.clone()),
            dialect: self.dialect.or(other.dialect),
        }
    }
}

const LEVELS: [(&str, Level); 3] =
    [("error", Level::Error), ("warning", Level::Warning), ("suggestion", Level::Suggestion)];
const DIALECTS: [(&str, Dialect); 2] = [("american", Dialect::American), ("british", Dialect::British)];

impl Override {
    fn read(mut table: Table) -> Result<Override, Fault> {
        let Some(files) = table.take("files") else {
            return Err(table.fault("an override must say for which files it is", Some("files = [\"letters/**\"]")));
        };
        let files = Globs::read(&files)?;
        let choices = Choices::take(&mut table)?;
        table.finish()?;
        Ok(Override { files, choices })
    }
}

impl Globs {
    fn read(value: &Value) -> Result<Globs, Fault> {
        let names = value.names()?;
        let mut set = GlobSetBuilder::new();
        for name in &names {
            for pattern in everywhere(&name.text) {
                let glob = GlobBuilder::new(&pattern).literal_separator(true).build().map_err(|error| Fault {
                    span: name.span.clone(),
                    message: format!("this pattern has a fault: {}", error.kind()),
                    help: None,
                })?;
                set.add(glob);
            }
        }
        let set = set.build().map_err(|error| Fault {
            span: value.span(),
            message: format!("these patterns can’t be used: {error}"),
            help: None,
        })?;
        Ok(Globs { patterns: names.into_iter().map(|name| name.text).collect(), set })
    }

    pub fn fit(&self, path: &Path) -> bool {
        self.set.is_match(path)
    }
}

/// A pattern without a slash fits at any depth, and one that fits a folder fits all below it.
fn everywhere(pattern: &str) -> [String; 2] {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    let bare = pattern.trim_end_matches('/');
    let start = if bare.contains('/') { "" } else { "**/" };
    let bare = bare.trim_start_matches('/');
    [format!("{start}{bare}"), format!("{start}{bare}/**")]
}

/// A list of words, one a line, `#` before a remark.
fn words_in(folder: &Path, file: &Value) -> Result<Vec<String>, Fault> {
    let name = file.string()?;
    let list = files::read(&folder.join(name)).map_err(|error| {
        let message = match error {
            ReadError::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                format!("there is no file “{name}” beside this one")
            }
            error => format!("“{name}” can’t be used: {error}"),
        };
        Fault { span: file.span(), message, help: None }
    })?;
    let words = list.text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    Ok(words.filter(|word| !word.is_empty()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Config {
        Config::parse(Path::new("house/copydesk.toml"), text).unwrap()
    }

    #[test]
    fn everything_a_house_may_say_is_read() {
        let config = parse(
            r#"
            select = ["spelling", "spacing/after-comma"]
            ignore = ["wording"]
            level = "suggestion"
            fail-on = "error"
            exclude = ["archive/", "*.draft.md"]
            words = ["Ozempic"]
            dialect = "british"
            styles = ["guardian"]

            [reject]
            "e-mail" = "email"

            [[overrides]]
            files = ["letters/**"]
            ignore = ["quotes"]
            "#,
        );
        assert_eq!(config.choices.select.as_ref().unwrap()[1].text, "spacing/after-comma");
        assert_eq!(config.choices.level, Some(Level::Suggestion));
        assert_eq!(config.choices.dialect, Some(Dialect::British));
        assert_eq!((config.reject[0].0.text.as_str(), config.reject[0].1.text.as_str()), ("e-mail", "email"));
        let merged = config.overrides[0].choices.clone().or(&config.choices);
        assert_eq!(merged.ignore.iter().map(|n| n.text.as_str()).collect::<Vec<_>>(), ["wording", "quotes"]);
        assert_eq!(merged.fail_on, Some(Level::Error));
    }

    #[test]
    fn patterns_fit_as_people_expect() {
        let globs = parse(r#"exclude = ["archive/", "*.draft.md", "press/2019/*.txt", "/drafts"]"#).exclude;
        for path in ["archive/a.md", "old/archive/deep/a.md", "x/y.draft.md", "press/2019/a.txt", "drafts/a.md"] {
            assert!(globs.fit(Path::new(path)), "{path}");
        }
        for path in ["archives/a.md", "draft.md", "press/2019/more/a.txt", "press/a.txt"] {
            assert!(!globs.fit(Path::new(path)), "{path}");
        }
    }
}
