//! The phrase language of rule pages, as values. A pattern is a row of parts that are matched
//! against an article's tokens; a replacement is a row of pieces that makes the new words.
//!
//! Everything is a `Cow`, so that `build.rs` can write the patterns of the built-in pages as
//! statics and a page that is read at run time makes the same values.

use std::borrow::Cow;

pub type Text = Cow<'static, str>;
pub type List<T> = Cow<'static, [T]>;

/// An item of a page's `Replace`: what is looked for, and what may stand there instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phrase {
    pub pattern: Pattern,
    /// The best one first; none where the page only advises.
    pub replacements: List<Replacement>,
}

/// What a phrase looks like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern {
    pub parts: List<Part>,
    /// Which part it is looked up by: one that is always there, and the rarest such.
    pub anchor: u8,
    /// The least and the most tokens that can stand before the anchor.
    pub before: (u8, u8),
}

/// What a token shows at a glance, one of 64 numbers: two words of one sound or letter seldom share
/// theirs, and a word has the same one however it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Glance(u8);

/// A set of these.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Glances(pub u64);

/// What the two tokens before a phrase's anchor and the two after it can show, in the order of the
/// text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beside(pub [Glances; 4]);

/// In which order parts are gone through.
#[derive(Clone, Copy)]
enum Way {
    Onward,
    Back,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// No white space stands before it. Says nothing of the first part.
    pub glued: bool,
    pub atom: Atom,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Atom {
    /// One token: a word, a number or a mark.
    Token(Text),
    /// `could|would`: one of these, each a word or a hyphenated compound. As for all atoms, a
    /// group in parentheses is none of its own and has the number 0.
    OneOf { group: u8, choices: List<List<Part>> },
    /// `(very much)`: these or nothing.
    Optional { group: u8, parts: List<Part> },
    /// `{number}`: a token of a kind.
    Slot { group: u8, slot: Slot },
    /// `{start}`: no token, but a sentence starts here.
    Start,
    /// `{end}`: no token, but a sentence ends here.
    End,
}

/// What a slot takes: one token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    Number,
    Currency,
    /// A capitalised word, or one that is known as a name.
    Name,
    Word,
    Noun,
    Plural,
    Verb,
    Past,
    Ing,
    Adjective,
    Adverb,
    Pronoun,
    Determiner,
    Preposition,
}

/// New words for a match.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replacement {
    pub pieces: List<Piece>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub glued: bool,
    pub what: Source,
}

/// Where a piece of a replacement comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// A word or mark as it stands on the page.
    Token(Text),
    /// `{1}`: what the first group of the pattern matched.
    Group(u8),
    /// `toe|toes|toed` beside the pattern's `tow|tows|towed`: the one with the same number.
    Same { group: u8, choices: List<Text> },
}

impl Slot {
    /// Every slot with its name on a page.
    pub const ALL: &[(&str, Slot)] = &[
        ("number", Slot::Number),
        ("currency", Slot::Currency),
        ("name", Slot::Name),
        ("word", Slot::Word),
        ("noun", Slot::Noun),
        ("plural", Slot::Plural),
        ("verb", Slot::Verb),
        ("past", Slot::Past),
        ("ing", Slot::Ing),
        ("adjective", Slot::Adjective),
        ("adverb", Slot::Adverb),
        ("pronoun", Slot::Pronoun),
        ("determiner", Slot::Determiner),
        ("preposition", Slot::Preposition),
    ];
}

impl Pattern {
    /// The most groups that a pattern may have: one digit names each.
    pub const GROUPS: usize = 9;

    /// The words that it is looked up by.
    pub fn keys(&self) -> Vec<&str> {
        keys(&self.parts[usize::from(self.anchor)].atom).unwrap_or_default()
    }

    /// What the tokens beside the anchor can show.
    pub fn beside(&self) -> Beside {
        let (before, rest) = self.parts.split_at(usize::from(self.anchor));
        let (anchor, after) = rest.split_first().expect("the anchor is a part");
        let before: Vec<&Part> = before.iter().rev().collect();
        // A compound that is the anchor is looked up by its first word.
        let afters = match &anchor.atom {
            Atom::OneOf { choices, .. } => {
                choices.iter().map(|choice| choice[1..].iter().chain(after).collect()).collect()
            }
            _ => vec![after.iter().collect::<Vec<_>>()],
        };
        let union = |n| afters.iter().fold(Glances::NONE, |all, after| all.or(Glances::nth(after, n, Way::Onward)));
        let back = |n| Glances::nth(&before, n, Way::Back);
        Beside([back(1), back(0), union(0), union(1)])
    }

