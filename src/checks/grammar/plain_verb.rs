//! “It can helps”, “he doesn’t worked”, “does she knows”: after a modal verb and after a form of
//! “do” the plain form stands.

use super::clause::{asks_first, is_joined, is_negated, may_be_inner, next_word, past_adverb, prev_in_sentence};
use super::participle::{is_passive, may_have_verb};
use super::verbs;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::Kind;

pub const CHECK: Check = Check::token(
    "grammar/plain-verb",
    Wake::words(MODALS).before(
        &[],
        Traits::PRONOUN.union(Traits::ADVERB).union(Traits::THIRD_PERSON).union(Traits::PAST).union(Traits::ING),
    ),
    run,
);

/// What a plain form follows.
const MODALS: &[&str] = &[
    "can",
    "cannot",
    "could",
    "do",
    "does",
    "did",
    "may",
    "might",
    "must",
    "to",
    "shall",
    "should",
    "will",
    "would",
    "can't",
    "couldn't",
    "didn't",
    "doesn't",
    "don't",
    "mustn't",
    "shouldn't",
    "won't",
    "wouldn't",
    "can’t",
    "couldn’t",
    "didn’t",
    "doesn’t",
    "don’t",
    "mustn’t",
    "shouldn’t",
    "won’t",
    "wouldn’t",
];

fn run(modal: At, report: &mut Report) {
    if modal.word_is("to") {
        return infinitive(modal, report);
    }
    let Some(next) = next_word(modal) else { return };
    if let Some(verb) = past_adverb(modal).filter(|verb| verb.has(Traits::ING)) {
        return doing(modal, verb, report);
    }
    let verb = if next.has(Traits::PRONOUN) { asked(modal, next) } else { told(modal) };
    let Some(verb) = verb.filter(|verb| !is_joined(*verb)) else { return };
    let Some(plain) = verbs::plain_of(verb.text(), verb.traits(), verb.reading.lexicon) else { return };
    let finding = Finding::at(modal.span().cover(verb.span()));
    report.add(finding.with("modal", modal.text()).replace(verb.span(), plain));
}

/// “You can making bread”, “they will not going”: it is the plain form, or lacks its “be”.
fn doing(modal: At, verb: At, report: &mut Report) {
    let sure = !verb.has(Traits::NOUN | Traits::ADJECTIVE | Traits::PREPOSITION)
        || list!("making taking getting giving going doing having seeing using").has(verb.text());
    let helper = !list!("to do does did don't don’t doesn't doesn’t didn't didn’t").has(modal.text());
    if !helper || !sure || is_joined(verb) || !may_have_verb(modal) || asks_first(modal) {
        return;
    }
    let Some(plain) = verbs::plain_of_ing(verb.text(), verb.reading.lexicon) else { return };
    let finding = Finding::at(modal.span().cover(verb.span())).with("modal", modal.text());
    report.add(finding.replace(verb.span(), plain).replace(verb.span(), format!("be {}", verb.text())));
}

