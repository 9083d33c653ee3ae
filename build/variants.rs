//! Compiles `data/variants.txt`, words that are spelled in more than one way, into the rows that
//! `src/lexicon/variants.rs` searches.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use crate::lexicon::variants_layout::{FILTER_BITS, filter_bit};

const LIST: &str = "data/variants.txt";

#[derive(Default)]
struct Row {
    word: u16,
    variant: u8,
    ending: u8,
    compound: bool,
    seconds: Vec<String>,
}

/// Writes `variants.rs` to `OUT_DIR`, or ends the build with the line that is wrong.
pub fn compile() {
    println!("cargo:rerun-if-changed={LIST}");
    let list = fs::read_to_string(LIST).unwrap_or_else(|e| panic!("{LIST}: {e}"));
    let mut rows = BTreeMap::new();
    let mut words = 0;
    for (number, line) in list.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
        words += u16::from(!is_compound(line));
        for (ending, forms) in inflected(line).into_iter().enumerate() {
            if forms.len() < 2 {
                eprintln!("{LIST}:{}: a line needs two forms: {line}", number + 1);
                std::process::exit(1);
            }
            add(&mut rows, &forms, words, ending as u8);
        }
    }
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("variants.rs");
    fs::write(out, statics(&rows)).expect("OUT_DIR can be written to");
}

/// The forms of a line, and the same with each of its endings.
fn inflected(line: &str) -> Vec<Vec<String>> {
    let (forms, endings) = line.split_once(" +").unwrap_or((line, ""));
    let forms: Vec<String> = forms.split(',').map(|f| f.trim().to_lowercase().replace('’', "'")).collect();
    let endings = endings.split('+').map(str::trim).filter(|e| !e.is_empty());
    std::iter::once("").chain(endings).map(|e| forms.iter().map(|f| format!("{f}{e}")).collect()).collect()
}

/// Whether one of the forms of a line is of two words.
fn is_compound(line: &str) -> bool {
    inflected(line)[0].iter().any(|form| form.contains(' '))
}

fn add(rows: &mut BTreeMap<String, Row>, forms: &[String], word: u16, ending: u8) {
    // A compound is found by its first word, or by being one word.
    let compound = forms.iter().any(|f| f.contains(' '));
    for (variant, form) in forms.iter().enumerate() {
        match form.split_once(' ') {
            Some((first, second)) => {
                rows.entry(first.to_owned()).or_default().seconds.push(second.to_owned());
            }
            None if compound => rows.entry(form.clone()).or_default().compound = true,
            None => {
                let row = rows.entry(form.clone()).or_default();
                (row.word, row.variant, row.ending) = (word, variant as u8, ending);
            }
        }
    }
}

fn statics(rows: &BTreeMap<String, Row>) -> String {
    let mut out = String::from("/// By form.\npub static ROWS: &[Row] = &[\n");
    let mut filter = vec![0u64; FILTER_BITS / 64];
    for (form, row) in rows {
        let bit = filter_bit(form.as_bytes());
        filter[bit / 64] |= 1 << (bit % 64);
        let Row { word, variant, ending, compound, seconds } = row;
        writeln!(
            out,
            "    Row {{ form: {form:?}, word: {word}, variant: {variant}, ending: {ending}, compound: {compound}, \
             seconds: &{seconds:?} }},"
        )
        .unwrap();
    }
    writeln!(out, "];\npub static FILTER: [u64; {}] = {filter:?};", filter.len()).unwrap();
    out
}
