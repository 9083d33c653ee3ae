//! How an article writes its headings: in headline style (“Floods Close Two Bridges”) or like
//! sentences (“Floods close two bridges”), and which words stand out.
//!
//! A capital within a heading shows headline style only if the word is no name there. A pronoun, a
//! verb or a word that the text has in lower case shows it for sure; a noun that the text does not
//! have shows it a little, since it may be part of a name that nobody knows (“the Federal Audit
//! Clearinghouse”). What counts against it: words of weight in lower case. Small words
//! (prepositions, articles, conjunctions) show nothing in lower case: styles differ.

use std::ops::Range;

use super::furniture::Furniture;
use super::names::{Names, takes_capital};
use super::quotations::Quotations;
use crate::lexicon::{Traits, Words};
use crate::text::{BlockFlags, BlockKind, EntryId, Kind, Token};

/// The headings of an article.
#[derive(Debug, Default)]
pub struct Headings {
    /// In the order of the text; those of the page's furniture left out.
    pub all: Vec<Heading>,
    /// How many headlines, and how many headings below them, are of each style.
    counts: [[usize; 4]; 2],
    /// The same, of those that give every word of weight its capital and show it by one at least, and
    /// of those that don't give it to all.
    full: [usize; 2],
    lacking: [usize; 2],
}

/// A heading, and what its capitals show.
#[derive(Debug)]
pub struct Heading {
    /// The number of its block.
    pub block: usize,
    pub level: u8,
    pub style: Style,
    /// The words of weight in lower case, as numbers of tokens; of the closed classes (“is”, “your”) only
    /// where there are no others, since many who know their style miss these.
    pub lowered: Vec<usize>,
    /// Whether they are of the closed classes.
    little: bool,
    /// How much its capitals speak for headline style.
    pub weight: u32,
    /// The word whose capital does so first, as the number of its token.
    pub raised: Option<usize>,
    /// In how many separate places they do.
    islands: u32,
    /// Whether one of them does beyond doubt.
    pub sure: bool,
    /// Whether a word in lower case stands between two with capitals.
    between: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// Words of weight have capitals; at most a few were missed.
    Headline,
    /// Capitals as in a sentence.
    Sentence,
    /// All in capitals.
    Capitals,
    /// Too short to tell, all names, or some of each.
    Unclear,
}

/// How sure it is that a heading was meant in headline style.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Belief {
    Likely,
    Sure,
}

impl Headings {
    pub fn gather(words: &Words, names: &Names, furniture: &Furniture, quotations: &Quotations) -> Headings {
        let mut all = Vec::new();
        for (number, block) in words.article.blocks.iter().enumerate() {
            if let BlockKind::Heading(level) = block.kind
                && !furniture.contains(number)
                && !block.flags.contains(BlockFlags::FURNITURE)
            {
                all.push(Heading::read(words, names, quotations, number, level));
            }
        }
        let (mut counts, mut full, mut lacking) = ([[0; 4]; 2], [0; 2], [0; 2]);
        for heading in &all {
            let rank = heading.rank();
            counts[rank][heading.style as usize] += 1;
            full[rank] += usize::from(heading.weight > 0 && heading.lowered.is_empty());
            lacking[rank] += usize::from(!heading.little);
        }
        Headings { all, counts, full, lacking }
    }

    /// How sure it is that this heading was meant in headline style, by its own words and the
    /// other headings; for one that has words of weight in lower case.
    pub fn meant_as_headline(&self, heading: &Heading) -> Option<Belief> {
        let missed = heading.lowered.len() as u32;
        if missed == 0 {
            return None;
        }
        let alone = || (missed == 1 && self.is_alone(heading)).then_some(Belief::Likely);
        if heading.weight == 0 {
            return alone();
        }
        let others = self.lean(heading);
        let score = heading.weight as i32 + 2 * i32::from(heading.between) + others;
        let plural = heading.islands > 1 || heading.between || heading.sure || others > 1;
        let likely = plural && if missed == 1 { score >= 3 } else { score >= 4 * missed as i32 };
        let sure = score >= 4 && (heading.sure || heading.between || others > 1 || score >= 6);
        if likely { Some(if sure && missed == 1 { Belief::Sure } else { Belief::Likely }) } else { alone() }
    }

