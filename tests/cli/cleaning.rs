//! `copydesk clean`: what goes, what is asked, what is written where.

use crate::desk::Desk;

const STORY: &str = "The orchard was planted in 1912, and its oldest trees still bear fruit in a good year.\n\n\
                     Nobody remembers who planted it, and nobody has asked since the farm changed hands.\n\n";

fn scraped() -> String {
    format!("{STORY}Advertisement\n\n{STORY}Leave a Comment\n")
}

fn clean() -> String {
    format!("{STORY}{STORY}").trim_end().to_owned() + "\n"
}

#[test]
fn a_clean_copy_is_written_beside_the_article_with_a_ledger() {
    let desk = Desk::with("pears.txt", scraped());
    let run = desk.run("clean pears.txt");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(desk.text("pears.txt"), scraped());
    assert_eq!(desk.text("pears.clean.txt"), clean());
    assert!(run.stdout.starts_with("pears.txt → pears.clean.txt\n"), "{}", run.stdout);
    assert!(run.stdout.contains("line  5  label of an advertisement  Advertisement\n"), "{}", run.stdout);
    assert!(run.stdout.contains("line 11  comment form"), "{}", run.stdout);
}

#[test]
fn a_second_run_changes_nothing() {
    let desk = Desk::with("pears.txt", scraped());
    assert_eq!(desk.run("clean pears.txt").status, 0);
    assert_eq!(desk.run("clean pears.txt").status, 0);
    let run = desk.run("clean pears.clean.txt");
    assert!(run.stdout.contains("nothing to take out"), "{}", run.stdout);
    assert!(!desk.path("pears.clean.clean.txt").exists());
    assert_eq!(desk.run("clean .").status, 0);
    assert!(!desk.path("pears.clean.clean.txt").exists());
}

#[test]
fn in_place_writes_over_the_article_and_a_dry_run_writes_nothing() {
    let desk = Desk::with("pears.txt", scraped());
    let run = desk.run("clean pears.txt --dry-run");
    assert!(run.stdout.contains("Leave a Comment"), "{}", run.stdout);
    assert!(run.stdout.contains("2 pieces to take out"), "{}", run.stdout);
    assert_eq!(desk.text("pears.txt"), scraped());
    assert!(!desk.path("pears.clean.txt").exists());
    assert_eq!(desk.run("clean pears.txt --in-place").status, 0);
    assert_eq!(desk.text("pears.txt"), clean());
}

#[test]
fn it_asks_before_much_goes_and_before_it_writes_over_another_file() {
    let text = "The orchard was planted in 1912.\n\nYour email address will not be published.\n";
    let desk = Desk::with("pears.txt", text);
    let run = desk.run("clean pears.txt");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("53% of its words would go"), "{}", run.stderr);
    assert!(run.stdout.contains("1 piece to take out"), "{}", run.stdout);
    assert!(!desk.path("pears.clean.txt").exists());
    assert_eq!(desk.run("clean pears.txt --yes").status, 0);
    assert_eq!(desk.text("pears.clean.txt"), "The orchard was planted in 1912.\n");
    desk.write("plums.txt", scraped());
    desk.write("plums.clean.txt", "Mine.\n");
    assert_eq!(desk.run("clean plums.txt").status, 2);
    assert_eq!(desk.text("plums.clean.txt"), "Mine.\n");
}

#[test]
fn what_is_piped_in_comes_out_clean() {
    let desk = Desk::new();
    let run = desk.pipe(scraped(), "clean -");
    assert_eq!((run.status, run.stdout), (0, clean()));
    assert!(run.stderr.contains("Leave a Comment"), "{}", run.stderr);
}
