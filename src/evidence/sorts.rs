//! What each form of an article is by itself, whatever the article says with it. Several parts of the
//! evidence and a few rules ask this of every form: it is worked out once a thread and kept in one small
//! record, so that each article looks once for each of its forms.

use std::cell::Cell;

use bitflags::bitflags;

use super::forms::Class;
use super::roots::Stem;
use super::{forms, furniture, roots};
use crate::lexicon::{Lexicon, Memory, Traits, Words};
use crate::list::{self, List, list};
use crate::text::EntryId;

/// By [`EntryId`].
pub struct Sorts {
    all: Vec<Sort>,
    /// The marks that any form of the article has.
    marks: Marks,
}

#[derive(Clone, Copy, Debug)]
pub struct Sort {
    pub stem: Stem,
    pub class: Class,
    pub marks: Marks,
}

bitflags! {
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct Marks: u16 {
        /// It gives a prompt away a little (“share”), or much (“newsletter”).
        const TELLS = 1;
        const TELLS_MUCH = 1 << 1;
        /// A title or an office, and what else there is one of, without a capital and with one.
        const OFFICE = 1 << 2;
        const OFFICE_IN_CAPITALS = 1 << 3;
        /// An adjective that ranks things: “largest”.
        const RANKS = 1 << 4;
        /// “De” of a surname.
        const PARTICLE = 1 << 5;
        /// Unknown, and one slip away from a name that everybody knows.
        const NEAR_FAMOUS = 1 << 6;
        /// A body or a thing that some houses give a capital where it stands for its whole name: “the Navy”.
        const BODY = 1 << 7;
        const BODY_IN_CAPITALS = 1 << 8;
        /// “Mr”, “Prof.”: stands before a name, with its capital.
        const ADDRESS = 1 << 9;
    }
}

/// Adjectives by which things are ranked; others have “most”.
const RANKS: &List = list!(
    "largest biggest smallest oldest youngest tallest highest longest shortest richest wealthiest poorest fastest \
     busiest deepest widest strongest cheapest deadliest hottest coldest driest heaviest most"
);

/// Titles and offices, and what else there is one of.
const OFFICES: &List = list!(
    "ambassador archbishop assembly attorney bishop cabinet chairman chancellor charter chief commission commissioner \
     committee constitution council deputy director government governor internet justice king mayor minister \
     opposition parliament pope premier president prime prince queen secretary senate sheriff speaker treaty vice web"
);

/// What stands for a longer name, or is the only one of its kind.
const BODIES: &List =
    list!("agency army association authority board department federation ministry moon navy tribunal university");

/// Forms of address, and ranks and offices that are put before a name, whole and short.
const ADDRESSES: &List = list!(
    "mr mrs ms miss professor prof senator sen representative rep governor gov general gen colonel col captain capt \
     major maj lieutenant lt sergeant sgt corporal cpl admiral adm commander cmdr reverend rev father fr inspector insp \
     superintendent supt councillor cllr doctor dr"
);

/// Little words that a surname may start with.
const PARTICLES: &List = list!("de van von da di du den ter della bin ibn dos");

/// All words of these lists, and those that give a prompt away.
static LISTED: list::Marks = list::Marks::NONE
    .with(RANKS.words)
    .with(OFFICES.words)
    .with(BODIES.words)
    .with(PARTICLES.words)
    .with(ADDRESSES.words)
    .with(furniture::MUCH[1].words)
    .with(furniture::LITTLE[1].words);

thread_local! {
    static KEPT: Cell<Memory<Sort>> = const { Cell::new(Memory::EMPTY) };
}

impl Sorts {
    pub fn gather(words: &Words, lexicon: &Lexicon) -> Sorts {
        let all = words.of_each_form(Sort::NONE, &KEPT, |id| {
            let (form, traits) = (words.form(id), words.entries[id.0 as usize].traits);
            Sort {
                stem: roots::stem(form, traits),
                class: forms::class(form, traits),
                marks: marks(form, traits, lexicon),
            }
        });
        let marks = all.iter().fold(Marks::empty(), |marks, sort| marks | sort.marks);
        Sorts { all, marks }
    }

    pub fn of(&self, id: EntryId) -> &Sort {
        &self.all[id.0 as usize]
    }

    /// In the order of the forms; the first stands for no word.
    pub fn all(&self) -> &[Sort] {
        &self.all
    }

    /// Whether the article has forms with any of these marks.
    pub fn any(&self, marks: Marks) -> bool {
        self.marks.intersects(marks)
    }

    /// The forms with any of these marks.
    pub fn with(&self, marks: Marks) -> impl Iterator<Item = EntryId> {
        let none = !self.any(marks);
        let ids = (0..).map(EntryId).zip(if none { &[] } else { &self.all[..] });
        ids.filter(move |(_, sort)| sort.marks.intersects(marks)).map(|(id, _)| id)
    }
}

impl Sort {
    const NONE: Sort = Sort { stem: Stem::NONE, class: Class::None, marks: Marks::empty() };
}

fn marks(form: &str, traits: Traits, lexicon: &Lexicon) -> Marks {
    let lower = traits.any(Traits::LOWER);
    let mut marks = Marks::empty();
    let bare = form.strip_suffix('.').unwrap_or(form);
    let hash = list::hash(bare);
    if LISTED.may_hold(hash) && (lower || traits.any(Traits::TITLE)) {
        marks |= furniture::telling(form, hash, lower);
        marks.set(if lower { Marks::OFFICE } else { Marks::OFFICE_IN_CAPITALS }, OFFICES.has_with(form, hash));
        marks.set(if lower { Marks::BODY } else { Marks::BODY_IN_CAPITALS }, BODIES.has_with(form, hash));
        marks.set(Marks::RANKS, lower && RANKS.has_with(form, hash));
        marks.set(Marks::PARTICLE, PARTICLES.has_with(form, hash));
        marks.set(Marks::ADDRESS, !lower && ADDRESSES.has_with(bare, hash));
    }
    let unknown = traits.any(Traits::UNKNOWN) && form.starts_with(char::is_uppercase);
    marks.set(Marks::NEAR_FAMOUS, unknown && lexicon.famous_near(form).is_some());
    marks
}
