//! The odd one out: how a rule reports that an article writes one thing in more than one form.
//!
//! One finding on the first place of what is in the minority; its other places and the first place of the
//! form that is not are related. A fix goes to the form that the article prefers, and is
//! more than a choice only where the preference is plain.
//!
//! An editor wants to be asked where readers meet the clash: the article has plainly chosen, or has
//! not chosen though it had to often; both forms stand close together, or the text is no longer than a
//! screen; or one of them stands in a heading. Two forms that stand once or twice each, far apart in the
//! text, are no more than a suggestion.

use std::cmp::Reverse;

use crate::diagnostic::{Applicability, Edit, Level};
use crate::evidence::forms::{Form, Group, Place, Role};
use crate::reading::Reading;
use crate::rule::{Finding, Report};
use crate::text::Span;

/// More places than these are not listed one by one.
const LISTED: usize = 12;

/// A form that stands so often is the article's own.
pub const CHOSEN: usize = 3;
/// Two forms that stand so often each are a choice that nobody has made.
pub const OFTEN: usize = 2;
/// Bytes of prose, three sentences or so, within which readers of a paragraph see both forms.
const NEAR: u32 = 400;

/// What a rule says of the forms beyond their numbers.
pub struct Manner<'m> {
    /// Whether the forms are compared in headings only.
    pub headings: bool,
    /// Whether readers see the clash wherever the forms stand.
    pub glaring: bool,
    /// The form that another rule takes for right, whatever the article prefers. What that rule
    /// suggests place by place is worth no more here.
    pub right: Option<usize>,
    /// What stands at a place of the odd form if it gets the other form; `None` where nobody but a
    /// writer can tell.
    pub mend: Mend,
    /// Places that show the same thing and are not compared.
    pub also: &'m [(Span, &'static str)],
}

/// The text of a place that has the odd form, and of one that has the other.
pub type Mend = fn(&Reading, Span, &str) -> Option<String>;

/// A rule that only asks.
pub fn ask(_: &Reading, _: Span, _: &str) -> Option<String> {
    None
}

impl Manner<'_> {
    /// The plain manner: all places, and readers see the clash where they meet both forms.
    pub fn of(mend: Mend) -> Manner<'static> {
        Manner { headings: false, glaring: false, right: None, mend, also: &[] }
    }
}

/// Reports the forms that are in the minority in running text.
pub fn in_text(reading: &Reading, group: &Group, mend: Mend, to: &mut Report) {
    report(reading, &group.within(&[Role::Text]), &Manner::of(mend), to);
}

/// Reports the forms of a group that are in the minority, as one finding.
pub fn report(reading: &Reading, group: &Group, manner: &Manner, report: &mut Report) {
    // The commonest form; of those that are as common, the first.
    let commonest = (0..group.forms.len()).min_by_key(|&i| (Reverse(group.forms[i].places.len()), i));
    let Some(main) = manner.right.or(commonest) else { return };
    let odd: Vec<&Form> = group.forms.iter().enumerate().filter(|(i, _)| *i != main).map(|(_, form)| form).collect();
    let main = &group.forms[main];
    let [first, others @ ..] = &odd[..] else { return };
    let mut finding = Finding::at(first.places[0].span).say(message(reading, first, main, manner.headings));
    for place in first.places.iter().skip(1).take(LISTED) {
        finding = finding.related(place.span, "here too");
    }
    // Three forms of one thing are one cause.
    for place in others.iter().flat_map(|other| other.places.iter().take(LISTED)).chain(&main.places[..1]) {
        finding = finding.related(place.span, format!("“{}” here", shown(reading, place)));
    }
    // What was said out loud has no hyphens: the form is the writer's, unless it stood on paper.
    let quoted = |form: &Form| form.places.iter().all(|place| place.role == Role::Quotation);
    let met = |odd: &&Form| !quoted(odd) && !quoted(main) && is_met(reading, odd, main);
    if manner.right.is_some() || !manner.glaring && !odd.iter().any(met) {
        finding = finding.level(Level::Suggestion);
    }
    for (span, note) in manner.also {
        finding = finding.related(*span, *note);
    }
    report.add(mended(reading, finding, &odd, main, manner.mend));
}

