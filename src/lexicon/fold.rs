//! Forms made alike: lower case, straight apostrophes.

/// A form in lower case with straight apostrophes, on the stack.
pub struct Folded {
    bytes: [u8; Folded::LONGEST],
    len: usize,
}

impl Folded {
    /// The most bytes of a form that anything is known of.
    pub const LONGEST: usize = 64;

    pub fn of(form: &str) -> Option<Folded> {
        if form.len() > Folded::LONGEST {
            return None;
        }
        let mut folded = Folded { bytes: [0; Folded::LONGEST], len: 0 };
        if form.is_ascii() {
            folded.bytes[..form.len()].copy_from_slice(form.as_bytes());
            folded.bytes[..form.len()].make_ascii_lowercase();
            folded.len = form.len();
            return Some(folded);
        }
        for c in form.chars() {
            let c = if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c };
            for c in c.to_lowercase() {
                let end = folded.len + c.len_utf8();
                c.encode_utf8(folded.bytes.get_mut(folded.len..end)?);
                folded.len = end;
            }
        }
        Some(folded)
    }

    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}
