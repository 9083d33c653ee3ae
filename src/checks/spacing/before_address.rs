use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("spacing/before-address", Wake::kinds(&[Kind::Address]), run);

/// Of a shorter one the scheme itself may be made.
const SHORTEST: usize = 2;

fn run(address: At, report: &mut Report) {
    let text = address.text();
    let Some(at) = text.find("http://").or_else(|| text.find("https://")) else { return };
    let word = &text[..at];
    if word.len() >= SHORTEST && word.bytes().all(|b| b.is_ascii_alphabetic()) {
        let start = address.span().start as usize;
        let finding = Finding::at(Span::new(start, start + at)).with("word", word);
        report.add(finding.replace(Span::at(start + at), " "));
    }
}
