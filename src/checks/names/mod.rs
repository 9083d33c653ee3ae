//! Names: spelled in two ways, and people who are not introduced.

use crate::rule::Check;

mod two_spellings;

pub const CHECKS: &[Check] = &[two_spellings::CHECK];