    /// Whether hardly any other heading of its rank leaves a word of weight without its capital, and
    /// several have them all.
    fn is_alone(&self, heading: &Heading) -> bool {
        const SEVERAL: usize = 3;
        const MANY: usize = 3;
        let (full, lacking) = (self.full[heading.rank()], self.lacking[heading.rank()]);
        // Two, and the headline above them.
        let few =
            full > 1 && lacking <= 1 && self.full[0] + self.full[1] >= SEVERAL && self.lacking[1 - heading.rank()] == 0;
        full >= SEVERAL && (lacking <= 1 || full >= MANY * lacking) || few
    }

    /// What the other headings speak for: headline style if positive, sentence style if negative.
    fn lean(&self, heading: &Heading) -> i32 {
        let count = |rank: usize, style: Style| {
            let own = rank == heading.rank() && style == heading.style;
            self.counts[rank][style as usize] - usize::from(own)
        };
        let rank = heading.rank();
        let (mut headline, mut sentence) = (count(rank, Style::Headline), count(rank, Style::Sentence));
        if headline + sentence == 0 {
            // A headline may differ from the headings below it, but seldom does.
            (headline, sentence) = (count(1 - rank, Style::Headline), count(1 - rank, Style::Sentence));
        }
        match (headline, sentence) {
            (0, 0) => 0,
            (_, 0) => 2,
            (0, _) => -2,
            _ if headline >= 3 * sentence => 1,
            _ if sentence > headline => -2,
            _ => 0,
        }
    }
}

impl Heading {
    /// 0 for a headline, 1 for a heading below one.
    fn rank(&self) -> usize {
        usize::from(self.level != 1)
    }

    fn read(words: &Words, names: &Names, quotations: &Quotations, block: usize, level: u8) -> Heading {
        let range = words.range(block);
        let mut heading = Heading {
            block,
            level,
            style: Style::Unclear,
            lowered: Vec::new(),
            little: false,
            weight: 0,
            raised: None,
            islands: 0,
            sure: false,
            between: false,
        };
        let (mut in_island, mut shouted, mut plain, mut strange) = (false, 0, 0, 0);
        // The end of an aside: “[Out of date]”, “(10 minutes)”.
        let mut aside = range.start;
        for at in range.clone() {
            let token = &words.tokens[at];
            if token.kind != Kind::Word || quotations.contains(token.span()) {
                in_island = false;
                aside = aside.max(end_of_aside(words, at, &range));
                continue;
            }
            let traits = words.traits(token);
            strange += u32::from(is_strange(traits));
            if at < aside {
                continue;
            }
            shouted += u32::from(traits.any(Traits::UPPER));
            plain += u32::from(!traits.any(Traits::UPPER));
            match part(words, names, at, &range) {
                Part::Raised(weight) => {
                    heading.weight += weight;
                    heading.raised = heading.raised.or(Some(at));
                    heading.sure |= weight > 1;
                    heading.islands += u32::from(!in_island);
                    in_island = true;
                }
                Part::Lowered => {
                    let neighbours = at > range.start && at + 1 < range.end;
                    let capital =
                        |at: usize| words.traits(&words.tokens[at]).any(Traits::TITLE | Traits::UPPER | Traits::MIXED);
                    heading.between |= neighbours && capital(at - 1) && capital(at + 1);
                    heading.lowered.push(at);
                    in_island = false;
                }
                Part::Capital => in_island = true,
                Part::Small => in_island = false,
            }
        }
        // In another language capitals show nothing.
        if strange > 1 {
            return Heading { lowered: Vec::new(), weight: 0, ..heading };
        }
        let little = |at: &usize| is_closed(words.text(&words.tokens[*at]));
        heading.little = heading.lowered.iter().all(little);
        if !heading.little && heading.weight > 0 {
            heading.lowered.retain(|at| !little(at));
        }
        let missed = heading.lowered.len() as u32;
        heading.style = if shouted > 2 && plain == 0 {
            Style::Capitals
        } else if heading.weight > 1
            && heading.weight >= 3 * missed
            && (heading.sure || heading.islands > 1 || missed == 0 && heading.weight > 2)
        {
            Style::Headline
        } else if missed > heading.weight {
            Style::Sentence
        } else {
            Style::Unclear
        };
        heading
    }
}

