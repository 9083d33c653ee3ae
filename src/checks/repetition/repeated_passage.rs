use crate::evidence::repeats::Passage;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("repetition/repeated-passage", run);

fn run(reading: &Reading, report: &mut Report) {
    for passage in reading.repeats().passages().iter().filter(|p| is_passage(p) && !is_by_design(reading, p)) {
        let what = match (passage.quoted, passage.sentences) {
            (2, _) => "quotation",
            (_, 0) => "clause",
            (_, 1) => "sentence",
            _ => "passage",
        };
        let how = match passage.changes {
            0 => String::new(),
            1 => " with one word changed".to_owned(),
            n => format!(" with {n} words changed"),
        };
        let message = match passage.count {
            2 => format!("This {what} repeats an earlier one{how}. Readers need it only once."),
            n => format!("This {what} stands {n} times. Readers need it only once."),
        };
        let finding = Finding::at(passage.places[1]).say(message).related(passage.places[0], "It stands here first.");
        let others = &passage.places[2..];
        report.add(others.iter().fold(finding, |finding, place| finding.related(*place, "And here again.")));
    }
}

/// Whether so much is the same that it is no accident of wording.
pub fn is_passage(passage: &Passage) -> bool {
    // Words that are said once and told once are the writer's way to discuss a quotation.
    let one_quoted = passage.quoted == 1;
    let sentence = passage.sentences > 0 && passage.words >= 7 && passage.telling >= 3;
    !one_quoted && (sentence || passage.words >= 10 && passage.telling >= 6)
}

/// Whether one of two quotations is a pull quote, which repeats the text by design, or they are two
/// versions of the same words, which is another fault.
fn is_by_design(reading: &Reading, passage: &Passage) -> bool {
    passage.quoted == 2 && (passage.changes > 0 || passage.places.iter().any(|place| reading.is_pull_quote(*place)))
}
