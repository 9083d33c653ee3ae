//! A set that says at once of most strangers that it does not hold them.

/// Numbers that spread well (hashes), as bits. Whatever was put in it holds; of what was not, it says
/// so seven times in eight, and the eighth has to be looked up elsewhere. It stays in the fastest
/// cache where a table would not.
pub struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    /// For so many numbers.
    pub fn new(count: usize) -> Sieve {
        Sieve { bits: vec![0; (count / 8 + 1).next_power_of_two()] }
    }

    pub fn of(numbers: impl ExactSizeIterator<Item = u32>) -> Sieve {
        let mut sieve = Sieve::new(numbers.len());
        for number in numbers {
            sieve.insert(number);
        }
        sieve
    }

    /// Puts a number in; says whether it may have been in it.
    pub fn insert(&mut self, number: u32) -> bool {
        let (word, bit) = self.place(number);
        let held = self.bits[word] & bit != 0;
        self.bits[word] |= bit;
        held
    }

    pub fn may_hold(&self, number: u32) -> bool {
        let (word, bit) = self.place(number);
        self.bits[word] & bit != 0
    }

    fn place(&self, number: u32) -> (usize, u64) {
        // The highest bits for the bit, those above the lowest for the word: the lowest may be set in all.
        ((number >> 1) as usize & (self.bits.len() - 1), 1 << (number >> 26))
    }
}

/// The number of a pair of numbers that need not spread by themselves.
pub fn pair(one: u32, other: u32) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let hash = (u64::from(one) << 32 | u64::from(other)).wrapping_mul(SPREAD);
    ((hash ^ hash >> 32).wrapping_mul(SPREAD) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_held_and_most_else_is_not() {
        let spread = |number: u32| (u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32;
        let sieve = Sieve::of((0..1000).map(spread));
        assert!((0..1000).map(spread).all(|number| sieve.may_hold(number)));
        let strangers = (1000..9000).map(spread).filter(|number| sieve.may_hold(*number)).count();
        assert!(strangers < 1200, "{strangers}");
    }

    #[test]
    fn who_comes_twice_is_noticed() {
        let mut sieve = Sieve::new(2);
        assert!(!sieve.insert(0xdead_beef));
        assert!(sieve.insert(0xdead_beef));
    }
}
