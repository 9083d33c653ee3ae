use super::is_plainly_spaced;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check =
    Check::token("spacing/before-apostrophe", Wake::kinds(&[Kind::Apostrophe, Kind::OpenSingle]), run);

fn run(mark: At, report: &mut Report) {
    if !mark.spaced() || mark.spaced_after() || !is_plainly_spaced(mark) || !matches!(mark.text(), "’" | "'") {
        return;
    }
    let (Some(before), Some(ending)) = (mark.prev(), mark.next()) else { return };
    let closed =
        ending.next().is_some_and(|next| !next.spaced() && matches!(next.kind(), Kind::CloseSingle | Kind::Apostrophe));
    if matches!(before.kind(), Kind::Word | Kind::Abbreviation)
        && is_ending(ending.text())
        && ending.spaced_after()
        && !closed
        && !is_article(ending)
        && !is_elided(before, ending)
    {
        report.add(Finding::at(before.span().cover(ending.span())).replace(mark.gap(), ""));
    }
}

fn is_ending(text: &str) -> bool {
    matches!(text, "s" | "t" | "re" | "ve" | "ll")
}

/// “Something told me ’t if I went”: only “n’t” is an ending.
fn is_elided(before: At, ending: At) -> bool {
    ending.text() == "t" && !before.text().ends_with(['n', 'N']) && !matches!(before.text(), "can" | "ca" | "wo")
}

/// “Joost van ’t Hoff”: the Dutch article, in a name.
fn is_article(ending: At) -> bool {
    ending.text() == "t" && ending.next().is_some_and(|name| name.is(Kind::Word) && name.token().is_capitalised())
}
