use rustc_hash::{FxHashMap, FxHashSet};

use super::is_program_here;
use crate::diagnostic::{Applicability, Edit, Level};
use crate::evidence::headings::{Belief, Heading};
use crate::lexicon::{Traits, capitalised};
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::sieve::{self, Sieve};
use crate::text::{EntryId, Kind, Token};

pub const CHECK: Check = Check::article("capitals/heading-word", run);

/// A short word, in bytes.
const SHORT: usize = 4;
/// So many headings that lack the same capital are one fault, or none.
const PATTERN: usize = 3;

fn run(reading: &Reading, report: &mut Report) {
    let headings = reading.headings();
    let meant: Vec<(&Heading, Belief)> = headings
        .all
        .iter()
        .filter(|heading| report.looks_at(&reading.article.blocks[heading.block]))
        .filter_map(|heading| Some((heading, headings.meant_as_headline(heading)?)))
        .collect();
    if meant.is_empty() {
        return;
    }
    let names = NamePairs::of(reading, &meant);
    let meant: Vec<(&Heading, Belief)> =
        meant.into_iter().filter(|(heading, _)| !names.explain(reading, heading)).collect();
    let mut by_word: FxHashMap<EntryId, Vec<&Heading>> = FxHashMap::default();
    for &(heading, _) in &meant {
        if let Some(word) = only_word(reading, heading) {
            by_word.entry(word).or_default().push(heading);
        }
    }
    for &(heading, belief) in &meant {
        let word = only_word(reading, heading);
        let found = match word.and_then(|word| Some((word, by_word.get(&word)?))) {
            Some((word, same)) if same.len() >= PATTERN => {
                let shown = same[0].block == heading.block && is_raised_elsewhere(reading, word);
                shown.then(|| finding(reading, same, belief)).flatten()
            }
            _ => finding(reading, &[heading], belief),
        };
        found.into_iter().for_each(|finding| report.add(finding));
    }
}

/// The words that stand side by side in the names of the text, outside headings.
struct NamePairs(FxHashSet<(EntryId, EntryId)>);

impl NamePairs {
    /// Those that the headings have too, or would have if a word had its capital.
    fn of(reading: &Reading, headings: &[(&Heading, Belief)]) -> NamePairs {
        let pair = |pair: &[Token]| (pair[0].entry(), pair[1].entry());
        let number = |(one, other): (EntryId, EntryId)| sieve::pair(one.0, other.0);
        let blocks = headings.iter().map(|(heading, _)| InBlock { reading, number: heading.block }.tokens());
        let mut asked: Vec<u32> = blocks.flat_map(|tokens| tokens.windows(2)).map(|two| number(pair(two))).collect();
        for word in headings.iter().flat_map(|(heading, _)| &heading.lowered).map(|&word| reading.at(word)) {
            let Some(raised) = reading.find(&capitalised(word.text())) else { continue };
            let entry = |at: At| at.token().entry();
            asked.extend(word.prev().map(|prev| number((entry(prev), raised))));
            asked.extend(word.next().map(|next| number((raised, entry(next)))));
        }
        let asked = Sieve::of(asked.into_iter());
        let places = reading.names().places().iter().filter(|place| place.tells);
        let pairs = places.flat_map(|place| reading.tokens[place.tokens()].windows(2).map(pair));
        NamePairs(pairs.filter(|pair| asked.may_hold(number(*pair))).collect())
    }

    /// Whether all capitals of the heading are those of names that the text has: “Uganda bans Vagina
    /// Monologues”. A word that has its capital within such a name is missing it all the same.
    fn explain(&self, reading: &Reading, heading: &Heading) -> bool {
        let block = InBlock { reading, number: heading.block };
        let tokens = block.tokens();
        let capital = |at: usize| tokens.get(at).is_some_and(|t| t.kind == Kind::Word && t.is_capitalised());
        let pair = |at: usize| self.0.contains(&(tokens[at].entry(), tokens[at + 1].entry()));
        let (mut names, mut at) = (0, 0);
        while at < tokens.len() {
            let end = (at..tokens.len()).find(|&end| !capital(end)).unwrap_or(tokens.len());
            let name = match end - at {
                0 => true,
                1 => at == 0 || !reading.traits(&tokens[at]).any(Traits::COMMON),
                _ => (at..end - 1).all(pair),
            };
            if !name {
                return false;
            }
            names += usize::from(end - at > 1);
            at = end + 1;
        }
        names > 0 && !heading.lowered.iter().any(|&word| self.holds(reading, word))
    }

