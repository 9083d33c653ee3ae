use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("punctuation/turned-quote", run);

fn run(reading: &Reading, report: &mut Report) {
    for &index in &reading.quotations().turned {
        let mark = reading.at(index);
        if !report.looks_at(&mark.block().as_copy()) {
            continue;
        }
        let opens = mark.text() == "”";
        let word = if opens { mark.next() } else { mark.prev() };
        let span = word.map_or(mark.span(), |word| mark.span().cover(word.span()));
        let (right, verb) = if opens { ("“", "opens") } else { ("”", "closes") };
        report.add(Finding::at(span).replace(mark.span(), right).with("verb", verb));
    }
}
