//! A file's bytes as text. What is no text is refused with the reason and with what to do.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// A file as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Document {
    /// Without a byte-order mark.
    pub text: String,
    pub encoding: Encoding,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    /// With a byte-order mark.
    Utf8Marked,
    /// With a byte-order mark; the least byte of each unit comes first.
    Utf16Little,
    /// With a byte-order mark; the least byte of each unit comes last.
    Utf16Big,
}

/// Why a file can't be read as an article. The display names the reason and what to do; the name
/// of the file is the caller's to say.
#[derive(Debug)]
pub enum ReadError {
    Io(io::Error),
    /// A link that leads to itself.
    Circle,
    /// A folder, pipe, device…
    NotAFile(&'static str),
    TooLong(u64),
    /// A format that is no text: its name.
    Container(&'static str),
    /// A NUL byte.
    Binary {
        at: usize,
        line: usize,
    },
    NotUtf8 {
        at: usize,
        line: usize,
        column: usize,
        byte: u8,
    },
    /// A lone half of a pair.
    NotUtf16 {
        line: usize,
    },
}

/// Spans are 32 bits wide.
const LONGEST: u64 = u32::MAX as u64;

pub fn read(path: &Path) -> Result<Document, ReadError> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(ReadError::NotAFile(kind(&about)));
    }
    if about.len() > LONGEST {
        return Err(ReadError::TooLong(about.len()));
    }
    read_all(File::open(path)?, about.len() as usize)
}

/// Reads all of a stream, such as standard input.
pub fn read_from(stream: impl Read) -> Result<Document, ReadError> {
    read_all(stream, 0)
}

/// `likely` is how many bytes it will be, if nobody writes to it meanwhile.
fn read_all(stream: impl Read, likely: usize) -> Result<Document, ReadError> {
    /// Room to notice the end without a look at it.
    const SPARE: usize = 64;
    let mut bytes = Vec::with_capacity(likely + SPARE);
    stream.take(LONGEST + 1).read_to_end(&mut bytes)?;
    decode(bytes)
}

/// Makes text of a file's bytes.
pub fn decode(mut bytes: Vec<u8>) -> Result<Document, ReadError> {
    let (text, encoding) = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => (wide(rest, u16::from_le_bytes)?, Encoding::Utf16Little),
        [0xFE, 0xFF, rest @ ..] => (wide(rest, u16::from_be_bytes)?, Encoding::Utf16Big),
        [0xEF, 0xBB, 0xBF, ..] => {
            bytes.drain(..3);
            (utf8(bytes, 3)?, Encoding::Utf8Marked)
        }
        _ => (utf8(bytes, 0)?, Encoding::Utf8),
    };
    if text.len() as u64 > LONGEST {
        return Err(ReadError::TooLong(text.len() as u64));
    }
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        return Err(ReadError::Binary { at, line: line_of(text.as_bytes(), at) });
    }
    Ok(Document { text, encoding })
}

fn utf8(bytes: Vec<u8>, mark: usize) -> Result<String, ReadError> {
    for (magic, name) in CONTAINERS {
        if bytes.starts_with(magic) {
            return Err(ReadError::Container(name));
        }
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = line_of(bytes, at);
        // A NUL says more than the first byte that is wrong: this is no text in any encoding.
        if let Some(nul) = memchr::memchr(0, bytes) {
            return ReadError::Binary { at: nul + mark, line: line_of(bytes, nul) };
        }
        let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
        let column = String::from_utf8_lossy(&bytes[start..at]).chars().count() + 1;
        ReadError::NotUtf8 { at: at + mark, line, column, byte: bytes[at] }
    })
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let mut text = String::with_capacity(bytes.len() / 2);
    let (pairs, rest) = bytes.as_chunks::<2>();
    for c in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        text.push(c.map_err(|_| ReadError::NotUtf16 { line: line_of(text.as_bytes(), text.len()) })?);
    }
    if !rest.is_empty() {
        return Err(ReadError::NotUtf16 { line: line_of(text.as_bytes(), text.len()) });
    }
    Ok(text)
}

/// How the files begin that people most often take for text.
const CONTAINERS: [(&[u8], &str); 6] = [
    (b"PK\x03\x04", "a Word document or another ZIP archive"),
    (b"\xD0\xCF\x11\xE0", "an old Word document"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
];

fn line_of(bytes: &[u8], at: usize) -> usize {
    memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1
}

const FOLDER: &str = "a folder";

fn kind(about: &fs::Metadata) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = about.file_type();
        if kind.is_fifo() {
            return "a pipe";
        }
        if kind.is_socket() {
            return "a socket";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "a device";
        }
    }
    if about.is_dir() { FOLDER } else { "no ordinary file" }
}

