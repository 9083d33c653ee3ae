use crate::diagnostic::Level;
use crate::evidence::headings::{Heading, Style, is_small};
use crate::lexicon::Traits;
use crate::reading::{InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, Span};

pub const CHECK: Check = Check::article("consistency/heading-style", run);

/// So many headings of one style, for each of the other, make it the article's; of all levels, two
/// if nobody else differs.
const MAJORITY: usize = 3;

fn run(reading: &Reading, report: &mut Report) {
    let headings = reading.headings();
    let span = |heading: &Heading| reading.article.blocks[heading.block].span;
    let levels = headings.all.iter().map(|h| h.level).max().unwrap_or(0);
    // Without markup a line with another right under it may be no heading.
    let plain: Vec<&Heading> = headings.all.iter().filter(|h| is_plain(h)).collect();
    let plain: Vec<&Heading> =
        plain.into_iter().filter(|h| !InBlock { reading, number: h.block }.has_next_line()).collect();
    stray_capital(reading, report);
    let supporters = |style: Style| headings.all.iter().filter(|h| supports(h, style)).count();
    let mut told = false;
    for level in 1..=levels {
        let of = |style: Style| -> Vec<&Heading> {
            plain.iter().filter(|h| h.level == level && h.style == style).copied().collect()
        };
        let elsewhere = |style: Style| plain.iter().filter(|h| h.level != level && h.style == style).count();
        let (headline, sentence) = (of(Style::Headline), of(Style::Sentence));
        // A heading that is all names is no headline for it.
        let plainly: Vec<&Heading> =
            headline.iter().filter(|h| h.sure && !is_name_in_text(reading, span(h))).copied().collect();
        // The only one, with a headline that goes with the others.
        let alone = |odd: &[&Heading], style: Style, main: &[&Heading], other: Style| {
            level > 1
                && odd.len() == 1
                && elsewhere(style) == 0
                && !main.is_empty()
                && elsewhere(other) + main.len() > 1
        };
        let (odd, main, name, other) = match (headline.len(), sentence.len()) {
            (h, s) if s > 0 && (h >= MAJORITY * s || alone(&sentence, Style::Sentence, &headline, Style::Headline)) => {
                (sentence, headline, "a sentence", "headlines")
            }
            (h, s)
                if !plainly.is_empty()
                    && (s >= MAJORITY * h || alone(&headline, Style::Headline, &sentence, Style::Sentence)) =>
            {
                (plainly, sentence, "a headline", "sentences")
            }
            _ => continue,
        };
        // A heading that only misses a few capitals has its own finding.
        let odd: Vec<Span> = odd.into_iter().filter(|h| headings.meant_as_headline(h).is_none()).map(span).collect();
        let Some((first, rest)) = odd.split_first() else { continue };
        let count = main.len() + if main.len() < MAJORITY { elsewhere(main[0].style) } else { 0 };
        let few = count < MAJORITY && (main[0].style == Style::Sentence || supporters(Style::Headline) < MAJORITY);
        told = true;
        let mut finding = Finding::at(*first).with("style", name).with("other", other).with("count", count.to_string());
        finding = rest.iter().fold(finding, |f, s| f.related(*s, "here too"));
        finding = if few { finding.level(Level::Suggestion) } else { finding };
        report.add(finding.related(span(main[0]), "in the other style"));
    }
    if !told {
        the_only_one(reading, report);
    }
}

