//! Names of several words that have only some of their capitals, where the article has them all
//! elsewhere: “attorney general’s Office” beside “Attorney General’s Office”.

use rustc_hash::FxHashMap;

use crate::diagnostic::{Applicability, Edit};
use crate::lexicon::{Traits, capitalised};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind, Span};

pub const CHECK: Check = Check::article("consistency/capitals", run);

/// Two words of names that both have their capitals, and where.
#[derive(Clone, Copy)]
struct Pair {
    count: u32,
    /// The tokens of the first place.
    first: (usize, usize),
    /// Where the name starts of which it is a part.
    name: usize,
    /// Whether a name ends with the second word.
    ends: bool,
}

/// A name with only some of its capitals.
struct Slip {
    span: Span,
    edits: Vec<Edit>,
    pair: Pair,
}

type Pairs = FxHashMap<(EntryId, EntryId), Pair>;

fn run(reading: &Reading, report: &mut Report) {
    let pairs = pairs(reading);
    if pairs.is_empty() {
        return;
    }
    let alone = alone(reading);
    let starts = starts(reading);
    let mut slips: Vec<Slip> = Vec::new();
    let mut done = 0;
    for place in reading.names().places().iter().filter(|p| p.tells) {
        let tokens = place.tokens();
        let block = reading.block(place.block as usize);
        let (first, last) = (block.at(tokens.start), block.at(tokens.end - 1));
        let sure = is_own_name(first.traits());
        let bare = place.at_start && tokens.len() == 1 && !sure;
        if !bare {
            let own = reading.at(tokens.start + usize::from(place.at_start && tokens.len() > 1 && !sure));
            slips.extend(missing_after(reading, &pairs, &alone, own, last));
        }
        if !place.at_start
            && tokens.start >= done
            && let Some(slip) = missing_before(reading, &pairs, &starts, first)
        {
            slips.push(slip);
            done = tokens.end;
        }
    }
    // One name, one finding.
    slips.sort_by_key(|slip| (slip.pair.first, slip.span));
    for same in slips.chunk_by(|a, b| a.pair.first == b.pair.first) {
        report.add(finding(reading, same));
    }
}

/// The pairs of common words that stand side by side with capitals, or with “of” between them.
fn pairs(reading: &Reading) -> Pairs {
    let mut pairs = Pairs::default();
    // What stands in quotation marks may be a title: “Why We Love Vim”.
    let quoted = |at: usize| reading.quotations().contains(reading.tokens[at].span());
    for place in reading.names().places().iter().filter(|p| p.tells && p.tokens().len() > 1) {
        let tokens = place.tokens();
        if quoted(tokens.start) {
            continue;
        }
        let sure = is_own_name(reading.traits(&reading.tokens[tokens.start]));
        let own = tokens.start + usize::from(place.at_start && !sure);
        let mut before: Option<usize> = None;
        for at in own..tokens.end {
            let token = &reading.tokens[at];
            if !token.is_capitalised() {
                before = before.filter(|_| reading.text(token) == "of");
                continue;
            }
            let common = is_common(reading.traits(token));
            // “Webb County”, but “Webb” and “Hill” are a person’s names.
            let bare = common && !reading.traits(token).any(Traits::SURNAME | Traits::GIVEN_NAME);
            let named = |first: usize| is_common(reading.traits(&reading.tokens[first])) || bare;
            let side = |first: usize| is_side(reading.at(first)) && is_own_name(reading.traits(token));
            if let Some(first) = before.filter(|&first| common && named(first) || side(first)) {
                let key = (reading.tokens[first].entry, token.entry);
                let after = reading.tokens[..tokens.end].get(at + 1);
                let ends = after.is_none_or(|t| reading.text(t) == "of");
                // “Flight 370”: a number makes a name of any noun.
                if ends && reading.at(at).next().is_some_and(|next| next.is(Kind::Number)) {
                    before = None;
                    continue;
                }
                let pair = pairs.entry(key).or_insert(Pair { count: 0, first: (first, at), name: own, ends });
                pair.count += 1;
                pair.ends |= ends;
            }
            before = (common || is_own_name(reading.traits(token))).then_some(at);
        }
    }
    pairs
}

/// How often each form is a name by itself.
fn alone(reading: &Reading) -> FxHashMap<EntryId, u32> {
    let mut alone = FxHashMap::default();
    for place in reading.names().places().iter().filter(|p| p.tells && !p.at_start && p.tokens().len() == 1) {
        *alone.entry(reading.tokens[place.tokens().start].entry).or_default() += 1;
    }
    alone
}

/// How often a name starts with each form.
fn starts(reading: &Reading) -> FxHashMap<EntryId, u32> {
    let mut starts = FxHashMap::default();
    for place in reading.names().places().iter().filter(|p| p.tells && !p.at_start) {
        *starts.entry(reading.tokens[place.tokens().start].entry).or_default() += 1;
    }
    starts
}

