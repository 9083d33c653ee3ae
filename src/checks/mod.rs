//! The rules in code: one check a file, named as its page, in a folder for each family.

use crate::rule::Check;

mod repetition;
mod spacing;
mod structure;

/// Every check, by family; a test holds that each has its page, and each page without phrases its
/// check.
pub const CHECKS: &[&[Check]] = &[repetition::CHECKS, spacing::CHECKS, structure::CHECKS];