/// Whether nothing is known of a word in lower case.
fn is_strange(traits: Traits) -> bool {
    traits.any(Traits::LOWER) && !traits.any(Traits::KNOWN | Traits::MISSPELLED | Traits::PROPER | Traits::BRAND)
}

/// Where an aside that starts here ends, if one does: an editor's remark in square brackets, or
/// a measure in round ones.
fn end_of_aside(words: &Words, at: usize, range: &Range<usize>) -> usize {
    let tokens = &words.tokens[..range.end];
    let figure = tokens.get(at + 1).is_some_and(|t| matches!(t.kind, Kind::Number | Kind::Figures | Kind::Time));
    let opens = tokens[at].kind == Kind::OpenBracket && (figure || words.text(&tokens[at]) == "[");
    if !opens {
        return at;
    }
    (at..range.end).find(|&at| tokens[at].kind == Kind::CloseBracket).unwrap_or(at)
}

/// What one word of a heading shows.
enum Part {
    /// A capital that no name and no sentence start explains, and how much that says.
    Raised(u32),
    /// A capital that shows nothing: a name's, an acronym's, the first word's.
    Capital,
    /// A word of weight in lower case.
    Lowered,
    /// In lower case in any style, or in some.
    Small,
}

fn part(words: &Words, names: &Names, at: usize, range: &Range<usize>) -> Part {
    let token = &words.tokens[at];
    let traits = words.traits(token);
    // “NOAA Home page – Before”: behind a dash something new starts.
    let start = takes_capital(words, at, range.start) || at > range.start && words.tokens[at - 1].kind == Kind::Dash;
    if traits.any(Traits::LOWER) {
        return if is_weighty(words, token, at, range) { Part::Lowered } else { Part::Small };
    }
    if !traits.any(Traits::TITLE) || traits.any(Traits::BRAND) || start || is_date(words, at, range) {
        return Part::Capital;
    }
    if traits.any(SMALL | Traits::PRONOUN | Traits::AUXILIARY | Traits::FUNCTION) {
        // “The Hague”, “Los Angeles”; and what else a lexicon may take for a small word.
        let own = |word: &str| word.ends_with("self") || word.ends_with("selves");
        return if is_closed(words.text(token)) || own(words.text(token)) { Part::Raised(3) } else { Part::Capital };
    }
    if !traits.any(Traits::COMMON) {
        return Part::Capital;
    }
    let lower = words.find(&words.text(token).to_lowercase()).unwrap_or(EntryId::NONE);
    let in_text = words.entries[lower.0 as usize].count;
    match names.capitals(token.entry()) {
        as_name if as_name > in_text => Part::Capital,
        _ if in_text > 0 => Part::Raised(2),
        _ if is_never_in_names(traits) => Part::Raised(2),
        _ => Part::Raised(1),
    }
}

/// “5 May 2006”, “May 5”
fn is_date(words: &Words, at: usize, range: &Range<usize>) -> bool {
    let number = |at: usize| range.contains(&at) && words.tokens[at].kind == Kind::Number;
    words.text(&words.tokens[at]) == "May" && (number(at.wrapping_sub(1)) || number(at + 1))
}

/// Names are made of nouns and adjectives, hardly ever of “Prepare” or “Said”.
fn is_never_in_names(traits: Traits) -> bool {
    traits.any(Traits::VERB | Traits::ADVERB)
        && !traits.any(Traits::NOUN)
        && (traits.any(Traits::PAST) || !traits.any(Traits::ADJECTIVE))
}

const SMALL: Traits = Traits::PREPOSITION.union(Traits::CONJUNCTION).union(Traits::DETERMINER);

