//! The test articles. Beside each stands a list of its faults, written by hand: what is found must
//! be those faults, all of them, and nothing else. The whole report of each is kept as a snapshot.
//!
//! A line of a list has the rule, what it points at and, after an arrow, what its first fix makes
//! of that.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use copydesk::diagnostic::{Diagnostic, Level};
use copydesk::edits::apply;
use copydesk::lexicon::Lexicon;
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::text::{Format, Span};

#[test]
fn the_faults_of_each_article_are_found_and_nothing_else() {
    let linter = linter();
    let mut failures = String::new();
    for list in files("faults") {
        let article = article_of(&list);
        let source = std::fs::read_to_string(&article).expect("each list has its article");
        let outcome = linter.check(&source, Format::of(&article));
        let found = outcome.diagnostics.iter().filter(|d| d.level > Level::Suggestion);
        let found: Vec<String> = found.map(|d| row(d, &source)).collect();
        let text = std::fs::read_to_string(&list).expect("it was listed");
        let expected: Vec<String> = text.lines().filter(|l| !l.starts_with('#')).map(tidy).collect();
        for missed in expected.iter().filter(|row| !found.contains(row)) {
            writeln!(failures, "{}: missed    {missed}", article.display()).unwrap();
        }
        for stray in found.iter().filter(|row| !expected.contains(row)) {
            writeln!(failures, "{}: not meant {stray}", article.display()).unwrap();
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn the_report_on_each_article_reads_as_its_snapshot() {
    let linter = linter();
    for list in files("faults") {
        let article = article_of(&list);
        let source = std::fs::read_to_string(&article).expect("each list has its article");
        let mut report = String::new();
        for diagnostic in linter.check(&source, Format::of(&article)).diagnostics {
            let line = 1 + source[..diagnostic.span.start as usize].matches('\n').count();
            writeln!(report, "{line}: {}: {} [{}]", diagnostic.level, diagnostic.message, diagnostic.rule).unwrap();
        }
        let name = article.file_stem().and_then(|n| n.to_str()).expect("test articles have plain names");
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("article_{name}"), report));
    }
}

fn linter() -> Linter {
    let rules = Registry::built_in().select(&Selection::default()).expect("nothing is named");
    Linter::new(rules, Lexicon::default(), Options::default())
}

fn files(extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir("tests/articles").expect("the folder is in the repository");
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("it can be read").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == extension));
    files.sort();
    files
}

fn article_of(list: &Path) -> PathBuf {
    let forms = ["txt", "md", "html"].map(|extension| list.with_extension(extension));
    forms.into_iter().find(|path| path.exists()).expect("each list has its article")
}

/// A finding as a line of the list.
fn row(diagnostic: &Diagnostic, source: &str) -> String {
    let fixed = diagnostic.fixes.first().filter(|fix| !fix.edits.is_empty()).map(|fix| {
        let whole = fix.edits.iter().fold(diagnostic.span, |span, edit| span.cover(edit.span));
        let shifted = fix.edits.iter().map(|edit| {
            let mut edit = edit.clone();
            edit.span = Span { start: edit.span.start - whole.start, end: edit.span.end - whole.start };
            edit
        });
        let shifted: Vec<_> = shifted.collect();
        format!("{} → {}", &source[whole], apply(&source[whole], &shifted))
    });
    tidy(&format!("{} | {}", diagnostic.rule, fixed.unwrap_or_else(|| source[diagnostic.span].to_owned())))
}

/// With single spaces, so that a list may be set in columns.
fn tidy(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
