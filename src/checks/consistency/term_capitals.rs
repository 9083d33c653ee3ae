//! A name that is made of common words, with all its capitals here and with none there: “the Supreme
//! Court”, “the supreme court”.
//!
//! The names that the article has more than once are asked first; what they would be in lower case
//! stands in hardly any article, and only then are the places of its first word looked at. A name
//! with only some of its capitals is `consistency/capitals`’s, a title `consistency/title-capitals`’s.

use rustc_hash::FxHashMap;

use super::odd::times;
use super::title_capitals::is_office;
use crate::diagnostic::Level;
use crate::evidence::names::Name;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, EntryId, Kind, Span};

pub const CHECK: Check = Check::article("consistency/term-capitals", run);

/// A longer name is a sentence.
const LONGEST: usize = 4;
/// So often a name with an article stands for the lack of its capitals to be a slip.
const OFTEN: usize = 3;

/// A name and its words in lower case.
struct Term {
    name: Name,
    lower: Vec<EntryId>,
    /// Whether “the” stands before it.
    the: bool,
    /// Whether its last word is a name by itself: “the Treaty of Malden”.
    proper: bool,
}

fn run(reading: &Reading, report: &mut Report) {
    let the = ["the", "The"].map(|the| reading.find(the));
    let mut terms: Vec<Term> = reading
        .names()
        .names()
        .iter()
        .filter(|name| may_be_term(reading, name, the))
        .filter_map(|name| term(reading, name))
        .collect();
    if terms.is_empty() {
        return;
    }
    count_possessives(reading, &mut terms);
    let mut by_words: FxHashMap<&[EntryId], Vec<usize>> = FxHashMap::default();
    for (number, term) in terms.iter().enumerate() {
        by_words.entry(&term.lower).or_default().push(number);
    }
    let forms = reading.set(by_words.keys().map(|words| words[0]));
    let mut places: Vec<Vec<Span>> = vec![Vec::new(); terms.len()];
    let mut words = Vec::with_capacity(LONGEST);
    for first in reading.places(&forms).map(|index| reading.at(index)) {
        words.clear();
        let phrase = std::iter::successors(Some(first), |at| at.next().filter(|next| next.spaced()));
        for last in phrase.take(LONGEST) {
            words.push(last.token().entry());
            for &number in by_words.get(&*words).into_iter().flatten() {
                places[number].extend(place(first, last, &terms[number]));
            }
        }
    }
    for (term, places) in terms.iter().zip(&places) {
        let count = term.name.count as usize;
        // One of each is a clash only where readers see both; “the state of New Zealand” is not always that
        // of its State.
        let clash = count + places.len() > 2 && (!term.proper || count > 1) || reading.is_one_screen() && !term.proper;
        if !places.is_empty() && clash {
            report.add(finding(reading, term, places));
        }
    }
}

/// Whether the name stands often enough for its words to be looked up: once is enough behind “the”, which one
/// word needs in any case.
fn may_be_term(reading: &Reading, name: &Name, the: [Option<EntryId>; 2]) -> bool {
    let tokens = reading.names().first(name).tokens();
    let single = tokens.len() == 1;
    let led = || tokens.start > 0 && the.contains(&Some(reading.tokens[tokens.start - 1].entry()));
    name.count > u32::from(single) && tokens.len() <= LONGEST && (!single && name.count > 1 || led())
}

/// Counts “the Harbour Trust’s engineer” as a place of the Harbour Trust.
fn count_possessives(reading: &Reading, terms: &mut [Term]) {
    let tokens = |name: &Name| &reading.tokens[reading.names().first(name).tokens()];
    // By the possessive of a last word: the terms that have it.
    let mut owners: FxHashMap<EntryId, Vec<usize>> = FxHashMap::default();
    for (number, term) in terms.iter().enumerate() {
        let last = tokens(&term.name).last().map_or("", |last| reading.text(last));
        for owner in ["’s", "'s"].iter().filter_map(|ending| reading.find(&format!("{last}{ending}"))) {
            owners.entry(owner).or_default().push(number);
        }
    }
    if owners.is_empty() {
        return;
    }
    for name in reading.names().names() {
        let Some((last, front)) = tokens(name).split_last() else { continue };
        for &number in owners.get(&last.entry()).into_iter().flatten() {
            let own = tokens(&terms[number].name);
            let same = own.len() == front.len() + 1 && own.iter().zip(front).all(|(a, b)| a.entry() == b.entry());
            terms[number].name.count += if same { name.count } else { 0 };
        }
    }
}

