use super::odd::{self, ask};
use crate::evidence::forms::{Group, Topic};
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("consistency/currency", run);

fn run(reading: &Reading, report: &mut Report) {
    for group in reading.forms().of(Topic::Currency).filter(|group| !may_be_two(reading, group)) {
        odd::in_text(reading, group, ask, report);
    }
}

/// “US$” and “$” side by side, where the “$” may be another country’s.
fn may_be_two(reading: &Reading, group: &Group) -> bool {
    const OTHERS: [&str; 16] = [
        "HK",
        "NZ",
        "Canada",
        "Canadian",
        "Australia",
        "Australian",
        "Singapore",
        "Zealand",
        "Taiwan",
        "Jamaica",
        "Hong",
        "Toronto",
        "Vancouver",
        "Ottawa",
        "Sydney",
        "Melbourne",
    ];
    let shown = |sign: &str| {
        group.forms.iter().flat_map(|form| &form.places).any(|p| reading.article.prose[p.span].starts_with(sign))
    };
    shown("US$") && shown("$") && OTHERS.iter().any(|name| reading.find(name).is_some())
}
