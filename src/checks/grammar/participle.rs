//! “Has increase its prices”, “was took”, “could gone”, “is been”: after forms of “have” and “be”
//! a participle stands, and after a modal verb none.

use super::clause::{is_joined, is_negated, may_be_inner, next_word, past_adverb, prev_in_sentence};
use super::verbs;
use crate::lexicon::Traits;
use crate::list::list;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/participle",
    Wake::words(&[
        "have",
        "has",
        "had",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "could",
        "would",
        "should",
        "must",
        "might",
        "can",
        "will",
        "may",
        "cannot",
        "can't",
        "couldn't",
        "shouldn't",
        "won't",
        "wouldn't",
        "can’t",
        "couldn’t",
        "shouldn’t",
        "won’t",
        "wouldn’t",
        "i've",
        "we've",
        "you've",
        "they've",
        "i’ve",
        "we’ve",
        "you’ve",
        "they’ve",
    ])
    .before(&[], VERBS.union(Traits::ADVERB).union(Traits::DETERMINER)),
    run,
);

/// Whatever is done to one of these helpers' verbs, it is a form of a verb.
const VERBS: Traits = Traits::VERB.union(Traits::PAST).union(Traits::AUXILIARY);

/// The verb behind a helper, past an adverb or “both”.
fn verb_of(helper: At) -> Option<At> {
    let verb = past_adverb(helper)?;
    let more = verb.has(Traits::FUNCTION | Traits::ADVERB) && list!("both all never ever").has(verb.text());
    if more { next_word(verb) } else { Some(verb) }
}

fn run(helper: At, report: &mut Report) {
    let Some(verb) = verb_of(helper).filter(|verb| verb.has(VERBS)) else { return };
    // “IS was able to buy arms”; “his bride-to-be was late”.
    if helper.has(Traits::UPPER) || is_joined(helper) || is_joined(verb) {
        return;
    }
    let replacements = match &*helper.lower() {
        "have" | "has" | "had" => after_have(helper, verb),
        "is" | "are" | "was" | "were" | "be" | "been" | "being" => after_be(helper, verb),
        short if short.ends_with("'ve") || short.ends_with("’ve") => {
            past_behind(verb).unwrap_or_else(|| participle_for(verb))
        }
        _ => after_modal(helper, verb),
    };
    if replacements.is_empty() {
        return;
    }
    let finding = Finding::at(helper.span().cover(verb.span())).with("helper", helper.text());
    let finding = match helper.text() {
        "is" if verb.text() == "been" => finding.replace(helper.span(), "has"),
        "are" if verb.text() == "been" => finding.replace(helper.span(), "have"),
        "was" | "were" if verb.text() == "been" => finding.replace(helper.span(), "had"),
        _ => finding,
    };
    report.add(replacements.into_iter().fold(finding, |finding, new| finding.replace(verb.span(), new)));
}

