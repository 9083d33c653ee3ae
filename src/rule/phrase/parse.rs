//! Reads the phrase language: `could|would of → {1} have`.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{anychar, char, digit1, multispace0, none_of, one_of, satisfy};
use nom::combinator::{map, opt, recognize, verify};
use nom::multi::{many0, many0_count, many1_count, separated_list1};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Offset, Parser};

use super::pattern::{Atom, Part, Pattern, Phrase, Piece, Replacement, Slot, Source, lengths};
use crate::rule::error::{PageError, choose};
use crate::text::Span;

/// Stands between a pattern and its replacements, and between an example and its correction.
pub const ARROW: &str = "→";

/// The most tokens that a pattern may match: more would be a sentence.
pub const LONGEST: usize = 40;

/// Reads an item of `Replace`. Spans of errors count from its start.
pub fn phrase(item: &str) -> Result<Phrase, PageError> {
    let (left, right) = match item.split_once(ARROW) {
        Some((left, right)) => (left, Some(right)),
        None => (item, None),
    };
    let mut reader = Reader { item, choices: Vec::new(), inside: false };
    let pattern = reader.pattern(left)?;
    let replacements = match right {
        Some(right) => right.split(" / ").map(|r| reader.replacement(r)).collect::<Result<Vec<_>, _>>()?,
        None => Vec::new(),
    };
    Ok(Phrase { pattern, replacements: Cow::Owned(replacements) })
}

/// Reads an item of `Except`: a pattern alone.
pub fn except(item: &str) -> Result<Pattern, PageError> {
    if let Some((before, _)) = item.split_once(ARROW) {
        let at = Span::new(before.len(), before.len() + ARROW.len());
        return Err(PageError::new(at, "An exception has no replacement.", "Take the arrow and what follows it away."));
    }
    Reader { item, choices: Vec::new(), inside: false }.pattern(item)
}

/// The tokens of some words: each with whether it is glued to the one before.
pub fn tokens(text: &str) -> Vec<(bool, &str)> {
    let tokens = many0((map(multispace0, str::is_empty), alt((token, recognize(anychar)))));
    terminated(tokens, multispace0).parse(text).map_or_else(|_| Vec::new(), |(_, tokens)| tokens)
}

struct Reader<'i> {
    item: &'i str,
    /// How many choices each group has, 0 for one that is no list of choices.
    choices: Vec<usize>,
    /// In parentheses, which are one group with all that is in them.
    inside: bool,
}

