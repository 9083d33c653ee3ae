//! Capitals that are missing, or too many.

use crate::rule::Check;

mod heading_word;

pub const CHECKS: &[Check] = &[heading_word::CHECK];
