use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("structure/script-as-text", run);

/// What stands in scripts and style sheets only.
const SIGNS: &[&str] = &[
    "document.createElement",
    "document.getElement",
    "document.querySelector",
    "document.write(",
    "window.dataLayer",
    "addEventListener(",
    "!important;",
    "(function(",
    "(function ()",
];

fn run(reading: &Reading, report: &mut Report) {
    let prose = &reading.article.prose;
    // Few articles have a brace and a semicolon, and fewer any of the signs.
    if memchr::memchr(b'{', prose.as_bytes()).is_none() {
        return;
    }
    let signs = |text: &str| SIGNS.iter().filter_map(|sign| text.find(sign).map(|at| (at, sign.len()))).min();
    for block in reading.blocks() {
        let text = block.text();
        if !text.contains('{') || !text.contains(';') || !report.looks_at(block.block()) {
            continue;
        }
        if let Some((at, len)) = signs(text) {
            let start = block.span().start as usize + at;
            report.add(Finding::at(Span::new(start, start + len)));
        }
    }
}
