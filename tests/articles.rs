//! The test articles: what is found in them, and that fixing them comes to rest.

use copydesk::diagnostic::Applicability;
use copydesk::fix;
use copydesk::lexicon::Lexicon;
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::text::Format;

fn linter() -> Linter {
    let rules = Registry::built_in().select(&Selection::default()).expect("nothing is named");
    Linter::new(rules, Lexicon::default(), Options::default())
}

#[test]
fn fixing_comes_to_rest_and_a_second_run_changes_nothing() {
    let linter = linter();
    for entry in std::fs::read_dir("tests/articles").unwrap() {
        let path = entry.unwrap().path();
        let format = match path.extension().and_then(|e| e.to_str()) {
            Some("txt") => Format::Plain,
            Some("md") => Format::Markdown,
            Some("html") => Format::Html,
            _ => continue,
        };
        let source = std::fs::read_to_string(&path).unwrap();
        for least in [Applicability::Safe, Applicability::Unsafe] {
            let once = fix::fix(&linter, &source, format, least).unwrap();
            let twice = fix::fix(&linter, &once.text, format, least).unwrap();
            assert_eq!((twice.applied, &twice.text), (0, &once.text), "{}", path.display());
        }
    }
}
