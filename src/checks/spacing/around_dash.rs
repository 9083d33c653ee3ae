use super::is_plainly_spaced;
use crate::diagnostic::{Applicability, Edit};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check = Check::token("spacing/around-dash", Wake::kinds(&[Kind::Dash]), run);

fn run(dash: At, report: &mut Report) {
    let (Some(before), Some(after)) = (dash.prev(), dash.next()) else { return };
    let broken = after.flags().union(dash.flags()).contains(TokenFlags::LINE);
    if dash.spaced() == after.spaced() || broken || !matches!(dash.text(), "—" | "–") || !joins(before, dash, after)
    {
        return;
    }
    let gap = if dash.spaced() { dash.gap() } else { after.gap() };
    if !is_plainly_spaced(if dash.spaced() { dash } else { after }) {
        return;
    }
    let habit = dash.reading.dashes().spaces(dash.text());
    let applicability = if habit.is_some() { Applicability::Safe } else { Applicability::Unsafe };
    let other = if dash.spaced() { dash.span().end } else { dash.span().start };
    let edit = match habit {
        Some(false) => Edit::new(gap, ""),
        _ => Edit::new(Span::at(other as usize), " "),
    };
    report.add(Finding::at(before.span().cover(after.span())).fix([edit]).applicability(applicability));
}

/// Whether the dash stands between two parts of a sentence. Speech that breaks off (“What the—
/// who’s there?”), a suspended compound (“pre– and post-war”) and a name under a quotation
/// (—Shakespeare) have one space only.
fn joins(before: At, dash: At, after: At) -> bool {
    let word = |at: At| matches!(at.kind(), Kind::Word | Kind::Abbreviation) && !at.has(Traits::LETTER);
    let closed = matches!(before.kind(), Kind::CloseBracket | Kind::CloseQuote | Kind::Number) && !before.spaced();
    if dash.spaced() {
        // “with the –ErrorAction Stop”: a program has made a dash of an option's hyphen.
        let option = dash.text() == "–" && before.has(Traits::LOWER) && after.has(Traits::TITLE | Traits::MIXED);
        return !option && (word(before) || before.is(Kind::CloseBracket)) && word(after) && !dash.starts_sentence();
    }
    let suspended = dash.text() == "–" && matches!(after.text(), "and" | "or" | "to");
    (word(before) || closed) && word(after) && !suspended && !dash.quoted() && !after.has(Traits::TITLE)
}
