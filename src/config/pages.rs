//! A house's own rules: pages in a folder as `rules/` is, and the words that it rejects.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::Name;
use super::error::{ConfigError, Fault};
use crate::diagnostic::{Applicability, Level};
use crate::files::{self, ReadError};
use crate::lexicon::{Lexicon, Traits};
use crate::registry::Rule;
use crate::rule::page::Scope;
use crate::rule::phrase::{Phrase, parse};
use crate::rule::{Page, page};

/// The pages in a folder: `FOLDER/family/name.md`, or `FOLDER/name.md` in a family that is called
/// as the folder.
pub fn pages(folder: &Path) -> Result<Vec<Page>, ConfigError> {
    let unreadable = |path: &Path, error| ConfigError::unreadable(path, ReadError::Io(error));
    let mut pages = Vec::new();
    for path in listed(folder).map_err(|error| unreadable(folder, error))? {
        if path.is_dir() {
            for inner in listed(&path).map_err(|error| unreadable(&path, error))? {
                pages.extend(read(&name_of(&path), &inner)?);
            }
        } else {
            pages.extend(read(&name_of(folder), &path)?);
        }
    }
    if pages.is_empty() {
        let why = "it holds no rule pages. A page is a Markdown file: family/name.md";
        return Err(ConfigError::unreadable(folder, why));
    }
    Ok(pages)
}

/// The page in a file; nothing where it is no page by its name.
fn read(family: &str, path: &Path) -> Result<Option<Page>, ConfigError> {
    let is_page = path.extension().is_some_and(|ending| ending == "md") && path.is_file();
    if !is_page || path.file_stem().is_some_and(|name| name.eq_ignore_ascii_case("readme")) {
        return Ok(None);
    }
    let text = files::read(path).map_err(|error| ConfigError::unreadable(path, error))?.text;
    let id = format!("{family}/{}", path.file_stem().unwrap_or_default().to_string_lossy());
    let sheet = page::parse(&id, &text).map_err(|errors| {
        let help = |help: String| (!help.is_empty()).then_some(help);
        let faults = errors.into_iter().map(|e| Fault { span: e.span.range(), message: e.message, help: help(e.help) });
        ConfigError::new(path, &text, faults.collect())
    })?;
    let does_nothing = sheet.page.phrases.is_empty() && Rule::new(Cow::Owned(sheet.page.clone())).run().is_none();
    if does_nothing {
        let message = "this page says nothing to look for".to_owned();
        let help = Some("add a section “## Replace” with a pattern".to_owned());
        return Err(ConfigError::new(path, &text, vec![Fault { span: 0..0, message, help }]));
    }
    Ok(Some(sheet.page))
}

/// The rule that finds the words that a house rejects: a page like any other, written from the
/// list in its settings. So a word may be anything that a pattern can be.
pub fn rejected(list: &[(Name, Name)]) -> Result<Option<Page>, Fault> {
    const MESSAGE: &str = "This house writes “{fix}”, not “{match}”.";
    let mut source = format!(
        "---\nlevel: warning\nfix: safe\n---\n# A word that this house does not use\n> {MESSAGE}\n\n\
         The list stands under `[reject]` in `{}`.\n\n## Replace\n",
        super::FILE
    );
    let mut phrases = Vec::new();
    for (word, own) in list {
        let item = format!("{} → {}", word.text, own.text);
        phrases.push(phrase(word, own, &item)?);
        source.push_str(&format!("- {item}\n"));
        // “Kiev’s” is a word of its own.
        let is_word = |text: &str| text.ends_with(char::is_alphabetic) && !text.contains([' ', '|']);
        if is_word(&word.text) && is_word(&own.text) {
            phrases.push(phrase(word, own, &format!("{}'s → {}'s", word.text, own.text))?);
        }
    }
    Ok((!list.is_empty()).then(|| {
        house_page("house/reject", "A word that this house does not use", Applicability::Safe, MESSAGE, phrases, source)
    }))
}

/// The rule that gives a house's names of several words their capitals (“CrossFit Games”); those of one
/// word are the lexicon's. A name that is all common words (“Red Bull”) is no fault without them.
pub fn names(words: &[String]) -> Option<Page> {
    const MESSAGE: &str = "This house writes “{fix}”, not “{match}”.";
    let lexicon = Lexicon::default();
    let is_name = |word: &&String| {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’');
        let mut parts = word.split(' ').filter(|part| !part.is_empty());
        word.contains(' ')
            && word.chars().all(plain)
            && word.contains(char::is_uppercase)
            && parts.any(|part| !lexicon.traits(&part.to_lowercase()).any(Traits::COMMON))
    };
    let mut source = format!(
        "---\nlevel: warning\nfix: unsafe\n---\n# A name of this house in other capitals\n> {MESSAGE}\n\n\
         The list stands under `words` in `{}`.\n\n## Replace\n",
        super::FILE
    );
    let mut phrases = Vec::new();
    for word in words.iter().filter(is_name) {
        let item = format!("{} → {word}", word.to_lowercase());
        phrases.extend(parse::phrase(&item));
        source.push_str(&format!("- {item}\n"));
    }
    (!phrases.is_empty()).then(|| {
        house_page(
            "house/names",
            "A name of this house in other capitals",
            Applicability::Unsafe,
            MESSAGE,
            phrases,
            source,
        )
    })
}

fn phrase(word: &Name, own: &Name, item: &str) -> Result<Phrase, Fault> {
    if own.text.trim().is_empty() {
        let message = format!("this does not say what the house writes instead of “{}”", word.text);
        let help = "to advise against a word and offer no other, write a rule page without an arrow";
        return Err(Fault { span: own.span.clone(), message, help: Some(help.to_owned()) });
    }
    parse::phrase(item).map_err(|error| {
        let is_of_word = (error.span.start as usize) < word.text.len();
        let span = if is_of_word { &word.span } else { &own.span }.clone();
        Fault { span, message: error.message, help: Some(error.help).filter(|help| !help.is_empty()) }
    })
}

fn listed(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name_of(folder: &Path) -> String {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    real.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A page that a setting makes.
fn house_page(
    id: &'static str,
    title: &'static str,
    fix: Applicability,
    message: &'static str,
    phrases: Vec<Phrase>,
    source: String,
) -> Page {
    Page {
        id: id.into(),
        title: title.into(),
        level: Level::Warning,
        fix: Some(fix),
        scope: Scope::COPY,
        styles: Cow::default(),
        dialect: None,
        sources: Cow::default(),
        was: Cow::default(),
        message: message.into(),
        phrases: phrases.into(),
        excepts: Cow::default(),
        source: source.into(),
    }
}
