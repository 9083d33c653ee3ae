use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, Span};

/// What somebody has, and no words that a plural could have as its verb (“the players voice doubts”).
const OWNED: &[&str] = &[
    "ability",
    "announcement",
    "arrival",
    "behavior",
    "behaviour",
    "birthday",
    "browser",
    "boyfriend",
    "brother",
    "childhood",
    "clipboard",
    "computer",
    "credentials",
    "daughter",
    "death",
    "decision",
    "departure",
    "device",
    "failure",
    "funeral",
    "girlfriend",
    "husband",
    "identity",
    "inability",
    "insistence",
    "intention",
    "keyboard",
    "laptop",
    "opinion",
    "password",
    "popularity",
    "preferences",
    "privacy",
    "proposal",
    "reaction",
    "refusal",
    "reputation",
    "resignation",
    "sister",
    "son",
    "speech",
    "spokesman",
    "spokeswoman",
    "suggestion",
    "unwillingness",
    "username",
    "wallet",
    "wedding",
    "wife",
    "willingness",
];

pub const CHECK: Check = Check::token("spelling/possessive", Wake::words(OWNED).or_kinds(&[Kind::Apostrophe]), run);

fn run(at: At, report: &mut Report) {
    match at.kind() {
        Kind::Apostrophe => without_letter(at, report),
        _ => without_mark(at, report),
    }
}

/// “the company’ profits”
fn without_letter(mark: At, report: &mut Report) {
    let Some((owner, owned)) = mark.prev().zip(mark.next()) else { return };
    let touches = !mark.spaced() && owner.is(Kind::Word) && owned.spaced() && owned.is(Kind::Word);
    if !touches || owner.text().ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) || owner.text().len() < 3 {
        return;
    }
    let single = !owner.has(Traits::PLURAL | Traits::FUNCTION | Traits::CALENDAR)
        && (owner.has(Traits::NOUN) && owner.prev().is_some_and(leads) || owner.has(Traits::TITLE) && is_name(owner));
    let thing = owned.has(Traits::LOWER) && owned.has(Traits::NOUN | Traits::ADJECTIVE) && !owned.has(Traits::FUNCTION);
    // Another single mark in the block may be the one that this one closes.
    let other = |at: At| matches!(at.kind(), Kind::OpenSingle | Kind::CloseSingle | Kind::Apostrophe);
    let before = || std::iter::successors(mark.prev(), |at| at.prev());
    let after = || std::iter::successors(mark.next(), |at| at.next());
    let alone = || !before().any(other) && !after().any(other);
    if single && thing && alone() {
        let text = format!("{}s", mark.text());
        report.add(Finding::at(owner.span().cover(mark.span())).replace(mark.span(), text));
    }
}

/// “the governments decision”
fn without_mark(owned: At, report: &mut Report) {
    let Some(owner) = owned.prev().filter(|owner| owned.spaced() && owner.is(Kind::Word)) else { return };
    let Some(stem) = owner.text().strip_suffix('s').filter(|stem| !stem.ends_with(['s', '\'', '’'])) else { return };
    if !owner.has(Traits::PLURAL) || !owner.spaced() || !is_somebody(owner, stem) || !owner.prev().is_some_and(leads) {
        return;
    }
    let mark = super::with_apostrophe(owner.reading, owner.text(), "'");
    let end = owner.span().end;
    let (after_stem, after) = (Span { start: end - 1, end: end - 1 }, Span { start: end, end });
    report.add(Finding::at(owner.span().cover(owned.span())).replace(after_stem, mark.clone()).replace(after, mark));
}

/// Whether a noun follows: “the”, “their”, “the former”.
fn leads(at: At) -> bool {
    let determines = |at: At| at.has(Traits::DETERMINER) && at.is(Kind::Word);
    determines(at) || at.has(Traits::ADJECTIVE | Traits::NOUN) && at.spaced() && at.prev().is_some_and(determines)
}

fn is_name(at: At) -> bool {
    at.has(Traits::GIVEN_NAME | Traits::SURNAME | Traits::PLACE) && !at.has(Traits::COMMON)
}

/// Whether the word is a person or a body of people, which decides, speaks and has a wife.
fn is_somebody(plural: At, stem: &str) -> bool {
    let stem = stem.to_ascii_lowercase();
    let known = matches!(
        stem.as_str(),
        "government"
            | "president"
            | "council"
            | "court"
            | "committee"
            | "parent"
            | "victim"
            | "student"
            | "patient"
            | "client"
            | "department"
            | "team"
            | "club"
            | "band"
            | "bank"
            | "firm"
            | "king"
            | "queen"
            | "pope"
            | "prince"
            | "princess"
            | "artist"
            | "actress"
            | "boy"
            | "girl"
            | "suspect"
            | "defendant"
            | "applicant"
            | "politician"
            | "musician"
            | "physician"
            | "pianist"
            | "novelist"
            | "scientist"
            | "candidate"
            | "senator"
            | "priest"
            | "bishop"
            | "judge"
            | "chef"
            | "coach"
            | "captain"
            | "colonel"
            | "general"
            | "union"
            | "cabinet"
            | "user"
            | "buyer"
            | "owner"
            | "author"
    );
    let ending = stem.len() > 5 && (stem.ends_with("er") || stem.ends_with("or"));
    known || ending && plural.reading.lexicon.traits(&stem).any(Traits::NOUN)
}
