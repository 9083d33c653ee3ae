//! The front matter of a page: `key: value` lines between two lines of hyphens.

use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, space0};
use nom::combinator::verify;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Offset, Parser};

use super::blocks::line;
use super::{List, Scope, Text};
use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Dialect;
use crate::rule::error::{PageError, choose};
use crate::text::{BlockFlags, Span};

/// What the front matter says; `None` where it says nothing, or nothing that can be understood.
#[derive(Default)]
pub struct Front {
    pub level: Option<Level>,
    pub fix: Option<Option<Applicability>>,
    pub scope: Option<Scope>,
    pub styles: List<Text>,
    pub dialect: Option<Dialect>,
    pub sources: List<Text>,
    pub was: List<Text>,
}

const KEYS: [&str; 7] = ["level", "fix", "where", "style", "dialect", "source", "was"];

/// Reads the front matter; what is wrong with it goes to `errors`. Gives what follows it.
pub fn front<'p>(page: &'p str, errors: &mut Vec<PageError>) -> (Front, &'p str) {
    let mut front = Front::default();
    let Ok((mut rest, _)) = fence(page) else {
        let help = "Begin the page with a line of three hyphens, then “level: …” and “fix: …”, then three hyphens.";
        errors.push(PageError::new(Span::at(0), "This page has no front matter.", help));
        return (front, page);
    };
    let mut seen = Vec::new();
    loop {
        if let Ok((after, _)) = fence(rest) {
            for key in KEYS[..2].iter().filter(|key| !seen.contains(*key)) {
                let help = match *key {
                    "level" => "Add “level: error”, “level: warning” or “level: suggestion”.",
                    _ => "Add “fix: safe”, “fix: unsafe”, “fix: manual” or “fix: none”.",
                };
                errors.push(PageError::new(Span::at(0), format!("The front matter does not say “{key}”."), help));
            }
            return (front, after);
        }
        let Ok((after, text)) = line(rest) else {
            errors.push(PageError::new(Span::at(0), "The front matter never ends.", "Add a line of three hyphens."));
            return (front, "");
        };
        let at = |part: &str| {
            let start = page.offset(part);
            Span::new(start, start + part.len())
        };
        let text = text.split_once(" #").map_or(text, |(text, _comment)| text).trim();
        if let Ok((value, key)) = entry(text) {
            if seen.contains(&key) {
                errors.push(PageError::new(at(key), format!("“{key}” is said twice."), "Keep one of the two."));
            } else if let Err((part, message, help)) = front.take(key, value) {
                errors.push(PageError::new(at(part), message, help));
            }
            seen.push(key);
        } else if !text.is_empty() && !text.starts_with('#') {
            let help = "Write a name, a colon and a value: “level: error”.";
            errors.push(PageError::new(at(text), "This line of the front matter can’t be read.", help));
        }
        rest = after;
    }
}

/// The place, the message and the help of an error.
type Wrong<'p> = (&'p str, String, String);

impl Front {
    fn take<'p>(&mut self, key: &'p str, value: &'p str) -> Result<(), Wrong<'p>> {
        match key {
            "level" => self.level = Some(one(key, value, Level::ALL.map(|l| (l.name(), l)))?),
            "fix" => {
                let fixes = [Applicability::Safe, Applicability::Unsafe, Applicability::Manual].map(Some);
                let fixes = fixes.into_iter().chain([None]).map(|f| (f.map_or("none", Applicability::name), f));
                self.fix = Some(one(key, value, fixes)?);
            }
            "where" => self.scope = Some(scope(value)?),
            "style" => self.styles = list(value),
            "dialect" => self.dialect = Some(one(key, value, Dialect::ALL.map(|d| (d.name(), d)))?),
            "source" => self.sources = list(value),
            "was" => self.was = list(value),
            _ => return Err((key, format!("“{key}” is no key of a rule’s page."), choose(key, KEYS))),
        }
        Ok(())
    }
}

fn fence(i: &str) -> IResult<&str, &str> {
    verify(line, |text: &str| text.trim_end() == "---").parse(i)
}

fn entry(i: &str) -> IResult<&str, &str> {
    let key = take_while1(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
    terminated(key, preceded(space0, terminated(char(':'), preceded(space0, tag(""))))).parse(i)
}

fn one<'p, T>(key: &str, value: &'p str, values: impl IntoIterator<Item = (&'static str, T)>) -> Result<T, Wrong<'p>> {
    let (names, mut values): (Vec<_>, Vec<_>) = values.into_iter().unzip();
    match names.iter().position(|name| *name == value) {
        Some(i) => Ok(values.swap_remove(i)),
        None => Err((value, format!("“{value}” is no {key}."), choose(value, names))),
    }
}

fn list(value: &str) -> List<Text> {
    value.split(',').map(str::trim).filter(|v| !v.is_empty()).map(|v| Text::Owned(v.to_owned())).collect()
}

/// Reads `where`: names of kinds and flags of blocks, some with “not” before them.
fn scope(value: &str) -> Result<Scope, Wrong<'_>> {
    let (mut kinds, mut not_kinds) = (0, 0);
    let (mut within, mut without) = (BlockFlags::empty(), BlockFlags::empty());
    for part in value.split(',').map(str::trim) {
        let (not, name) = match part.strip_prefix("not ") {
            Some(name) => (true, name.trim_start()),
            None => (false, part),
        };
        if let Some((_, kind)) = Scope::KINDS.iter().find(|(n, _)| *n == name) {
            *(if not { &mut not_kinds } else { &mut kinds }) |= Scope::bit(*kind);
        } else if let Some((_, flag)) = Scope::FLAGS.iter().find(|(n, _)| *n == name) {
            *(if not { &mut without } else { &mut within }) |= *flag;
        } else {
            let names = Scope::KINDS.iter().map(|k| k.0).chain(Scope::FLAGS.iter().map(|f| f.0));
            return Err((name, format!("“{name}” is no kind of block."), choose(name, names)));
        }
    }
    if !within.contains(BlockFlags::FURNITURE) {
        without |= BlockFlags::FURNITURE;
    }
    let kinds = if kinds == 0 { u8::MAX } else { kinds } & !not_kinds;
    Ok(Scope { kinds, without, within })
}