/// One heading among others that are too short to show their style each, but show it together: “Watch The
/// Clock” among “Find your port” and “Leave a margin”.
fn the_only_one(reading: &Reading, report: &mut Report) {
    let headings = reading.headings();
    let span = |heading: &Heading| reading.article.blocks[heading.block].span;
    let is_plain_in = |heading: &Heading, style| match style {
        // “The Types Team” may be a name; “Watch The Clock” raises even its article.
        Style::Headline => heading.weight > 0 && heading.lowered.is_empty() && raises_all(reading, heading),
        _ => heading.weight == 0 && heading.lowered.len() > 1 && headings.meant_as_headline(heading).is_none(),
    };
    for (own, other, names) in [
        (Style::Headline, Style::Sentence, ("a headline", "sentences")),
        (Style::Sentence, Style::Headline, ("a sentence", "headlines")),
    ] {
        let others: Vec<&Heading> = headings.all.iter().filter(|h| supports(h, other)).collect();
        let mut odd = headings
            .all
            .iter()
            .filter(|h| if own == Style::Headline { h.weight > 0 } else { h.weight == 0 && !h.lowered.is_empty() });
        let (Some(odd), None) = (odd.next(), odd.next()) else { continue };
        let words: usize = others.iter().map(|h| h.lowered.len()).sum();
        let shown = others.len() >= MAJORITY && (own == Style::Sentence || words >= MAJORITY);
        let next_line = InBlock { reading, number: odd.block }.has_next_line();
        if shown && odd.level > 1 && !next_line && is_plain_in(odd, own) && !is_name_in_text(reading, span(odd)) {
            let count = others.len().to_string();
            let finding = Finding::at(span(odd)).with("style", names.0).with("other", names.1).with("count", count);
            return report.add(finding.related(span(others[0]), "in the other style"));
        }
    }
}

/// Whether all words of a heading have capitals, small ones as well.
fn raises_all(reading: &Reading, heading: &Heading) -> bool {
    let words = || InBlock { reading, number: heading.block }.each().filter(|at| at.is(Kind::Word)).skip(1);
    words().all(|at| at.has(Traits::TITLE)) && words().any(|at| is_small(&at.text().to_lowercase()))
}

/// Whether all that the heading shows speaks for this style.
fn supports(heading: &Heading, style: Style) -> bool {
    match style {
        Style::Headline => heading.weight > 0 && heading.lowered.is_empty(),
        _ => heading.weight == 0 && heading.style == Style::Sentence,
    }
}

/// “Mixing the Dough”: a capital on a common noun in one heading, where all others are like sentences. It may
/// be that of a name which nobody knows; where the text has the word without, it is not.
fn stray_capital(reading: &Reading, report: &mut Report) {
    let all = &reading.headings().all;
    let sentences: Vec<&Heading> = all.iter().filter(|h| h.style == Style::Sentence).collect();
    let mut raised = all.iter().filter(|heading| heading.weight > 0);
    let (Some(odd), None) = (raised.next(), raised.next()) else { return };
    let Some(word) = odd.raised.map(|word| reading.at(word)) else { return };
    // “What is an Edition?”: the text has it with its capital, too.
    let named = reading.names().capitals(word.token().entry()) > 0;
    let noun = !named && word.has(Traits::NOUN) && !word.has(Traits::GIVEN_NAME | Traits::SURNAME | Traits::PLACE);
    let last = word.next().is_none_or(|next| !next.token().is_capitalised());
    let alone = last && word.prev().is_some_and(|prev| prev.has(Traits::LOWER));
    if odd.level == 1 || odd.weight > 2 || sentences.len() < MAJORITY || !noun || !alone {
        return;
    }
    let span = reading.article.blocks[sentences[0].block].span;
    let message = format!("“{}” has a capital here, common words in the other headings have none.", word.text());
    let finding = Finding::at(word.span()).say(message).related(span, "like a sentence");
    report.add(if odd.weight > 1 { finding } else { finding.level(Level::Suggestion) });
}

/// Whether the style of the heading is plain enough to hold against others.
fn is_plain(heading: &Heading) -> bool {
    match heading.style {
        Style::Headline => heading.lowered.is_empty() && heading.weight > 2,
        Style::Sentence => heading.weight == 0 && heading.lowered.len() > 1,
        _ => false,
    }
}

/// Whether the paragraph under it has the same words with the same capitals: “U.S. Web Design System”.
fn is_name_in_text(reading: &Reading, heading: Span) -> bool {
    let prose = &reading.article.prose;
    let below = &prose[heading.end as usize..];
    let near = below.char_indices().nth(600).map_or(below, |(end, _)| &below[..end]);
    near.contains(&prose[heading])
}
