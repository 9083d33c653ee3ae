//! `--fix` and `--diff`: what is written, and what must stay as it was.

use std::fs;
use std::process::{Command, Stdio};

use crate::desk::Desk;

const WRONG: &str = "The cook stirred the soup,the stew.\n";
const RIGHT: &str = "The cook stirred the soup, the stew.\n";

#[test]
fn a_fix_is_written_counted_and_final() {
    let desk = Desk::with("soup.txt", WRONG);
    let run = desk.run("check soup.txt --fix");
    assert_eq!((run.status, run.stdout.as_str()), (0, "✓ 1 corrected\n"));
    assert_eq!(desk.text("soup.txt"), RIGHT);
    let run = desk.run("check soup.txt --fix");
    assert_eq!(run.stdout, "✓ Nothing to correct\n");
}

#[test]
fn likely_corrections_are_made_only_when_asked_for() {
    let desk = Desk::with("house/house/salt.md", crate::SALT);
    desk.write("soup.txt", "Add more salt now.\n");
    desk.run("check soup.txt --rules house --fix");
    assert_eq!(desk.text("soup.txt"), "Add more salt now.\n");
    let run = desk.run("check soup.txt --rules house --fix --unsafe-fixes");
    assert_eq!(desk.text("soup.txt"), "Season now.\n", "{}", run.stdout);
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let desk = Desk::with("soup.txt", "\u{FEFF}One pot.\r\n\r\nThe soup,the stew.\r\n");
    assert_eq!(desk.run("check soup.txt --fix").status, 0);
    assert_eq!(desk.text("soup.txt"), "\u{FEFF}One pot.\r\n\r\nThe soup, the stew.\r\n");
}

fn wide(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

#[test]
fn utf_16_is_read_and_written_back_as_it_was() {
    let desk = Desk::with("soup.txt", wide("The crème,the brûlée.\n"));
    let run = desk.run("check soup.txt --fix");
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(desk.read("soup.txt"), wide("The crème, the brûlée.\n"));
}

#[test]
fn utf_16_stays_out_of_a_patch_which_git_could_not_apply() {
    let desk = Desk::with("soup.txt", wide("The soup,the stew.\n"));
    desk.write("clean.txt", wide("The soup.\n"));
    desk.write("stew.txt", WRONG);
    let run = desk.run("check --diff");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stdout.starts_with("--- a/stew.txt\n"), "{}", run.stdout);
    assert!(run.stderr.starts_with("copydesk: left soup.txt out of the patch"), "{}", run.stderr);
    assert!(!run.stderr.contains("clean.txt"), "{}", run.stderr);
}

#[test]
#[cfg(unix)]
fn permissions_stay_and_a_link_is_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::with("kept/soup.txt", WRONG);
    fs::set_permissions(desk.path("kept/soup.txt"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("kept/soup.txt", desk.path("link.txt")).unwrap();
    assert_eq!(desk.run("check link.txt --fix").status, 0);
    assert_eq!(desk.text("kept/soup.txt"), RIGHT);
    assert!(fs::symlink_metadata(desk.path("link.txt")).unwrap().is_symlink());
    assert_eq!(fs::metadata(desk.path("kept/soup.txt")).unwrap().permissions().mode() & 0o777, 0o640);
    let left: Vec<_> = fs::read_dir(desk.path("kept")).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing else is left in the folder");
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_written_is_left_alone_and_its_faults_are_told() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("soup.txt", WRONG);
    fs::set_permissions(desk.path("soup.txt"), fs::Permissions::from_mode(0o444)).unwrap();
    let run = desk.run("check soup.txt --fix");
    if fs::OpenOptions::new().write(true).open(desk.path("soup.txt")).is_ok() {
        // Root may write it all the same, and its mode stays.
        assert_eq!(desk.text("soup.txt"), RIGHT);
        assert_eq!(fs::metadata(desk.path("soup.txt")).unwrap().permissions().mode() & 0o777, 0o444);
        return;
    }
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("could not correct soup.txt: it is read-only"), "{}", run.stderr);
    assert!(run.stdout.contains("spacing/after-comma"));
    assert_eq!(desk.text("soup.txt"), WRONG);
}

#[test]
fn a_file_without_faults_is_not_written() {
    let desk = Desk::with("soup.txt", RIGHT);
    let before = fs::metadata(desk.path("soup.txt")).unwrap().modified().unwrap();
    desk.run("check soup.txt --fix");
    assert_eq!(fs::metadata(desk.path("soup.txt")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_diff_changes_nothing_and_ends_with_what_was_found() {
    let desk = Desk::with("soup.txt", WRONG);
    let run = desk.run("check soup.txt --diff");
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stdout,
        "--- a/soup.txt\n+++ b/soup.txt\n@@ -1 +1 @@\n-The cook stirred the soup,the stew.\n\
         +The cook stirred the soup, the stew.\n"
    );
    assert!(run.stderr.contains("1 to correct"), "the summary is no part of a patch: {}", run.stderr);
    assert_eq!(desk.text("soup.txt"), WRONG);
}

#[test]
fn git_applies_a_diff_and_gets_what_fix_would_write() {
    if !Command::new("git").arg("--version").output().is_ok_and(|output| output.status.success()) {
        return;
    }
    let articles = [
        ("soup.txt", "One pot.\r\nThe soup,the stew.\r\nTwo pots."),
        ("two words.md", "# The soup\n\nThe soup,the stew."),
        ("menu/marked.html", "\u{FEFF}<p>The soup,the stew.</p>\n"),
    ];
    let (patched, fixed) = (Desk::new(), Desk::new());
    for (path, text) in articles {
        patched.write(path, text);
        fixed.write(path, text);
    }
    assert_eq!(fixed.run("check . --fix").status, 0);
    let diff = patched.run("check . --diff").stdout;
    patched.write("fixes.patch", &diff);
    let mut git = Command::new("git");
    git.args(["apply", "--whitespace=nowarn", "fixes.patch"]).current_dir(patched.path(""));
    let run = patched.finish(&mut git);
    assert_eq!(run.status, 0, "{}\n{diff}", run.stderr);
    for (path, text) in articles {
        assert_eq!(patched.text(path), fixed.text(path));
        assert_ne!(fixed.text(path), text);
    }
}

#[test]
fn piped_in_with_fix_it_is_a_filter() {
    let desk = Desk::new();
    let run = desk.pipe(WRONG, "check - --fix");
    assert_eq!((run.status, run.stdout.as_str()), (0, RIGHT));
    assert_eq!(run.stderr, "✓ 1 corrected\n");
    let run = desk.pipe("<p>The soup,the <code>a,b</code></p>", "check - --fix --stdin-filename a.html");
    assert_eq!(run.stdout, "<p>The soup, the <code>a,b</code></p>");
}

#[test]
fn fix_and_diff_exclude_each_other() {
    assert_eq!(Desk::new().run("check --fix --diff").status, 2);
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_ends_quietly() {
    let desk = Desk::new();
    for number in 0..40 {
        desk.write(&format!("{number}.txt"), WRONG.repeat(400));
    }
    let mut child = desk.copydesk("check .").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.code().is_some_and(|code| code < 2), "{:?}", output.status);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
