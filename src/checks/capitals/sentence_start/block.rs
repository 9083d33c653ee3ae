//! A block that starts with a small letter: it may go on with another.

use super::quotation::is_whole_quotation;
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::{At, InBlock};
use crate::text::{BlockFlags, BlockKind, Kind};

/// At the start of a paragraph, a speaker's turn or a list item.
pub(super) fn at_block_start(start: At, word: At) -> Option<Applicability> {
    let block = start.block();
    let is_quoted = start.index != word.index;
    let is_key = word.next().is_some_and(|next| next.is(Kind::Colon) && !next.spaced());
    if is_key || is_quoted && !is_whole_quotation(start, word) {
        return None;
    }
    match block.kind() {
        // Labels that small letters follow all over are no speakers'.
        BlockKind::Turn if !is_speaker(block) || start.reading.starts().turns_are_lower() => None,
        BlockKind::Turn => ends_a_sentence(block.last()?).then_some(Applicability::Safe),
        _ if block.has(BlockFlags::QUOTATION) || !is_running(block) => None,
        BlockKind::Item if !block.has(BlockFlags::CONTINUED) => fits_its_list(block).then_some(Applicability::Unsafe),
        BlockKind::Paragraph | BlockKind::Item => follows_a_finished_block(block, word),
        _ => None,
    }
}

/// Whether the label of a turn can be a person's: “Dr. Osei:”, “Q:”; but “Goals:” and “How it
/// went:” are labels of notes.
fn is_speaker(turn: InBlock) -> bool {
    let label = turn.block().label;
    let mut words = turn.each().take_while(|at| at.span().end <= label.end).filter(|at| at.is(Kind::Word));
    let Some(first) = words.next() else { return true };
    let notes = first.has(Traits::PLURAL) && !first.has(Traits::GIVEN_NAME | Traits::SURNAME);
    !notes && words.all(|word| word.traits().capitalised() || word.has(Traits::PREPOSITION | Traits::DETERMINER))
}

/// Whether the block is text of whole sentences, by its end, and more than a few words.
fn is_running(block: InBlock) -> bool {
    const FEW: usize = 4;
    let long = block.each().filter(|at| at.is(Kind::Word)).take(FEW).count() == FEW;
    long && block.last().is_some_and(ends_a_sentence)
}

/// Whether the last token of a block, with what closes around it, ends a sentence.
fn ends_a_sentence(last: At) -> bool {
    let mut at = Some(last);
    while let Some(token) = at {
        match token.kind() {
            Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote | Kind::CloseBracket | Kind::Apostrophe => {
                at = token.prev();
            }
            Kind::Stop | Kind::Question | Kind::Exclamation => return true,
            Kind::Abbreviation => return token.text().ends_with('.'),
            _ => return false,
        }
    }
    false
}

/// How many blocks around one are looked at.
const AROUND: usize = 40;

/// A paragraph may go on with a sentence that a list, a quotation or code has interrupted: then
/// what stands before that ends without a stop.
fn follows_a_finished_block(block: InBlock, word: At) -> Option<Applicability> {
    let reading = block.reading;
    // An item's next paragraph goes on with what the item has said.
    let interrupts = |b: &InBlock| match b.kind() {
        BlockKind::Item => block.kind() != BlockKind::Item,
        BlockKind::Cell | BlockKind::Caption | BlockKind::Attribution => true,
        _ => b.has(BlockFlags::QUOTATION),
    };
    let mut before = (0..block.number).rev().take(AROUND).map(|number| InBlock { reading, number });
    let Some(last) = before.next() else { return Some(Applicability::Safe) };
    let finished = |b: InBlock| matches!(b.kind(), BlockKind::Heading(_)) || b.last().is_some_and(ends_a_sentence);
    if !interrupts(&last) {
        return finished(last).then_some(Applicability::Safe);
    }
    let resumes = !word.has(Traits::DETERMINER | Traits::PRONOUN) || word.has(Traits::CONJUNCTION);
    match before.find(|b| !interrupts(b)) {
        Some(intro) if finished(intro) => Some(Applicability::Safe),
        // “We need: … That is all.” The list's own end tells.
        Some(_) if finished(last) && !resumes => Some(Applicability::Unsafe),
        Some(_) => None,
        None => finished(last).then_some(Applicability::Unsafe),
    }
}

/// Whether all other items near this one are sentences with a capital.
fn fits_its_list(block: InBlock) -> bool {
    let reading = block.reading;
    let count = reading.article.blocks.len();
    let is_item = |b: &InBlock| b.kind() == BlockKind::Item && !b.has(BlockFlags::CONTINUED);
    let above = (0..block.number).rev().map(|number| InBlock { reading, number }).take_while(is_item).take(AROUND / 10);
    let below =
        (block.number + 1..count).map(|number| InBlock { reading, number }).take_while(is_item).take(AROUND / 10);
    let mut siblings = 0;
    for sibling in above.chain(below) {
        let capitalised = sibling.first().is_some_and(|first| first.traits().capitalised());
        if !capitalised || !is_running(sibling) {
            return false;
        }
        siblings += 1;
    }
    siblings > 1
}
