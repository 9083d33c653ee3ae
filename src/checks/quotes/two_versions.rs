use crate::evidence::repeats::Passage;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, Span};

pub const CHECK: Check = Check::article("quotes/two-versions", run);

fn run(reading: &Reading, report: &mut Report) {
    for passage in reading.repeats().passages().iter().filter(|p| differs(reading, p)) {
        report.add(Finding::at(passage.places[1]).related(passage.places[0], "The same words stand here otherwise."));
    }
}

/// Whether the two places are of one quotation, whose speaker says a thing in two ways, or they
/// share no more than a phrase.
fn is_chance(reading: &Reading, passage: &Passage) -> bool {
    let spans = reading.quotations().spans();
    let number = |place: Span| spans.partition_point(|q| q.start <= place.start).saturating_sub(1);
    let [one, other] = [number(passage.places[0]), number(passage.places[1])];
    let little = |n: usize, place: Span| 2 * place.len() < spans[n].len();
    let block =
        |place: Span| reading.article.block_at(place.start).is_some_and(|b| b.flags.contains(BlockFlags::QUOTATION));
    let [first, second] = [passage.places[0], passage.places[1]];
    // The terms of a list have much in common: “cut: moves the text”, “copy: copies the text”.
    let near = second.start.saturating_sub(first.end) < 1500 && block(first) && block(second);
    let loose = [little(one, first), little(other, second)];
    near || one == other || loose == [true; 2] || loose[0] && block(first) || loose[1] && block(second)
}

/// Whether two quotations of the same words disagree, and do not say so by brackets or dots.
fn differs(reading: &Reading, passage: &Passage) -> bool {
    let marked =
        |span: Span| reading.article.prose[span].contains(['[', '…']) || reading.article.prose[span].contains("...");
    passage.quoted == 2
        && passage.changes > 0
        && passage.telling > 2
        && passage.words > 6
        && !is_chance(reading, passage)
        && !passage.places.iter().take(2).any(|span| marked(*span))
}
