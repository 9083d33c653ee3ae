//! What the words around a word say of its place: a noun phrase starts here, a verb that takes an
//! object stands before it, the clause ends. There is no parse: each question is answered from the
//! parts of speech of a few neighbours, and answered “no” where they can be several things.

use super::lists::{INTRANSITIVE, JOINING, NEVER_OWNED, PREPOSITIONS, SAID_OF, SUBJECTS, TAKES_CLAUSE};
use crate::checks::grammar::clause::{is_joined, next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::text::Kind;

/// Whether the word is one of a list with spaces between.
#[inline]
pub fn is_one(at: At, list: &List) -> bool {
    list.has(at.text())
}

/// The word before, in the same sentence, with only white space between.
pub fn before(at: At) -> Option<At> {
    prev_in_sentence(at).filter(|prev| at.spaced() && prev.is(Kind::Word))
}

/// Whether the word before is one of a list.
pub fn follows(at: At, list: &List) -> bool {
    before(at).is_some_and(|prev| is_one(prev, list))
}

/// Whether the word behind it is one of a list.
pub fn precedes(at: At, list: &List) -> bool {
    next_word(at).is_some_and(|next| is_one(next, list))
}

/// Whether a word of the sentence before this one is such.
pub fn earlier(at: At, is_such: impl Fn(At) -> bool) -> bool {
    const FAR: usize = 60;
    let mut at = at;
    for _ in 0..FAR {
        let Some(prev) = prev_in_sentence(at) else { return false };
        if is_such(prev) {
            return true;
        }
        at = prev;
    }
    true
}

/// Whether the sentence is a question.
pub fn asks(at: At) -> bool {
    const FAR: usize = 60;
    let mut at = at;
    for _ in 0..FAR {
        match at.next() {
            Some(next) if next.is(Kind::Question) => return true,
            Some(next) if !next.starts_sentence() => at = next,
            _ => return false,
        }
    }
    false
}

/// Whether the clause ends behind the word.
pub fn ends_clause(at: At) -> bool {
    at.next().is_none_or(|next| {
        next.starts_sentence()
            || matches!(
                next.kind(),
                Kind::Stop
                    | Kind::Comma
                    | Kind::Semicolon
                    | Kind::Colon
                    | Kind::Question
                    | Kind::Exclamation
                    | Kind::CloseQuote
                    | Kind::CloseBracket
                    | Kind::Ellipsis
            )
            || next.is(Kind::Dash) && next.spaced()
    })
}

/// Whether a clause can begin with the word: at the start of a sentence, behind a mark, behind a
/// word that joins clauses or a verb of saying.
pub fn begins_clause(at: At) -> bool {
    let Some(prev) = prev_in_sentence(at) else { return true };
    let marked = matches!(
        prev.kind(),
        Kind::Comma
            | Kind::Semicolon
            | Kind::Colon
            | Kind::OpenQuote
            | Kind::OpenBracket
            | Kind::StraightQuote
            | Kind::Dash
    );
    marked || prev.is(Kind::Word) && joins_or_says(prev)
}

/// Whether a clause follows the word: “because”, “that”, “he said”.
pub fn joins_or_says(at: At) -> bool {
    is_one(at, JOINING) || is_one(at, TAKES_CLAUSE)
}

/// A word that is most likely a noun: it may be a plain verb or one in the third person as well
/// (“house”, “prices”), but nothing that stands before a noun.
pub fn is_nounish(at: At) -> bool {
    let other = Traits::FUNCTION
        | Traits::ADVERB
        | Traits::PREPOSITION
        | Traits::ING
        | Traits::PAST
        | Traits::NUMERAL
        | Traits::AUXILIARY;
    at.has(Traits::NOUN)
        && !at.has(other)
        && !at.has(Traits::MOSTLY_VERB)
        && !is_joined(at)
        && (!at.has(Traits::ADJECTIVE) || at.has(Traits::MOSTLY_NOUN))
}

/// A noun and hardly anything else.
pub fn is_noun(at: At) -> bool {
    is_nounish(at) && at.has(Traits::MOSTLY_NOUN)
}

/// An adjective that is no noun, adverb or plain verb.
pub fn is_adjective(at: At) -> bool {
    let other = Traits::NOUN | Traits::FUNCTION | Traits::ADVERB | Traits::PREPOSITION | Traits::ING;
    at.has(Traits::ADJECTIVE)
        && !at.has(other)
        && (!at.has(Traits::VERB) || at.has(Traits::PAST) || at.word_is("aware"))
        && !is_joined(at)
}

/// The noun of a phrase without an article that starts with this word: “house”, “new bills”,
/// “highly paid workers”.
pub fn noun_of(first: At) -> Option<At> {
    let modifies = |at: At| {
        at.has(Traits::ADJECTIVE | Traits::NUMERAL | Traits::ING | Traits::PAST)
            && !at.has(Traits::FUNCTION | Traits::PREPOSITION)
            || at.has(Traits::ADVERB) && at.text().ends_with("ly")
            || is_one(at, list!("own first second third last next most"))
    };
    let mut at = first;
    for _ in 0..3 {
        if is_nounish(at) {
            return Some(at);
        }
        if !modifies(at) {
            return None;
        }
        at = next_word(at)?;
    }
    is_nounish(at).then_some(at)
}

/// Whether the word is a verb with the tense of its clause: “is”, “sold”, “has”.
pub fn is_finite(at: At) -> bool {
    at.has(Traits::AUXILIARY) && !is_one(at, list!("be been being having"))
        || at.has(Traits::PAST) && !at.has(Traits::NOUN | Traits::ADJECTIVE)
        || at.has(Traits::THIRD_PERSON) && !at.has(Traits::PLURAL)
}

/// Whether a preposition stands here after which a noun phrase must follow. “The team I am in
/// it’s good” has the end of a clause there.
pub fn is_preposition(at: At) -> bool {
    is_one(at, PREPOSITIONS) && at.has(Traits::LOWER) && !ends_relative(at)
}

fn ends_relative(preposition: At) -> bool {
    let Some(verb) = before(preposition) else {
        return preposition.spaced() && prev_in_sentence(preposition).is_none();
    };
    let particle = is_one(preposition, list!("in on off over through around about by under across"));
    let moves = is_one(
        verb,
        list!(
            "go goes going went gone come comes came coming move moved kick kicked join joined log logged carry carried turn turned run ran"
        ),
    );
    let inner = before(verb).is_some_and(|subject| {
        is_one(subject, SUBJECTS) && before(subject).is_some_and(|b| b.has(Traits::NOUN | Traits::PRONOUN))
    });
    inner || particle && moves
}

/// Whether a verb stands here that takes an object, and no clause without “that”: “raised”, “is
/// losing”, “to change”.
pub fn takes_object(at: At) -> bool {
    if !at.has(Traits::VERB) || at.has(Traits::AUXILIARY | Traits::FUNCTION) || !at.has(Traits::LOWER) || is_joined(at)
    {
        return false;
    }
    if is_one(at, TAKES_CLAUSE) || is_one(at, INTRANSITIVE) {
        return false;
    }
    if at.has(Traits::PAST | Traits::ING | Traits::THIRD_PERSON)
        && (!at.has(Traits::NOUN | Traits::ADJECTIVE)
            || at.has(Traits::MOSTLY_VERB) && !at.has(Traits::ADJECTIVE | Traits::ING))
    {
        return true;
    }
    let Some(prev) = before(at) else { return false };
    // “The cat licked its paw”, but not “was convinced it’s late”.
    let acts = prev.has(Traits::NOUN | Traits::PRONOUN) && !prev.has(Traits::AUXILIARY | Traits::ADVERB);
    if at.has(Traits::PAST) && acts {
        return true;
    }
    Some(prev).is_some_and(|prev| {
        let adverb = prev.has(Traits::ADVERB) && !prev.has(Traits::NOUN | Traits::VERB);
        let prev = if adverb { before(prev).unwrap_or(prev) } else { prev };
        let helper =
            prev.has(Traits::AUXILIARY) && (at.has(Traits::ING) || !is_one(prev, list!("is are was were be been am")));
        helper
            || prev.word_is("to")
            || is_one(prev, SUBJECTS) && !is_one(prev, list!("it you"))
            || prev.word_is("it") && at.has(Traits::PAST)
    })
}

/// Whether the word cannot follow “their”, “its” or “your” in front of a noun: an article, a
/// pronoun, a form of “be”, a preposition with a noun phrase of its own.
pub fn is_never_owned(at: At) -> bool {
    if is_joined(at) || at.starts_sentence() || !at.spaced() || !at.has(Traits::LOWER) {
        return false;
    }
    let phrase = is_one(at, list!("of from with into at in on for to by"))
        && precedes(at, list!("a an the my your our their his her its this these those him them us me"));
    phrase || is_one(at, NEVER_OWNED)
}

/// Whether a contraction (“it’s”, “you’re”) stands where only the possessive makes sense; if so,
/// whether that is sure.
pub fn must_own(at: At) -> Option<bool> {
    // “By it’s `id`”: what is set as code is a thing.
    if at.next().is_some_and(|code| code.is(Kind::Opaque) && code.spaced()) && at.has(Traits::LOWER) {
        return before(at).filter(|prev| is_preposition(*prev) && !is_one(*prev, list!("like"))).map(|_| true);
    }
    let next = next_word(at)?;
    if next.word_is("own") {
        return (!precedes(next, list!("goal goals brand brands up"))).then_some(true);
    }
    let noun = noun_of(next)?;
    let bare = noun.index == next.index;
    if is_one(next, SAID_OF) || bare && is_joined(next) {
        return None;
    }
    // “It’s increased profits”, “it’s nearly lunch”: no noun phrase, or none for sure.
    let participle = next.has(Traits::PAST | Traits::ING) && !next.has(Traits::ADJECTIVE);
    let adverb = next.has(Traits::ADVERB) && !next.has(Traits::ADJECTIVE);
    if participle || adverb {
        return None;
    }
    if let Some(prev) = before(at).filter(|_| at.has(Traits::LOWER)) {
        if is_preposition(prev) {
            return Some(!next.has(Traits::PAST));
        }
        // “The firm announced it’s results.”
        let told = prev.has(Traits::PAST) && !is_one(prev, list!("said thought knew felt believed hoped added"));
        if told && bare && noun.has(Traits::PLURAL) && ends_clause(noun) {
            return Some(false);
        }
        if takes_object(prev) {
            return Some(is_noun(noun) && !next.has(Traits::PAST));
        }
    }
    let verb = next_word(noun)
        .is_some_and(|verb| is_finite(verb) && verb.has(Traits::AUXILIARY) && !is_one(verb, list!("do been")));
    // “Since it’s primary use is…”
    if is_one(
        next,
        list!(
            "main primary chief principal core sole biggest greatest original initial overall ultimate current previous entire"
        ),
    ) && verb
        && !noun.has(Traits::PLURAL)
    {
        return Some(false);
    }
    let inner = follows(at, list!("what where how why who which"));
    let ends = ends_clause(noun) || precedes(noun, list!("of"));
    // “between the text and it’s border”: what can be counted has an article, unless it is somebody’s.
    if bare && ends && at.has(Traits::LOWER) && follows(at, list!("and or as than")) && is_counted(noun) {
        return Some(false);
    }
    // “but it’s examples are clear”
    if bare && noun.has(Traits::PLURAL) && !inner && precedes(noun, list!("are were have")) {
        return Some(false);
    }
    (bare && verb && !inner && !noun.has(Traits::PLURAL) && !noun.text().ends_with("ing")).then_some(true)
}

/// Whether the noun is one of things that are counted: “border”, but not “luck”.
pub fn is_counted(noun: At) -> bool {
    !noun.has(Traits::PLURAL | Traits::ADJECTIVE | Traits::ADVERB)
        && noun.reading.lexicon.traits(&format!("{}s", noun.text())).any(Traits::PLURAL)
}

/// Whether the word compares: “harder”, “more”, “rather”.
pub fn is_comparative(at: At) -> bool {
    let text = at.text();
    if is_one(at, list!("more less fewer better worse further farther rather other sooner")) {
        return true;
    }
    if !text.ends_with("er") || !at.has(Traits::LOWER) || is_one(at, list!("number under over former never ever order"))
    {
        return false;
    }
    let highest = at.reading.lexicon.traits(&format!("{}st", &text[..text.len() - 1]));
    highest.any(Traits::ADJECTIVE | Traits::ADVERB) || at.has(Traits::ADJECTIVE) && highest.any(Traits::COMMON)
}
