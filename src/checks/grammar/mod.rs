//! Words that cannot stand together as they do.

use crate::rule::Check;

mod a_an;
mod two_determiners;

pub const CHECKS: &[Check] = &[a_an::CHECK, two_determiners::CHECK];
