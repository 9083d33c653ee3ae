//! Words that cannot stand together as they do.

use crate::rule::Check;

mod a_an;
mod plain_verb;
mod two_determiners;
mod verb_left_over;

pub const CHECKS: &[Check] = &[a_an::CHECK, plain_verb::CHECK, two_determiners::CHECK, verb_left_over::CHECK];
