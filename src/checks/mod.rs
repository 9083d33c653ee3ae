//! The rules in code: one check a file, named as its page, in a folder for each family.

use crate::rule::Check;

pub mod capitals;
mod consistency;
mod dates;
mod grammar;
mod grouped;
mod names;
mod numbers;
mod punctuation;
mod quotes;
mod repetition;
mod spacing;
mod spelling;
mod structure;

/// Every check, by family; a test holds that each has its page, and each page without phrases its
/// check.
pub const CHECKS: &[&[Check]] = &[
    capitals::CHECKS,
    consistency::CHECKS,
    dates::CHECKS,
    grammar::CHECKS,
    grammar::alike::CHECKS,
    names::CHECKS,
    numbers::CHECKS,
    punctuation::CHECKS,
    quotes::CHECKS,
    repetition::CHECKS,
    spacing::CHECKS,
    spelling::CHECKS,
    structure::CHECKS,
];
