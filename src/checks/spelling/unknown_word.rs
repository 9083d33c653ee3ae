use super::report_slips;
use crate::evidence::slips::{Certainty, SlipKind};
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("spelling/unknown-word", run);

fn run(reading: &Reading, report: &mut Report) {
    report_slips(reading, report, SlipKind::Misspelt, |finding, slip| match slip.certainty {
        Certainty::Doubtful => finding.say(format!(
            "“{}” is not in the dictionary. Is it meant, or should it be “{}”?",
            short(&slip.word),
            slip.choices.first().map_or("", |choice| short(choice))
        )),
        _ => finding,
    });
}

/// The start of a word that would burst the message.
fn short(word: &str) -> &str {
    word.char_indices().nth(24).map_or(word, |(at, _)| &word[..at])
}
