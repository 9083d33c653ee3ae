use crate::diagnostic::{Applicability, Edit, Level};
use crate::lexicon::Traits;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{Format, Kind, Span};

pub const CHECK: Check = Check::article("consistency/quote-marks", run);

/// More marks than these are not shown one by one.
const SHOWN: usize = 12;
/// So many curly marks show that a text has them.
const SEVERAL: usize = 5;
/// So many times more of one kind make the other a slip.
const SLIP: usize = 20;

fn run(reading: &Reading, report: &mut Report) {
    if !may_have_both(reading.article.prose.as_bytes()) {
        return;
    }
    let (straight, curly) = count(reading);
    if straight == 0 || curly == 0 {
        return;
    }
    let straight_is_odd = straight <= curly;
    let mut odd = places(reading, straight_is_odd);
    // Of Markdown many a page turns straight marks into curly ones by itself.
    let half = half_of_a_pair(reading, &odd).filter(|_| reading.article.format != Format::Markdown);
    let edits: Vec<Edit> = odd.iter().map(|(span, to)| Edit::new(*span, *to)).collect();
    if odd.is_empty() {
        return;
    }
    let edits_of_one = edits.len() == 1;
    let (first, _) = odd.remove(half.unwrap_or(0));
    let (own, other, most) =
        if straight_is_odd { ("straight", "curly", curly) } else { ("curly", "straight", straight) };
    let mut finding = Finding::at(first)
        .with("own", own)
        .with("other", other)
        .with("odd", edits.len().to_string())
        .with("most", most.to_string())
        .fix(edits);
    // An apostrophe stands in a word.
    let quoted = |(span, _): &(Span, &str)| {
        let mark = reading.starting_at(span.start as usize);
        mark.is_some_and(|mark| !mark.is(Kind::Word))
    };
    let seen = || reading.is_one_screen() && reading.article.format != Format::Markdown;
    // One straight apostrophe among several curly ones is the trace of a hand, not of a program.
    let hand = || straight_is_odd && edits_of_one && curly >= SEVERAL;
    if half.is_some() || seen() && (quoted(&(first, "")) || odd.iter().any(quoted) || hand()) {
        finding = finding.level(Level::Warning);
    }
    // A mark that others need not follow is for its writer to choose.
    if (odd.len() + 1) * SLIP > most {
        finding = finding.applicability(Applicability::Manual);
    }
    finding = odd.iter().take(SHOWN).fold(finding, |f, (span, _)| f.related(*span, format!("{own} too")));
    report.add(finding);
}

/// Whether marks of both kinds can be in the prose: most houses have one kind only.
fn may_have_both(prose: &[u8]) -> bool {
    const FIRST_OF_CURLY: u8 = "’".as_bytes()[0];
    memchr::memchr2(b'"', b'\'', prose).is_some() && memchr::memchr(FIRST_OF_CURLY, prose).is_some()
}

/// How many marks are straight, and how many curly.
fn count(reading: &Reading) -> (usize, usize) {
    let (mut straight, mut curly) = (0, 0);
    for (_, entry) in reading.forms_with(Traits::APOSTROPHE) {
        let form = &reading.article.prose[entry.first];
        straight += if form.contains('\'') { entry.count as usize } else { 0 };
        curly += if form.contains('’') { entry.count as usize } else { 0 };
    }
    for token in &reading.tokens {
        if matches!(token.kind, Kind::OpenQuote | Kind::CloseQuote | Kind::StraightQuote) {
            match reading.text(token) {
                "\"" => straight += 1,
                "“" | "”" => curly += 1,
                _ => {}
            }
        }
    }
    (straight, curly)
}

/// Which of the marks opens or closes a quotation of which the other end is of the other kind, if one
/// does: that is seen at once, where a lone straight apostrophe is what a page would set right by itself.
fn half_of_a_pair(reading: &Reading, odd: &[(Span, &'static str)]) -> Option<usize> {
    let quotations = reading.quotations();
    let is_odd = |mark: usize| {
        let start = reading.tokens[mark].span().start;
        odd.binary_search_by_key(&start, |(span, _)| span.start).is_ok()
    };
    odd.iter().position(|(span, _)| {
        let mark = reading.token_at(span.start);
        let partner = quotations.closing(mark).or_else(|| quotations.opening(mark));
        partner.is_some_and(|partner| !is_odd(partner))
    })
}

/// The straight or the curly marks of the copy, each with what it would be as one of the others.
fn places(reading: &Reading, straight: bool) -> Vec<(Span, &'static str)> {
    let mut places = Vec::new();
    for block in reading.blocks().filter(|b| !b.is_furniture()) {
        for token in block.tokens() {
            let text = reading.text(token);
            match token.kind {
                Kind::OpenQuote if straight && text == "\"" => places.push((token.span(), "“")),
                Kind::CloseQuote if straight && text == "\"" => places.push((token.span(), "”")),
                Kind::OpenQuote | Kind::CloseQuote if !straight && matches!(text, "“" | "”") => {
                    places.push((token.span(), "\""));
                }
                Kind::Word if reading.traits(token).any(Traits::APOSTROPHE) => {
                    let (from, to) = if straight { ('\'', "’") } else { ('’', "'") };
                    if let Some(at) = text.find(from) {
                        let start = token.start() as usize + at;
                        places.push((Span::new(start, start + from.len_utf8()), to));
                    }
                }
                _ => {}
            }
        }
    }
    places
}
