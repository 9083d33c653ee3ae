//! A corrected article in place of the old one: all of it or nothing, and never over somebody
//! else's changes.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::read::{Document, Encoding, read};

/// Why a file was left as it was.
#[derive(Debug)]
pub enum WriteError {
    Io(io::Error),
    /// It is not what was read any more.
    Changed,
    ReadOnly,
}

/// Replaces the file's text, which must still be what was read. A link is followed; permissions,
/// encoding and byte-order mark stay as they were.
pub fn replace(path: &Path, read_before: &Document, text: &str) -> Result<(), WriteError> {
    let target = fs::canonicalize(path)?;
    let about = fs::metadata(&target)?;
    // The file's owner, root and others who may write are not stopped by its mode alone.
    match fs::OpenOptions::new().write(true).open(&target) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Err(WriteError::ReadOnly),
        opened => drop(opened?),
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".copydesk-").tempfile_in(folder)?;
    file.write_all(&read_before.encoding.encode(text))?;
    fs::set_permissions(file.path(), about.permissions())?;
    keep_owner(file.path(), &about);
    // Checked last, so that little time is left in which it could change.
    if read(&target).ok().as_ref() != Some(read_before) {
        return Err(WriteError::Changed);
    }
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a new file, which must not be there yet.
pub fn create(path: &Path, encoding: Encoding, text: &str) -> Result<(), WriteError> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(&encoding.encode(text))?;
    Ok(())
}

/// Only root may give a file away, and only root's run could take it from its owner.
#[cfg(unix)]
fn keep_owner(path: &Path, about: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(path, Some(about.uid()), Some(about.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata) {}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> WriteError {
        WriteError::Io(error)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                f.write_str("you have no permission to write in its folder")
            }
            WriteError::Io(error) => write!(f, "{error}"),
            WriteError::Changed => f.write_str("it changed while it was being read. Please run copydesk again"),
            WriteError::ReadOnly => f.write_str("it is read-only"),
        }
    }
}

impl std::error::Error for WriteError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Encoding;

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("soup.txt");
        fs::write(&path, "One pot.").unwrap();
        let document = read(&path).unwrap();
        fs::write(&path, "Two pots.").unwrap();
        assert!(matches!(replace(&path, &document, "One pan."), Err(WriteError::Changed)));
        assert_eq!(fs::read(&path).unwrap(), b"Two pots.");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn another_byte_order_mark_is_a_change_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("soup.txt");
        fs::write(&path, "\u{FEFF}One pot.").unwrap();
        let document = Document { text: "One pot.".into(), encoding: Encoding::Utf8 };
        assert!(matches!(replace(&path, &document, "One pan."), Err(WriteError::Changed)));
    }
}
