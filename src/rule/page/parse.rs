//! From the text of a page to a [`Sheet`], or to all that is wrong with it.

use std::borrow::Cow;

use nom::Offset;

use super::blocks::{Piece, pieces};
use super::front::{Front, front};
use super::{Example, Page, Scope, Sheet};
use crate::diagnostic::{Applicability, Level};
use crate::rule::error::{PageError, choose};
use crate::rule::phrase::parse::{except, phrase};
use crate::rule::phrase::pattern::{Pattern, Phrase};
use crate::text::Span;

/// The most characters that a message may have.
const MESSAGE: usize = 120;

/// Reads a page. `id` is its path in the folder of rules, without its ending.
pub fn parse(id: &str, page: &str) -> Result<Sheet, Vec<PageError>> {
    let mut parser = Parser { page, errors: Vec::new() };
    parser.id(id);
    let (front, body) = front(page, &mut parser.errors);
    let draft = parser.draft(&pieces(body));
    let message = parser.message(&draft, &front);
    parser.whole(&draft, &front);
    if !parser.errors.is_empty() {
        parser.errors.sort_by_key(|e| e.span);
        return Err(parser.errors);
    }
    let page = Page {
        id: id.to_owned().into(),
        title: draft.title.to_owned().into(),
        level: front.level.unwrap_or(Level::Suggestion),
        fix: front.fix.unwrap_or_default(),
        scope: front.scope.unwrap_or(Scope::COPY),
        styles: front.styles,
        dialect: front.dialect,
        sources: front.sources,
        was: front.was,
        message: message.into(),
        phrases: Cow::Owned(draft.phrases.into_iter().map(|(_, phrase)| phrase).collect()),
        excepts: Cow::Owned(draft.excepts),
        source: page.to_owned().into(),
    };
    Ok(Sheet { page, examples: draft.examples, leave_alone: draft.leave_alone })
}

pub(super) struct Parser<'p> {
    page: &'p str,
    errors: Vec<PageError>,
}

/// What the body of a page holds.
#[derive(Default)]
struct Draft<'p> {
    title: &'p str,
    /// The lines of the message.
    message: Vec<&'p str>,
    /// Each with the item that it was read from.
    phrases: Vec<(&'p str, Phrase)>,
    excepts: Vec<Pattern>,
    examples: Vec<Example>,
    leave_alone: Vec<Example>,
    /// An item of `Replace` could not be read, so the groups are not known.
    groups_unknown: bool,
}

const SECTIONS: [&str; 4] = ["Replace", "Except", "Examples", "Leave alone"];

impl<'p> Parser<'p> {
    fn id(&mut self, id: &str) {
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if !id.split_once('/').is_some_and(|(family, name)| plain(family) && plain(name)) {
            let help =
                "Put the page in a folder, its family, and use lower-case letters and hyphens: usage/could-of.md.";
            self.error_at(Span::at(0), format!("“{id}” is no name for a rule."), help);
        }
    }

