use super::{after_title, are_apart_by_layout, is_prose, missing_space};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Report, Wake};
use crate::text::{Kind, abbreviation};

pub const CHECK: Check = Check::token("spacing/after-abbreviation", Wake::kinds(&[Kind::Abbreviation]), run);

fn run(short: At, report: &mut Report) {
    let Some(after) = short.next().filter(|after| !after.spaced()) else { return };
    let text = short.text();
    if !text.ends_with('.') || after_title::is_title(text) || are_apart_by_layout(short, after) {
        return;
    }
    let runs_together = match after.kind() {
        Kind::Word => joins_word(short, after),
        // “No.1” and “p.23” are set so in some houses; “Jan.5” is in none.
        Kind::Number => is_month(text),
        _ => false,
    };
    if runs_together {
        report.add(missing_space(short, after).with("abbreviation", text));
    }
}

fn joins_word(short: At, after: At) -> bool {
    if after.has(Traits::LETTER) && after.text() != "I" {
        return false;
    }
    let text = short.text();
    let form = text.trim_end_matches('.');
    // “Ph.Ds”, “M.Sc”
    if form == "Ph" || matches!(after.text(), "Ds" | "As" | "Sc" | "Scs") {
        return false;
    }
    let prose = is_prose(after);
    let lower = prose && after.has(Traits::LOWER);
    if form.contains('.') {
        let capitals = form.bytes().all(|b| b == b'.' || b.is_ascii_uppercase());
        return match form {
            "a.m" | "p.m" | "e.g" | "i.e" | "Ph.D" | "B.A" | "M.A" | "B.Sc" | "M.D" => prose,
            _ if is_country(form) => prose || after.has(Traits::UPPER),
            // “J.R.R.Tolkien” is how some houses set initials.
            _ => capitals && (lower || prose && after.has(Traits::FUNCTION)),
        };
    }
    if form.len() == 1 {
        // “vitamin C.The”, but “J.Smith”; “v.good”, but “Roe v.Wade”.
        let spaced_word = short.spaced() && short.prev().is_some_and(|p| p.has(Traits::LOWER));
        return match form {
            "v" => !after.has(Traits::LOWER) && short.prev().is_some_and(|p| !p.has(Traits::LOWER)),
            _ => prose && after.has(Traits::FUNCTION) && !after.has(Traits::LOWER) && spaced_word,
        };
    }
    abbreviation::stop(form).is_some() && (prose || after.has(Traits::TITLE))
}

fn is_country(form: &str) -> bool {
    matches!(form, "U.S" | "U.K" | "U.N" | "E.U" | "D.C" | "L.A" | "N.Y" | "N.J" | "U.A.E" | "U.S.S.R" | "U.S.A")
}

fn is_month(text: &str) -> bool {
    matches!(
        text,
        "Jan." | "Feb." | "Mar." | "Apr." | "Jun." | "Jul." | "Aug." | "Sep." | "Sept." | "Oct." | "Nov." | "Dec."
    )
}
