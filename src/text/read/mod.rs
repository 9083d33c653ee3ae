//! Readers: a source in one of the formats becomes an [`Article`](super::Article).

pub mod plain;
pub mod turns;
