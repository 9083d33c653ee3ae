//! Makes of the places in `data/names.txt`, which are named in all languages, `letters.bin`: how
//! surprising each letter is behind two others. Words that languages lend to English read like them.

use crate::lexicon::layout::{LETTERS, PARTS, of_three, threes};

/// How much is taken from what is known of fewer letters.
const TRUST: f32 = 5.0;

pub fn surprises<'n>(places: impl Iterator<Item = &'n str>) -> Vec<u8> {
    let mut counts = vec![0f32; LETTERS.pow(3)];
    for place in places {
        let place = place.to_lowercase();
        if place.len() > 3 && place.bytes().all(|b| b.is_ascii_lowercase()) {
            threes(&place).for_each(|three| counts[of_three(three)] += 1.0);
        }
    }
    let sum = |rows: &dyn Fn(usize) -> bool| {
        let mut sums = vec![0f32; LETTERS];
        for (at, count) in counts.iter().enumerate().filter(|(at, _)| rows(at / LETTERS)) {
            sums[at % LETTERS] += count;
        }
        sums
    };
    // A row of counts as shares; where there are few, the shares of fewer letters stand in.
    let shares = |counts: &[f32], less: &[f32]| -> Vec<f32> {
        let all: f32 = counts.iter().sum();
        counts.iter().zip(less).map(|(count, less)| (count + TRUST * less) / (all + TRUST)).collect()
    };
    let alone = shares(&sum(&|_| true), &[1.0 / LETTERS as f32; LETTERS]);
    let behind_one: Vec<Vec<f32>> = (0..LETTERS).map(|b| shares(&sum(&|row| row % LETTERS == b), &alone)).collect();
    let rows = counts.chunks(LETTERS).enumerate();
    rows.flat_map(|(row, counts)| shares(counts, &behind_one[row % LETTERS]))
        .map(|share| (-share.ln() * PARTS).round().min(255.0) as u8)
        .collect()
}
