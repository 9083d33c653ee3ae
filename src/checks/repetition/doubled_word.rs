//! A word that stands twice. Most words may, now and then (“what it is is a farce”), so the sure
//! ones are told from the others by a short list, and the others by what stands around them.

use super::doubled::{follows_on, half_to_cut};
use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, Span, TokenFlags};

pub const CHECK: Check = Check::article("repetition/doubled-word", run);

fn run(reading: &Reading, report: &mut Report) {
    let doubles = |&&at: &&usize| {
        let at = reading.at(at);
        at.prev().is_some() && follows_on(at.token(), at.block().block().flags)
    };
    let doubled: Vec<usize> = reading.doubles().words().iter().filter(doubles).copied().collect();
    for row in doubled.chunk_by(|at, next| at + 1 == *next) {
        let (first, last) = (reading.at(row[0] - 1), reading.at(row[row.len() - 1]));
        if report.looks_at(first.block().block()) {
            judge(first, last, row.len() + 1, report);
        }
    }
}

/// Reports the words from `first` to `last`, which are one word `count` times, unless they may
/// stand so.
fn judge(first: At, last: At, count: usize, report: &mut Report) {
    if is_part_of_compound(first, last) || is_among_letters(first, last) || starts_sentence_between(first, last) {
        return;
    }
    let lower = last.has(Traits::LOWER);
    let Some(kind) = kind(first, last, count) else { return };
    let span = first.span().cover(last.span());
    let rest = Span { start: first.span().end, end: last.span().end };
    let next = last.next().map(|next| next.token());
    let cut = if count == 2 { half_to_cut(last.reading, first.span(), last.span(), next) } else { Some(rest) };
    let (level, applicability) = match kind {
        Doubled::Sure if lower || first.token().entry() == last.token().entry() => (Level::Error, Applicability::Safe),
        Doubled::Sure | Doubled::Likely => (Level::Error, Applicability::Unsafe),
        Doubled::Perhaps => (Level::Warning, Applicability::Unsafe),
    };
    let mut finding = Finding::at(span).level(level).applicability(applicability).with("word", first.text());
    if let Some(it) = lost_it(first, last) {
        finding = finding.replace(first.span(), it);
    }
    if let Some(cut) = cut {
        finding = finding.replace(cut, "");
    }
    report.add(finding);
}

/// “Is is better to wait”: where nothing stands before it that could be its subject, the first “is” was to
/// be “it”.
fn lost_it(first: At, last: At) -> Option<&'static str> {
    let opens =
        first.starts_sentence() || first.prev().is_some_and(|mark| matches!(mark.kind(), Kind::Colon | Kind::Comma));
    let asks = || {
        std::iter::successors(last.next(), |at| at.next())
            .take_while(|at| !at.starts_sentence())
            .any(|at| at.is(Kind::Question))
    };
    if !opens || !last.word_is("is") || asks() {
        return None;
    }
    Some(if first.has(Traits::LOWER) { "it" } else { "It" })
}

/// How sure it is that the word stands once too often.
enum Doubled {
    /// No sentence has it twice.
    Sure,
    /// A word of a closed class, in a place where it has no business twice.
    Likely,
    /// Any other word.
    Perhaps,
}

fn kind(first: At, last: At, count: usize) -> Option<Doubled> {
    let text = last.text();
    let alike = first.token().entry() == last.token().entry();
    // “Bora Bora”, “Sirhan Sirhan” and “The The”; “May may”, “IT it” and “Serie A a”.
    if alike && last.has(Traits::TITLE) && text != "I" || !alike && !opens_doubled(first, last) {
        return None;
    }
    match lower(text) {
        "the" | "a" | "an" | "and" | "of" => Some(Doubled::Sure),
        word if is_rightly_doubled(word) => None,
        _ if count > 2 => None,
        "that" => is_that_too_many(first, last).then_some(Doubled::Likely),
        "can" => is_can_too_many(first, last).then_some(Doubled::Likely),
        "is" | "was" | "are" | "were" => (!ends_clause(first)).then_some(Doubled::Likely),
        word if is_particle(word) => (!follows_verb(first)).then_some(Doubled::Likely),
        // “f(x) + f f(y)”, “nil nil”: formulas and code
        "nil" | "null" | "undefined" => None,
        _ if last.has(Traits::NUMERAL) || last.has(Traits::LETTER) => None,
        _ if last.has(Traits::FUNCTION) => Some(Doubled::Likely),
        _ if is_short_adjective(last) => None,
        _ if first.quoted() || is_linked_twice(first, last) => None,
        _ if last.has(Traits::COMMON) && last.has(Traits::KNOWN) && last.has(Traits::LOWER) => Some(Doubled::Perhaps),
        _ => None,
    }
}

