//! The lexer: prose to tokens, one block at a time.
//!
//! It walks bytes. A word, a number or a mark is told by its first byte; only a run that has a
//! stop, slash, colon, at sign or underscore inside is looked at as a whole, since it may be an
//! address, a file name or code (`address`). Whether a mark of quotation opens or closes depends on
//! what stands on either side, and in doubt on whether a quotation is open (`quote`).

mod address;
mod class;
mod number;
mod quote;

use std::ops::Range;

use self::class::{CLASS, Class};
use super::abbreviation::{self, Stop};
use super::article::{Block, OPAQUE};
use super::sentence;
use super::span::Span;
use super::token::{Kind, Token, TokenFlags};

/// The tokens of some blocks.
pub struct Lexed {
    pub tokens: Vec<Token>,
    /// Of each block, how many tokens there are up to its end.
    pub ends: Vec<u32>,
}

/// Cuts blocks that follow each other into tokens, and marks their sentences.
pub fn blocks(prose: &str, blocks: &[Block]) -> Lexed {
    let len = blocks.first().zip(blocks.last()).map_or(0, |(first, last)| last.span.end - first.span.start);
    let mut lexed = Lexed { tokens: Vec::with_capacity(len as usize / 5), ends: Vec::with_capacity(blocks.len()) };
    for block in blocks {
        self::block(prose, block, &mut lexed.tokens);
        lexed.ends.push(lexed.tokens.len() as u32);
    }
    lexed
}

/// Appends the tokens of a block, with its sentences marked.
pub fn block(prose: &str, block: &Block, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    Lexer {
        text: &prose[..block.span.end as usize],
        start: block.span.start as usize,
        at: block.span.start as usize,
        run: 0..0,
        tokens,
        flags: TokenFlags::SPACE,
        quotes: quote::Open::default(),
    }
    .run();
    sentence::mark(prose, block, &mut tokens[first..]);
}

struct Lexer<'t> {
    /// The prose up to the end of the block.
    text: &'t str,
    start: usize,
    at: usize,
    /// The run of visible characters that was looked at last, from the first such look to its end.
    run: Range<usize>,
    tokens: &'t mut Vec<Token>,
    /// What the white space before the next token shows.
    flags: TokenFlags,
    quotes: quote::Open,
}