/// An element of a pattern as it is written.
enum Element<'i> {
    /// Words side by side with `|`; a single one is no choice.
    Words(Vec<&'i str>),
    Optional(&'i str),
    Slot(&'i str),
    Mark(&'i str),
}

/// A piece of a replacement as it is written.
enum Written<'i> {
    Words(Vec<&'i str>),
    Group(&'i str),
    Mark(&'i str),
}

impl<'i> Reader<'i> {
    fn pattern(&mut self, text: &'i str) -> Result<Pattern, PageError> {
        let parts = self.parts(text, true)?;
        if parts.is_empty() {
            return Err(self.error(text, "There is no pattern here.", "Write the words to look for."));
        }
        if lengths(&parts).1 > LONGEST {
            let message = format!("This pattern is longer than {LONGEST} words and marks.");
            return Err(self.error(text.trim(), message, "Look for the part of it that tells."));
        }
        Pattern::of(parts).ok_or_else(|| {
            let help = "Put at least one word outside of parentheses; a slot alone would be looked for everywhere.";
            self.error(text.trim(), "This pattern has no word that is always there.", help)
        })
    }

    /// The parts of a pattern, the first of them glued to what stands before it or not.
    fn parts(&mut self, text: &'i str, first_is_glued: bool) -> Result<Vec<Part>, PageError> {
        let mut parts = Vec::new();
        let mut rest = text;
        loop {
            let (after, space) = space(rest);
            if after.is_empty() {
                return Ok(parts);
            }
            let glued = if parts.is_empty() { first_is_glued } else { space.is_empty() };
            let (after, element) = element(after).map_err(|_| self.stray(after))?;
            match element {
                Element::Words(words) if words.len() == 1 => parts.extend(glued_tokens(glued, words[0])),
                Element::Words(words) => {
                    let group = self.group(words[0], words.len())?;
                    let choices = words.iter().map(|word| Cow::Owned(glued_tokens(glued, word))).collect();
                    parts.push(Part { glued, atom: Atom::OneOf { group, choices: Cow::Owned(choices) } });
                }
                Element::Optional(inner) => {
                    let group = self.group(inner, 0)?;
                    self.inside = true;
                    let parts_inside = self.parts(inner, glued)?;
                    self.inside = false;
                    if parts_inside.is_empty() {
                        return Err(self.error(inner, "There is nothing in these parentheses.", ""));
                    }
                    let atom = Atom::Optional { group, parts: Cow::Owned(parts_inside) };
                    parts.push(Part { glued, atom });
                }
                Element::Slot("start") => parts.push(Part { glued, atom: Atom::Start }),
                Element::Slot("end") => parts.push(Part { glued, atom: Atom::End }),
                Element::Slot(name) => {
                    let Some(&(_, slot)) = Slot::ALL.iter().find(|(n, _)| *n == name) else {
                        let names = Slot::ALL.iter().map(|&(name, _)| name).chain(["start", "end"]);
                        return Err(self.error(name, format!("“{{{name}}}” is no slot."), choose(name, names)));
                    };
                    let group = self.group(name, 0)?;
                    parts.push(Part { glued, atom: Atom::Slot { group, slot } });
                }
                Element::Mark(mark) => parts.push(Part { glued, atom: Atom::Token(mark.to_owned().into()) }),
            }
            rest = after;
        }
    }

    fn replacement(&self, text: &'i str) -> Result<Replacement, PageError> {
        let mut pieces = Vec::new();
        let mut paired = Vec::new();
        let mut rest = text;
        loop {
            let (after, space) = space(rest);
            if after.is_empty() {
                break;
            }
            let glued = space.is_empty();
            let (after, written) = written(after).map_err(|_| self.stray(after))?;
            match written {
                Written::Words(words) if words.len() == 1 => {
                    let tokens = tokens(words[0]).into_iter().enumerate();
                    pieces.extend(tokens.map(|(i, (_, token))| Piece {
                        glued: glued || i > 0,
                        what: Source::Token(token.to_owned().into()),
                    }));
                }
                Written::Words(words) => {
                    let group = self.twin(&words, &paired)?;
                    paired.push(group);
                    let choices = words.iter().map(|&word| Cow::Owned(word.to_owned())).collect();
                    pieces.push(Piece { glued, what: Source::Same { group, choices: Cow::Owned(choices) } });
                }
                Written::Group(digits) => {
                    let group = digits.parse().unwrap_or(0);
                    if group == 0 || usize::from(group) > self.choices.len() {
                        let message = format!("The pattern has no group {digits}.");
                        let help = "Groups are counted from 1: each list of words with |, each pair of parentheses, \
                                    each slot outside of them.";
                        return Err(self.error(digits, message, help));
                    }
                    pieces.push(Piece { glued, what: Source::Group(group) });
                }
                Written::Mark(mark) => pieces.push(Piece { glued, what: Source::Token(mark.to_owned().into()) }),
            }
            rest = after;
        }
        if pieces.is_empty() {
            let help = "Write the new words after the arrow, or no arrow at all for advice only.";
            return Err(self.error(text, "There is no replacement here.", help));
        }
        Ok(Replacement { pieces: Cow::Owned(pieces) })
    }

    /// The number of a new group; 0 for what is none.
    fn group(&mut self, at: &'i str, choices: usize) -> Result<u8, PageError> {
        if self.inside {
            return Ok(0);
        }
        if self.choices.len() == Pattern::GROUPS {
            let help = "Split it into several items of the list.";
            return Err(self.error(at, "A pattern can have nine groups at most.", help));
        }
        self.choices.push(choices);
        Ok(self.choices.len() as u8)
    }

    /// The group of the pattern that has as many choices as these words.
    fn twin(&self, words: &[&'i str], paired: &[u8]) -> Result<u8, PageError> {
        (1..)
            .zip(&self.choices)
            .find(|(group, n)| **n == words.len() && !paired.contains(group))
            .map(|(g, _)| g)
            .ok_or_else(|| {
                let message = format!("The pattern has no list of {} words that this one could go with.", words.len());
                let help = "In a replacement, a|b|c stands for a list of as many words in the pattern, one for one; \
                            separate several replacements with “ / ”.";
                self.error(words[0], message, help)
            })
    }

    fn error(&self, at: &str, message: impl Into<String>, help: impl Into<String>) -> PageError {
        let start = self.item.offset(at);
        PageError::new(Span::new(start, start + at.len()), message, help)
    }

    /// The error for what is no element.
    fn stray(&self, at: &'i str) -> PageError {
        let first = &at[..at.chars().next().map_or(0, char::len_utf8)];
        let help = match first {
            "(" | ")" => "Close each parenthesis; they can’t stand inside one another or touch a word.",
            "{" | "}" => "A slot is a name in braces: {number}.",
            "|" => "Put a word directly before and after each |, without spaces.",
            _ => "",
        };
        self.error(first, format!("“{first}” can’t stand here."), help)
    }
}

fn glued_tokens(glued: bool, text: &str) -> Vec<Part> {
    let tokens = tokens(text).into_iter().enumerate();
    let part = |(i, (_, token)): (usize, (bool, &str))| Part {
        glued: glued || i > 0,
        atom: Atom::Token(token.to_owned().into()),
    };
    tokens.map(part).collect()
}

fn space(i: &str) -> (&str, &str) {
    let rest = i.trim_start();
    (rest, &i[..i.len() - rest.len()])
}

fn element(i: &str) -> IResult<&str, Element<'_>> {
    alt((
        map(delimited(char('('), recognize(many0_count(none_of("()"))), char(')')), Element::Optional),
        map(delimited(char('{'), take_while1(|c: char| c.is_ascii_lowercase()), char('}')), Element::Slot),
        map(words, Element::Words),
        map(mark, Element::Mark),
    ))
    .parse(i)
}

fn written(i: &str) -> IResult<&str, Written<'_>> {
    alt((
        map(delimited(char('{'), digit1, char('}')), Written::Group),
        map(words, Written::Words),
        map(mark, Written::Mark),
    ))
    .parse(i)
}

fn words(i: &str) -> IResult<&str, Vec<&str>> {
    separated_list1(char('|'), compound).parse(i)
}

/// A word, or words joined by hyphens.
fn compound(i: &str) -> IResult<&str, &str> {
    recognize(pair(token, many0_count(pair(char('-'), token)))).parse(i)
}

/// A word, number or abbreviation, as the lexer cuts them.
fn token(i: &str) -> IResult<&str, &str> {
    alt((number, dotted, word)).parse(i)
}

/// 7, 3.5, 5,000, 24/7
fn number(i: &str) -> IResult<&str, &str> {
    let inside = preceded(one_of(".,:/"), digit1);
    verify(recognize((digit1, many0_count(inside), opt(take_while1(char::is_alphabetic)))), |n: &str| !n.is_empty())
        .parse(i)
}

/// a.m., U.S.
fn dotted(i: &str) -> IResult<&str, &str> {
    let initial = || pair(satisfy(char::is_alphabetic), tag("."));
    recognize(verify(many1_count(initial()), |&n| n > 1)).parse(i)
}

/// don’t
fn word(i: &str) -> IResult<&str, &str> {
    let letters = || take_while1(char::is_alphanumeric);
    let inside = pair(one_of("'’"), letters());
    recognize((opt(one_of("'’")), letters(), many0_count(inside), opt(one_of("'’")))).parse(i)
}

/// Any other character that means nothing to the phrase language.
fn mark(i: &str) -> IResult<&str, &str> {
    let plain = satisfy(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '{' | '}' | '|' | '→'));
    recognize(alt((tag("--"), recognize(plain)))).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(item: &str) -> (Span, String) {
        let error = phrase(item).unwrap_err();
        (error.span, error.to_string())
    }

    #[test]
    fn words_are_cut_as_the_lexer_cuts_them() {
        let cut: Vec<_> = tokens("9 a.m. deep-seated, 'tis it’s 5,000").into_iter().map(|(_, t)| t).collect();
        assert_eq!(cut, ["9", "a.m.", "deep", "-", "seated", ",", "'tis", "it’s", "5,000"]);
    }

    #[test]
    fn groups_are_counted_from_the_left() {
        let phrase = phrase("could|would (ever|never) of {past} → {1} {2} have {3}").unwrap();
        let groups: Vec<_> = phrase
            .pattern
            .parts
            .iter()
            .filter_map(|p| match p.atom {
                Atom::OneOf { group, .. } | Atom::Optional { group, .. } | Atom::Slot { group, .. } => Some(group),
                _ => None,
            })
            .collect();
        assert_eq!(groups, [1, 2, 3]);
        assert_eq!(phrase.replacements.len(), 1);
    }

    #[test]
    fn a_list_in_a_replacement_goes_with_the_list_of_the_same_length() {
        let phrase = phrase("he|she tow|tows|towed the line → {1} toe|toes|toed the line").unwrap();
        let Source::Same { group, .. } = &phrase.replacements[0].pieces[1].what else { panic!() };
        assert_eq!(*group, 2);
    }

    #[test]
    fn several_replacements_are_set_apart_by_a_spaced_slash() {
        assert_eq!(phrase("and/or → and / or").unwrap().replacements.len(), 2);
    }

    #[test]
    fn errors_say_where_they_are_and_what_to_do() {
        assert_eq!(
            complaint("{numbr} of → x"),
            (Span::new(1, 6), "“{numbr}” is no slot. Did you mean “number”?".into())
        );
        assert_eq!(complaint("could of → {1} have").0, Span::new(14, 15));
        assert_eq!(complaint("could (of → have").0, Span::new(6, 7));
        assert_eq!(complaint("{number} % → x").0, Span::new(0, 10));
        assert_eq!(
            complaint("could of →").1,
            "There is no replacement here. Write the new words after the arrow, or no arrow at all for advice only."
        );
        assert_eq!(complaint("could of → a|b").0, Span::new(13, 14));
        assert_eq!(complaint("could | would of").0, Span::new(6, 7));
        assert_eq!(
            complaint(&"of ".repeat(41)).1,
            "This pattern is longer than 40 words and marks. Look for the part of it that tells."
        );
    }

    #[test]
    fn an_exception_has_no_replacement() {
        assert_eq!(except("could of → x").unwrap_err().span, Span::new(9, 12));
        assert_eq!(except("could of course").unwrap().keys(), ["course"]);
    }
}
