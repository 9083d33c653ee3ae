//! Names: spelled in two ways, short forms that do not fit, and people who are not introduced.

use crate::rule::Check;

mod acronym_misfit;
mod acronym_slip;
mod form_of_address;
mod initials;
mod introduced;
mod leading_the;
mod lost_apostrophe;
mod one_word_or_two;
mod particle;
mod surname_first;
mod two_spellings;

pub const CHECKS: &[Check] = &[
    acronym_misfit::CHECK,
    acronym_slip::CHECK,
    form_of_address::CHECK,
    initials::CHECK,
    leading_the::CHECK,
    lost_apostrophe::CHECK,
    one_word_or_two::CHECK,
    particle::CHECK,
    surname_first::CHECK,
    two_spellings::CHECK,
];