/// The words that are looked up below are short; longer ones are in none of the lists.
fn lower(text: &str) -> &str {
    match text {
        "The" => "the",
        "And" => "and",
        "Of" => "of",
        "An" => "an",
        "THE" => "the",
        "AND" => "and",
        "OF" => "of",
        _ => text,
    }
}

/// “In in 2010” and “the The”: of two that differ in capitals, only a word that can be no name is
/// one twice.
fn opens_doubled(first: At, last: At) -> bool {
    let opens = first.has(Traits::TITLE) && first.starts_sentence() && last.has(Traits::LOWER);
    let name = matches!(
        last.text(),
        "will" | "may" | "can" | "us" | "who" | "it" | "or" | "am" | "no" | "so" | "a" | "i" | "me"
    );
    let article =
        first.text() == "the" && last.text() == "The" && !last.next().is_some_and(|next| next.word_is("Hague"));
    article || opens && last.has(Traits::FUNCTION) && !name || opens && first.text() == "It"
}

/// “built-in in 2010”, “on on-site training”, “and/or or”
fn is_part_of_compound(first: At, last: At) -> bool {
    let joint = |at: At| matches!(at.kind(), Kind::Hyphen | Kind::Slash | Kind::Apostrophe | Kind::Dash);
    let before = !first.spaced() && first.prev().is_some_and(joint);
    let after = last.next().is_some_and(|next| !next.spaced() && joint(next));
    before || after
}

/// “f g f a a g”: notes, and other rows of letters.
fn is_among_letters(first: At, last: At) -> bool {
    let letter = |at: Option<At>| at.is_some_and(|at| at.has(Traits::LETTER) && !matches!(at.text(), "a" | "A" | "I"));
    letter(first.prev()) || letter(last.next())
}

fn starts_sentence_between(first: At, last: At) -> bool {
    let sentence = TokenFlags::SENTENCE | TokenFlags::MAYBE_SENTENCE | TokenFlags::BLOCK;
    std::iter::successors(first.next(), |at| at.next())
        .take_while(|at| at.index <= last.index)
        .any(|at| at.flags().intersects(sentence))
}

/// What may stand twice anywhere: echoes, sounds, and words that are two words at once.
fn is_rightly_doubled(word: &str) -> bool {
    RIGHTLY.binary_search(&word).is_ok()
}

/// “means that that the”, “rules that that allow”: before a further determiner or a subject, and
/// between a plural and its verb, one of the two is too many.
fn is_that_too_many(first: At, last: At) -> bool {
    let Some(next) = last.next().filter(|next| next.spaced()) else { return false };
    let subject =
        matches!(next.text(), "it" | "they" | "he" | "she" | "we" | "you" | "I" | "there" | "these" | "those");
    // “Strange that that which we fear comes true”
    let determiner =
        next.has(Traits::DETERMINER) && !next.word_is("which") && !next.has(Traits::NOUN.union(Traits::ADVERB));
    let names = Traits::DETERMINER.union(Traits::PREPOSITION).union(Traits::ADJECTIVE).union(Traits::ING);
    let plural = first.prev().is_some_and(|noun| {
        // “the rules” and “makes rules”, but not “he rules”.
        noun.has(Traits::PLURAL) && (!noun.has(Traits::VERB) || noun.prev().is_some_and(|before| before.has(names)))
    });
    let verb = next.has(Traits::VERB) && !next.has(Traits::NOUN.union(Traits::THIRD_PERSON).union(Traits::PAST));
    subject || determiner || plural && verb
}

/// “We can can call”, but “we can can peaches” and “a can can hold a litre”.
fn is_can_too_many(first: At, last: At) -> bool {
    let subject = first
        .prev()
        .is_some_and(|before| matches!(lower(before.text()), "I" | "we" | "We" | "you" | "You" | "they" | "They"));
    subject && last.next().is_some_and(|next| next.has(Traits::VERB) && !next.has(Traits::PLURAL))
}

