//! What holds of any text that is given as a rule's page, for the property tests and the fuzzer.

use copydesk::lexicon::Lexicon;
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::rule::Page;
use copydesk::rule::page::parse;
use copydesk::text::Format;

const ID: &str = "usage/fuzzed";

/// Any text is a rule's page or is refused with errors that point into it; and a page that is one can
/// be run over its own texts. Whether it is one.
pub fn hold(text: &str) -> bool {
    let sheet = match parse(ID, text) {
        Ok(sheet) => sheet,
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!(text.get(error.span.range()).is_some(), "{error} points at {:?}", error.span);
            }
            return false;
        }
    };
    let linter = linter(sheet.page);
    for example in sheet.examples.iter().chain(&sheet.leave_alone) {
        assert!(text.get(example.span.range()).is_some());
        check(&linter, &example.text);
    }
    check(&linter, text);
    true
}

/// Runs this rule and no other.
fn linter(page: Page) -> Linter {
    let mut registry = Registry::built_in();
    registry.add(page);
    let selection = Selection { select: vec![ID.to_owned()], ..Selection::default() };
    let rules = registry.select(&selection).expect("the rule is there");
    Linter::new(rules, Lexicon::default(), Options::default())
}

/// Looks for the page's phrases in a text.
fn check(linter: &Linter, text: &str) {
    let found = linter.check(text, Format::Plain).diagnostics;
    for edit in found.iter().flat_map(|d| &d.fixes).flat_map(|fix| &fix.edits) {
        assert!(text.get(edit.span.range()).is_some());
    }
}
