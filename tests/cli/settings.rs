//! `copydesk.toml` and what is typed over it.

use crate::desk::Desk;

const WRONG: &str = "The soup,the stew.\n";

#[test]
fn the_nearest_settings_hold_and_no_others() {
    let desk = Desk::with("copydesk.toml", "ignore = [\"spacing\"]\n");
    desk.write("a.txt", WRONG);
    desk.write("menu/copydesk.toml", "level = \"error\"\n");
    desk.write("menu/b.txt", WRONG);
    desk.write("menu/deep/c.txt", WRONG);
    let run = desk.run("check --output-format concise");
    let told: Vec<_> = run.stdout.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(told, ["menu/b.txt", "menu/deep/c.txt"]);
    let run = desk.run("check a.txt --isolated");
    assert_eq!(run.status, 1);
    let run = desk.run("check menu/b.txt --config copydesk.toml");
    assert_eq!(run.status, 0);
}

#[test]
fn overrides_hold_for_the_files_that_fit() {
    let desk = Desk::with("copydesk.toml", "[[overrides]]\nfiles = [\"letters/\"]\nignore = [\"spacing\"]\n");
    desk.write("letters/a.txt", WRONG);
    desk.write("news/b.txt", WRONG);
    let run = desk.run("check --output-format concise");
    assert!(run.stdout.starts_with("news/b.txt") && !run.stdout.contains("letters"), "{}", run.stdout);
}

#[test]
fn files_are_left_out_unless_they_are_named() {
    let desk = Desk::with("copydesk.toml", "exclude = [\"archive/\"]\n");
    desk.write("archive/a.txt", WRONG);
    let run = desk.run("check");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("1 article that copydesk.toml leaves out"), "{}", run.stdout);
    assert_eq!(desk.run("check archive/a.txt").status, 1);
}

#[test]
fn what_is_typed_goes_before_what_is_written() {
    let desk = Desk::with("copydesk.toml", "select = [\"usage\"]\nfail-on = \"error\"\n");
    desk.write("a.txt", WRONG);
    assert_eq!(desk.run("check").status, 0);
    assert_eq!(desk.run("check --select spacing").status, 1);
    assert_eq!(desk.run("check --select spacing,usage --ignore spacing/after-comma").status, 0);
}

#[test]
fn a_fault_in_the_settings_is_shown_in_the_file() {
    let desk = Desk::with("copydesk.toml", "level = \"error\"\nignore = [\"spacng\"]\n");
    desk.write("a.txt", WRONG);
    let run = desk.run("check");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("no rule and no family is called “spacng”"), "{}", run.stderr);
    assert!(run.stderr.contains("┌─ copydesk.toml:2:11"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean “spacing”?"), "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

#[test]
fn an_unknown_rule_that_was_typed_gets_the_nearest_name() {
    let desk = Desk::with("a.txt", WRONG);
    let run = desk.run("check --select spacing/after-coma");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("Did you mean “spacing/after-comma”?"), "{}", run.stderr);
}

#[test]
fn house_words_come_from_the_settings_and_from_a_list() {
    let desk = Desk::with("copydesk.toml", "words = [\"Ozempic\"]\nwords-file = \"words.txt\"\n");
    desk.write("words.txt", "# brands\nHoudini\n");
    desk.write("a.txt", "The Ozempic and the Houdini.\n");
    assert_eq!(desk.run("check").status, 0);
    let run = desk.run("config");
    assert!(run.stdout.contains("words      2"), "{}", run.stdout);
}

#[test]
fn house_rules_come_from_the_settings_or_are_typed() {
    let desk = Desk::with("house/house/salt.md", crate::SALT);
    desk.write("copydesk.toml", "rules = [\"house\"]\nlevel = \"suggestion\"\n");
    desk.write("a.txt", "Add more salt now.\n");
    let run = desk.run("check a.txt");
    assert!(run.stdout.contains("Add more salt → Season"), "{}", run.stdout);
    let run = desk.run("check a.txt --isolated --level suggestion --rules house");
    assert!(run.stdout.contains("house/salt"), "{}", run.stdout);
}

#[test]
fn a_faulty_page_is_shown_where_it_is_wrong() {
    let desk = Desk::with("house/house/salt.md", crate::SALT.replace("level: suggestion", "level: hint"));
    desk.write("a.txt", "");
    let run = desk.run("check a.txt --rules house");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("salt.md:2:"), "{}", run.stderr);
    let run = desk.run("check a.txt --rules nowhere");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("nowhere"), "{}", run.stderr);
}