/// “has increase its prices”, “have being ill”, “has be ill”
fn after_have(have: At, verb: At) -> Vec<String> {
    let subject = prev_in_sentence(have);
    // “did he have choose”: whatever is wrong there, it is not the participle.
    if subject.is_none_or(|s| s.has(Traits::DETERMINER) && !s.has(Traits::PRONOUN) || s.is(Kind::Comma)) {
        return Vec::new();
    }
    // “make the talks you have be useful”: what one has is the subject of the next verb.
    let gap = subject.is_some_and(|s| {
        s.has(Traits::PRONOUN)
            && prev_in_sentence(s).is_some_and(|b| {
                b.has(Traits::NOUN) && !b.has(Traits::CONJUNCTION) && !list!("months years weeks days").has(b.text())
            })
    });
    if gap {
        return Vec::new();
    }
    let after = next_word(verb);
    match verb.text() {
        "be" => return vec!["been".to_owned()],
        "being" if after.is_some_and(|next| next.has(Traits::PAST | Traits::ING) && !next.has(Traits::NOUN)) => {
            return vec!["been".to_owned()];
        }
        _ => {}
    }
    if let Some(participle) = past_behind(verb)
        && !ends_relative(have)
    {
        return participle;
    }
    // “Has never own a scale”, “had climb it before”: no noun stands there.
    let adverb = have.next().is_some_and(|next| list!("never ever").has(next.text()));
    let object = after.is_some_and(|it| {
        list!("it them him us me").has(it.text())
            && it.next().is_none_or(|next| !next.is(Kind::Word) || next.has(Traits::PREPOSITION | Traits::ADVERB))
    });
    let held = adverb && after.is_some() || object && !list!("hope faith").has(verb.text());
    if held && verb.has(Traits::VERB) && !verb.has(NOT_PLAIN) && verbs::past(verb.text()).is_none() {
        return verbs::participle_of(verb.text(), verb.reading.lexicon).into_iter().collect();
    }
    // “They had push the bus”, “I have score 22”
    let pronoun = subject.is_some_and(|s| list!("i we they he she you").has(s.text()));
    let counted = verb.next().is_some_and(|next| next.is(Kind::Number) && next.spaced());
    let moved = after.is_some_and(|the| list!("the a an his her their its our my it them him us me").has(the.text()));
    if pronoun && (counted || moved) && is_bare(verb) && !verb.has(Traits::MOSTLY_NOUN | Traits::MOSTLY_ADJECTIVE) {
        return verbs::participle_of(verb.text(), verb.reading.lexicon).into_iter().collect();
    }
    if have.text() == "had" && verb.has(Traits::NOUN) && !verbs::is_plain(verb) || may_be_inner(have) {
        return Vec::new();
    }
    participle_for(verb)
}

const NOT_PLAIN: Traits = Traits::PAST
    .union(Traits::ING)
    .union(Traits::THIRD_PERSON)
    .union(Traits::PLURAL)
    .union(Traits::AUXILIARY)
    .union(Traits::FUNCTION);

/// “Has broke two plates”, “have chose it”: the participle for a past tense that is no participle.
fn past_behind(verb: At) -> Option<Vec<String>> {
    let (.., participle) = verbs::past_only(verb.text())?;
    // “They have broke friends.”
    let shown = !verb.has(Traits::ADJECTIVE)
        || verb.next().is_none_or(|next| {
            !next.is(Kind::Word)
                || next.has(Traits::DETERMINER | Traits::NUMERAL | Traits::PREPOSITION | Traits::PRONOUN)
                || list!("out up down off away").has(next.text())
        });
    (shown && !list!("ate forgot wore tore did was showed").has(verb.text())).then(|| vec![(*participle).to_owned()])
}

/// “The money the firm had went to charity”, “all he has came from her”: “have” ends a clause about
/// what was named before.
fn ends_relative(have: At) -> bool {
    const FAR: usize = 4;
    let Some(mut at) = prev_in_sentence(have) else { return true };
    if list!("that which what").has(at.text()) {
        return true;
    }
    for _ in 0..FAR {
        let first = at.has(Traits::DETERMINER | Traits::PRONOUN) || at.traits().capitalised() || at.text() == "there";
        let Some(prev) = prev_in_sentence(at) else { return false };
        let determiner = prev.has(Traits::DETERMINER) && !list!("that which what all").has(prev.text());
        if first && !determiner {
            // “He said that those two boats were sank.”
            let verb = prev_in_sentence(prev).is_some_and(|b| b.has(Traits::VERB) && !b.has(Traits::NOUN));
            if prev.text() == "that" && verb {
                return false;
            }
            let noun = prev.has(Traits::NOUN | Traits::PRONOUN | Traits::ADJECTIVE)
                && !prev.has(Traits::CONJUNCTION | Traits::PREPOSITION)
                && (!prev.has(Traits::VERB) || prev_in_sentence(prev).is_some_and(|the| the.has(Traits::DETERMINER)));
            let named =
                prev.is(Kind::Word) && (noun || list!("what all everything whatever that which").has(prev.text()));
            return named;
        }
        if !prev.is(Kind::Word) || prev.has(Traits::CONJUNCTION | Traits::PREPOSITION | Traits::VERB) {
            return false;
        }
        at = prev;
    }
    true
}

