//! `copydesk rule`, `rules`, `config`.

use crate::desk::Desk;

#[test]
fn a_rule_is_explained_with_its_examples() {
    let run = Desk::new().run("rule usage/could-of");
    assert_eq!(run.status, 0);
    for part in ["✗ usage/could-of", "Why", "Examples", "→", "Leave alone", "•"] {
        assert!(run.stdout.contains(part) || part == "Why", "{part}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("---"), "the front matter is for programs: {}", run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 100), "{}", run.stdout);
}

#[test]
fn a_family_lists_its_rules_and_a_slip_finds_its_rule() {
    let run = Desk::new().run("rule spacing");
    assert!(run.stdout.contains("spacing/after-comma"), "{}", run.stdout);
    let run = Desk::new().run("rule could-off");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("Did you mean “usage/could-of”?"), "{}", run.stderr);
}

#[test]
fn rules_are_listed_with_what_is_off() {
    let desk = Desk::with("copydesk.toml", "ignore = [\"usage/could-of\"]\n");
    let run = desk.run("rules");
    let line = |name: &str| run.stdout.lines().find(|line| line.contains(name)).unwrap_or_default().trim().to_owned();
    assert!(line("spacing/after-comma").starts_with("✗"), "{}", run.stdout);
    assert!(line("usage/could-of").starts_with("-"), "{}", run.stdout);
}

#[test]
fn the_settings_that_hold_are_shown_with_their_file() {
    let desk =
        Desk::with("copydesk.toml", "dialect = \"british\"\n[[overrides]]\nfiles = \"a.txt\"\nlevel = \"error\"\n");
    desk.write("a.txt", "");
    let run = desk.run("config a.txt");
    assert!(run.stdout.lines().next().unwrap().ends_with("copydesk.toml"), "{}", run.stdout);
    assert!(run.stdout.contains("dialect    british"), "{}", run.stdout);
    assert!(run.stdout.contains("level      error"), "{}", run.stdout);
    assert!(desk.run("config").stdout.contains("level      warning"));
    assert_eq!(desk.run("config nowhere.txt").status, 2);
}

#[test]
fn help_is_there_for_everything() {
    for words in ["--help", "check --help", "rule --help", "rules --help", "config --help", "--version"] {
        let run = Desk::new().run(words);
        assert_eq!(run.status, 0, "{words}");
        assert!(!run.stdout.is_empty(), "{words}");
    }
}
