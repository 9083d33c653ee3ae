//! Holds the direction of imports: each part of the source knows those before it, none after it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// From the bottom to the top. Parts on one line are of one layer and may know each other.
const LAYERS: &[&[&str]] = &[
    &["list", "nearest", "sieve"],
    &["text"],
    &["diagnostic"],
    &["edits"],
    &["lexicon"],
    &["evidence"],
    &["reading"],
    &["rule"],
    &["checks"],
    &["registry"],
    &["suppress"],
    &["lint"],
    &["fix"],
    &["clean"],
    &["render"],
    &["config", "files"],
    &["cli"],
    &["main"],
];

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    for file in sources(Path::new("src")) {
        let Some(part) = part(&file) else { continue };
        let text = fs::read_to_string(&file).expect("a source file can be read");
        for (number, line) in text.lines().enumerate() {
            for other in imports(line) {
                if layer(&other) > layer(&part) {
                    wrong.push(format!("{}:{}: {part} must not know {other}", file.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_part_has_its_layer() {
    let lib = fs::read_to_string("src/lib.rs").expect("lib.rs can be read");
    let modules = lib.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
    for module in modules {
        layer(module.trim_end_matches(';'));
    }
}

#[test]
fn the_test_sees_imports_in_every_form() {
    assert_eq!(imports("use crate::text::Span;"), ["text"]);
    assert_eq!(imports("use crate::{fix, lint::Linter};"), ["fix", "lint"]);
    assert_eq!(imports("    let x = crate::render::lines(crate::text::it);"), ["render", "text"]);
    assert_eq!(imports("use copydesk::cli;"), ["cli"]);
    assert_eq!(imports("// as crate::cli does"), [""; 0]);
    assert_eq!(imports("use std::fmt;"), [""; 0]);
}

fn layer(part: &str) -> usize {
    let known = LAYERS.iter().position(|layer| layer.contains(&part));
    known.unwrap_or_else(|| panic!("“{part}” has no layer: give it one in tests/layers.rs"))
}

/// The part that a file belongs to; `None` for lib.rs, which names them all.
fn part(file: &Path) -> Option<String> {
    let first = file.strip_prefix("src").ok()?.components().next()?;
    let name = first.as_os_str().to_str()?.trim_end_matches(".rs");
    (name != "lib").then(|| name.to_owned())
}

/// The parts that a line names: `crate::text`, or each of `crate::{fix, lint::{self, Linter}}`.
fn imports(line: &str) -> Vec<String> {
    static LIST: LazyLock<Regex> = LazyLock::new(|| regex(r"(\w+)::\{[^{}]*\}"));
    static PATH: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:crate|copydesk)::(\w+|\{[^}]*\})"));
    static FIRST: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:^|[{,])\s*(\w+)"));
    let mut code = line.split("//").next().unwrap_or_default().to_owned();
    // What stands in inner braces is of the part before them.
    let outer = |list: &Captures| match &list[1] {
        "crate" | "copydesk" => list[0].to_owned(),
        part => part.to_owned(),
    };
    loop {
        let shorter = LIST.replace_all(&code, outer).into_owned();
        if shorter == code {
            break;
        }
        code = shorter;
    }
    let firsts =
        |path: Captures| -> Vec<String> { FIRST.captures_iter(&path[1]).map(|first| first[1].to_owned()).collect() };
    PATH.captures_iter(&code).flat_map(firsts).collect()
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is right")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the source can be listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
