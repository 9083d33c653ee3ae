//! A long article is shared out among the processors. What is found does not depend on how many
//! there are.

use std::ops::Range;

use rayon::prelude::*;

use crate::reading::Reading;
use crate::registry::Rule;

/// A piece of the work that can be done beside the others.
pub enum Share<'r> {
    /// To gather evidence.
    Evidence(fn(&Reading)),
    /// The token checks over these blocks.
    Blocks(Range<usize>),
    /// A rule that looks at the whole article.
    Rule(&'r Rule),
}

/// The evidence that takes long. Each is gathered once, and whoever asks for it meanwhile waits; so
/// these come first, while the others have something else to do.
const EVIDENCE: [fn(&Reading); 3] = [
    |reading| _ = reading.repeats(),
    |reading| _ = (reading.forms(), reading.headings()),
    |reading| _ = reading.slips(),
];

/// Gathers what nearly all shares ask for.
pub fn prepare(reading: &Reading) {
    reading.furniture();
    reading.quotations();
}

/// What `work` gives for each share of an article, in their order.
pub fn each<T: Send>(reading: &Reading, rules: &[Rule], work: impl Fn(Share) -> T + Sync) -> Vec<T> {
    let evidence = EVIDENCE.into_iter().map(Share::Evidence);
    let shares = evidence.chain(reading.article.pieces().map(Share::Blocks)).chain(rules.iter().map(Share::Rule));
    // A bridge hands the shares out in their order.
    let mut done: Vec<(usize, T)> =
        shares.enumerate().par_bridge().map(|(number, share)| (number, work(share))).collect();
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, made)| made).collect()
}
