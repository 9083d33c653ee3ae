//! Any text is a rule's page or is refused with errors that point into it; and a page that is one
//! can be run over its own texts.
#![no_main]

#[path = "../../tests/common/pages.rs"]
mod pages;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    pages::hold(text);
});
