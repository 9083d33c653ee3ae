//! Names: spelled in two ways, short forms that do not fit, and people who are not introduced.

use crate::rule::Check;

mod acronym_misfit;
mod two_spellings;

pub const CHECKS: &[Check] = &[acronym_misfit::CHECK, two_spellings::CHECK];
