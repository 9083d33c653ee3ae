//! Articles in files: which there are, how they are read, how they are written back.

mod read;
mod walk;
mod write;

use std::path::{Path, PathBuf};

pub use read::{Document, Encoding, ReadError, decode, read, read_from};
pub use walk::{Found, find};
pub use write::{WriteError, create, replace};

use crate::nearest;
use crate::text::Format;

/// The format that a file's name promises; `None` for what is no article by its name.
pub fn format(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "txt" | "text" => Some(Format::Plain),
        "md" | "markdown" | "mdown" | "mkd" | "mkdn" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        _ => None,
    }
}

/// The file or folder beside a missing one whose name is nearest to it.
pub fn nearest(missing: &Path) -> Option<PathBuf> {
    let folder = match missing.parent()? {
        parent if parent == Path::new("") => Path::new("."),
        parent => parent,
    };
    let names: Vec<String> =
        folder.read_dir().ok()?.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let name = nearest::nearest(missing.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(missing.with_file_name(name))
}
