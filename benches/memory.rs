//! The most memory that a check of one long file takes, in times the file; at most five is wanted.
//! The text is a test article over and over, in the formats and shapes that need the most room:
//! one line, and markup every few words. Linux only: the kernel keeps the figure.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// In bytes.
const SIZE: usize = 50_000_000;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let article = include_str!("../tests/articles/extradition.txt");
    let words: Vec<&str> = article.split_whitespace().collect();
    let line = words.join(" ") + " ";
    let paragraphs: Vec<&str> = article.lines().filter(|line| !line.trim().is_empty()).collect();
    let html: String = paragraphs.iter().map(|p| format!("<p>{}</p>\n", p.replace('&', "&amp;"))).collect();
    let marked: Vec<String> = words.chunks(5).map(|few| format!("*{}* [{}](/a)", few[0], few[1..].join(" "))).collect();
    let dense = marked.chunks(9).fold(String::new(), |text, few| text + &few.join(" ") + "\n\n");
    let texts = [
        ("paragraphs.txt", article),
        ("line.txt", &line),
        ("line.html", &line),
        ("paragraphs.html", &html),
        ("line.md", &line),
        ("dense.md", &dense),
    ];
    for (name, text) in texts {
        let path = folder.path().join(name);
        std::fs::write(&path, text.repeat(SIZE / text.len() + 1)).expect("room for the file");
        let len = std::fs::metadata(&path).expect("the file is there").len();
        match peak(&path) {
            Some(peak) => println!("{name:16} {:5.2} times {:.1} MB", peak as f64 / len as f64, len as f64 / 1e6),
            None => println!("{name:16} not known on this system"),
        }
    }
}

/// The most memory that `copydesk check` has had for a file, in bytes.
fn peak(path: &Path) -> Option<u64> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["check", "--isolated", "--output-format", "json"])
        .arg(path)
        .stdout(Stdio::null())
        .spawn()
        .expect("copydesk runs");
    let mut most = None;
    while child.try_wait().expect("copydesk ends").is_none() {
        most = high_water(&child).max(most);
        std::thread::sleep(Duration::from_millis(1));
    }
    most
}

fn high_water(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
