//! Names of several words that have only some of their capitals, where the article has them all
//! elsewhere: “attorney general’s Office” beside “Attorney General’s Office”.

mod pairs;

use self::pairs::{Doubts, Pair, Pairs};
use super::odd;
use super::term_capitals::is_body;
use super::title_capitals::is_office;
use crate::diagnostic::{Applicability, Edit, Level};
use crate::lexicon::{Traits, capitalised};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, EntryId, Kind, MarkKind, Span, Token};

pub const CHECK: Check = Check::article("consistency/capitals", run);

/// A name with only some of its capitals.
struct Slip {
    span: Span,
    /// Whether it is the name of something with the word for what it is in small letters: “the Rust Survey
    /// team”, but not “the Sheriff’s office”.
    generic: bool,
    edits: Vec<Edit>,
    pair: Pair,
}

/// What the article shows of the capitals of its names.
struct Found<'f> {
    doubts: &'f Doubts,
    pairs: &'f Pairs,
    counts: Counts,
}

/// How often each form is a name by itself, and how often it starts a name; by entry.
struct Counts {
    alone: Vec<u32>,
    starts: Vec<u32>,
}

fn run(reading: &Reading, report: &mut Report) {
    let Some(doubts) = Doubts::of(reading) else { return };
    let pairs = doubts.pairs(reading);
    if pairs.is_empty() {
        return;
    }
    let found = Found { doubts: &doubts, pairs: &pairs, counts: Counts::of(reading, &pairs, &doubts) };
    let mut slips: Vec<Slip> = Vec::new();
    let mut done = 0;
    for place in doubts.places(reading, &pairs) {
        let tokens = place.tokens();
        let block = reading.block(place.block as usize);
        let (first, last) = (block.at(tokens.start), block.at(tokens.end - 1));
        let sure = is_own_name(first.traits());
        let bare = place.at_start && tokens.len() == 1 && !sure;
        if !bare {
            let own = reading.at(tokens.start + usize::from(place.at_start && tokens.len() > 1 && !sure));
            slips.extend(missing_after(&found, own, last));
        }
        if !place.at_start
            && tokens.start >= done
            && let Some(slip) = missing_before(&found, first)
        {
            slips.push(slip);
            done = tokens.end;
        }
    }
    // One name, one finding.
    slips.sort_by_key(|slip| (slip.pair.first, slip.span));
    for same in slips.chunk_by(|a, b| a.pair.first == b.pair.first) {
        if !is_title(reading, &same[0].pair) {
            report.add(finding(reading, same));
        }
    }
}

impl Counts {
    /// “the Labour party” is not “Labour” alone where the article has “the Labour Party”.
    fn of(reading: &Reading, pairs: &Pairs, doubts: &Doubts) -> Counts {
        let doubtful = |name: EntryId, next: Option<&Token>| {
            let capital = next.and_then(|next| doubts.raised(next.entry()));
            capital.is_some_and(|capital| pairs.contains_key(&(name, capital)))
        };
        let mut counts = Counts { alone: vec![0; reading.entries.len()], starts: vec![0; reading.entries.len()] };
        for place in reading.names().places().iter().filter(|p| p.tells && !p.at_start) {
            let first = reading.tokens[place.tokens().start].entry().0 as usize;
            counts.starts[first] += 1;
            let tokens = place.tokens();
            let alone = tokens.len() == 1;
            let name = reading.tokens[tokens.start].entry();
            let common = is_common(reading.entries[name.0 as usize].traits);
            counts.alone[first] += u32::from(alone && !(common && doubtful(name, reading.tokens.get(tokens.end))));
        }
        counts
    }

    fn is_often_alone(&self, form: EntryId) -> bool {
        self.alone[form.0 as usize] > 1
    }

    fn often_starts(&self, form: EntryId) -> bool {
        self.starts[form.0 as usize] > 1
    }
}

/// “Sheriff’s office”: the word after a name lacks its capital.
fn missing_after(found: &Found, own: At, last: At) -> Option<Slip> {
    let own_name = is_own_name(last.traits());
    // “the French Revolution”, but “French revolutions”
    let nation = last.has(Traits::DEMONYM) && last.has(Traits::TITLE);
    if !own_name && !nation && (found.counts.is_often_alone(last.token().entry()) || !is_common(last.traits())) {
        return None;
    }
    // “How the city did it—Case study of a fountain”: behind a dash something new starts.
    if own.prev().is_some_and(|dash| dash.is(Kind::Dash)) {
        return None;
    }
    let next = past_of(last.next(), |at| at.next())?;
    let capital = raised(found.doubts, next)?;
    // “the European commission”: there is one only.
    let body = nation && is_body(next.text());
    let pair = found
        .pairs
        .get(&(last.token().entry(), capital))
        .filter(|p| p.ends && (!own_name && !nation || p.count > 1 || body || is_of_place(next)))?;
    if nation && !body && (next.has(Traits::PLURAL | Traits::ADJECTIVE) || is_office(&next)) {
        return None;
    }
    // “Getty images”: what belongs to somebody whom the text also names alone.
    if own_name && next.has(Traits::PLURAL) && found.counts.alone[last.token().entry().0 as usize] > 0 {
        return None;
    }
    // “the Sheriff’s office-holders”
    if next.next().is_some_and(|t| t.is(Kind::Hyphen) && !t.spaced()) {
        return None;
    }
    let span = own.span().cover(next.span());
    let generic = own_name || own.index < last.index;
    Some(Slip { span, generic, edits: vec![Edit::new(next.span(), capitalised(next.text()))], pair: *pair })
}

