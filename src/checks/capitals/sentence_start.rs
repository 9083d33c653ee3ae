//! A sentence starts with a capital. What makes the rule hard is to know that one starts: see
//! `text::sentence` for the stops; here is what else keeps a lower-case word where it is.

use super::{is_all_of_a_link, is_in_compound, is_no_prose, is_program_here, raise};
use crate::diagnostic::Applicability;
use crate::lexicon::Traits;
use crate::reading::{At, InBlock};
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockFlags, BlockKind, Kind, MarkKind, TokenFlags};

pub const CHECK: Check =
    Check::token("capitals/sentence-start", Wake::flags(TokenFlags::SENTENCE.union(TokenFlags::MAYBE_SENTENCE)), run);

fn run(start: At, report: &mut Report) {
    let Some(word) = first_word(start) else { return };
    // “a) the first point”; “Why? " she wrote”, where a space stands before a mark that closes.
    let point = word.has(Traits::LETTER) && word.next().is_some_and(|n| n.is(Kind::CloseBracket) && !n.spaced());
    if point || start.index != word.index && word.spaced() {
        return;
    }
    if !word.is(Kind::Word) || !word.has(Traits::LOWER) || stays_lower(word) || start.reading.starts().are_lower() {
        return;
    }
    let sure = if start.flags().contains(TokenFlags::BLOCK) {
        at_block_start(start, word)
    } else if start.starts_sentence() {
        after_a_stop(start, word)
    } else {
        after_a_quotation(start, word)
    };
    if let Some(applicability) = sure.filter(|_| word.has(Traits::FUNCTION) || !is_name_of_program(word)) {
        // A rare word may be a name that starts small.
        let plain = word.has(Traits::FUNCTION | Traits::FREQUENT | Traits::ADVERB | Traits::ING);
        let applicability = if plain { applicability } else { applicability.min(Applicability::Unsafe) };
        report.add(Finding::at(word.span()).fix([raise(word)]).applicability(applicability));
    }
}

/// The first word of what starts here, past the marks that open a quotation.
pub fn first_word(start: At) -> Option<At> {
    let mut at = start;
    while matches!(at.kind(), Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote) {
        at = at.next()?;
    }
    Some(at)
}

/// Whether the word keeps its small letter even at the start of a sentence, or may.
pub fn stays_lower(word: At) -> bool {
    let own = word.traits();
    let known = own.any(Traits::KNOWN | Traits::PROPER | Traits::MISSPELLED);
    let letter = own.any(Traits::LETTER) && word.text() != "a" && !starts_e_compound(word);
    let stays = letter || own.any(Traits::BRAND) || is_particle(word) || word.text().starts_with(['\'', '’']);
    let name = is_in_compound(word) || own.any(Traits::NOUN) && !own.any(Traits::FREQUENT | Traits::FUNCTION);
    let handle = name && is_all_of_a_link(word) || is_program(word);
    stays || !known || handle || is_abbreviated(word) || is_no_prose(word) || is_in_another_language(word)
}

/// “rust-analyzer has a plan”: a compound without an article that does something is a program's name.
fn is_program(word: At) -> bool {
    let mut last = word;
    while let Some(next) = last.next().filter(|next| !next.spaced() && matches!(next.kind(), Kind::Hyphen | Kind::Word))
    {
        last = next;
    }
    let verb = |at: At| at.has(Traits::AUXILIARY | Traits::THIRD_PERSON) && !at.has(Traits::PLURAL);
    last.index != word.index && last.has(Traits::NOUN) && !last.has(Traits::ING) && last.next().is_some_and(verb)
}

/// What the article sets as code elsewhere, or a name made like those of programs:
/// “email-alert-api-worker”.
fn is_name_of_program(word: At) -> bool {
    let rest = std::iter::successors(word.next(), |at| at.next()).take_while(|at| !at.spaced());
    let parts = rest.filter(|at| at.is(Kind::Word) && !at.has(Traits::FUNCTION)).count();
    parts > 2 || is_program_here(word)
}

/// “mw”, “etc”: what has no vowel is short for something, or somebody's handle.
fn is_abbreviated(word: At) -> bool {
    let text = word.text();
    matches!(text, "etc" | "eg" | "ie") || text.len() < 4 && !text.bytes().any(|b| b"aeiouy".contains(&b) || b >= 128)
}

/// Whether the next two words are no English: many short words are words of other languages too.
fn is_in_another_language(word: At) -> bool {
    let unknown = |at: &At| at.has(Traits::LOWER) && !at.has(Traits::KNOWN | Traits::MISSPELLED | Traits::PROPER);
    let next = word.next().filter(unknown);
    next.is_some_and(|next| !word.has(Traits::FUNCTION) || next.next().is_some_and(|after| unknown(&after)))
}

