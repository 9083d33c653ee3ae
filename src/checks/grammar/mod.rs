//! Words that cannot stand together as they do.

use crate::rule::Check;

mod a_an;
mod clause;
mod participle;
mod plain_verb;
mod pronoun_verb;
mod two_determiners;
mod verb_left_over;
mod verbs;

pub const CHECKS: &[Check] = &[
    a_an::CHECK,
    participle::CHECK,
    plain_verb::CHECK,
    pronoun_verb::CHECK,
    two_determiners::CHECK,
    verb_left_over::CHECK,
];
