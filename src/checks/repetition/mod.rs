//! What stands twice.

use crate::rule::Check;

mod echo;
mod overused_words;
mod repeated_passage;
mod same_frame;

pub const CHECKS: &[Check] = &[echo::CHECK, overused_words::CHECK, repeated_passage::CHECK, same_frame::CHECK];
