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
    assert_eq!(run.stdout, "No articles to read: copydesk.toml leaves out all that there are.\n");
    desk.write("b.txt", "The soup.\n");
    let run = desk.run("check");
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
fn a_style_that_no_rule_knows_is_shown_in_the_file() {
    let desk = Desk::with("copydesk.toml", "styles = [\"ap\", \"gaurdian\"]\n");
    let run = desk.run("check");
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "No articles found: copydesk looks for .txt, .md and .html files.\n")
    );
    desk.write("a.txt", WRONG);
    let run = desk.run("check");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("no rule knows the style “gaurdian”"), "{}", run.stderr);
    assert!(run.stderr.contains("┌─ copydesk.toml:1:17"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean “guardian”?"), "{}", run.stderr);
    // A page of the house's own may name a style of its own.
    desk.write("house/house/salt.md", crate::SALT.replace("fix: unsafe", "fix: unsafe\nstyle: kitchen"));
    desk.write("copydesk.toml", "styles = [\"kitchen\"]\nrules = [\"house\"]\n");
    assert_eq!(desk.run("check").status, 1);
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
fn words_of_the_house_keep_their_own_capitals() {
    let desk =
        Desk::with("copydesk.toml", "words = [\"GitHub\", \"TfL\", \"Nato\", \"O'Neill's\", \"CrossFit Games\"]\n");
    let right =
        "GitHub and TfL wrote to Nato about O’Neill’s. Three GitHubs and GitHub’s desk saw the CrossFit Games.\n";
    desk.write("right.txt", right);
    assert_eq!(desk.run("check right.txt").status, 0);
    desk.write(
        "shouted.txt",
        "GITHUB AND NATO MEET AT CROSSFIT GAMES\n\nThey met in the hall of the new school on Monday.\n",
    );
    assert_eq!(desk.run("check shouted.txt").status, 0);
    let wrong =
        "Github and TFL wrote to NATO about O’neill’s. Three githubs and GITHUB’s desk saw the crossfit games.\n";
    desk.write("wrong.txt", wrong);
    assert_eq!(desk.run("check wrong.txt --fix --unsafe-fixes").status, 0);
    assert_eq!(desk.text("wrong.txt"), right);
    assert!(desk.run("rule house/names").stdout.contains("CrossFit Games"));
}

#[test]
fn words_that_the_house_rejects_are_found_whatever_they_look_like() {
    let desk = Desk::with("copydesk.toml", "[reject]\n\"e-mail|e-mails\" = \"email|emails\"\nKiev = \"Kyiv\"\n");
    desk.write("a.txt", "E-mails went out by e-mail from Kiev’s post office, said the man in Kiev.\n");
    let run = desk.run("check a.txt --output-format concise");
    let place = "a.txt:1:1: warning This house writes “Emails”, not “E-mails”. [house/reject]\n";
    assert!(run.stdout.starts_with(place), "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 4, "{}", run.stdout);
    assert_eq!(desk.run("check a.txt --fix").status, 0);
    assert_eq!(desk.text("a.txt"), "Emails went out by email from Kyiv’s post office, said the man in Kyiv.\n");
    assert!(desk.run("rule house/reject").stdout.contains("• Kiev → Kyiv"));
}

#[test]
fn a_word_that_the_house_rejects_and_spelling_does_not_know_is_found_once() {
    let desk = Desk::with("copydesk.toml", "[reject]\nalot = \"much\"\nfrobnitz = \"widget\"\n");
    desk.write("a.txt", "It cost alot, said the maker of the frobnitz.\n");
    let run = desk.run("check a.txt --output-format concise");
    assert_eq!(run.stdout.matches("[house/reject]").count(), 2, "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 2, "{}", run.stdout);
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
}

#[test]
fn settings_and_pages_that_cannot_be_read_say_why() {
    let desk = Desk::with("a.txt", WRONG);
    desk.write("old/page.md", b"# Caf\xe9\n");
    for (words, said) in [
        ("--config no.toml", "no.toml can’t be used: there is no such file or folder"),
        ("--config old", "old can’t be used: it is a folder, not a file"),
        ("--rules nowhere", "nowhere can’t be used: there is no such file or folder"),
        ("--rules a.txt", "a.txt can’t be used: it is no folder"),
        ("--rules old", "old/page.md can’t be used: it is not UTF-8: byte 5 (line 1, column 6)"),
    ] {
        let run = desk.run(&format!("check a.txt {words}"));
        assert_eq!(run.status, 2, "{words}");
        assert!(run.stderr.starts_with(&format!("error: {said}")), "{}", run.stderr);
    }
}