    fn draft(&mut self, pieces: &[Piece<'p>]) -> Draft<'p> {
        let mut draft = Draft::default();
        let mut starts: Vec<usize> =
            (0..pieces.len()).filter(|&i| matches!(pieces[i], Piece::Heading { level: 1 | 2, .. })).collect();
        self.head(&pieces[..starts.first().copied().unwrap_or(pieces.len())], &mut draft);
        starts.push(pieces.len());
        let mut seen = Vec::new();
        for range in starts.windows(2) {
            let Piece::Heading { level, text } = pieces[range[0]] else { continue };
            let inside = &pieces[range[0] + 1..range[1]];
            if level == 1 {
                if !draft.title.is_empty() {
                    self.error(text, "A page has one title only.", "Begin this heading with ## or ###.");
                }
                draft.title = text;
                self.head(inside, &mut draft);
                continue;
            }
            if seen.contains(&text) {
                self.error(text, format!("There are two sections “{text}”."), "Put all in one.");
            }
            seen.push(text);
            match text {
                "Replace" => self.replace(text, inside, &mut draft),
                "Except" => self.excepts(text, inside, &mut draft),
                "Examples" => draft.examples = self.examples(text, inside),
                "Leave alone" => draft.leave_alone = self.leave_alone(text, inside),
                _ => {
                    let help = choose(text, SECTIONS) + " Other headings begin with ###.";
                    self.error(text, format!("“{text}” is no section of a rule’s page."), help);
                }
            }
        }
        draft
    }

    /// What stands before the sections: the message, then prose.
    fn head(&mut self, pieces: &[Piece<'p>], draft: &mut Draft<'p>) {
        let quoted = pieces.iter().map_while(|p| if let Piece::Quoted(text) = p { Some(*text) } else { None });
        draft.message.extend(quoted);
    }

    fn replace(&mut self, title: &'p str, pieces: &[Piece<'p>], draft: &mut Draft<'p>) {
        for item in self.items(title, pieces) {
            match phrase(item) {
                Ok(phrase) => draft.phrases.push((item, phrase)),
                Err(error) => {
                    draft.groups_unknown = true;
                    self.errors.push(error.moved(self.page.offset(item) as u32));
                }
            }
        }
    }

    fn excepts(&mut self, title: &'p str, pieces: &[Piece<'p>], draft: &mut Draft<'p>) {
        for item in self.items(title, pieces) {
            match except(item) {
                Ok(pattern) => draft.excepts.push(pattern),
                Err(error) => self.errors.push(error.moved(self.page.offset(item) as u32)),
            }
        }
    }

    /// The items of a section that holds nothing but a list.
    fn items(&mut self, title: &'p str, pieces: &[Piece<'p>]) -> Vec<&'p str> {
        let mut items = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Item(item) => items.push(*item),
                _ => self.stray(title, piece),
            }
        }
        if items.is_empty() {
            self.error(title, format!("“{title}” holds no items."), "Begin each with a hyphen and a space.");
        }
        items
    }

    /// The message as one line, checked.
    fn message(&mut self, draft: &Draft<'p>, front: &Front) -> String {
        let message = draft.message.join(" ");
        let Some(&first) = draft.message.first() else {
            let help = "Put “> ” and one sentence for the writer of the article under the title.";
            self.error(draft.title, "This page has no message.", help);
            return message;
        };
        let groups = draft.phrases.iter().map(|(_, phrase)| phrase.pattern.groups()).max().unwrap_or(0);
        let mut filled = 0;
        let mut rest = message.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let Some((slot, after)) = after.split_once('}') else {
                self.error(first, "A brace in the message is never closed.", "Write slots as {match}.");
                break;
            };
            let known = match slot.parse::<usize>() {
                Ok(group) => draft.groups_unknown || (1..=groups).contains(&group),
                // A check names its own slots.
                Err(_) => matches!(slot, "match" | "fix") || draft.phrases.is_empty() && is_name(slot),
            };
            if !known {
                let help = "A message may use {match}, {fix} and, by number, the groups of the pattern.";
                self.error(first, format!("The message has a slot {{{slot}}} that nothing fills."), help);
            } else if slot == "fix" && front.fix == Some(None) {
                self.error(first, "The message speaks of a fix, but the rule has none.", "");
            }
            filled += before.chars().count() + SHORT_WORD;
            rest = after;
        }
        filled += rest.chars().count();
        if filled > MESSAGE {
            let message = format!("This message has about {filled} characters; {MESSAGE} fit.");
            self.error(first, message, "Say what is wrong and why; the page’s prose can say the rest.");
        }
        if !message.ends_with(['.', '?', '”', '’']) || !message.trim_end_matches(['”', '’']).ends_with(['.', '?'])
        {
            self.error(first, "A message is a sentence.", "End it with a stop or a question mark.");
        }
        message
    }

    /// What must be true of the page as a whole.
    fn whole(&mut self, draft: &Draft<'p>, front: &Front) {
        if draft.title.is_empty() {
            self.error_at(Span::at(0), "This page has no title.", "Add “# ” and the fault’s name.");
        }
        for (empty, section) in [(draft.examples.is_empty(), "Examples"), (draft.leave_alone.is_empty(), "Leave alone")]
        {
            let heading = format!("\n## {section}");
            if empty && !self.page.contains(&heading) {
                let help = format!("Add “## {section}” with at least one text.");
                self.error(draft.title, format!("This page has no section “{section}”."), help);
            }
        }
        for (item, phrase) in &draft.phrases {
            match front.fix {
                Some(None) if !phrase.replacements.is_empty() => {
                    self.error(item, "The front matter says “fix: none”, but here is one.", "Take one of them away.");
                }
                Some(Some(Applicability::Safe | Applicability::Unsafe)) if phrase.replacements.is_empty() => {
                    let help = "Add an arrow and the new words, or say “fix: manual”.";
                    self.error(item, "This item has no replacement.", help);
                }
                _ => {}
            }
        }
        if front.fix == Some(None)
            && let Some(example) = draft.examples.iter().find(|e| e.after.is_some())
        {
            let help = "Mark the words at fault with [[…]] instead.";
            self.error_at(example.span, "The front matter says “fix: none”, so nothing can be corrected here.", help);
        }
    }

    /// Says that a piece has no place in a section.
    pub(super) fn stray(&mut self, section: &str, piece: &Piece<'p>) {
        let (Piece::Heading { text, .. }
        | Piece::Quoted(text)
        | Piece::Item(text)
        | Piece::Prose(text)
        | Piece::Fence { body: text, .. }) = *piece;
        let help = "Begin an item with a hyphen and a space; prose stands above the first section.";
        self.error(text, format!("“{section}” can’t hold this."), help);
    }

    pub(super) fn at(&self, part: &str) -> Span {
        let start = self.page.offset(part);
        Span::new(start, start + part.len())
    }

    /// An error at a part of the page, or at its start where the part is missing.
    pub(super) fn error(&mut self, part: &str, message: impl Into<String>, help: impl Into<String>) {
        let span = if part.is_empty() { Span::at(0) } else { self.at(part) };
        self.error_at(span, message, help);
    }

    fn error_at(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.errors.push(PageError::new(span, message, help));
    }
}

