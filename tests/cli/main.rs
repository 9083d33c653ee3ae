//! The program as it is used: typed commands, real files, what is printed and how it ends.

mod bad_input;
mod cleaning;
mod desk;
mod fixing;
mod folders;
mod manual;
mod output;
mod settings;

use desk::Desk;

#[test]
fn a_clean_article_ends_with_0_and_a_kind_word() {
    let desk = Desk::with("soup.txt", "The cook stirred the soup.\n");
    let run = desk.run("check soup.txt");
    assert_eq!((run.status, run.stdout.as_str()), (0, "✓ Nothing to correct\n"));
}

#[test]
fn an_article_with_faults_ends_with_1() {
    let desk = Desk::with("soup.txt", "The cook stirred the soup,the stew.\n");
    let run = desk.run("check soup.txt");
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("soup,the → soup, the"), "{}", run.stdout);
    assert!(run.stdout.contains("1 to correct (1 automatic)"), "{}", run.stdout);
}

#[test]
fn without_a_path_the_working_folder_is_read() {
    let desk = Desk::with("soup.txt", "The cook stirred the soup,the stew.\n");
    assert_eq!(desk.run("check").status, 1);
}

#[test]
fn a_forgotten_check_is_pointed_out() {
    let desk = Desk::with("soup.txt", "");
    let run = desk.run("soup.txt");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("copydesk check soup.txt"), "{}", run.stderr);
}

#[test]
fn an_empty_file_and_an_empty_folder_are_clean() {
    let desk = Desk::with("empty.md", "");
    assert_eq!(desk.run("check empty.md").status, 0);
    let run = Desk::new().run("check");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("No articles found"), "{}", run.stdout);
    let run = Desk::new().run("check --output-format json");
    assert_eq!((run.status, run.stdout.as_str()), (0, "[]\n"));
    assert!(run.stderr.contains("No articles found"), "{}", run.stderr);
}

#[test]
fn levels_decide_what_is_shown_and_what_fails() {
    let desk = Desk::with("soup.txt", "The soup,the stew.\n");
    let run = desk.run("check soup.txt --level error --fail-on error");
    assert_eq!(run.status, 1);
    // The rule is an error, so nothing hides it; a made-up one is a suggestion only.
    desk.write("house/house/salt.md", SALT);
    desk.write("salt.txt", "Add more salt now.\n");
    let run = desk.run("check salt.txt --rules house");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("1 suggestion hidden"), "{}", run.stdout);
    let run = desk.run("check salt.txt --rules house --level suggestion");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("[house/salt]") || run.stdout.contains("└ house/salt"), "{}", run.stdout);
    assert_eq!(desk.run("check salt.txt --rules house --fail-on suggestion").status, 1);
}

/// A rule page of a house.
const SALT: &str = "---
level: suggestion
fix: unsafe
---
# Salt
> This house writes “season” for “{match}”.

So says the chef.

## Replace
- add more salt → season

## Examples
- Add more salt now. → Season now.

## Leave alone
- The salt is in the pot.
";