/// “e-commerce” takes a capital at a sentence's start; “x-axis” and “p-value” do not.
fn starts_e_compound(word: At) -> bool {
    word.text() == "e" && word.next().is_some_and(|next| next.is(Kind::Hyphen) && !next.spaced())
}

/// “van Gogh”: whether the particle has a capital at a sentence's start is a matter of style.
fn is_particle(word: At) -> bool {
    const PARTICLES: &[&str] = &[
        "af", "al", "bin", "da", "dal", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van",
        "von", "y", "zu",
    ];
    PARTICLES.contains(&word.text()) && word.next().is_some_and(|next| next.traits().capitalised())
}

/// At the start of a paragraph, a speaker's turn or a list item.
fn at_block_start(start: At, word: At) -> Option<Applicability> {
    let block = start.block();
    let is_quoted = start.index != word.index;
    let is_key = word.next().is_some_and(|next| next.is(Kind::Colon) && !next.spaced());
    if is_key || is_quoted && !is_whole_quotation(start, word) {
        return None;
    }
    match block.kind() {
        // Labels that small letters follow all over are no speakers'.
        BlockKind::Turn if !is_speaker(block) || start.reading.starts().turns_are_lower() => None,
        BlockKind::Turn => ends_a_sentence(block.last()?).then_some(Applicability::Safe),
        _ if block.has(BlockFlags::QUOTATION) || !is_running(block) => None,
        BlockKind::Item if !block.has(BlockFlags::CONTINUED) => fits_its_list(block).then_some(Applicability::Unsafe),
        BlockKind::Paragraph | BlockKind::Item => follows_a_finished_block(block, word),
        _ => None,
    }
}

/// Whether the label of a turn can be a person's: “Dr. Osei:”, “Q:”; but “Goals:” and “How it
/// went:” are labels of notes.
fn is_speaker(turn: InBlock) -> bool {
    let label = turn.block().label;
    let mut words = turn.each().take_while(|at| at.span().end <= label.end).filter(|at| at.is(Kind::Word));
    let Some(first) = words.next() else { return true };
    let notes = first.has(Traits::PLURAL) && !first.has(Traits::GIVEN_NAME | Traits::SURNAME);
    !notes && words.all(|word| word.traits().capitalised() || word.has(Traits::PREPOSITION | Traits::DETERMINER))
}

/// Whether the block is text of whole sentences, by its end, and more than a few words.
fn is_running(block: InBlock) -> bool {
    const FEW: usize = 4;
    let long = block.each().filter(|at| at.is(Kind::Word)).take(FEW).count() == FEW;
    long && block.last().is_some_and(ends_a_sentence)
}

/// Whether the last token of a block, with what closes around it, ends a sentence.
fn ends_a_sentence(last: At) -> bool {
    let mut at = Some(last);
    while let Some(token) = at {
        match token.kind() {
            Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote | Kind::CloseBracket | Kind::Apostrophe => {
                at = token.prev();
            }
            Kind::Stop | Kind::Question | Kind::Exclamation => return true,
            Kind::Abbreviation => return token.text().ends_with('.'),
            _ => return false,
        }
    }
    false
}

/// How many blocks around one are looked at.
const AROUND: usize = 40;

/// A paragraph may go on with a sentence that a list, a quotation or code has interrupted: then
/// what stands before that ends without a stop.
fn follows_a_finished_block(block: InBlock, word: At) -> Option<Applicability> {
    let reading = block.reading;
    let interrupts = |b: &InBlock| {
        matches!(b.kind(), BlockKind::Item | BlockKind::Cell | BlockKind::Caption | BlockKind::Attribution)
            || b.has(BlockFlags::QUOTATION)
    };
    let mut before = (0..block.number).rev().take(AROUND).map(|number| InBlock { reading, number });
    let Some(last) = before.next() else { return Some(Applicability::Safe) };
    let finished = |b: InBlock| matches!(b.kind(), BlockKind::Heading(_)) || b.last().is_some_and(ends_a_sentence);
    if !interrupts(&last) {
        return finished(last).then_some(Applicability::Safe);
    }
    let resumes = !word.has(Traits::DETERMINER | Traits::PRONOUN) || word.has(Traits::CONJUNCTION);
    match before.find(|b| !interrupts(b)) {
        Some(intro) if finished(intro) => Some(Applicability::Safe),
        // “We need: … That is all.” The list's own end tells.
        Some(_) if finished(last) && !resumes => Some(Applicability::Unsafe),
        Some(_) => None,
        None => finished(last).then_some(Applicability::Unsafe),
    }
}

