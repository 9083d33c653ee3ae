//! The examples of a page, and the texts that its rule leaves alone.

use super::Example;
use super::blocks::Piece;
use super::parse::Parser;
use crate::rule::phrase::parse::ARROW;
use crate::text::{Format, Span};

impl<'p> Parser<'p> {
    pub(super) fn examples(&mut self, title: &'p str, pieces: &[Piece<'p>]) -> Vec<Example> {
        let mut examples = Vec::new();
        let mut rest = pieces;
        while let Some((piece, after)) = rest.split_first() {
            rest = after;
            match *piece {
                Piece::Item(item) => {
                    let Some(example) = self.item(item) else { continue };
                    self.example(item, &example);
                    examples.push(example);
                }
                Piece::Fence { body, .. } => {
                    let Some(mut example) = self.fence(piece) else { continue };
                    let (arrow, next) = match after {
                        [Piece::Prose(text), next @ ..] if text.trim() == ARROW => (true, next),
                        _ => (false, after),
                    };
                    // Without a mark in the first, two blocks are before and after.
                    if let Some((correction @ Piece::Fence { body: corrected, .. }, next)) = next.split_first()
                        && (arrow || example.marked.is_empty())
                    {
                        rest = next;
                        example.after = self.fence(correction).map(|c| c.text);
                        if corrected.contains("[[") {
                            self.error(
                                corrected,
                                "A corrected example has no fault to mark.",
                                "Take the brackets away.",
                            );
                        }
                    }
                    self.example(body, &example);
                    examples.push(example);
                }
                _ => self.stray(title, piece),
            }
        }
        if examples.is_empty() {
            self.error(
                title,
                "A page needs at least one example.",
                "Show a sentence with the fault that the rule finds.",
            );
        }
        examples
    }

    pub(super) fn leave_alone(&mut self, title: &'p str, pieces: &[Piece<'p>]) -> Vec<Example> {
        let mut examples = Vec::new();
        for piece in pieces {
            let (text, example) = match *piece {
                Piece::Item(item) => (item, self.item(item)),
                Piece::Fence { body, .. } => (body, self.fence(piece)),
                _ => {
                    self.stray(title, piece);
                    continue;
                }
            };
            let Some(example) = example else { continue };
            if example.after.is_some() || !example.marked.is_empty() {
                let help = "Here stand texts without a fault: take the arrow and the brackets away.";
                self.error(text, "The rule is to leave this alone, so there is nothing to mark or to mend.", help);
            }
            examples.push(example);
        }
        if examples.is_empty() {
            let help = "Show a text that looks like the fault and is right.";
            self.error(title, "A page needs at least one text that the rule leaves alone.", help);
        }
        examples
    }

    /// A list item as an example: a line of plain text, with an arrow before its correction.
    fn item(&mut self, item: &'p str) -> Option<Example> {
        let (text, after) = match item.split_once(ARROW) {
            Some((text, after)) => (text, Some(after)),
            None => (item, None),
        };
        if let Some(more) = after.and_then(|after| after.find(ARROW).map(|i| &after[i..])) {
            self.error(&more[..ARROW.len()], "An example has one correction only.", "Show what the first fix gives.");
        }
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ") + "\n";
        // Doubled spaces within a line may be the fault that the example shows.
        let line = |text: &str| if text.contains('\n') { line(text) } else { text.trim().to_owned() + "\n" };
        let (text, marked) = self.marks(item, &line(text))?;
        let example = Example { span: self.at(item), format: Format::Plain, text, after: after.map(line), marked };
        Some(example)
    }

    fn fence(&mut self, piece: &Piece<'p>) -> Option<Example> {
        let Piece::Fence { info, body, closed } = *piece else { return None };
        let mut words = info.split_whitespace();
        let format = match words.next() {
            Some("text") => Format::Plain,
            Some("markdown") => Format::Markdown,
            Some("html") => Format::Html,
            _ => {
                self.error(info, "This block does not say what it holds.", "Write ```text, ```markdown or ```html.");
                return None;
            }
        };
        if !closed {
            self.error(info, "This block never ends.", "Close it with a line of three backquotes.");
        }
        let body_text = match words.next() {
            None => body,
            Some("no-final-newline") => body.trim_end_matches(['\r', '\n']),
            Some(word) => {
                self.error(word, format!("“{word}” means nothing here."), "Only “no-final-newline” may follow.");
                body
            }
        };
        let (text, marked) = self.marks(body, body_text)?;
        Some(Example { span: self.at(body), format, text, after: None, marked })
    }

    /// Takes the `[[…]]` out of a text and says where they were.
    fn marks(&mut self, at: &'p str, text: &str) -> Option<(String, Vec<Span>)> {
        let mut plain = String::with_capacity(text.len());
        let mut marked = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("[[") {
            let Some(mut end) = after.find("]]") else {
                self.error(at, "“[[” is never closed.", "Put “]]” after the words at fault.");
                return None;
            };
            // Of “]]]” the first belongs to the words.
            end += after[end + 2..].bytes().take_while(|b| *b == b']').count();
            let (inside, after) = (&after[..end], &after[end + 2..]);
            plain.push_str(before);
            marked.push(Span::new(plain.len(), plain.len() + inside.len()));
            plain.push_str(inside);
            rest = after;
        }
        plain.push_str(rest);
        Some((plain, marked))
    }

    /// What must be true of each example.
    fn example(&mut self, at: &'p str, example: &Example) {
        match &example.after {
            None if example.marked.is_empty() => {
                let help = "Put an arrow and the corrected text after it, or [[…]] around the words at fault.";
                self.error(at, "This example does not say what is wrong with it.", help);
            }
            Some(after) if *after == example.text => {
                self.error(at, "The correction is the same as the text.", "Show what the rule’s first fix gives.");
            }
            _ => {}
        }
    }
}
