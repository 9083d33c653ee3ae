use super::repeated_passage::is_passage;
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};

pub const CHECK: Check = Check::article("repetition/echo", run);

fn run(reading: &Reading, report: &mut Report) {
    let echoes = reading.repeats().passages().iter().filter(|p| !is_passage(p));
    for echo in echoes.filter(|p| p.telling >= 4 || p.rare >= 1) {
        let message = match echo.count {
            2 => "These words stood earlier in the text. Please see whether the echo is meant.".to_owned(),
            n => format!("These words stand {n} times in the text. Please see whether the echo is meant."),
        };
        let finding = Finding::at(echo.places[1]).say(message).related(echo.places[0], "They stand here first.");
        let others = &echo.places[2..];
        report.add(others.iter().fold(finding, |finding, place| finding.related(*place, "And here again.")));
    }
}
