use crate::rule::Check;

/// Only when all other rules have spoken is it known what a comment silences: `suppress` finds
/// these, and this check gives the rule its place among the others.
pub const CHECK: Check = Check::article("structure/unused-suppression", |_, _| {});
