//! How the list of variant spellings is laid out; the build script shares it.

pub const FILTER_BITS: usize = 8192;

/// The bit of a form in the filter that says whether a form may be in the list.
pub fn filter_bit(form: &[u8]) -> usize {
    let at = |i: usize| usize::from(form.get(i).copied().unwrap_or(0));
    let last = at(form.len().wrapping_sub(1));
    (at(0) + at(1) * 37 + at(2) * 331 + last * 1021 + form.len() * 7) % FILTER_BITS
}
