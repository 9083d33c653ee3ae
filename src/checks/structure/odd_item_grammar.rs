use super::odd_item;
use crate::lexicon::Traits;
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::Kind;

pub const CHECK: Check = Check::article("structure/odd-item-grammar", run);

/// How an item begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// “Baking the bread”
    Ing,
    /// “Bake the bread”
    Verb,
    /// “to bake the bread”
    Infinitive,
    /// “bakes the bread”
    Third,
    /// “The bread must be baked.”
    Sentence,
}

fn run(reading: &Reading, report: &mut Report) {
    for (_, items) in odd_item::lists(reading) {
        let starts: Vec<Option<Start>> = items.iter().map(|item| start(*item)).collect();
        // What is neither says that the list is of another kind.
        if starts.iter().any(Option::is_none) {
            continue;
        }
        let Some((odd, common)) = odd_item::find(&starts) else { continue };
        let (Some(word), Some(other)) = (items[odd].first(), items[common].first()) else { continue };
        if !report.looks_at(items[odd].block()) {
            continue;
        }
        let span = word.next().map_or(word.span(), |next| word.span().cover(next.span()));
        let finding = Finding::at(span).with("odd", word.text()).with("common", other.text());
        let finding = match (starts[odd], starts[common]) {
            (Some(Start::Verb), Some(Start::Ing)) => finding.replace(word.span(), ing(word.text())),
            _ => finding,
        };
        report.add(finding.related(other.span(), "The others begin like this."));
    }
}

fn start(item: InBlock) -> Option<Start> {
    let word = item.first().filter(|at| at.is(Kind::Word))?;
    if word.has(Traits::ING) {
        return Some(Start::Ing);
    }
    if word.word_is("to") {
        return word.next().filter(|next| next.has(Traits::VERB) && !next.has(INFLECTED)).map(|_| Start::Infinitive);
    }
    if word.has(Traits::DETERMINER) && has_verb_of_its_own(word) {
        return Some(Start::Sentence);
    }
    if word.has(Traits::THIRD_PERSON) && governs(word) {
        return Some(Start::Third);
    }
    let base = !word.has(INFLECTED) || is_past_as_well(word) && !word.has(INFLECTED.difference(Traits::PAST));
    (word.has(Traits::VERB) && base && governs(word)).then_some(Start::Verb)
}

const INFLECTED: Traits = Traits::PLURAL.union(Traits::PAST).union(Traits::THIRD_PERSON).union(Traits::FUNCTION);

/// Verbs whose past is their plain form.
fn is_past_as_well(word: At) -> bool {
    ["cut", "put", "set", "let", "read", "hit", "shut", "cast", "quit", "split", "spread"]
        .iter()
        .any(|v| word.word_is(v))
}

/// “The alarm must be set”: a subject of a few words and what is said of it.
fn has_verb_of_its_own(word: At) -> bool {
    const SUBJECT: usize = 4;
    let ahead = std::iter::successors(word.next(), |at| at.next()).take(SUBJECT);
    let mut ahead = ahead.take_while(|at| at.is(Kind::Word)).skip(1);
    ahead.any(|at| at.has(Traits::AUXILIARY))
}

/// Whether what follows shows a verb: “Focus on …”, “Use the …”, but not “Road works”.
fn governs(word: At) -> bool {
    let shows = Traits::PREPOSITION.union(Traits::DETERMINER).union(Traits::PRONOUN).union(Traits::NUMERAL);
    word.next().is_some_and(|next| next.has(shows) && !next.word_is("of"))
}

/// The -ing form of a verb.
fn ing(verb: &str) -> String {
    let letter = |from_end: usize| verb.bytes().rev().nth(from_end).unwrap_or(b' ').to_ascii_lowercase();
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let (last, before, third) = (letter(0), letter(1), letter(2));
    if let Some(stem) = verb.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if last == b'e' && !vowel(before) || verb.ends_with("ue") {
        return format!("{}ing", &verb[..verb.len() - 1]);
    }
    // Only short words double their last letter for sure: “cut”, but “focus”, “open”.
    let doubles =
        verb.len() <= 4 && !vowel(last) && !matches!(last, b'w' | b'x' | b'y') && vowel(before) && !vowel(third);
    let double = if doubles { &verb[verb.len() - 1..] } else { "" };
    format!("{verb}{double}ing")
}

#[cfg(test)]
mod tests {
    use super::ing;

    #[test]
    fn ing_forms_follow_the_spelling_of_the_verb() {
        for (verb, form) in [
            ("Focus", "Focusing"),
            ("Bake", "Baking"),
            ("cut", "cutting"),
            ("Plan", "Planning"),
            ("see", "seeing"),
            ("Build", "Building"),
            ("lie", "lying"),
            ("Argue", "Arguing"),
            ("fix", "fixing"),
            ("Read", "Reading"),
        ] {
            assert_eq!(ing(verb), form);
        }
    }
}
