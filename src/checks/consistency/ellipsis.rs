use crate::diagnostic::Level;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Format, Kind};

pub const CHECK: Check = Check::article("consistency/ellipsis", run);

/// More places than these are not shown one by one.
const SHOWN: usize = 12;

fn run(reading: &Reading, report: &mut Report) {
    if !reading.marks.contains(Kind::Ellipsis) {
        return;
    }
    let (signs, stops) = (places(reading, "…"), places(reading, "..."));
    let count = [signs.len(), stops.len()];
    let (odd, main) = if stops.len() <= signs.len() { (stops, signs) } else { (signs, stops) };
    let (Some(first), Some(other)) = (odd.first(), main.first()) else { return };
    let mut finding = Finding::at(first.span()).with("signs", count[0].to_string()).with("stops", count[1].to_string());
    finding = odd[1..].iter().take(SHOWN).fold(finding, |finding, at| finding.related(at.span(), "here too"));
    if reading.is_one_screen() && reading.article.format != Format::Markdown {
        finding = finding.level(Level::Warning);
    }
    report.add(finding.related(other.span(), "the other form"));
}

/// Where the copy has this ellipsis. Few texts have any.
fn places<'r>(reading: &'r Reading, form: &str) -> Vec<At<'r>> {
    let places = memchr::memmem::find_iter(reading.article.prose.as_bytes(), form.as_bytes());
    let all = places.filter_map(|start| reading.starting_at(start));
    all.filter(|at| at.is(Kind::Ellipsis) && at.text() == form && !at.block().is_furniture()).collect()
}
