use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, numeral};

pub const CHECK: Check = Check::token("numbers/parts-total", Wake::words(&["remaining"]), run);

/// “60% …, 25% … and the remaining 20%”: the word says that the parts are all there are.
fn run(remaining: At, report: &mut Report) {
    let Some(rest) = remaining.next().and_then(percentage) else { return };
    let start = remaining.sentence_start();
    let before = std::iter::successors(Some(start), |at| at.next()).take_while(|at| at.index < remaining.index);
    let parts: Vec<(At, f64)> = before.filter_map(percentage).collect();
    if parts.is_empty() || parts.iter().any(|(at, _)| is_change(*at)) {
        return;
    }
    let total: f64 = parts.iter().map(|(_, value)| value).sum::<f64>() + rest.1;
    // Each part may have been rounded by half a point.
    if (total - 100.0).abs() <= 0.5 * (parts.len() + 1) as f64 {
        return;
    }
    let mut finding = Finding::at(rest.0.span()).with("total", format!("{total:.0}%"));
    for (at, _) in parts {
        finding = finding.related(at.span(), "One of the parts.");
    }
    report.add(finding);
}

/// A figure or number word that counts per cent.
fn percentage(at: At) -> Option<(At, f64)> {
    let next = at.next()?;
    let unit = next.text() == "%" || next.word_is("percent") || next.word_is("per") && next.next()?.word_is("cent");
    let value = match at.kind() {
        Kind::Number => at.text().parse().ok()?,
        Kind::Word => numeral::value(at.text())? as f64,
        _ => return None,
    };
    unit.then_some((at, value))
}

/// “rose by 5%”, “5% more”: no part of anything.
fn is_change(at: At) -> bool {
    at.prev().is_some_and(|p| {
        p.word_is("by") || p.word_is("to") || p.word_is("from") || p.word_is("over") || p.word_is("than")
    })
}
