use hashbrown::HashTable;
use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::diagnostic::Applicability;
use crate::evidence::slips::is_introduced;
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{EntryId, Kind, Span};

pub const CHECK: Check = Check::article("spelling/name-variant", run);

/// A word of a name, with and without its possessive ending.
struct Form<'r> {
    text: &'r str,
    /// Its first place, with its ending.
    first: Span,
    count: u32,
    traits: Traits,
}

/// A name must stand so often for another to be a slip of it.
const OFTEN: u32 = 3;
/// Two names so long that begin alike are one letter apart by chance once in a blue moon.
const LONG: usize = 8;
/// So many names that nobody knows are a list of names.
const LISTED: usize = 200;
/// Of more names that are like one, the commonest are looked at.
const CROWD: usize = 16;
/// One letter makes a different name of a shorter one.
const SHORTEST: usize = 5;

fn run(reading: &Reading, report: &mut Report) {
    let forms = forms(reading);
    // What everybody knows is no slip, but others are slips of it.
    let known = Traits::CALENDAR | Traits::DEMONYM;
    let rare = |f: &&Form| f.count == 1 && !f.traits.any(known) && f.text.chars().count() >= SHORTEST;
    if !forms.iter().any(|f| rare(&f)) {
        return;
    }
    // A name with a mark on a letter is known by it, however often it stands, and so is a long one that
    // dictionaries have.
    let strange =
        forms.iter().any(|f| rare(&f) && (is_long(f.text) && !f.traits.any(Traits::KNOWN) || is_unheard_of(f)));
    // Nor has one that nobody knows a second life, unless the text is a list of such names.
    let few = forms.iter().filter(|f| is_unheard_of(f)).take(LISTED).count() < LISTED;
    let by_length = |f: &Form| is_long(f.text) && f.traits.any(Traits::KNOWN) || few && is_unheard_of(f);
    let known_by_itself = |f: &Form| !f.text.is_ascii() || strange && by_length(f);
    let usual = || forms.iter().enumerate().filter(|(_, f)| f.count >= 2 || known_by_itself(f));
    let mut hashes = Hashes::default();
    let mut near: HashTable<(u64, u32)> = HashTable::with_capacity(usual().map(|(_, f)| f.text.len() + 3).sum());
    for (number, form) in usual() {
        for &hash in hashes.of(form.text) {
            near.insert_unique(hash, (hash, number as u32), |(hash, _)| *hash);
        }
    }
    for form in forms.iter().filter(rare) {
        let hashes = hashes.of(form.text).iter();
        let found = hashes.flat_map(|hash| near.iter_hash(*hash).filter(move |(other, _)| other == hash));
        let mut others: Vec<&Form> = found.map(|(_, number)| &forms[*number as usize]).collect();
        if others.is_empty() {
            continue;
        }
        others.sort_by_key(|other| (std::cmp::Reverse(other.count), other.first));
        others.dedup_by_key(|other| other.first);
        others.truncate(CROWD);
        let at = reading.at(reading.token_at(form.first.start));
        if let Some(other) = others.into_iter().find(|other| is_slip(reading, form, other))
            && report.looks_at(at.block().block())
        {
            report.add(finding(at, form, other));
        }
    }
}

fn finding(at: At, form: &Form, other: &Form) -> Finding {
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
    let known = form.traits.any(Traits::KNOWN) && folded(form.text) != folded(other.text);
    Finding::at(at.span())
        .say(message)
        .related(other.first, "the usual form")
        .replace(at.span(), right)
        .applicability(if known { Applicability::Manual } else { Applicability::Unsafe })
}

