//! What a distinct word can have to do with forms.

use crate::evidence::Sorts;
use crate::lexicon::{Traits, Words, capitalised, variants};
use crate::list::{List, list};
use crate::text::EntryId;
use crate::text::date::MONTHS;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    None,
    /// An abbreviation with a stop.
    Dotted,
    /// An abbreviation that the article has with its stops and without.
    Stops,
    /// A short name in capitals that the article also has with one (“NATO”, “Nato”).
    Shouted,
    /// In the list of variant spellings.
    Listed(Listed),
    /// percent
    Percent,
    /// The first word of “per cent”
    Per,
    /// century, centuries
    Century,
    /// eighties, nineties
    Decade,
    /// third to ninth
    Ordinal,
    /// million, billion, trillion
    Million,
    /// a.m., pm, AM
    Clock,
    /// A month, by its name or short.
    Month {
        number: u8,
        short: bool,
    },
    /// A number in words.
    Numeral(u16),
    /// USD, EUR, GBP
    Currency(Currency),
    /// section, chapter, table: what has a number behind it
    Label,
    /// BC, BCE, AD, CE
    Era,
    /// “World” of the wars, or WWII
    War,
    /// A state of the United States, by its name or short.
    State {
        short: bool,
    },
    /// thirds, quarters
    Fraction,
    /// gothic, Gothic
    Raised,
}

/// What is numbered: “Section 4”, “chapter 12”.
const LABELS: &List = list!(
    "act annex appendix article box canto category chapter clause class column exhibit figure footnote gate grade \
     group item lesson level module page paragraph part phase plate platform question room rule scene schedule \
     section stage step table tier type unit verse volume ward zone"
);

/// Words that have a capital in some houses, for what they come from, and none in others.
const RAISED: &List = list!(
    "aboriginal arctic alsatian baroque biblical bordeaux burgundy byzantine camembert champagne chardonnay cheddar \
     chihuahua cognac dalmatian euro euros gothic gouda impressionist indigenous koran labrador merlot ottoman parmesan \
     prosecco riesling rioja roquefort rottweiler romanesque stilton torah"
);

/// States whose names have an abbreviation of their own in newspapers, by their names.
const STATES: &List = list!(
    "Alabama Arizona Arkansas California Colorado Connecticut Delaware Florida Illinois Indiana Kansas Kentucky \
     Louisiana Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Oklahoma Oregon \
     Pennsylvania Tennessee Vermont Virginia Wisconsin Wyoming"
);
const STATES_IN_SHORT: [&str; 30] = [
    "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ill.", "Ind.", "Kan.", "Ky.", "La.", "Md.",
    "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "Okla.", "Ore.", "Pa.", "Tenn.", "Vt.", "Va.",
    "Wis.", "Wyo.",
];

/// A currency that has a code and a sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Currency {
    Dollar,
    /// Of another country than the United States.
    OtherDollar,
    Euro,
    Pound,
    Yen,
    Rupee,
    Franc,
}

impl Currency {
    pub fn sign(self) -> &'static str {
        match self {
            Currency::Dollar | Currency::OtherDollar => "$",
            Currency::Euro => "€",
            Currency::Pound => "£",
            Currency::Yen => "¥",
            Currency::Rupee => "₹",
            Currency::Franc => "francs",
        }
    }

    /// The currency that a code is for.
    pub fn of_code(code: &str) -> Option<Currency> {
        Some(match code {
            "USD" => Currency::Dollar,
            "AUD" | "CAD" | "NZD" | "SGD" | "HKD" => Currency::OtherDollar,
            "EUR" => Currency::Euro,
            "GBP" => Currency::Pound,
            "JPY" => Currency::Yen,
            "INR" | "Rs" => Currency::Rupee,
            "CHF" => Currency::Franc,
            _ => return None,
        })
    }
}

/// A row of the list of variant spellings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Listed(u16);

impl Listed {
    pub fn get(self) -> &'static variants::Row {
        variants::row(self.0)
    }

    /// Whether it has nothing to do with compounds.
    fn is_of_word_only(self) -> bool {
        !self.get().compound && self.get().seconds.is_empty()
    }
}

/// By entry.
pub struct Classes(Vec<Class>);