/// The participle that belongs behind “have” in the place of a plain form that is no noun there.
fn participle_for(verb: At) -> Vec<String> {
    let object = next_word(verb).is_some_and(|next| next.has(Traits::DETERMINER) && !next.has(Traits::CONJUNCTION));
    // “They have install discs.”
    let before_noun = verb.has(Traits::NOUN) && next_word(verb).is_some_and(|next| next.has(Traits::PLURAL));
    let sure = verbs::is_plain(verb) && !before_noun || !verb.has(Traits::NOUN | Traits::ADJECTIVE);
    let likely = object && !verb.has(Traits::ADJECTIVE);
    if !is_bare(verb) || !(sure || likely) {
        return Vec::new();
    }
    verbs::participle_of(verb.text(), verb.reading.lexicon).into_iter().collect()
}

/// “was took”, “was build in 1890”, “is been”
fn after_be(be: At, verb: At) -> Vec<String> {
    let finite = || matches!(&*be.lower(), "is" | "are" | "was" | "were");
    if verb.text() == "been" && finite() {
        return vec!["being".to_owned()];
    }
    // “It was was good” says one word twice.
    if prev_in_sentence(be).is_none() || verb.has(Traits::AUXILIARY) {
        return Vec::new();
    }
    if let Some((_, _, participle)) =
        Some(verb).filter(|v| v.has(Traits::MOSTLY_VERB)).and_then(|v| verbs::past_only(v.text()))
    {
        return if finite() && ends_relative(be) && !is_relative(be) {
            Vec::new()
        } else {
            vec![(*participle).to_owned()]
        };
    }
    // “Should be create”, “are widely know”: no plain form stands there.
    let adverb = verb.index > be.index + 1
        && be.next().is_some_and(|adverb| {
            adverb.text().ends_with("ly") && !list!("simply really merely only").has(adverb.text())
        });
    let before_it = prev_in_sentence(be);
    let passive = || {
        if finite() {
            adverb && !earlier_do(be)
        } else {
            before_it.is_none_or(|b| !list!("that need needs let lets").has(b.text()))
        }
    };
    let plain = verbs::is_plain(verb) && !verbs::is_own_past(verb.text());
    if plain && !list!("loathe suppose").has(verb.text()) && passive() {
        return verbs::participle_of(verb.text(), verb.reading.lexicon).into_iter().collect();
    }
    let by = next_word(verb).is_some_and(|next| {
        matches!(next.text(), "by" | "in" | "on" | "to" | "at" | "as" | "for" | "with" | "from" | "into" | "of")
    });
    let fixed = next_word(verb).is_some_and(|next| {
        matches!(
            (verb.text(), next.text()),
            ("charge", "with")
                | ("arrest", "by" | "on" | "for" | "in")
                | ("release", "from")
                | ("attack" | "launch", "by")
                | ("name", "after")
        )
    });
    let noun = verb.has(Traits::NOUN)
        && !fixed
        && !matches!(verb.text(), "build" | "send" | "spend" | "lend" | "catch" | "hold" | "award");
    // “loathe” for “loath” is another slip, and “is suppose to” has a rule of its own.
    if !(by || fixed)
        || matches!(verb.text(), "loathe" | "suppose")
        || !is_bare(verb)
        || noun
        || verb.has(Traits::ADJECTIVE)
        || may_be_inner(be) && !is_relative(be)
    {
        return Vec::new();
    }
    verbs::participle_of(verb.text(), verb.reading.lexicon).into_iter().collect()
}

/// “All he did was simply write”: what somebody does is an infinitive.
fn earlier_do(be: At) -> bool {
    const FAR: usize = 40;
    let mut at = be;
    for _ in 0..FAR {
        match prev_in_sentence(at) {
            Some(prev) => at = prev,
            None => return false,
        }
        if list!("what all do does did done thing things everything goal aim purpose job task").has(at.text()) {
            return true;
        }
    }
    true
}

/// “The data that was send”: the word that opens the clause is its subject, and the verb is behind it.
fn is_relative(be: At) -> bool {
    prev_in_sentence(be).is_some_and(|that| matches!(that.text(), "that" | "which" | "who"))
}