/// Whether all other items near this one are sentences with a capital.
fn fits_its_list(block: InBlock) -> bool {
    let reading = block.reading;
    let count = reading.article.blocks.len();
    let is_item = |b: &InBlock| b.kind() == BlockKind::Item && !b.has(BlockFlags::CONTINUED);
    let above = (0..block.number).rev().map(|number| InBlock { reading, number }).take_while(is_item).take(AROUND / 10);
    let below =
        (block.number + 1..count).map(|number| InBlock { reading, number }).take_while(is_item).take(AROUND / 10);
    let mut siblings = 0;
    for sibling in above.chain(below) {
        let capitalised = sibling.first().is_some_and(|first| first.traits().capitalised());
        if !capitalised || !is_running(sibling) {
            return false;
        }
        siblings += 1;
    }
    siblings > 1
}

/// After a full stop, question mark or exclamation mark.
fn after_a_stop(start: At, word: At) -> Option<Applicability> {
    let end = start.prev()?;
    let block = start.block();
    let fragments = !matches!(block.kind(), BlockKind::Paragraph | BlockKind::Turn) || block.has(BlockFlags::QUOTATION);
    let opens_lower = || block.first().is_none_or(|first| !first.traits().capitalised());
    if end.spaced()
        || fragments && opens_lower()
        || start.flags().contains(TokenFlags::LINE) && block.has(BlockFlags::LINES)
    {
        return None;
    }
    if start.index != word.index && !is_whole_quotation(start, word) {
        return None;
    }
    let ended = match end.kind() {
        Kind::Stop => ends_after(end.prev()?, word),
        Kind::Question | Kind::Exclamation => asked_or_called(end, word),
        _ => false,
    };
    // Whoever is heard calling may go on in the same breath: “Why, bless my soul! here he is.”
    let called = end.is(Kind::Exclamation) || end.is(Kind::Question) && word.quoted();
    let sure = if called || starts_link(word) { Applicability::Unsafe } else { Applicability::Safe };
    (ended && !is_lower_quotation(word)).then_some(sure)
}

/// “The law is old. [read more](…)”: a prompt is no part of the text.
fn starts_link(word: At) -> bool {
    word.marked(MarkKind::Link) && word.prev().is_none_or(|prev| !prev.marked(MarkKind::Link))
}

/// Whether a full stop after `before` ends a sentence although a small letter follows.
fn ends_after(before: At, word: At) -> bool {
    // “every. single. change.”
    if word.next().is_some_and(|next| next.is(Kind::Stop)) || before.prev().is_some_and(|p| p.is(Kind::Stop)) {
        return false;
    }
    // “example. com”
    if matches!(word.text(), "com" | "org" | "net" | "gov" | "edu" | "co") {
        return false;
    }
    match before.kind() {
        Kind::Word => !is_short_for_something(before),
        // “2. the second”; “5ft. wide”
        Kind::Number => {
            let text = before.text();
            let numbered = text.len() <= 2 && !before.prev().is_some_and(|p| p.kind().is_wordlike());
            !numbered && !is_in_numbered_row(before) && !text.ends_with(|c: char| c.is_alphabetic() && c != 's')
        }
        Kind::Ordinal
        | Kind::Time
        | Kind::Figures
        | Kind::Code
        | Kind::Address
        | Kind::Tag
        | Kind::Opaque
        | Kind::CloseBracket
        | Kind::CloseQuote
        | Kind::CloseSingle
        | Kind::Hyphen
        | Kind::Emoji => true,
        Kind::Symbol => before.text() == "%",
        _ => false,
    }
}

/// “writing down 1. what we do, and 2. what we want”
fn is_in_numbered_row(number: At) -> bool {
    const FAR: usize = 60;
    let Ok(value) = number.text().parse::<u8>() else { return false };
    let neighbour = |at: &At| {
        at.is(Kind::Number)
            && at.text().parse::<u8>().is_ok_and(|other| other.abs_diff(value) == 1)
            && at.next().is_some_and(|stop| stop.is(Kind::Stop) && stop.next().is_some_and(|w| w.has(Traits::LOWER)))
    };
    let ahead = std::iter::successors(number.next(), |at| at.next()).take(FAR);
    let behind = std::iter::successors(number.prev(), |at| at.prev()).take(FAR);
    ahead.chain(behind).any(|at| neighbour(&at))
}

