//! Interviews: blocks that start with a speaker's label.

use rustc_hash::FxHashMap;

use crate::text::{Block, BlockKind, Span};

/// A label has at most so many words and bytes.
const LABEL_WORDS: usize = 4;
const LABEL_BYTES: usize = 40;

/// Marks the turns of an interview: two labels with two turns each make one. Then every block with
/// such a label, or another that stands between turns like them, is a turn.
pub fn mark(prose: &str, blocks: &mut [Block]) {
    let mut turns: FxHashMap<String, u32> = FxHashMap::default();
    let candidate = |b: &Block| matches!(b.kind, BlockKind::Paragraph | BlockKind::Turn);
    let mut labelled = Vec::new();
    for (i, block) in blocks.iter().enumerate().filter(|(_, b)| candidate(b)) {
        if let Some(label) = label(&prose[block.span]) {
            let name = normal(label);
            *turns.entry(name.clone()).or_default() += 1;
            labelled.push((i, label.len(), name));
        }
    }
    if turns.values().filter(|count| **count > 1).count() < 2 {
        return;
    }
    for (i, len, name) in labelled {
        if turns[&name] > 1 {
            let block = &mut blocks[i];
            block.kind = BlockKind::Turn;
            block.label = Span { start: block.span.start, end: block.span.start + len as u32 };
        }
    }
}

/// The speaker's label at the start of a block, with its colon.
fn label(text: &str) -> Option<&str> {
    let near = text.char_indices().nth(LABEL_BYTES).map_or(text, |(i, _)| &text[..i]);
    let (name, _) = near.split_once(':')?;
    let words = name.split_whitespace().count();
    let fits = name.starts_with(char::is_uppercase)
        && (1..=LABEL_WORDS).contains(&words)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '’' | '\'' | '-' | '\u{a0}'))
        && text[name.len() + 1..].starts_with(|c: char| !c.is_ascii_digit() && c != '/')
        && !NO_SPEAKERS.contains(&name.to_lowercase().as_str());
    fits.then(|| &text[..=name.len()])
}

/// The label without what may differ between two turns of one speaker.
fn normal(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Labels of notices, recipes and lists.
const NO_SPEAKERS: &[&str] = &[
    "when",
    "where",
    "what",
    "who",
    "why",
    "how",
    "tickets",
    "time",
    "date",
    "price",
    "cost",
    "serves",
    "makes",
    "method",
    "ingredients",
    "note",
    "notes",
    "tip",
    "tips",
    "example",
    "examples",
    "update",
    "correction",
    "source",
    "sources",
    "photo",
    "image",
    "video",
    "caption",
    "credit",
    "contact",
    "email",
    "phone",
    "address",
    "website",
    "read more",
    "related",
    "see also",
    "warning",
    "important",
    "summary",
    "step",
    "result",
    "results",
    "pros",
    "cons",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read::plain;

    fn turns(source: &str) -> Vec<String> {
        let article = plain::read(source);
        let turns = article.blocks.iter().filter(|b| b.kind == BlockKind::Turn);
        turns.map(|b| source[b.label].to_owned()).collect()
    }

    #[test]
    fn two_labels_with_two_turns_each_make_an_interview() {
        let text = "Q: Why here?\n\nDr. Osei: Because of the soil.\n\nQ: and now?\n\nDr.Osei: We dig.\n\nAim: a third label.\n";
        assert_eq!(turns(text), ["Q:", "Dr. Osei:", "Q:", "Dr.Osei:"]);
    }

    #[test]
    fn notices_and_recipes_are_no_interviews() {
        assert_eq!(turns("When: Monday.\n\nWhere: here.\n\nWhen: Tuesday.\n\nWhere: there.\n"), Vec::<String>::new());
        assert_eq!(turns("Aim: one.\n\nReach: two.\n\nAim: three.\n"), Vec::<String>::new());
    }
}