impl Classes {
    pub fn of(words: &Words, sorts: &Sorts) -> Classes {
        let mut classes: Vec<Class> = sorts.all().iter().map(|sort| sort.class).collect();
        for id in (1..classes.len()).filter(|id| sorts.all()[*id].class == Class::Dotted) {
            classes[id] = Class::None;
            if let Some(bare) = without_stops(words, words.form(EntryId(id as u32))) {
                classes[id] = Class::Stops;
                classes[bare.0 as usize] = Class::Stops;
            }
        }
        for (id, _) in words.forms_with(Traits::UPPER) {
            if classes[id.0 as usize] == Class::None
                && let Some(twin) = with_one_capital(words, id)
            {
                classes[id.0 as usize] = Class::Shouted;
                classes[twin.0 as usize] = Class::Shouted;
            }
        }
        for (id, entry) in words.forms_with(Traits::MIXED) {
            let own = !entry.traits.any(Traits::BRAND | Traits::POSSESSIVE | Traits::ACCENTED);
            if own
                && classes[id.0 as usize] == Class::None
                && let Some(twin) = words.find(&capitalised(&words.form(id).to_lowercase()))
                && words.entries[twin.0 as usize].traits.any(Traits::UNKNOWN)
            {
                classes[id.0 as usize] = Class::Shouted;
                classes[twin.0 as usize] = Class::Shouted;
            }
        }
        let mut all = Classes(classes);
        all.forget_settled();
        all
    }

    /// Forgets the words with several spellings of which the article has one only, as it has of most.
    fn forget_settled(&mut self) {
        let mut rows: Vec<(u16, u8)> = Vec::new();
        for class in &self.0 {
            if let Class::Listed(row) = class {
                rows.push((row.get().word, row.get().variant));
            }
        }
        rows.sort_unstable();
        rows.dedup();
        let spellings = |word: u16| rows.iter().filter(|(other, _)| *other == word).take(2).count();
        for class in &mut self.0 {
            if let Class::Listed(row) = class
                && row.is_of_word_only()
                && spellings(row.get().word) < 2
            {
                *class = Class::None;
            }
        }
    }

    pub fn get(&self, entry: EntryId) -> Class {
        self.0[entry.0 as usize]
    }
}

/// What a form is by itself.
pub fn class(form: &str, traits: Traits) -> Class {
    if form.contains('.') { abbreviation(form) } else { word(form, traits) }
}

fn word(form: &str, traits: Traits) -> Class {
    if traits.any(Traits::NUMERAL) {
        return match value(form) {
            Some(value) => Class::Numeral(value),
            None if matches!(form, "million" | "billion" | "trillion") => Class::Million,
            None => Class::None,
        };
    }
    if traits.any(Traits::CALENDAR)
        && let Some(number) = MONTHS.iter().position(|month| *month == form)
    {
        return Class::Month { number: number as u8 + 1, short: false };
    }
    match form {
        "century" | "centuries" => Class::Century,
        "tenth" | "eleventh" | "twelfth" | "thirteenth" | "fourteenth" | "fifteenth" | "sixteenth" | "seventeenth"
        | "eighteenth" | "nineteenth" | "twentieth" | "thirtieth" => Class::Ordinal,
        _ if is_below_tenth(form) => Class::Ordinal,
        "twenties" | "thirties" | "forties" | "fifties" | "sixties" | "seventies" | "eighties" | "nineties" => {
            Class::Decade
        }
        "percent" | "pct" => Class::Percent,
        "per" => Class::Per,
        "am" | "pm" | "AM" | "PM" => Class::Clock,
        "thirds" | "quarters" | "fifths" | "eighths" | "tenths" => Class::Fraction,
        "BC" | "BCE" | "AD" | "CE" => Class::Era,
        "World" | "WWI" | "WWII" => Class::War,
        _ if let Some(currency) = Currency::of_code(form) => Class::Currency(currency),
        _ if LABELS.has(form) => Class::Label,
        _ if RAISED.has(form) && !traits.any(Traits::UPPER) => Class::Raised,
        _ if traits.any(Traits::TITLE) && STATES.has(form) => Class::State { short: false },
        _ => variants::find(form, traits).map_or(Class::None, |row| Class::Listed(Listed(row))),
    }
}

