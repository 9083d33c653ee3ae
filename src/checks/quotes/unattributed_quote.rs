use crate::lexicon::Traits;
use crate::reading::{At, InBlock};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind, TokenFlags};

pub const CHECK: Check = Check::block("quotes/unattributed-quote", run);

/// A paragraph that is all quotation, under a heading, with no one near who could have said it.
fn run(block: InBlock, report: &mut Report) {
    const LEAST: usize = 12;
    if block.kind() != BlockKind::Paragraph || !is_quoted_whole(block) || block.tokens().len() < LEAST {
        return;
    }
    let neighbour = |number: usize| InBlock { reading: block.reading, number };
    let before = block.number.checked_sub(1).map(neighbour);
    let introduced = before.is_none_or(|before| !matches!(before.kind(), BlockKind::Heading(_)));
    let next = (block.number + 1 < block.reading.article.blocks.len()).then(|| neighbour(block.number + 1));
    // A question as a heading, then what was answered, then the next question.
    let asked = before.is_some_and(|before| before.last().is_some_and(|at| at.is(Kind::Question)));
    let answer = asked && next.is_none_or(|next| matches!(next.kind(), BlockKind::Heading(_)));
    if introduced || answer || next.is_some_and(names_a_speaker) || stands_elsewhere(block) || is_one_of_many(block) {
        return;
    }
    report.add(Finding::at(block.span()));
}

/// Whether one quotation is all of the block.
fn is_quoted_whole(block: InBlock) -> bool {
    let opens = block.first().is_some_and(|at| matches!(at.kind(), Kind::OpenQuote | Kind::StraightQuote));
    let closes = block.last().is_some_and(|at| matches!(at.kind(), Kind::CloseQuote | Kind::StraightQuote));
    let marks = block.each().filter(|at| matches!(at.kind(), Kind::OpenQuote | Kind::CloseQuote | Kind::StraightQuote));
    opens && closes && marks.count() == 2
}

/// Whether the block after a quotation may say whose it was: by a line of attribution, a verb of
/// speech, or a name or pronoun at its start.
fn names_a_speaker(block: InBlock) -> bool {
    const NEAR: usize = 25;
    match block.kind() {
        BlockKind::Attribution => true,
        BlockKind::Turn | BlockKind::Heading(_) => false,
        _ => block.each().take(NEAR).any(|at| is_speech(at) || may_be_speaker(at)),
    }
}

fn is_speech(at: At) -> bool {
    const VERBS: &[&str] = &[
        "said",
        "says",
        "say",
        "told",
        "tells",
        "asked",
        "asks",
        "wrote",
        "writes",
        "recalled",
        "recalls",
        "explained",
        "explains",
        "added",
        "adds",
        "argued",
        "argues",
        "words",
        "thoughts",
        "quote",
        "quoted",
        "according",
        "remembers",
        "declared",
        "announced",
        "sang",
        "read",
        "reads",
    ];
    VERBS.iter().any(|verb| at.word_is(verb))
}

fn may_be_speaker(at: At) -> bool {
    let inner = !at.flags().intersects(TokenFlags::SENTENCE | TokenFlags::BLOCK);
    let name = at.traits().capitalised() && (inner || at.has(Traits::GIVEN_NAME.union(Traits::SURNAME)));
    name || at.has(Traits::PRONOUN)
}

/// A pull quote takes its words from the text, where its speaker is named.
fn stands_elsewhere(block: InBlock) -> bool {
    let span = block.span();
    block.reading.repeats().passages().iter().any(|p| p.places.iter().any(|place| span.contains(*place)))
}

/// A collection of what people have said has their names as headings.
fn is_one_of_many(block: InBlock) -> bool {
    const MANY: usize = 4;
    let collected = |block: &InBlock| block.kind() == BlockKind::Paragraph && is_quoted_whole(*block);
    block.reading.blocks().filter(collected).take(MANY).count() == MANY
}
