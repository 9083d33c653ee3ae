use crate::lexicon::Traits;
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, BlockKind, Format, Kind, numeral};

pub const CHECK: Check = Check::article("numbers/list-count", run);

/// A list of more items is no list of reasons, steps or ways.
const MOST: u64 = 30;

fn run(reading: &Reading, report: &mut Report) {
    // Lists in HTML nest without a trace in the blocks.
    if reading.article.format == Format::Html {
        return;
    }
    let blocks: Vec<InBlock> = reading.blocks().collect();
    for (number, pair) in blocks.windows(2).enumerate() {
        let (lead, item) = (pair[0], pair[1]);
        if item.kind() != BlockKind::Item || lead.kind() == BlockKind::Item || !report.looks_at(lead.block()) {
            continue;
        }
        let announces = matches!(lead.kind(), BlockKind::Heading(_)) || lead.text().ends_with(':');
        let Some((count, stated)) = announced(lead).filter(|_| announces) else { continue };
        let items = items(reading, &blocks[number + 1..]);
        if items != stated && items > 1 {
            let list = item.span();
            let finding = Finding::at(count.span().cover(noun(count).map_or(count.span(), |n| n.span())))
                .with("items", in_words(items))
                .related(list, "The list starts here.");
            report.add(finding);
        }
    }
}

/// The one number of things in the last sentence of the block: “There are three reasons:”.
fn announced(lead: InBlock) -> Option<(At, u64)> {
    let start = lead.last()?.sentence_start();
    let counts = std::iter::successors(Some(start), |at| at.next()).filter_map(|at| {
        let value = numeral::value(at.text()).filter(|v| (2..=MOST).contains(v))?;
        let plain = matches!(at.kind(), Kind::Word | Kind::Number) && noun(at).is_some() && !is_part(at);
        plain.then_some((at, value))
    });
    let counts: Vec<(At, u64)> = counts.take(2).collect();
    // With two numbers nobody knows which one counts the list.
    <[_; 1]>::try_from(counts).ok().map(|[count]| count)
}

/// The plural that a number counts: “three main reasons”. Only what a list can be of.
fn noun(count: At) -> Option<At> {
    let ahead = std::iter::successors(count.next(), |at| at.next()).take(3);
    ahead.take_while(|at| at.is(Kind::Word)).find(|at| LISTED.iter().any(|word| at.word_is(word)))
}

/// “One of three reasons”, “the first three steps”, “at least five ways”: the list may be longer or
/// shorter.
fn is_part(count: At) -> bool {
    let before = count.prev();
    let is = |words: &[&str]| before.is_some_and(|b| words.iter().any(|w| b.word_is(w)));
    is(&[
        "of", "first", "last", "other", "than", "least", "about", "around", "nearly", "almost", "over", "top", "to",
        "or", "and", "another", "next",
    ]) || is_label(count)
        || before.is_some_and(|b| matches!(b.kind(), Kind::Hyphen | Kind::Dash | Kind::Currency))
        || count.next().is_some_and(|n| n.word_is("or") || n.word_is("to") || n.word_is("more") || n.is(Kind::Hyphen))
}

/// “Slide 25”, “Step 3”: a figure that names what stands before it.
fn is_label(count: At) -> bool {
    let named = |before: At| before.has(Traits::TITLE) && before.has(Traits::NOUN) && !before.has(Traits::FUNCTION);
    count.is(Kind::Number) && count.prev().is_some_and(|before| before.is(Kind::Word) && named(before))
}

/// How many items the list has, those of lists within it not counted.
fn items(reading: &Reading, blocks: &[InBlock]) -> u64 {
    let source = reading.article.source;
    let indent = |block: &InBlock| {
        let at = reading.article.map.source(block.span()).start as usize;
        let line = source[..at].rfind('\n').map_or(0, |n| n + 1);
        source[line..at].bytes().take_while(|b| matches!(b, b' ' | b'\t' | b'>')).count()
    };
    let list = blocks.iter().take_while(|b| b.kind() == BlockKind::Item);
    let own: Vec<usize> = list.filter(|b| !b.has(BlockFlags::CONTINUED)).map(indent).collect();
    let first = own.first().copied().unwrap_or(0);
    own.iter().filter(|indent| **indent <= first).count() as u64
}

fn in_words(count: u64) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count as usize).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// What lists are announced as. A plural of anything else may be a number of other things (“sold
/// three houses:”).
const LISTED: &[&str] = &[
    "reasons",
    "ways",
    "steps",
    "tips",
    "things",
    "points",
    "questions",
    "rules",
    "principles",
    "factors",
    "areas",
    "goals",
    "lessons",
    "options",
    "examples",
    "types",
    "kinds",
    "categories",
    "features",
    "benefits",
    "items",
    "ideas",
    "stages",
    "phases",
    "parts",
    "recommendations",
    "suggestions",
    "facts",
    "problems",
    "challenges",
    "priorities",
    "conditions",
    "criteria",
    "takeaways",
    "themes",
    "trends",
    "strategies",
    "tools",
    "changes",
    "demands",
    "ingredients",
    "mistakes",
];
