use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::diagnostic::Applicability;
use crate::evidence::names::is_capitalised;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::Kind;

pub const CHECK: Check = Check::article("spelling/name-variant", run);

/// A word of a name, with and without its possessive ending.
struct Form<'r> {
    /// In lower case, without marks on its letters.
    key: String,
    text: &'r str,
    first: usize,
    count: u32,
    traits: Traits,
}

/// A name must stand so often for another to be a slip of it.
const OFTEN: u32 = 3;
/// One letter makes a different name of a shorter one.
const SHORTEST: usize = 5;

fn run(reading: &Reading, report: &mut Report) {
    let forms = forms(reading);
    let rare = |f: &&Form| f.count == 1 && f.text.chars().count() >= SHORTEST;
    if !forms.iter().any(|f| rare(&f)) {
        return;
    }
    let mut near: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    // A name with a mark on a letter is known by it, however often it stands.
    for (number, form) in forms.iter().enumerate().filter(|(_, f)| f.count >= 2 || !f.text.is_ascii()) {
        for key in shortened(&form.key) {
            near.entry(key).or_default().push(number);
        }
    }
    for form in forms.iter().filter(rare) {
        let mut others: Vec<&Form> =
            shortened(&form.key).filter_map(|key| near.get(&key)).flatten().map(|number| &forms[*number]).collect();
        others.sort_by_key(|other| std::cmp::Reverse(other.count));
        let at = reading.at(form.first);
        if let Some(other) = others.into_iter().find(|other| is_slip(reading, form, other))
            && report.looks_at(at.block().block())
        {
            report.add(finding(reading, at, form, other));
        }
    }
}

fn finding(reading: &Reading, at: At, form: &Form, other: &Form) -> Finding {
    let right = other.text.to_string() + &at.text()[form.text.len()..];
    let times = match other.count {
        1 => "once".to_string(),
        2 => "twice".to_string(),
        n => format!("{n} times"),
    };
    let message = format!(
        "“{}” appears once, “{}” {times}. If the same name is meant, please correct it.",
        short(form.text),
        short(other.text)
    );
    let known = form.traits.any(Traits::KNOWN) && form.key != other.key;
    Finding::at(at.span())
        .say(message)
        .related(reading.at(other.first).span(), "the usual form")
        .replace(at.span(), right)
        .applicability(if known { Applicability::Manual } else { Applicability::Unsafe })
}

/// Each word with a capital that is no common word, with all its places.
fn forms<'r>(reading: &'r Reading) -> Vec<Form<'r>> {
    let mut forms: Vec<Form> = Vec::new();
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, token) in reading.tokens.iter().enumerate() {
        let traits = reading.traits(token);
        let named = token.kind == Kind::Word
            && is_capitalised(reading, token)
            && !traits.any(Traits::COMMON | Traits::FUNCTION | Traits::MISSPELLED | Traits::UPPER)
            && !traits.any(Traits::CALENDAR | Traits::DEMONYM);
        if !named {
            continue;
        }
        let text = stem(reading.text(token));
        let number = *numbers.entry(text).or_insert_with(|| {
            forms.push(Form { key: folded(text), text, first: index, count: 0, traits });
            forms.len() - 1
        });
        forms[number].count += 1;
    }
    forms
}

/// Whether the one name is likelier a slip of the other than another name.
fn is_slip(reading: &Reading, form: &Form, other: &Form) -> bool {
    if form.key == other.key {
        // “Trevino” beside “Treviño”; but “McCann” and “Mccann” are a matter of capitals.
        return form.text.to_lowercase() != other.text.to_lowercase();
    }
    if strsim::osa_distance(&form.key, &other.key) > 1 || are_kin(&form.key, &other.key) {
        return false;
    }
    if form.traits.any(Traits::KNOWN) {
        // Two known names, one letter apart: one person only if the first names agree too.
        return same_first_name(reading, form, other);
    }
    let often = if other.traits.any(Traits::KNOWN) { 2 } else { OFTEN };
    other.count >= often || same_first_name(reading, form, other)
}

/// Whether one is a form of the other as languages make them: a plural, a people, a feminine.
fn are_kin(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let endings = ["s", "n", "i", "a", "e", "o", "y", "h"];
    let same_length = short.len() == long.len();
    let last = |w: &str| w.chars().next_back();
    long.strip_prefix(short).is_some_and(|rest| endings.contains(&rest))
        || same_length
            && short[..short.len() - 1] == long[..long.len() - 1]
            && [last(short), last(long)].iter().all(|c| matches!(c, Some('a' | 'o' | 'e' | 'i' | 'y' | 'u')))
}

/// Whether the same word with a capital stands before both.
fn same_first_name(reading: &Reading, form: &Form, other: &Form) -> bool {
    let before = |index: usize| {
        reading
            .at(index)
            .prev()
            .filter(|p| p.is(Kind::Word) && p.has(Traits::TITLE) && !p.has(Traits::FUNCTION))
            .map(|p| p.text())
    };
    before(form.first).is_some_and(|first| before(other.first) == Some(first))
}

/// The hashes of the key itself and with each of its letters left out: two keys that are one slip
/// apart share one.
fn shortened(key: &str) -> impl Iterator<Item = u64> + '_ {
    let whole = std::iter::once(FxBuildHasher.hash_one(key));
    whole.chain(
        key.char_indices()
            .map(|(at, c)| FxBuildHasher.hash_one([&key[..at], &key[at + c.len_utf8()..]].concat().as_str())),
    )
}

fn stem(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text).trim_end_matches(['\'', '’'])
}

fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    crate::lexicon::without_accents(&lower).unwrap_or(lower)
}

fn short(word: &str) -> &str {
    word.char_indices().nth(24).map_or(word, |(at, _)| &word[..at])
}