/// Whether a word in lower case would have a capital in any headline style: not small words, the
/// tails of compounds, and what has no capital by nature.
fn is_weighty(words: &Words, token: &Token, at: usize, range: &Range<usize>) -> bool {
    let traits = words.traits(token);
    let text = words.text(token);
    let after = words.tokens[..range.end].get(at + 1);
    let opens = |kind| matches!(kind, Kind::OpenQuote | Kind::OpenSingle | Kind::OpenBracket | Kind::Dash);
    let tail = !token.spaced() && at > range.start && !opens(words.tokens[at - 1].kind);
    // “11:30 am”
    let hour = matches!(text, "am" | "pm")
        && at > range.start
        && matches!(words.tokens[at - 1].kind, Kind::Number | Kind::Time | Kind::Figures);
    // “core.spec”
    // “instead of” is a preposition.
    let instead = text == "instead" && after.is_some_and(|t| words.text(t) == "of");
    let dotted = after.is_some_and(|t| t.kind == Kind::Stop && !t.spaced()) && at + 2 < range.end;
    let glued = hour || instead || tail || dotted || after.is_some_and(|t| t.kind == Kind::Slash && !t.spaced());
    // “van Gogh”, “bell hooks”, units, words of other languages and misspellings: who knows.
    traits.any(Traits::COMMON)
        && !traits.any(Traits::BRAND | Traits::MISSPELLED | Traits::LETTER)
        && !glued
        && !is_small(text)
        && !matches!(text, "npm" | "stdin" | "stdout" | "stderr")
        && (!traits.any(Traits::PREPOSITION | Traits::CONJUNCTION) || is_closed(text))
}

/// Words that headline styles write in lower case, or some of them do: articles, conjunctions,
/// prepositions and what is used like them, particles of names and verbs.
pub fn is_small(word: &str) -> bool {
    SMALL_WORDS.binary_search(&word).is_ok()
}

#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "a", "about", "above", "across", "after", "against", "al", "along", "although", "amid", "among", "an", "and",
    "around", "as", "at", "away", "back", "because", "before", "behind", "below", "beneath", "beside", "besides",
    "between", "beyond", "bin", "but", "by", "cum", "da", "de", "del", "den", "der", "despite", "di", "down", "du",
    "during", "e", "el", "en", "et", "except", "following", "for", "forward", "from", "given", "if", "in", "including",
    "inside", "into", "la", "le", "les", "like", "los", "minus", "near", "next", "nor", "of", "off", "on", "once",
    "onto", "opposite", "or", "out", "outside", "over", "past", "per", "plus", "round", "save", "since", "so", "than",
    "that", "the", "though", "through", "throughout", "till", "times", "to", "together", "toward", "towards", "under",
    "underneath", "unless", "unlike", "until", "unto", "up", "upon", "v", "van", "versus", "via", "von", "vs", "when",
    "where", "whereas", "whether", "while", "with", "within", "without", "worth", "y", "yet",
];

/// Words of the closed classes: with a capital in the middle of a heading they are no names.
fn is_closed(word: &str) -> bool {
    let mut lower = [0; 12];
    let bytes = word.as_bytes();
    let Some(lower) = lower.get_mut(..bytes.len()) else { return false };
    lower.copy_from_slice(bytes);
    lower.make_ascii_lowercase();
    CLOSED_WORDS.binary_search_by(|w| w.as_bytes().cmp(lower)).is_ok()
}

#[rustfmt::skip]
const CLOSED_WORDS: &[&str] = &[
    "about", "after", "again", "all", "almost", "also", "always", "another", "any", "anyone", "are", "around", "be",
    "because", "been", "before", "being", "between", "both", "but", "can", "could", "did", "do", "does", "during",
    "each", "every", "everyone", "few", "for", "from", "had", "has", "have", "he", "her", "here", "his", "how", "if",
    "in", "into", "is", "it", "its", "just", "many", "may", "me", "might", "more", "most", "must", "my", "no", "not",
    "now", "of", "off", "on", "only", "or", "other", "others", "our", "out", "over", "she", "should", "some", "still",
    "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too",
    "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "who", "whose", "why",
    "will", "with", "without", "would", "you", "your", "yours",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(SMALL_WORDS.is_sorted());
        assert!(CLOSED_WORDS.is_sorted());
    }
}
