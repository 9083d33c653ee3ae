use crate::diagnostic::Edit;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::Kind;

pub const CHECK: Check = Check::article("quotes/nested-marks", run);

/// So many other places are shown.
const SHOWN: usize = 20;

fn run(reading: &Reading, report: &mut Report) {
    // Who does it once does it each time.
    let mut places = Vec::new();
    let mut edits = Vec::new();
    for &mark in &reading.quotations().nested {
        let open = reading.at(mark);
        let Some(close) = closing(open) else { continue };
        if report.looks_at(open.block().block()) && !is_title_of_a_link(open) {
            places.push(open.span().cover(close.span()));
            let (before, after) = if open.text() == "\"" { ("'", "'") } else { ("‘", "’") };
            edits.extend([Edit::new(open.span(), before), Edit::new(close.span(), after)]);
        }
    }
    if let [first, others @ ..] = &places[..] {
        let finding = Finding::at(*first).fix(edits);
        let others = others.iter().take(SHOWN);
        report.add(others.fold(finding, |finding, place| finding.related(*place, "Here too.")));
    }
}

/// The mark that closes the inner quotation.
fn closing(open: At) -> Option<At> {
    std::iter::successors(open.next(), |at| at.next()).find(|at| at.is(Kind::CloseQuote))
}

/// Whether it stands in the title that Markdown gives a link after its address: `(/frost "The “big” frost")`.
/// With marks of its own kind in it that is no link any more, but no quotation either.
fn is_title_of_a_link(inner: At) -> bool {
    let outer = std::iter::successors(inner.prev(), |at| at.prev()).find(|at| at.is(Kind::OpenQuote));
    outer.and_then(At::prev).is_some_and(|before| before.is(Kind::Address))
}
