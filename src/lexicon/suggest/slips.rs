//! How likely a writer's hand or ear made one word of another: the cost of the cheapest row of
//! slips from the one to the other.

use super::search::LONGEST;

/// What each kind of slip costs. The numbers were found by trying them on real misspellings.
#[derive(Clone, Debug)]
pub struct Costs {
    /// Two neighbouring letters swapped, or two with a letter between them.
    pub swap: f32,
    pub swap_over: f32,
    /// One of a pair of letters dropped, a letter doubled.
    pub undouble: f32,
    pub double: f32,
    /// A letter dropped.
    pub drop: f32,
    pub drop_vowel: f32,
    /// A letter too many.
    pub add: f32,
    pub add_vowel: f32,
    /// One that stands beside its neighbour on the keyboard.
    pub add_near: f32,
    /// A silent e at the end, before an s too (“tomatoe”).
    pub add_silent: f32,
    /// A letter for another.
    pub change: f32,
    pub change_vowel: f32,
    pub change_near: f32,
    pub change_sound: f32,
    /// Letters for others that sound alike.
    pub alike: f32,
    /// Two letters dropped beside the same two (“outling” for “outlining”).
    pub syllable: f32,
    /// More at the first letter, which people get right, and a little at the last.
    pub first: f32,
    pub last: f32,
    /// More for each slip after the first: slips are rare.
    pub further: f32,
    /// For each class that the word is rarer than the commonest.
    pub rare: f32,
    /// For a word whose commonness it owes to a name (“china”).
    pub namesake: f32,
}

impl Costs {
    pub const DEFAULT: Costs = Costs {
        swap: 1.35,
        swap_over: 2.6,
        undouble: 0.7,
        double: 0.6,
        drop: 1.35,
        drop_vowel: 0.7,
        add: 2.75,
        add_vowel: 1.95,
        add_near: 2.1,
        add_silent: 1.3,
        change: 3.95,
        change_vowel: 2.1,
        change_near: 2.9,
        change_sound: 2.0,
        first: 0.9,
        last: 0.3,
        alike: 1.75,
        syllable: 1.6,
        further: 0.15,
        rare: 0.27,
        namesake: 0.3,
    };

    /// The cost of the slips that make `wrong` of `right`.
    pub fn between(&self, wrong: &[u8], right: &[u8]) -> f32 {
        let mut rows = [[f32::INFINITY; LONGEST + 5]; ROWS];
        rows[0][0] = 0.0;
        for j in 1..=right.len() {
            rows[0][j] = rows[0][j - 1] + self.dropped(right, j - 1, 0);
        }
        for i in 1..=wrong.len() {
            let row = |up: usize| (i + ROWS - up) % ROWS;
            let here = row(0);
            rows[here][0] = rows[row(1)][0] + self.added(wrong, i - 1);
            for j in 1..=right.len() {
                let (w, r) = (wrong[i - 1], right[j - 1]);
                let diagonal = rows[row(1)][j - 1];
                let mut least = if w == r { diagonal } else { diagonal + self.changed(w, r, i == 1 && j == 1) };
                let last = if i == wrong.len() && j == right.len() { self.last } else { 0.0 };
                least = least.min(rows[row(1)][j] + self.added(wrong, i - 1) + last);
                least = least.min(rows[here][j - 1] + self.dropped(right, j - 1, i) + last);
                if i > 1 && j > 1 && w == right[j - 2] && wrong[i - 2] == r && w != r {
                    let first = if i == 2 && j == 2 { self.first * 0.5 } else { 0.0 };
                    least = least.min(rows[row(2)][j - 2] + self.swap + self.further + first);
                }
                if i > 2 && j > 2 && w == right[j - 3] && wrong[i - 3] == r && wrong[i - 2] == right[j - 2] && w != r {
                    least = least.min(rows[row(3)][j - 3] + self.swap_over + self.further);
                }
                for &(written, meant) in alike(r) {
                    if wrong[..i].ends_with(written) && right[..j].ends_with(meant) {
                        let first = if i == written.len() { self.first * 0.5 } else { 0.0 };
                        let before = rows[row(written.len())][j - meant.len()];
                        least = least.min(before + self.alike + self.further + first);
                    }
                }
                if is_beside_its_like(right, j) {
                    least = least.min(rows[here][j - 2] + self.syllable + self.further);
                }
                rows[here][j] = least;
            }
        }
        (rows[wrong.len() % ROWS][right.len()] - self.further).max(0.0)
    }