/// “Sheriff’s office”: the word after a name lacks its capital.
fn missing_after(reading: &Reading, pairs: &Pairs, alone: &FxHashMap<EntryId, u32>, own: At, last: At) -> Option<Slip> {
    let own_name = is_own_name(last.traits());
    let alone = alone.get(&last.token().entry).is_some_and(|&n| n > 1);
    if !own_name && (alone || !is_common(last.traits())) {
        return None;
    }
    let next = past_of(last.next(), |at| at.next())?;
    let capital = lower_word(next)?;
    let pair =
        pairs.get(&(last.token().entry, reading.find(&capital)?)).filter(|p| p.ends && (!own_name || p.count > 1))?;
    // “the Sheriff’s office-holders”
    if next.next().is_some_and(|t| t.is(Kind::Hyphen) && !t.spaced()) {
        return None;
    }
    let span = own.span().cover(next.span());
    Some(Slip { span, edits: vec![Edit::new(next.span(), capital)], pair: *pair })
}

/// “attorney general’s Office”: the words before a name lack their capitals.
fn missing_before(reading: &Reading, pairs: &Pairs, starts: &FxHashMap<EntryId, u32>, first: At) -> Option<Slip> {
    let own_name = is_own_name(first.traits());
    let of_a_side = own_name && first.prev().is_some_and(is_side);
    if !of_a_side && !is_common(first.traits()) {
        return None;
    }
    let mut edits = Vec::new();
    let (mut start, mut entry, mut whole) = (first, first.token().entry, None);
    while let Some(before) = past_of(start.prev().filter(|_| start.spaced()), |at| at.prev())
        && let Some(capital) = lower_word(before)
        && let Some(capital_entry) = reading.find(&capital)
        && let Some(pair) = pairs.get(&(capital_entry, entry))
    {
        // “Many want to learn Rust”, where “Learn Rust” is a title.
        if before.has(Traits::VERB) && before.prev().is_some_and(|to| to.word_is("to")) {
            break;
        }
        // “the local Council”, “the state of New Zealand”, where “the Council” and “New Zealand” are names
        // of their own. This place is counted, too.
        let of = start.prev().is_some_and(|of| of.index > before.index);
        let apart = (before.has(Traits::ADJECTIVE) || of) && starts.get(&entry).is_some_and(|&n| n > 1);
        if apart && !(own_name && is_side(before)) || of && is_side(before) || before.starts_sentence() {
            break;
        }
        edits.insert(0, Edit::new(before.span(), capital));
        whole = whole.or(Some(*pair));
        (start, entry) = (before, capital_entry);
    }
    let mut pair = whole?;
    pair.first.0 -= edits.len() - 1;
    Some(Slip { span: start.span().cover(first.span()), edits, pair })
}

fn finding(reading: &Reading, slips: &[Slip]) -> Finding {
    let Slip { span, pair, .. } = &slips[0];
    let (from, to) = (&reading.tokens[pair.name.min(pair.first.0)], &reading.tokens[pair.first.1]);
    let whole = from.span().cover(to.span());
    let text = reading.article.prose[whole].split_whitespace().collect::<Vec<_>>().join(" ");
    let edits = slips.iter().flat_map(|slip| slip.edits.iter().cloned());
    let mut finding = Finding::at(*span).with("whole", text).fix(edits.collect::<Vec<_>>());
    finding = slips[1..].iter().fold(finding, |f, slip| f.related(slip.span, "here too"));
    // Capitals for all or for none: one to one, or less, nobody can tell.
    if (pair.count as usize) < 2 * slips.len() {
        finding = finding.applicability(Applicability::Manual);
    }
    finding.related(whole, "with all its capitals")
}

/// Steps over an “of”.
fn past_of<'r>(at: Option<At<'r>>, step: impl Fn(At<'r>) -> Option<At<'r>>) -> Option<At<'r>> {
    let at = at?;
    if at.is(Kind::Word) && at.text() == "of" { step(at) } else { Some(at) }
}

/// The word with a capital, if it is a common word in lower case.
fn lower_word(at: At) -> Option<String> {
    let plain = at.is(Kind::Word) && at.has(Traits::LOWER) && is_common(at.traits()) && at.spaced();
    plain.then(|| capitalised(at.text()))
}

/// “north London”: whether it is a name has to be decided once.
fn is_side(at: At) -> bool {
    const SIDES: [&str; 9] =
        ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"];
    SIDES.iter().any(|side| at.word_is(side))
}

/// A word that is a name whatever stands behind it: “Webb”, “Riverside”.
fn is_own_name(traits: Traits) -> bool {
    let other =
        Traits::COMMON | Traits::FUNCTION | Traits::UPPER | Traits::DEMONYM | Traits::CALENDAR | Traits::POSSESSIVE;
    traits.any(Traits::TITLE | Traits::MIXED) && !traits.any(other)
}

/// Words that are more than names, so that a capital or none is the writer's choice.
fn is_common(traits: Traits) -> bool {
    traits.any(Traits::COMMON)
        && !traits.any(Traits::PROPER | Traits::FUNCTION | Traits::UPPER | Traits::DEMONYM | Traits::CALENDAR)
        && traits.any(Traits::NOUN | Traits::ADJECTIVE)
}