impl<'t> Lexer<'t> {
    fn run(mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match CLASS[byte as usize] {
                Class::Letter => self.word(),
                Class::Space => self.space(1, byte == b'\n', byte != b' ' && byte != b'\n' && byte != b'\r'),
                Class::Digit => self.number(),
                Class::Mark => self.mark(byte),
                Class::Control => self.push(1, Kind::Odd),
                Class::High => self.high(),
            }
        }
    }

    /// Passes over one white space character.
    fn space(&mut self, len: usize, line: bool, odd: bool) {
        if self.flags.contains(TokenFlags::SPACE) && !line && self.at > self.start || odd {
            self.flags |= TokenFlags::WIDE;
        }
        self.flags |= if line { TokenFlags::SPACE | TokenFlags::LINE } else { TokenFlags::SPACE };
        self.at += len;
    }

    /// Appends a token of `len` bytes here; longer ones than a token may be are cut.
    #[inline]
    fn push(&mut self, len: usize, kind: Kind) {
        if len > Token::MAX_LEN {
            return self.push_long(len, kind);
        }
        let end = self.at + len;
        self.tokens.push(Token::new(Span::new(self.at, end), kind, self.flags));
        self.flags = TokenFlags::empty();
        self.at = end;
    }

    #[cold]
    fn push_long(&mut self, len: usize, kind: Kind) {
        let end = self.at + len;
        let mut from = self.at;
        while end - from > Token::MAX_LEN {
            let mut cut = from + Token::MAX_LEN;
            while !self.text.is_char_boundary(cut) {
                cut -= 1;
            }
            self.tokens.push(Token::new(Span::new(from, cut), Kind::Opaque, self.flags));
            self.flags = TokenFlags::empty();
            from = cut;
        }
        // What is left of a run that had to be cut is no word either.
        let kind = if from == self.at { kind } else { Kind::Opaque };
        self.tokens.push(Token::new(Span::new(from, end), kind, self.flags));
        self.flags = TokenFlags::empty();
        self.at = end;
    }

    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(b' ')
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// The text from here to the next white space. Its end is looked for once in each run: there
    /// are texts of many megabytes without white space.
    fn visible(&mut self) -> &'t str {
        if self.at >= self.run.end {
            let rest = &self.text.as_bytes()[self.at..];
            let len = rest.iter().position(|&b| CLASS[b as usize] == Class::Space).unwrap_or(rest.len());
            self.run = self.at..self.at + len;
        }
        &self.text[self.at..self.run.end]
    }

    /// The same, as much of it as may be looked at as a whole: at most a token's length at the
    /// front of the run, further on what an address or a name has at most.
    fn chunk(&mut self) -> &'t str {
        const FRONT: usize = 64;
        const INSIDE: usize = 512;
        let visible = self.visible();
        let most = if self.at - self.run.start < FRONT { Token::MAX_LEN } else { INSIDE };
        &visible[..visible.floor_char_boundary(most)]
    }

    /// The character before this place, a space at the start of the block.
    fn before(&self) -> char {
        self.text[self.start..self.at].chars().next_back().unwrap_or(' ')
    }

    fn last_kind(&self) -> Option<Kind> {
        self.tokens.last().filter(|t| t.start() as usize >= self.start).map(|t| t.kind)
    }

    /// A word, or what starts like one.
    fn word(&mut self) {
        let letters = class::letters(&self.text.as_bytes()[self.at..]);
        // As most words end: nothing that follows can be part of them.
        if letters > 0 && matches!(self.byte(letters), b' ' | b',' | b'\n') {
            return self.push(letters, Kind::Word);
        }
        let (len, invisible) = self.word_len(0);
        if len == 0 {
            // A character that only continues words.
            let len = self.rest().chars().next().map_or(1, char::len_utf8);
            return self.push(len, Kind::Odd);
        }
        let next = self.byte(len);
        if matches!(next, b'.' | b'@' | b':' | b'/' | b'\\' | b'_' | b'(' | b'-' | b'=')
            && CLASS[self.byte(len + 1) as usize] != Class::Space
            && let Some((len, kind)) = self.special(len)
        {
            return self.push(len, kind);
        }
        if next == b'.'
            && let Some(len) = self.abbreviation(len)
        {
            return self.push(len, Kind::Abbreviation);
        }
        if next.is_ascii_digit() {
            let len = self.code_len(len);
            return self.push(len, Kind::Code);
        }
        if matches!(next, b'&' | b'+' | b'#')
            && let Some(len) = self.sign_name(len)
        {
            return self.push(len, Kind::Code);
        }
        self.push(len, if invisible { Kind::Odd } else { Kind::Word });
    }

    /// The length of the word that starts `ahead` bytes from here, apostrophes inside included,
    /// and whether it hides invisible characters.
    fn word_len(&self, ahead: usize) -> (usize, bool) {
        let bytes = self.text.as_bytes();
        let start = self.at + ahead;
        let mut at = start;
        let mut invisible = false;
        loop {
            at += class::letters(&bytes[at..]);
            let Some(&byte) = bytes.get(at) else { break };
            if byte == b'\'' {
                if !self.letter_at(at + 1) {
                    break;
                }
                at += 1;
            } else if byte >= 128 {
                let c = self.text[at..].chars().next().unwrap_or(' ');
                let after = at + c.len_utf8();
                if class::is_letter(c) || c == '’' && at > start && self.letter_at(after) {
                    at = after;
                } else if class::is_invisible(c) && at > start && self.letter_at(after) {
                    invisible = true;
                    at = after;
                } else {
                    break;
                }
            } else {
                break;
            }
        }
        (self.with_final_apostrophe(start, at) - start, invisible)
    }

    /// Takes in the mark of a plural possessive (“the dogs’ tails”) or of a dropped letter
    /// (“goin’”), where it does not close a quotation.
    fn with_final_apostrophe(&self, start: usize, end: usize) -> usize {
        let rest = &self.text[end..];
        let len = match rest.as_bytes().first() {
            Some(b'\'') => 1,
            Some(0xE2) if rest.starts_with('’') => 3,
            _ => return end,
        };
        let word = &self.text[start..end];
        let possessive = word.ends_with(['s', 'S', 'z', 'x']);
        let elided = word.ends_with("in") && word.len() > 3 || word == "o" || word == "ol";
        let followed = rest[len..].chars().next();
        let fits = possessive && followed.is_some_and(char::is_whitespace) || elided || possessive && len == 3;
        if fits && self.quotes.spare_single(&rest[len..]) { end + len } else { end }
    }

    fn letter_at(&self, at: usize) -> bool {
        match self.text.as_bytes().get(at) {
            Some(&b) if b < 128 => b.is_ascii_alphabetic(),
            Some(_) => self.text[at..].chars().next().is_some_and(class::is_letter),
            None => false,
        }
    }

    /// An address or code that starts here, with a word of `len` bytes at its front.
    fn special(&mut self, len: usize) -> Option<(usize, Kind)> {
        let chunk = self.chunk();
        let tail = &chunk.as_bytes()[len.min(chunk.len())..];
        if !tail.iter().any(|b| matches!(b, b'.' | b'@' | b':' | b'/' | b'\\' | b'_' | b'(' | b'=' | b'>')) {
            return None;
        }
        address::recognise(chunk)
    }

    /// The length of an abbreviation whose first `len` bytes are letters and then a stop.
    fn abbreviation(&self, len: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[self.at..];
        let letter = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_alphabetic);
        let stop = |i: usize| bytes.get(i) == Some(&b'.');
        if len == 1 && letter(2) && !letter(3) {
            // U.S., a.m., J.R.R.; of U.S.A without its last stop, all.
            let mut end = 2;
            // “5 p.m in winter”
            if matches!((bytes[0], bytes[2]), (b'a' | b'p', b'm')) && !stop(3) {
                return Some(3);
            }
            while letter(end) && !letter(end + 1) && (stop(end + 1) || bytes[end].is_ascii_uppercase()) {
                end += 1;
                if !stop(end) {
                    return Some(end);
                }
                end += 1;
            }
            return (end > 2).then_some(end);
        }
        let form = &self.text[self.at..self.at + len];
        if form == "Ph" && bytes[len + 1..].starts_with(b"D.") {
            return Some(len + 3);
        }
        let after = self.rest()[len + 1..].trim_start_matches([' ', '\u{a0}', '\n']);
        let follows = after.chars().next();
        if len == 1 && bytes[0].is_ascii_uppercase() {
            let initial = after.as_bytes();
            let another = initial.len() > 1 && initial[0].is_ascii_uppercase() && initial[1] == b'.';
            // “I.” ends sentences far more often than it abbreviates a name.
            let fits = follows.is_some_and(|c| c.is_uppercase() || c == ',') && (bytes[0] != b'I' || another);
            return fits.then_some(2);
        }
        let spaced = bytes.get(len + 1).is_none_or(|b| b.is_ascii_whitespace());
        let fits = match abbreviation::stop(form)? {
            // “and etc.” at the end of a block is one as well; “a.Bc” is none of theirs.
            Stop::Never | Stop::May => spaced || !follows.is_some_and(|c| c == '.' || c == '(' || c == '/'),
            Stop::BeforeFigures => follows.is_some_and(|c| c.is_ascii_digit()),
            Stop::BeforeDate => follows.is_some_and(|c| c.is_ascii_digit() || c == ','),
        };
        fits.then_some(len + 1)
    }

    /// The length of a name of letters and figures that starts here with `len` letters: mp3,
    /// H1N1, COVID19.
    fn code_len(&self, mut len: usize) -> usize {
        let bytes = &self.text.as_bytes()[self.at..];
        while bytes.get(len).is_some_and(u8::is_ascii_alphanumeric) {
            len += 1;
        }
        len
    }

    /// The length of a name with a sign in it: AT&T, R&D, C++, C#.
    fn sign_name(&self, len: usize) -> Option<usize> {
        let rest = &self.rest().as_bytes()[len..];
        match rest {
            [b'&', b, ..] if b.is_ascii_uppercase() && self.rest().as_bytes()[len - 1].is_ascii_uppercase() => {
                let more = rest[1..].iter().take_while(|b| b.is_ascii_uppercase()).count();
                (!rest.get(1 + more).is_some_and(u8::is_ascii_alphabetic)).then_some(len + 1 + more)
            }
            [b'+', b'+', ..] if len == 1 => Some(len + 2),
            [b'#', ..] if len == 1 => Some(len + 1),
            _ => None,
        }
    }

    fn number(&mut self) {
        let visible = self.visible();
        let (len, kind) = number::recognise(visible);
        let next = visible[len..].chars().next();
        if matches!(next, Some('@' | '.' | '_' | '/' | ':'))
            && let Some((whole, kind)) = address::recognise(self.chunk())
            && whole > len
        {
            return self.push(whole, kind);
        }
        if self.quotes.none() && (next == Some('"') || next == Some('\'')) && matches!(kind, Kind::Number) {
            // 6' 2": feet and inches, where no quotation is open that the mark could close.
            let letter = visible[len + 1..].starts_with(|c: char| c.is_alphanumeric());
            self.push(len, kind);
            if !letter {
                self.push(1, Kind::Prime);
            }
            return;
        }
        self.push(len.max(1), kind);
    }

    fn mark(&mut self, byte: u8) {
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
    fn high(&mut self) {
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

#[cfg(test)]
mod tests;
