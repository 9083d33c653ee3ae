//! Numbers that the article itself contradicts.

use crate::rule::Check;

mod age;
mod backward_range;
mod heading_sequence;
mod list_count;
mod list_sequence;
mod ordinal_ending;
mod parts_total;
mod range_preposition;
mod series_count;

pub const CHECKS: &[Check] = &[
    age::CHECK,
    backward_range::CHECK,
    heading_sequence::CHECK,
    list_count::CHECK,
    list_sequence::CHECK,
    ordinal_ending::CHECK,
    parts_total::CHECK,
    range_preposition::CHECK,
    series_count::CHECK,
];
