//! What stands in quotation marks, and whose words it is.

use crate::rule::Check;

mod heading_misquotes;
mod missing_comma;
mod nested_marks;
mod single_marks;
mod stop_and_comma;
mod stop_inside;
mod stop_outside;
mod two_versions;
mod unattributed_quote;
mod unmarked_pull_quote;

pub const CHECKS: &[Check] = &[
    heading_misquotes::CHECK,
    missing_comma::CHECK,
    nested_marks::CHECK,
    single_marks::CHECK,
    stop_and_comma::CHECK,
    stop_inside::CHECK,
    stop_outside::CHECK,
    two_versions::CHECK,
    unattributed_quote::CHECK,
    unmarked_pull_quote::CHECK,
];
