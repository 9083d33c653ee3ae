//! What stands twice.

use crate::rule::Check;

mod doubled;
mod doubled_auxiliary;
mod doubled_headline;
mod doubled_phrase;
mod doubled_word;
mod echo;
mod overused_words;
mod repeated_passage;
mod same_frame;

pub const CHECKS: &[Check] = &[
    doubled_auxiliary::CHECK,
    doubled_headline::CHECK,
    doubled_phrase::CHECK,
    doubled_word::CHECK,
    echo::CHECK,
    overused_words::CHECK,
    repeated_passage::CHECK,
    same_frame::CHECK,
];
