//! Words that cannot stand together as they do.

use crate::rule::Check;

mod a_an;
pub mod alike;
mod clause;
mod comma_splice;
mod faulty_series;
mod inverted_verb;
mod lone_article;
pub mod ly_hyphen;
mod missing_word;
mod noun_number;
mod participle;
mod plain_verb;
mod plural_verb;
mod pronoun_agreement;
mod pronoun_verb;
mod seen_done;
mod sole_verb;
mod subject_nouns;
mod subject_verb;
mod two_determiners;
mod two_subjects;
mod verb_left_over;
mod verb_pattern;
mod verbs;

pub const CHECKS: &[Check] = &[
    a_an::CHECK,
    comma_splice::CHECK,
    faulty_series::CHECK,
    inverted_verb::CHECK,
    lone_article::CHECK,
    ly_hyphen::CHECK,
    missing_word::CHECK,
    noun_number::CHECK,
    participle::CHECK,
    plain_verb::CHECK,
    plural_verb::CHECK,
    pronoun_agreement::CHECK,
    pronoun_verb::CHECK,
    seen_done::CHECK,
    subject_verb::CHECK,
    two_determiners::CHECK,
    verb_left_over::CHECK,
    verb_pattern::CHECK,
];
