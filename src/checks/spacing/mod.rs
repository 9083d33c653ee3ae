//! White space that is missing, or too much.

use crate::rule::Check;

mod after_comma;

pub const CHECKS: &[Check] = &[after_comma::CHECK];