    /// How many groups it has.
    pub fn groups(&self) -> usize {
        let is_group =
            |part: &&Part| matches!(part.atom, Atom::OneOf { .. } | Atom::Slot { .. } | Atom::Optional { .. });
        self.parts.iter().filter(is_group).count()
    }

    /// A pattern of these parts, or `None` where no word is always there to look it up by.
    pub(super) fn of(parts: Vec<Part>) -> Option<Pattern> {
        let rarity = |atom: &Atom| keys(atom)?.into_iter().map(rarity).min();
        let anchors = (0..parts.len()).filter_map(|i| Some((rarity(&parts[i].atom)?, i)));
        // Of equals the first: most texts that start like a phrase go on otherwise.
        let (_, anchor) = anchors.max_by_key(|&(rarity, i)| (rarity, std::cmp::Reverse(i)))?;
        let (least, most) = lengths(&parts[..anchor]);
        let small = |n: usize| u8::try_from(n).ok();
        Some(Pattern { anchor: small(anchor)?, before: (small(least)?, small(most)?), parts: Cow::Owned(parts) })
    }
}

impl Glance {
    /// Of what starts with no letter.
    pub const MARK: Glance = Glance(62);
    /// Where no token stands.
    pub const NOTHING: Glance = Glance(63);

    /// The set of this one.
    pub const fn alone(self) -> Glances {
        Glances(1 << self.0)
    }

    /// Of a word or mark.
    pub fn of(text: &str) -> Glance {
        Glance::with(text, hash(text))
    }

    /// The same of a text whose hash is known.
    pub fn with(text: &str, hash: u32) -> Glance {
        match text.as_bytes().first() {
            Some(letter) if letter.is_ascii_alphabetic() => Glance((hash % 62) as u8),
            _ => Glance::MARK,
        }
    }
}

impl From<Glance> for Glances {
    fn from(glance: Glance) -> Glances {
        glance.alone()
    }
}

impl Glances {
    pub const ANY: Glances = Glances(u64::MAX);
    pub const NONE: Glances = Glances(0);

    /// Of a token that is no word: a mark, or a name that need not be a mark (“mp3”).
    pub fn of_mark(text: &str) -> Glances {
        match Glance::of(text) {
            Glance::MARK => Glance::MARK.into(),
            _ => Glances::ANY,
        }
    }

    /// Of the token that is the `n`th, from 0, of what the parts match, or of any that stands there if
    /// they match no more.
    fn nth(parts: &[&Part], n: usize, way: Way) -> Glances {
        let Some((part, rest)) = parts.split_first() else { return Glances::ANY };
        let with = |inner: &[Part]| {
            let inner: Vec<&Part> = match way {
                Way::Onward => inner.iter().chain(rest.iter().copied()).collect(),
                Way::Back => inner.iter().rev().chain(rest.iter().copied()).collect(),
            };
            Glances::nth(&inner, n, way)
        };
        match &part.atom {
            Atom::Token(text) if n == 0 => Glance::of(text).into(),
            Atom::Slot { .. } if n == 0 => Glances(!Glances::from(Glance::NOTHING).0),
            Atom::Token(_) | Atom::Slot { .. } => Glances::nth(rest, n - 1, way),
            Atom::OneOf { choices, .. } => choices.iter().fold(Glances::NONE, |all, choice| all.or(with(choice))),
            Atom::Optional { parts, .. } => with(parts).or(with(&[])),
            Atom::Start => Glances::nth(rest, n, way),
            // No token may stand at an end.
            Atom::End => Glances::ANY,
        }
    }

    pub fn or(self, other: Glances) -> Glances {
        Glances(self.0 | other.0)
    }

    /// Whether the two have one in common.
    #[inline]
    pub fn meets(self, other: Glances) -> bool {
        self.0 & other.0 != 0
    }
}

impl Beside {
    /// Whether the phrase may stand where the tokens show this, in their order.
    #[inline]
    pub fn admits(&self, shown: &[Glances; 4]) -> bool {
        // Which of them turns it away is not asked: that would be four guesses in place of one.
        self.0.iter().zip(shown).fold(true, |all, (own, shown)| all & own.meets(*shown))
    }
}