/// “attorney general’s Office”: the words before a name lack their capitals.
fn missing_before(found: &Found, first: At) -> Option<Slip> {
    let own_name = is_own_name(first.traits());
    let of_a_side = own_name && first.prev().is_some_and(is_side);
    if !of_a_side && !is_common(first.traits()) {
        return None;
    }
    let mut edits = Vec::new();
    let (mut start, mut entry, mut whole) = (first, first.token().entry(), None);
    while let Some(before) = past_of(start.prev().filter(|_| start.spaced()), |at| at.prev())
        && let Some(capital) = raised(found.doubts, before)
        && let Some(pair) = found.pairs.get(&(capital, entry))
    {
        // “Many want to learn Rust”, where “Learn Rust” is a title.
        if before.has(Traits::VERB) && before.prev().is_some_and(|to| to.word_is("to")) {
            break;
        }
        // “the local Council”, “the state of New Zealand”, where “the Council” and “New Zealand” are names
        // of their own. This place is counted, too.
        let of = start.prev().is_some_and(|of| of.index > before.index);
        let apart = (before.has(Traits::ADJECTIVE) || of) && found.counts.often_starts(entry);
        if apart && !(own_name && is_side(before)) || of && is_side(before) || before.starts_sentence() {
            break;
        }
        edits.insert(0, Edit::new(before.span(), capitalised(before.text())));
        whole = whole.or(Some(*pair));
        (start, entry) = (before, capital);
    }
    let mut pair = whole?;
    pair.first.0 -= edits.len() - 1;
    Some(Slip { span: start.span().cover(first.span()), generic: false, edits, pair })
}

/// Whether all its capitals stand in bold type only, at the start of a paragraph: that is a title, with a
/// title's capitals.
fn is_title(reading: &Reading, pair: &Pair) -> bool {
    /// In bytes.
    const LEAD: usize = 200;
    let name = reading.at(pair.name.min(pair.first.0));
    let above = Span { start: name.block().span().start, end: name.span().start };
    let leads = || above.len() <= LEAD && !reading.article.prose[above].contains(['.', ':', '—', '–']);
    pair.count == 1 && name.marked(MarkKind::Strong) && leads()
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
    if slips.iter().all(|slip| slip.generic) && !is_met(reading, slips, whole) {
        finding = finding.level(Level::Suggestion);
    }
    finding.related(whole, "with all its capitals")
}

/// Whether readers meet the clash of two forms that are right by themselves, as `odd` has it: the first
/// place with all capitals stands for the few others.
fn is_met(reading: &Reading, slips: &[Slip], whole: Span) -> bool {
    let count = slips[0].pair.count as usize;
    let heading =
        matches!(reading.block(reading.block_of(reading.token_at(whole.start))).kind(), BlockKind::Heading(_));
    reading.is_one_screen()
        || count.max(slips.len()) >= odd::CHOSEN
        || count.min(slips.len()) >= odd::OFTEN
        || heading
        || slips.iter().any(|slip| odd::are_seen_together(reading, slip.span, whole))
}

/// Nouns that make an address or the name of a place with the name before them.
fn is_of_place(noun: At) -> bool {
    const PLACES: [&str; 22] = [
        "street",
        "road",
        "avenue",
        "square",
        "lane",
        "park",
        "palace",
        "castle",
        "station",
        "airport",
        "hospital",
        "university",
        "college",
        "cathedral",
        "bay",
        "island",
        "islands",
        "lake",
        "river",
        "valley",
        "stadium",
        "county",
    ];
    PLACES.iter().any(|place| noun.word_is(place))
}

/// Steps over an “of”.
fn past_of<'r>(at: Option<At<'r>>, step: impl Fn(At<'r>) -> Option<At<'r>>) -> Option<At<'r>> {
    let at = at?;
    if at.is(Kind::Word) && at.text() == "of" { step(at) } else { Some(at) }
}

/// The form with a capital of a common word in lower case, if a name has it.
fn raised(doubts: &Doubts, at: At) -> Option<EntryId> {
    let plain = at.is(Kind::Word) && at.has(Traits::LOWER) && is_common(at.traits()) && at.spaced();
    doubts.raised(at.token().entry()).filter(|_| plain)
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
