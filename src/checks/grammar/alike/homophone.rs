//! Words that sound alike and are different parts of speech: “she new the way”, “the hole family”,
//! “he was board”. Each stands where only the other can.
//!
//! The words are rare where they are right in such a place, so that a neighbour or two tells.

use super::around::{before, ends_clause, follows, is_noun, is_nounish, is_one, is_preposition, precedes};
use super::{Twin, twin};
use crate::checks::grammar::clause::{next_word, prev_in_sentence};
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/homophone",
    Wake::words(&[
        "advice", "again", "aloud", "and", "bean", "board", "brake", "brakes", "but", "grate", "herd", "hole", "hour",
        "how", "know", "leased", "lesson", "meat", "mite", "new", "now", "peaces", "red", "scene", "sea", "shone",
        "though", "threw", "throne", "through", "tolled", "vary", "waist", "week", "weigh", "witch", "wood", "write",
    ]),
    |at, report| super::report(at, report, judge),
);

fn judge(at: At) -> Option<Twin> {
    match &*at.lower() {
        "again" => put("against", false, against(at)),
        "advice" => put(
            "advise",
            true,
            (acts(at) || is_helped(at) && !follows(at, list!("to")))
                && (takes_article(at) || precedes(at, list!("you me against people everyone anyone"))),
        ),
        "and" => put("an", false, an(at)),
        "vary" => put(
            "very",
            true,
            follows(at, BE)
                && next_word(at)
                    .is_some_and(|next| next.has(Traits::ADJECTIVE | Traits::ADVERB) && !next.has(Traits::FUNCTION)),
        ),
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
        "aloud" => put("allowed", false, precedes(at, list!("to")) && follows(at, BE)),
        "bean" => put("been", true, follows(at, HAVE) && !is_compound(at)),
        "board" => put("bored", false, bored(at)),
        "brake" => put("break", false, breaks(at, acts(at) || is_helped(at))),
        "brakes" => put("breaks", false, breaks(at, follows(at, list!("it he she this that which who")))),
        "grate" => put(
            "great",
            false,
            follows(at, list!("a"))
                && precedes(
                    at,
                    list!(
                        "deal job time idea day place man woman team many way success honour honor thing year chance"
                    ),
                ),
        ),
        "herd" => put("heard", true, heard(at)),
        "hole" => put("whole", is_whole_of(at), whole(at)),
        "hour" => put("our", false, our(at)),
        "leased" => put("least", true, follows(at, list!("at")) && !is_compound(at) && !precedes(at, list!("by to"))),
        "lesson" => put("lessen", false, is_helped(at) && takes_article(at)),
        "meat" => put("meet", false, is_helped(at) && !follows(at, list!("to")) || takes_article(at) && acts(at)),
        "mite" => put("might", true, might(at)),
        "new" => put("knew", !follows(at, list!("you nobody everybody")), knew(at)),
        "peaces" => {
            put("pieces", true, precedes(at, list!("of")) && next_word(at).and_then(next_word).is_some_and(is_common))
        }
        "red" => put("read", false, read(at)),
        "scene" => put("seen", true, follows(at, HAVE) && !is_compound(at) || follows(at, list!("never ever been be"))),
        "sea" => put(
            "see",
            true,
            is_helped(at) && !follows(at, list!("to not")) && !is_compound(at)
                || acts(at) && !follows(at, list!("you")) && !is_compound(at)
                || follows(at, list!("you")) && (takes_article(at) || ends_clause(at)),
        ),
        "shone" => put("shown", false, follows(at, HAVE) && !is_light(at) && (takes_article(at) || gives(at))),
        "though" => put("thought", false, thought(at)),
        "threw" => put("through", false, moves_through(at)),
        "throne" => put("thrown", true, follows(at, BE) && !is_compound(at)),
        "through" => put("throw", false, is_helped(at) && takes_article(at) && !follows(at, list!("to not"))),
        "tolled" => put("told", false, told(at)),
        "waist" => put(
            "waste",
            true,
            precedes(at, list!("of"))
                && next_word(at)
                    .is_some_and(|of| precedes(of, list!("time money effort space resources energy breath"))),
        ),
        "week" => put(
            "weak",
            false,
            follows(at, list!("too very so felt feel feels feeling looks looked"))
                && (ends_clause(at) || precedes(at, list!("to and from"))),
        ),
        "weigh" => put(
            "way",
            true,
            follows(at, list!("the a no half long this that another any my his her their its"))
                && !is_compound(at)
                && !precedes(at, list!("in")),
        ),
        "witch" => put("which", false, which(at)),
        "wood" => put(
            "would",
            true,
            acts(at)
                && next_word(at).is_some_and(|next| next.has(Traits::VERB | Traits::AUXILIARY) || next.word_is("not"))
                && (!is_compound(at) || precedes(at, list!("like love"))),
        ),
        _ => put(
            "right",
            false,
            follows(at, list!("sound sounds sounded seem seems seemed felt feels looked looks"))
                && (ends_clause(at) || precedes(at, list!("and to for"))),
        ),
    }
}

