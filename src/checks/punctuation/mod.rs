//! Marks that are doubled, missing, turned or alone.

use crate::rule::Check;

mod apostrophe_turned;
mod clashing_marks;
mod comma_after_article;
mod comma_after_opener;
mod comma_after_state;
mod comma_after_year;
mod decade_apostrophe;
mod double_hyphen;
mod doubled_comma;
mod doubled_stop;
mod missing_final_stop;
mod open_aside;
mod plural_apostrophe;
mod spaced_hyphen;
mod turned_quote;
mod unbalanced_bracket;
mod unbalanced_quote;

pub const CHECKS: &[Check] = &[
    apostrophe_turned::CHECK,
    clashing_marks::CHECK,
    comma_after_article::CHECK,
    comma_after_opener::CHECK,
    comma_after_state::CHECK,
    comma_after_year::CHECK,
    decade_apostrophe::CHECK,
    double_hyphen::CHECK,
    doubled_comma::CHECK,
    doubled_stop::CHECK,
    missing_final_stop::CHECK,
    open_aside::CHECK,
    plural_apostrophe::CHECK,
    spaced_hyphen::CHECK,
    turned_quote::CHECK,
    unbalanced_bracket::CHECK,
    unbalanced_quote::CHECK,
];
