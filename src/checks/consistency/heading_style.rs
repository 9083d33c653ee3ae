use crate::evidence::headings::{Heading, Style};
use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::Span;

pub const CHECK: Check = Check::article("consistency/heading-style", run);

/// So many headings of one style, for each of the other, make it the article's.
const MAJORITY: usize = 3;

fn run(reading: &Reading, report: &mut Report) {
    let headings = reading.headings();
    let span = |heading: &Heading| reading.article.blocks[heading.block].span;
    let levels = headings.all.iter().map(|h| h.level).max().unwrap_or(0);
    for level in 1..=levels {
        let of = |style: Style| -> Vec<&Heading> {
            let alike = headings.all.iter().filter(|h| h.level == level && h.style == style && is_plain(h));
            // Without markup a line with another right under it may be no heading.
            alike.filter(|h| !InBlock { reading, number: h.block }.has_next_line()).collect()
        };
        let (headline, sentence) = (of(Style::Headline), of(Style::Sentence));
        let (odd, main, name, other) = match (headline.len(), sentence.len()) {
            (h, s) if s > 0 && h >= MAJORITY * s => (sentence, headline, "a sentence", "headlines"),
            (h, s) if h > 0 && s >= MAJORITY * h => (headline, sentence, "a headline", "sentences"),
            _ => continue,
        };
        // A heading that only misses a few capitals has its own finding.
        let odd: Vec<Span> = odd.into_iter().filter(|h| headings.meant_as_headline(h).is_none()).map(span).collect();
        let Some((first, rest)) = odd.split_first() else { continue };
        let mut finding =
            Finding::at(*first).with("style", name).with("other", other).with("count", main.len().to_string());
        finding = rest.iter().fold(finding, |f, s| f.related(*s, "here too"));
        report.add(finding.related(span(main[0]), "in the other style"));
    }
}

/// Whether the style of the heading is plain enough to hold against others.
fn is_plain(heading: &Heading) -> bool {
    match heading.style {
        Style::Headline => heading.lowered.is_empty() && heading.weight > 2,
        Style::Sentence => heading.weight == 0 && heading.lowered.len() > 1,
        _ => false,
    }
}
