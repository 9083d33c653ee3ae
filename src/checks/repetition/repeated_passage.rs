use crate::diagnostic::Level;
use crate::evidence::repeats::Passage;
use crate::lexicon::Traits;
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockKind, Kind, MarkKind, Span};

pub const CHECK: Check = Check::article("repetition/repeated-passage", run);

/// In bytes.
const PAGE: u32 = 2_500;

fn run(reading: &Reading, report: &mut Report) {
    for passage in reading.repeats().passages().iter().filter(|p| is_passage(p) && !is_by_design(reading, p)) {
        let what = match (passage.quoted, passage.sentences) {
            (2, _) => "quotation",
            (_, 0) => "clause",
            (_, 1) => "sentence",
            _ => "passage",
        };
        let how = match passage.changes {
            0 => String::new(),
            1 => " with one word changed".to_owned(),
            n => format!(" with {n} words changed"),
        };
        let message = match passage.count {
            2 => format!("This {what} repeats an earlier one{how}. Readers need it only once."),
            n => format!("This {what} stands {n} times. Readers need it only once."),
        };
        let finding = Finding::at(passage.places[1]).say(message).related(passage.places[0], "It stands here first.");
        let finding = if is_slip(reading, passage) { finding } else { finding.level(Level::Suggestion) };
        let others = &passage.places[2..];
        report.add(others.iter().fold(finding, |finding, place| finding.related(*place, "And here again.")));
    }
}

/// Whether so much is the same that it is no accident of wording.
pub fn is_passage(passage: &Passage) -> bool {
    // Words that are said once and told once are the writer's way to discuss a quotation.
    let one_quoted = passage.quoted == 1;
    // A long sentence that stands twice word for word may be full of names.
    let named = passage.changes == 0 && passage.words >= 10 && passage.telling >= 2;
    let sentence = passage.sentences > 0 && passage.words >= 7 && (passage.telling >= 3 || named);
    !one_quoted && (sentence || passage.words >= 10 && passage.telling >= 6)
}

/// Whether one of two quotations is a pull quote, which repeats the text by design, or they are two
/// versions of the same words, which is another fault; or a place is no running text: a bold or slanted
/// line, a caption, a link, filler.
fn is_by_design(reading: &Reading, passage: &Passage) -> bool {
    let pulled = || passage.places.iter().any(|place| reading.is_pull_quote(*place));
    let aside = |place: &Span| {
        let block = block_of(reading, *place);
        [MarkKind::Strong, MarkKind::Emphasis, MarkKind::Link].into_iter().any(|kind| block.is_all(kind))
    };
    passage.changes > 0 && is_of_another_word(reading, passage)
        || passage.quoted == 2 && (passage.changes > 0 || pulled())
        || passage.places[..2].iter().any(aside)
        || passage.changes == 0 && passage.places[..2].iter().any(|place| is_caption(reading, *place))
        || is_filler(reading, passage.places[1])
        || points_elsewhere(reading, passage.places[1])
}

/// “If you say ‘ladder’, the door opens. If you say ‘rope’, the door opens.”: one sentence right behind
/// the other, of what stands in quotation marks there.
fn is_of_another_word(reading: &Reading, passage: &Passage) -> bool {
    /// In bytes.
    const BESIDE: u32 = 8;
    const MARKS: [char; 5] = ['"', '“', '‘', '\'', '’'];
    let quoted = |place: Span| reading.article.text(place).split(MARKS).nth(1).filter(|word| !word.is_empty());
    let (first, second) = (passage.places[0], passage.places[1]);
    let beside = second.start.saturating_sub(first.end) < BESIDE;
    beside && quoted(first).zip(quoted(second)).is_some_and(|(one, other)| one != other)
}

/// “See the detailed release notes for more.”: what sends readers elsewhere stands under each part.
fn points_elsewhere(reading: &Reading, place: Span) -> bool {
    let first = reading.at(reading.token_at(place.start));
    matches!(first.text(), "See" | "Read" | "Visit" | "Click" | "Learn" | "Check" | "Follow" | "Find" | "Sign")
        || first.text() == "For" && first.next().is_some_and(|next| next.word_is("more"))
}