    /// The letter `right[at]` was left out after `before` letters of the wrong word.
    fn dropped(&self, right: &[u8], at: usize, before: usize) -> f32 {
        let letter = right[at];
        let kind = if at > 0 && right[at - 1] == letter {
            self.undouble
        } else if letter == b'\'' {
            self.undouble * 0.5
        } else if is_vowel(letter) || letter == b'h' {
            self.drop_vowel
        } else {
            self.drop
        };
        kind + self.further + if before == 0 { self.first } else { 0.0 }
    }

    /// The letter `wrong[at]` is one too many.
    fn added(&self, wrong: &[u8], at: usize) -> f32 {
        let letter = wrong[at];
        let neighbour = |n: Option<&u8>| n.is_some_and(|&n| are_near(n, letter));
        let kind = if at > 0 && wrong[at - 1] == letter {
            self.double
        } else if neighbour(at.checked_sub(1).and_then(|b| wrong.get(b))) || neighbour(wrong.get(at + 1)) {
            self.add_near
        } else if letter == b'e'
            && at > 0
            && !matches!(wrong[at - 1], b'a' | b'e' | b'i' | b'u')
            && matches!(wrong[at + 1..], [] | [b's'])
        {
            self.add_silent
        } else if is_vowel(letter) {
            self.add_vowel
        } else {
            self.add
        };
        kind + self.further + if at == 0 { self.first } else { 0.0 }
    }

    fn changed(&self, wrong: u8, right: u8, is_first: bool) -> f32 {
        let kind = if is_vowel(wrong) && is_vowel(right) {
            self.change_vowel
        } else if sound_alike(wrong, right) {
            self.change_sound
        } else if are_near(wrong, right) {
            self.change_near
        } else {
            self.change
        };
        kind + self.further + if is_first { self.first } else { 0.0 }
    }
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn sound_alike(a: u8, b: u8) -> bool {
    let pair = if a < b { [a, b] } else { [b, a] };
    matches!(
        &pair,
        b"ck" | b"cs" | b"sz" | b"gj" | b"fv" | b"bp" | b"dt" | b"mn" | b"kq" | b"cq" | b"vw" | b"ct" | b"st" | b"gk"
    )
}

/// How many rows of the table are kept: the one in work and those that a slip may reach back to.
const ROWS: usize = 5;

/// Whether the two letters before `end` stand beside the same two.
fn is_beside_its_like(word: &[u8], end: usize) -> bool {
    let Some(pair) = end.checked_sub(2).map(|start| &word[start..end]) else { return false };
    word[..end - 2].ends_with(pair) || word[end..].starts_with(pair)
}

/// Spellings of a sound that ends in this letter: what is written, and what is right. Those that differ
/// by a letter left out cost less as that. None has more letters than the table keeps rows.
fn alike(last: u8) -> &'static [(&'static [u8], &'static [u8])] {
    match last {
        b'a' => &[(b"ee", b"ea"), (b"i", b"ea")],
        b'c' => &[(b"ck", b"c"), (b"ch", b"c"), (b"sc", b"c"), (b"ss", b"c"), (b"ss", b"sc")],
        b'e' => &[(b"ea", b"ee"), (b"y", b"ie"), (b"ai", b"ae"), (b"ce", b"se")],
        b'f' => &[(b"ph", b"f"), (b"gh", b"f")],
        b'g' => &[(b"j", b"dg"), (b"dg", b"g")],
        b'h' => &[(b"f", b"ph"), (b"f", b"gh"), (b"k", b"ch"), (b"tch", b"ch"), (b"sh", b"ch")],
        b'i' => &[(b"ay", b"ai"), (b"y", b"ai"), (b"ee", b"ei"), (b"sh", b"ti"), (b"sh", b"ci")],
        b'k' => &[(b"ck", b"k"), (b"ch", b"k"), (b"que", b"k")],
        b'n' => &[
            (b"shun", b"tion"),
            (b"sion", b"tion"),
            (b"cion", b"tion"),
            (b"tion", b"sion"),
            (b"tion", b"cian"),
            (b"sion", b"cian"),
            (b"tian", b"cian"),
            (b"an", b"en"),
            (b"en", b"an"),
        ],
        b'o' => &[(b"ou", b"oo"), (b"ew", b"oo"), (b"u", b"oo")],
        b'r' => &[(b"wr", b"r"), (b"er", b"or"), (b"or", b"er"), (b"ar", b"er"), (b"er", b"ar"), (b"er", b"our")],
        b's' => &[
            (b"sc", b"s"),
            (b"ce", b"s"),
            (b"sc", b"ss"),
            (b"c", b"ss"),
            (b"fs", b"ves"),
            (b"ys", b"ies"),
            (b"ies", b"ys"),
        ],
        b'u' => &[
            (b"kw", b"qu"),
            (b"k", b"qu"),
            (b"o", b"au"),
            (b"aw", b"au"),
            (b"ow", b"ou"),
            (b"oo", b"ou"),
            (b"ew", b"eu"),
            (b"o", b"eau"),
            (b"au", b"eau"),
            (b"eau", b"au"),
        ],
        b'w' => &[(b"wh", b"w"), (b"ou", b"ow"), (b"au", b"aw")],
        b'x' => &[(b"ks", b"x"), (b"cks", b"x"), (b"cs", b"x")],
        b'y' => &[(b"ie", b"y"), (b"ee", b"y"), (b"ey", b"y"), (b"ei", b"ay"), (b"ally", b"ly")],
        _ => &[],
    }
}

