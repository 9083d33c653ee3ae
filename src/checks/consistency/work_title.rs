use crate::diagnostic::Level;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind, MarkKind, Span};

pub const CHECK: Check = Check::article("consistency/work-title", run);

/// A longer text in italics is no title, in bytes.
const LONGEST: u32 = 80;
/// More titles than these are a bibliography.
const MOST: usize = 8;
/// And more than these a catalogue, which is no article.
const CATALOGUE: usize = 256;

fn run(reading: &Reading, report: &mut Report) {
    let marks = || reading.article.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Emphasis | MarkKind::Cite));
    if marks().next().is_none() {
        return;
    }
    let mut titles: Vec<(&str, Span)> =
        marks().filter_map(|mark| Some((title(reading, mark.span)?, mark.span))).collect();
    titles.sort_by_key(|(title, span)| (*title, span.start));
    titles.dedup_by_key(|(title, _)| *title);
    if titles.is_empty() || titles.len() > CATALOGUE {
        return;
    }
    let all = Covered::by(reading.article.marks.iter().map(|mark| mark.span));
    let sought = if titles.len() > MOST { &[] } else { &titles[..] };
    for &(title, italic) in sought {
        if let Some(plain) = plain_place(reading, title, &all) {
            let message = format!("“{title}” is in plain type here, in italics elsewhere. Please choose one form.");
            let finding = Finding::at(plain).say(message).related(italic, "in italics here");
            let often = marks().filter(|mark| bare(&reading.article.prose[mark.span]) == title).count();
            let seen = often > 1 && reading.is_one_screen();
            report.add(if seen { finding } else { finding.level(Level::Suggestion) });
        }
    }
    if reading.quotes.is_empty() {
        return;
    }
    let italics = Covered::by(marks().map(|mark| mark.span));
    let mut told = vec![false; titles.len()];
    for &open in &reading.quotes {
        let Some((span, inside)) = quoted(reading, open) else { continue };
        let Ok(number) = titles.binary_search_by_key(&inside, |(title, _)| *title) else { continue };
        let italic = titles[number].1;
        // Italics and marks at once are a style of its own.
        if !italics.overlap(span) && !std::mem::replace(&mut told[number], true) {
            report.add(Finding::at(span).with("title", inside).related(italic, "in italics here"));
        }
    }
}

/// What marks cover: spans apart from one another, in the order of the text.
struct Covered(Vec<Span>);

impl Covered {
    /// By marks in the order in which they start.
    fn by(marks: impl Iterator<Item = Span>) -> Covered {
        let mut spans: Vec<Span> = Vec::new();
        for mark in marks {
            match spans.last_mut().filter(|last| last.overlaps(mark)) {
                Some(last) => *last = last.cover(mark),
                None => spans.push(mark),
            }
        }
        Covered(spans)
    }

    fn overlap(&self, span: Span) -> bool {
        let next = self.0.partition_point(|covered| covered.end <= span.start);
        self.0.get(next).is_some_and(|covered| covered.overlaps(span))
    }
}

/// Where the title stands in a paragraph without marks of any kind.
fn plain_place(reading: &Reading, title: &str, marks: &Covered) -> Option<Span> {
    let prose = &reading.article.prose;
    let places = memchr::memmem::find_iter(prose.as_bytes(), title.as_bytes());
    let spans = places.map(|start| Span { start: start as u32, end: (start + title.len()) as u32 });
    let plain = |span: &Span| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '"' | '“' | '”' | '-'));
        let (before, after) =
            (prose[..span.start as usize].chars().next_back(), prose[span.end as usize..].chars().next());
        let Some(first) = reading.starting_at(span.start as usize) else { return false };
        let block = first.block();
        !marks.overlap(*span)
            && !letter(before)
            && !letter(after)
            && block.kind() == BlockKind::Paragraph
            && !block.is_furniture()
    };
    spans.into_iter().find(plain)
}

/// The text in italics, if it can be a title: it starts with a capital, and has another or two words.
fn title<'r>(reading: &'r Reading, span: Span) -> Option<&'r str> {
    let text = bare(&reading.article.prose[span]);
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let may_be = span.len() <= LONGEST as usize && text.starts_with(char::is_uppercase);
    (may_be && (capitals > 1 && text.contains(' '))).then_some(text)
}

/// What opens and closes with marks here, if it is short enough to be a title.
fn quoted<'r>(reading: &'r Reading, open: usize) -> Option<(Span, &'r str)> {
    let close = reading.quotations().closing(open)?;
    let mark = |index: usize| -> At<'r> { reading.at(index) };
    let inside = Span { start: mark(open).span().end, end: mark(close).span().start };
    (mark(open).is(Kind::OpenQuote) || mark(open).is(Kind::StraightQuote)).then_some(())?;
    (inside.len() <= LONGEST as usize)
        .then(|| (mark(open).span().cover(mark(close).span()), bare(&reading.article.prose[inside])))
}

/// Without the stop or comma that stands inside the marks in American style.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches([',', '.', ';', ':'])
}
