//! The forms in which an article writes one thing: “U.S.” and “US”, “12%” and “12 percent”,
//! “adviser” and “advisor”, “decision-making” and “decision making”.
//!
//! The article is walked once. Each distinct word has been put in a class before (most have none),
//! so a token costs one look at its class. What is found is put in groups, one for each thing that
//! is written in more than one form; which form is the odd one out, and whether the place counts,
//! is for the rules to say.

mod class;
mod clock;
mod compounds;
mod counts;
mod dates;
mod eras;
mod figures;
mod labels;
mod measures;
mod money;
mod senses;

use rustc_hash::FxHashMap;

use self::class::Classes;
pub use self::class::{Class, class};
use self::compounds::Compounds;
use self::counts::Counted;
use self::measures::Measure;
use super::Sorts;
use super::furniture::Furniture;
use super::names::takes_capital;
use super::quotations::Quotations;
use crate::lexicon::{Traits, Words};
use crate::text::{BlockFlags, BlockKind, Kind, Kinds, Span, Token, TokenFlags};

/// What the article writes in more than one form.
#[derive(Debug, Default)]
pub struct Forms {
    groups: Vec<Group>,
}

/// One thing and its forms, in the order of their first places.
#[derive(Clone, Debug)]
pub struct Group {
    pub topic: Topic,
    pub forms: Vec<Form>,
}

/// One form of a thing.
#[derive(Clone, Debug)]
pub struct Form {
    id: u32,
    /// In the order of the text.
    pub places: Vec<Place>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// In the prose.
    pub span: Span,
    pub role: Role,
}

/// In what a form stands: headlines follow other rules than the text, and what people said is
/// theirs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    Heading,
    Text,
    Quotation,
}

/// What is written in more than one form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Topic {
    /// An abbreviation with its stops and without.
    Stops,
    /// A short name in capitals and with one
    Shouted,
    /// A word that can be spelled in more than one way.
    Word,
    /// A compound: open, hyphenated, or one word.
    Compound,
    /// 12%, 12 percent, 12 per cent
    Percent,
    /// 10 a.m., 10am, 10 AM
    Clock,
    /// 9.30am, 9:30am
    ClockMark,
    /// 15:00, 3 p.m.
    ClockHours,
    /// 3:00 p.m., 3 p.m.
    ClockZero,
    /// 08:15 and 4.10, at the front of the lines of a timetable
    Timetable,
    /// 27 February, February 27
    DateOrder,
    /// 27/02/2025, 27 February 2025
    DateFigures,
    /// February 27th, February 27
    DateOrdinal,
    /// Feb. 27, February 27
    Month,
    /// £5m, £5 million
    Million,
    /// $5, US$5, 5 dollars
    Currency,
    /// 5 km, 5km
    Unit,
    /// 5 km, 5 kilometres
    UnitName,
    /// 4,500 people, 4500 people
    Thousands,
    /// 12th century, twelfth century
    Century,
    /// 2022–23, 2022–2023
    YearRange,
    /// 2022–23, 2022-23, 2022/23
    YearMark,
    /// the 1980s, the ’80s, the eighties
    Decade,
    /// the fifth floor, the 5th floor
    Ordinal,
    /// Jones’s, Jones’
    Possessive,
    /// The same number of the same things, in figures and in words
    Number,
    /// 3/4 of, three quarters of
    Fraction,
    /// Section 4, section 4
    Label,
    /// Act 2, Act Two, Act II
    LabelNumber,
    /// 90 BC, 90 BCE; AD 120, 120 AD
    Era,
    /// 10–12, 10-12
    Range,
    /// Peoria, Illinois; Peoria, Ill.
    State,
    /// Gothic, gothic
    Raised,
}

impl Forms {
    pub fn gather(words: &Words, sorts: &Sorts, furniture: &Furniture, quotations: &Quotations) -> Forms {
        let mut gather = Gather {
            words,
            classes: Classes::of(words, sorts),
            groups: Vec::new(),
            index: FxHashMap::default(),
            counted: Vec::new(),
            measures: Vec::new(),
            compounds: Compounds::default(),
            explained: Vec::new(),
        };
        for number in (0..words.article.blocks.len()).filter(|&number| is_copy(words, furniture, number)) {
            gather.block(number);
        }
        gather.finish(furniture, quotations)
    }

    /// The things that are written in more than one form.
    pub fn of(&self, topic: Topic) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |g| g.topic == topic)
    }
}

