//! The rules in code: one check a file, named as its page.

use crate::rule::Check;

/// Every check; a test holds that each has its page, and each page without phrases its check.
pub const CHECKS: &[Check] = &[];
