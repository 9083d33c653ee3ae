//! Which files of a folder are read, and in what order they are told of.

use crate::desk::Desk;

const WRONG: &str = "The soup,the stew.\n";

/// The files that were told of, in order.
fn told(run: &str) -> Vec<&str> {
    run.lines().filter_map(|line| line.split(':').next()).collect()
}

#[test]
fn articles_are_read_and_other_files_are_not() {
    let desk = Desk::new();
    for name in ["b.txt", "a.md", "c.html", "deep/er/d.markdown", "menu.json", "cook.rs", "robots.txt", ".hidden.txt"] {
        desk.write(name, WRONG);
    }
    let run = desk.run("check --output-format concise");
    assert_eq!(told(&run.stdout), ["a.md", "b.txt", "c.html", "deep/er/d.markdown"]);
}

#[test]
fn what_git_ignores_is_left_out_also_outside_git() {
    let desk = Desk::with(".gitignore", "drafts/\n*.tmp.md\n");
    for name in ["a.md", "b.tmp.md", "drafts/c.md"] {
        desk.write(name, WRONG);
    }
    assert_eq!(told(&desk.run("check --output-format concise").stdout), ["a.md"]);
    // Whoever names a file means it.
    assert_eq!(told(&desk.run("check drafts/c.md --output-format concise").stdout), ["drafts/c.md"]);
}

#[test]
fn a_named_file_is_read_whatever_its_ending() {
    let desk = Desk::with("notes.adoc", WRONG);
    assert_eq!(desk.run("check notes.adoc").status, 1);
}

#[test]
fn many_files_are_told_of_in_a_stable_order_and_none_twice() {
    let desk = Desk::new();
    let names: Vec<String> = (0..60).map(|number| format!("{number:02}.txt")).collect();
    for (number, name) in names.iter().enumerate() {
        desk.write(name, WRONG.repeat(if number % 9 == 0 { 300 } else { 1 }));
    }
    let run = desk.run("check . 07.txt --output-format concise --select spacing/after-comma");
    let mut told = told(&run.stdout);
    told.dedup();
    assert_eq!(told, names);
}

#[test]
fn the_summary_counts_over_all_articles() {
    let desk = Desk::with("a.txt", WRONG);
    desk.write("b.txt", WRONG);
    desk.write("c.txt", "The soup.\n");
    let run = desk.run("check");
    assert!(run.stdout.contains("2 to correct (2 automatic) in 3 articles\n"), "{}", run.stdout);
    let run = desk.run("check --fix");
    assert!(run.stdout.contains("✓ 2 corrected in 2 articles\n"), "{}", run.stdout);
}
