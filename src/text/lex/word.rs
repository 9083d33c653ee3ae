//! What starts with a letter: words, abbreviations, names with figures and signs.

use super::Lexer;
use super::address;
use super::class::{self, CLASS, Class};
use crate::text::abbreviation::{self, Stop};
use crate::text::token::Kind;

impl<'t> Lexer<'t> {
    /// A word, or what starts like one.
    pub(super) fn word(&mut self) {
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
    pub(super) fn word_len(&self, ahead: usize) -> (usize, bool) {
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
    pub(super) fn code_len(&self, mut len: usize) -> usize {
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
}