/// Whether the word before a stop may be an abbreviation: “min. five”, “pkwy. exit”, “E. coli”.
fn is_short_for_something(word: At) -> bool {
    const DOUBTFUL: &[&str] = &[
        "abs", "adj", "aka", "alt", "arr", "art", "cal", "cap", "cat", "co", "cont", "cu", "deg", "ed", "eds", "esp",
        "est", "excl", "ext", "fig", "figs", "ft", "gal", "gen", "hr", "hrs", "in", "incl", "int", "lab", "lb", "lbs",
        "lit", "max", "mi", "min", "mins", "mm", "no", "nos", "op", "oz", "par", "pop", "pt", "qt", "resp", "rev",
        "sec", "secs", "sing", "sp", "sq", "sub", "tel", "temp", "trans", "var", "ver", "vol", "yd", "yds", "yr",
        "yrs",
    ];
    // Among these, words that end sentences too, unless figures stand before them.
    const WORDS: &[&str] = &[
        "art", "cat", "fig", "figs", "in", "lab", "lit", "no", "par", "pop", "sing", "sub", "min", "max", "sec", "temp",
    ];
    let text = word.text();
    // “Robert I. and William II. of Sicily”
    let roman = text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let reigns = || word.prev().is_some_and(|p| p.has(Traits::GIVEN_NAME) && p.traits().capitalised());
    // “in Ferguson, Mo. early on Tuesday”
    let state = matches!(text, "La" | "Mass" | "Miss" | "Mo" | "Ore" | "Pa" | "Wash" | "Me" | "Del")
        && word.prev().is_some_and(|p| p.is(Kind::Comma));
    if matches!(text, "MS" | "MSS") || roman && reigns() || state {
        return true;
    }
    if word.has(Traits::LETTER) {
        return text != "I";
    }
    // “the STOP.THINK.CONNECT. campaign”
    if word.has(Traits::UPPER) && !word.spaced() && word.prev().is_some_and(|p| p.is(Kind::Stop)) {
        return true;
    }
    let after_figures = word.prev().is_some_and(|p| matches!(p.kind(), Kind::Number | Kind::Figures));
    if WORDS.contains(&text) {
        return after_figures || matches!(text, "min" | "max" | "sec" | "temp");
    }
    let no_vowel = !text.bytes().any(|b| b"aeiouyAEIOUY".contains(&b) || b >= 128);
    DOUBTFUL.contains(&text)
        || no_vowel && !word.has(Traits::UPPER)
        || word.has(Traits::LOWER) && text.len() < 6 && !word.has(Traits::KNOWN | Traits::MISSPELLED)
}

/// “what is it: who made it? who sold it? and for how much?”
fn is_row_of_questions(end: At, word: At) -> bool {
    const FAR: usize = 30;
    let stops = |at: &At| matches!(at.kind(), Kind::Question | Kind::Stop | Kind::Exclamation);
    let ahead = std::iter::successors(Some(word), |at| at.next()).take(FAR);
    let behind = std::iter::successors(end.prev(), |at| at.prev()).take(FAR);
    let mark = ahead.into_iter().find(stops);
    let colon = behind.take_while(|at| !at.is(Kind::Stop)).find(|at| at.is(Kind::Colon));
    mark.is_some_and(|mark| mark.is(Kind::Question))
        && colon.and_then(At::next).is_some_and(|first| first.has(Traits::LOWER))
}

/// Whether a question mark or exclamation mark ends a sentence although a small letter follows. Not
/// one that belongs to a name (Yahoo!, Which?), to a title in italics, or to a row of short
/// questions (Who? where? when?).
fn asked_or_called(end: At, word: At) -> bool {
    let mut mark = end;
    let before = loop {
        match mark.prev() {
            Some(p) if matches!(p.kind(), Kind::Question | Kind::Exclamation) && !mark.spaced() => mark = p,
            Some(p) if !mark.spaced() => break p,
            _ => return false,
        }
    };
    let goes_on = word.has(Traits::AUXILIARY)
        || is_third_person(word)
        || speaks(word)
        || matches!(word.text(), "and" | "or" | "but" | "nor" | "yet" | "to");
    let titled = [MarkKind::Emphasis, MarkKind::Cite, MarkKind::Link, MarkKind::Quote].iter().any(|&m| end.marked(m));
    if end.is(Kind::Exclamation)
        && (before.word_is(word.text()) || is_interjection(before) || word.quoted() && is_outcry(before))
    {
        return false;
    }
    let plain = matches!(before.kind(), Kind::Word) && before.has(Traits::LOWER) && before.has(Traits::KNOWN);
    plain && !goes_on && !titled && !is_short_question(word) && !is_row_of_questions(end, word)
}