/// Each word with a capital that is no common word, in the order of the text.
fn forms<'r>(reading: &'r Reading) -> Vec<Form<'r>> {
    let mut forms: Vec<Form> = Vec::new();
    // By entry of the word without its ending; of those that stand with one only, by their text.
    let mut numbers: Vec<Option<u32>> = vec![None; reading.entries.len()];
    let mut owners: FxHashMap<&str, u32> = FxHashMap::default();
    let other = Traits::COMMON | Traits::FUNCTION | Traits::MISSPELLED | Traits::UPPER;
    for (id, entry) in reading.entries.iter().enumerate() {
        if entry.traits.any(other) || !entry.traits.capitalised() {
            continue;
        }
        let form = &reading.article.prose[entry.first];
        if !entry.traits.capital_of(form) || form.contains('.') {
            continue;
        }
        let text = stem(form);
        let bare = if text.len() == form.len() { Some(EntryId(id as u32)) } else { reading.find(text) };
        let known = match bare {
            Some(bare) => numbers[bare.0 as usize],
            None => owners.get(text).copied(),
        };
        let number = known.unwrap_or_else(|| {
            forms.push(Form { text, first: entry.first, count: 0, traits: entry.traits });
            forms.len() as u32 - 1
        });
        match bare {
            Some(bare) => numbers[bare.0 as usize] = Some(number),
            None => _ = owners.insert(text, number),
        }
        forms[number as usize].count += entry.count;
    }
    forms
}

/// The name with two letters for each that has a mark, as Germans and Danes write it.
fn in_two_letters(name: &str) -> String {
    let mut letters = String::with_capacity(name.len() + 2);
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' | 'æ' => letters.push_str("ae"),
            'ö' | 'ø' => letters.push_str("oe"),
            'ü' => letters.push_str("ue"),
            'å' => letters.push_str("aa"),
            'ß' => letters.push_str("ss"),
            letter => letters.push(letter),
        }
    }
    letters
}

/// Whether nobody knows the name, and it is long enough for that to say something.
fn is_unheard_of(form: &Form) -> bool {
    const LEAST: usize = 7;
    form.text.len() >= LEAST && form.traits.any(Traits::UNKNOWN) && form.traits.any(Traits::TITLE)
}

fn is_long(name: &str) -> bool {
    name.len() >= LONG
}

/// Whether the one name is likelier a slip of the other than another name.
fn is_slip(reading: &Reading, form: &Form, other: &Form) -> bool {
    // Of two that stand once each, the one is a slip of the other, not both of each other.
    let rank = |f: &Form| (f.count, !f.text.is_ascii(), f.traits.any(Traits::KNOWN), std::cmp::Reverse(f.first));
    if rank(form) > rank(other) || are_two_people(reading, form, other) {
        return false;
    }
    let (key, other_key) = (folded(form.text), folded(other.text));
    if key == other_key {
        // “Trevino” beside “Treviño”; but “McCann” and “Mccann” are a matter of capitals.
        return form.text.to_lowercase() != other.text.to_lowercase();
    }
    // “Mueller” beside “Müller”: what has no mark has an e.
    let marked = |f: &Form| {
        !f.text.is_ascii() && f.text.chars().any(|c| matches!(c, 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | 'ø' | 'å'))
    };
    if marked(form) != marked(other) && in_two_letters(form.text) == in_two_letters(other.text) {
        return true;
    }
    // Of words in other alphabets nothing is known: “Когда” and “Тогда” are two.
    if key.chars().any(|c| c > '\u{24f}') {
        return false;
    }
    let brought_over = sounds_alike(&key, &other_key);
    let distance = strsim::osa_distance(&key, &other_key);
    // “Bogdanić” and “Bogdanović”: a syllable in the middle of a name that nobody else has.
    let syllable = || {
        let alone = first_name(reading, form).is_none_or(|before| is_address(before.text()));
        distance == 2 && alone && other.count > 1 && [form, other].iter().all(|f| is_unheard_of(f) && is_long(f.text))
    };
    if !brought_over && (distance > 1 && !syllable() || are_kin(&key, &other_key)) {
        return false;
    }
    // “Xwayland” and “OpenJSF” are made of the other name.
    let (short, long) =
        if form.text.len() < other.text.len() { (form.text, other.text) } else { (other.text, form.text) };
    let made = long.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case(short))
        || long.strip_prefix(short).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if made {
        return false;
    }
    // “Zafferana Etnea”, on the slopes of Etna: what nobody knows before it and what everybody knows make
    // two names.
    let strange = |before: At| before.has(Traits::UNKNOWN) && before.entry().count == 1;
    if other.traits.any(Traits::KNOWN) && first_name(reading, form).is_some_and(strange) {
        return false;
    }
    // “Isfahan, also known as Esfahan”, “Haydor, Heydor or Haydour”
    let at = reading.token_at(form.first.start);
    let near = (at.saturating_sub(3)..(at + 4).min(reading.tokens.len())).filter(|near| *near != at);
    let mut beside = near.map(|at| &reading.tokens[at]).filter(|token| token.is_capitalised());
    let alike = |token| strsim::osa_distance(&folded(reading.text(token)), &key) < 3;
    if is_introduced(reading, at)
        || reading.at(at).prev().is_some_and(|before| before.word_is("or"))
        || beside.any(alike)
    {
        return false;
    }
    // “Marrakesh” and “Marrakech” are both known, and no two places.
    let person = Traits::GIVEN_NAME | Traits::SURNAME;
    if brought_over && is_long(&other_key) && !(form.traits | other.traits).any(person) {
        return other.count >= 2;
    }
    if form.traits.any(Traits::KNOWN) {
        // Two known names, one letter apart: one person only if the first names agree too.
        return same_first_name(reading, form, other) && !in_one_sentence(reading, form, other);
    }
    let letters = |key: &str| key.bytes().map(u32::from).sum::<u32>();
    let swapped = key.len() == other_key.len() && letters(&key) == letters(&other_key);
    // A long name has few neighbours.
    let long = is_long(&key) && is_long(&other_key) && key.as_bytes()[..3] == other_key.as_bytes()[..3];
    // “Havbris” and “Havbriis”, once each: in another sentence, and behind no name of its own.
    let start = |key: &str| key.chars().take(3).collect::<String>();
    if other.count == 1 && is_unheard_of(other) {
        let another = is_unheard_of(form) && start(&key) == start(&other_key);
        let bare = first_name(reading, form).is_none_or(|before| is_address(before.text()));
        return another && bare && !in_one_sentence(reading, form, other);
    }
    let often = match other.traits.any(Traits::KNOWN) {
        true if long => 1,
        known if known || swapped || long => 2,
        _ => OFTEN,
    };
    other.count >= often || same_first_name(reading, form, other)
}