/// FNV-1a over the letters that have one form only, without the stops and apostrophes that a page may
/// leave out: of “VIS-À-VIS’” those of “vis--vis”.
pub fn hash(word: &str) -> u32 {
    word.bytes()
        .filter(|&b| b.is_ascii() && b != b'\'' && b != b'.')
        .fold(0x811c_9dc5, |hash: u32, b| (hash ^ u32::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0193))
}

/// The words that an atom can start with, if it always starts with one.
fn keys(atom: &Atom) -> Option<Vec<&str>> {
    let word = |text: &'_ Text| text.starts_with(char::is_alphabetic);
    match atom {
        Atom::Token(text) if word(text) => Some(vec![text]),
        Atom::OneOf { choices, .. } => choices
            .iter()
            .map(|choice| match &choice[0].atom {
                Atom::Token(text) if word(text) => Some(&**text),
                _ => None,
            })
            .collect(),
        _ => None,
    }
}

/// The least and the most tokens that these parts match.
pub(super) fn lengths(parts: &[Part]) -> (usize, usize) {
    parts.iter().fold((0, 0), |(least, most), part| match &part.atom {
        Atom::Token(_) | Atom::Slot { .. } => (least + 1, most + 1),
        Atom::OneOf { choices, .. } => {
            let each = || choices.iter().map(|c| c.len());
            (least + each().min().unwrap_or(0), most + each().max().unwrap_or(0))
        }
        Atom::Optional { parts, .. } => (least, most + lengths(parts).1),
        Atom::Start | Atom::End => (least, most),
    })
}

/// How rare a word is, roughly: what matters is that no phrase is looked up at each “the”.
fn rarity(word: &str) -> usize {
    match COMMON.split_whitespace().position(|common| common.eq_ignore_ascii_case(word)) {
        Some(rank) => rank,
        None => 1000 + word.len(),
    }
}

/// The commonest words of English prose, the commonest first.
const COMMON: &str = "
    the of and to a in that is was for on with as it by be at from this are he you his an or have
    not has had were but they which their i we will your its who one been can more her she there
    would all if when what so no about up out than into them some could my time other said our
    also only new two may any these first after over now such most many then do years people made
    even because how through where before well much him me must us should those each between both
    under last while same make used use did just being against year very still own here way back
    down off since long too another around however three get go work world life part day days
    good state every without never high during might per case think known like great place come
    government number water point small say does hand right often though general left less
    different need until house given night public set several change development important
    information development system local school family four five next might program service
    services help best see want take look know going really future power level money name line
    order order interest end able within things head show start large once data open end city
    country group company few business question result results experience area possible example
    million called early late always national american support team run keep free real full";

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &'static str) -> Part {
        Part { glued: false, atom: Atom::Token(text.into()) }
    }

    #[test]
    fn a_phrase_is_looked_up_by_its_rarest_word() {
        let pattern = Pattern::of(["in", "the", "fourth", "of"].map(token).to_vec()).unwrap();
        assert_eq!((pattern.keys(), pattern.before), (vec!["fourth"], (2, 2)));
    }

    #[test]
    fn the_words_beside_the_anchor_are_told_at_a_glance() {
        let optional = Part { glued: false, atom: Atom::Optional { group: 1, parts: vec![token("very")].into() } };
        let parts = vec![token("in"), optional, token("zeal"), token("of")];
        let beside = Pattern::of(parts).unwrap().beside();
        let of = |text: &str| Glances::from(Glance::of(text));
        let admits = |words: [&str; 4]| beside.admits(&words.map(of));
        assert!(admits(["then", "in", "of", "it"]) && admits(["in", "very", "of", "it"]));
        assert!(!admits(["then", "a", "of", "it"]), "“a” is neither “in” nor “very”");
        assert!(!admits(["then", "in", "for", "it"]));
        for (page, text) in [("etc", "etc."), ("e.g.", "E.G."), ("don't", "DON’T"), ("vis-à-vis", "Vis-À-Vis")] {
            assert_eq!(Glance::of(page), Glance::of(text));
        }
        assert_eq!(Glances::of_mark("mp3"), Glances::ANY, "a page may name what is no word");
    }

    #[test]
    fn a_phrase_without_a_word_that_is_always_there_cannot_be_looked_up() {
        let optional = Part { glued: false, atom: Atom::Optional { group: 1, parts: vec![token("very")].into() } };
        assert_eq!(Pattern::of(vec![optional, token("%")]), None);
    }
}
