//! How the list of variant spellings is laid out; the build script shares it.

/// A form that is not in the list passes the filter once in seventy times.
pub const FILTER_BITS: usize = 1 << 16;

/// The bit of a form in the filter that says whether a form may be in the list.
pub fn filter_bit(form: &[u8]) -> usize {
    let hash = form.iter().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash >> 16) as usize % FILTER_BITS
}
