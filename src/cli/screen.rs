//! The terminal that the output goes to, or the file or pipe.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use codespan_reporting::term::termcolor::Buffer;
use terminal_size::terminal_size_of;

/// One of the two streams of output.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub terminal: bool,
    pub colour: bool,
    pub columns: usize,
}

/// Wide enough for a sentence, narrow enough to read.
const COLUMNS: usize = 100;

impl Screen {
    pub fn stdout() -> Screen {
        let size = terminal_size_of(io::stdout());
        Screen::new(io::stdout().is_terminal(), size.map(|(width, _)| width.0))
    }

    pub fn stderr() -> Screen {
        let size = terminal_size_of(io::stderr());
        Screen::new(io::stderr().is_terminal(), size.map(|(width, _)| width.0))
    }

    fn new(terminal: bool, width: Option<u16>) -> Screen {
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        let colour = match () {
            () if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
            () if set("CLICOLOR_FORCE") => true,
            () => terminal && env::var_os("TERM").is_none_or(|term| term != "dumb"),
        };
        // Who sets it knows better, as before “| less”.
        let said = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|&columns| columns > 0);
        let columns = said.or_else(|| width.map(usize::from).filter(|&width| terminal && width > 0)).unwrap_or(COLUMNS);
        Screen { terminal, colour, columns }
    }

    /// Something to write to before the screen itself is free.
    pub fn buffer(self) -> Buffer {
        if self.colour { Buffer::ansi() } else { Buffer::no_color() }
    }
}

/// How far a long run has come, on standard error, if somebody is looking.
pub struct Progress {
    started: Instant,
    drawn: Option<Instant>,
    visible: bool,
}

impl Progress {
    /// Shorter runs need none.
    const PATIENCE: Duration = Duration::from_millis(800);
    const STEP: Duration = Duration::from_millis(100);

    pub fn new(files: usize, stderr: Screen) -> Progress {
        Progress { started: Instant::now(), drawn: None, visible: stderr.terminal && files > 1 }
    }

    pub fn at(&mut self, done: usize, files: usize) {
        let due = self.drawn.map_or(self.started + Self::PATIENCE, |drawn| drawn + Self::STEP);
        if self.visible && Instant::now() >= due {
            self.drawn = Some(Instant::now());
            let _ = write!(io::stderr(), "\r\x1b[KReading article {done} of {files} …");
        }
    }

    /// Makes way for other output.
    pub fn clear(&mut self) {
        if self.drawn.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
