use crate::lexicon::Traits;
use crate::reading::InBlock;
use crate::rule::{Check, Finding, Report};
use crate::text::{BlockFlags, BlockKind, Format, Kind};

pub const CHECK: Check = Check::block("quotes/unmarked-pull-quote", run);

/// Only the line under it shows that these are somebody's words.
fn run(line: InBlock, report: &mut Report) {
    let reading = line.reading;
    // At the top of a text stands its title.
    let Some(above) = line.number.checked_sub(1).filter(|above| *above > 0) else { return };
    let quote = InBlock { reading, number: above };
    let marked = quote.each().take(2).any(|at| is_open(at.kind())) || quote.has(BlockFlags::QUOTATION);
    if line.kind() != BlockKind::Attribution
        || quote.kind() != BlockKind::Paragraph
        || marked
        || is_dashed(line)
        || !names_a_speaker(line)
    {
        return;
    }
    let mut finding = Finding::at(quote.span()).related(line.span(), "This line names the speaker.");
    for passage in reading.repeats().passages() {
        let [first, second, ..] = passage.places[..] else { continue };
        let other = if quote.span().contains(second) {
            first
        } else if quote.span().contains(first) {
            second
        } else {
            continue;
        };
        if reading.quotations().contains(other) {
            finding = finding.related(other, "These words stand in quotation marks here.");
        }
    }
    report.add(finding);
}

fn is_open(kind: Kind) -> bool {
    matches!(kind, Kind::OpenQuote | Kind::StraightQuote | Kind::OpenSingle)
}

/// A dash before the name sets the words above it off as well as marks do.
fn is_dashed(line: InBlock) -> bool {
    let article = line.reading.article;
    let before = &article.prose[..line.span().start as usize];
    article.format != Format::Plain || before.trim_end_matches([' ', '\u{a0}']).ends_with(['—', '–', '-'])
}

/// Whether the line says who can have spoken: a name with what they are behind it, an office. A
/// credit, the title of the next piece or a site's label may stand there as well.
fn names_a_speaker(line: InBlock) -> bool {
    const SPEAKERS: &[&str] = &[
        "statement",
        "letter",
        "interview",
        "speech",
        "mayor",
        "minister",
        "president",
        "chancellor",
        "secretary",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "director",
        "chief",
        "chair",
        "chairman",
        "chairwoman",
        "head",
        "leader",
        "captain",
        "coach",
        "manager",
        "officer",
        "sheriff",
        "judge",
        "lawyer",
        "attorney",
        "professor",
        "author",
        "founder",
        "owner",
        "editor",
        "expert",
        "analyst",
        "resident",
        "witness",
        "teacher",
        "doctor",
        "mother",
        "father",
        "survivor",
        "farmer",
        "senator",
        "governor",
        "ambassador",
        "general",
        "commissioner",
        "executive",
        "scientist",
        "economist",
        "historian",
        "writer",
        "artist",
        "actor",
        "player",
        "student",
    ];
    let office = line.each().any(|at| SPEAKERS.iter().any(|word| at.word_is(word)));
    let named =
        line.first().is_some_and(|at| at.has(Traits::GIVEN_NAME | Traits::SURNAME) && !at.has(Traits::FUNCTION));
    let described = line.each().any(|at| at.is(Kind::Comma) && at.next().is_some_and(|next| next.has(Traits::LOWER)));
    let bare = line.each().all(|at| at.has(Traits::GIVEN_NAME | Traits::SURNAME) && at.traits().capitalised());
    office || named && described || bare && !line.each().all(|at| at.has(Traits::UPPER))
}
