//! Reading any text as HTML gives an article whose pieces tile its prose.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/common/mod.rs"]
mod common;

use copydesk::text::read::html::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| common::check(&read(text)));
