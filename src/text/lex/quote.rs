//! Which way a quotation mark faces.

use crate::text::Kind;

/// What is open in the block so far.
#[derive(Default)]
pub struct Open {
    double: bool,
    single: bool,
}

impl Open {
    pub fn none(&self) -> bool {
        !self.double && !self.single
    }

    pub fn open_double(&mut self) {
        self.double = true;
    }

    pub fn close_double(&mut self) {
        self.double = false;
    }

    pub fn open_single(&mut self) {
        self.single = true;
    }

    /// A straight double mark between these two characters.
    pub fn double(&mut self, before: char, after: char) -> Kind {
        let kind = match (opens_after(before), closes_before(after)) {
            (true, false) => Kind::OpenQuote,
            (false, true) => Kind::CloseQuote,
            // Space on both sides: nothing tells.
            (true, true) => Kind::StraightQuote,
            (false, false) if self.double => Kind::CloseQuote,
            (false, false) if before.is_alphanumeric() && after.is_alphanumeric() => Kind::StraightQuote,
            (false, false) => Kind::OpenQuote,
        };
        self.double = match kind {
            Kind::OpenQuote => true,
            Kind::CloseQuote => false,
            _ => !self.double,
        };
        kind
    }

    /// A straight single mark between these two characters, which is no apostrophe in a word.
    pub fn single(&mut self, before: char, after: char) -> Kind {
        if opens_after(before) && !closes_before(after) {
            self.single = true;
            return Kind::OpenSingle;
        }
        if self.single {
            self.single = false;
            return Kind::CloseSingle;
        }
        if before.is_alphanumeric() || before == ' ' { Kind::Apostrophe } else { Kind::CloseSingle }
    }

    /// A curly ’ outside a word.
    pub fn curly_single(&mut self) -> Kind {
        let open = std::mem::replace(&mut self.single, false);
        if open { Kind::CloseSingle } else { Kind::Apostrophe }
    }

    /// Whether a mark after a word, with `rest` behind it, is not needed to close a single
    /// quotation: none is open, or another mark that can close it follows.
    pub fn spare_single(&self, rest: &str) -> bool {
        if !self.single {
            return true;
        }
        // Near enough: a quotation in single marks of more than a few lines is rare.
        let near = rest.char_indices().nth(400).map_or(rest, |(i, _)| &rest[..i]);
        let mut before = ' ';
        let mut chars = near.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '‘' => return false,
                '’' | '\'' if !before.is_whitespace() && chars.peek().is_none_or(|c| !c.is_alphanumeric()) => {
                    return true;
                }
                _ => before = c,
            }
        }
        false
    }
}

/// Whether a mark after this character opens.
fn opens_after(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'' | '=' | '>' | '*' | '_')
}

/// Whether a mark before this character closes.
fn closes_before(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '}'
                | '—'
                | '–'
                | '-'
                | '”'
                | '’'
                | '"'
                | '\''
                | '/'
                | '…'
                | '<'
                | '*'
                | '_'
        )
}

/// Whether an apostrophe stands for dropped letters or figures at the start of a word: ’em, ’tis,
/// ’90s. A straight mark opens quotations too, so it must be one of the usual words.
pub fn elides(rest: &str, before: char, straight: bool) -> bool {
    if before.is_alphanumeric() {
        return false;
    }
    let bytes = rest.as_bytes();
    if bytes.len() >= 2 && bytes[0].is_ascii_digit() && bytes[1].is_ascii_digit() {
        let decade = !bytes.get(2).is_some_and(|b| b.is_ascii_digit());
        return decade && (!straight || bytes.get(2) == Some(&b's'));
    }
    let len = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let word = &rest[..len];
    ELIDED.iter().any(|e| word.eq_ignore_ascii_case(e)) && (!straight || !rest[len..].starts_with('\''))
}

const ELIDED: &[&str] = &[
    "em",
    "tis",
    "twas",
    "til",
    "till",
    "cause",
    "cos",
    "cuz",
    "bout",
    "round",
    "neath",
    "n",
    "nuff",
    "tude",
    "twill",
    "ere",
    "kay",
    "sup",
    "cept",
    "specially",
    "scuse",
    "ello",
    "im",
    "er",
    "ol",
];
