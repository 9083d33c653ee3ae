use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::token(
    "capitals/unit-symbol",
    Wake::words(&["kwh", "mwh", "gwh", "kg", "km", "cm", "ghz", "mhz", "khz"]),
    run,
);

fn run(unit: At, report: &mut Report) {
    let Some(own) = own(unit.text()) else { return };
    let many = |at: At| at.is(Kind::Number) || matches!(at.text(), "million" | "billion" | "thousand" | "trillion");
    let counted = unit.prev().is_some_and(many) && unit.spaced();
    // “12 KG schools”: what is written in capitals is short for something else as often.
    let in_capitals = unit.text().len() < 3 && !unit.text().contains(char::is_lowercase);
    let name = unit.next().is_some_and(|next| next.is(Kind::Word) && next.token().is_capitalised());
    if counted && !in_capitals && !name && !matches!(unit.block().kind(), BlockKind::Heading(_)) {
        report.add(Finding::at(unit.span()).replace(unit.span(), own));
    }
}

/// How the unit is written, if it is not written so.
fn own(text: &str) -> Option<&'static str> {
    const UNITS: &[&str] = &["kWh", "MWh", "GWh", "kg", "km", "cm", "GHz", "MHz", "kHz"];
    UNITS.iter().copied().find(|unit| unit.eq_ignore_ascii_case(text)).filter(|unit| *unit != text)
}
