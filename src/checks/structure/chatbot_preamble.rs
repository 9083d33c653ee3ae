//! What a chatbot says before it gives the text that it was asked for, and behind it.

use crate::list::{List, list};
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::article("structure/chatbot-preamble", run);

/// So many blocks from the start and from the end are looked at.
const NEAR: usize = 4;

fn run(reading: &Reading, report: &mut Report) {
    let count = reading.article.blocks.len();
    for number in 0..count {
        let block = InBlock { reading, number };
        let plain = matches!(block.kind(), BlockKind::Paragraph | BlockKind::Heading(_));
        // In between, where two answers were put together, only what nobody else says.
        let near = number < NEAR || number + NEAR >= count || block.first().is_some_and(obliges);
        if plain && near && report.looks_at(block.block()) && (hands_over(block) || offers_more(block)) {
            report.add(Finding::at(block.span()));
        }
    }
}

/// “Certainly! Here is the revised article:”, “Here’s a polished version of your text:”
fn hands_over(block: InBlock) -> bool {
    const LONGEST: usize = 40;
    let Some(first) = block.first() else { return false };
    if block.last().is_none_or(|last| !matches!(last.kind(), Kind::Colon | Kind::Stop | Kind::Exclamation)) {
        return false;
    }
    let mut at = first;
    let obliges = obliges(first);
    if obliges {
        let mark = block
            .each()
            .take(3)
            .find(|at| matches!(at.kind(), Kind::Exclamation | Kind::Comma | Kind::Stop | Kind::Dash));
        match mark.and_then(At::next) {
            Some(next) => at = next,
            None => return false,
        }
    }
    let is_there = |at: At| at.next().is_some_and(|next| list!("is are").has(next.text()));
    let here = list!("here’s here's").has(at.text()) || list!("here below").has(at.text()) && is_there(at);
    let short = block.each().nth(LONGEST).is_none();
    let ends_in_colon = block.last().is_some_and(|last| last.is(Kind::Colon));
    here && short && (obliges || ends_in_colon) && speaks_of_a_text(at, obliges)
}

/// “Certainly”, “Of course”
fn obliges(first: At) -> bool {
    const OBLIGES: &List = list!("certainly sure absolutely okay great");
    OBLIGES.has(first.text()) || first.word_is("of") && first.next().is_some_and(|n| n.word_is("course"))
}

/// Whether the words say that a text follows, and, if nothing else shows who speaks, that somebody
/// had asked for a change of it.
fn speaks_of_a_text(from: At, obliges: bool) -> bool {
    const TEXTS: &[&str] = &[
        "article",
        "version",
        "draft",
        "text",
        "rewrite",
        "summary",
        "post",
        "revision",
        "translation",
        "essay",
        "paragraph",
        "outline",
        "headline",
        "headlines",
        "copy",
        "introduction",
        "conclusion",
        "story",
        "interview",
        "transcript",
        "report",
        "list",
    ];
    const CHANGED: &[&str] = &[
        "rewritten",
        "revised",
        "edited",
        "polished",
        "updated",
        "improved",
        "corrected",
        "proofread",
        "condensed",
        "expanded",
        "rephrased",
        "paraphrased",
        "shortened",
        "optimized",
        "humanized",
        "refined",
        "reworked",
        "cleaned",
        "markdown",
        "formatted",
        "requested",
    ];
    let words = || std::iter::successors(Some(from), |at| at.next()).take(24);
    let text = words().any(|at| is_any(at, TEXTS));
    text && (obliges || words().any(|at| is_any(at, CHANGED)))
}

/// “Let me know if you’d like any changes!”, “Would you like me to…?” as a paragraph of its own.
fn offers_more(block: InBlock) -> bool {
    const LONGEST: usize = 40;
    let text = block.text();
    let opens = [
        "Let me know if you",
        "Would you like me to ",
        "Feel free to ask if you",
        "I hope this helps! Let me know",
        "I hope this article meets",
        "I hope this meets",
    ];
    if block.each().nth(LONGEST).is_some() || !opens.iter().any(|start| text.starts_with(start)) {
        return false;
    }
    let change = [
        "revisions",
        "adjustments",
        "changes",
        "adjust",
        "revise",
        "rewrite",
        "expand on",
        "shorten",
        "tailor",
        "tweak",
        "create a",
        "write a",
        "generate",
    ];
    change.iter().any(|word| text.contains(word))
}

fn is_any(at: At, words: &[&str]) -> bool {
    words.iter().any(|word| at.word_is(word))
}