const BE: &List = list!(
    "am is are was were be been being i'm i’m it's it’s he's he’s she's she’s we're we’re they're they’re get gets got"
);
const HAVE: &List = list!(
    "have has had i've i’ve we've we’ve they've they’ve you've you’ve haven't haven’t hasn't hasn’t hadn't hadn’t"
);

const fn put(right: &'static str, sure: bool, fits: bool) -> Option<Twin> {
    if fits { twin(right, sure) } else { None }
}

/// Whether a pronoun stands before the word that is the subject of a verb.
fn acts(at: At) -> bool {
    follows(at, list!("i you he she we they who nobody everybody somebody"))
}

/// Whether a modal verb, a form of “do” or “to” stands before it.
fn is_helped(at: At) -> bool {
    follows(
        at,
        list!(
            "can could will would may might must should shall to not don't don’t didn't didn’t doesn't doesn’t can't can’t couldn't couldn’t cannot won't won’t wouldn't wouldn’t"
        ),
    )
}

fn takes_article(at: At) -> bool {
    precedes(at, list!("the a an his her their its our my your this that these those it them him us every each no any"))
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

/// Whether it is a common word and no name, year or article: “pieces of cake”, but “the peaces of Aarau”.
fn is_common(at: At) -> bool {
    at.has(Traits::LOWER) && !at.has(Traits::FUNCTION)
}

/// “She new the way”
fn knew(at: At) -> bool {
    follows(at, list!("i he she we they who nobody everybody you"))
        && (takes_article(at) || precedes(at, list!("what how who why where when about nothing everything exactly")))
}

/// “He herd the bell”, “has herd it”
fn heard(at: At) -> bool {
    // “I herd the goats.”
    let subject = follows(at, list!("he she nobody everybody"))
        || follows(at, HAVE)
        || follows(at, list!("i")) && precedes(at, list!("about that how of from it him you"));
    subject && !is_compound(at)
}

/// “Who mite come”
fn might(at: At) -> bool {
    let bare = precedes(at, list!("be have not"));
    let verb = next_word(at).is_some_and(|next| next.has(Traits::VERB | Traits::AUXILIARY));
    acts(at) && (bare || verb) || follows(at, list!("it this that there")) && bare
}

/// “The foreman red the verdict”
fn read(at: At) -> bool {
    let subject = acts(at)
        || before(at).filter(|noun| is_nounish(*noun) && !noun.has(Traits::PLURAL)).and_then(before).is_some_and(
            |the| {
                is_one(the, list!("the a his her their our my"))
                    && prev_in_sentence(the).is_none_or(|b| is_one(b, list!("as and when while after before that but")))
            },
        );
    subject && takes_article(at)
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

/// “He was board and went home”
fn bored(at: At) -> bool {
    follows(at, list!("am was were i'm i’m get gets got so very too easily"))
        && (ends_clause(at) || precedes(at, list!("and with because by of")))
        && !precedes(at, list!("of directors"))
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

/// “He tolled a visitor”, but not a bell
fn told(at: At) -> bool {
    let subject = follows(at, list!("i he she we they who"));
    let bell = next_word(at)
        .and_then(next_word)
        .is_some_and(|noun| is_one(noun, list!("bell bells knell hour hours end death")));
    subject && takes_article(at) && !bell
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
            ) && (!is_compound(at) || next.has(Traits::AUXILIARY))
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