fn abbreviation(form: &str) -> Class {
    match form {
        "a.m." | "p.m." | "A.M." | "P.M." | "a.m" | "p.m" => Class::Clock,
        "Rs." => Class::Currency(Currency::Rupee),
        _ if STATES_IN_SHORT.contains(&form) => Class::State { short: true },
        _ => match SHORT_MONTHS.iter().position(|short| form.strip_suffix('.') == Some(short)) {
            Some(number) => Class::Month { number: number as u8 + 1, short: true },
            None => Class::Dotted,
        },
    }
}

pub fn is_below_tenth(form: &str) -> bool {
    matches!(form, "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth")
}

/// Whether a name is short for something: places open a report in capitals (“BALAD, Iraq”), people
/// shout (“EBOLA”).
pub fn is_short_name(form: &str, traits: Traits) -> bool {
    traits.any(Traits::ORGANISATION) || ["covid", "aids"].iter().any(|name| form.eq_ignore_ascii_case(name))
}

/// Small words that look like abbreviations where a line is all in capitals: “MUSIC ALL AROUND US”.
pub fn is_word_in_capitals(form: &str) -> bool {
    matches!(
        form,
        "AM" | "AN" | "AS" | "AT" | "DO" | "HE" | "ID" | "IN" | "IT" | "ME" | "NO" | "OR" | "SO" | "TO" | "UP" | "US"
    )
}

/// The entry of an abbreviation's form without stops, if the article has it.
fn without_stops(words: &Words, form: &str) -> Option<EntryId> {
    let bare: String = form.chars().filter(|c| *c != '.').collect();
    let stops = form.len() - bare.len();
    let initials = stops > 1 || stops == 1 && !form.ends_with('.');
    (initials && bare.len() > 1 || is_title(&bare)).then(|| words.find(&bare))?
}

/// The entry of a short name in capitals as it looks with one, if the article has it. People and
/// places are in capitals for other reasons.
fn with_one_capital(words: &Words, id: EntryId) -> Option<EntryId> {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 8;
    let entry = &words.entries[id.0 as usize];
    if !entry.traits.any(Traits::UPPER)
        || !(SHORTEST..=LONGEST).contains(&entry.first.len())
        || entry.traits.any(Traits::POSSESSIVE)
    {
        return None;
    }
    let form = words.form(id);
    if !is_short_name(form, entry.traits) {
        return None;
    }
    let twin = words.find(&capitalised(&form.to_lowercase()))?;
    if matches!(form, "COVID" | "AIDS") {
        return Some(twin);
    }
    let other =
        Traits::COMMON | Traits::GIVEN_NAME | Traits::SURNAME | Traits::PLACE | Traits::CALENDAR | Traits::DEMONYM;
    (!words.entries[twin.0 as usize].traits.any(other)).then_some(twin)
}

/// Abbreviations of one word that some houses write without the stop.
pub fn is_title(bare: &str) -> bool {
    matches!(
        bare,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Prof"
            | "Rev"
            | "Sen"
            | "Gov"
            | "Lt"
            | "Sgt"
            | "Capt"
            | "Jr"
            | "Sr"
            | "St"
            | "Mt"
            | "vs"
            | "etc"
    ) || is_company(bare)
}

/// What stands behind the name of a firm.
pub fn is_company(bare: &str) -> bool {
    matches!(bare, "Bros" | "Corp" | "Inc" | "Ltd")
}

/// Names that keep their “US” or “U.S.”.
pub fn is_name_with_us(next: &str) -> bool {
    matches!(
        next,
        "Open" | "Airways" | "Steel" | "Bank" | "Bancorp" | "News" | "Weekly" | "Foods" | "Soccer" | "Masters"
    )
}

/// Without their stops; “Sept” stands for both of its forms.
const SHORT_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// The value of a number in words, as far as it is one word and no more than a hundred.
fn value(form: &str) -> Option<u16> {
    const WORDS: [&str; 20] = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
    ];
    const TENS: [&str; 6] = ["forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let is = |word: &&str| word.eq_ignore_ascii_case(form);
    match WORDS.iter().position(is) {
        Some(19) => Some(30),
        Some(at) => Some(at as u16 + 2),
        None => TENS.iter().position(is).map(|at| at as u16 * 10 + 40),
    }
}
