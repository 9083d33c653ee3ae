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

/// “US$” and “$” side by side, where the “$” may be another country’s; or another country’s, where it may be
/// American.
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
    const AMERICAN: [&str; 6] = ["US", "U.S.", "USA", "America", "American", "Washington"];
    let prose = &reading.article.prose;
    let places = || group.forms.iter().flat_map(|form| &form.places);
    let country = |text: &str| text.chars().next().filter(char::is_ascii_uppercase);
    let mut countries: Vec<char> = places().filter_map(|p| country(&prose[p.span])).collect();
    countries.sort_unstable();
    countries.dedup();
    let plain = places().any(|p| prose[p.span].starts_with('$'));
    // “C$5 million ($3.6 million)”
    let converted = || {
        places().filter(|p| prose[p.span].starts_with('$')).any(|p| {
            let before = &prose[..p.span.start as usize];
            before.rfind(['(', '[', ')', ']', '.']).is_some_and(|mark| before[mark..].starts_with(['(', '[']))
        })
    };
    let named = |names: &[&str]| names.iter().any(|name| reading.find(name).is_some());
    match countries[..] {
        [] => false,
        ['U'] => plain && named(&OTHERS),
        [_] => plain && (converted() || named(&AMERICAN)),
        _ => true,
    }
}