    /// Whether the word with a capital stands beside one of its neighbours in a name.
    fn holds(&self, reading: &Reading, word: usize) -> bool {
        let at = reading.at(word);
        let Some(raised) = reading.find(&capitalised(at.text())) else { return false };
        at.prev().is_some_and(|prev| self.0.contains(&(prev.token().entry(), raised)))
            || at.next().is_some_and(|next| self.0.contains(&(raised, next.token().entry())))
    }
}

/// The word that alone has no capital in the heading.
fn only_word(reading: &Reading, heading: &Heading) -> Option<EntryId> {
    let [word] = heading.lowered[..] else { return None };
    Some(reading.tokens[word].entry())
}

/// Whether another heading has the word with its capital. If none has, headings that seem to miss it
/// are sentences full of names: “Port of Malo launch”, “Kiel Ferries launch”.
fn is_raised_elsewhere(reading: &Reading, word: EntryId) -> bool {
    let raised = reading.find(&capitalised(reading.form(word)));
    let blocks = reading.headings().all.iter().map(|heading| InBlock { reading, number: heading.block });
    blocks.flat_map(|block| block.tokens()).any(|token| Some(token.entry()) == raised)
}

fn finding(reading: &Reading, headings: &[&Heading], belief: Belief) -> Option<Finding> {
    let lowered = headings.iter().flat_map(|heading| &heading.lowered).map(|&at| reading.at(at));
    let words: Vec<_> = lowered.filter(|word| !is_program_here(*word) && !ends_pointer(*word)).collect();
    let first = words.first()?;
    // Every headline style has “Is” and “Your”, but many who know their style miss them; longer words
    // of these classes (“Could”, “Another”) look wrong to them too.
    let closed = |traits: Traits| words.iter().all(|w| w.has(traits));
    let short = words.iter().all(|w| w.text().len() <= SHORT);
    let pronouns = closed(Traits::PRONOUN | Traits::DETERMINER);
    let broken = headings.iter().any(|heading| InBlock { reading, number: heading.block }.has_next_line());
    let safe = belief == Belief::Sure && !pronouns && !broken;
    let edits = words.iter().map(|w| Edit::new(w.span(), capitalised(w.text())));
    let mut finding = Finding::at(first.span()).fix(edits.collect::<Vec<_>>());
    if short && (pronouns || closed(Traits::AUXILIARY)) {
        finding = finding.level(Level::Suggestion);
    } else if !safe {
        finding = finding.level(Level::Warning);
    }
    if !safe {
        finding = finding.applicability(Applicability::Unsafe);
    }
    if headings.len() > 1 {
        return Some(words[1..].iter().fold(finding, |finding, word| finding.related(word.span(), "here too")));
    }
    if let [first, second, ..] = words[..] {
        let message = format!(
            "“{}” and “{}” have no capital, unlike the other main words of this heading.",
            first.text(),
            second.text()
        );
        finding = finding.say(message);
        for word in &words[1..] {
            finding = finding.related(word.span(), "also without a capital");
        }
    }
    Some(finding)
}

/// “Also read: Mill Burns Down”, “See video: …”: what points to another piece is no part of its headline.
fn ends_pointer(word: At) -> bool {
    let opens = |at: At| matches!(at.text(), "Also" | "See" | "More" | "Watch" | "Read" | "Must" | "Next");
    word.next().is_some_and(|next| next.is(Kind::Colon)) && word.prev().is_some_and(|p| opens(p) && p.prev().is_none())
}
