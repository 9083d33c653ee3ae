use crate::reading::InBlock;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, BlockKind, Format, Kind};

pub const CHECK: Check = Check::block("quotes/unmarked-pull-quote", run);

/// Only the line under it shows that these are somebody's words.
fn run(line: InBlock, report: &mut Report) {
    let reading = line.reading;
    // At the top of a text stands its title.
    let Some(above) = line.number.checked_sub(1).filter(|above| *above > 0) else { return };
    let quote = InBlock { reading, number: above };
    let marked = quote.each().take(2).any(|at| is_open(at.kind())) || quote.has(BlockFlags::QUOTATION);
    if line.kind() != BlockKind::Attribution || quote.kind() != BlockKind::Paragraph || marked || is_dashed(line) {
        return;
    }
    let mut finding = Finding::at(quote.span()).related(line.span(), "This line names the speaker.");
    for passage in reading.repeats().passages() {
        let [first, second, ..] = passage.places[..] else { continue };
        let other = if quote.span().contains(second) {
            first
        } else if quote.span().contains(first) {
            second
        } else {
            continue;
        };
        if reading.quotations().contains(other) {
            finding = finding.related(other, "These words stand in quotation marks here.");
        }
    }
    report.add(finding);
}

fn is_open(kind: Kind) -> bool {
    matches!(kind, Kind::OpenQuote | Kind::StraightQuote | Kind::OpenSingle)
}

/// A dash before the name sets the words above it off as well as marks do.
fn is_dashed(line: InBlock) -> bool {
    let article = line.reading.article;
    let before = &article.prose[..line.span().start as usize];
    article.format != Format::Plain || before.trim_end_matches([' ', '\u{a0}']).ends_with(['—', '–', '-'])
}