/// What stands before the name of somebody who has been introduced.
fn is_address(word: &str) -> bool {
    matches!(word, "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Prof" | "Professor" | "Sir" | "Judge" | "Captain")
}

/// “Johan Lorenzo” and “John Hodge”: given names with a surname each.
fn are_two_people(reading: &Reading, form: &Form, other: &Form) -> bool {
    let surname = |form: &Form| {
        let next = reading.at(reading.token_at(form.first.start)).next();
        next.filter(|next| next.is(Kind::Word) && next.token().is_capitalised()).map(|next| next.text())
    };
    // “Gabor Biro” and “Szabo Gábor”
    let family = || {
        let before = first_name(reading, other).filter(|before| !before.has(Traits::COMMON));
        before.map(|before| before.text())
    };
    let of = |name: &str| surname(form).is_some_and(|own| own != name);
    other.traits.any(Traits::GIVEN_NAME) && surname(other).or_else(family).is_some_and(of)
}

/// “Mr Petersen sold it to Mr Peterson” names two people.
fn in_one_sentence(reading: &Reading, form: &Form, other: &Form) -> bool {
    let sentence = |form: &Form| reading.at(reading.token_at(form.first.start)).sentence_start().index;
    sentence(form) == sentence(other)
}

/// Whether one is a form of the other as languages make them: a plural, a people, a feminine.
fn are_kin(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let endings = ["s", "n", "i", "a", "e", "o", "y", "h"];
    let same_length = short.len() == long.len();
    let last = |w: &str| w.chars().next_back();
    let stem = |w: &str| last(w).map(|end| w.len() - end.len_utf8());
    long.strip_prefix(short).is_some_and(|rest| endings.contains(&rest))
        || same_length
            && stem(short).zip(stem(long)).is_some_and(|(a, b)| short[..a] == long[..b])
            && [last(short), last(long)].iter().all(|c| matches!(c, Some('a' | 'o' | 'e' | 'i' | 'y' | 'u')))
}

/// Whether the same word with a capital stands before both.
fn same_first_name(reading: &Reading, form: &Form, other: &Form) -> bool {
    let before = |form| first_name(reading, form).map(|before| before.text());
    before(form).is_some_and(|first| before(other) == Some(first))
}

