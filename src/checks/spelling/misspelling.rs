use super::{is_mentioned, is_strange, with_apostrophe};
use crate::diagnostic::{Applicability, Level};
use crate::evidence::names;
use crate::evidence::roots::Root;
use crate::evidence::slips::{self, Standing};
use crate::lexicon::Traits;
use crate::lexicon::suggest::Context;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockKind, Kind};

pub const CHECK: Check = Check::token("spelling/misspelling", Wake::traits(Traits::MISSPELLED), run);

/// So often in an article a form that is said is meant.
const DIALECT: u32 = 3;

fn run(at: At, report: &mut Report) {
    let lexicon = at.reading.lexicon;
    let Some(right) = lexicon.correction(at.text()) else { return };
    // Lost apostrophes and spaces have rules of their own.
    if right.contains([' ', '\'']) || may_be_name(at) || is_strange(at) {
        return;
    }
    // Who speaks so again and again has a dialect.
    if at.quoted() && at.entry().count >= DIALECT && !is_common_slip(at, &right) {
        return;
    }
    // A word in quotation marks of its own is often shown for its spelling.
    let mentioned = is_mentioned(at);
    if mentioned && (!is_plain(at, &right) || speaks_of_writing(at)) {
        return;
    }
    // “pre-empted”, “right-hander”: lists know only whole words, and compounds are made of parts.
    if at.text().len() < 7
        && slips::standing(at.reading, at.index) == Standing::Compound
        && (!is_plain(at, &right) || is_known_together(at))
    {
        return;
    }
    let other = owner(at, &right).or_else(|| nearer(at, &right));
    let certain =
        other.is_none() && !may_own(at, &right) && (at.has(Traits::LOWER) || has_its_capital_from_its_place(at));
    let mut finding = Finding::at(at.span());
    for right in other.into_iter().chain([right]) {
        let own = match at.reading.dialect() {
            Some(dialect) => lexicon.respelt(&right, dialect).unwrap_or(right),
            None => right,
        };
        finding = finding.replace(at.span(), with_apostrophe(at.reading, at.text(), &own));
    }
    if mentioned {
        finding = finding.level(Level::Warning);
    }
    report.add(if certain && !mentioned { finding } else { finding.applicability(Applicability::Unsafe) });
}

/// “recieve”: two letters that changed places are nobody's dialect.
fn is_common_slip(at: At, right: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    letters(&at.text().to_lowercase()) == letters(right)
}

/// Whether a compound that ends in the word is known as one word (“pre-empted”).
fn is_known_together(at: At) -> bool {
    let before = at.prev().filter(|hyphen| hyphen.is(Kind::Hyphen)).and_then(At::prev);
    before.is_some_and(|first| at.reading.lexicon.traits(&[first.text(), at.text()].concat()).any(Traits::COMMON))
}

/// “the companys profits”: before a noun the word is likelier to be one that owns than a plural.
fn owner(at: At, right: &str) -> Option<String> {
    let one = at.text().strip_suffix('s').filter(|one| one.ends_with('y') && right.ends_with("ies"))?;
    let led = at.prev().is_some_and(|before| before.has(Traits::DETERMINER));
    let owned = at.next().is_some_and(|next| {
        next.spaced() && next.has(Traits::NOUN) && next.has(Traits::LOWER) && !next.has(Traits::FUNCTION)
    });
    (led && owned).then(|| format!("{one}'s"))
}

/// “companys profits”: of several that own something, or of one?
fn may_own(at: At, right: &str) -> bool {
    at.text().ends_with("ys")
        && right.ends_with("ies")
        && at.next().is_some_and(|next| next.spaced() && next.has(Traits::NOUN))
}

