//! A house's own rule pages, in a folder as `rules/` is.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::{ConfigError, Fault};
use crate::registry::Rule;
use crate::rule::{Page, page};

/// The pages in a folder: `FOLDER/family/name.md`, or `FOLDER/name.md` in a family that is called
/// as the folder.
pub fn pages(folder: &Path) -> Result<Vec<Page>, ConfigError> {
    let unreadable = |path: &Path, error: std::io::Error| ConfigError::unreadable(path, error.to_string());
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
        let why = "it holds no rule pages. A page is a Markdown file: family/name.md".to_owned();
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
    let text = fs::read_to_string(path).map_err(|error| ConfigError::unreadable(path, error.to_string()))?;
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

fn listed(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name_of(folder: &Path) -> String {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    real.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
