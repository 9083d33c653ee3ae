//! Byte offsets to lines and columns, in constant time, so that a line of 50 MB costs no more
//! than one of fifty bytes.

use memchr::memchr_iter;

/// Where the lines of a text start, and how many characters stand before every so many bytes.
pub struct Lines<'s> {
    source: &'s str,
    /// The byte at which each line starts; the first is 0.
    starts: Vec<u32>,
    /// The characters before each multiple of [`STEP`] bytes.
    characters: Vec<u32>,
}

/// A place as people name it; both count from 1, columns in characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

const STEP: usize = 256;

impl<'s> Lines<'s> {
    pub fn new(source: &'s str) -> Lines<'s> {
        let mut starts = vec![0];
        starts.extend(memchr_iter(b'\n', source.as_bytes()).map(|at| at as u32 + 1));
        let mut characters = Vec::with_capacity(source.len() / STEP + 1);
        let mut before = 0;
        for chunk in source.as_bytes().chunks(STEP) {
            characters.push(before);
            before += count(chunk);
        }
        if source.len().is_multiple_of(STEP) {
            characters.push(before);
        }
        Lines { source, starts, characters }
    }

    /// The line and column of a byte.
    pub fn position(&self, at: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts[line - 1];
        Position { line, column: (self.before(at) - self.before(start)) as usize + 1 }
    }

    /// The characters before a byte.
    fn before(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.source.len());
        let step = at / STEP;
        self.characters[step] + count(&self.source.as_bytes()[step * STEP..at])
    }
}

fn count(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from(!is_continuation(b))).sum()
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(source: &str, at: usize) -> (usize, usize) {
        let Position { line, column } = Lines::new(source).position(at as u32);
        (line, column)
    }

    #[test]
    fn lines_and_columns_count_from_one_and_columns_count_characters() {
        let source = "Café\nTreviño’s men";
        assert_eq!(place(source, 0), (1, 1));
        assert_eq!(place(source, 5), (1, 5));
        assert_eq!(place(source, 6), (2, 1));
        assert_eq!(place(source, source.find("men").unwrap()), (2, 11));
        assert_eq!(place(source, source.len()), (2, 14));
    }

    #[test]
    fn the_end_of_an_empty_text_is_its_first_place() {
        assert_eq!(place("", 0), (1, 1));
    }

    #[test]
    fn columns_are_right_far_into_a_long_line() {
        let source = "é".repeat(5000);
        for at in [0, 255, 256, 257, 1023, 1024, 1025, 2047, 2048, 4999] {
            assert_eq!(place(&source, at * 2), (1, at + 1));
        }
        let source = "e".repeat(2048);
        assert_eq!(place(&source, 2048), (1, 2049));
    }
}
