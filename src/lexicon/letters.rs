//! How the words of other languages are spelled.

use super::layout::{self, PARTS};

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/letters.bin"));

/// How surprising it is that a word of some language is spelled so, in natural units: long words and
/// letters that seldom stand together surprise most.
pub fn surprise(word: &str) -> f32 {
    layout::threes(word).map(|three| f32::from(TABLE[layout::of_three(three)])).sum::<f32>() / PARTS
}

#[cfg(test)]
mod tests {
    use super::surprise;

    #[test]
    fn a_slip_makes_letters_meet_that_meet_in_no_language() {
        for (lent, slip) in [("shamba", "shmaba"), ("tumbo", "tubmo"), ("hokim", "hkoim"), ("marimba", "marimbq")] {
            assert!(surprise(lent) + 2.0 < surprise(slip), "{lent} {slip}");
        }
    }
}
