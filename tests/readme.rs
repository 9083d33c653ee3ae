//! Holds the README to the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use copydesk::config::Config;

#[test]
fn the_output_that_it_shows_is_what_is_printed() {
    let readme = readme();
    let shown = block(&readme, "text");
    let run = copydesk(&["check", "tests/articles/extradition.txt"]);
    for finding in shown.trim_end().split("\n\n") {
        assert!(run.contains(finding), "the program does not print\n{finding}\n\nbut\n{run}");
    }
}

#[test]
fn it_names_every_option_and_no_other() {
    let readme = readme();
    let section = readme.split("## Options of `copydesk check`").nth(1).and_then(|rest| rest.split("\n## ").next());
    let said = options(section.expect("the section is there"));
    let help = copydesk(&["check", "--help"]);
    let mut known = options(&help);
    known.remove("--help");
    assert_eq!(said, known);
}

#[test]
fn its_settings_are_settings() {
    let config = Config::parse(Path::new("copydesk.toml"), block(&readme(), "toml")).expect("the example is in order");
    assert_eq!(config.reject.len(), 1);
    assert_eq!(config.overrides.len(), 1);
}

#[test]
fn its_commands_are_those_of_the_build() {
    let readme = readme();
    let ci = fs::read_to_string(".ci/run").expect("the script is there");
    for command in ["cargo run --release -- check tests/articles/extradition.txt", "cargo test"] {
        assert!(readme.contains(&format!("\n{command}\n")), "{command}");
        assert!(ci.contains(&format!("step {command}\n")), "{command}");
    }
}

fn readme() -> String {
    fs::read_to_string("README.md").expect("the README is there")
}

/// The first fenced block of this kind.
fn block<'r>(readme: &'r str, kind: &str) -> &'r str {
    let start = readme.split_once(&format!("\n```{kind}\n")).expect("there is such a block").1;
    start.split_once("\n```").expect("the block ends").0
}

/// The long options that a text names, each at the start of a code span or a line.
fn options(text: &str) -> BTreeSet<&str> {
    let starts = text.match_indices("--").filter(|(at, _)| !text[..*at].ends_with(['-', '|']));
    let names = starts.map(|(at, _)| {
        let rest = &text[at..];
        &rest[..rest.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(rest.len())]
    });
    names.filter(|name| name.len() > 3).collect()
}

fn copydesk(args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    let output =
        command.args(args).env_remove("CLICOLOR_FORCE").env_remove("COLUMNS").output().expect("the program starts");
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}
