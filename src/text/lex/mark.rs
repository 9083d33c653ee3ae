//! What starts with a mark: punctuation, quotation marks, symbols, and what is written with them.

use super::{Lexer, address, class, number, quote};
use crate::text::article::OPAQUE;
use crate::text::token::{Kind, TokenFlags};

impl Lexer<'_> {
    pub(super) fn mark(&mut self, byte: u8) {
        let next = self.byte(1);
        let fresh = self.flags.contains(TokenFlags::SPACE) || self.opens_before();
        match byte {
            b',' => self.push(1, Kind::Comma),
            b'.' => self.stop(fresh),
            b';' => self.push(1, Kind::Semicolon),
            b':' => self.push(1, Kind::Colon),
            b'?' => self.push(1, Kind::Question),
            b'!' => self.push(1, Kind::Exclamation),
            b'-' => self.hyphen(fresh),
            b'"' | b'\'' => self.straight(byte),
            b'(' | b'[' | b'{' => self.push(1, Kind::OpenBracket),
            b')' | b']' | b'}' => self.push(1, Kind::CloseBracket),
            b'/' | b'~' if fresh => match address::recognise_marked(self.chunk()) {
                Some((len, kind)) => self.push(len, kind),
                None => self.push(1, if byte == b'/' { Kind::Slash } else { Kind::Symbol }),
            },
            b'/' | b'\\' => self.push(1, Kind::Slash),
            b'$' if next.is_ascii_alphabetic() && next.is_ascii_uppercase() && self.byte(2).is_ascii_uppercase() => {
                let len =
                    1 + self.code_len(0).max(self.rest()[1..].bytes().take_while(u8::is_ascii_alphanumeric).count());
                self.push(len, Kind::Code);
            }
            b'$' => self.push(1, Kind::Currency),
            b'@' | b'#' if next.is_ascii_alphanumeric() || next == b'_' || next >= 128 => {
                let body = self.rest()[1..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'));
                let len = 1 + body.map(char::len_utf8).sum::<usize>();
                let len = self.rest()[..len].trim_end_matches(['.', '-']).len().max(1);
                self.push(len, Kind::Tag);
            }
            b'_' if fresh && self.chunk()[1..].contains('_') && !self.chunk().ends_with('_') => {
                match address::recognise(self.chunk()) {
                    Some((len, kind)) => self.push(len, kind),
                    None => self.push(1, Kind::Symbol),
                }
            }
            _ => self.push(1, Kind::Symbol),
        }
    }

    /// Whether what stands right before opens something.
    fn opens_before(&self) -> bool {
        matches!(self.last_kind(), Some(Kind::OpenBracket | Kind::OpenQuote | Kind::OpenSingle | Kind::Dash) | None)
    }

    fn stop(&mut self, fresh: bool) {
        let run = self.rest().bytes().take_while(|&b| b == b'.').count();
        if run > 1 {
            return self.push(run, Kind::Ellipsis);
        }
        // “. . .”
        let spaced = self.rest().strip_prefix(". . .").map(|rest| rest.len());
        if let Some(left) = spaced {
            let len = self.rest().len() - left;
            return self.push(len, Kind::Ellipsis);
        }
        if fresh {
            if self.byte(1).is_ascii_digit() {
                let (len, _) = number::recognise(&self.visible()[1..]);
                return self.push(1 + len, Kind::Number);
            }
            if let Some((len, kind)) = address::recognise_marked(self.chunk()) {
                return self.push(len, kind);
            }
        }
        self.push(1, Kind::Stop);
    }

    fn hyphen(&mut self, fresh: bool) {
        let run = self.rest().bytes().take_while(|&b| b == b'-').count();
        if run == 1 {
            // A sign before a figure is part of the number only where nothing else stands before it.
            if fresh && self.byte(1).is_ascii_digit() && !matches!(self.last_kind(), Some(Kind::Number)) {
                let (len, kind) = number::recognise(&self.visible()[1..]);
                return self.push(1 + len, kind);
            }
            return self.push(1, Kind::Hyphen);
        }
        let chunk = self.chunk();
        let option = chunk.get(run..).unwrap_or("");
        if fresh && run == 2 && option.starts_with(|c: char| c.is_ascii_lowercase()) && !option.contains("--") {
            let len = option.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'=').count();
            return self.push(run + len, Kind::Code);
        }
        self.push(run, Kind::Dash);
    }

    /// A straight quotation mark or apostrophe.
    fn straight(&mut self, byte: u8) {
        let before = self.before();
        if byte == b'\'' && quote::elides(&self.rest()[1..], before, true) {
            return self.elision(1);
        }
        let after = self.rest()[1..].chars().next().unwrap_or(' ');
        let kind = if byte == b'"' { self.quotes.double(before, after) } else { self.quotes.single(before, after) };
        self.push(1, kind);
    }

    /// A word or number that starts with an apostrophe of `mark` bytes: ’em, ’90s.
    fn elision(&mut self, mark: usize) {
        let len = if self.byte(mark).is_ascii_digit() {
            let (len, _) = number::recognise(&self.visible()[mark..]);
            return self.push(mark + len, Kind::Number);
        } else {
            self.word_len(mark).0
        };
        self.push(mark + len, Kind::Word);
    }

    /// A character outside ASCII.
    pub(super) fn high(&mut self) {
        let c = self.rest().chars().next().unwrap_or(' ');
        let len = c.len_utf8();
        match c {
            '“' | '„' | '‟' => {
                self.quotes.open_double();
                self.push(len, Kind::OpenQuote);
            }
            '”' => {
                self.quotes.close_double();
                self.push(len, Kind::CloseQuote);
            }
            '«' | '‹' => self.push(len, Kind::OpenQuote),
            '»' | '›' => self.push(len, Kind::CloseQuote),
            '‘' | '‚' | '‛' => {
                self.quotes.open_single();
                self.push(len, Kind::OpenSingle);
            }
            '’' => {
                if quote::elides(&self.rest()[len..], self.before(), false) {
                    return self.elision(len);
                }
                let kind = self.quotes.curly_single();
                self.push(len, kind);
            }
            '…' => {
                let run = self.rest().chars().take_while(|&c| c == '…' || c == '.').map(char::len_utf8).sum();
                self.push(run, Kind::Ellipsis);
            }
            '–' | '—' | '―' | '⸺' | '⸻' => self.push(len, Kind::Dash),
            '‐' | '‑' => self.push(len, Kind::Hyphen),
            '′' | '″' | '‴' => self.push(len, Kind::Prime),
            '£' | '€' | '¥' | '₹' | '₽' | '₩' | '₺' | '₿' | '¢' | '₦' | '₫' | '₱' | '₪' => {
                self.push(len, Kind::Currency)
            }
            '½' | '¼' | '¾' | '⅓' | '⅔' | '⅛' | '⅜' | '⅝' | '⅞' => self.push(len, Kind::Number),
            OPAQUE => self.push(len, Kind::Opaque),
            _ if c.is_whitespace() => self.space(len, matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}'), true),
            _ if class::is_letter(c) => self.word(),
            '\u{200D}' => self.push(len, Kind::Emoji),
            _ if class::is_invisible(c) || c.is_control() || matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}') => {
                self.push(len, Kind::Odd);
            }
            _ if class::is_emoji(c) => self.push(len, Kind::Emoji),
            _ => self.push(len, Kind::Symbol),
        }
    }
}