/// Whether readers meet the clash of two forms.
fn is_met(reading: &Reading, odd: &Form, main: &Form) -> bool {
    let in_heading = |form: &Form| form.places.iter().any(|place| place.role == Role::Heading);
    reading.is_one_screen()
        || main.places.len() >= CHOSEN
        || odd.places.len() >= OFTEN
        || in_heading(odd)
        || in_heading(main)
        || are_near(reading, &odd.places, &main.places)
}

/// Whether a place of one form stands near a place of the other and in the same paragraph; both are in
/// the order of the text.
fn are_near(reading: &Reading, odd: &[Place], main: &[Place]) -> bool {
    odd.iter().any(|one| {
        let next = main.partition_point(|other| other.span.start < one.span.start);
        main[next.saturating_sub(1)..].iter().take(2).any(|other| are_seen_together(reading, one.span, other.span))
    })
}

/// Whether a sentence has both of a thing's forms: who writes that means two things, or explains one by the other.
pub fn stand_in_one_sentence(reading: &Reading, group: &Group) -> bool {
    /// So many places of each are compared.
    const MANY: usize = 8;
    let [one, other] = &group.forms[..] else { return false };
    let sentence = |place: &Place| reading.at(reading.token_at(place.span.start)).sentence_start().index;
    let others: Vec<usize> = other.places.iter().take(MANY).map(sentence).collect();
    one.places.iter().take(MANY).any(|place| others.contains(&sentence(place)))
}

/// Whether two places are near each other and in the same paragraph.
pub fn are_seen_together(reading: &Reading, one: Span, other: Span) -> bool {
    let block = |place: Span| reading.block_of(reading.token_at(place.start));
    one.start.abs_diff(other.start) <= NEAR && block(one) == block(other)
}

fn mended(reading: &Reading, mut finding: Finding, odd: &[&Form], main: &Form, mend: Mend) -> Finding {
    let to = |from: &[&Form], to: &Form| -> Option<Vec<Edit>> {
        let text = shown(reading, &to.places[0]);
        let places = from.iter().flat_map(|form| &form.places);
        let edits: Option<Vec<Edit>> = places.map(|p| Some(Edit::new(p.span, mend(reading, p.span, &text)?))).collect();
        edits.map(|mut edits| {
            edits.sort_by_key(|edit| edit.span);
            edits
        })
    };
    let count: usize = odd.iter().map(|form| form.places.len()).sum();
    let plain = main.places.len() >= 3 * count && main.places.len() > 2;
    if let Some(edits) = to(odd, main) {
        finding = finding.fix(edits);
    }
    if !plain {
        if let [odd] = odd
            && let Some(edits) = to(&[main], odd)
        {
            finding = finding.fix(edits);
        }
        finding = finding.applicability(Applicability::Manual);
    }
    finding
}

/// “US” here, “U.S.” 20 times. Please choose one form.
fn message(reading: &Reading, odd: &Form, main: &Form, headings: bool) -> String {
    let (one, other) = (shown(reading, &odd.places[0]), shown(reading, &main.places[0]));
    let here = match odd.places.len() {
        1 => "here".to_owned(),
        2 => "here and once more".to_owned(),
        n => format!("here and {} more", times(n - 1)),
    };
    let there = match (main.places.len(), headings) {
        (1, true) => "in another heading".to_owned(),
        (n, true) => format!("in {n} headings"),
        (1, false) => "in another place".to_owned(),
        (n, false) => times(n),
    };
    format!("“{one}” {here}, “{other}” {there}. Please choose one form.")
}

/// How often: once, twice, 3 times.
pub fn times(n: usize) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

/// The text of a place, as a message can show it.
fn shown(reading: &Reading, place: &Place) -> String {
    const LONGEST: usize = 30;
    let text = &reading.article.prose[place.span];
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() <= LONGEST { text } else { text.chars().take(LONGEST - 1).chain(['…']).collect() }
}
