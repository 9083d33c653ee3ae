//! How the tables of the lexicon lie in memory: shared by `build.rs`, which makes them, and the
//! program, which uses them in place.
//!
//! The table of forms is a seed, a number *n*, then *n* sets of traits, each in two halves, then slots.
//! All are 32 bits, little endian. A slot holds the upper 21 bits of a form's fingerprint and the number of its set
//! of traits, from 1; 0 is an empty slot. A form is sought from [`slot`] on until an empty slot. The
//! seed is chosen so that no known form is taken for another.

use super::traits::Traits;

/// Numbers of sets have 11 bits.
pub const MOST_SETS: usize = 1 << 11;

// Of the bits of knowledge that are stored, KNOWN stands for “known with a first capital”; these
// two, which no trait uses, say which other capitals the form is known with.

/// Known in capitals (“NATO”).
pub const IN_CAPITALS: Traits = Traits::from_bits_retain(1 << 46);
/// Known with capitals of its own (“iPhone”).
pub const OWN_CAPITALS: Traits = Traits::from_bits_retain(1 << 47);

/// The knowledge of a form, as it is stored.
pub const fn pack(traits: Traits) -> u64 {
    traits.bits() >> 16
}

/// The set with this number, from 0.
pub fn unpack(sets: &[u8], number: usize) -> Traits {
    let set = u64::from(word(sets, number * 2)) | u64::from(word(sets, number * 2 + 1)) << 32;
    Traits::from_bits_retain(set << 16)
}

/// The hash of a form in lower case with straight apostrophes.
pub fn hash(key: &[u8], seed: u32) -> u64 {
    let mut hash = 0x9E37_79B9_7F4A_7C15 ^ u64::from(seed) << 32 ^ key.len() as u64;
    let mut chunks = key.chunks_exact(8);
    for chunk in &mut chunks {
        hash = fold(hash ^ u64::from_le_bytes(chunk.try_into().unwrap_or_default()), 0xA076_1D64_78BD_642F);
    }
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    hash = fold(hash ^ u64::from_le_bytes(last), 0xE703_7ED1_A0B4_28DB);
    fold(hash, 0x8EBC_6AF0_9C88_C6E3)
}

fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// Where the search of a form begins, in a table of so many slots.
pub fn slot(hash: u64, slots: usize) -> usize {
    (((hash >> 32) * slots as u64) >> 32) as usize
}

/// What a slot keeps of a form: one unknown form in a hundred and sixty thousand passes as a known one.
pub fn fingerprint(hash: u64) -> u32 {
    hash as u32 & FINGERPRINT
}

/// The number of the set of traits of a form.
pub fn find(slots: &[u8], key: &[u8], seed: u32) -> Option<u32> {
    let count = slots.len() / 4;
    let hash = hash(key, seed);
    let fingerprint = fingerprint(hash);
    let mut at = slot(hash, count);
    loop {
        let slot = word(slots, at);
        if slot == 0 {
            return None;
        }
        if slot & FINGERPRINT == fingerprint {
            return Some(slot & !FINGERPRINT);
        }
        at = if at + 1 == count { 0 } else { at + 1 };
    }
}

/// The 32 bits with this number.
pub fn word(bytes: &[u8], number: usize) -> u32 {
    let bytes = &bytes[number * 4..number * 4 + 4];
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

const FINGERPRINT: u32 = 0xFFFF_F800;

/// What is stored of a form that may be offered as a correction.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    /// From 0 to 15; a word of each class is about two and a half times as common as one of the
    /// class below.
    pub commonness: u8,
    /// Known in lower case, with a first capital, in capitals.
    pub lower: bool,
    pub title: bool,
    pub capitals: bool,
    /// Wrong in lower case.
    pub name_only: bool,
    pub unsuggested: bool,
    /// Where the form with its own capitals stands in the list of these.
    pub own: Option<u32>,
}

impl Stored {
    pub fn pack(self) -> u64 {
        let bits = [self.lower, self.title, self.capitals, self.name_only, self.unsuggested, self.own.is_some()];
        let flags = bits.iter().rev().fold(0, |all, bit| all << 1 | u64::from(*bit));
        u64::from(self.own.unwrap_or(0)) << 10 | flags << 4 | u64::from(self.commonness & 15)
    }

    pub fn unpack(value: u64) -> Stored {
        let bit = |n: u32| value >> (4 + n) & 1 == 1;
        Stored {
            commonness: (value & 15) as u8,
            lower: bit(0),
            title: bit(1),
            capitals: bit(2),
            name_only: bit(3),
            unsuggested: bit(4),
            own: bit(5).then_some((value >> 10) as u32),
        }
    }
}

/// The form without the marks on its letters, if it has some that English drops.
pub fn without_accents(form: &str) -> Option<String> {
    if form.is_ascii() {
        return None;
    }
    let mut bare = String::with_capacity(form.len());
    for c in form.chars() {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => bare.push('a'),
            'ç' | 'ć' | 'č' => bare.push('c'),
            'ď' | 'đ' => bare.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => bare.push('e'),
            'ğ' => bare.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => bare.push('i'),
            'ł' | 'ľ' => bare.push('l'),
            'ñ' | 'ń' | 'ň' | 'ņ' => bare.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => bare.push('o'),
            'ř' => bare.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => bare.push('s'),
            'ť' | 'ţ' | 'ț' => bare.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => bare.push('u'),
            'ý' | 'ÿ' => bare.push('y'),
            'ź' | 'ż' | 'ž' => bare.push('z'),
            'æ' => bare.push_str("ae"),
            'œ' => bare.push_str("oe"),
            'ß' => bare.push_str("ss"),
            c if c.is_ascii() => bare.push(c),
            _ => return None,
        }
    }
    Some(bare)
}

/// How many kinds of letter the table of letters knows: a to z, and 0 for the edge of a word or what is
/// none of these.
pub const LETTERS: usize = 27;

/// Where the table of letters keeps the third of three.
pub fn of_three(three: [u8; 3]) -> usize {
    let number = |b: u8| if b.is_ascii_lowercase() { usize::from(b - b'a') + 1 } else { 0 };
    (number(three[0]) * LETTERS + number(three[1])) * LETTERS + number(three[2])
}

/// Each letter of a word with the two before it, and the word's end.
pub fn threes(word: &str) -> impl Iterator<Item = [u8; 3]> + '_ {
    let edge = [0; 2].into_iter().chain(word.bytes());
    edge.clone().zip(edge.clone().skip(1)).zip(edge.skip(2).chain([0])).map(|((a, b), c)| [a, b, c])
}

/// Surprise is stored in so many parts of a natural unit.
pub const PARTS: f32 = 16.0;