/// “Able to makes”, “easier to built”, “to significantly improves”; and “able to accessed by”.
fn infinitive(to: At, report: &mut Report) {
    // What an infinitive follows, and hardly ever a noun.
    const LEADS: &List = list!(
        "able unable want wants wanted decide decides decided try tries tried trying promised began manage manages managed hope hopes hoped hoping refuse refuses refused ought fail fails failed agree agrees agreed continue continues continued tend tends tended planned plans how likely unlikely easy easier hard harder difficult possible impossible necessary ready willing eager keen free happy better supposed required allowed order"
    );
    let Some(verb) =
        past_adverb(to).filter(|verb| (may_be_inflected(*verb) || verb.has(Traits::ING)) && !is_joined(*verb))
    else {
        return;
    };
    let Some(before) = prev_in_sentence(to).filter(|before| before.is(Kind::Word) && !is_joined(to)) else { return };
    // “Starts to working”
    if verb.has(Traits::ING) && !verb.has(Traits::NOUN | Traits::ADJECTIVE | Traits::PREPOSITION)
        || list!("working making taking getting giving going doing having seeing using writing running playing")
            .has(verb.text())
    {
        let begins = list!("start starts started want wants wanted able unable try tries tried decide decided hope hopes hoped manage managed order begin begins began fail failed refuse refused").has(before.text());
        if begins
            && !is_joined(before)
            && let Some(plain) = verbs::plain_of_ing(verb.text(), verb.reading.lexicon)
        {
            report.add(Finding::at(to.span().cover(verb.span())).with("modal", to.text()).replace(verb.span(), plain));
        }
        return;
    }
    // The same, but a noun as well: what may be another noun behind it is left alone.
    const NOUNS_TOO: &List = list!("need needs needed going promise promises begin begins plan hope help helps helped");
    let adverb = verb.index > to.index + 1 && verb.prev().is_some_and(|adverb| adverb.text().ends_with("ly"));
    let third = verb.has(Traits::THIRD_PERSON) && !verb.has(Traits::NOUN | Traits::PAST);
    let often = list!("makes takes gets gives goes has provides helps keeps becomes closes opens buys sells wins sees leaves changes finds").has(verb.text());
    let past = verb.has(Traits::PAST)
        && (!verb.has(Traits::NOUN) || list!("bought came sold won").has(verb.text()))
        && !verbs::is_plain_too(verb.text());
    let clearly_past = past && !verb.has(Traits::ADJECTIVE);
    let leads = LEADS.has(before.text()) && (third || often || past)
        || NOUNS_TOO.has(before.text()) && (third || often || clearly_past);
    // “The deal they agreed to makes sense.”
    if !(leads && !is_elliptic(before) || adverb && third) {
        return;
    }
    let Some(plain) = verbs::plain_of(verb.text(), verb.traits(), verb.reading.lexicon) else { return };
    let finding = Finding::at(to.span().cover(verb.span())).with("modal", to.text());
    let done = past && !has_object(verb) && (is_passive(verb) || verb.next().is_none_or(|next| !next.is(Kind::Word)));
    report.add(if done {
        finding.replace(verb.span(), format!("be {}", verb.text()))
    } else {
        finding.replace(verb.span(), plain)
    });
}

/// The inflected verb of a question: “does it works”, “why did they went”.
fn asked<'r>(helper: At<'r>, subject: At<'r>) -> Option<At<'r>> {
    const HELPERS: &[&str] =
        &["does", "did", "do", "doesn't", "didn't", "don't", "can", "could", "will", "would", "should"];
    const QUESTIONS: &[&str] = &["how", "why", "when", "where"];
    let verb = next_word(subject).filter(|verb| may_be_inflected(*verb))?;
    if !is_subject(subject) || !HELPERS.iter().any(|word| same(helper.text(), word)) {
        return None;
    }
    let opens = prev_in_sentence(helper).is_none_or(|prev| QUESTIONS.iter().any(|word| prev.word_is(word)));
    if !is_inflected(verb, true) {
        return None;
    }
    let another = next_word(verb).is_some_and(|next| next.has(Traits::AUXILIARY));
    (opens && !another && (!verb.has(Traits::PLURAL) || !subject.word_is("you"))).then_some(verb)
}

