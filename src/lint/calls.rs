//! The calls of token checks that are still to be made. The checks' code is larger than what a
//! processor keeps at hand: to go from check to check at every word means to fetch it anew each time,
//! which takes longer than to run it. So what a stretch of text wakes is only noted, and then each check
//! is called for all of it.

/// A token of one of some articles.
#[derive(Clone, Copy)]
pub struct Place {
    /// The number of its article, of its block and its own.
    pub article: u32,
    pub block: u32,
    pub token: u32,
}

/// The calls to be made, by the number of the check, in the order of the text.
pub struct Calls {
    pub checks: Vec<Vec<Place>>,
    /// Where phrases may stand, with their keys.
    pub phrases: Vec<(Place, u16)>,
    /// The tokens that were looked at.
    tokens: usize,
}

impl Calls {
    /// So long a stretch stays at hand while one check after the other goes through it.
    pub const STRETCH: usize = 1 << 11;

    pub fn of(checks: usize) -> Calls {
        Calls { checks: vec![Vec::new(); checks], phrases: Vec::new(), tokens: 0 }
    }

    /// Counts the tokens of a block that was looked at; whether it ends a stretch.
    pub fn ends_stretch(&mut self, tokens: usize) -> bool {
        self.tokens += tokens;
        let ends = self.tokens >= Calls::STRETCH;
        if ends {
            self.tokens = 0;
        }
        ends
    }
}
