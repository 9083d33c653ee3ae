use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check =
    Check::token("grammar/two-determiners", Wake::traits(Traits::DETERMINER).before(&[], Traits::DETERMINER), run);

fn run(first: At, report: &mut Report) {
    // “A tag A that points there”
    let name = first.has(Traits::TITLE) && !first.starts_sentence();
    let Some(second) = first.next().filter(|second| !name && clash(first, *second)) else { return };
    let joined =
        |at: At| matches!(at.kind(), Kind::Hyphen | Kind::Slash | Kind::Apostrophe | Kind::Dash) && !at.spaced();
    let compound = second.next().is_none_or(joined)
        || !first.spaced() && first.prev().is_some_and(|p| joined(p) || p.is(Kind::Abbreviation));
    let broken = second.flags().intersects(TokenFlags::SENTENCE | TokenFlags::MAYBE_SENTENCE);
    if compound || broken || !second.spaced() || is_phrase(second) || is_mentioned(first, second) {
        return;
    }
    let (one, other) = (first.span(), second.span());
    let without_second = Span { start: one.end, end: other.end };
    let without_first = Span { start: one.start, end: other.start };
    let finding = Finding::at(one.cover(other)).with("first", first.text()).with("second", second.text());
    report.add(match first.has(Traits::TITLE) && first.starts_sentence() {
        // What is left would have to take over the capital.
        true => finding.replace(without_second, ""),
        false => finding.replace(without_first, "").replace(without_second, ""),
    });
}

/// Whether no noun can have both words before it. One that stands twice is another rule’s.
fn clash(first: At, second: At) -> bool {
    if !second.has(Traits::DETERMINER)
        || !second.has(Traits::LOWER)
        || second.is(Kind::Abbreviation)
        || first.word_is(second.text())
    {
        return false;
    }
    match first.text() {
        "a" | "an" | "A" | "An" => matches!(
            second.text(),
            "the" | "my" | "your" | "his" | "its" | "our" | "their" | "this" | "that" | "these" | "those"
        ),
        "the" | "The" => {
            matches!(second.text(), "a" | "an" | "my" | "your" | "its" | "our" | "their" | "this" | "these" | "those")
        }
        // “your a” and “its a” are slips of the apostrophe.
        "my" | "our" | "My" | "Our" => {
            matches!(second.text(), "a" | "an" | "the" | "my" | "your" | "his" | "their" | "our")
        }
        _ => false,
    }
}

/// “the a cappella group”, “the a priori case”, “a la carte”
fn is_phrase(second: At) -> bool {
    let after = second.next().map_or("", |next| next.text());
    matches!(after, "cappella" | "capella" | "priori" | "posteriori" | "la" | "fortiori" | "m" | "team" | "contrario")
}

/// “the *a* in *cat*”, “the letter a”, “the ‘the’”: a word that is spoken of.
fn is_mentioned(first: At, second: At) -> bool {
    let alone = |at: At| at.reading.article.marks_of(at.span()).next().is_some();
    let letter =
        |at: Option<At>| at.is_some_and(|at| matches!(at.text(), "in" | "and" | "is" | "or" | "for" | "of" | "was"));
    alone(first)
        || alone(second)
        || letter(second.next())
        || first.prev().is_some_and(|before| {
            matches!(
                before.text(),
                "word" | "words" | "letter" | "article" | "between" | "from" | "write" | "writes" | "say" | "use"
            )
        })
}
