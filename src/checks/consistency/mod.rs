//! The article against itself: one thing written in two forms.

use crate::rule::Check;

mod abbreviation_before_explanation;
mod abbreviation_explained_twice;
mod abbreviation_meaning;
mod abbreviation_stops;
mod abbreviation_unused;
mod acronym_capitals;
mod capitals;
mod compound;
mod currency;
mod dash;
mod date_format;
mod dialect;
mod ellipsis;
mod heading_stop;
mod heading_style;
mod ise_ize;
mod million;
mod number_form;
mod numbered_part;
mod odd;
mod percent;
mod possessive;
mod quote_marks;
mod range;
mod spelling;
mod state_name;
mod superlative;
mod term_capitals;
mod thousands;
mod time_format;
mod title_capitals;
mod unit_name;
mod unit_space;
mod work_title;
mod year_range;

pub use self::odd::times;

pub const CHECKS: &[Check] = &[
    abbreviation_stops::CHECK,
    abbreviation_before_explanation::CHECK,
    abbreviation_explained_twice::CHECK,
    abbreviation_unused::CHECK,
    abbreviation_meaning::CHECK,
    acronym_capitals::CHECK,
    capitals::CHECK,
    compound::CHECK,
    currency::CHECK,
    dash::CHECK,
    date_format::CHECK,
    dialect::CHECK,
    ellipsis::CHECK,
    heading_stop::CHECK,
    heading_style::CHECK,
    ise_ize::CHECK,
    million::CHECK,
    number_form::CHECK,
    numbered_part::CHECK,
    percent::CHECK,
    possessive::CHECK,
    quote_marks::CHECK,
    range::CHECK,
    spelling::CHECK,
    state_name::CHECK,
    superlative::CHECK,
    term_capitals::CHECK,
    thousands::CHECK,
    time_format::CHECK,
    title_capitals::CHECK,
    unit_name::CHECK,
    unit_space::CHECK,
    work_title::CHECK,
    year_range::CHECK,
];