impl Document {
    /// The bytes of its byte-order mark in UTF-8.
    pub fn mark(&self) -> u32 {
        if self.encoding == Encoding::Utf8 { 0 } else { 3 }
    }

    pub fn is_utf8(&self) -> bool {
        matches!(self.encoding, Encoding::Utf8 | Encoding::Utf8Marked)
    }
}

impl Encoding {
    /// The bytes of a file that holds this text.
    pub fn encode(self, text: &str) -> Vec<u8> {
        let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        match self {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8Marked => ["\u{FEFF}", text].concat().into_bytes(),
            Encoding::Utf16Little => wide(u16::to_le_bytes),
            Encoding::Utf16Big => wide(u16::to_be_bytes),
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> ReadError {
        /// The system's number for “too many links”, which has no stable name here yet.
        const ELOOP: i32 = if cfg!(any(target_os = "linux", target_os = "android")) { 40 } else { 62 };
        match error.raw_os_error() {
            Some(ELOOP) if cfg!(unix) => ReadError::Circle,
            _ => ReadError::Io(error),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => f.write_str("there is no such file or folder"),
                io::ErrorKind::PermissionDenied => f.write_str("you have no permission to read it"),
                io::ErrorKind::NotADirectory => f.write_str("it is no folder"),
                _ => write!(f, "{error}"),
            },
            ReadError::Circle => f.write_str("its link leads in a circle"),
            ReadError::NotAFile(FOLDER) => write!(f, "it is {FOLDER}, not a file"),
            ReadError::NotAFile(kind) => {
                write!(f, "it is {kind}, not a file. To check what a program writes, pipe it into “copydesk check -”")
            }
            ReadError::TooLong(bytes) => {
                let gib = *bytes as f64 / (1u64 << 30) as f64;
                write!(f, "it is too long ({gib:.1} GiB; at most 4). Please split it")
            }
            ReadError::Container(name) => {
                write!(f, "it is {name}, not text. Please save it as text, Markdown or HTML")
            }
            ReadError::Binary { at, line } => {
                write!(f, "it is not text: byte {at} (line {line}) is a NUL. ")?;
                f.write_str("If it is meant to be text, save it as UTF-8")
            }
            ReadError::NotUtf8 { at, line, column, byte } => {
                write!(f, "it is not UTF-8: byte {at} (line {line}, column {column}) is {byte:#04X}")?;
                if let Some(c) = windows(*byte) {
                    write!(f, ", which stands for “{c}” in Windows’ old encoding")?;
                }
                f.write_str(". Please save the file as UTF-8")
            }
            ReadError::NotUtf16 { line } => {
                write!(f, "its mark says UTF-16, but line {line} is not. Please save the file as UTF-8")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// What a byte most likely meant in Windows-1252: the quotation marks, dashes and accents of
/// Western Europe.
fn windows(byte: u8) -> Option<char> {
    match byte {
        0x80 => Some('€'),
        0x85 => Some('…'),
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0x97 => Some('—'),
        0xA1..=0xFF => Some(char::from(byte)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_is_read_and_written_back_byte_for_byte() {
        let text = "Café “Z-40”\r\n🍳";
        for encoding in [Encoding::Utf8, Encoding::Utf8Marked, Encoding::Utf16Little, Encoding::Utf16Big] {
            let document = decode(encoding.encode(text)).unwrap();
            assert_eq!(document, Document { text: text.into(), encoding });
        }
    }

    #[test]
    fn an_empty_file_is_an_empty_text() {
        assert_eq!(decode(Vec::new()).unwrap().text, "");
    }

    #[test]
    fn what_is_no_text_is_refused_with_the_place_and_the_reason() {
        let why = |bytes: &[u8]| decode(bytes.to_vec()).unwrap_err().to_string();
        assert_eq!(
            why(b"One.\nThe cafe\x92s cook"),
            "it is not UTF-8: byte 13 (line 2, column 9) is 0x92, which stands for “’” in Windows’ old encoding. \
             Please save the file as UTF-8"
        );
        assert!(why(b"a\n\0b").contains("byte 2 (line 2) is a NUL"));
        assert!(why(b"PK\x03\x04\x00\x00").contains("a Word document"));
        assert!(why(b"\xFF\xFEa\0\n").contains("its mark says UTF-16"));
        assert!(why(b"\xFF\xFEa\0\x00\xD8").contains("its mark says UTF-16"));
    }
}
