//! “When it rains, We play indoors”: a little word with a capital in the middle of a sentence.

use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, MarkKind};

pub const CHECK: Check = Check::token(
    "capitals/inside-sentence",
    Wake::words(&[
        "we", "they", "you", "it", "this", "these", "those", "there", "and", "but", "if", "when", "because", "then",
        "so", "also",
    ])
    .having(Traits::TITLE)
    .before(&[], Traits::LOWER),
    run,
);

fn run(at: At, report: &mut Report) {
    let Some(comma) = at.prev().filter(|comma| comma.is(Kind::Comma) && at.spaced() && !at.starts_sentence()) else {
        return;
    };
    let Some(before) = comma.prev().filter(|before| before.is(Kind::Word) && before.has(Traits::LOWER)) else { return };
    let goes_on = at.next().is_some_and(|next| next.is(Kind::Word) && next.spaced() && next.has(Traits::LOWER));
    let set_apart = [MarkKind::Emphasis, MarkKind::Cite, MarkKind::Quote, MarkKind::Foreign, MarkKind::Link]
        .into_iter()
        .any(|kind| at.marked(kind));
    if !goes_on || set_apart || at.quoted() || starts_line(at) || speaks(before) || greets_or_names(at) {
        return;
    }
    report.add(Finding::at(at.span()).replace(at.span(), at.text().to_lowercase()));
}

/// Verse has a capital at each line's start.
fn starts_line(at: At) -> bool {
    at.prev().is_some_and(|comma| {
        let between = comma.span().end as usize..at.span().start as usize;
        at.reading.article.prose[between].contains('\n')
    })
}

/// “He said, They will win.”
fn speaks(before: At) -> bool {
    list!(
        "said says say saying asked asks ask asking wrote writes thought thinks think read reads went goes told \
         wondered replied answered added called cried shouted herself himself themselves myself yourself motto slogan \
         question rule"
    )
    .has(before.text())
}

/// Whether the sentence opens as a letter does (“Dear all, We…”), or other words in it have capitals, as
/// those of titles have.
fn greets_or_names(at: At) -> bool {
    const FAR: usize = 12;
    let mut first = at;
    for _ in 0..FAR {
        if first.starts_sentence() {
            break;
        }
        let Some(prev) = first.prev() else { break };
        first = prev;
        if first.has(Traits::TITLE) && !first.starts_sentence() {
            return true;
        }
    }
    list!("dear hi hello hey greetings thanks ladies friends good fellow").has(first.text())
}
