//! Standard output, in the form that was asked for.

use std::io::{self, BufWriter, Stdout, Write};

use crate::cli::args::{Check, OutputFormat};
use crate::render::json;

pub enum Output {
    Text(BufWriter<Stdout>),
    Json(json::Array<BufWriter<Stdout>>),
}

impl Output {
    pub fn open(args: &Check) -> io::Result<Output> {
        let out = BufWriter::new(io::stdout());
        Ok(match args.output_format {
            OutputFormat::Json if !args.diff => Output::Json(json::Array::open(out)?),
            _ => Output::Text(out),
        })
    }

    /// Adds what an article has given.
    pub fn add(&mut self, answer: &[u8]) -> io::Result<()> {
        match self {
            Output::Text(out) => out.write_all(answer),
            Output::Json(array) => array.add(answer),
        }
    }

    pub fn close(self) -> io::Result<()> {
        match self {
            Output::Text(mut out) => out.flush(),
            Output::Json(array) => array.close(),
        }
    }
}