/// “could gone”, “should been”, “must submitted by Friday”
fn after_modal(modal: At, verb: At) -> Vec<String> {
    let text = verb.text();
    if verb.has(Traits::NOUN) {
        return Vec::new();
    }
    if is_passive(verb) && may_have_verb(modal) {
        return vec![format!("be {text}")];
    }
    if verbs::participle_only(text).is_none() {
        return Vec::new();
    }
    let subject = prev_in_sentence(modal);
    let pronoun = subject
        .is_some_and(|s| matches!(&*s.lower(), "it" | "he" | "she" | "they" | "we" | "i" | "you" | "this" | "that"));
    let thing = matches!(modal.text(), "can" | "will" | "Can" | "Will" | "must" | "might") && !pronoun;
    let noun = subject.is_none_or(|s| s.has(Traits::DETERMINER) && !s.has(Traits::PRONOUN) || !s.is(Kind::Word));
    if thing || noun || may_be_inner(modal) {
        return Vec::new();
    }
    if text == "been" {
        vec!["have been".to_owned(), "be".to_owned()]
    } else {
        vec![format!("have {text}"), format!("be {text}")]
    }
}

/// Whether the word is a participle and no plain form, and what follows shows that something is done to
/// its subject: “submitted by”, “filled out”.
pub fn is_passive(verb: At) -> bool {
    let participle = verb.has(Traits::PAST)
        && (verb.text().ends_with("ed") && !verbs::is_plain_too(verb.text())
            || verbs::past(verb.text()).is_some_and(|(plain, past, participle)| {
                past == participle && plain != past && !verbs::is_plain_too(past)
            }));
    participle
        && next_word(verb).is_some_and(|next| {
            list!("by in from into with within via using through out up onto on as").has(next.text())
        })
}

/// Whether the modal verb is one and has its verb behind it: “the form should”, but not “a beer can”,
/// “his will”, “those who could”.
pub fn may_have_verb(modal: At) -> bool {
    let Some(subject) = prev_in_sentence(modal).filter(|_| modal.has(Traits::LOWER)) else { return false };
    if matches!(subject.kind(), Kind::Opaque | Kind::Number) {
        return true;
    }
    let pronoun = list!("it they we you he she this these those i").has(subject.text());
    if pronoun {
        // “all they could asked for it”
        return prev_in_sentence(subject).is_none_or(|before| {
            !before.is(Kind::Word)
                || before.has(Traits::CONJUNCTION) && !list!("as than that").has(before.text())
                || before.has(Traits::VERB) && !before.has(Traits::NOUN | Traits::ADJECTIVE)
        });
    }
    if !subject.has(Traits::NOUN | Traits::TITLE)
        || subject.has(Traits::PRONOUN | Traits::CONJUNCTION | Traits::POSSESSIVE)
    {
        return false;
    }
    let before = || prev_in_sentence(subject);
    is_negated(modal)
        || match modal.text() {
            "could" | "should" | "would" => true,
            _ if subject.has(Traits::PLURAL) => true,
            "can" => {
                before().is_some_and(|before| before.has(Traits::NOUN | Traits::ADJECTIVE | Traits::DETERMINER))
                    && !list!("beer tin tea paint soda trash garbage petrol gas oil soup spray watering drinks coke milk rubbish steel metal empty old cola jerry the a an")
                        .has(subject.text())
            }
            "must" | "may" => before().is_some_and(|before| before.has(Traits::DETERMINER)),
            "will" => before().is_some_and(|before| before.has(Traits::DETERMINER)) && !subject.has(Traits::ADJECTIVE),
            _ => false,
        }
}

/// Whether the word is the plain form of a verb and no helper, joining word or adverb.
fn is_bare(verb: At) -> bool {
    let other =
        Traits::PAST | Traits::ING | Traits::THIRD_PERSON | Traits::PLURAL | Traits::AUXILIARY | Traits::FUNCTION;
    verb.has(Traits::VERB) && !verb.has(other | Traits::ADVERB | Traits::PREPOSITION | Traits::MISSPELLED)
}