/// “What it is is a farce”, “where we are is a mess”: a clause that starts with a question word, and
/// is the subject of the next, ends at the first of the two. Not so in “the problem is is that”, which
/// people say but do not write.
fn ends_clause(first: At) -> bool {
    const FAR: usize = 8;
    if first.starts_sentence() {
        return false;
    }
    let back = std::iter::successors(first.prev(), |at| at.prev()).take(FAR).take_while(|at| at.is(Kind::Word));
    let mut openers = back.filter(|at| asks_or_relates(&at.lower()));
    let pronoun = first.prev().is_some_and(|before| {
        matches!(
            &*before.lower(),
            "it" | "he" | "she" | "they" | "we" | "you" | "i" | "this" | "that" | "there" | "these" | "those"
        )
    });
    if pronoun {
        return openers.any(|opener| opener.index + 1 < first.index);
    }
    // People do say “the problem is is that”.
    first.quoted() && first.next().and_then(At::next).is_some_and(|after| after.word_is("that"))
        || openers.any(|opener| opener.index + 1 < first.index && !is_mid_clause(opener))
}

/// A question word or a relative pronoun.
fn asks_or_relates(word: &str) -> bool {
    matches!(word, "what" | "who" | "where" | "how" | "why" | "that" | "which" | "whatever" | "all" | "whoever")
}

/// Whether the question word goes with what stands before it: “time where”, “knows how”.
fn is_mid_clause(opener: At) -> bool {
    let mut at = opener;
    loop {
        if at.starts_sentence() {
            return at.word_is("that");
        }
        match at.prev() {
            None => return false,
            Some(before) if matches!(&*before.lower(), "and" | "but" | "that" | "because" | "so" | "if") => {
                return opener.word_is("that") || opener.word_is("which");
            }
            Some(before) if before.has(Traits::PREPOSITION) && at.index == opener.index => at = before,
            Some(before) => return before.is(Kind::Word),
        }
    }
}

/// Words that go with a verb and then start what follows: “moved in in May”, “carry on on foot”.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "in" | "on" | "for" | "over" | "up" | "by" | "off" | "out" | "through" | "down" | "about" | "at" | "with"
    )
}

/// Whether the first of two particles may belong to the verb before it: “logged on on Monday”, “what he
/// had waited for for years”.
fn follows_verb(first: At) -> bool {
    let Some(before) = first.prev().filter(|before| before.is(Kind::Word) || before.is(Kind::Hyphen)) else {
        return false;
    };
    let listed = |list: &[&str], at: At| list.binary_search(&&*at.lower()).is_ok();
    let verb = before.has(Traits::VERB | Traits::PAST | Traits::ING | Traits::THIRD_PERSON)
        && (!before.has(Traits::NOUN) || before.has(Traits::PAST | Traits::ING));
    match &*first.lower() {
        // “hosted by by the club”, but “passed by by chance”.
        "by" => matches!(before.text(), "passed" | "stood" | "came" | "went" | "dropped" | "stopped" | "swung" | "got"),
        // “looking at at least three”
        "at" => {
            let amount =
                |next: At| matches!(next.text(), "least" | "most" | "once" | "all" | "first" | "last" | "home");
            verb && is_in_relative_clause(first) || first.next().and_then(At::next).is_some_and(amount)
        }
        "with" | "for" | "about" => listed(STRANDING, before) || verb && is_in_relative_clause(first),
        _ => {
            let it = matches!(before.text(), "it" | "them" | "him" | "her" | "me" | "you");
            // “took the letters in in the morning”
            let mut back =
                std::iter::successors(before.prev(), |at| at.prev()).take(3).take_while(|at| at.is(Kind::Word));
            it || goes_with_particle(before)
                || listed(STRANDING, before)
                || verb && is_in_relative_clause(first)
                || back.any(|at| listed(TAKING_IN, at))
        }
    }
}

/// “The house that they were placed in”, but not “a thing that can be bought on”: there the clause
/// lacks nothing.
fn is_in_relative_clause(at: At) -> bool {
    const FAR: usize = 8;
    let back = std::iter::successors(at.prev(), |at| at.prev()).take(FAR).take_while(|at| at.is(Kind::Word));
    back.skip(1).any(|at| {
        matches!(at.text(), "what" | "What" | "who" | "whom" | "which" | "that" | "where" | "how")
            && !at.next().is_some_and(|next| next.has(Traits::AUXILIARY | Traits::THIRD_PERSON | Traits::PAST))
    })
}

/// Whether the word is a form of a verb that goes with “in” and “on”.
fn goes_with_particle(verb: At) -> bool {
    const IRREGULAR: &[&str] = &[
        "blew", "broke", "broken", "brought", "came", "caught", "drew", "fell", "flew", "gave", "given", "goes",
        "going", "gone", "got", "gotten", "held", "hung", "kept", "led", "lit", "put", "sent", "set", "slept", "stood",
        "stuck", "taken", "threw", "took", "went",
    ];
    let word = verb.lower();
    let plain = |word: &str| PHRASAL.binary_search(&word).is_ok();
    let stem = ["ing", "ed", "es", "s"].into_iter().find_map(|ending| word.strip_suffix(ending));
    let regular = stem.is_some_and(|stem| {
        let doubled = matches!(stem.as_bytes(), [.., one, other] if one == other && one.is_ascii());
        let undoubled = doubled.then(|| &stem[..stem.len() - 1]);
        plain(stem)
            || plain(&format!("{stem}e"))
            || undoubled.is_some_and(plain)
            || stem.strip_suffix('i').is_some_and(|stem| plain(&format!("{stem}y")))
    });
    plain(&word) || regular || IRREGULAR.binary_search(&&*word).is_ok()
}

