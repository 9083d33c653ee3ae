use crate::rule::Check;

pub const CHECKS: &[Check] = &[];