/// Whether words may sound alike although the one begins with this letter and the other with that.
pub fn may_begin_alike(wrong: u8, right: u8) -> bool {
    matches!(
        (wrong, right),
        (b'f', b'p')
            | (b'n', b'k' | b'g' | b'p')
            | (b'r', b'w')
            | (b'k', b'c' | b'q')
            | (b's', b'c' | b'p')
            | (b'c', b's' | b'k')
            | (b'j', b'g')
            | (b'g', b'j')
            | (b'e', b'i' | b'a')
            | (b'i', b'e')
            | (b'a', b'e' | b'o')
            | (b'o', b'a')
            | (b'u', b'a' | b'o')
    )
}

/// Whether the letters are neighbours on the keyboard.
pub fn are_near(a: u8, b: u8) -> bool {
    let Some((row_a, at_a)) = key(a) else { return false };
    let Some((row_b, at_b)) = key(b) else { return false };
    // Each row is set half a key to the right of the one above.
    let distance = (at_a * 2 + row_a) - (at_b * 2 + row_b);
    match (row_a - row_b).abs() {
        0 => distance.abs() == 2,
        1 => distance.abs() == 1,
        _ => false,
    }
}

fn key(b: u8) -> Option<(i32, i32)> {
    let rows: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
    rows.iter().enumerate().find_map(|(row, keys)| keys.iter().position(|k| *k == b).map(|at| (row as i32, at as i32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_sound_alike_fit_into_the_table() {
        for last in b'a'..=b'z' {
            for (written, meant) in alike(last) {
                assert!((1..ROWS).contains(&written.len()) && meant.last() == Some(&last), "{written:?} for {meant:?}");
            }
        }
    }

    #[test]
    fn what_sounds_alike_costs_less_than_what_does_not() {
        let cost = |wrong: &str, right: &str| Costs::DEFAULT.between(wrong.as_bytes(), right.as_bytes());
        for (wrong, alike, other) in [
            ("fonetic", "phonetic", "frenetic"),
            ("discision", "decision", "discretion"),
            ("tomatoe", "tomato", "tomatoes"),
            ("outling", "outlining", "outwelling"),
        ] {
            assert!(cost(wrong, alike) < cost(wrong, other), "{wrong}: {alike}, {other}");
        }
    }
}
