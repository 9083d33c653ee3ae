//! Names that are said alike and written in several ways: Kathryn and Catherine, Stephen and
//! Steven, Clark and Clarke.

use super::without_accents;

/// Whether two names are one when they are said: all their sounds agree, or their consonants and
/// first vowel do, in names of more than one syllable.
pub fn are_said_alike(one: &str, other: &str) -> bool {
    if !Onset::of(one).may_be_said_like(Onset::of(other)) {
        return false;
    }
    let (a, b) = (sounds(one), sounds(other));
    let alike = || {
        let (a, b) = (Frame::of(&a), Frame::of(&b));
        a == b && a.consonants.len() > 2
    };
    !a.is_empty() && (a == b || alike()) && !are_a_couple(one, other)
}

/// What shows of most names that they are not said alike: how they start, and how long they are.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Onset {
    /// The first letter, the same for those that may be said alike; 0 where nobody can tell.
    letter: u8,
    /// In bytes.
    len: u16,
}

impl Onset {
    pub fn of(name: &str) -> Onset {
        let letter = match name.bytes().next().unwrap_or_default().to_ascii_lowercase() {
            b'c' | b'k' | b'q' | b's' | b'x' | b'z' => b'k',
            b'g' | b'j' => b'j',
            b'f' | b'p' | b'v' => b'f',
            b'e' | b'i' | b'y' => b'i',
            letter => letter,
        };
        Onset { letter: if name.is_ascii() { letter } else { 0 }, len: name.len() as u16 }
    }

    pub fn may_be_said_like(self, other: Onset) -> bool {
        const SILENT: u16 = 4;
        let same = self.letter == other.letter || self.letter == 0 || other.letter == 0;
        same && self.len.abs_diff(other.len) <= SILENT
    }
}

/// What a name keeps in all its spellings.
#[derive(PartialEq)]
struct Frame {
    /// With a vowel at the front, and one at the end that no spelling leaves out: Christina and
    /// Christine are two names.
    consonants: String,
    first_vowel: Option<char>,
    /// Carl is not Carol.
    one_syllable: bool,
}

impl Frame {
    fn of(sounds: &str) -> Frame {
        let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
        let last = sounds.chars().next_back().filter(|c| matches!(c, 'a' | 'o' | 'u'));
        let inside = sounds.chars().enumerate().filter(|(at, c)| *at == 0 || !vowel(c)).map(|(_, c)| c);
        Frame {
            consonants: inside.chain(last).collect(),
            // Muhammad is Mohammed.
            first_vowel: sounds.chars().find(vowel).map(|c| if c == 'u' { 'o' } else { c }),
            one_syllable: sounds.chars().filter(vowel).count() < 2,
        }
    }
}

/// “Martin” and “Martine”, “Daniel” and “Danielle” are a man’s name and a woman’s.
fn are_a_couple(one: &str, other: &str) -> bool {
    const WOMEN: &[&str] = &["ine", "ene", "elle", "ele", "ette", "ienne"];
    // Katherine is Kathryn, and nobody else ends so.
    let ending = |name: &str| {
        let name = name.to_lowercase();
        WOMEN.iter().any(|end| name.ends_with(end)) && !name.ends_with("herine") && !name.ends_with("harine")
    };
    ending(one) != ending(other)
}

/// The sounds of a name, roughly, with one letter for each.
fn sounds(name: &str) -> String {
    let lower = name.to_lowercase();
    let lower = without_accents(&lower).unwrap_or(lower);
    let letters: Vec<char> = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let mut sounds = String::new();
    let mut at = 0;
    while at < letters.len() {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let soft = matches!(next, 'e' | 'i' | 'y');
        let (sound, taken) = match (letters[at], next) {
            ('p', 'h') => ('f', 2),
            ('c', 'k') | ('k', 'h') | ('c', 'c') | ('c', 'q') => ('k', 2),
            ('c', 'h') if at == 0 && letters.get(2) == Some(&'r') => ('k', 2),
            ('c', 'h') => ('C', 2),
            ('s', 'h') => ('S', 2),
            ('t', 'h') => ('t', 2),
            ('g', 'h') => ('g', 2),
            ('w', 'h') => ('w', 2),
            ('c', _) => (if soft { 's' } else { 'k' }, 1),
            ('g', 'e') => ('j', 1),
            // Alexei is Aleksei.
            ('x', _) if at > 0 => {
                if !sounds.ends_with('k') {
                    sounds.push('k');
                }
                ('s', 1)
            }
            ('q' | 'x', _) => ('k', 1),
            ('e', 'e' | 'i') => ('i', 2),
            ('z', _) => ('s', 1),
            ('v', _) => ('f', 1),
            ('y', _) => ('i', 1),
            // Said with the vowel before them: John, Deborah, Lawrence.
            ('h' | 'w', _) if at > 0 && !matches!(next, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') => {
                at += 1;
                continue;
            }
            (letter, _) => (letter, 1),
        };
        if !sounds.ends_with(sound) {
            sounds.push(sound);
        }
        at += taken;
    }
    // Anne is Ann, but Marie is not Mary.
    let short = sounds.strip_suffix('e').filter(|short| short.len() > 1 && !short.ends_with('i'));
    short.map(str::to_owned).unwrap_or(sounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_many_spellings() {
        for (one, other) in [
            ("Kathryn", "Katherine"),
            ("Catherine", "Katharine"),
            ("Stephen", "Steven"),
            ("Geoffrey", "Jeffrey"),
            ("Rebecca", "Rebekah"),
            ("Sofia", "Sophia"),
            ("Jon", "John"),
            ("Debra", "Deborah"),
            ("Laurence", "Lawrence"),
            ("Ann", "Anne"),
            ("Lesley", "Leslie"),
            ("Marc", "Mark"),
            ("Sara", "Sarah"),
            ("Clark", "Clarke"),
            ("Reed", "Reid"),
            ("Philip", "Phillip"),
            ("Zoe", "Zoë"),
            ("Petersen", "Peterson"),
        ] {
            assert!(are_said_alike(one, other), "{one} {} {other} {}", sounds(one), sounds(other));
        }
    }

    #[test]
    fn a_couple_has_two_names() {
        for (one, other) in [
            ("Martin", "Martine"),
            ("Maria", "Mario"),
            ("Daniel", "Danielle"),
            ("Christina", "Christine"),
            ("Michael", "Michelle"),
            ("Paul", "Paula"),
            ("Julia", "Julie"),
            ("Andrew", "Andrea"),
            ("Mary", "Marie"),
            ("Joan", "John"),
            ("Carol", "Carl"),
            ("Darren", "Doreen"),
            ("Robert", "Roberta"),
            ("Eric", "Erica"),
        ] {
            assert!(!are_said_alike(one, other), "{one} {} {other} {}", sounds(one), sounds(other));
        }
    }
}