impl Group {
    /// A thing whose forms have these places; forms that have none are left out.
    pub fn of(topic: Topic, places: impl IntoIterator<Item = Vec<Place>>) -> Group {
        let numbered = places.into_iter().enumerate().filter(|(_, places)| !places.is_empty());
        Group { topic, forms: numbered.map(|(id, places)| Form { id: id as u32, places }).collect() }
    }

    /// Its forms with the places that have one of these roles; those that have none left out.
    pub fn within(&self, roles: &[Role]) -> Group {
        let admitted = |form: &Form| {
            let places: Vec<Place> = form.places.iter().filter(|p| roles.contains(&p.role)).copied().collect();
            (!places.is_empty()).then_some(Form { id: form.id, places })
        };
        Group { topic: self.topic, forms: self.forms.iter().filter_map(admitted).collect() }
    }
}

/// Why a form says nothing of what the article prefers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gloss {
    /// The article explains it by the other: both are meant.
    Explained,
    /// It is part of a name.
    Name,
}

/// The walk through an article.
struct Gather<'w> {
    words: &'w Words<'w>,
    classes: Classes,
    groups: Vec<Group>,
    index: FxHashMap<(Topic, u32), u32>,
    counted: Vec<Counted>,
    measures: Vec<Measure>,
    compounds: Compounds,
    /// The words whose forms the article explains.
    explained: Vec<u32>,
}

/// The kinds of tokens besides words that forms are made of.
const FIGURES: Kinds = Kinds::of(&[Kind::Number, Kind::Ordinal, Kind::Code, Kind::Time, Kind::Figures, Kind::Hyphen]);

/// Where the walk is.
#[derive(Clone, Copy)]
struct Here {
    at: usize,
    start: usize,
    end: usize,
    kind: BlockKind,
}

