//! The forms of verbs: which is the plain one, which the past, which the participle.

use crate::lexicon::{Lexicon, Traits};
use crate::list::Marks;
use crate::reading::At;

/// Plain form, past tense and participle of irregular verbs. Those whose past or participle is
/// also a plain form or a common noun (“found”, “saw”, “left”) are left out: little can be said of
/// them.
const IRREGULAR: &[Irregular] = &[
    ("arise", "arose", "arisen"),
    ("awake", "awoke", "awoken"),
    ("be", "was", "been"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("deal", "dealt", "dealt"),
    ("dig", "dug", "dug"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"),
    ("eat", "ate", "eaten"),
    ("fight", "fought", "fought"),
    ("flee", "fled", "fled"),
    ("fly", "flew", "flown"),
    ("foresee", "foresaw", "foreseen"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("freeze", "froze", "frozen"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lend", "lent", "lent"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("ride", "rode", "ridden"),
    ("ring", "rang", "rung"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("shake", "shook", "shaken"),
    ("show", "showed", "shown"),
    ("sing", "sang", "sung"),
    ("sink", "sank", "sunk"),
    ("sleep", "slept", "slept"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("steal", "stole", "stolen"),
    ("swear", "swore", "sworn"),
    ("swim", "swam", "swum"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("uphold", "upheld", "upheld"),
    ("withhold", "withheld", "withheld"),
    ("overthrow", "overthrew", "overthrown"),
    ("undergo", "underwent", "undergone"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("wear", "wore", "worn"),
    ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"),
    ("write", "wrote", "written"),
];

/// Of their pasts and participles: most words are neither, and show it by this.
static INFLECTED: Marks = {
    let (mut marks, mut at) = (Marks::NONE, 0);
    while at < IRREGULAR.len() {
        marks = marks.with(IRREGULAR[at].1).with(IRREGULAR[at].2);
        at += 1;
    }
    marks
};

/// Plain forms that are participles as well, or nearly so.
const SAME: &[&str] = &[
    "beat",
    "become",
    "bet",
    "bid",
    "broadcast",
    "burnt",
    "burst",
    "cast",
    "come",
    "cost",
    "cut",
    "dreamt",
    "fit",
    "forecast",
    "get",
    "hit",
    "hurt",
    "knelt",
    "knit",
    "leant",
    "leapt",
    "learnt",
    "let",
    "miscast",
    "offset",
    "outbid",
    "overcome",
    "overrun",
    "preset",
    "put",
    "quit",
    "read",
    "rebroadcast",
    "recast",
    "reset",
    "retrofit",
    "rid",
    "run",
    "set",
    "shed",
    "shut",
    "slit",
    "spelt",
    "spit",
    "split",
    "spoilt",
    "spread",
    "sublet",
    "sweat",
    "thrust",
    "typeset",
    "undercut",
    "upset",
    "wed",
    "wet",
];

/// The verb of which the word is the past tense and nothing else: “went”, “took”.
pub fn past_only(word: &str) -> Option<&'static Irregular> {
    inflected(word, |(_, past, participle)| is(past, word) && past != participle)
}

/// The irregular verb of which the word is the past tense, the participle or both.
pub fn past(word: &str) -> Option<&'static Irregular> {
    inflected(word, |(_, past, _)| is(past, word))
}

/// The verb of which the word is the participle and no other form: “gone”, “taken”.
pub fn participle_only(word: &str) -> Option<&'static Irregular> {
    inflected(word, |(plain, past, participle)| is(participle, word) && past != participle && plain != participle)
}

/// Whether they are the same: of many the length and the first letter together tell that they are not.
fn is(one: &str, other: &str) -> bool {
    (one.len() == other.len()) & (one.as_bytes().first() == other.as_bytes().first()) && one == other
}

type Irregular = (&'static str, &'static str, &'static str);

/// The irregular verb that has the word as its past or participle, and that is so.
fn inflected(word: &str, is: impl Fn(&Irregular) -> bool) -> Option<&'static Irregular> {
    if INFLECTED.may_have(word) { IRREGULAR.iter().find(|verb| is(verb)) } else { None }
}

/// Whether the word is the plain form of a verb and hardly anything else: “write”, “install”.
pub fn is_plain(verb: At) -> bool {
    let other = Traits::PAST
        .union(Traits::ING)
        .union(Traits::THIRD_PERSON)
        .union(Traits::PLURAL)
        .union(Traits::AUXILIARY)
        .union(Traits::FUNCTION)
        .union(Traits::ADVERB)
        .union(Traits::PREPOSITION)
        .union(Traits::MISSPELLED);
    verb.has(Traits::VERB)
        && !verb.has(other)
        && verb.has(Traits::MOSTLY_VERB)
        && past(verb.text()).is_none()
        // “Unwound”, “misheard”
        && !["un", "re", "over", "under", "mis", "out", "inter"]
            .iter()
            .any(|prefix| verb.text().strip_prefix(prefix).is_some_and(|rest| past(rest).is_some() || rest == "wound"))
}

/// The -ing form of a plain one.
pub fn ing_of(plain: &str, lexicon: &Lexicon) -> Option<String> {
    let short =
        plain.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])).map(|stem| format!("{stem}ing"));
    let doubled = plain.chars().next_back().map(|last| format!("{plain}{last}ing"));
    [short, doubled, Some(format!("{plain}ing"))]
        .into_iter()
        .flatten()
        .find(|form| lexicon.traits(form).any(Traits::ING) && !lexicon.traits(form).any(Traits::MISSPELLED))
}

/// The plain form of one in -ing.
pub fn plain_of_ing(word: &str, lexicon: &Lexicon) -> Option<String> {
    let stem = word.strip_suffix("ing")?;
    let mut letters = stem.chars().rev();
    let doubled = letters.next().filter(|last| letters.next() == Some(*last)).and(stem.get(..stem.len() - 1));
    [Some(stem.to_owned()), Some(format!("{stem}e")), doubled.map(str::to_owned)]
        .into_iter()
        .flatten()
        .find(|form| lexicon.traits(form).any(Traits::VERB) && ing_of(form, lexicon).as_deref() == Some(word))
}

/// Whether the plain form is a past tense as well.
pub fn is_own_past(plain: &str) -> bool {
    static MARKS: Marks = {
        let (mut marks, mut at) = (Marks::NONE, 0);
        while at < SAME.len() {
            marks = marks.with(SAME[at]);
            at += 1;
        }
        marks
    };
    MARKS.may_have(plain) && SAME.contains(&plain)
}

/// Past tenses that are plain forms of the same or of another verb.
pub fn is_plain_too(text: &str) -> bool {
    const PLAIN: &[&str] = &[
        "become",
        "beat",
        "bet",
        "bid",
        "bind",
        "bore",
        "bound",
        "broadcast",
        "burst",
        "cast",
        "come",
        "cost",
        "cut",
        "fell",
        "felt",
        "fit",
        "forecast",
        "found",
        "ground",
        "hit",
        "hurt",
        "lay",
        "lead",
        "left",
        "let",
        "offset",
        "overcome",
        "put",
        "quit",
        "read",
        "rent",
        "reset",
        "rid",
        "rose",
        "run",
        "saw",
        "set",
        "shed",
        "shut",
        "split",
        "spread",
        "stove",
        "strew",
        "sublet",
        "thrust",
        "upset",
        "wed",
        "wet",
        "wound",
        "need",
        "feed",
        "exceed",
        "proceed",
        "succeed",
        "speed",
        "breed",
        "bleed",
        "seed",
        "weed",
        "embed",
        "shred",
    ];
    PLAIN.contains(&text)
}

/// The participle of a plain form, unless the two are one.
pub fn participle_of(plain: &str, lexicon: &Lexicon) -> Option<String> {
    if SAME.contains(&plain) {
        return None;
    }
    // Those that the table leaves out: their pasts are plain forms or nouns as well.
    const MORE: &[(&str, &str)] = &[
        ("bind", "bound"),
        ("bite", "bitten"),
        ("blow", "blown"),
        ("fall", "fallen"),
        ("feed", "fed"),
        ("feel", "felt"),
        ("find", "found"),
        ("forbid", "forbidden"),
        ("hang", "hung"),
        ("hide", "hidden"),
        ("lay", "laid"),
        ("lead", "led"),
        ("leave", "left"),
        ("light", "lit"),
        ("mean", "meant"),
        ("mislead", "misled"),
        ("rise", "risen"),
        ("rewrite", "rewritten"),
        ("see", "seen"),
        ("shoot", "shot"),
        ("sit", "sat"),
        ("stand", "stood"),
        ("stick", "stuck"),
        ("strike", "struck"),
        ("swing", "swung"),
        ("wind", "wound"),
    ];
    if let Some((_, participle)) = MORE.iter().find(|(verb, _)| *verb == plain) {
        return Some((*participle).to_owned());
    }
    if let Some((.., participle)) = IRREGULAR.iter().find(|(verb, ..)| *verb == plain) {
        return Some((*participle).to_owned());
    }
    let doubled = plain.chars().next_back().map(|last| format!("{plain}{last}ed"));
    let stem = plain.strip_suffix('y').map(|stem| format!("{stem}ied"));
    let short = plain.ends_with('e').then(|| format!("{plain}d"));
    let candidates = [stem, short, doubled, Some(format!("{plain}ed"))];
    candidates.into_iter().flatten().find(|form| {
        let traits = lexicon.traits(form);
        traits.any(Traits::PAST) && !traits.any(Traits::MISSPELLED)
    })
}

/// The plain form of a third person or a regular past tense, if that is a verb that the lexicon
/// knows.
pub fn plain_of(word: &str, traits: Traits, lexicon: &Lexicon) -> Option<String> {
    const IRREGULAR_THIRD: &[(&str, &str)] = &[("goes", "go"), ("has", "have"), ("does", "do")];
    if let Some((_, plain)) = IRREGULAR_THIRD.iter().find(|(form, _)| *form == word) {
        return Some((*plain).to_owned());
    }
    if let Some((plain, ..)) = past(word) {
        return Some((*plain).to_owned());
    }
    let is_verb = |form: &str| {
        let traits = lexicon.traits(form);
        is_own_past(form)
            || traits.any(Traits::VERB)
                && !traits.any(Traits::PAST | Traits::THIRD_PERSON | Traits::ING | Traits::MISSPELLED)
    };
    let third = traits.any(Traits::THIRD_PERSON);
    let forms = if third { endings(word, "s", "es", "ies") } else { endings(word, "d", "ed", "ied") };
    forms.into_iter().flatten().find(|form| is_verb(form))
}

/// The third person of a plain form.
pub fn third_of(plain: &str) -> String {
    match plain {
        "have" => return "has".to_owned(),
        "be" => return "is".to_owned(),
        _ => {}
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| plain.ends_with(end));
    match plain.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if sibilant => format!("{plain}es"),
        _ => format!("{plain}s"),
    }
}

/// What stands before an ending, likeliest first.
fn endings(text: &str, short: &str, long: &str, y: &str) -> [Option<String>; 3] {
    [
        text.strip_suffix(y).map(|stem| format!("{stem}y")),
        text.strip_suffix(long).map(str::to_owned),
        text.strip_suffix(short).map(str::to_owned),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_verbs_are_found_by_their_past_and_their_participle() {
        for (plain, past_tense, participle) in IRREGULAR {
            assert_eq!(past(past_tense).map(|verb| verb.0), Some(*plain));
            let only = past_tense != participle && plain != participle;
            assert_eq!(participle_only(participle).is_some(), only, "{participle}");
        }
        assert!(past("walked").is_none() && past_only("made").is_none() && participle_only("come").is_none());
    }
}
