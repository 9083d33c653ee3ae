use super::is_plainly_spaced;
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::token(
    "spacing/after-currency",
    Wake::kinds(&[Kind::Currency]).before(&[Kind::Number], Traits::empty()).spaced(),
    run,
);

fn run(sign: At, report: &mut Report) {
    let (Some(before), Some(figure)) = (sign.prev(), sign.next()) else { return };
    if !matches!(sign.text(), "$" | "£") || !figure.spaced() || !is_plainly_spaced(figure) {
        return;
    }
    // Columns of figures have their signs in line.
    let running = matches!(sign.block().kind(), BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn);
    let led =
        before.is(Kind::Word) && before.has(Traits::LOWER) && !matches!(before.text(), "sign" | "character" | "prompt");
    // “1 by 1” is no money.
    let money =
        figure.text().len() > 1 || figure.next().is_some_and(|next| !next.is(Kind::Word) || next.has(Traits::NUMERAL));
    if running && led && money {
        report.add(Finding::at(sign.span().cover(figure.span())).replace(figure.gap(), ""));
    }
}