impl Gather<'_> {
    fn block(&mut self, number: usize) {
        let range = self.words.range(number);
        let kind = self.words.article.blocks[number].kind;
        let words = self.words;
        for (at, token) in range.clone().zip(&words.tokens[range.clone()]) {
            let class = self.classes.get(token.entry());
            // Nearly all words, and all commas and stops.
            if class == Class::None && !FIGURES.contains(token.kind) {
                continue;
            }
            let here = Here { at, start: range.start, end: range.end, kind };
            match token.kind {
                Kind::Word | Kind::Abbreviation => self.word(here, class),
                Kind::Number | Kind::Code => self.number(here),
                Kind::Ordinal => self.ordinal(here, false),
                Kind::Time => self.time(here),
                Kind::Figures => self.figures(here),
                Kind::Hyphen => self.compounds.hyphen(self.words, here),
                _ => {}
            }
        }
    }

    fn word(&mut self, here: Here, class: Class) {
        let token = &self.words.tokens[here.at];
        match class {
            Class::None | Class::Dotted | Class::Percent | Class::Per | Class::Million => {}
            Class::Stops => self.stops(here),
            Class::Shouted => self.shouted(here),
            Class::Listed(row) => {
                let row = row.get();
                if self.wireless(here, row) {
                    return;
                }
                if row.word != 0 && !self.in_name(here) && self.is_in_sense(here, row) {
                    match self.gloss(here) {
                        Some(Gloss::Explained) => self.explained.push(row.word.into()),
                        Some(Gloss::Name) => {}
                        None => self.add(Topic::Word, row.word.into(), row.variant.into(), token.span(), here.kind),
                    }
                }
                // “Email Systems” is a firm.
                if !self.in_name(here) {
                    self.compounds.listed(self.words, here, row);
                }
            }
            Class::Century => self.century(here),
            Class::Decade => self.decade(here),
            Class::Ordinal => self.ordinal(here, true),
            Class::Clock => self.clock(here),
            Class::Month { number, short } => self.month(here, number, short),
            Class::Numeral(value) => self.numeral(here, value),
            Class::Currency(currency) => self.currency_code(here, currency),
            Class::Label => self.label(here),
            Class::Era => self.era(here),
            Class::War => self.war(here),
            Class::State { short } => self.state(here, short),
            Class::Fraction => self.fraction(here),
            Class::Raised => self.raised(here),
        }
    }

    /// “Mumbai (Bombay)”, “Mumbai, formerly Bombay”: who explains one form by the other knows both. And “the
    /// Bombay High Court” keeps its name.
    fn gloss(&self, here: Here) -> Option<Gloss> {
        let near = |at: usize| (here.start..here.end).contains(&at).then(|| &self.words.tokens[at]);
        let is = |at: usize, kind| near(at).is_some_and(|t| t.kind == kind);
        let (before, after) = (here.at.wrapping_sub(1), here.at + 1);
        let bracketed = is(before, Kind::OpenBracket) && is(after, Kind::CloseBracket);
        let told = || {
            let as_known = || near(before.wrapping_sub(1)).is_some_and(|t| self.words.text(t) == "known");
            near(before).is_some_and(|t| match self.words.text(t) {
                "formerly" | "now" | "once" | "then" | "called" => true,
                "as" => as_known(),
                _ => false,
            })
        };
        let place = !self.words.traits(&self.words.tokens[here.at]).any(Traits::COMMON | Traits::LOWER);
        let capital = |at: usize| near(at).is_some_and(|t| t.kind == Kind::Word && t.is_capitalised());
        // “the Bombay High Court”, “the University of Bombay”
        let longer = || capital(after) && self.words.tokens[after].spaced();
        let of = || {
            let led = near(before).is_some_and(|t| matches!(self.words.text(t), "of" | "de"));
            led && capital(before.wrapping_sub(1)) && !takes_capital(self.words, before.wrapping_sub(1), here.start)
        };
        match () {
            () if bracketed || place && told() => Some(Gloss::Explained),
            () if place && (longer() || of()) => Some(Gloss::Name),
            () => None,
        }
    }

    /// An abbreviation that the article also has without its stops, or the other way about.
    fn stops(&mut self, here: Here) {
        let token = &self.words.tokens[here.at];
        let text = self.words.text(token);
        let bare: String = text.chars().filter(|c| *c != '.').collect();
        let next = self.words.tokens[..here.end].get(here.at + 1);
        let capital_next = next.is_some_and(|t| t.is_capitalised());
        if class::is_title(&bare) && !class::is_company(&bare) && !capital_next && bare.starts_with(char::is_uppercase)
        {
            return;
        }
        if bare == "US" {
            // US$5; the names of a tournament and of companies.
            let money = next.is_some_and(|t| t.kind == Kind::Currency && !t.spaced());
            if money || next.is_some_and(|t| capital_next && class::is_name_with_us(self.words.text(t))) {
                return;
            }
        }
        // “C=US” is a value.
        let value = here.at > here.start && !token.spaced() && self.words.text(&self.words.tokens[here.at - 1]) == "=";
        if value {
            return;
        }
        // “US-CERT” is a name, unlike “US-Mexico”.
        let tied = next.is_some_and(|t| t.kind == Kind::Hyphen && !t.spaced());
        let after = self.words.tokens[..here.end].get(here.at + 2).filter(|t| tied && !t.spaced());
        if after.is_some_and(|t| self.words.traits(t).any(Traits::UPPER)) {
            return;
        }
        // The stop of “etc.” may be the sentence's only.
        let ends = next.is_none_or(|t| t.flags.contains(TokenFlags::SENTENCE));
        if ends && text.len() == bare.len() + 1 && text.ends_with('.') {
            return;
        }
        let shouted = |t: Option<&Token>| t.is_some_and(|t| self.words.traits(t).any(Traits::UPPER));
        let previous = here.at.checked_sub(1).filter(|&at| at >= here.start).map(|at| &self.words.tokens[at]);
        let among_capitals =
            shouted(previous) && shouted(next) || class::is_word_in_capitals(&bare) && shouted(previous.or(next));
        if !text.contains('.') && among_capitals {
            return;
        }
        // “St. Louis” and “St Albans” keep their own spelling.
        let place = matches!(&*bare, "St" | "Mt");
        let key = if place { hash(&bare) ^ next.map_or(0, |t| t.entry().0) } else { hash(&bare) };
        self.add(Topic::Stops, key, u32::from(text.contains('.')), token.span(), here.kind);
    }

    /// A short name that stands in capitals here and with one capital there; among other words in
    /// capitals it has no choice.
    fn shouted(&mut self, here: Here) {
        let token = &self.words.tokens[here.at];
        let loud = |at: usize| {
            let near = (here.start..here.end).contains(&at).then(|| &self.words.tokens[at]);
            near.is_some_and(|t| self.words.traits(t).any(Traits::UPPER | Traits::LETTER))
        };
        let form = self.words.text(token);
        // Places open a report in capitals (“BALAD, Iraq”).
        let lead =
            here.at == here.start && self.words.tokens.get(here.at + 1).is_some_and(|next| next.kind == Kind::Comma);
        let traits = self.words.traits(token);
        // “DashPost” beside “Dashpost”
        let coined = traits.any(Traits::MIXED | Traits::UNKNOWN) && !traits.any(Traits::UPPER);
        let short = coined || class::is_short_name(form, traits);
        // “Aids are sold here.”
        let word = traits.any(Traits::COMMON) && super::names::takes_capital(self.words, here.at, here.start);
        let short = short && !word;
        if short && !lead && !loud(here.at.wrapping_sub(1)) && !loud(here.at + 1) {
            self.add(Topic::Shouted, hash(&form.to_lowercase()), hash(form), token.span(), here.kind);
        }
    }

    /// A word that has its capital in some houses: by itself, and not where any word would have one.
    fn raised(&mut self, here: Here) {
        let token = &self.words.tokens[here.at];
        let capital = |at: usize| {
            let near = (here.start..here.end).contains(&at).then(|| &self.words.tokens[at]);
            near.is_some_and(|t| t.is_capitalised() && !takes_capital(self.words, at, here.start))
        };
        if matches!(here.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Turn)
            && !takes_capital(self.words, here.at, here.start)
            && !capital(here.at.wrapping_sub(1))
            && !capital(here.at + 1)
            && !self.words.tokens[..here.end].get(here.at + 1).is_some_and(|t| t.kind == Kind::Hyphen && !t.spaced())
        {
            let key = hash(&self.words.text(token).to_lowercase());
            self.add(Topic::Raised, key, u32::from(token.is_capitalised()), token.span(), here.kind);
        }
    }

    /// Whether the word is part of a name, which keeps its own spelling.
    fn in_name(&self, here: Here) -> bool {
        let token = &self.words.tokens[here.at];
        let traits = self.words.traits(token);
        let common = traits.any(Traits::COMMON);
        // “OK” has its capitals by nature.
        let shouted = traits.any(Traits::UPPER);
        common && token.is_capitalised() && !shouted && {
            let heading = matches!(here.kind, BlockKind::Heading(_));
            let neighbour = |at: usize| (here.start..here.end).contains(&at) && self.words.tokens[at].is_capitalised();
            let alone = !neighbour(here.at.wrapping_sub(1)) && !neighbour(here.at + 1);
            !(heading || alone && takes_capital(self.words, here.at, here.start))
        }
    }

    fn add(&mut self, topic: Topic, key: u32, id: u32, span: Span, kind: BlockKind) {
        let place = Place { span, role: role(kind) };
        let groups = &mut self.groups;
        let group = *self.index.entry((topic, key)).or_insert_with(|| {
            groups.push(Group { topic, forms: Vec::new() });
            groups.len() as u32 - 1
        });
        let forms = &mut groups[group as usize].forms;
        match forms.iter_mut().find(|form| form.id == id) {
            Some(form) => form.places.push(place),
            None => forms.push(Form { id, places: vec![place] }),
        }
    }

    fn finish(mut self, furniture: &Furniture, quotations: &Quotations) -> Forms {
        self.clashing_measures();
        self.clashing_thousands();
        self.clashing_numbers(quotations);
        self.clashing_compounds(furniture);
        for word in std::mem::take(&mut self.explained) {
            if let Some(&group) = self.index.get(&(Topic::Word, word)) {
                self.groups[group as usize].forms.clear();
            }
        }
        self.groups.retain(|group| group.forms.len() > 1);
        // What few are left may be somebody's words.
        for form in self.groups.iter_mut().flat_map(|group| &mut group.forms) {
            for place in form.places.iter_mut().filter(|place| quotations.contains(place.span)) {
                place.role = Role::Quotation;
            }
        }
        Forms { groups: self.groups }
    }
}

/// The role of a place that is in no quotation.
fn role(kind: BlockKind) -> Role {
    match kind {
        BlockKind::Heading(_) => Role::Heading,
        _ => Role::Text,
    }
}

/// Whether the block with this number is part of the article.
fn is_copy(words: &Words, furniture: &Furniture, number: usize) -> bool {
    !words.article.blocks[number].flags.contains(BlockFlags::FURNITURE) && !furniture.contains(number)
}

/// A short name for a form.
fn hash(form: &str) -> u32 {
    use std::hash::BuildHasher;
    (rustc_hash::FxBuildHasher.hash_one(form) >> 32) as u32
}
