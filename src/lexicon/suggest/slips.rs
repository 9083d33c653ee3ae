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
    /// A letter for another.
    pub change: f32,
    pub change_vowel: f32,
    pub change_near: f32,
    pub change_sound: f32,
    /// More at the first letter, which people get right, and a little at the last.
    pub first: f32,
    pub last: f32,
    /// More for each slip after the first: slips are rare.
    pub further: f32,
    /// For each class that the word is rarer than the commonest.
    pub rare: f32,
}

impl Costs {
    pub const DEFAULT: Costs = Costs {
        swap: 1.25,
        swap_over: 2.6,
        undouble: 0.5,
        double: 0.45,
        drop: 1.35,
        drop_vowel: 1.2,
        add: 3.05,
        add_vowel: 2.25,
        add_near: 2.4,
        change: 4.1,
        change_vowel: 1.8,
        change_near: 2.6,
        change_sound: 2.0,
        first: 0.8,
        last: 0.03,
        further: 0.45,
        rare: 0.27,
    };

    /// The cost of the slips that make `wrong` of `right`.
    pub fn between(&self, wrong: &[u8], right: &[u8]) -> f32 {
        let mut rows = [[f32::INFINITY; LONGEST + 5]; 4];
        rows[0][0] = 0.0;
        for j in 1..=right.len() {
            rows[0][j] = rows[0][j - 1] + self.dropped(right, j - 1, 0);
        }
        for i in 1..=wrong.len() {
            let [above, two_above, three_above] = [1, 2, 3].map(|up| rows[(i + 4 - up) % 4]);
            let row = &mut rows[i % 4];
            row[0] = above[0] + self.added(wrong, i - 1);
            for j in 1..=right.len() {
                let (w, r) = (wrong[i - 1], right[j - 1]);
                let mut least = if w == r { above[j - 1] } else { above[j - 1] + self.changed(w, r, i == 1 && j == 1) };
                let last = if i == wrong.len() && j == right.len() { self.last } else { 0.0 };
                least = least.min(above[j] + self.added(wrong, i - 1) + last);
                least = least.min(row[j - 1] + self.dropped(right, j - 1, i) + last);
                if i > 1 && j > 1 && w == right[j - 2] && wrong[i - 2] == r && w != r {
                    let first = if i == 2 && j == 2 { self.first * 0.5 } else { 0.0 };
                    least = least.min(two_above[j - 2] + self.swap + self.further + first);
                }
                if i > 2 && j > 2 && w == right[j - 3] && wrong[i - 3] == r && wrong[i - 2] == right[j - 2] && w != r {
                    least = least.min(three_above[j - 3] + self.swap_over + self.further);
                }
                row[j] = least;
            }
        }
        (rows[wrong.len() % 4][right.len()] - self.further).max(0.0)
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