/// Whether it was pasted twice or forgotten, rather than said again. A report comes back in its end
/// to what it said at its start; steps of a recipe, answers and talk come back to the same words; but
/// not within a page, and not at length.
fn is_slip(reading: &Reading, passage: &Passage) -> bool {
    const LONG: usize = 18;
    /// So much stands in two parts of an article only if it was pasted.
    const PASTED: usize = 40;
    let (first, second) = (passage.places[0], passage.places[1]);
    // The caption of a picture says what the text says.
    if [first, second].into_iter().any(|place| is_caption(reading, place)) {
        return false;
    }
    if is_of_parallel_sections(reading, first, second) {
        return passage.words >= PASTED && passage.changes == 0 && passage.count == 2;
    }
    let written = |place| block_of(reading, place).kind() == BlockKind::Paragraph;
    // Entries of a list that say the same of two things; a clause that the writer made anew.
    if passage.changes > 0 && !written(first) && !written(second) || passage.changes > 2 && passage.sentences == 0 {
        return false;
    }
    if passage.words < PASTED && comes_back_at_the_end(reading, first, second) {
        return false;
    }
    if passage.words >= LONG {
        return true;
    }
    let whole = passage.sentences > 0 && passage.changes == 0;
    let introduces = reading.article.prose[second.end as usize..].starts_with(':');
    let apart = second.start.saturating_sub(first.end);
    let clause = passage.sentences > 0 || is_clause(reading, second);
    written(first)
        && written(second)
        && !introduces
        && (apart < PAGE && clause || whole && passage.words > 9 && apart < 4 * PAGE)
}

/// Whether an article closes with the words that it opened with, as many do.
fn comes_back_at_the_end(reading: &Reading, first: Span, second: Span) -> bool {
    /// In bytes.
    const OPENING: u32 = 400;
    const CLOSING: usize = 1_000;
    let apart = second.start.saturating_sub(first.end);
    first.start < OPENING && reading.article.prose.len() - (second.end as usize) < CLOSING && apart > PAGE
}

/// Whether a heading stands between the places: what is explained part by part, a form, a contract, is
/// explained in the same words.
fn is_of_parallel_sections(reading: &Reading, first: Span, second: Span) -> bool {
    let block = |place: Span| reading.block_of(reading.token_at(place.start));
    let between = block(first)..block(second);
    reading.headings().all.iter().any(|heading| between.contains(&heading.block))
}

/// Whether the place is most of a paragraph that ends without a stop, as captions and teasers do.
fn is_caption(reading: &Reading, place: Span) -> bool {
    let block = block_of(reading, place);
    let paragraph = matches!(block.kind(), BlockKind::Paragraph | BlockKind::Caption | BlockKind::Heading(_));
    let open = block.last().is_some_and(|last| matches!(last.kind(), Kind::Word | Kind::Number | Kind::CloseBracket));
    paragraph && open && place.len() * 2 > block.span().len()
}

/// Whether the words are a clause by their marks, or all but a word of one: “…, as both hamlets
/// faced days of snow.” A formula comes again within its sentences: “one count of robbery”.
fn is_clause(reading: &Reading, place: Span) -> bool {
    let mark = |at: At| {
        matches!(
            at.kind(),
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::OpenBracket | Kind::OpenQuote
        )
    };
    let first = reading.at(reading.token_at(place.start));
    let last = reading.at(reading.token_at(place.end).saturating_sub(1));
    let opens = first.starts_sentence()
        || first.prev().is_some_and(mark)
        || std::iter::successors(Some(first), |at| at.next()).take(3).any(mark);
    let closes = last.next().is_none_or(|next| !next.kind().is_wordlike());
    opens && closes
}

fn block_of<'r>(reading: &'r Reading<'r>, place: Span) -> InBlock<'r> {
    InBlock { reading, number: reading.block_of(reading.token_at(place.start)) }
}

/// Whether much of it is no English: filler, or a text in another language, whose small words may
/// be English ones.
fn is_filler(reading: &Reading, place: Span) -> bool {
    let tokens = &reading.tokens[reading.token_at(place.start)..];
    let words = || tokens.iter().take_while(|t| t.end() <= place.end).filter(|t| t.kind == Kind::Word);
    words().filter(|t| !reading.traits(t).any(Traits::KNOWN)).count() * 3 > words().count()
}
