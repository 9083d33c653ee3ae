//! Words that cannot stand together as they do.

use crate::rule::Check;

mod a_an;

pub const CHECKS: &[Check] = &[a_an::CHECK];
