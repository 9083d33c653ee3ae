//! Any text is a rule's page or is refused with errors that point into it; and a page that is one
//! can be run over its own texts.
#![no_main]

use std::sync::LazyLock;

use copydesk::diagnostic::Diagnostic;
use copydesk::lexicon::Lexicon;
use copydesk::reading::{Options, Reading};
use copydesk::rule::Page;
use copydesk::rule::page::parse;
use copydesk::rule::phrase::{self, Glance, Glances, Index};
use copydesk::text::{Token, read};
use libfuzzer_sys::fuzz_target;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
static OPTIONS: LazyLock<Options> = LazyLock::new(Options::default);

fuzz_target!(|text: &str| {
    match parse("usage/fuzzed", text) {
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!(text.get(error.span.range()).is_some(), "{error} points at {:?}", error.span);
            }
        }
        Ok(sheet) => {
            for example in sheet.examples.iter().chain(&sheet.leave_alone) {
                assert!(text.get(example.span.range()).is_some());
                run(&sheet.page, &example.text);
            }
            run(&sheet.page, text);
        }
    }
});

/// Looks for the page's phrases in a text.
fn run(page: &Page, text: &str) {
    let index = Index::of([&*page.phrases].into_iter());
    let article = read::plain::read(text);
    let reading = Reading::new(&article, &LEXICON, &OPTIONS);
    let mut found: Vec<Diagnostic> = Vec::new();
    let glance = |token: &Token| match token.kind.is_wordlike() {
        true => Glance::of(reading.text(token)).into(),
        false => Glances::of_mark(reading.text(token)),
    };
    for at in reading.blocks().flat_map(|block| block.each()) {
        phrase::run(at, &index, index.key(at.text()), glance, |_| Some(page), &mut found);
    }
    for edit in found.iter().flat_map(|d| &d.fixes).flat_map(|fix| &fix.edits) {
        assert!(article.prose.get(edit.span.range()).is_some());
    }
}
