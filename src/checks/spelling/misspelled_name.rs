use super::is_meant;
use crate::diagnostic::{Applicability, Level};
use crate::evidence::Marks;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, MarkKind};

pub const CHECK: Check = Check::article("spelling/misspelled-name", run);

/// What stands more often is a name of its own.
const MOST: u32 = 2;

fn run(reading: &Reading, report: &mut Report) {
    if !reading.sorts().any(Marks::NEAR_FAMOUS) {
        return;
    }
    let near = |id| reading.sorts().of(id).marks.contains(Marks::NEAR_FAMOUS);
    let forms = reading.entries_where(|id, entry| near(id) && entry.count <= MOST);
    for at in reading.places(&forms).map(|index| reading.at(index)) {
        if let Some(right) = reading.lexicon.famous_near(at.text())
            && report.looks_at(at.block().block())
            && (stands_elsewhere(reading, &right) || is_among_common_words(at) && !is_own_name(at, &right))
            && !is_meant(at)
        {
            report.add(finding(at, right));
        }
    }
}

fn finding(at: At, right: String) -> Finding {
    let traits = at.reading.lexicon.traits(&right);
    let finding = Finding::at(at.span()).replace(at.span(), right).applicability(Applicability::Unsafe);
    // Places have namesakes; days, months and peoples hardly any.
    if traits.any(Traits::CALENDAR | Traits::DEMONYM) { finding } else { finding.level(Level::Warning) }
}

/// Whether the article has the name itself, and more than once.
fn stands_elsewhere(reading: &Reading, right: &str) -> bool {
    reading.find(right).is_some_and(|id| reading.entries[id.0 as usize].count > 1)
}

/// Whether it stands as the names of times, peoples and places do: after a little word (“in
/// Pakastan”, “the Itallians”), or before what it says something of (“Brittish films”). A person
/// speaks, goes and does.
fn is_among_common_words(at: At) -> bool {
    let little = Traits::PREPOSITION | Traits::DETERMINER | Traits::CONJUNCTION | Traits::ADJECTIVE;
    let led = at.prev().is_some_and(|before| {
        before.has(Traits::LOWER) && before.has(little) || before.has(Traits::TITLE) && before.has(Traits::DETERMINER)
    });
    let noun = |next: At| next.has(Traits::LOWER) && next.has(Traits::NOUN) && !next.has(Traits::FUNCTION);
    let apart = at.next().is_none_or(|next| {
        !next.has(Traits::LOWER) || !next.has(Traits::VERB) || next.has(Traits::FUNCTION) || noun(next)
    });
    led && apart || at.next().is_some_and(|next| noun(next) && !next.has(Traits::PAST))
}

/// Whether the word may be a name of its own: one of a person, a company or a work.
fn is_own_name(at: At, right: &str) -> bool {
    let named = |other: Option<At>| {
        other.is_some_and(|other| {
            let title = other.has(Traits::TITLE | Traits::UPPER) && !other.starts_sentence();
            other.is(Kind::Abbreviation)
                || title && other.has(Traits::GIVEN_NAME | Traits::SURNAME | Traits::UNKNOWN | Traits::BRAND)
        })
    };
    let (before, after) = (at.prev(), at.next());
    let joined = |other: Option<At>, apart: bool| {
        !apart && other.is_some_and(|other| matches!(other.kind(), Kind::Hyphen | Kind::Slash | Kind::Apostrophe))
    };
    let marked = [MarkKind::Emphasis, MarkKind::Foreign, MarkKind::Cite].into_iter().any(|kind| at.marked(kind));
    // The article has the word without a capital as well, or in another form of itself.
    let other_form = at.reading.vocabulary().uses(at.reading, at.reading.roots().of_entry(at.token().entry()).form);
    named(before.filter(|_| at.spaced()))
        || named(after)
        || joined(before, at.spaced())
        || joined(after, at.spaced_after())
        || marked
        || other_form.lower > 0
        || right.eq_ignore_ascii_case(at.text())
}
