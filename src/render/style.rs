//! Colours and signs: few, so that the words stand out.

use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};

use crate::diagnostic::Level;

/// The sign of a level, which says as much as its colour.
pub fn sign(level: Level) -> &'static str {
    match level {
        Level::Error => "✗",
        Level::Warning => "!",
        Level::Suggestion => "·",
    }
}

pub fn level(level: Level) -> ColorSpec {
    let mut style = colour(match level {
        Level::Error => Color::Red,
        Level::Warning => Color::Yellow,
        Level::Suggestion => Color::Cyan,
    });
    style.set_bold(true);
    style
}

pub fn bold() -> ColorSpec {
    let mut style = ColorSpec::new();
    style.set_bold(true);
    style
}

pub fn dim() -> ColorSpec {
    let mut style = ColorSpec::new();
    style.set_dimmed(true);
    style
}

pub fn colour(colour: Color) -> ColorSpec {
    let mut style = ColorSpec::new();
    style.set_fg(Some(colour));
    style
}

/// Writes a text in a style.
pub fn write<W: WriteColor>(out: &mut W, style: &ColorSpec, text: &str) -> io::Result<()> {
    if style.is_none() {
        return out.write_all(text.as_bytes());
    }
    out.set_color(style)?;
    out.write_all(text.as_bytes())?;
    out.reset()
}