/// “bang! goes the gun”
fn is_third_person(word: At) -> bool {
    word.has(Traits::THIRD_PERSON) && !word.has(Traits::NOUN | Traits::PLURAL)
}

/// “and lo! the sea was calm”: in older writing a cry is no end.
fn is_interjection(word: At) -> bool {
    ["lo", "behold", "ah", "alas", "hark", "oh", "o", "ha", "aye", "nay", "fie", "hurrah", "hush"]
        .iter()
        .any(|cry| word.word_is(cry))
}

/// “Oh, yes! he is there”: in speech, a call of a few words may stand before its sentence.
fn is_outcry(last: At) -> bool {
    const FEW: usize = 3;
    let mut at = last;
    for _ in 0..=FEW {
        match at.prev() {
            Some(prev) if !at.starts_sentence() && !matches!(prev.kind(), Kind::OpenQuote | Kind::Dash) => at = prev,
            _ => return true,
        }
    }
    false
}

/// “Who? where? when?”
fn is_short_question(word: At) -> bool {
    let mut at = word;
    for _ in 0..4 {
        match at.next() {
            Some(next) if next.is(Kind::Question) => return true,
            Some(next) if !next.starts_sentence() => at = next,
            _ => return false,
        }
    }
    false
}

/// After a quotation whose last sentence ends with a stop within the marks. “He left.” the man
/// said. needs a comma and not a capital, so whoever speaks there keeps the rule silent.
fn after_a_quotation(start: At, word: At) -> Option<Applicability> {
    let closer = start.prev()?;
    let stop = closer.prev()?;
    let closes =
        matches!(closer.kind(), Kind::CloseQuote | Kind::CloseSingle) && stop.is(Kind::Stop) && !closer.spaced();
    let relative = matches!(word.text(), "which" | "who" | "whom" | "whose");
    let starts_sentences =
        word.has(Traits::DETERMINER | Traits::PRONOUN) && !word.has(Traits::CONJUNCTION) && !relative;
    (start.spaced() && start.index == word.index && closes && starts_sentences && is_statement(word))
        .then_some(Applicability::Unsafe)
}

/// Whether the word says that somebody speaks.
fn speaks(word: At) -> bool {
    SPEAKS.contains(&word.text())
}

const SPEAKS: &[&str] = &[
    "said",
    "says",
    "say",
    "asked",
    "asks",
    "told",
    "tells",
    "added",
    "adds",
    "wrote",
    "writes",
    "noted",
    "notes",
    "explained",
    "explains",
    "replied",
    "replies",
    "recalled",
    "recalls",
    "continued",
    "insisted",
    "insists",
    "argued",
    "argues",
    "concluded",
    "answered",
    "cried",
    "shouted",
    "whispered",
    "read",
    "reads",
    "goes",
    "went",
    "quipped",
    "joked",
    "admitted",
    "admits",
    "claimed",
    "claims",
    "declared",
    "tweeted",
    "posted",
    "testified",
    "is",
    "was",
    "are",
    "were",
];

/// Whether a sentence follows that is more than “the man said”.
fn is_statement(word: At) -> bool {
    let mut at = word;
    let mut words = 1;
    while let Some(next) = at.next() {
        if next.starts_sentence() || matches!(next.kind(), Kind::Stop | Kind::Question | Kind::Exclamation) {
            break;
        }
        words += usize::from(next.is(Kind::Word));
        if words < 6 && speaks(next) {
            return false;
        }
        if words > 6 {
            return true;
        }
        at = next;
    }
    words > 5
}

/// Whether what the mark at `start` opens is a whole sentence: some words, and a mark before the
/// closing one.
fn is_whole_quotation(start: At, word: At) -> bool {
    const MOST: usize = 400;
    if !word.has(Traits::DETERMINER | Traits::PRONOUN) {
        return false;
    }
    let mut at = word;
    let mut words = 1;
    for _ in 0..MOST {
        let Some(next) = at.next() else { return false };
        if matches!(next.kind(), Kind::CloseQuote | Kind::CloseSingle) {
            let ended = matches!(at.kind(), Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Comma);
            return ended && words > 3 && start.spaced();
        }
        words += usize::from(next.is(Kind::Word));
        at = next;
    }
    false
}

/// Whether the word stands in a quotation that starts with a small letter: a fragment, or the
/// speaker's own way of writing.
fn is_lower_quotation(word: At) -> bool {
    let quotations = word.reading.quotations().spans();
    let after = quotations.partition_point(|q| q.start <= word.span().start);
    let Some(quotation) = quotations[..after].last().filter(|q| q.contains(word.span())) else { return false };
    word.reading.article.text(*quotation).chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}
