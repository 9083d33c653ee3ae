//! The place that a word stands in, told by its neighbours and not by itself: where only a noun can
//! stand, a plain verb, a past tense. A word that is none of that is a slip there.

use super::around::{before, ends_clause, follows, is_nounish, is_one, precedes};
use crate::checks::grammar::clause::{is_joined, is_negated, next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::text::Kind;

#[derive(Clone, Copy)]
pub enum Place {
    /// “His ___ was good”, “a deep ___”.
    Noun,
    /// “You can ___”, “hard to ___ in the smoke”, “do not ___ time”.
    Verb,
    /// The same, and an object follows: “you can ___ the”, “to ___ him”, “they ___ it”.
    Transitive,
    /// “She ___ the way”: a past tense behind its subject, an object follows.
    Past,
    /// “Has ___ the bell”, “had never ___ before”.
    Participle,
    /// “Is ___.”, “seems ___ to me”, “feels ___ and tired”.
    State,
    /// “Is ___ good”.
    Degree,
}

impl Place {
    /// Whether the word stands in such a place.
    pub fn holds(self, at: At) -> bool {
        match self {
            Place::Noun => is_noun_place(at),
            Place::Verb => is_verb_place(at),
            Place::Transitive => takes_object(at) && (is_helped(at) || acts(at) || is_infinitive(at)),
            Place::Past => is_past_place(at),
            Place::Participle => is_participle_place(at),
            Place::State => is_state_place(at),
            Place::Degree => is_degree_place(at),
        }
    }
}

/// Forms of “be”, and “get”.
pub const BE: &List = list!(
    "am is are was were be been being i'm i’m it's it’s he's he’s she's she’s we're we’re they're they’re get gets got"
);

/// Forms of “have” that are nothing else.
pub const HAVE: &List = list!(
    "have has had i've i’ve we've we’ve they've they’ve you've you’ve haven't haven’t hasn't hasn’t hadn't hadn’t"
);

/// Whether an article stands behind the word, a possessive, or a pronoun that is an object.
pub fn takes_article(at: At) -> bool {
    precedes(at, list!("a an the his her their its our my your this that these those it him them us every each no any"))
}

/// The same, or “me”, “you”, “everything”.
fn takes_object(at: At) -> bool {
    takes_article(at) || precedes(at, list!("me you everyone everybody everything someone something anyone anything"))
}

/// Whether a helping verb stands before the word that is one for sure: “they can’t”, “she will not”.
/// “The will”, “can advice help?”
pub fn is_helped(at: At) -> bool {
    const HELPERS: &List =
        list!("can could will would shall should may might must do does did cannot please let's let’s");
    let Some(mut helper) = before(at) else { return false };
    // “Must never”, “could easily”, “do not”
    if helper.word_is("not")
        || helper.has(Traits::ADVERB) && !helper.has(Traits::VERB | Traits::NOUN | Traits::ADJECTIVE)
    {
        let Some(prev) = before(helper) else { return false };
        helper = prev;
        if !is_one(helper, HELPERS) && !is_negated(helper) {
            return false;
        }
    }
    if is_one(helper, list!("please let's let’s")) {
        return true;
    }
    let contracted = helper.text().ends_with("'ll") || helper.text().ends_with("’ll");
    if contracted || is_negated(helper) && is_helper(helper) {
        return contracted || prev_in_sentence(helper).is_some_and(|b| b.is(Kind::Word));
    }
    // “Do not waste it”
    let negated = helper.word_is("do") && helper.next().is_some_and(|not| not.word_is("not"));
    negated
        || is_one(helper, HELPERS)
            && before(helper).is_some_and(|subject| {
                is_one(subject, list!("i he she it we they you who this that everyone nobody somebody people"))
                    || subject.has(Traits::NOUN) && !subject.has(Traits::FUNCTION | Traits::ADJECTIVE)
            })
        // “Can you ___ me”, “did they ___ the”
        || is_one(helper, list!("i he she we they you"))
            && before(helper).is_some_and(|b| is_one(b, list!("can could will would should did do does didn't didn’t don't don’t")))
}

fn is_helper(at: At) -> bool {
    at.has(Traits::AUXILIARY)
        && !is_one(
            at,
            list!(
                "isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t hasn't hasn’t haven't haven’t hadn't hadn’t"
            ),
        )
}

/// Whether only a noun can stand here: an article or a possessive stands before the word, and its
/// phrase ends behind it.
fn is_noun_place(at: At) -> bool {
    const ARTICLES: &List = list!("a an the my your our their its his every");
    let Some(prev) = before(at) else { return false };
    let owned = prev.has(Traits::POSSESSIVE) && prev.has(Traits::NOUN | Traits::PROPER);
    let adjective = prev.has(Traits::MOSTLY_ADJECTIVE) && !prev.has(Traits::FUNCTION);
    let article = is_one(prev, ARTICLES)
        || owned
        || adjective && follows(prev, list!("a an the my your our their its his her every some any no this that"))
        // “Her ___ was”, but “let her ___”
        || prev.word_is("her") && before(prev).is_none_or(|b| b.has(Traits::PREPOSITION | Traits::CONJUNCTION));
    // “A bare and empty room”
    let linked = at.has(Traits::ADJECTIVE)
        && at.next().is_some_and(|next| next.is(Kind::Comma) || is_one(next, list!("and or but")));
    article && !linked && ends_phrase(at)
}

/// Whether the noun phrase ends behind the word.
fn ends_phrase(at: At) -> bool {
    ends_clause(at)
        || next_word(at).is_some_and(|next| {
            next.has(Traits::AUXILIARY)
                || next.has(Traits::PREPOSITION) && next.has(Traits::FUNCTION)
                || is_one(next, list!("and or but that which who when because if where to as"))
                || next.has(Traits::MOSTLY_VERB) && next.has(Traits::PAST | Traits::THIRD_PERSON)
        })
}

/// Whether only a plain verb can stand here.
fn is_verb_place(at: At) -> bool {
    // What an infinitive stands behind, and hardly ever “to” with a noun.
    const LEADS: &List = list!(
        "able unable want wants wanted wanting need needs needed try tries tried trying hope hopes hoped decide decides \
         decided manage manages managed refuse refuses refused fail fails failed agree agrees agreed forced allowed learn \
         learns learned learning hard harder easy easier difficult impossible possible ready willing going struggle \
         struggles struggled struggling begin begins began start starts started supposed how where what when"
    );
    let led = || before(at).is_some_and(|to| follows(to, LEADS)) && ends_phrase(at);
    is_helped(at) || is_infinitive(at) && (takes_object(at) || led())
}

/// Whether “to” stands before the word: “from breath to breath” has none of a verb.
fn is_infinitive(at: At) -> bool {
    before(at).is_some_and(|to| to.word_is("to") && before(to).is_none_or(|b| b.text() != at.text())) && !is_joined(at)
}

/// Whether a pronoun stands before the word that acts: “they ___”, but “it tells you ___”.
pub fn acts(at: At) -> bool {
    before(at).is_some_and(|subject| {
        // “It tells you where”, “are they here the whole week?”
        let inner = |b: At| {
            if subject.word_is("you") {
                b.has(Traits::VERB | Traits::PREPOSITION) && !b.has(Traits::ING)
            } else {
                is_one(b, BE)
            }
        };
        is_one(subject, list!("i we they you")) && before(subject).is_none_or(|b| !inner(b))
    })
}

/// Whether a past tense stands here. A verb that agrees with its subject may be a present tense: “they
/// herd the goats”.
fn is_past_place(at: At) -> bool {
    let object = takes_object(at) || precedes(at, list!("what how who why where when that about nothing exactly"));
    let pronoun = follows(at, list!("he she who nobody everybody somebody"))
        || (!at.has(Traits::VERB) || at.has(Traits::FUNCTION)) && follows(at, list!("i we they"));
    object && (pronoun || !at.has(Traits::PREPOSITION | Traits::MOSTLY_NOUN) && opens_with_noun(at))
}

/// Whether all that stands before the word in its clause is an article and a noun.
fn opens_with_noun(at: At) -> bool {
    before(at).filter(|noun| is_nounish(*noun)).and_then(before).is_some_and(|the| {
        is_one(the, list!("the a his her their our my"))
            && prev_in_sentence(the).is_none_or(|b| is_one(b, list!("as and when while after before that but")))
    })
}

/// Whether a participle stands here with “have”.
fn is_participle_place(at: At) -> bool {
    let Some(mut have) = before(at) else { return false };
    let adverb = have.has(Traits::ADVERB) && !have.has(Traits::NOUN);
    let mut helper = HAVE;
    if adverb {
        // “Was never ___ again”
        helper = if is_one(have, list!("never ever")) && follows(have, BE) { BE } else { HAVE };
        let Some(prev) = before(have) else { return false };
        have = prev;
    }
    is_one(have, helper) && (takes_object(at) || ends_phrase(at) || next_is_adverb(at))
}

fn next_is_adverb(at: At) -> bool {
    next_word(at).is_some_and(|next| next.has(Traits::ADVERB) && !next.has(Traits::ADJECTIVE | Traits::NOUN))
}

/// Whether an adjective stands here that says how somebody or something is.
fn is_state_place(at: At) -> bool {
    const SEEMS: &List = list!(
        "am is are was were be been being i'm i’m he's he’s she's she’s we're we’re they're they’re you're you’re seem \
         seems seemed feel feels felt look looks looked sound sounds sounded become becomes became remain remains \
         remained grow grew get gets got stay stays stayed"
    );
    const DEGREES: &List = list!("very so too really extremely quite rather pretty not");
    let Some(prev) = before(at) else { return false };
    let state = is_one(prev, SEEMS) || is_one(prev, DEGREES) && follows(prev, SEEMS);
    state
        && (ends_clause(at)
            || precedes(at, list!("and but or to for because when after before with at about until if that enough")))
}

/// Whether a word stands here that says how much something is what the adjective behind it says.
fn is_degree_place(at: At) -> bool {
    follows(at, BE)
        && next_word(at).is_some_and(|next| {
            next.has(Traits::ADJECTIVE | Traits::ADVERB)
                && !next.has(Traits::FUNCTION | Traits::ING | Traits::MOSTLY_NOUN)
        })
}
