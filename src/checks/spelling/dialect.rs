use crate::diagnostic::Applicability;
use crate::lexicon::{Dialect, Traits};
use crate::reading::Reading;
use crate::rule::{Check, Finding, Report};
use crate::text::MarkKind;

pub const CHECK: Check = Check::article("spelling/dialect", run);

fn run(reading: &Reading, report: &mut Report) {
    let Some(dialect) = reading.dialect() else { return };
    let (other, name) = match dialect {
        Dialect::American => (Traits::GB, "American"),
        Dialect::British => (Traits::US, "British"),
    };
    let others = reading.forms_with(other).filter(|(_, entry)| entry.traits.any(Traits::LOWER));
    let others = reading.set(others.map(|(id, _)| id));
    let own = reading.spelling().count(dialect);
    let sure = reading.options.dialect.is_some() || own >= 6;
    for at in reading.places(&others).map(|index| reading.at(index)) {
        if !report.looks_at(at.block().block()) {
            continue;
        }
        let marked = [MarkKind::Cite, MarkKind::Foreign, MarkKind::Quote].into_iter().any(|kind| at.marked(kind));
        if marked || at.quoted() {
            continue;
        }
        let Some(right) = reading.lexicon.respelt(at.text(), dialect) else { continue };
        let message = match reading.options.dialect {
            Some(_) => format!("“{}” is not the {name} spelling.", at.text()),
            None => format!("“{}” is not the {name} spelling, which the article has in other words.", at.text()),
        };
        let applicability = if sure { Applicability::Safe } else { Applicability::Unsafe };
        report.add(Finding::at(at.span()).say(message).replace(at.span(), right).applicability(applicability));
    }
}
