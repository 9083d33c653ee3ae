//! Where sentences start.
//!
//! A full stop, question mark or exclamation mark ends a sentence, with the quotation marks and
//! brackets that close after it; what follows starts the next one whatever its case, since a
//! missing capital is a fault that rules look for. An abbreviation's stop ends one only where the
//! next word shows it: a capital on a word that is not a name's.

use super::abbreviation;
use super::article::Block;
use super::token::{Kind, Token, TokenFlags};

/// Sets the sentence flags on a block's tokens.
pub fn mark(prose: &str, block: &Block, tokens: &mut [Token]) {
    let Some(first) = tokens.first_mut() else { return };
    first.flags |= TokenFlags::SENTENCE | TokenFlags::BLOCK;
    let start = if block.label.is_empty() {
        0
    } else {
        let after = tokens.partition_point(|t| t.start() < block.label.end);
        if let Some(token) = tokens.get_mut(after) {
            token.flags |= TokenFlags::SENTENCE | TokenFlags::BLOCK;
        }
        after
    };
    let mut at = start;
    while at + 1 < tokens.len() {
        let ends = matches!(
            tokens[at].kind,
            Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis | Kind::Abbreviation
        );
        if !ends || starts_block(&tokens[at], block) {
            at += 1;
            continue;
        }
        let next = after_closers(tokens, at + 1);
        if next >= tokens.len() {
            break;
        }
        let flag = boundary(prose, tokens, at, next);
        tokens[next].flags |= flag;
        at = next.max(at + 1);
    }
}

/// A block that starts with a mark (“… and then”) has no sentence before it.
fn starts_block(token: &Token, block: &Block) -> bool {
    token.start() <= block.span.start.max(block.label.end)
}

/// The first token after the marks that end a sentence together with the one before: “?!”, closing
/// quotation marks and brackets.
fn after_closers(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        let closes = match token.kind {
            Kind::CloseQuote
            | Kind::CloseSingle
            | Kind::CloseBracket
            | Kind::Question
            | Kind::Exclamation
            | Kind::Stop => !token.spaced(),
            Kind::Apostrophe | Kind::StraightQuote => !token.spaced() && tokens.get(at + 1).is_none_or(Token::spaced),
            _ => false,
        };
        if !closes {
            break;
        }
        at += 1;
    }
    at
}

/// How sure it is that a sentence starts at `next`, given that `end` may end one.
fn boundary(prose: &str, tokens: &[Token], end: usize, next: usize) -> TokenFlags {
    const SURE: TokenFlags = TokenFlags::SENTENCE;
    const MAYBE: TokenFlags = TokenFlags::MAYBE_SENTENCE;
    const NONE: TokenFlags = TokenFlags::empty();
    let spaced = tokens[next].spaced();
    let closers = &tokens[end + 1..next];
    let quoted = closers.iter().any(|t| matches!(t.kind, Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote));
    let bracketed = closers.iter().any(|t| t.kind == Kind::CloseBracket);
    let Some(word) = first_word(tokens, next) else {
        // A sentence that starts with a figure, a tag, an address.
        let plain =
            matches!(tokens[next].kind, Kind::Number | Kind::Figures | Kind::Tag | Kind::Address | Kind::Currency);
        return match tokens[end].kind {
            Kind::Stop | Kind::Question | Kind::Exclamation if spaced && plain && !quoted && !bracketed => SURE,
            _ if spaced => MAYBE,
            _ => NONE,
        };
    };
    let text = &prose[tokens[word].span()];
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    match tokens[end].kind {
        Kind::Abbreviation if !spaced && !quoted => NONE,
        Kind::Abbreviation => {
            let before = &prose[tokens[end].span()];
            match (capital, abbreviation::may_end_sentence(before)) {
                (true, true) if opens_sentences(text) => SURE,
                (true, true) => MAYBE,
                _ => NONE,
            }
        }
        Kind::Ellipsis if capital && spaced && opens_sentences(text) => SURE,
        Kind::Ellipsis if capital && spaced => MAYBE,
        Kind::Ellipsis => NONE,
        // A stop without a space after it: “required.Ultimately”.
        Kind::Stop if !spaced => match capital && tokens[end].start() > 0 && is_long_word(&tokens[..end]) {
            true => SURE,
            false => MAYBE,
        },
        _ if !spaced => {
            if capital && !closers.is_empty() {
                SURE
            } else {
                MAYBE
            }
        }
        _ if capital => SURE,
        // “Why?” she asked. (See page 3.) and so on.
        _ if quoted || bracketed => MAYBE,
        _ => SURE,
    }
}

/// The first word of what starts at `next`, past what opens.
fn first_word(tokens: &[Token], mut next: usize) -> Option<usize> {
    while matches!(tokens.get(next)?.kind, Kind::OpenQuote | Kind::OpenSingle | Kind::OpenBracket | Kind::StraightQuote)
    {
        next += 1;
    }
    matches!(tokens.get(next)?.kind, Kind::Word | Kind::Abbreviation | Kind::Code).then_some(next)
}

fn is_long_word(before: &[Token]) -> bool {
    before.last().is_some_and(|t| t.kind != Kind::Word || t.span().len() > 1)
}

/// Words that start sentences far more often than they follow an abbreviation with a capital.
fn opens_sentences(word: &str) -> bool {
    matches!(
        word,
        "A" | "After"
            | "All"
            | "Although"
            | "Among"
            | "An"
            | "And"
            | "Another"
            | "As"
            | "At"
            | "Because"
            | "Before"
            | "Both"
            | "But"
            | "By"
            | "Despite"
            | "During"
            | "Each"
            | "Even"
            | "Every"
            | "For"
            | "From"
            | "He"
            | "Her"
            | "Here"
            | "His"
            | "How"
            | "However"
            | "I"
            | "I’m"
            | "I'm"
            | "If"
            | "In"
            | "Instead"
            | "It"
            | "It’s"
            | "It's"
            | "Its"
            | "Last"
            | "Many"
            | "Meanwhile"
            | "More"
            | "Most"
            | "My"
            | "No"
            | "Nor"
            | "Not"
            | "Now"
            | "Of"
            | "On"
            | "Once"
            | "One"
            | "Only"
            | "Or"
            | "Other"
            | "Others"
            | "Our"
            | "Over"
            | "She"
            | "Since"
            | "So"
            | "Some"
            | "Still"
            | "Such"
            | "That"
            | "The"
            | "Their"
            | "Then"
            | "There"
            | "These"
            | "They"
            | "This"
            | "Those"
            | "Though"
            | "Through"
            | "To"
            | "Under"
            | "Until"
            | "We"
            | "What"
            | "When"
            | "Where"
            | "Which"
            | "While"
            | "Who"
            | "Why"
            | "With"
            | "Yet"
            | "You"
            | "Your"
    )
}
