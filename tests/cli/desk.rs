//! A folder of its own for each case, and the program run in it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub struct Desk {
    folder: TempDir,
}

/// What a run printed and how it ended.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { folder: tempfile::tempdir().expect("a folder can be made") }
    }

    pub fn with(path: &str, contents: impl AsRef<[u8]>) -> Desk {
        let desk = Desk::new();
        desk.write(path, contents);
        desk
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, contents: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, contents).expect("a file can be written");
    }

    pub fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).expect("the file is there")
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.read(path)).expect("the file is text")
    }

    /// Runs copydesk with these words.
    pub fn run(&self, words: &str) -> Run {
        self.finish(self.copydesk(words).stdin(Stdio::null()))
    }

    /// Runs copydesk with a text piped in.
    pub fn pipe(&self, text: impl AsRef<[u8]>, words: &str) -> Run {
        let mut command = self.copydesk(words);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A run that fails early need not read it.
        let _ = child.stdin.take().expect("standard input is piped").write_all(text.as_ref());
        Run::from(child.wait_with_output().unwrap())
    }

    /// The command, in this folder, with nothing in its surroundings that changes the output.
    pub fn copydesk(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.args(words.split_whitespace()).current_dir(self.folder.path());
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    pub fn finish(&self, command: &mut Command) -> Run {
        Run::from(command.output().expect("the program starts"))
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Run {
            status: output.status.code().expect("it was not killed"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}