/// The inflected verb of a statement: “it can helps”, “the car does not works”.
fn told(modal: At) -> Option<At> {
    // Most verbs behind a helper are plain: that is asked first.
    let verb = past_adverb(modal).filter(|verb| may_be_inflected(*verb))?;
    // “Brian May has”, “meetings Will attends”
    if !modal.has(Traits::LOWER) {
        return None;
    }
    let negated = is_negated(modal) || modal.next().is_some_and(|next| next.word_is("not"));
    let had = verb.text() == "had" && prev_in_sentence(modal).is_some_and(is_subject);
    if !is_inflected(verb, negated || had) || matches!(modal.text(), "do" | "does" | "did") && !negated {
        return None;
    }
    // “The form should filled out”: there the helper is missing.
    if !list!("do does did don't don’t doesn't doesn’t didn't didn’t").has(modal.text()) && is_passive(verb) {
        return None;
    }
    // “…and do not always feels”: whoever it is, a verb for one is wrong there.
    let sure = negated && list!("do does did don't don’t doesn't doesn’t didn't didn’t").has(modal.text());
    if sure && verb.has(Traits::THIRD_PERSON) && verb.has(Traits::MOSTLY_VERB) && !is_elliptic(modal) {
        return Some(verb);
    }
    let subject = prev_in_sentence(modal)?;
    let another_verb =
        verb.next().is_some_and(|next| next.has(Traits::AUXILIARY | Traits::THIRD_PERSON) && !next.has(Traits::NOUN));
    if another_verb || is_elliptic(modal) {
        return None;
    }
    if is_subject(subject) {
        return (!subject.prev().is_some_and(|p| p.has(Traits::AUXILIARY) && !subject.starts_sentence()))
            .then_some(verb);
    }
    // “the beer can holds a pint”, “the law will helps”: nouns, too.
    // But “the council will begins”: nobody makes a council’s will.
    let testament = || {
        subject.has(Traits::ADJECTIVE | Traits::POSSESSIVE) || subject.prev().is_none_or(|p| !p.has(Traits::DETERMINER))
    };
    let noun = match modal.text() {
        "will" => !negated && !subject.has(Traits::PLURAL) && testament(),
        "can" | "may" | "might" | "must" | "do" | "does" | "did" => !negated && !subject.has(Traits::PLURAL),
        _ => false,
    };
    let named = subject.is(Kind::Opaque)
        || subject.has(Traits::NOUN | Traits::TITLE) && !subject.has(Traits::PRONOUN | Traits::CONJUNCTION);
    let participle = verb.has(Traits::ADJECTIVE) && !verb.has(Traits::THIRD_PERSON);
    // “The board do not listens”: nobody ends a clause with that.
    let sure = negated && matches!(modal.text(), "do" | "does" | "did") && verb.has(Traits::THIRD_PERSON);
    (named && !noun && !participle && (sure || !may_be_inner(modal))).then_some(verb)
}

/// Whether the verb has an ending or is a past tense. Past tenses may be participles, which stand
/// after nouns; after “not” none can.
fn is_inflected(verb: At, negated: bool) -> bool {
    may_be_inflected(verb)
        && (verb.has(Traits::THIRD_PERSON)
            || negated
            || verbs::past_only(verb.text()).is_some()
            || verb.text().ends_with("ed") && has_object(verb))
        && !(verb.has(Traits::PAST) && verbs::is_plain_too(verb.text()))
}

/// “Would assumed the worst”
fn has_object(verb: At) -> bool {
    next_word(verb)
        .is_some_and(|next| list!("the a an this these his her its their your our my it them him us").has(next.text()))
}

fn may_be_inflected(verb: At) -> bool {
    verb.has(Traits::THIRD_PERSON | Traits::PAST)
        && (!verb.has(Traits::AUXILIARY) || matches!(verb.text(), "has" | "had"))
}

/// “the work they can makes them proud”, “all that it could was lost”: the modal verb ends a clause.
fn is_elliptic(modal: At) -> bool {
    let subject = modal.prev();
    let before = subject.filter(|s| !s.starts_sentence()).and_then(At::prev);
    before.is_some_and(|b| {
        b.has(Traits::NOUN | Traits::PRONOUN | Traits::ADJECTIVE)
            && !b.has(Traits::CONJUNCTION | Traits::DETERMINER)
            && is_subject(subject.unwrap_or(b))
            && !matches!(
                b.text(),
                "said" | "says" | "say" | "thinks" | "think" | "hopes" | "hope" | "knows" | "know" | "fears"
            )
            || matches!(b.text(), "what" | "all" | "as" | "than" | "best" | "What" | "All")
    })
}

/// Whether the forms are the same but for the shape of an apostrophe and a capital.
fn same(text: &str, plain: &str) -> bool {
    text.eq_ignore_ascii_case(plain) || text.contains('’') && text.replace('’', "'").eq_ignore_ascii_case(plain)
}

/// A pronoun that is the subject of the verb behind it, and nothing else.
fn is_subject(at: At) -> bool {
    matches!(&*at.lower(), "it" | "he" | "she" | "they" | "we" | "i" | "you" | "this")
}