/// What stands for a slot when a message is measured.
const SHORT_WORD: usize = 10;

fn is_name(slot: &str) -> bool {
    !slot.is_empty() && slot.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{BlockFlags, BlockKind, Format};

    const PAGE: &str = "\
---
level: error   # wrong in any style
fix: safe
where: paragraph, item, not quotation
source: Garner, The Guardian
---
# Could of
> “{match}” sounds like “could’ve”: write “{1} have”.

Prose.

### A heading of the prose

## Replace
- could|would of → {1} have

## Except
- of course

## Examples
- She [[could of]]  won. → She could have  won.
```markdown
# It **would of** been
```
→
```markdown
# It **would have** been
```

## Leave alone
- We could of course
  wait.
```text no-final-newline
He could, of all people.
```
";

    /// What is said of the page with one piece of it replaced, each with the text that it points at.
    fn complaints(from: &str, to: &str) -> Vec<(String, String)> {
        assert!(PAGE.contains(from), "{from}");
        let page = PAGE.replacen(from, to, 1);
        let errors = parse("usage/could-of", &page).err().unwrap_or_default();
        errors.into_iter().map(|e| (page[e.span.range()].to_owned(), e.to_string())).collect()
    }

    #[test]
    fn a_page_says_what_its_rule_is() {
        let Sheet { page, examples, leave_alone } = parse("usage/could-of", PAGE).unwrap();
        assert_eq!((page.family(), &*page.title), ("usage", "Could of"));
        assert_eq!((page.level, page.fix), (Level::Error, Some(Applicability::Safe)));
        let kinds = Scope::bit(BlockKind::Paragraph) | Scope::bit(BlockKind::Item);
        let without = BlockFlags::FURNITURE | BlockFlags::QUOTATION;
        assert_eq!(page.scope, Scope { kinds, without, within: BlockFlags::empty() });
        assert_eq!(*page.sources, ["Garner", "The Guardian"]);
        assert_eq!((page.phrases.len(), page.excepts.len()), (1, 1));

        assert_eq!(examples[0].text, "She could of  won.\n");
        assert_eq!(examples[0].after.as_deref(), Some("She could have  won.\n"));
        assert_eq!(examples[0].marked, [Span::new(4, 12)]);
        assert_eq!(examples[1].format, Format::Markdown);
        assert_eq!(examples[1].after.as_deref(), Some("# It **would have** been\n"));
        assert_eq!(leave_alone[0].text, "We could of course wait.\n");
        assert_eq!(leave_alone[1].text, "He could, of all people.");
    }

    #[test]
    fn an_unknown_key_or_value_is_named_with_the_nearest_one() {
        let said = |from, to| complaints(from, to).remove(0);
        assert_eq!(
            said("level:", "lvel:"),
            (
                "".into(),
                "The front matter does not say “level”. Add “level: error”, “level: warning” or “level: suggestion”."
                    .into()
            )
        );
        assert_eq!(
            complaints("level:", "lvel:")[1],
            ("lvel".into(), "“lvel” is no key of a rule’s page. Did you mean “level”?".into())
        );
        assert_eq!(said("fix: safe", "fix: save"), ("save".into(), "“save” is no fix. Did you mean “safe”?".into()));
        assert_eq!(said("not quotation", "not quote"), ("quote".into(), "“quote” is no kind of block. There are: heading, paragraph, item, cell, caption, turn, attribution, quotation, list, furniture, lines, term.".into()));
        assert_eq!(
            said("## Except", "## Exept").1,
            "“Exept” is no section of a rule’s page. Did you mean “Except”? Other headings begin with ###."
        );
        assert_eq!(said("could|would", "{nuon}").1, "“{nuon}” is no slot. Did you mean “noun”?");
    }

    #[test]
    fn a_page_without_examples_or_texts_to_leave_alone_is_refused() {
        let cut = |section: &str| complaints(&PAGE[PAGE.find(section).unwrap()..], "");
        assert!(cut("## Examples").iter().any(|(_, said)| said.starts_with("This page has no section “Examples”.")));
        assert!(cut("## Leave").iter().any(|(_, said)| said.starts_with("This page has no section “Leave alone”.")));
        let emptied =
            complaints("- We could of course\n  wait.\n```text no-final-newline\nHe could, of all people.\n```\n", "");
        assert_eq!(emptied[0].0, "Leave alone");
    }

    #[test]
    fn a_message_is_a_short_sentence_with_slots_that_something_fills() {
        let said = |from, to: &str| complaints(from, to).remove(0).1;
        assert!(said("{1} have”.", "{1} have”").starts_with("A message is a sentence."));
        assert!(said("{1} have", "{2} have").starts_with("The message has a slot {2} that nothing fills."));
        assert!(said("{match}", "{macth}").starts_with("The message has a slot {macth}"));
        assert!(said("sounds like", &"sounds like ".repeat(9)).starts_with("This message has about"));
        assert!(
            said("> “{match}” sounds like “could’ve”: write “{1} have”.\n", "")
                .starts_with("This page has no message.")
        );
    }

    #[test]
    fn an_example_says_what_is_wrong_with_it() {
        let said = |from, to| complaints(from, to).remove(0);
        assert_eq!(
            said("- She [[could of]]  won. → She could have  won.", "- She could of won.").0,
            "She could of won."
        );
        assert!(said("could have  won.", "could of  won.").1.starts_with("The correction is the same"));
        assert!(said("of]]", "of").1.starts_with("“[[” is never closed."));
        assert!(said("```markdown", "```").1.starts_with("This block does not say what it holds."));
        assert!(said("wait.", "wait. → x").1.starts_with("The rule is to leave this alone"));
    }

    #[test]
    fn fixes_and_front_matter_agree() {
        assert_eq!(complaints("fix: safe", "fix: none").len(), 2);
        assert_eq!(complaints("would of → {1} have", "would of")[0].0, "could|would of");
    }

    #[test]
    fn several_errors_are_told_at_once_in_the_order_of_the_page() {
        let page = "---\nlevel: bad\nfix: safe\n---\n# A\n> b\n## Replace\n- (x)\n";
        let errors = parse("Usage", page).unwrap_err();
        assert!(errors.len() > 4);
        assert!(errors.is_sorted_by_key(|e| e.span));
    }

    #[test]
    fn no_text_breaks_the_parser() {
        for page in ["", "---", "---\n---", "---\n---\n#", "---\n---\n# \n>\n## Examples\n-  \n```", "\r\n---\r\n", "é"]
        {
            assert!(parse("a/b", page).is_err());
        }
    }
}
