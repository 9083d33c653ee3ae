use bitflags::bitflags;

bitflags! {
    /// What is known of a word form: its shape, which anybody can see, and its knowledge, which
    /// comes from the lexicon. Rules test these bits; no rule looks a word up.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub struct Traits: u64 {
        // The shape of the form as written.
        /// All letters are lower case.
        const LOWER = 1;
        /// The first letter is a capital, the others are not (“Mexico”, “O’clock”, “A”).
        const TITLE = 1 << 1;
        /// At least two letters, all capitals (“NATO”, “NATO’s”: a possessive ending does not count).
        const UPPER = 1 << 2;
        /// Capitals within (“iPhone”, “McDonald”, “PhDs”).
        const MIXED = 1 << 3;
        /// One letter.
        const LETTER = 1 << 4;
        /// Ends in ’s or s’.
        const POSSESSIVE = 1 << 5;
        /// Has an apostrophe inside.
        const APOSTROPHE = 1 << 6;
        /// Has a letter outside A–Z.
        const ACCENTED = 1 << 7;
        /// Has a letter that is not Latin.
        const OTHER_SCRIPT = 1 << 8;
        /// A word of Latin letters, at least two, of which nothing is known: no word, no name, no sure
        /// misspelling.
        const UNKNOWN = 1 << 9;
        /// “a” or “an”, with or without a capital.
        const INDEFINITE = 1 << 10;

        // Knowledge. A possessive has the knowledge of its noun.
        /// A word or name of English as written, or with a sentence start's capital, or in the
        /// capitals of a heading.
        const KNOWN = 1 << 16;
        /// Its lower-case form is a word, and not only a name.
        const COMMON = 1 << 17;
        /// It is a name only: wrong without its capital.
        const PROPER = 1 << 18;
        const GIVEN_NAME = 1 << 19;
        const SURNAME = 1 << 20;
        const PLACE = 1 << 21;
        const ORGANISATION = 1 << 22;
        /// Has capitals of its own (“iPhone”, “GitHub”).
        const BRAND = 1 << 23;
        /// A nationality or language (“Mexican”, “French”).
        const DEMONYM = 1 << 24;
        /// A day of the week or a month.
        const CALENDAR = 1 << 25;
        /// Spelled so in American English only.
        const US = 1 << 26;
        /// Spelled so in British English only.
        const GB = 1 << 27;
        const NOUN = 1 << 28;
        const PLURAL = 1 << 29;
        const VERB = 1 << 30;
        /// A past tense or past participle.
        const PAST = 1 << 31;
        /// An -ing form.
        const ING = 1 << 32;
        /// A third person singular (“goes”).
        const THIRD_PERSON = 1 << 33;
        const ADJECTIVE = 1 << 34;
        const ADVERB = 1 << 35;
        const PREPOSITION = 1 << 36;
        const DETERMINER = 1 << 37;
        const PRONOUN = 1 << 38;
        const CONJUNCTION = 1 << 39;
        /// A form of be, have, do, or a modal.
        const AUXILIARY = 1 << 40;
        /// A word of a closed class: it can't be a name (“the”, “with”, “however”).
        const FUNCTION = 1 << 41;
        /// “seven”, “hundred”.
        const NUMERAL = 1 << 42;
        /// In the list of sure misspellings.
        const MISSPELLED = 1 << 43;
        /// Among the few thousand commonest words.
        const FREQUENT = 1 << 44;
        /// Begins with a vowel sound, where the spelling alone would say otherwise (“hour”), or
        /// with a consonant sound (“European”): see `lexicon::sound`.
        const ODD_SOUND = 1 << 45;
        // Bits 46 and 47 are `lexicon::layout`'s.
        /// A noun nine times of ten, whatever else it can be (“oven”, “prices”).
        const MOSTLY_NOUN = 1 << 48;
        /// A verb nine times of ten (“build”, “goes”).
        const MOSTLY_VERB = 1 << 49;
        /// An adjective nine times of ten (“plain”).
        const MOSTLY_ADJECTIVE = 1 << 50;
    }
}

impl Traits {
    /// Whether any of the bits is set.
    pub const fn any(self, bits: Traits) -> bool {
        self.bits() & bits.bits() != 0
    }

    /// Whether the form with these traits has a capital at its front, or has such capitals of its own
    /// (“iPhone”).
    pub fn capital_of(self, form: &str) -> bool {
        self.any(Traits::TITLE.union(Traits::UPPER))
            || self.any(Traits::MIXED) && (self.any(Traits::BRAND) || form.starts_with(char::is_uppercase))
    }

    /// Whether the form starts with a capital.
    pub const fn capitalised(self) -> bool {
        // “iPhone” is mixed and has none, but nobody wants one of it either.
        self.any(Traits::TITLE.union(Traits::UPPER).union(Traits::MIXED))
    }
}
