use crate::lexicon::Words;
use crate::text::Kind;

/// What a word touches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Alone,
    /// A part of a compound.
    Compound,
    /// What it touches shows that it is no word of its own, or no word at all.
    Glued,
}

/// What stands right beside the word.
pub fn standing(words: &Words, index: usize) -> Standing {
    let range = words.range(words.block_of(index));
    let token = &words.tokens[index];
    let before = (index > range.start && !token.spaced()).then(|| &words.tokens[index - 1]);
    let after = (index + 1 < range.end).then(|| &words.tokens[index + 1]).filter(|t| !t.spaced());
    let beyond = (index + 2 < range.end).then(|| &words.tokens[index + 2]).filter(|t| !t.spaced());
    use Kind::*;
    let before = match before.map(|t| t.kind) {
        None => Standing::Alone,
        Some(Hyphen | Slash) => Standing::Compound,
        // “[S]uicidal inmates”: an editor's letter.
        Some(CloseBracket) if words.text(&words.tokens[index - 1]) == "]" => Standing::Glued,
        Some(
            OpenQuote | OpenSingle | StraightQuote | OpenBracket | Dash | Ellipsis | Comma | Question | Exclamation
            | CloseQuote | CloseSingle | CloseBracket | Emoji,
        ) => Standing::Alone,
        Some(_) => Standing::Glued,
    };
    let after = match after.map(|t| t.kind) {
        None => Standing::Alone,
        Some(Hyphen | Slash) => Standing::Compound,
        Some(Stop | Colon) if beyond.is_some_and(|t| t.kind.is_wordlike() || t.kind == Number) => Standing::Glued,
        Some(
            Comma | Stop | Ellipsis | Semicolon | Colon | Question | Exclamation | CloseQuote | CloseSingle
            | StraightQuote | CloseBracket | Dash | Apostrophe | Emoji,
        ) => Standing::Alone,
        Some(_) => Standing::Glued,
    };
    match (before, after) {
        (Standing::Glued, _) | (_, Standing::Glued) => Standing::Glued,
        (Standing::Alone, Standing::Alone) => Standing::Alone,
        _ => Standing::Compound,
    }
}
