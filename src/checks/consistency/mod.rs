//! The article against itself: one thing written in two forms.

use crate::rule::Check;

mod abbreviation_stops;
mod capitals;
mod compound;
mod currency;
mod date_format;
mod heading_stop;
mod heading_style;
mod million;
mod number_form;
mod odd;
mod percent;
mod spelling;
mod time_format;
mod title_capitals;

pub const CHECKS: &[Check] = &[
    abbreviation_stops::CHECK,
    capitals::CHECK,
    compound::CHECK,
    currency::CHECK,
    date_format::CHECK,
    heading_stop::CHECK,
    heading_style::CHECK,
    million::CHECK,
    number_form::CHECK,
    percent::CHECK,
    spelling::CHECK,
    time_format::CHECK,
    title_capitals::CHECK,
];
