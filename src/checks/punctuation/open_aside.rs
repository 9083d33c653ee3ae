//! “The coroner, Dr Haq said that”, “his father, a glazier hoped”: an aside behind the subject that a
//! comma opens and none closes.

use crate::diagnostic::Edit;
use crate::lexicon::Traits;
use crate::list::{List, list};
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check = Check::token(
    "punctuation/open-aside",
    Wake::flags(TokenFlags::SENTENCE).before(&[], Traits::NOUN.union(Traits::ADJECTIVE)),
    run,
);

/// Who can be named or described by an aside.
const PEOPLE: &List = list!(
    "coach trainer coroner director manager minister president mayor chief judge author owner captain conductor doctor \
     leader editor secretary chairman chairwoman chair founder wife husband father mother brother sister son daughter \
     friend spokesman spokeswoman spokesperson lawyer teacher headteacher principal professor researcher curator producer \
     driver pilot inspector officer sergeant sheriff governor senator ambassador commissioner treasurer partner assistant \
     colleague neighbour neighbor landlord tenant keeper goalkeeper striker player singer drummer composer painter writer \
     poet actor actress farmer baker chef cook waiter surgeon nurse physicist chemist historian archaeologist engineer \
     architect president speaker deputy predecessor successor uncle aunt nephew niece cousin grandfather grandmother host"
);

/// Sums of time, which are no subject: “the next day, a storm broke”.
const TIMES: &List = list!(
    "day days week weeks month months year years morning night evening afternoon time times season moment weekend summer \
     winter spring autumn hour minute decade century instant past future end beginning meantime contrast way"
);

const SAYS: &List = list!("said says say added adds wrote told asked explained replied");

fn run(first: At, report: &mut Report) {
    if !list!("the a his her its their our my").has(first.text()) {
        return;
    }
    let Some((head, comma)) = subject(first) else { return };
    let Some(opener) =
        comma.next().filter(|opener| matches!(opener.kind(), Kind::Word | Kind::Abbreviation) && opener.spaced())
    else {
        return;
    };
    let person = PEOPLE.has(head.text());
    let verb = if list!("a an").has(opener.text()) || person && is_name(opener) || is_participle(opener) {
        verb_behind(opener, person)
    } else {
        None
    };
    let Some(verb) = verb else { return };
    let before = Span::at(verb.prev().map_or(verb.span().start, |prev| prev.span().end) as usize);
    report.add(Finding::at(comma.span().cover(verb.span())).fix([Edit::new(before, ",")]));
}

/// The noun of the phrase that starts the sentence, and the comma behind the phrase.
fn subject(first: At) -> Option<(At, At)> {
    const LONGEST: usize = 6;
    let mut head = None;
    let mut at = first;
    for _ in 0..LONGEST {
        let next = at.next()?;
        if next.is(Kind::Comma) {
            let noun =
                at.has(Traits::NOUN) && !at.has(Traits::MOSTLY_VERB | Traits::MOSTLY_ADJECTIVE | Traits::FUNCTION);
            let head = head.unwrap_or(at);
            return (noun && !TIMES.has(at.text()) && !TIMES.has(head.text())).then_some((head, next));
        }
        if !next.is(Kind::Word) || next.has(Traits::AUXILIARY | Traits::PRONOUN | Traits::CONJUNCTION) {
            return None;
        }
        if next.has(Traits::PREPOSITION) {
            if !list!("of for at from").has(next.text()) {
                return None;
            }
            head = head.or(Some(at));
        }
        at = next;
    }
    None
}

fn is_name(at: At) -> bool {
    at.traits().capitalised() && !at.has(Traits::FUNCTION | Traits::CALENDAR)
}

/// “Sold under the name”, “known as”
fn is_participle(at: At) -> bool {
    list!("sold known called named born based built made led founded written owned used found").has(at.text())
}

/// The verb of the sentence behind an aside that nothing closes.
fn verb_behind(opener: At, person: bool) -> Option<At> {
    const LONGEST: usize = 40;
    let mut verb = None;
    let mut at = opener;
    for _ in 0..LONGEST {
        let next = at.next()?;
        match next.kind() {
            Kind::Stop => {
                let verb: At = verb?;
                let told = SAYS.has(verb.text()) && (!person || verb.next().is_none_or(|v| v.is(Kind::Stop)));
                return (!told).then_some(verb);
            }
            Kind::Word | Kind::Number | Kind::Abbreviation => {}
            _ => return None,
        }
        if verb.is_none() {
            // Verbs behind these are of the aside or of a list.
            if list!("and or but who which that whose where when as because if while").has(next.text()) {
                return None;
            }
            let participle = is_participle(next) || list!("aged from described dressed armed").has(next.text());
            let finite = next.has(Traits::AUXILIARY) && !list!("be been being having").has(next.text())
                || next.has(Traits::MOSTLY_VERB)
                    && next.has(Traits::PAST | Traits::THIRD_PERSON)
                    && !next.next().is_some_and(|by| list!("by as in on").has(by.text()) && next.has(Traits::PAST))
                || next.has(Traits::THIRD_PERSON)
                    && is_name(at)
                    && next.next().is_some_and(|to| list!("to that the a an his her their").has(to.text()));
            if finite && !participle && at.index > opener.index {
                verb = Some(next);
            }
            // One name and its verb: “The coach, Lartey tells”
            if finite && !participle && at.index == opener.index && is_name(opener) {
                verb = Some(next);
            }
        }
        at = next;
    }
    None
}