/// “a big big problem”
fn is_short_adjective(at: At) -> bool {
    // “asked asked”, “said said” are verbs first.
    let verb = matches!(at.text(), "said" | "asked" | "added" | "wrote" | "known" | "given" | "taken" | "going");
    at.has(Traits::ADJECTIVE.union(Traits::ADVERB)) && at.span().len() < 6 && !verb
}

/// Two links beside each other may well have one text.
fn is_linked_twice(first: At, last: At) -> bool {
    let alone = |at: At| at.reading.article.marks_of(at.span()).next().is_some();
    alone(first) || alone(last)
}

/// Verbs in their plain form that go with “in” and “on”. Sorted.
const PHRASAL: &[&str] = &[
    "add", "barge", "break", "bring", "butt", "call", "carry", "cash", "catch", "cave", "check", "chime", "clock",
    "close", "come", "crowd", "dial", "drag", "drop", "fade", "fill", "fit", "fly", "get", "give", "go", "hand",
    "hang", "hold", "join", "keep", "kick", "land", "let", "live", "lock", "log", "look", "move", "opt", "pass",
    "phase", "phone", "pile", "pitch", "play", "plug", "pour", "press", "pull", "push", "put", "rake", "roll", "rush",
    "send", "set", "settle", "sign", "sink", "sleep", "soldier", "stay", "step", "switch", "take", "throw", "trickle",
    "tune", "turn", "walk", "weigh", "zoom",
];

/// Verbs that often stand at the end of a clause with their preposition: “the man they spoke about”.
/// Sorted.
const STRANDING: &[&str] = &[
    "agree",
    "agreed",
    "aim",
    "aimed",
    "aiming",
    "ask",
    "asked",
    "asking",
    "call",
    "called",
    "calling",
    "care",
    "cared",
    "complain",
    "complained",
    "cope",
    "deal",
    "dealing",
    "dealt",
    "fight",
    "fighting",
    "fought",
    "go",
    "going",
    "hope",
    "hoped",
    "hoping",
    "laugh",
    "laughed",
    "live",
    "lived",
    "living",
    "look",
    "looked",
    "looking",
    "paid",
    "pay",
    "plan",
    "planned",
    "play",
    "played",
    "search",
    "searched",
    "searching",
    "shoot",
    "shooting",
    "speak",
    "speaking",
    "spoke",
    "spoken",
    "stand",
    "stands",
    "stood",
    "talk",
    "talked",
    "talking",
    "think",
    "thinking",
    "vote",
    "voted",
    "wait",
    "waited",
    "waiting",
    "wish",
    "wished",
    "work",
    "worked",
    "working",
    "worried",
    "worry",
];

/// Verbs that go with these words and have an object between. Sorted.
const TAKING_IN: &[&str] = &[
    "bring", "bringing", "brings", "brought", "hand", "handed", "keep", "kept", "let", "put", "send", "sent", "switch",
    "switched", "take", "taken", "takes", "taking", "took", "tried", "try", "turn", "turned",
];

/// Sorted.
const RIGHTLY: &[&str] = &[
    "again", "aye", "bang", "beep", "bla", "blah", "bling", "boo", "boom", "bye", "cha", "choo", "chop", "clap",
    "come", "dear", "ding", "do", "drip", "dum", "far", "fifty", "go", "goody", "ha", "had", "half", "he", "hear",
    "heh", "her", "hey", "hip", "ho", "hush", "knock", "la", "long", "mahi", "many", "mm", "much", "na", "never",
    "night", "no", "now", "nudge", "oh", "ooh", "please", "pom", "pooh", "puff", "quack", "really", "run", "same",
    "so", "tap", "there", "tick", "tom", "tsk", "tuk", "tut", "very", "wait", "well", "wiki", "win", "wink", "woof",
    "yada", "yeah", "yes", "you",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(PHRASAL.is_sorted());
        assert!(STRANDING.is_sorted());
        assert!(TAKING_IN.is_sorted());
        assert!(RIGHTLY.is_sorted());
    }
}