/// A word that the misspelling looks much more like than what its writers mostly mean by it.
fn nearer(at: At, right: &str) -> Option<String> {
    const MUCH: f32 = 1.5;
    let lexicon = at.reading.lexicon;
    // “Layed”: a verb with a past form of its own was given a regular one.
    if at.text().ends_with("ed") && !right.ends_with("ed") && lexicon.traits(right).any(Traits::PAST) {
        return None;
    }
    let cost = lexicon.cost(at.text(), right)?;
    let near = lexicon.suggest(at.text(), Context { most_slips: 1, ..Context::default() });
    near.into_iter().next().filter(|first| first.text != right && first.cost + MUCH < cost).map(|first| first.text)
}

/// Whether any word would have a capital there.
pub fn has_its_capital_from_its_place(at: At) -> bool {
    names::takes_capital(at.reading, at.index, at.reading.range(at.block().number).start)
}

/// Whether a word with a capital may be a name or an abbreviation that looks like a misspelling.
pub fn may_be_name(at: At) -> bool {
    if at.has(Traits::LOWER) {
        return false;
    }
    let in_heading = matches!(at.block().kind(), BlockKind::Heading(_));
    let letters = at.text().chars().count();
    if at.has(Traits::MIXED) || at.has(Traits::UPPER) && (letters <= 5 || !in_heading && letters <= 7) {
        return true;
    }
    if has_its_capital_from_its_place(at) && letters > 2 {
        return at.reading.names().capitals(at.token().entry()) > 0 || starts_foreign_name(at);
    }
    // Many a common word is somebody's name as well: “the Naitonal Day”.
    let named = |other: Option<At>| {
        other.is_some_and(|o| {
            let name = o.has(Traits::GIVEN_NAME) || o.has(Traits::SURNAME) && !o.has(Traits::COMMON);
            o.has(Traits::TITLE) && name
        })
    };
    if letters < 6 || at.entry().count > 2 || named(at.prev()) || named(at.next()) {
        return true;
    }
    // Most words with a capital that nobody knows are names. “the Goverment” is none if the article
    // has the word itself, or a name is meant, or nothing else can be.
    let Some(right) = at.reading.lexicon.correction(at.text()) else { return true };
    let uses = at.reading.vocabulary().uses(at.reading, Root::of(&right.to_lowercase()).form);
    let proper = at.reading.lexicon.traits(&right.to_lowercase()).any(Traits::PROPER);
    let amid = |other: Option<At>| other.is_some_and(|o| o.has(Traits::TITLE) && o.has(Traits::COMMON));
    let least = if amid(at.prev()) || amid(at.next()) { 6 } else { 8 };
    let sure = in_heading || letters >= least && is_plain(at, &right);
    uses.capital == 0 && !proper && !sure
}

/// “Instituto Gonzaga”: a word that ends as no English one does, before a name.
fn starts_foreign_name(at: At) -> bool {
    let named = at.next().is_some_and(|next| next.has(Traits::TITLE) && !next.has(Traits::COMMON));
    named && at.reading.lexicon.correction(at.text()).is_some_and(|right| slips::ends_as_foreign(at.text(), &right))
}

/// Whether the sentence is about how things are written: “The sign said ‘recieve’.”
fn speaks_of_writing(at: At) -> bool {
    const WRITING: &[&str] = &[
        "spell", "mis", "typ", "vowel", "letter", "word", "sign", "said", "say", "writ", "wrote", "read", "error",
        "mistake", "caption", "headline", "poster", "tattoo", "label", "print", "instead", "rather", "correct",
        "wrong",
    ];
    let start = at.sentence_start();
    let tokens =
        std::iter::successors(Some(start), |t| t.next()).take_while(|t| t.index == start.index || !t.starts_sentence());
    tokens
        .filter(|t| t.index != at.index)
        .any(|t| t.has(Traits::LOWER) && WRITING.iter().any(|word| t.text().starts_with(word)))
}

/// Whether the misspelling is so near that nothing else can be meant.
fn is_plain(at: At, right: &str) -> bool {
    const PLAIN: f32 = 3.7;
    at.reading.lexicon.cost(at.text(), right).is_some_and(|cost| cost <= PLAIN)
}
