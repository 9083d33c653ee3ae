use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::token("punctuation/decade-apostrophe", Wake::kinds(&[Kind::Number]), run);

fn run(number: At, report: &mut Report) {
    let text = number.text();
    let Some(stem) = text.strip_suffix("’s").or_else(|| text.strip_suffix("'s")) else { return };
    let figures = stem.trim_start_matches(['’', '\'']);
    let decade =
        matches!(figures.len(), 2 | 4) && figures.ends_with('0') && figures.bytes().all(|b| b.is_ascii_digit());
    if decade && is_plural(number, figures) {
        let from = number.span().start + stem.len() as u32;
        let mark = Span { start: from, end: number.span().end - 1 };
        report.add(Finding::at(number.span()).replace(mark, ""));
    }
}

/// Whether it is a decade and no year’s possessive: “the 1980’s”, “in her 30’s”, “the mid-90’s”.
fn is_plural(number: At, figures: &str) -> bool {
    let Some(before) = number.prev() else { return false };
    match before.text() {
        "the" | "The" => true,
        "my" | "your" | "his" | "her" | "their" | "our" => figures.len() == 2,
        "early" | "mid" | "late" | "Early" | "Late" | "roaring" | "swinging" => true,
        "-" => before.prev().is_some_and(|part| matches!(part.text(), "mid" | "Mid" | "early" | "late")),
        _ => false,
    }
}
