//! Whole numbers, in figures and in words.

use crate::list::Marks;

/// The value of a number as a token shows it: “1,400”, “29”, “seven”, “twenty”; `None` for
/// fractions, units, and what is no number.
pub fn value(text: &str) -> Option<u64> {
    if text.as_bytes().first()?.is_ascii_digit() {
        let mut digits = text.bytes().filter(|byte| *byte != b',');
        return digits.try_fold(0u64, |value, byte| {
            let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
            value.checked_mul(10)?.checked_add(digit)
        });
    }
    if !MARKS.may_have(text) {
        return None;
    }
    WORDS.iter().find(|(word, _)| text.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
}

static MARKS: Marks = {
    let (mut marks, mut word) = (Marks::NONE, 0);
    while word < WORDS.len() {
        marks = marks.with(WORDS[word].0);
        word += 1;
    }
    marks
};

const WORDS: [(&str, u64); 29] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1000),
];

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numbers_are_read_in_figures_and_in_words() {
        assert_eq!(value("1,400"), Some(1400));
        assert_eq!(value("Seven"), Some(7));
        assert_eq!(value("3.5"), None);
        assert_eq!(value("99,999,999,999,999,999,999"), None, "more than a machine counts");
        assert_eq!(value("10km"), None);
        assert_eq!(value("none"), None);
    }
}