/// The word with a capital before a name.
fn first_name<'r>(reading: &'r Reading, form: &Form) -> Option<At<'r>> {
    let before = reading.at(reading.token_at(form.first.start)).prev();
    before.filter(|p| p.is(Kind::Word) && p.has(Traits::TITLE) && !p.has(Traits::FUNCTION))
}

/// The hashes of a name and of the same with each of its letters left out: two names that are one slip
/// apart share one.
#[derive(Default)]
struct Hashes {
    key: String,
    sound: String,
    hashes: Vec<u64>,
}

impl Hashes {
    /// Of this name, whatever its capitals and accents; the last as it sounds in whatever letters it is brought over.
    fn of(&mut self, text: &str) -> &[u64] {
        self.key.clear();
        match text.is_ascii() {
            true => {
                self.key.push_str(text);
                self.key.make_ascii_lowercase();
            }
            false => self.key.push_str(&folded(text)),
        }
        shortened(&self.key, &mut self.hashes);
        if brought_over(&self.key, &mut self.sound) && self.sound.len() >= SHORTEST {
            self.hashes.push(FxBuildHasher.hash_one(&self.sound));
        }
        // A syllable may be lost between the front and the end of a long name.
        let bytes = self.key.as_bytes();
        if bytes.len() >= LONG {
            self.hashes.push(FxBuildHasher.hash_one((&bytes[..4], &bytes[bytes.len() - 2..])));
        }
        &self.hashes
    }
}

/// Whether two names are the same but for how letters of another alphabet are written in ours: “Tchaikovsky”,
/// “Tchaikovski”; “Jogjakarta”, “Yogyakarta”.
fn sounds_alike(one: &str, other: &str) -> bool {
    let (mut a, mut b) = (String::new(), String::new());
    brought_over(one, &mut a);
    brought_over(other, &mut b);
    a == b && a.len() >= SHORTEST
}

/// A name in lower case with one letter for each that is written in several ways when it is brought over from
/// another alphabet; `false` for one that is too short to tell, or has marks of its own.
fn brought_over(key: &str, sound: &mut String) -> bool {
    sound.clear();
    if key.len() < SHORTEST + 1 || !key.is_ascii() {
        return false;
    }
    let bytes = key.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (len, letter) = match rest {
            [b't', b's', b'c', b'h', ..] => (4, b'x'),
            [b't', b'c', b'h', ..] | [b's', b'c', b'h', ..] => (3, b'x'),
            [b'c' | b's', b'h', ..] => (2, b'x'),
            [b'c' | b'k' | b'q', b'k', ..] => (2, b'k'),
            [b'd', b'j', ..] => (2, b'i'),
            [b'p', b'h', ..] => (2, b'f'),
            [b'o', b'u' | b'o', ..] => (2, b'u'),
            // “Khrushchev”, “Gandhi”
            [letter @ (b'k' | b'g' | b'd' | b'b' | b't'), b'h', ..] => (2, *letter),
            [b'f', b'f'] | [b'w', ..] | [b'f'] => (rest.len().min(2), b'v'),
            [b'q', ..] => (1, b'k'),
            [b'y' | b'j', ..] => (1, b'i'),
            [letter, ..] => (1, *letter),
            [] => break,
        };
        let len = if matches!(rest, [b'w', ..]) { 1 } else { len };
        if sound.as_bytes().last() != Some(&letter) {
            sound.push(char::from(letter));
        }
        at += len;
    }
    true
}

fn shortened(key: &str, hashes: &mut Vec<u64>) {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    // Letters are digits to a base, so that what stands before and behind a gap is simply added.
    let before = |hash: u64, c: char| hash.wrapping_mul(BASE).wrapping_add(c as u64 + 1);
    hashes.clear();
    hashes.push(0);
    hashes.extend(key.chars().scan(0, |hash, c| {
        *hash = before(*hash, c);
        Some(*hash)
    }));
    let (mut power, mut behind) = (1u64, 0u64);
    let letters = hashes.len() - 1;
    for (gap, c) in hashes[..letters].iter_mut().rev().zip(key.chars().rev()) {
        *gap = gap.wrapping_mul(power).wrapping_add(behind);
        behind = behind.wrapping_add((c as u64 + 1).wrapping_mul(power));
        power = power.wrapping_mul(BASE);
    }
    for hash in hashes {
        *hash = (*hash ^ *hash >> 32).wrapping_mul(BASE);
    }
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
