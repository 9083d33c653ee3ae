//! What is wrong in a configuration or a rule's page, shown in the file.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use codespan_reporting::diagnostic::{Diagnostic, Label};
use codespan_reporting::files::SimpleFile;
use codespan_reporting::term::{self, Config};

/// A fault and its place in the text.
#[derive(Debug)]
pub struct Fault {
    pub span: Range<usize>,
    pub message: String,
    pub help: Option<String>,
}

/// A file of settings or a page that can't be used.
#[derive(Debug)]
pub struct ConfigError {
    pub path: PathBuf,
    /// What the file says; empty where it could not be read.
    text: String,
    /// At least one.
    faults: Vec<Fault>,
}

impl Fault {
    pub fn from_toml(error: toml::de::Error) -> Fault {
        let message = format!("this is no TOML: {}", error.message());
        Fault { span: error.span().unwrap_or_default(), message, help: None }
    }
}

impl ConfigError {
    pub fn new(path: &Path, text: &str, faults: Vec<Fault>) -> ConfigError {
        ConfigError { path: from_here(path), text: text.to_owned(), faults }
    }

    pub fn unreadable(path: &Path, why: impl fmt::Display) -> ConfigError {
        let fault = Fault { span: 0..0, message: why.to_string(), help: None };
        ConfigError { path: from_here(path), text: String::new(), faults: vec![fault] }
    }
}

/// The path as a person in the working folder would write it.
fn from_here(path: &Path) -> PathBuf {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    here.ok().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path).to_owned()
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display().to_string();
        let file = SimpleFile::new(&path, &self.text);
        for (i, Fault { span, message, help }) in self.faults.iter().enumerate() {
            if i > 0 {
                f.write_str("\n\n")?;
            }
            if self.text.is_empty() {
                write!(f, "error: {path} can’t be used: {message}")?;
                continue;
            }
            let end = span.end.min(self.text.len());
            let diagnostic = Diagnostic::error()
                .with_message(message)
                .with_label(Label::primary((), span.start.min(end)..end))
                .with_notes_iter(help.clone());
            let shown = term::emit_into_string(&Config::default(), &file, &diagnostic).map_err(|_| fmt::Error)?;
            f.write_str(shown.trim_end())?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::config::Config;

    fn error(text: &str) -> String {
        Config::parse(Path::new("copydesk.toml"), text).unwrap_err().to_string()
    }

    #[test]
    fn a_slip_in_a_key_is_shown_with_the_key_that_was_meant() {
        assert_eq!(
            error("level = \"error\"\nselct = [\"spelling\"]\n"),
            "error: “selct” is no setting\n  ┌─ copydesk.toml:2:1\n  │\n2 │ selct = [\"spelling\"]\n  │ ^^^^^\n  │\n  \
             = did you mean “select”?"
        );
    }

    #[test]
    fn every_other_fault_points_to_its_place() {
        for (text, message, place) in [
            ("level = 3", "“level” must be one of “error”, “warning” or “suggestion”; this is a number", "1:9"),
            ("level = \"warn\"", "“level” can’t be “warn”", "1:9"),
            (
                "ignore = [\"quotes\", 7]",
                "“ignore” must be a list of texts in quotation marks; this is a number",
                "1:21",
            ),
            ("exclude = [\"a{b\"]", "this pattern has a fault", "1:12"),
            ("[[overrides]]\nignore = \"quotes\"", "an override must say for which files it is", "1:1"),
            ("[[overrides]]\nfiles = \"a\"\nwords = []", "“words” is no setting", "3:1"),
            ("rules = [\"house\"]", "there is no folder “house” beside this file", "1:10"),
            ("words-file = \"no.txt\"", "there is no file “no.txt” beside this one", "1:14"),
            ("reject = [\"e-mail\"]", "“reject” must be a table", "1:10"),
            ("[reject]\n\"(very\" = \"so\"", "“(” can’t stand here.", "2:1"),
            ("[reject]\nvery = \"\"", "this does not say what the house writes instead of “very”", "2:8"),
            ("level = ", "this is no TOML", "1:9"),
        ] {
            let error = error(text);
            assert!(error.contains(message), "{error}");
            assert!(error.contains(&format!("copydesk.toml:{place}")), "{error}");
        }
    }
}
