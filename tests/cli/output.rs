//! The forms of output, as wholes.

use std::process::Stdio;

use crate::desk::Desk;

const ARTICLE: &str = "The harvest

The farmers of Löwenstein had waited for rain since the first of May,and when it came it came in one night, with \
hail and thunder.

“We lost the cherries,the plums and half of the wheat,” said Ana Ibáñez, who has farmed there for forty years.
";

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn for_people() {
    let desk = Desk::with("harvest.txt", ARTICLE);
    snapshot("cli_terminal", &desk.run("check harvest.txt --select spacing/after-comma").stdout);
}

#[test]
fn one_line_each() {
    let desk = Desk::with("harvest.txt", ARTICLE);
    let run = desk.run("check harvest.txt --select spacing/after-comma --output-format concise");
    snapshot("cli_concise", &run.stdout);
}

#[test]
fn for_programs() {
    let desk = Desk::with("harvest.txt", format!("\u{FEFF}{ARTICLE}"));
    let run = desk.run("check harvest.txt --select spacing/after-comma --output-format json");
    assert_eq!(run.status, 1);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let finding = &found[0];
    assert_eq!(finding["file"], "harvest.txt");
    assert_eq!(finding["rule"], "spacing/after-comma");
    assert_eq!(finding["start"], serde_json::json!({"line": 3, "column": 66}));
    let bytes = desk.read("harvest.txt");
    let (start, end) = (finding["span"]["start"].as_u64().unwrap(), finding["span"]["end"].as_u64().unwrap());
    assert_eq!(&bytes[start as usize..end as usize], b"May,and", "spans count the bytes of the file, mark and all");
    assert_eq!(finding["fixes"][0]["applicability"], "safe");
    assert_eq!(finding["fixes"][0]["message"], "May,and → May, and");
}

#[test]
fn json_is_one_array_whatever_happens() {
    let desk = Desk::with("a.txt", "The soup.\n");
    assert_eq!(desk.run("check --output-format json").stdout, "[]\n");
    desk.write("b.txt", "The soup,the stew.\n");
    desk.write("c.txt", "The soup,the stew.\n");
    desk.write("d.txt", b"\xFF");
    let run = desk.run("check --output-format json");
    assert_eq!(run.status, 2);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    assert_eq!(found.as_array().map(Vec::len), Some(2));
}

#[test]
fn the_output_is_as_wide_as_columns_says() {
    let desk = Desk::with("harvest.txt", ARTICLE);
    for columns in ["50", "70", "0", "wide"] {
        let mut command = desk.copydesk("check harvest.txt --select spacing/after-comma");
        let run = desk.finish(command.env("COLUMNS", columns).stdin(Stdio::null()));
        let widest = run.stdout.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        let limit = columns.parse().ok().filter(|&columns| columns > 0).unwrap_or(100);
        assert!(widest <= limit && widest > limit - 20, "{columns}: {widest}");
    }
}

#[test]
fn colours_are_for_terminals_and_for_those_who_insist() {
    let desk = Desk::with("soup.txt", "The soup,the stew.\n");
    let coloured = |set: &[(&str, &str)]| {
        let mut command = desk.copydesk("check soup.txt");
        command.envs(set.iter().copied()).stdin(Stdio::null());
        desk.finish(&mut command).stdout.contains('\u{1b}')
    };
    assert!(!coloured(&[]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn piped_in_it_may_have_a_name() {
    let desk = Desk::new();
    let run = desk.pipe("The soup,the stew.\n", "check - --output-format concise");
    assert!(run.stdout.starts_with("<stdin>:1:5: error"), "{}", run.stdout);
    let run = desk.pipe("`soup,the` stew.\n", "check - --stdin-filename menu/soup.md --output-format concise");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
}

#[test]
fn the_summary_says_what_was_assumed_and_what_was_left_out() {
    let desk =
        Desk::with("a.md", "---\ntitle: Soup\n---\nThe colour and the flavour of the `soup`.\n\n```\nsalt\n```\n");
    let run = desk.run("check a.md");
    assert!(run.stdout.contains("Read as British English: “colour”, “flavour”\n"), "{}", run.stdout);
    assert!(run.stdout.contains("Not read: code, front matter\n"), "{}", run.stdout);
    desk.write("copydesk.toml", "dialect = \"british\"\n");
    let run = desk.run("check a.md");
    assert!(run.stdout.contains("Read as British English: the settings say so\n"), "{}", run.stdout);
}