/// A name of common words that all stand in lower case as well.
fn term(reading: &Reading, name: &Name) -> Option<Term> {
    let place = reading.names().first(name);
    let single = place.tokens().len() == 1;
    let tokens = &reading.tokens[place.tokens()];
    let first = reading.block(place.block as usize).at(place.tokens().start);
    let before = first.prev();
    // “a new Collective Agreement” is “the Collective Agreement” from then on.
    let the = before.is_some_and(|the| match single {
        true => the.word_is("the"),
        false => the.has(Traits::DETERMINER | Traits::ADJECTIVE),
    });
    // “Grace Hill” is a person; “the Rose Garden” is none, nor the District Council, though some are called so.
    let common = |number: usize| {
        let traits = reading.traits(&tokens[number]);
        let name = Traits::CALENDAR | Traits::UPPER | Traits::FUNCTION;
        let given = number == 0 && (traits.any(Traits::DEMONYM) || !the && traits.any(Traits::GIVEN_NAME));
        traits.any(Traits::COMMON) && traits.any(Traits::TITLE) && !traits.any(name) && !given
    };
    // “the Board of Directors”
    let of = |number: usize| (1..tokens.len() - 1).contains(&number) && reading.text(&tokens[number]) == "of";
    let last = tokens.len() - 1;
    // “the Treaty of Malden”, “the River Wye”
    let led = last > 1 && of(last - 1) || last == 1 && is_of_land(&reading.text(&tokens[0]).to_lowercase());
    let proper = led && tokens[last].is_capitalised() && !common(last);
    let fits = |number: usize| common(number) || of(number) || proper && number == last;
    if !(0..tokens.len()).all(|number| tokens[number].kind == Kind::Word && fits(number)) {
        return None;
    }
    let lower = |number: usize| match tokens[number].is_capitalised() && !(proper && number == last) {
        true => in_lower_case(reading, tokens[number].entry()),
        false => Some(tokens[number].entry()),
    };
    let lower = (0..tokens.len()).map(lower).collect::<Option<Vec<EntryId>>>()?;
    // “the Bible”; “the Swedish” are people.
    let noun = first.has(Traits::NOUN) && !first.has(Traits::ADJECTIVE | Traits::VERB | Traits::GIVEN_NAME);
    if single && !(the && noun) {
        return None;
    }
    // “the Convention on Human Rights”
    let part = before.filter(|on| on.has(Traits::PREPOSITION)).and_then(At::prev);
    if part.is_some_and(|part| part.token().is_capitalised()) {
        return None;
    }
    // A treaty has no holder, unlike an office.
    let body = lower.first().is_some_and(|word| is_body(reading.form(*word)));
    ((body || !is_office(&first)) && !first.quoted()).then_some(Term { name: *name, lower, the, proper })
}

/// The term in lower case that starts and ends here, in the way in which the name stands.
fn place(first: At, last: At, term: &Term) -> Option<Span> {
    let copy = matches!(first.block().kind(), BlockKind::Paragraph | BlockKind::Turn | BlockKind::Item);
    let before = first.prev().filter(|_| copy && !first.quoted() && !first.block().is_furniture())?;
    let alike = match term.the {
        // “On the map it is the green line between the others.”
        true => before.word_is("the") && !before.prev().is_some_and(|is| is.has(Traits::AUXILIARY)),
        // “an artificial intelligence”, “their open data”
        false => {
            let lends = Traits::DETERMINER | Traits::ADJECTIVE | Traits::POSSESSIVE;
            let noun = before.has(Traits::NOUN) && !before.has(Traits::VERB);
            before.word_is("that") || !before.has(lends) && !noun
        }
    };
    // “the supreme court judges”, “the supreme court of Kansas”, “data hub-like”
    let goes_on = last.next().is_some_and(|next| {
        let noun = next.has(Traits::NOUN) && !next.has(Traits::VERB | Traits::FUNCTION | Traits::PREPOSITION);
        noun && next.has(Traits::LOWER) || next.word_is("of") || next.is(Kind::Hyphen) || next.token().is_capitalised()
    });
    (alike && !goes_on).then(|| first.span().cover(last.span()))
}

/// Words that stand before the name of what they are.
fn is_of_land(word: &str) -> bool {
    matches!(word, "cape" | "hotel" | "lake" | "loch" | "mount" | "port" | "river")
}

pub fn is_body(word: &str) -> bool {
    matches!(
        word,
        "assembly" | "charter" | "commission" | "committee" | "constitution" | "council" | "parliament" | "treaty"
    )
}

/// The form without capitals of a word of the article, if it has that.
fn in_lower_case(reading: &Reading, form: EntryId) -> Option<EntryId> {
    let mut twins = reading.vocabulary().forms(reading.roots().of_entry(form).form);
    twins.find(|twin| reading.entries[twin.0 as usize].traits.any(Traits::LOWER))
}

fn finding(reading: &Reading, term: &Term, places: &[Span]) -> Finding {
    let tokens = reading.names().first(&term.name).tokens();
    let name = reading.tokens[tokens.start].span().cover(reading.tokens[tokens.end - 1].span());
    let (small, capitals) = (places.len(), term.name.count as usize);
    let raised = capitals < small;
    let (one, other, count) = if raised { (name, places[0], small) } else { (places[0], name, capitals) };
    let text = |span: Span| reading.article.prose[span].split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("“{}” here, “{}” {}. Please choose one form.", text(one), text(other), times(count));
    let finding = Finding::at(one).say(message);
    let several = small + capitals > 2;
    let slip =
        term.the && several && term.lower.len() > 1 && (reading.is_one_screen() || capitals >= OFTEN.max(2 * small));
    let finding = if slip { finding.level(Level::Warning) } else { finding };
    let (note, rest) = if raised { ("without capitals here", places) } else { ("here too", &places[1..]) };
    let finding = if raised { finding } else { finding.related(name, "with capitals here") };
    rest.iter().take(10).fold(finding, |f, place| f.related(*place, note))
}
