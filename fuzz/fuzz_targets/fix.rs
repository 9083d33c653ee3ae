//! The promises, held against what the fuzzer makes up: the first byte chooses the format.

#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

use std::sync::LazyLock;

use copydesk::lint::Linter;
use libfuzzer_sys::fuzz_target;

static LINTER: LazyLock<Linter> = LazyLock::new(promises::linter);

fuzz_target!(|data: &[u8]| {
    let Some((&first, rest)) = data.split_first() else { return };
    if let Ok(text) = std::str::from_utf8(rest) {
        promises::hold(&LINTER, text, promises::FORMATS[usize::from(first) % 3]);
    }
});
