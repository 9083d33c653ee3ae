//! What can't be read costs itself only: a clear word, exit code 2, and the others are read.

use std::fs;
#[cfg(unix)]
use std::process::Command;

use crate::desk::Desk;

/// Checks the folder, in which one article is in order but for one fault; gives what was said of
/// the other file.
fn complaint(desk: &Desk, words: &str) -> String {
    desk.write("good.txt", "The soup,the stew.\n");
    let run = desk.run(words);
    assert_eq!(run.status, 2, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("good.txt:1:5"), "the other article is read: {}", run.stdout);
    assert!(run.stdout.contains("1 article that could not be read"), "{}", run.stdout);
    let said = run.stderr.trim_end();
    assert_eq!(said.lines().count(), 1, "{said}");
    said.to_owned()
}

#[test]
fn a_text_that_is_not_utf_8() {
    let desk = Desk::with("old.txt", b"One pot.\nThe cafe\x92s soup.\n");
    let said = complaint(&desk, "check");
    assert!(
        said.starts_with("copydesk: could not read old.txt: it is not UTF-8: byte 17 (line 2, column 9)"),
        "{said}"
    );
    assert!(said.ends_with("Please save the file as UTF-8"), "{said}");
}

#[test]
fn a_binary_file_and_a_word_document() {
    let said = complaint(&Desk::with("picture.txt", b"abc\0\x01\x02"), "check");
    assert!(said.contains("picture.txt: it is not text"), "{said}");
    let said = complaint(&Desk::with("report.txt", b"PK\x03\x04rest"), "check");
    assert!(said.contains("a Word document"), "{said}");
}

#[test]
fn a_file_that_is_not_there() {
    let desk = Desk::with("article.txt", "The soup.\n");
    let said = complaint(&desk, "check good.txt artcle.txt");
    assert_eq!(said, "copydesk: could not read artcle.txt: there is no such file or folder. Did you mean article.txt?");
}

#[test]
#[cfg(unix)]
fn a_link_to_itself_and_a_folder_in_a_circle() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    symlink("ring.txt", desk.path("ring.txt")).unwrap();
    let said = complaint(&desk, "check");
    assert!(said.contains("ring.txt: its link leads in a circle"), "{said}");
    let said = complaint(&desk, "check good.txt ring.txt");
    assert!(said.contains("ring.txt: its link leads in a circle"), "{said}");
    let desk = Desk::with("folder/a.txt", "The soup.\n");
    symlink("..", desk.path("folder/up")).unwrap();
    let said = complaint(&desk, "check");
    assert!(said.contains("folder/up: its link leads in a circle"), "{said}");
}

#[test]
#[cfg(unix)]
fn a_link_to_nowhere() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("nowhere.txt", desk.path("gone.txt")).unwrap();
    let said = complaint(&desk, "check");
    assert!(said.contains("gone.txt: there is no such file"), "{said}");
}

#[test]
#[cfg(unix)]
fn a_pipe_and_a_device() {
    let desk = Desk::new();
    let made = Command::new("mkfifo").arg(desk.path("pipe.txt")).status();
    if made.is_ok_and(|status| status.success()) {
        let said = complaint(&desk, "check good.txt pipe.txt");
        assert!(said.contains("pipe.txt: it is a pipe, not a file"), "{said}");
    }
    let said = complaint(&desk, "check good.txt /dev/null");
    assert!(said.contains("/dev/null: it is a device, not a file"), "{said}");
}

#[test]
#[cfg(unix)]
fn no_permission() {
    use std::os::unix::fs::PermissionsExt;
    for (path, forbidden) in [("locked.txt", "locked.txt"), ("locked/a.txt", "locked")] {
        let desk = Desk::with(path, "The soup.\n");
        fs::set_permissions(desk.path(forbidden), fs::Permissions::from_mode(0o000)).unwrap();
        // Root may read everything.
        if fs::File::open(desk.path(forbidden)).is_err() {
            let said = complaint(&desk, "check");
            assert!(said.contains(&format!("{forbidden}: you have no permission")), "{said}");
        }
        fs::set_permissions(desk.path(forbidden), fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_over_four_gibibytes() {
    let desk = Desk::new();
    let file = fs::File::create(desk.path("long.txt")).unwrap();
    // It takes no room on the disk.
    if file.set_len(5 << 30).is_ok() {
        let said = complaint(&desk, "check");
        assert!(said.contains("long.txt: it is too long (5.0 GiB; at most 4)"), "{said}");
    }
}

#[test]
fn what_is_piped_in_is_held_to_the_same() {
    let run = Desk::new().pipe(b"caf\xE9", "check -");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("could not read <stdin>: it is not UTF-8: byte 3"), "{}", run.stderr);
    assert_eq!(Desk::new().pipe("", "check - other.txt").status, 2);
}
