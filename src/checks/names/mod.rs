//! Names: spelled in two ways, short forms that do not fit, and people who are not introduced.

use crate::rule::Check;

mod acronym_misfit;
mod introduced;
mod surname_first;
mod two_spellings;

pub const CHECKS: &[Check] = &[acronym_misfit::CHECK, surname_first::CHECK, two_spellings::CHECK];
