//! Which articles there are in the folders that a person named.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use ignore::{WalkBuilder, WalkState};

use super::format;
use super::read::ReadError;

/// What was found under the paths that a person named.
#[derive(Debug, Default)]
pub struct Found {
    /// In the order of the paths, and by name within a folder; none twice.
    pub files: Vec<Entry>,
    /// What could not be looked at, and why.
    pub troubles: Vec<(PathBuf, ReadError)>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    pub path: PathBuf,
    /// Named by the person, not found in a folder.
    pub named: bool,
}

/// Finds the articles: each file that is named, and in each folder the files that are articles by
/// their names, without hidden ones and those that `.gitignore` leaves out.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    let mut seen = HashSet::new();
    for path in paths {
        match path.metadata() {
            Ok(about) if about.is_dir() => {
                let (mut files, mut troubles) = walk(path);
                files.sort();
                troubles.sort_by(|a, b| a.0.cmp(&b.0));
                for path in files {
                    if seen.insert(path.clone()) {
                        found.files.push(Entry { path, named: false });
                    }
                }
                found.troubles.extend(troubles);
            }
            // Whatever else it is, reading it will tell.
            Ok(_) => {
                let path = tidy(path);
                if seen.insert(path.clone()) {
                    found.files.push(Entry { path, named: true });
                }
            }
            Err(error) => found.troubles.push((path.clone(), error.into())),
        }
    }
    found
}

fn walk(folder: &Path) -> (Vec<PathBuf>, Vec<(PathBuf, ReadError)>) {
    let found = Mutex::new((Vec::new(), Vec::new()));
    let walker = WalkBuilder::new(folder).follow_links(true).require_git(false).threads(threads()).build_parallel();
    walker.run(|| {
        Box::new(|entry| {
            let mut found = found.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    if is_file && is_article(entry.path()) {
                        found.0.push(tidy(entry.path()));
                    }
                }
                Err(error) => found.1.extend(trouble(folder, error)),
            }
            WalkState::Continue
        })
    });
    found.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Text files that are lists for programs.
const NO_ARTICLES: [&str; 5] = ["robots.txt", "ads.txt", "CMakeLists.txt", "requirements.txt", "constraints.txt"];

fn is_article(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    format(path).is_some() && !NO_ARTICLES.contains(&name)
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(8)
}

/// The path without a leading `./`.
fn tidy(path: &Path) -> PathBuf {
    path.strip_prefix("./").unwrap_or(path).to_owned()
}

/// What a walker's error means for the run; nothing where no article can be lost by it.
fn trouble(folder: &Path, error: ignore::Error) -> Option<(PathBuf, ReadError)> {
    let mut path = folder.to_owned();
    let mut error = error;
    loop {
        error = match error {
            ignore::Error::WithPath { path: at, err } => {
                path = at;
                *err
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => *err,
            ignore::Error::Loop { child, .. } => {
                return Some((tidy(&child), ReadError::Circle));
            }
            ignore::Error::Io(error) => {
                // A link to nowhere whose name is no article's is nobody's article.
                let matters = error.kind() != io::ErrorKind::NotFound || is_article(&path);
                return matters.then(|| (tidy(&path), error.into()));
            }
            // A faulty pattern in a .gitignore.
            _ => return None,
        };
    }
}
