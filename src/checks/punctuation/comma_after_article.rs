use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "punctuation/comma-after-article",
    Wake::kinds(&[Kind::Comma]).before(&[Kind::OpenQuote], Traits::empty()),
    run,
);

fn run(comma: At, report: &mut Report) {
    let (Some(article), Some(open)) = (comma.prev(), comma.next()) else { return };
    if comma.spaced() || !open.spaced() || !matches!(article.text(), "the" | "a" | "an") || !article.spaced() {
        return;
    }
    // “She stammered the, the, the”; “the letters are a, ‘b’ and c”
    let led = article
        .prev()
        .is_some_and(|before| before.is(Kind::Word) && !before.has(Traits::PLURAL) && before.text() != "are");
    let words = std::iter::successors(open.next(), |at| at.next()).take_while(|at| !at.is(Kind::CloseQuote)).take(3);
    let several = words.filter(|at| at.is(Kind::Word)).count() > 1;
    if led && several {
        let finding = Finding::at(article.span().cover(comma.span())).with("article", article.text());
        report.add(finding.replace(comma.span(), ""));
    }
}
