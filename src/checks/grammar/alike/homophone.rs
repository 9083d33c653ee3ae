//! Words that sound or look alike and are different parts of speech: “she new the way”, “the hole
//! family”, “his advise was good”. Each stands where only the other can.
//!
//! For most pairs the place tells: [`SLIPS`]. The others have a question of their own.

use super::around::{before, ends_clause, follows, is_noun, is_nounish, is_one, is_preposition, precedes};
use super::place::{HAVE, is_helped, takes_article};
use super::slips::SLIPS;
use super::{Twin, twin};
use crate::checks::grammar::clause::{next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token("grammar/homophone", Wake::words(&WORDS), |at, report| {
    super::report(at, report, judge);
});

/// Words that have a question of their own.
const OTHERS: &[&str] = &[
    "again", "and", "brake", "brakes", "but", "hole", "hour", "how", "know", "mite", "now", "shone", "though", "threw",
    "wear", "weather", "witch", "wood",
];

const WORDS: [&str; SLIPS.len() + OTHERS.len()] = {
    let mut words = [""; SLIPS.len() + OTHERS.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = if at < SLIPS.len() { SLIPS[at].wrong } else { OTHERS[at - SLIPS.len()] };
        at += 1;
    }
    words
};

/// How many slips begin with an earlier letter.
static BEFORE: [usize; 129] = {
    let (mut before, mut letter, mut at) = ([0; 129], 0, 0);
    while letter < 129 {
        while at < SLIPS.len() && (SLIPS[at].wrong.as_bytes()[0] as usize) < letter {
            at += 1;
        }
        before[letter] = at;
        letter += 1;
    }
    before
};

fn judge(at: At) -> Option<Twin> {
    let word = &*at.lower();
    let letter = usize::from(word.bytes().next().unwrap_or_default() % 128);
    let slips = SLIPS[BEFORE[letter]..BEFORE[letter + 1]].iter().filter(|slip| slip.wrong == word);
    let by_place = slips.filter(|slip| slip.holds(at)).map(|slip| Twin { right: slip.right, sure: slip.sure }).next();
    by_place.or_else(|| by_neighbours(at, word))
}

fn by_neighbours(at: At, word: &str) -> Option<Twin> {
    match word {
        "again" => put("against", false, against(at)),
        "and" => put("an", false, an(at)),
        "but" => put("put", false, buts(at)),
        "how" => put("who", false, runs(at)),
        "know" => put(
            "no",
            false,
            precedes(at, list!("one"))
                && follows(at, list!("hear heard see saw met with by from for is was that there because"))
                && !follows(at, list!("and"))
                && next_word(at).is_some_and(|one| {
                    ends_clause(one)
                        || precedes(one, list!("is was has can could will would in on at from to who knows came said"))
                }),
        ),
        "now" => put(
            "know",
            false,
            follows(at, list!("to don't don’t didn't didn’t doesn't doesn’t"))
                && precedes(at, list!("who what how why whether"))
                && !before(at).is_some_and(|to| follows(to, list!("up prior from"))),
        ),
        "brake" => put("break", false, breaks(at, acts(at) || is_helped(at))),
        "brakes" => put("breaks", false, breaks(at, follows(at, list!("it he she this that which who")))),
        "hole" => put("whole", is_whole_of(at), whole(at)),
        "hour" => put("our", false, our(at)),
        "mite" => put("might", true, might(at)),
        "shone" => put("shown", false, follows(at, HAVE) && !is_light(at) && (takes_article(at) || gives(at))),
        "though" => put("thought", false, thought(at)),
        "threw" => put("through", false, moves_through(at)),
        "witch" => put("which", false, which(at)),
        "wood" => put(
            "would",
            true,
            acts(at)
                && next_word(at).is_some_and(|next| next.has(Traits::VERB | Traits::AUXILIARY) || next.word_is("not"))
                && (!is_compound(at) || precedes(at, list!("like love"))),
        ),
        "wear" => put("where", false, follows_place(at)),
        "weather" => put("whether", false, asks_whether(at)),
        _ => None,
    }
}

const fn put(right: &'static str, sure: bool, fits: bool) -> Option<Twin> {
    if fits { twin(right, sure) } else { None }
}

/// Whether a pronoun stands before the word that is the subject of a verb.
fn acts(at: At) -> bool {
    follows(at, list!("i you he she we they who nobody everybody somebody"))
}

/// “This is and open question”, “it was and old firm”
fn an(at: At) -> bool {
    let Some(prev) = before(at).filter(|prev| is_one(*prev, list!("is was be as like"))) else {
        return false;
    };
    let Some(next) = next_word(at).filter(|next| next.text().starts_with(['a', 'e', 'i', 'o', 'u'])) else {
        return false;
    };
    let other = Traits::FUNCTION | Traits::VERB | Traits::ADVERB | Traits::PLURAL | Traits::PAST | Traits::ING;
    let noun = next_word(next);
    let one = next.has(Traits::ADJECTIVE)
        && !next.has(other)
        && noun.is_some_and(|noun| is_nounish(noun) && !noun.has(Traits::PLURAL));
    let open = is_one(next, list!("old open empty easy entire exact early"))
        && noun.is_some_and(|noun| is_nounish(noun) && !noun.has(Traits::PLURAL));
    (one || open) && !(prev.word_is("as") && follows(prev, list!("well far soon")))
}

/// “If you but it next to the door”
fn buts(at: At) -> bool {
    let helped = is_helped(at) && !follows(at, list!("not"));
    let you = before(at)
        .filter(|you| is_one(*you, list!("you we they i")))
        .is_some_and(|you| follows(you, list!("if when once before until")));
    (helped || you)
        && next_word(at).is_some_and(|it| {
            is_one(it, list!("it them")) && next_word(it).is_some_and(|on| on.has(Traits::PREPOSITION | Traits::ADVERB))
        })
}

/// “The judge, how runs the court,”
fn runs(at: At) -> bool {
    // “Researchers how fitted 46 birds”
    let opens = before(at).is_some_and(|people| people.has(Traits::PLURAL) && people.starts_sentence());
    if opens
        && next_word(at)
            .is_some_and(|verb| verb.has(Traits::PAST) && !verb.has(Traits::NOUN | Traits::MOSTLY_ADJECTIVE))
    {
        return true;
    }
    prev_in_sentence(at).is_some_and(|comma| comma.is(Kind::Comma))
        && next_word(at).is_some_and(|verb| {
            verb.has(Traits::THIRD_PERSON)
                && !verb.has(Traits::AUXILIARY)
                && next_word(verb).is_some_and(|after| after.has(Traits::DETERMINER))
        })
}

/// Whether the word behind it is a noun that it can stand before: “sea levels”, “bean soup”, “a herd
/// test”, “leased cars”.
fn is_compound(at: At) -> bool {
    next_word(at).is_some_and(|next| next.has(Traits::NOUN | Traits::PLURAL) && !next.has(Traits::FUNCTION))
}

/// “Who mite come”
fn might(at: At) -> bool {
    let bare = precedes(at, list!("be have not"));
    let verb = next_word(at).is_some_and(|next| next.has(Traits::VERB | Traits::AUXILIARY));
    acts(at) && (bare || verb) || follows(at, list!("it this that there")) && bare
}

/// “She though that it was late”, but “she, though, was late” and “it was he though who was late”
fn thought(at: At) -> bool {
    let told = precedes(at, list!("that"))
        && before(at)
            .filter(|noun| is_nounish(*noun))
            .and_then(before)
            .is_some_and(|the| is_one(the, list!("the a his her their our my")) && prev_in_sentence(the).is_none());
    if told {
        return true;
    }
    let subject = before(at).filter(|subject| is_one(*subject, list!("i he she we they nobody everybody")));
    subject.is_some_and(|subject| {
        prev_in_sentence(subject).is_none_or(|b| {
            !b.is(Kind::Word) || !b.has(Traits::AUXILIARY | Traits::PREPOSITION) && !is_one(b, list!("than as not"))
        })
    }) && next_word(at).is_some_and(|next| !is_one(next, list!("because when if who")))
}

/// “It brakes your heart”: what is braked has wheels.
fn breaks(at: At, verb: bool) -> bool {
    verb && takes_article(at)
        && !next_word(at).and_then(next_word).is_some_and(|noun| {
            is_one(noun, list!("car bike bicycle bus train vehicle wheel wheels lorry truck tram cart sledge rotor engine motor fall descent"))
        })
}

/// “The hole family”, “a hole lot”, but “he dug a hole day after day”
fn whole(at: At) -> bool {
    let noun = precedes(
        at,
        list!(
            "family world thing time story point day country team year week night place town way idea process plot \
             truth school business period village song book lot class group market party crew cast experience life \
             show film city nation house club company community project"
        ),
    );
    let again = next_word(at).is_some_and(|noun| precedes(noun, list!("after by and")));
    noun && (follows(at, list!("the")) || is_whole_of(at) || follows(at, list!("a")) && !again && is_span(at))
}

/// Whether what follows has no holes that it would be said of, so that “the hole” is no hole.
fn is_whole_of(at: At) -> bool {
    follows(at, list!("the his her their our my your its"))
        && precedes(at, list!("family world country town truth school village nation city community week year life"))
        || follows(at, list!("a")) && precedes(at, list!("lot"))
}

/// A time or a people, behind “a”.
fn is_span(at: At) -> bool {
    precedes(at, list!("family life day week year team time story"))
}

/// “It is hour tea”
fn our(at: At) -> bool {
    let place = before(at).is_some_and(|prev| {
        is_one(prev, list!("of in with from on is it's it’s"))
            && (prev.has(Traits::AUXILIARY | Traits::PRONOUN) || is_preposition(prev))
    });
    place
        && next_word(at).is_some_and(|noun| {
            is_nounish(noun) && !noun.has(Traits::PLURAL) && !is_one(noun, list!("glass hand length after"))
        })
}

/// “Walked threw the park”, “halfway threw”
fn moves_through(at: At) -> bool {
    let moved = before(at).is_some_and(|verb| {
        is_one(verb, list!("halfway way right straight all go goes going went gone come came walk walked walks walking run ran drive drove pass passed passing get got getting look looked looking search read sat sit lived live cut broke flew fly live rode went climbed crawled squeezed slept"))
            || verb.has(Traits::ING) && !verb.has(Traits::NOUN | Traits::ADJECTIVE)
    });
    moved && next_word(at).is_some_and(|next| next.has(Traits::DETERMINER | Traits::NOUN))
}

/// “Voted again the plan”, but “fought again the next day”
fn against(at: At) -> bool {
    follows(at, list!("vote voted votes fight fought fighting protest protested protesting speak argue argued campaign campaigned ruled leaned leaning warned guard guards protect protects protected protection"))
        && precedes(at, list!("the a an his her their its our any all this that these"))
        && !next_word(at).is_some_and(|the| {
            precedes(the, list!("next following other same last time day week year night morning month season evening afternoon moment"))
        })
}

/// “Containers, witch are hot”, “of witch most”
fn which(at: At) -> bool {
    let place = prev_in_sentence(at).is_some_and(|prev| {
        prev.is(Kind::Comma) || at.spaced() && is_one(prev, list!("of in to for at on from with by through"))
    });
    place
        && next_word(at).is_some_and(|next| {
            next.has(
                Traits::AUXILIARY
                    | Traits::PRONOUN
                    | Traits::DETERMINER
                    | Traits::PAST
                    | Traits::THIRD_PERSON
                    | Traits::ADVERB,
            ) && (!is_compound(at)
                || next.has(Traits::AUXILIARY)
                || next.has(Traits::THIRD_PERSON)
                    && next_word(next).is_some_and(|object| object.has(Traits::DETERMINER)))
                && !is_one(next, list!("and or that who trials hunts"))
        })
}

/// “Has shone a light on it”
fn is_light(at: At) -> bool {
    next_word(at).is_some_and(|a| precedes(a, list!("light spotlight torch beam lamp bright new fresh little")))
}

/// Something that is given or shown: an adjective and its noun.
fn gives(at: At) -> bool {
    next_word(at).is_some_and(|next| {
        next.has(Traits::ADJECTIVE)
            && !next.has(Traits::FUNCTION | Traits::ADVERB)
            && next_word(next).is_some_and(is_nounish)
            || is_noun(next)
    })
}

/// “The shop, wear I work,”
fn follows_place(at: At) -> bool {
    precedes(at, list!("i he she we they"))
        && next_word(at).and_then(next_word).is_some_and(|verb| verb.has(Traits::VERB | Traits::AUXILIARY))
        && prev_in_sentence(at).is_some_and(|prev| prev.is(Kind::Comma) || at.spaced() && prev.has(Traits::MOSTLY_NOUN))
}

/// “He asked me weather I was ready”
fn asks_whether(at: At) -> bool {
    precedes(at, list!("he she they we i you it that this"))
        && next_word(at)
            .and_then(next_word)
            .is_some_and(|verb| verb.has(Traits::VERB | Traits::AUXILIARY | Traits::ADVERB))
        && before(at).is_some_and(|prev| {
            !prev.has(Traits::DETERMINER | Traits::PREPOSITION | Traits::ADJECTIVE | Traits::POSSESSIVE)
                && (prev.has(Traits::VERB | Traits::PRONOUN)
                    || std::iter::successors(Some(prev), |at| before(*at))
                        .take(4)
                        .any(|at| is_one(at, list!("ask asks asked wonder tell told know knew sure see decide"))))
        })
}
